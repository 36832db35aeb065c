//! The rules: who may do what with an invite. Pure: facts and the time are arguments, the answer is yes or a refusal.
//!
//! Facts about accounts come from Prosody. Where a rule needs one that nobody has looked up yet, the answer is [`Error::Ask`] with the
//! questions; the caller looks them up and comes again. What can't be found out counts as a no: the gate fails closed.

use std::collections::HashMap;

use serde::Deserialize;

use crate::{Allowance, Authority, CreateRequest, Error, Invite, Kind, KnownAccounts, Refusal, Tallies, UnixTime, Username};

/// What Prosody knows of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountStatus {
    /// It exists and may log in.
    Active,
    /// It exists and is disabled (or has no password yet).
    Disabled,
    /// It does not exist.
    Absent,
    /// Nobody can say: storage that can't be read, a provider without an answer.
    Unknown,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The account as it stands.
    Account,
    /// What became of a claim that was taken at this time and left open: [`AccountStatus::Active`] only for a complete account that it made.
    Claim(UnixTime),
    /// Whether the user has an account that is enabled and may invite people to register (the permission `invites_adhoc:invite-users`).
    Permission,
    /// Whether the name alone gives power: it is an admin's in the configuration, or a role is stored for it.
    Privilege,
}

/// A question to be answered by Prosody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The account.
    pub username: Username,
    /// What about it.
    pub subject: Subject,
}

/// The facts that are known so far.
#[derive(Clone, Debug, Default)]
pub struct Accounts {
    /// The accounts as they stand.
    pub standing: HashMap<Username, AccountStatus>,
    /// What became of the claims that were left open on these names.
    pub claims: HashMap<Username, AccountStatus>,
    /// Who may invite people to register.
    pub permissions: HashMap<Username, bool>,
    /// Which names give power to whoever registers them.
    pub privileged: HashMap<Username, bool>,
    /// Of which names it is certain that they have no account. Some providers say that an account is absent while they can't be reached.
    pub gone: HashMap<Username, bool>,
    /// When the accounts were created, where Prosody knows it.
    pub created: HashMap<Username, UnixTime>,
    /// A text that changes with the password, for those accounts whose provider shows it.
    pub credentials: HashMap<Username, String>,
}

impl Accounts {
    /// The account as it stands, or the question.
    fn standing(&self, username: &Username) -> Result<AccountStatus, Error> {
        let question = || ask(username, Subject::Account);
        match self.standing.get(username).copied().ok_or_else(question)? {
            AccountStatus::Unknown => Err(Error::AccountUnknown(username.clone())),
            known => Ok(known),
        }
    }

    /// Whether a user may invite people to register, or the question.
    ///
    /// # Errors
    /// The question.
    pub fn may_invite(&self, username: &Username) -> Result<bool, Error> {
        self.permissions.get(username).copied().ok_or_else(|| ask(username, Subject::Permission))
    }

    /// The name gives no power to whoever registers it, as far as accounts that anybody may make are concerned.
    ///
    /// # Errors
    /// [`Refusal::UsernameReserved`], or the question.
    pub fn unprivileged(&self, username: &Username) -> Result<(), Error> {
        match self.privileged.get(username) {
            None => Err(ask(username, Subject::Privilege)),
            Some(true) => Err(Refusal::UsernameReserved.into()),
            Some(false) => Ok(()),
        }
    }

    /// `refusal` unless the account is there and enabled.
    fn active(&self, username: &Username, refusal: Refusal) -> Result<(), Error> {
        if self.standing(username)? == AccountStatus::Active { Ok(()) } else { Err(refusal.into()) }
    }

    /// Whether it is certain that there is no account of this name.
    #[must_use]
    pub fn is_gone(&self, username: &Username) -> bool {
        self.standing.get(username) == Some(&AccountStatus::Absent) && self.gone.get(username) == Some(&true)
    }

    /// When the account was created, if Prosody knows it.
    #[must_use]
    pub fn created(&self, username: &Username) -> Option<UnixTime> {
        self.created.get(username).copied()
    }

    /// Whether this question is answered. The answer about a right comes with that about the account.
    fn answers(&self, question: &Question) -> bool {
        match question.subject {
            Subject::Account => self.standing.contains_key(&question.username),
            Subject::Claim(_) => self.claims.contains_key(&question.username),
            Subject::Permission => self.permissions.contains_key(&question.username),
            Subject::Privilege => self.privileged.contains_key(&question.username),
        }
    }

    /// All of these questions that are not answered yet, as one refusal.
    ///
    /// # Errors
    /// The questions.
    pub fn need(&self, mut questions: Vec<Question>) -> Result<(), Error> {
        questions.retain(|question| !self.answers(question));
        if questions.is_empty() { Ok(()) } else { Err(Error::Ask(questions)) }
    }

    /// A refusal if there is an account of this name, enabled or not.
    fn absent(&self, username: &Username) -> Result<(), Error> {
        if self.standing(username)? == AccountStatus::Absent { Ok(()) } else { Err(Refusal::AccountExists.into()) }
    }
}

fn ask(username: &Username, subject: Subject) -> Error {
    Error::Ask(vec![about(username, subject)])
}

fn about(username: &Username, subject: Subject) -> Question {
    Question { username: username.clone(), subject }
}

