//! Using invites: check, claim, redeem, release, spend, settle.

use rand::rngs::SysRng;

use super::accounts::{end, void_resets};
use super::{Ledger, Settings, is_promised};
use crate::policy::{self, Accounts, Promise, Purpose, Question, Standing, Subject};
use crate::store::lineage::{self, NodeId};
use crate::store::statements::{self as book, Claim, PermitId};
use crate::store::{Mode, Sql, accounts as names};
use crate::token::draw;
use crate::{Invite, InviteId, Kind, Known, Refusal, Shown, Token, UnixTime, Username};

/// One presentation of a token: a stream, a web form. It holds nothing until it claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    id: PermitId,
    invite: InviteId,
    /// Whether it is there to make an account; else an account that is there makes a contact.
    registers: bool,
    /// The token of a reset, with which it can be seen whether the password is still the same.
    token: Option<Token>,
}

/// A token that was found good.
#[derive(Clone, Debug)]
pub struct Checked {
    /// For what comes next.
    pub permit: Permit,
    /// The invite, with the token that was presented, without what was stuck to that.
    pub invite: Invite,
}

/// What a redemption did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Redeemed {
    /// The permit was redeemed before; nothing was counted now.
    pub again: bool,
    /// More uses are counted than the invite has: an account was made past the gate. It is worth an error in the log.
    pub over_limit: bool,
}

/// What settling did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// Claims whose account is there: through which invite, and which account. Nobody has given it yet what the invite promises.
    pub redeemed: Vec<(InviteId, Username)>,
    /// Claims that made none.
    pub released: u64,
    /// Claims of which nobody can say.
    pub open: u64,
}

/// What an open claim turns out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Redeem,
    Release,
    Open,
    Ask,
}

impl Ledger {
    /// Looks at a token that somebody presents, perhaps in a link (see [`Shown`]; XEP-0445 §2, XEP-0379 §4). Presenting a token a thousand times changes
    /// nothing.
    ///
    /// # Errors
    /// Which kind of dead the invite is, that it is none for this purpose, that nobody knows it; or all questions.
    pub fn check(&mut self, token: &str, purpose: &Purpose, accounts: &Accounts, now: UnixTime) -> Result<Checked, Refusal> {
        let invite = self.find(&Shown::read(token)?)?.ok_or(Refusal::TokenInvalid)?;
        let invite = self.presented(invite, purpose, accounts, now).map_err(|(_, refusal)| refusal)?;
        let token = invite.token.clone().filter(|_| matches!(invite.kind, Kind::Reset { .. }));
        let permit = Permit { id: draw(&mut SysRng)?, invite: invite.id, registers: *purpose == Purpose::Register, token };
        Ok(Checked { permit, invite })
    }

    /// The invite as whoever presents it may use it; or the invite, and why not. A user without an account is remembered.
    pub(super) fn presented(
        &mut self,
        invite: Invite,
        purpose: &Purpose,
        accounts: &Accounts,
        now: UnixTime,
    ) -> Result<Invite, (Box<Invite>, Refusal)> {
        if let Err(refusal) = policy::is_presentable(&invite, purpose, accounts, now) {
            return Err((Box::new(invite), refusal));
        }
        let known = match self.users_of(&invite) {
            Ok(known) => known,
            Err(refusal) => return Err((Box::new(invite), refusal)),
        };
        let allowed = policy::may_present(&invite, purpose, &known, accounts, now);
        self.note_absent(invite.users(), invite.created, &known, accounts, now);
        match allowed {
            Ok(()) => Ok(policy::without_strangers(invite, &known, accounts)),
            Err(refusal) => Err((Box::new(invite), refusal)),
        }
    }

    /// What is known of the users of an invite. Most invites are the server's and have none.
    pub(super) fn users_of(&mut self, invite: &Invite) -> Result<Known, Refusal> {
        if invite.users().next().is_none() {
            return Ok(Known::default());
        }
        self.run_for_strangers(Mode::Read, |sql, settings| names::known(sql, &settings.host, invite.users()))
    }

