//! Creating invites: a draft that other modules may change, then the row.

use std::collections::BTreeMap;

use rand::rngs::SysRng;
use serde_json::Value;

use super::webhooks::note;
use super::{Ledger, Settings, is_reserved};
use crate::policy::{self, Accounts};
use crate::record::Happened;
use crate::store::{Mode, Tx, accounts, invites, names, quotas};
use crate::{
    Account, Authority, Card, CreateRequest, Error, Invite, Kind, KnownAccounts, Limit, QuotaKind, Refusal, Tallies, Tally, Token, UnixTime,
    Username, WebhookEvent, text,
};

/// A new invite that is not stored yet. Other modules see it first, and may change its public fields.
#[derive(Clone, Debug)]
pub struct Draft {
    invite: Invite,
    token: Token,
    /// Its `additional_data`.
    pub data: Option<Value>,
    /// The URL of its web page.
    pub landing_page: Option<String>,
    /// When it expires.
    pub expires: UnixTime,
    /// How often it can be used.
    pub limit: Limit,
}

impl Draft {
    /// The secret.
    #[must_use]
    pub fn token(&self) -> &Token {
        &self.token
    }

    /// The invite as it would be stored without changes, but with its token.
    #[must_use]
    pub fn invite(&self) -> Invite {
        Invite { token: Some(self.token.clone()), ..self.invite.clone() }
    }
}

impl Ledger {
    /// A draft of the invite that was requested, with a new token. Nothing is stored.
    ///
    /// # Errors
    /// As [`Ledger::drafts`].
    pub fn draft(&mut self, request: CreateRequest, accounts: &Accounts, now: UnixTime) -> Result<Draft, Error> {
        self.drafts(request, 1, accounts, now)?.pop().ok_or_else(|| Error::Failed("nothing was drafted".into()))
    }

    /// Drafts of `count` such invites, which differ in their tokens, and in their numbers if they are cards: all are within the quotas, or none is made.
    ///
    /// # Errors
    /// The name is taken, the account does not exist, the lifetime or the data is invalid; or the question.
    pub fn drafts(&mut self, request: CreateRequest, count: u16, accounts: &Accounts, now: UnixTime) -> Result<Vec<Draft>, Error> {
        let mut request = request.agreed()?;
        CreateRequest::note(request.data.as_ref()).map_or(Ok(()), CreateRequest::note_fits)?;
        policy::can_be_named(&request.kind)?;
        accounts.need(policy::facts_to_create(&request))?;
        let users = request.users();
        let known = self.identify_all(&users, accounts, now)?;
        let made = match &request.creator {
            Some(creator) if request.authority == Authority::User => {
                let began = known.account(creator).began;
                self.run_for_strangers(Mode::Read, |tx, settings| tallies(tx, settings, (creator, began), now))?
            }
            _ => Tallies::default(),
        };
        // The last one has the others before it.
        let made = made.and(i64::from(count.saturating_sub(1)));
        request.kind = policy::grant(&request, &self.settings.allowance, made, accounts)?;
        if let Some(creator) = request.creator.as_ref().filter(|_| request.authority == Authority::User && request.kind.allows_registration()) {
            if let Some(refusal) = self.obstacle_of_chain(creator, &known, accounts, now)? {
                let Kind::ContactAccount { inviter } = request.kind else { return Err(refusal.into()) };
                // As without permission: then it is a contact invite.
                request.kind = Kind::Contact { inviter };
                request.kind = policy::grant(&request, &self.settings.allowance, made, accounts)?;
            }
        }
        policy::may_create(&request.kind, request.authority, accounts)?;
        let configured = if matches!(request.kind, Kind::Reset { .. }) { self.settings.reset_ttl } else { self.settings.ttl };
        let longest = self.settings.allowance.ttl.filter(|_| request.authority == Authority::User);
        let end = self.settings.longest_for(&request.kind);
        let ttl = request.ttl.unwrap_or(configured.min(longest.unwrap_or(configured)).min(end));
        if ttl < 1 {
            return Err(Refusal::TtlInvalid.into());
        }
        if ttl > end {
            return Err(Refusal::ContactTtlTooLong.into());
        }
        if let Kind::Account { username: Some(name), .. } = &request.kind {
            self.check_unreserved(name, now)?;
        }
        let created = users.iter().fold(now, |created, user| since(created, &request.kind, &known.account(user)));
        let drafts = (0..count).map(|at| {
            let data = request.data.clone().map(|data| Card::after(data, at));
            drafted(&CreateRequest { data, ..request.clone() }, accounts, created, created.plus(ttl))
        });
        drafts.collect()
    }