/// Questions about the right of one user and the accounts of others, each account once: an answer about a right says what there is to say of the account.
fn questions<'a>(right: Option<&'a Username>, accounts: impl IntoIterator<Item = Option<&'a Username>>) -> Vec<Question> {
    let mut questions: Vec<Question> = right.map(|user| about(user, Subject::Permission)).into_iter().collect();
    for user in accounts.into_iter().flatten() {
        if !questions.iter().any(|question| question.username == *user) {
            questions.push(about(user, Subject::Account));
        }
    }
    questions
}

/// The user on whose right an invite stands.
fn authorising_user(authority: Authority, creator: Option<&Username>) -> Option<&Username> {
    creator.filter(|_| authority == Authority::User)
}

/// Every fact that is needed to know whose account has this name.
#[must_use]
pub fn facts_about(username: &Username) -> Vec<Question> {
    questions(None, [Some(username)])
}

/// Whether an account can have the name that an invite is bound to. It comes before all questions: looking for such an account is an error to the storage.
///
/// # Errors
/// [`Refusal::UsernameTooLong`].
pub fn can_be_named(kind: &Kind) -> Result<(), Refusal> {
    match kind {
        Kind::Account { username: Some(name), .. } => name.fits_storage(),
        _ => Ok(()),
    }
}

/// Every fact that is needed to make what somebody wishes for.
#[must_use]
pub fn facts_to_create(request: &CreateRequest) -> Vec<Question> {
    let right = authorising_user(request.authority, request.creator.as_ref()).filter(|_| request.kind.allows_registration());
    questions(right, [request.kind.subject(), request.kind.bound_name()])
}

/// Every fact that is needed to spend an invite.
#[must_use]
pub fn facts_to_spend(invite: &Invite) -> Vec<Question> {
    questions(None, [invite.kind.subject()])
}

/// Every fact that is needed to present an invite for a purpose.
#[must_use]
pub fn facts_to_present(invite: &Invite, purpose: &Purpose) -> Vec<Question> {
    let right = authorising_user(invite.authority, invite.creator.as_ref()).filter(|_| *purpose == Purpose::Register);
    questions(right, [invite.kind.subject()])
}

/// Every fact that is needed to register a name through an invite.
#[must_use]
pub fn facts_to_claim(invite: &Invite, username: &Username) -> Vec<Question> {
    questions(authorising_user(invite.authority, invite.creator.as_ref()), [Some(username), invite.kind.subject()])
}

/// The kind of invite that somebody gets who wishes for one, given what they have made already. A user without the right to invite, or over the quota, still
/// gets a contact invite, without registration, while the quota for those allows it.
///
/// # Errors
/// [`Refusal::NotAllowed`], the quota, what a user may not choose; or the question.
pub fn grant(request: &CreateRequest, allowance: &Allowance, made: Tallies, accounts: &Accounts) -> Result<Kind, Error> {
    let creator = match (request.authority, &request.creator) {
        (Authority::Server, _) => return Ok(request.kind.clone()),
        (Authority::User, None) => return Err(Refusal::NotAllowed.into()),
        (Authority::User, Some(creator)) => creator,
    };
    allowance.choice(request.limit, request.ttl)?;
    match &request.kind {
        Kind::Reset { .. } => Err(Refusal::NotAllowed.into()),
        Kind::Contact { inviter } | Kind::ContactAccount { inviter } if inviter != creator => Err(Refusal::NotAllowed.into()),
        Kind::Contact { .. } => {
            allowance.contacts.one_more(made.contacts)?;
            Ok(request.kind.clone())
        }
        Kind::ContactAccount { inviter } => {
            if accounts.may_invite(creator)? && allowance.accounts.one_more(made.accounts).is_ok() {
                return Ok(request.kind.clone());
            }
            // It is one of the others then, and counts as such.
            allowance.contacts.one_more(made.contacts)?;
            Ok(Kind::Contact { inviter: inviter.clone() })
        }
        Kind::Account { inviter, .. } => {
            if !accounts.may_invite(creator)? || inviter.as_ref().is_some_and(|inviter| inviter != creator) {
                return Err(Refusal::NotAllowed.into());
            }
            allowance.accounts.one_more(made.accounts)?;
            Ok(request.kind.clone())
        }
    }
}

/// What a token is presented for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Registration, or the reset of a password (XEP-0445).
    Register,
    /// Subscription to this user (XEP-0379).
    Subscribe(Username),
}

/// What is promised about the name that somebody wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reservation {
    /// Nothing, or only to this invite.
    Free,
    /// Somebody else registers it at this moment, through this very invite.
    Contended,
    /// Reserved for another invite, or being registered through one.
    Taken,
}

/// An invite may be made: a bound name must be free of an account, everything else needs the account that it is about (XEP-0401 §4). Users can't bind an
/// invite to a name that gives power.
///
/// # Errors
/// [`Refusal::AccountExists`], [`Refusal::AccountNotFound`], [`Refusal::UsernameReserved`], or the question.
pub fn may_create(kind: &Kind, authority: Authority, accounts: &Accounts) -> Result<(), Error> {
    match kind {
        Kind::Account { username, inviter } => {
            inviter.as_ref().map_or(Ok(()), |inviter| accounts.active(inviter, Refusal::AccountNotFound))?;
            let Some(name) = username else { return Ok(()) };
            accounts.absent(name)?;
            if authority == Authority::Server { Ok(()) } else { accounts.unprivileged(name) }
        }
        Kind::Contact { inviter: user } | Kind::ContactAccount { inviter: user } | Kind::Reset { username: user } => {
            accounts.active(user, Refusal::AccountNotFound)
        }
    }
}