    /// Takes a use and a name for a registration (or a reset) that is about to happen. The same permit may claim again, with another name: the earlier
    /// name is let go. Durable: an account that is made afterwards can't lose its claim. The answer is the user who becomes a contact of the new account.
    ///
    /// Expiry is no reason to refuse here (XEP-0445 §2).
    ///
    /// # Errors
    /// Why not; [`Refusal::InviteInUse`] may pass; or all questions, before anything is written. Where other claims stand in the way that may have been left
    /// behind, it is asked what became of them, and with the answers they are settled first.
    pub fn claim(&mut self, permit: &Permit, username: &Username, accounts: &Accounts, now: UnixTime) -> Result<Option<Username>, Refusal> {
        // With the fact that every claim needs, the caller has been asked before, or knew what would be asked.
        if !accounts.standing.contains_key(username) || !accounts.claims.is_empty() {
            self.prepare(permit, username, accounts, now)?;
        }
        let mut scene = None;
        let refusal = match self.attempt(permit, username, accounts, now, &mut scene) {
            Ok(inviter) => return Ok(inviter),
            Err(refusal) => refusal,
        };
        let Some(scene) = scene else {
            return Err(refusal);
        };
        if is_passing(&refusal) && self.clear(&scene.rivals, accounts, now)? {
            return self.attempt(permit, username, accounts, now, &mut None);
        }
        self.note_absent(scene.invite.users(), scene.invite.created, &scene.known, accounts, now);
        Err(refusal)
    }

    /// Finds out in advance what a claim needs to know, and settles what was left behind in its way.
    fn prepare(&mut self, permit: &Permit, username: &Username, accounts: &Accounts, now: UnixTime) -> Result<(), Refusal> {
        let scene = self.run_for_strangers(Mode::Read, |sql, settings| look(book::find, sql, settings, permit, username, now))?;
        let mut questions = match policy::may_claim(&scene.invite, username, scene.promise, scene.in_flight, &scene.known, accounts) {
            Err(Refusal::Ask(questions)) => questions,
            Err(refusal) if !is_passing(&refusal) => {
                self.note_absent(scene.invite.users(), scene.invite.created, &scene.known, accounts, now);
                return Err(refusal);
            }
            _ => Vec::new(),
        };
        if scene.promise != Promise::Free || !scene.invite.limit.allows(scene.invite.uses.saturating_add(scene.in_flight)) {
            match self.clear(&scene.rivals, accounts, now) {
                Err(Refusal::Ask(more)) => questions.extend(more),
                other => drop(other?),
            }
        }
        accounts.need(questions)
    }

    /// Settles those of some claims that were left behind; whether that has set anything free.
    fn clear(&mut self, rivals: &[Claim], accounts: &Accounts, now: UnixTime) -> Result<bool, Refusal> {
        let stale = self.stale(rivals.to_vec(), now)?;
        let settled = self.conclude(&stale, accounts, now)?;
        Ok(!settled.redeemed.is_empty() || settled.released > 0)
    }

    /// One try; what was found when it was decided is left in `seen`.
    fn attempt(
        &mut self,
        permit: &Permit,
        username: &Username,
        accounts: &Accounts,
        now: UnixTime,
        seen: &mut Option<Scene>,
    ) -> Result<Option<Username>, Refusal> {
        self.store.prove(&self.settings.process)?;
        self.run_for_strangers(Mode::Durable, |sql, settings| {
            let scene = seen.insert(look(book::lock, sql, settings, permit, username, now)?);
            policy::may_claim(&scene.invite, username, scene.promise, scene.in_flight, &scene.known, accounts)?;
            if let Some(ended) = scene.ended {
                book::drop_promise(sql, &settings.host, username, ended)?;
            }
            let is_reset = matches!(scene.invite.kind, Kind::Reset { .. });
            // Whoever had this name before is gone. Where that is not certain, it is once the account is registered.
            if !is_reset && accounts.is_gone(username) {
                end(sql, settings, username, now)?;
            }
            let claim = Claim {
                permit: permit.id,
                username: username.clone(),
                invite: scene.invite.id,
                is_reset,
                lease: now.plus(Self::LEASE),
                owner: settings.process.id(),
            };
            if !book::hold(sql, &settings.host, &claim)? {
                return Err(Refusal::UsernameReserved);
            }
            book::let_go_of_others(sql, &settings.host, permit.id, username)?;
            if scene.invite.kind.inviter().is_none() {
                return Ok(None);
            }
            let invite = policy::without_strangers(scene.invite.clone(), &scene.known, accounts);
            Ok(invite.kind.inviter().cloned())
        })
    }