    /// How many account invites a user may still create now on their own authority; `None` means no limit.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn room(&mut self, creator: &Username, now: UnixTime) -> Result<Option<i64>, Error> {
        let made = self.run(Mode::Read, |tx, settings| {
            let began = accounts::find(tx, creator)?.unwrap_or_default().began;
            tallies(tx, settings, (creator, began), now)
        })?;
        Ok(self.settings.allowance.accounts.room(made.accounts))
    }

    /// Stores drafts, all or none. They are on the disk when this returns, and bound names are reserved. Quotas are checked and counted in the same
    /// transaction.
    ///
    /// # Errors
    /// [`Refusal::UsernameReserved`] or a quota if somebody else was faster, [`Refusal::TtlInvalid`] if a module let an invite expire at once.
    pub fn create_all(&mut self, drafts: &[Draft], now: UnixTime) -> Result<Vec<Invite>, Error> {
        let mut invites = drafts.iter().map(|draft| self.finished(draft, now)).collect::<Result<Vec<_>, _>>()?;
        self.run(Mode::Durable, |tx, settings| insert_all(tx, settings, &mut invites, now))?;
        Ok(with_tokens(invites, drafts))
    }

    /// Stores one draft.
    ///
    /// # Errors
    /// As [`Ledger::create_all`].
    pub fn create(&mut self, draft: &Draft, now: UnixTime) -> Result<Invite, Error> {
        let mut created = self.create_all(std::slice::from_ref(draft), now)?;
        created.pop().ok_or_else(|| Error::Failed("nothing was created".into()))
    }

    /// The invite as it will be stored, with the changes that other modules made to its draft.
    pub(super) fn finished(&self, draft: &Draft, now: UnixTime) -> Result<Invite, Error> {
        if draft.expires <= now {
            return Err(Refusal::TtlInvalid.into());
        }
        if draft.expires > draft.invite.created.plus(self.settings.longest_for(&draft.invite.kind)) {
            return Err(Refusal::ContactTtlTooLong.into());
        }
        // A module may not turn an invite into a password reset, nor a reset into another account's.
        let agreed = CreateRequest { data: draft.data.clone(), ..CreateRequest::of(draft.invite.kind.clone()) }.agreed()?;
        if agreed.kind != draft.invite.kind {
            return Err(Refusal::DataInvalid("allow_reset was added after the invite was made".into()).into());
        }
        CreateRequest::note(agreed.data.as_ref()).map_or(Ok(()), CreateRequest::note_fits)?;
        if draft.landing_page.as_deref().is_some_and(|page| !page.chars().all(text::is_plain)) {
            return Err(Refusal::DataInvalid("the landing page has characters that can't be shown".into()).into());
        }
        // A reset opens an existing account, so its token is worth a password. No list needs it.
        let in_clear = self.settings.store_tokens && !matches!(draft.invite.kind, Kind::Reset { .. });
        Ok(Invite {
            token: in_clear.then(|| draft.token.clone()),
            landing_page: draft.landing_page.clone().filter(|_| in_clear),
            data: agreed.data.clone(),
            expires: draft.expires,
            limit: draft.limit,
            ..draft.invite.clone()
        })
    }
}

/// Inserts invites, and counts them for those on whose authority they are created.
pub(super) fn insert_all(tx: &mut Tx<'_>, settings: &Settings, invites: &mut [Invite], now: UnixTime) -> Result<(), Error> {
    let (mut known, mut counted) = (KnownAccounts::default(), BTreeMap::new());
    for invite in invites {
        invite.created = stamped(tx, invite, &mut known)?;
        // If a connection was lost during COMMIT, this runs again and finds its own row.
        let is_new = invites::insert(tx, invite, settings.kept_until(invite.expires))?;
        if let Some(creator) = invite.creator.as_ref().filter(|_| is_new && invite.authority == Authority::User) {
            *counted.entry((creator.clone(), QuotaKind::of(&invite.kind))).or_insert(0) += 1;
        }
        reserve_bound_name(tx, invite, now)?;
        if is_new {
            note(tx, settings, &Happened::of(WebhookEvent::Created, invite.id), now)?;
        }
    }
    counted.into_iter().try_for_each(|((creator, sort), new)| count(tx, settings, (&creator, sort, new), &known, now))
}