/// A token may be presented as far as the invite itself goes, and all facts are there for the rest. Here, and only here, the expiry is judged: XEP-0445 §2
/// forbids to reject the session later because the token expired meanwhile.
///
/// # Errors
/// Which kind of dead the invite is, or that it is none for this purpose; or all questions.
pub fn is_presentable(invite: &Invite, purpose: &Purpose, accounts: &Accounts, now: UnixTime) -> Result<(), Error> {
    usable(invite)?;
    if invite.expires <= now {
        return Err(Refusal::TokenExpired.into());
    }
    match (purpose, &invite.kind) {
        (Purpose::Register, Kind::Contact { .. }) => Err(Refusal::TokenNotForRegistration.into()),
        (Purpose::Subscribe(user), kind) if !kind.is_contact_of(user) => Err(Refusal::TokenNotForContact.into()),
        _ => accounts.need(facts_to_present(invite, purpose)),
    }
}

/// A token may be presented. `known` are the users of the invite.
///
/// # Errors
/// As [`is_presentable`], and that whoever stands behind the invite is gone.
pub fn may_present(invite: &Invite, purpose: &Purpose, known: &KnownAccounts, accounts: &Accounts, now: UnixTime) -> Result<(), Error> {
    is_presentable(invite, purpose, accounts, now)?;
    if *purpose == Purpose::Register {
        authorised(invite, known, accounts)?;
    }
    accounts_exist(invite, known, accounts)
}

/// A name may be registered (or reset) through an invite whose token was presented. `in_flight` counts the uses that other presentations hold at
/// this moment, `known` are the users of the invite.
///
/// # Errors
/// Why not: the lasting reasons first, then [`Refusal::InviteInUse`], which may pass; or all questions.
pub fn may_claim(
    invite: &Invite,
    username: &Username,
    promise: Reservation,
    in_flight: i64,
    known: &KnownAccounts,
    accounts: &Accounts,
) -> Result<(), Error> {
    usable(invite)?;
    if !invite.kind.allows_registration() {
        return Err(Refusal::TokenNotForRegistration.into());
    }
    if invite.kind.bound_name().is_some_and(|name| name != username) {
        return Err(Refusal::UsernameMismatch.into());
    }
    let is_reset = matches!(invite.kind, Kind::Reset { .. });
    if !is_reset {
        username.fits_storage()?; // before all questions, as in [`can_be_named`]
    }
    accounts.need(facts_to_claim(invite, username))?;
    if !is_reset {
        accounts.absent(username)?;
    }
    authorised(invite, known, accounts)?;
    accounts_exist(invite, known, accounts)?;
    if invite.authority != Authority::Server || invite.kind.bound_name() != Some(username) {
        accounts.unprivileged(username)?;
    }
    if promise == Reservation::Taken {
        return Err(Refusal::UsernameReserved.into());
    }
    if !invite.limit.allows(invite.uses.saturating_add(in_flight)) {
        return Err(Refusal::InviteInUse.into());
    }
    if promise == Reservation::Free { Ok(()) } else { Err(Refusal::UsernameReserved.into()) }
}

/// An invite may be spent at once, without an account to be made: a contact invite by a subscription (XEP-0379), or any invite by a module that
/// only tells us afterwards.
///
/// # Errors
/// As [`may_claim`].
pub fn may_spend(invite: &Invite, in_flight: i64, known: &KnownAccounts, accounts: &Accounts) -> Result<(), Error> {
    usable(invite)?;
    accounts.need(facts_to_spend(invite))?;
    accounts_exist(invite, known, accounts)?;
    if invite.limit.allows(invite.uses.saturating_add(in_flight)) { Ok(()) } else { Err(Refusal::InviteInUse.into()) }
}

/// Neither revoked nor used up.
fn usable(invite: &Invite) -> Result<(), Refusal> {
    if invite.revoked.is_some() {
        Err(Refusal::TokenRevoked)
    } else if invite.limit.allows(invite.uses) {
        Ok(())
    } else {
        Err(Refusal::TokenUsed)
    }
}

/// Whether the account that has this name now is the one that was there when the invite was made.
fn is_same(user: &Username, invite: &Invite, known: &KnownAccounts, accounts: &Accounts) -> bool {
    known.account(user).made(invite.created, accounts.created(user))
}

/// Whoever stands behind the invite still may let people register: a user's right and account are looked at again, the server's are not.
fn authorised(invite: &Invite, known: &KnownAccounts, accounts: &Accounts) -> Result<(), Error> {
    match (invite.authority, &invite.creator) {
        (Authority::Server, _) => Ok(()),
        (Authority::User, Some(creator)) if accounts.may_invite(creator)? && is_same(creator, invite, known, accounts) => Ok(()),
        (Authority::User, _) => Err(Refusal::InviterGone.into()),
    }
}