    /// Counts the use of a permit: the account is there. It never refuses for a reason of policy, and it may be told twice.
    ///
    /// A power cut may undo it; the claim is durable, and settling finds the account then.
    ///
    /// # Errors
    /// [`Refusal::Store`].
    pub fn redeem(&mut self, permit: &Permit, username: Option<&Username>, now: UnixTime) -> Result<Redeemed, Refusal> {
        self.run(Mode::Lazy, |sql, settings| redeem(sql, settings, permit, username, now))
    }

    /// The attempt of a permit ended without an account: the use and the name are free again.
    ///
    /// # Errors
    /// [`Refusal::Store`].
    pub fn release(&mut self, permit: &Permit) -> Result<(), Refusal> {
        self.run(Mode::Lazy, |sql, settings| book::release(sql, &settings.host, permit.id))
    }

    /// Claims and redeems at once: a subscription through a contact invite (XEP-0379), and callers that tell us only when the account is there.
    ///
    /// # Errors
    /// As [`Ledger::claim`]; a permit that was redeemed before is no error.
    pub fn spend(&mut self, permit: &Permit, username: Option<&Username>, accounts: &Accounts, now: UnixTime) -> Result<Redeemed, Refusal> {
        let found =
            self.run_for_strangers(Mode::Read, |sql, settings| book::find(sql, &settings.host, permit.invite))?.ok_or(Refusal::TokenInvalid)?;
        accounts.need(policy::facts_to_spend(&found))?;
        let done = self.spend_answered(permit, username, accounts, now);
        if done.is_err() {
            if let Ok(known) = self.users_of(&found) {
                self.note_absent(found.users(), found.created, &known, accounts, now);
            }
        }
        done
    }

    /// The same once all facts are there.
    fn spend_answered(&mut self, permit: &Permit, username: Option<&Username>, accounts: &Accounts, now: UnixTime) -> Result<Redeemed, Refusal> {
        self.run_for_strangers(Mode::Durable, |sql, settings| {
            let invite = book::lock(sql, &settings.host, permit.invite)?.ok_or(Refusal::TokenInvalid)?;
            let invite = Invite { token: permit.token.clone(), ..invite };
            if book::is_recorded(sql, permit.id)? {
                return Ok(Redeemed { again: true, over_limit: false });
            }
            if book::claim_of(sql, &settings.host, permit.id)?.is_none() {
                let in_flight = i64::try_from(book::claims_on(sql, invite.id, permit.id)?.len()).unwrap_or(i64::MAX);
                let known = names::known(sql, &settings.host, invite.users())?;
                policy::may_spend(&invite, in_flight, &known, accounts)?;
            }
            redeem(sql, settings, permit, username, now)
        })
    }

    /// Ends the claim of one permit whose outcome its holder did not see: by whether its account is there.
    ///
    /// # Errors
    /// The question, or [`Refusal::Store`].
    pub fn settle(&mut self, permit: &Permit, accounts: &Accounts, now: UnixTime) -> Result<Settled, Refusal> {
        let claim = self.run(Mode::Read, |sql, settings| book::claim_of(sql, &settings.host, permit.id))?;
        self.conclude(claim.as_slice(), accounts, now)
    }

    /// Ends all claims that were left behind: those of processes that are known to be dead, and those past their lease.
    ///
    /// # Errors
    /// See [`Ledger::settle`].
    pub fn settle_stale(&mut self, accounts: &Accounts, now: UnixTime) -> Result<Settled, Refusal> {
        let claims = self.run(Mode::Read, |sql, settings| book::claims(sql, &settings.host))?;
        let (whole, damaged): (Vec<_>, Vec<_>) = claims.into_iter().partition(Result::is_ok);
        let stale = self.stale(whole.into_iter().flatten().collect(), now)?;
        let mut settled = self.conclude(&stale, accounts, now)?;
        settled.open += u64::try_from(damaged.len()).unwrap_or(u64::MAX);
        Ok(settled)
    }

