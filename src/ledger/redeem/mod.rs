//! Redeeming a use, or releasing it.

mod follow_ups;

use rand::rngs::SysRng;

pub use follow_ups::{FollowUp, FollowUpStep};

use super::accounts::{end, void_resets};
use super::{Ledger, Presentation, Settings, chain, webhooks};
use crate::ids::NodeId;
use crate::policy::{self, Accounts};
use crate::record::{Happened, WebhookLimit};
use crate::store::tree::Node;
use crate::store::{Mode, Tx, accounts, claims, invites, names, redemptions, tree};
use crate::token::draw;
use crate::{Error, Invite, Kind, Refusal, UnixTime, Username, WebhookEvent};

/// The result of a redemption.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Redeemed {
    /// This presentation was redeemed before; nothing was counted now.
    pub again: bool,
    /// The invite has fewer uses than are counted now: an account was created past the gate. Callers log an error.
    pub over_limit: bool,
    /// Whether something is to be done for the account now ([`Ledger::follow_ups`]).
    pub has_follow_ups: bool,
}

impl Ledger {
    /// Counts the use of a presentation, because the account exists. It never refuses, and it counts once however often it is called.
    ///
    /// A power cut may undo it. The claim is durable, so settling finds the account then.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn redeem(&mut self, presentation: &Presentation, username: Option<&Username>, now: UnixTime) -> Result<Redeemed, Error> {
        self.run(Mode::Lazy, |tx, settings| redeem(tx, settings, presentation, username, now))
    }

    /// The presentation ended without an account: its use and its name are free again.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn release(&mut self, presentation: &Presentation) -> Result<(), Error> {
        self.run(Mode::Lazy, |tx, _| names::release(tx, presentation.id))
    }

    /// Claims and redeems at once: for a subscription through a contact invite (XEP-0379), and for callers that tell us only when the account exists.
    ///
    /// # Errors
    /// As [`Ledger::claim`]. A presentation that was redeemed before is no error.
    pub fn spend(&mut self, presentation: &Presentation, username: Option<&Username>, accounts: &Accounts, now: UnixTime) -> Result<Redeemed, Error> {
        let found = self.run_for_strangers(Mode::Read, |tx, _| invites::find(tx, presentation.invite))?.ok_or(Refusal::TokenInvalid)?;
        accounts.need(policy::facts_to_spend(&found))?;
        let done = self.spend_answered(presentation, username, accounts, now);
        if done.is_err() {
            if let Ok(known) = self.users_of(&found) {
                self.record_absent(found.users(), found.created, &known, accounts, now);
            }
        }
        done
    }

    /// The same with all facts.
    fn spend_answered(
        &mut self,
        presentation: &Presentation,
        username: Option<&Username>,
        accounts: &Accounts,
        now: UnixTime,
    ) -> Result<Redeemed, Error> {
        self.run_for_strangers(Mode::Durable, |tx, settings| {
            let invite = invites::lock(tx, presentation.invite)?.ok_or(Refusal::TokenInvalid)?;
            let invite = Invite { token: presentation.token.clone(), ..invite };
            if redemptions::is_recorded(tx, presentation.id)? {
                return Ok(Redeemed { again: true, ..Redeemed::default() });
            }
            if names::claim_of(tx, presentation.id)?.is_none() {
                let in_flight = i64::try_from(names::claims_on(tx, invite.id, presentation.id)?.len()).unwrap_or(i64::MAX);
                let known = accounts::known(tx, invite.users())?;
                policy::may_spend(&invite, in_flight, &known, accounts)?;
            }
            redeem(tx, settings, presentation, username, now)
        })
    }
}