/// The account that the invite is about is there and enabled: contact invites die with their inviter, resets with their account and with its password.
fn accounts_exist(invite: &Invite, known: &KnownAccounts, accounts: &Accounts) -> Result<(), Error> {
    let same = |user, refusal| if is_same(user, invite, known, accounts) { Ok(()) } else { Err(Error::from(refusal)) };
    match &invite.kind {
        // Registers in any case; but nobody may become a contact of an account of which nothing can be said.
        Kind::Account { inviter, .. } => inviter.as_ref().map_or(Ok(()), |inviter| accounts.standing(inviter).map(drop)),
        Kind::Contact { inviter } | Kind::ContactAccount { inviter } => {
            accounts.active(inviter, Refusal::InviterGone)?;
            same(inviter, Refusal::InviterGone)
        }
        Kind::Reset { username } => {
            same(username, Refusal::TokenRevoked)?;
            accounts.active(username, Refusal::AccountNotFound)?;
            let is_sealed = match (&invite.credentials, &invite.token, accounts.credentials.get(username)) {
                (Some(seal), Some(token), Some(credentials)) => *seal == token.seal(credentials),
                _ => true,
            };
            if is_sealed && invite.created >= known.account(username).resets_from { Ok(()) } else { Err(Refusal::TokenRevoked.into()) }
        }
    }
}

/// Whether an invite has ended with an account, as far as the ledger knows by itself: with its creator on whose right it stands, its inviter, or the account
/// or the password that it was to reset. What was used up before is over anyway.
#[must_use]
pub fn is_orphaned(invite: &Invite, known: &KnownAccounts) -> bool {
    let is_earlier = |user: &Username| !known.account(user).made(invite.created, None);
    let is_subject_gone = match &invite.kind {
        Kind::Account { .. } => false,
        Kind::Contact { inviter } | Kind::ContactAccount { inviter } => is_earlier(inviter),
        Kind::Reset { username } => is_earlier(username) || invite.created < known.account(username).resets_from,
    };
    let is_over = is_subject_gone || authorising_user(invite.authority, invite.creator.as_ref()).is_some_and(is_earlier);
    is_over && invite.limit.allows(invite.uses)
}