    /// Whether somebody without an invite may register this name.
    ///
    /// # Errors
    /// [`Refusal::UsernameTooLong`], [`Refusal::UsernameReserved`], [`Refusal::Store`], or the question.
    pub fn open_name(&mut self, username: &Username, accounts: &Accounts, now: UnixTime) -> Result<(), Refusal> {
        username.fits_storage()?;
        accounts.unprivileged(username)?;
        self.unpromised(username, now)
    }

    /// No invite reserves the name, and nobody registers it at this moment through one.
    pub(super) fn unpromised(&mut self, username: &Username, now: UnixTime) -> Result<(), Refusal> {
        let holder = self.run_for_strangers(Mode::Read, |sql, settings| book::holder(sql, &settings.host, username))?;
        match holder {
            Some(holder) if is_promised(&holder, now) => Err(Refusal::UsernameReserved),
            _ => Ok(()),
        }
    }

    /// Those whose holders may be gone: their lease ran out (or lies so far ahead that the clock was turned back), or their process is dead.
    fn stale(&mut self, claims: Vec<Claim>, now: UnixTime) -> Result<Vec<Claim>, Refusal> {
        let mut stale = Vec::new();
        for claim in claims {
            let is_over = claim.lease <= now || claim.lease > now.plus(Self::LEASE);
            if is_over || (claim.owner != self.settings.process.id() && self.store.is_gone(&claim.owner)?) {
                stale.push(claim);
            }
        }
        Ok(stale)
    }

    /// Ends claims as the facts say; asks for the facts that are missing before it ends any.
    fn conclude(&mut self, claims: &[Claim], accounts: &Accounts, now: UnixTime) -> Result<Settled, Refusal> {
        let questions: Vec<Question> = claims
            .iter()
            .filter(|claim| outcome(claim, accounts) == Outcome::Ask)
            .map(|claim| Question { username: claim.username.clone(), subject: Subject::Claim(claim.lease.plus(-Self::LEASE)) })
            .collect();
        if !questions.is_empty() {
            return Err(Refusal::Ask(questions));
        }
        let mut settled = Settled::default();
        for claim in claims {
            let permit = Permit { id: claim.permit, invite: claim.invite, registers: true, token: None };
            match outcome(claim, accounts) {
                Outcome::Redeem => {
                    self.redeem(&permit, Some(&claim.username), now)?;
                    settled.redeemed.push((claim.invite, claim.username.clone()));
                }
                Outcome::Release => {
                    self.release(&permit)?;
                    settled.released += 1;
                }
                Outcome::Open | Outcome::Ask => settled.open += 1,
            }
        }
        Ok(settled)
    }
}

/// What became of a claim, as far as the facts go. The account of a reset was there before: only its holder could have told that it was set, so a reset
/// that was left open is released.
fn outcome(claim: &Claim, accounts: &Accounts) -> Outcome {
    if claim.is_reset {
        return Outcome::Release;
    }
    match accounts.claims.get(&claim.username) {
        Some(Standing::Active) => Outcome::Redeem,
        Some(Standing::Absent) => Outcome::Release,
        Some(Standing::Disabled | Standing::Unknown) => Outcome::Open,
        None => Outcome::Ask,
    }
}

/// What a claim finds when it looks.
struct Scene {
    invite: Invite,
    known: Known,
    promise: Promise,
    /// The invite to which the name is promised no longer.
    ended: Option<InviteId>,
    in_flight: i64,
    /// The claims of others on the invite and on the name.
    rivals: Vec<Claim>,
}

type Find = fn(&mut dyn Sql, &str, InviteId) -> Result<Option<Invite>, Refusal>;