fn redeem(tx: &mut Tx<'_>, settings: &Settings, presentation: &Presentation, username: Option<&Username>, now: UnixTime) -> Result<Redeemed, Error> {
    claims::announce_redemption(tx, presentation.invite, presentation.id)?;
    let Some(invite) = invites::lock(tx, presentation.invite)? else {
        // It was swept, which a claim would have prevented: somebody created this account without asking before.
        return Ok(Redeemed { over_limit: true, ..Redeemed::default() });
    };
    let claim = names::claim_of(tx, presentation.id)?;
    let username = username.or(claim.as_ref().map(|claim| &claim.username));
    if !redemptions::record(tx, presentation.id, username, presentation.invite, now)? {
        return Ok(Redeemed { again: true, ..Redeemed::default() });
    }
    let mut reached = None;
    match (&invite.kind, username.filter(|_| presentation.registers)) {
        (Kind::Reset { username }, _) => void_resets(tx, username, now)?,
        (Kind::Account { .. } | Kind::ContactAccount { .. }, Some(username)) => {
            // The claim has ended the earlier account of this name. Without a claim, the account was created past the gate just now.
            if claim.is_none() {
                end(tx, username, now)?;
            }
            reached = join(tx, settings, presentation, username, &invite, now)?;
        }
        _ => {}
    }
    names::finish(tx, presentation.id)?;
    invites::count_use(tx, presentation.invite, settings.kept_until(now))?;
    let uses = invite.uses.saturating_add(1); // it is locked
    if let Some(name) = invite.kind.bound_name().filter(|_| !invite.limit.allows(uses)) {
        names::release_reservation(tx, name, presentation.invite)?;
    }
    let account = account(settings, presentation, username);
    let is_noted = match &account {
        Some(account) => follow_ups::note(tx, settings, &invite, account, presentation, now)? > 0,
        None => false,
    };
    webhooks::note(tx, settings, &Happened { account, ..Happened::of(WebhookEvent::Redeemed, invite.id) }, now)?;
    // A single use needs no second event.
    if uses > 1 && invite.limit.max_uses() == Some(uses) {
        webhooks::note(tx, settings, &Happened { limit: Some(WebhookLimit::Uses), ..Happened::of(WebhookEvent::LimitReached, invite.id) }, now)?;
    }
    for step in reached.iter().flat_map(|(_, steps)| steps) {
        let limit = Some(if *step == FollowUpStep::TreeFull { WebhookLimit::TreeAccounts } else { WebhookLimit::TreeDepth });
        let account = reached.as_ref().map(|(top, _)| settings.account(top));
        webhooks::note(tx, settings, &Happened { account, limit, ..Happened::of(WebhookEvent::LimitReached, invite.id) }, now)?;
    }
    let over_limit = invite.limit.max_uses().is_some_and(|max| uses > max);
    Ok(Redeemed { again: false, over_limit, has_follow_ups: reached.is_some() || is_noted })
}

/// The bare JID of the account that has used an invite, if it is known.
fn account(settings: &Settings, presentation: &Presentation, username: Option<&Username>) -> Option<String> {
    let registered = username.filter(|_| presentation.registers).map(|username| settings.account(username));
    registered.or_else(|| presentation.contact.clone())
}

/// Records who invited a new account. An inviter who is not in the tree yet (an admin, or somebody from before) gets a row without a parent. If the
/// inviter's name belongs to another account by now, nobody is recorded. Returns the limits of which admins are to be told, with the account at the top.
fn join(
    tx: &mut Tx<'_>,
    settings: &Settings,
    presentation: &Presentation,
    username: &Username,
    invite: &Invite,
    now: UnixTime,
) -> Result<Option<(Username, Vec<FollowUpStep>)>, Error> {
    let Some(inviter) = invite.creator.as_ref().or(invite.kind.inviter()) else {
        return Ok(None);
    };
    if accounts::find(tx, inviter)?.is_some_and(|account| !account.made(invite.created, None)) {
        return Ok(None);
    }
    let parent = node_of(tx, inviter, now)?;
    let root = chain::grows_below(invite).map(|_| parent.top());
    let node = Node { id: presentation.id.into(), parent: Some(parent.id), root, joined: now };
    tree::join(tx, &node, username, Some(invite.id))?;
    let reached = root.map_or_else(|| Ok(Vec::new()), |_| chain::newly_reached(tx, settings, node, presentation.id, now))?;
    if reached.is_empty() {
        return Ok(None);
    }
    let top = tree::name_of(tx, node.top())?.unwrap_or_else(|| inviter.clone());
    reached.iter().try_for_each(|step| follow_ups::note_limit(tx, settings, &top, *step, now))?;
    Ok(Some((top, reached)))
}

/// The row of a user in the tree, created if needed. A deleted account keeps its row.
pub(super) fn node_of(tx: &mut Tx<'_>, user: &Username, now: UnixTime) -> Result<Node, Error> {
    if let Some(node) = tree::living(tx, user)? {
        return Ok(node);
    }
    if let Some(node) = tree::last(tx, user)? {
        return Ok(node);
    }
    let node = Node { id: NodeId(draw(&mut SysRng)?), parent: None, root: None, joined: now };
    tree::join(tx, &node, user, None)?;
    // Another transaction may have been faster.
    Ok(tree::living(tx, user)?.unwrap_or(node))
}