/// Stored invites with what their drafts say and the database may not keep.
pub(super) fn with_tokens(invites: Vec<Invite>, drafts: &[Draft]) -> Vec<Invite> {
    let with_token =
        |(invite, draft): (Invite, &Draft)| Invite { token: Some(draft.token.clone()), landing_page: draft.landing_page.clone(), ..invite };
    invites.into_iter().zip(drafts).map(with_token).collect()
}

/// A draft with a new token.
fn drafted(request: &CreateRequest, accounts: &Accounts, created: UnixTime, expires: UnixTime) -> Result<Draft, Error> {
    let token = Token::random(&mut SysRng)?;
    let credentials = match &request.kind {
        Kind::Reset { username } => accounts.credentials.get(username).map(|credentials| token.seal(credentials)),
        _ => None,
    };
    let invite = Invite {
        id: token.id(),
        token: None,
        kind: request.kind.clone(),
        creator: request.creator.clone(),
        authority: request.authority,
        limit: request.limit,
        uses: 0,
        created,
        expires,
        revoked: None,
        landing_page: None,
        data: request.data.clone(),
        credentials,
    };
    Ok(Draft { limit: invite.limit, data: invite.data.clone(), invite, token, landing_page: None, expires })
}

/// When an invite that involves a user is created: not before the user's account began, and a reset not before the password was changed.
fn since(created: UnixTime, kind: &Kind, account: &Account) -> UnixTime {
    let resets_from = if matches!(kind, Kind::Reset { .. }) { account.resets_from } else { account.began };
    created.max(account.began).max(resets_from)
}

/// The same for all users of an invite, as this transaction sees them. `known` keeps what was read.
fn stamped(tx: &mut Tx<'_>, invite: &Invite, known: &mut KnownAccounts) -> Result<UnixTime, Error> {
    let mut created = invite.created;
    for user in invite.users() {
        let account = match known.get(user) {
            Some(account) => account,
            None => accounts::find(tx, user)?.unwrap_or_default(),
        };
        known.insert(user.clone(), account);
        created = since(created, &invite.kind, &account);
    }
    Ok(created)
}

/// What a user has created since their account began, as far as the quotas need it.
fn tallies(tx: &mut Tx<'_>, settings: &Settings, (creator, began): (&Username, UnixTime), now: UnixTime) -> Result<Tallies, Error> {
    let made = quotas::made(tx, creator)?.on(day(now));
    let mut tally = |sort| {
        let pending = quotas::pending(tx, (creator, began), sort, settings.allowance.of(sort), now)?;
        Ok::<_, Error>(Tally { pending, today: made.of(sort) })
    };
    Ok(Tallies { accounts: tally(QuotaKind::Accounts)?, contacts: tally(QuotaKind::Contacts)? })
}

/// Counts new invites of one sort for the user on whose authority they were created. Fails if they exceed the quota.
fn count(
    tx: &mut Tx<'_>,
    settings: &Settings,
    (creator, sort, created): (&Username, QuotaKind, i64),
    known: &KnownAccounts,
    now: UnixTime,
) -> Result<(), Error> {
    let quota = settings.allowance.of(sort);
    // This comes first: another transaction for this user waits here until this one is counted.
    let made = quotas::lock_daily_count(tx, creator)?.on(day(now));
    // The invites themselves are already among the pending ones.
    let pending = quotas::pending(tx, (creator, known.account(creator).began), sort, quota, now)? - 1;
    quota.one_more(Tally { pending, today: made.of(sort).saturating_add(created - 1) })?;
    quotas::store_daily_count(tx, creator, made.and(sort, created))
}

/// Days since 1970-01-01, UTC.
fn day(now: UnixTime) -> i64 {
    now.seconds() / 86400
}

/// Reserves the name that an account invite is bound to.
pub(super) fn reserve_bound_name(tx: &mut Tx<'_>, invite: &Invite, now: UnixTime) -> Result<(), Error> {
    let Kind::Account { username: Some(name), .. } = &invite.kind else {
        return Ok(());
    };
    match names::holder(tx, name)? {
        Some(holder) if holder.invite == invite.id => return Ok(()),
        Some(holder) if is_reserved(&holder, now) => return Err(Refusal::UsernameReserved.into()),
        Some(ended) => names::release_reservation(tx, name, ended.invite)?,
        None => {}
    }
    if names::reserve(tx, name, invite.id)? { Ok(()) } else { Err(Refusal::UsernameReserved.into()) }
}