/// Looks at the invite of a permit (which `find` may lock) and at the name that is claimed.
fn look(find: Find, sql: &mut dyn Sql, settings: &Settings, permit: &Permit, username: &Username, now: UnixTime) -> Result<Scene, Refusal> {
    let invite = find(sql, &settings.host, permit.invite)?.ok_or(Refusal::TokenInvalid)?;
    let invite = Invite { token: permit.token.clone(), ..invite };
    if book::is_recorded(sql, permit.id)? {
        return Err(Refusal::PermitSpent);
    }
    let known = names::known(sql, &settings.host, invite.users())?;
    let holder = book::holder(sql, &settings.host, username)?;
    let foreign = holder.filter(|holder| match &holder.claim {
        Some(claim) => claim.permit != permit.id,
        None => holder.invite != invite.id,
    });
    // A name that is an account's is no longer anybody's to reserve: a reset of that account may pass.
    let is_reset = matches!(invite.kind, Kind::Reset { .. });
    let ended = foreign.as_ref().is_some_and(|holder| !is_promised(holder, now) || (is_reset && holder.claim.is_none()));
    let promise = match &foreign {
        Some(holder) if !ended && holder.invite == invite.id => Promise::Contended,
        Some(_) if !ended => Promise::Taken,
        _ => Promise::Free,
    };
    let mut rivals = if invite.limit.max_uses().is_some() { book::claims_on(sql, invite.id, permit.id)? } else { Vec::new() };
    let in_flight = i64::try_from(rivals.len()).unwrap_or(i64::MAX);
    let ended = foreign.as_ref().filter(|_| ended).map(|holder| holder.invite);
    let held = foreign.and_then(|holder| holder.claim);
    rivals.extend(held.filter(|claim| claim.invite != invite.id || invite.limit.max_uses().is_none()));
    Ok(Scene { invite, known, promise, ended, in_flight, rivals })
}

/// Whether it may come free again.
fn is_passing(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::InviteInUse | Refusal::UsernameReserved)
}

fn redeem(sql: &mut dyn Sql, settings: &Settings, permit: &Permit, username: Option<&Username>, now: UnixTime) -> Result<Redeemed, Refusal> {
    let (host, kept_until) = (&settings.host, settings.kept_until(now));
    let Some(invite) = book::lock(sql, host, permit.invite)? else {
        // Swept, which no claim would have allowed: whoever made this account did not ask before.
        return Ok(Redeemed { again: false, over_limit: true });
    };
    let claim = book::claim_of(sql, host, permit.id)?;
    let username = username.or(claim.as_ref().map(|claim| &claim.username));
    if !book::record(sql, host, permit.id, username, permit.invite, now)? {
        return Ok(Redeemed { again: true, over_limit: false });
    }
    match (&invite.kind, username.filter(|_| permit.registers)) {
        (Kind::Reset { username }, _) => void_resets(sql, settings, username, now)?,
        (Kind::Account { .. } | Kind::ContactAccount { .. }, Some(username)) => {
            // The claim has ended what was under this name before. An account without one was made at this moment, past the gate.
            if claim.is_none() {
                end(sql, settings, username, now)?;
            }
            join(sql, host, permit, username, &invite, now)?;
        }
        _ => {}
    }
    book::fulfil(sql, host, permit.id)?;
    let uses = book::count_use(sql, permit.invite, kept_until)?;
    if let Some(name) = invite.kind.bound_name().filter(|_| !invite.limit.allows(uses)) {
        book::drop_promise(sql, host, name, permit.invite)?;
    }
    Ok(Redeemed { again: false, over_limit: invite.limit.max_uses().is_some_and(|max| uses > max) })
}

/// Writes down who invited a newcomer. An inviter who is not in the book yet (an admin, somebody from before) becomes the top of a tree; whom nobody
/// invited gets there when they first invite somebody. Whoever has the inviter's name by now, and is another account, has invited nobody.
fn join(sql: &mut dyn Sql, host: &str, permit: &Permit, username: &Username, invite: &Invite, now: UnixTime) -> Result<(), Refusal> {
    let Some(inviter) = invite.maker.as_ref().or(invite.kind.inviter()) else {
        return Ok(());
    };
    if names::find(sql, host, inviter)?.is_some_and(|account| !account.made(invite.created, None)) {
        return Ok(());
    }
    let parent = node_of(sql, host, inviter, now)?;
    lineage::join(sql, host, permit.id, username, Some(parent), Some(invite.id), now)
}

/// The place of a user in the book, who gets one here if need be. One who was deleted keeps theirs.
fn node_of(sql: &mut dyn Sql, host: &str, user: &Username, now: UnixTime) -> Result<NodeId, Refusal> {
    if let Some(node) = lineage::living(sql, host, user)?.or(lineage::last(sql, host, user)?) {
        return Ok(node);
    }
    let node = draw(&mut SysRng)?;
    lineage::join(sql, host, node, user, None, None, now)?;
    // Another transaction may have been faster.
    Ok(lineage::living(sql, host, user)?.unwrap_or(node))
}