/// The invite without the users whose account was an earlier one of that name, or is gone: whoever has the name now has not made it, and does not become a
/// contact of anybody.
#[must_use]
pub fn without_former_users(mut invite: Invite, known: &KnownAccounts, accounts: &Accounts) -> Invite {
    let is_gone = |user: &Username| !is_same(user, &invite, known, accounts) || accounts.standing.get(user) == Some(&AccountStatus::Absent);
    let is_maker_gone = invite.creator.as_ref().is_some_and(is_gone);
    let is_contact_gone = match &invite.kind {
        Kind::Account { inviter: Some(inviter), .. } => is_gone(inviter),
        _ => false,
    };
    if is_maker_gone {
        invite.creator = None;
    }
    if let (Kind::Account { inviter, .. }, true) = (&mut invite.kind, is_contact_gone) {
        *inviter = None;
    }
    invite
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Account, Limit, Quota, Tally, Token};

    const NOW: UnixTime = UnixTime::NEVER;

    fn user(name: &str) -> Username {
        Username::prepared(name).unwrap()
    }

    fn facts(facts: &[(&str, AccountStatus)]) -> Accounts {
        let standing = facts.iter().map(|&(name, standing)| (user(name), standing)).collect();
        Accounts { standing, privileged: facts.iter().map(|&(name, _)| (user(name), false)).collect(), ..Accounts::default() }
    }

    fn invite(kind: Kind) -> Invite {
        Invite {
            id: Token::parse("T").unwrap().id(),
            token: None,
            kind,
            creator: None,
            authority: Authority::Server,
            limit: Limit::ONCE,
            uses: 0,
            created: UnixTime::from_seconds(100),
            expires: UnixTime::from_seconds(200),
            revoked: None,
            landing_page: None,
            data: None,
            credentials: None,
        }
    }

    fn free() -> Invite {
        invite(Kind::Account { username: None, inviter: None })
    }

    fn at(seconds: i64) -> UnixTime {
        UnixTime::from_seconds(seconds)
    }

    fn with_permissions(permissions: &[(&str, bool)]) -> Accounts {
        Accounts { permissions: permissions.iter().map(|&(name, right)| (user(name), right)).collect(), ..Accounts::default() }
    }

    fn own(creator: &str, kind: Kind) -> CreateRequest {
        CreateRequest { creator: Some(user(creator)), authority: Authority::User, ..CreateRequest::of(kind) }
    }

    fn account(inviter: Option<&str>) -> Kind {
        Kind::Account { username: None, inviter: inviter.map(user) }
    }

    fn contact_account(inviter: &str) -> Kind {
        Kind::ContactAccount { inviter: user(inviter) }
    }

    const FULL: Tallies = Tallies { accounts: Tally { pending: 1, today: 1 }, contacts: Tally { pending: 0, today: 0 } };
    const NO_CONTACTS: Tallies = Tallies { accounts: Tally { pending: 1, today: 1 }, contacts: Tally { pending: 3, today: 3 } };

    fn granted(request: &CreateRequest, tally: Tallies, right: bool) -> Result<Kind, Error> {
        let accounts = Quota { pending: Some(1), per_day: Some(2) };
        let contacts = Quota { pending: Some(3), per_day: Some(4) };
        let allowance = Allowance { accounts, contacts, uses: Some(1), ttl: Some(60) };
        grant(request, &allowance, tally, &with_permissions(&[("juliet", right)]))
    }

    #[test]
    fn a_user_with_the_right_makes_what_leads_to_an_account() {
        let bound = Kind::Account { username: Some(user("romeo")), inviter: None };
        for kind in [account(None), account(Some("juliet")), bound, contact_account("juliet")] {
            assert_eq!(granted(&own("juliet", kind.clone()), Tallies::default(), true), Ok(kind));
        }
    }

    #[test]
    fn without_the_right_or_over_the_quota_a_contact_invite_is_what_remains() {
        let contact = Kind::Contact { inviter: user("juliet") };
        for (tally, right, refusal) in [(Tallies::default(), false, Refusal::NotAllowed), (FULL, true, Refusal::QuotaPending)] {
            assert_eq!(granted(&own("juliet", contact.clone()), tally, right), Ok(contact.clone()));
            assert_eq!(granted(&own("juliet", contact_account("juliet")), tally, right), Ok(contact.clone()));
            assert_eq!(granted(&own("juliet", account(None)), tally, right), Err(refusal.into()));
        }
        assert_eq!(
            granted(&own("juliet", account(None)), Tallies { accounts: Tally { pending: 0, today: 2 }, ..Tallies::default() }, true),
            Err(Refusal::QuotaDaily.into())
        );
    }

    #[test]
    fn contact_invites_have_a_quota_of_their_own() {
        let contact = Kind::Contact { inviter: user("juliet") };
        for kind in [contact.clone(), contact_account("juliet")] {
            assert_eq!(granted(&own("juliet", kind), NO_CONTACTS, true), Err(Refusal::QuotaPending.into()));
        }
        let today = |today| Tallies { contacts: Tally { pending: 0, today }, ..NO_CONTACTS };
        assert_eq!(granted(&own("juliet", contact.clone()), today(3), true), Ok(contact.clone()));
        assert_eq!(granted(&own("juliet", contact), today(4), true), Err(Refusal::QuotaDaily.into()));
        let room = Tallies { contacts: NO_CONTACTS.contacts, ..Tallies::default() };
        assert_eq!(granted(&own("juliet", contact_account("juliet")), room, true), Ok(contact_account("juliet")), "it counts for the other quota");
    }

    #[test]
    fn nobody_makes_an_invite_in_another_name_nor_a_reset() {
        let requests =
            [account(Some("nurse")), contact_account("nurse"), Kind::Contact { inviter: user("nurse") }, Kind::Reset { username: user("juliet") }];
        for kind in requests {
            assert_eq!(granted(&own("juliet", kind), Tallies::default(), true), Err(Refusal::NotAllowed.into()));
        }
        let of_nobody = CreateRequest { authority: Authority::User, ..CreateRequest::of(account(None)) };
        assert_eq!(granted(&of_nobody, Tallies::default(), true), Err(Refusal::NotAllowed.into()));
    }

    #[test]
    fn a_user_chooses_no_more_than_users_may_whatever_the_kind() {
        for kind in [account(None), contact_account("juliet"), Kind::Contact { inviter: user("juliet") }] {
            let often = CreateRequest { limit: Limit::UNTIL_EXPIRY, ..own("juliet", kind.clone()) };
            assert_eq!(granted(&often, Tallies::default(), true), Err(Refusal::UsesTooMany.into()));
            let long = CreateRequest { ttl: Some(61), ..own("juliet", kind) };
            assert_eq!(granted(&long, Tallies::default(), true), Err(Refusal::TtlTooLong.into()));
        }
    }

    #[test]
    fn no_limit_binds_the_server() {
        for kind in [account(None), account(Some("juliet")), contact_account("juliet"), Kind::Reset { username: user("juliet") }] {
            let request =
                CreateRequest { limit: Limit::UNTIL_EXPIRY, ttl: Some(i64::MAX), creator: Some(user("juliet")), ..CreateRequest::of(kind.clone()) };
            assert_eq!(granted(&request, FULL, false), Ok(kind));
        }
    }

    #[test]
    fn the_right_is_asked_for_only_where_it_matters() {
        let unknown = |kind| grant(&own("juliet", kind), &Allowance::default(), Tallies::default(), &Accounts::default());
        let asked = Error::Ask(vec![Question { username: user("juliet"), subject: Subject::Permission }]);
        assert_eq!(unknown(account(None)), Err(asked.clone()));
        assert_eq!(unknown(contact_account("juliet")), Err(asked));
        assert!(unknown(Kind::Contact { inviter: user("juliet") }).is_ok());
    }

    #[test]
    fn the_right_of_the_maker_is_looked_at_again_when_it_is_used() {
        let made = |kind| Invite { creator: Some(user("nurse")), authority: Authority::User, ..invite(kind) };
        let standing = facts(&[("juliet", AccountStatus::Active), ("nurse", AccountStatus::Active), ("romeo", AccountStatus::Absent)]);
        for kind in [account(None), account(Some("nurse")), contact_account("juliet")] {
            let made = made(kind);
            let present = |facts: &Accounts| may_present(&made, &Purpose::Register, &KnownAccounts::default(), facts, at(150));
            let claim = |facts: &Accounts| may_claim(&made, &user("romeo"), Reservation::Free, 0, &KnownAccounts::default(), facts);
            for (right, answer) in [(true, Ok(())), (false, Err(Refusal::InviterGone.into()))] {
                let facts = Accounts { permissions: with_permissions(&[("nurse", right)]).permissions, ..standing.clone() };
                assert_eq!((present(&facts), claim(&facts)), (answer.clone(), answer));
            }
            let asked = Err(Error::Ask(vec![Question { username: user("nurse"), subject: Subject::Permission }]));
            assert_eq!((present(&standing), claim(&standing)), (asked.clone(), asked));
        }
        let contact = made(Kind::Contact { inviter: user("juliet") });
        assert_eq!(
            may_present(&contact, &Purpose::Subscribe(user("juliet")), &KnownAccounts::default(), &standing, at(150)),
            Ok(()),
            "a contact needs no right"
        );
    }

    #[test]
    fn an_invite_of_the_server_outlives_the_right_of_whose_name_it_bears() {
        let made = Invite { creator: Some(user("nurse")), ..invite(account(Some("nurse"))) };
        let facts = Accounts {
            permissions: with_permissions(&[("nurse", false)]).permissions,
            ..facts(&[("nurse", AccountStatus::Disabled), ("romeo", AccountStatus::Absent)])
        };
        assert_eq!(may_present(&made, &Purpose::Register, &KnownAccounts::default(), &facts, at(150)), Ok(()));
        assert_eq!(may_claim(&made, &user("romeo"), Reservation::Free, 0, &KnownAccounts::default(), &facts), Ok(()));
    }

    #[test]
    fn an_invite_on_nobodys_right_is_refused() {
        let made = Invite { authority: Authority::User, ..free() };
        assert_eq!(
            may_present(&made, &Purpose::Register, &KnownAccounts::default(), &Accounts::default(), at(150)),
            Err(Refusal::InviterGone.into())
        );
    }

    #[test]
    fn an_invite_is_made_only_where_it_can_be_used() {
        let facts = facts(&[
            ("juliet", AccountStatus::Active),
            ("paris", AccountStatus::Disabled),
            ("romeo", AccountStatus::Absent),
            ("tybalt", AccountStatus::Unknown),
        ]);
        let account = |name| Kind::Account { username: Some(user(name)), inviter: None };
        let may_create = |kind: &Kind, facts: &Accounts| super::may_create(kind, Authority::Server, facts);
        assert_eq!(may_create(&Kind::Account { username: None, inviter: None }, &Accounts::default()), Ok(()));
        assert_eq!(may_create(&account("romeo"), &facts), Ok(()));
        assert_eq!(may_create(&account("juliet"), &facts), Err(Refusal::AccountExists.into()));
        assert_eq!(may_create(&account("paris"), &facts), Err(Refusal::AccountExists.into()));
        assert_eq!(may_create(&account("tybalt"), &facts), Err(Error::AccountUnknown(user("tybalt"))));
        assert!(matches!(may_create(&account("nurse"), &facts), Err(Error::Ask(_))));
        for kind in [
            |name| Kind::Reset { username: user(name) },
            |name| Kind::Contact { inviter: user(name) },
            |name| Kind::ContactAccount { inviter: user(name) },
        ] {
            assert_eq!(may_create(&kind("juliet"), &facts), Ok(()));
            assert_eq!(may_create(&kind("romeo"), &facts), Err(Refusal::AccountNotFound.into()));
            assert_eq!(may_create(&kind("paris"), &facts), Err(Refusal::AccountNotFound.into()));
        }
    }

    #[test]
    fn a_dead_invite_is_not_presented() {
        let present = |invite: &Invite, now| may_present(invite, &Purpose::Register, &KnownAccounts::default(), &Accounts::default(), now);
        assert_eq!(present(&free(), at(199)), Ok(()));
        assert_eq!(present(&free(), at(200)), Err(Refusal::TokenExpired.into()));
        assert_eq!(present(&Invite { uses: 1, ..free() }, at(300)), Err(Refusal::TokenUsed.into()));
        assert_eq!(present(&Invite { revoked: Some(at(150)), uses: 1, ..free() }, at(300)), Err(Refusal::TokenRevoked.into()));
        assert_eq!(present(&Invite { uses: 9, limit: Limit::UNTIL_EXPIRY, ..free() }, at(199)), Ok(()));
    }

    #[test]
    fn an_invite_serves_its_own_purpose_alone() {
        let facts = facts(&[("juliet", AccountStatus::Active)]);
        let present = |kind, purpose| may_present(&invite(kind), &purpose, &KnownAccounts::default(), &facts, at(150));
        let (juliet, romeo) = (user("juliet"), user("romeo"));
        let contact = Kind::Contact { inviter: juliet.clone() };
        let both = Kind::ContactAccount { inviter: juliet.clone() };
        assert_eq!(present(contact.clone(), Purpose::Register), Err(Refusal::TokenNotForRegistration.into()));
        assert_eq!(present(contact.clone(), Purpose::Subscribe(juliet.clone())), Ok(()));
        assert_eq!(present(contact, Purpose::Subscribe(romeo)), Err(Refusal::TokenNotForContact.into()));
        assert_eq!(present(both.clone(), Purpose::Register), Ok(()));
        assert_eq!(present(both, Purpose::Subscribe(juliet.clone())), Ok(()));
        assert_eq!(present(Kind::Reset { username: juliet.clone() }, Purpose::Register), Ok(()));
        assert_eq!(present(Kind::Account { username: None, inviter: None }, Purpose::Subscribe(juliet)), Err(Refusal::TokenNotForContact.into()));
    }

    #[test]
    fn an_invite_dies_with_the_account_that_it_is_about() {
        for (standing, contact, reset) in [
            (AccountStatus::Active, Ok(()), Ok(())),
            (AccountStatus::Disabled, Err(Refusal::InviterGone.into()), Err(Refusal::AccountNotFound.into())),
            (AccountStatus::Absent, Err(Refusal::InviterGone.into()), Err(Refusal::AccountNotFound.into())),
        ] {
            let facts = facts(&[("juliet", standing), ("romeo", AccountStatus::Absent)]);
            let with_contact = invite(Kind::ContactAccount { inviter: user("juliet") });
            let with_reset = invite(Kind::Reset { username: user("juliet") });
            assert_eq!(may_present(&with_contact, &Purpose::Register, &KnownAccounts::default(), &facts, at(150)), contact);
            assert_eq!(may_claim(&with_contact, &user("romeo"), Reservation::Free, 0, &KnownAccounts::default(), &facts), contact);
            assert_eq!(may_spend(&with_contact, 0, &KnownAccounts::default(), &facts), contact);
            assert_eq!(may_present(&with_reset, &Purpose::Register, &KnownAccounts::default(), &facts, at(150)), reset);
            assert_eq!(may_claim(&with_reset, &user("juliet"), Reservation::Free, 0, &KnownAccounts::default(), &facts), reset);
        }
        let unknown = facts(&[("juliet", AccountStatus::Unknown)]);
        assert!(matches!(
            may_spend(&invite(Kind::Contact { inviter: user("juliet") }), 0, &KnownAccounts::default(), &unknown),
            Err(Error::AccountUnknown(_))
        ));
    }

    #[test]
    fn a_claim_needs_a_fitting_free_name_and_a_use() {
        let romeo = user("romeo");
        let nobody = facts(&[("romeo", AccountStatus::Absent)]);
        let claim = |invite: &Invite, promise, in_flight| may_claim(invite, &romeo, promise, in_flight, &KnownAccounts::default(), &nobody);
        assert_eq!(claim(&free(), Reservation::Free, 0), Ok(()));
        assert_eq!(claim(&free(), Reservation::Taken, 0), Err(Refusal::UsernameReserved.into()));
        assert_eq!(claim(&free(), Reservation::Free, 1), Err(Refusal::InviteInUse.into()));
        assert_eq!(claim(&free(), Reservation::Contended, 1), Err(Refusal::InviteInUse.into()));
        assert_eq!(claim(&Invite { limit: Limit::UNTIL_EXPIRY, ..free() }, Reservation::Contended, 1), Err(Refusal::UsernameReserved.into()));
        assert_eq!(claim(&Invite { limit: Limit::UNTIL_EXPIRY, ..free() }, Reservation::Free, 40), Ok(()));
        assert_eq!(claim(&Invite { uses: 1, ..free() }, Reservation::Free, 0), Err(Refusal::TokenUsed.into()));
        assert_eq!(claim(&Invite { revoked: Some(NOW), ..free() }, Reservation::Free, 0), Err(Refusal::TokenRevoked.into()));
        assert_eq!(
            claim(&invite(Kind::Account { username: Some(user("juliet")), inviter: None }), Reservation::Free, 0),
            Err(Refusal::UsernameMismatch.into())
        );
        assert_eq!(claim(&invite(Kind::Contact { inviter: user("juliet") }), Reservation::Free, 0), Err(Refusal::TokenNotForRegistration.into()));
        let there = facts(&[("romeo", AccountStatus::Active)]);
        assert_eq!(may_claim(&free(), &romeo, Reservation::Free, 0, &KnownAccounts::default(), &there), Err(Refusal::AccountExists.into()));
        assert_eq!(
            may_claim(&invite(Kind::Reset { username: romeo.clone() }), &romeo, Reservation::Free, 0, &KnownAccounts::default(), &there),
            Ok(())
        );
    }

    /// Juliet's account began in second 120, and Prosody knows no more than that there is one.
    fn juliet_began_anew() -> (KnownAccounts, Accounts) {
        let mut known = KnownAccounts::default();
        known.insert(user("juliet"), Account { began: at(120), ..Account::default() });
        let facts = facts(&[("juliet", AccountStatus::Active), ("romeo", AccountStatus::Absent)]);
        (known, Accounts { permissions: with_permissions(&[("juliet", true)]).permissions, ..facts })
    }

    #[test]
    fn what_an_earlier_account_made_is_worth_nothing_to_the_next_one() {
        let (known, facts) = juliet_began_anew();
        let kinds = [
            (Kind::Contact { inviter: user("juliet") }, Refusal::InviterGone),
            (contact_account("juliet"), Refusal::InviterGone),
            (Kind::Reset { username: user("juliet") }, Refusal::TokenRevoked),
            (account(None), Refusal::InviterGone),
        ];
        for (kind, refusal) in kinds {
            let authority = if kind == account(None) { Authority::User } else { Authority::Server };
            let earlier = Invite { creator: Some(user("juliet")), authority, ..invite(kind) };
            let purpose = if earlier.kind.allows_registration() { Purpose::Register } else { Purpose::Subscribe(user("juliet")) };
            let own = Invite { created: at(120), ..earlier.clone() };
            assert_eq!(may_present(&earlier, &purpose, &known, &facts, at(150)), Err(refusal.into()));
            assert_eq!(may_present(&own, &purpose, &known, &facts, at(150)), Ok(()));
            assert!(is_orphaned(&earlier, &known) && !is_orphaned(&own, &known));
        }
    }

    #[test]
    fn what_the_server_made_goes_on_without_the_contact_and_the_maker() {
        let (known, facts) = juliet_began_anew();
        let earlier = Invite { creator: Some(user("juliet")), ..invite(account(Some("juliet"))) };
        assert_eq!(may_present(&earlier, &Purpose::Register, &known, &facts, at(150)), Ok(()));
        assert_eq!(may_claim(&earlier, &user("romeo"), Reservation::Free, 0, &known, &facts), Ok(()));
        assert!(!is_orphaned(&earlier, &known));
        assert_eq!(without_former_users(earlier.clone(), &known, &facts), Invite { creator: None, ..invite(account(None)) });
        let own = Invite { created: at(120), ..earlier };
        assert_eq!(without_former_users(own.clone(), &known, &facts), own);
    }

    #[test]
    fn a_reset_is_void_once_the_password_is_another_one() {
        let token = Token::parse("T").unwrap();
        let sealed = Some(token.seal("first"));
        let reset = Invite { token: Some(token), credentials: sealed, ..invite(Kind::Reset { username: user("juliet") }) };
        let standing = facts(&[("juliet", AccountStatus::Active)]);
        let with = |credentials: &str| Accounts { credentials: [(user("juliet"), credentials.to_owned())].into(), ..standing.clone() };
        let claim = |reset: &Invite, known: &KnownAccounts, facts: &Accounts| may_claim(reset, &user("juliet"), Reservation::Free, 0, known, facts);
        assert_eq!(claim(&reset, &KnownAccounts::default(), &with("first")), Ok(()));
        assert_eq!(claim(&reset, &KnownAccounts::default(), &with("second")), Err(Refusal::TokenRevoked.into()));
        assert_eq!(claim(&reset, &KnownAccounts::default(), &standing), Ok(()), "a provider that shows none");
        assert_eq!(claim(&Invite { credentials: None, ..reset.clone() }, &KnownAccounts::default(), &with("second")), Ok(()), "one from before");
        let mut known = KnownAccounts::default();
        known.insert(user("juliet"), Account { resets_from: at(101), ..Account::default() });
        assert_eq!(claim(&reset, &known, &with("first")), Err(Refusal::TokenRevoked.into()));
        assert_eq!(claim(&Invite { created: at(101), ..reset }, &known, &with("first")), Ok(()));
    }

    #[test]
    fn all_questions_are_asked_at_once() {
        let made = |kind| Invite { creator: Some(user("nurse")), authority: Authority::User, ..invite(kind) };
        let asked = |invite: &Invite| match may_claim(invite, &user("romeo"), Reservation::Free, 0, &KnownAccounts::default(), &Accounts::default()) {
            Err(Error::Ask(questions)) => questions.into_iter().map(|asked| (asked.username.as_str().to_owned(), asked.subject)).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        let account_of = |name: &str| (name.to_owned(), Subject::Account);
        let right_of = |name: &str| (name.to_owned(), Subject::Permission);
        assert_eq!(asked(&free()), [account_of("romeo")]);
        assert_eq!(asked(&made(account(None))), [right_of("nurse"), account_of("romeo")]);
        assert_eq!(asked(&made(account(Some("nurse")))), [right_of("nurse"), account_of("romeo")], "a right says that there is an account");
        assert_eq!(asked(&made(contact_account("juliet"))), [right_of("nurse"), account_of("romeo"), account_of("juliet")]);
        assert_eq!(asked(&invite(Kind::Reset { username: user("romeo") })), [account_of("romeo")]);
    }

    #[test]
    fn a_name_that_gives_power_needs_an_invite_of_the_server_that_is_bound_to_it() {
        let (boss, bound) = (user("boss"), Kind::Account { username: Some(user("boss")), inviter: None });
        let absent = facts(&[("boss", AccountStatus::Absent), ("nurse", AccountStatus::Active)]);
        let privileged = |is_privileged| Accounts {
            privileged: HashMap::from([(boss.clone(), is_privileged)]),
            permissions: with_permissions(&[("nurse", true)]).permissions,
            ..absent.clone()
        };
        let of_nurse = |kind| Invite { creator: Some(user("nurse")), authority: Authority::User, ..invite(kind) };
        let claim = |invite: &Invite, facts: &Accounts| may_claim(invite, &boss, Reservation::Free, 0, &KnownAccounts::default(), facts);
        for other in [free(), invite(contact_account("nurse")), of_nurse(bound.clone()), of_nurse(account(None)), of_nurse(contact_account("nurse"))]
        {
            assert_eq!(claim(&other, &privileged(true)), Err(Refusal::UsernameReserved.into()), "{other:?}");
            assert_eq!(claim(&other, &privileged(false)), Ok(()));
            let unasked = Accounts { privileged: HashMap::new(), ..privileged(true) };
            assert_eq!(claim(&other, &unasked), Err(ask(&boss, Subject::Privilege)));
        }
        assert_eq!(claim(&invite(bound.clone()), &privileged(true)), Ok(()));
        assert_eq!(may_create(&bound, Authority::Server, &privileged(true)), Ok(()));
        assert_eq!(may_create(&bound, Authority::User, &privileged(true)), Err(Refusal::UsernameReserved.into()));
        assert_eq!(may_create(&bound, Authority::User, &privileged(false)), Ok(()));
        assert_eq!(privileged(true).unprivileged(&boss), Err(Refusal::UsernameReserved.into()));
        let reset = invite(Kind::Reset { username: boss.clone() });
        let there = Accounts { standing: HashMap::from([(boss.clone(), AccountStatus::Active)]), ..privileged(true) };
        assert_eq!(claim(&reset, &there), Ok(()), "whose account it is may have a new password");
    }

    #[test]
    fn a_claim_does_not_ask_for_the_time() {
        let facts = facts(&[("romeo", AccountStatus::Absent)]);
        let long_expired = Invite { expires: at(0), ..free() };
        assert_eq!(may_claim(&long_expired, &user("romeo"), Reservation::Free, 0, &KnownAccounts::default(), &facts), Ok(()));
    }
}
