//! Tests of who may present, claim and spend.

use std::collections::HashMap;

use super::{NOW, account, at, contact_account, facts, free, invite, user, with_permissions};
use crate::policy::facts::ask;
use crate::policy::{
    AccountStatus, Accounts, Purpose, Question, Reservation, Subject, is_orphaned, may_claim, may_create, may_present, may_spend,
    without_former_users,
};
use crate::{Account, Authority, Error, Invite, Kind, KnownAccounts, Limit, Refusal, Token, Username};

/// Presents in second 150, when nothing is known of earlier accounts.
fn presented(invite: &Invite, purpose: &Purpose, facts: &Accounts) -> Result<(), Error> {
    may_present(invite, purpose, &KnownAccounts::default(), facts, at(150))
}

/// Claims a name that is not reserved, when nothing is known of earlier accounts.
fn claimed(invite: &Invite, username: &Username, facts: &Accounts) -> Result<(), Error> {
    may_claim(invite, username, Reservation::Free, 0, &KnownAccounts::default(), facts)
}

#[test]
fn the_permission_of_the_maker_is_looked_at_again_when_it_is_used() {
    let made = |kind| Invite { creator: Some(user("nurse")), authority: Authority::User, ..invite(kind) };
    let standing = facts(&[("juliet", AccountStatus::Active), ("nurse", AccountStatus::Active), ("romeo", AccountStatus::Absent)]);
    for kind in [account(None), account(Some("nurse")), contact_account("juliet")] {
        let made = made(kind);
        let present = |facts: &Accounts| presented(&made, &Purpose::Register, facts);
        let claim = |facts: &Accounts| claimed(&made, &user("romeo"), facts);
        for (permission, answer) in [(true, Ok(())), (false, Err(Refusal::InviterGone.into()))] {
            let facts = Accounts { permissions: with_permissions(&[("nurse", permission)]).permissions, ..standing.clone() };
            assert_eq!((present(&facts), claim(&facts)), (answer.clone(), answer));
        }
        let asked = Err(Error::Ask(vec![Question { username: user("nurse"), subject: Subject::Permission }]));
        assert_eq!((present(&standing), claim(&standing)), (asked.clone(), asked));
    }
    let contact = made(Kind::Contact { inviter: user("juliet") });
    assert_eq!(presented(&contact, &Purpose::Subscribe(user("juliet")), &standing), Ok(()), "a contact needs no permission");
}

#[test]
fn an_invite_of_the_server_outlives_the_permission_of_whose_name_it_bears() {
    let made = Invite { creator: Some(user("nurse")), ..invite(account(Some("nurse"))) };
    let facts = Accounts {
        permissions: with_permissions(&[("nurse", false)]).permissions,
        ..facts(&[("nurse", AccountStatus::Disabled), ("romeo", AccountStatus::Absent)])
    };
    assert_eq!(presented(&made, &Purpose::Register, &facts), Ok(()));
    assert_eq!(claimed(&made, &user("romeo"), &facts), Ok(()));
}

#[test]
fn an_invite_on_nobodys_permission_is_refused() {
    let made = Invite { authority: Authority::User, ..free() };
    assert_eq!(presented(&made, &Purpose::Register, &Accounts::default()), Err(Refusal::InviterGone.into()));
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
    let present = |kind, purpose| presented(&invite(kind), &purpose, &facts);
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
        assert_eq!(presented(&with_contact, &Purpose::Register, &facts), contact);
        assert_eq!(claimed(&with_contact, &user("romeo"), &facts), contact);
        assert_eq!(may_spend(&with_contact, 0, &KnownAccounts::default(), &facts), contact);
        assert_eq!(presented(&with_reset, &Purpose::Register, &facts), reset);
        assert_eq!(claimed(&with_reset, &user("juliet"), &facts), reset);
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
    let claim = |invite: &Invite, reservation, in_flight| may_claim(invite, &romeo, reservation, in_flight, &KnownAccounts::default(), &nobody);
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
    assert_eq!(claimed(&free(), &romeo, &there), Err(Refusal::AccountExists.into()));
    assert_eq!(claimed(&invite(Kind::Reset { username: romeo.clone() }), &romeo, &there), Ok(()));
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
    let asked = |invite: &Invite| match claimed(invite, &user("romeo"), &Accounts::default()) {
        Err(Error::Ask(questions)) => questions.into_iter().map(|asked| (asked.username.as_str().to_owned(), asked.subject)).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let account_of = |name: &str| (name.to_owned(), Subject::Account);
    let permission_of = |name: &str| (name.to_owned(), Subject::Permission);
    assert_eq!(asked(&free()), [account_of("romeo")]);
    assert_eq!(asked(&made(account(None))), [permission_of("nurse"), account_of("romeo")]);
    assert_eq!(asked(&made(account(Some("nurse")))), [permission_of("nurse"), account_of("romeo")], "a permission says that there is an account");
    assert_eq!(asked(&made(contact_account("juliet"))), [permission_of("nurse"), account_of("romeo"), account_of("juliet")]);
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
    let claim = |invite: &Invite, facts: &Accounts| claimed(invite, &boss, facts);
    for other in [free(), invite(contact_account("nurse")), of_nurse(bound.clone()), of_nurse(account(None)), of_nurse(contact_account("nurse"))] {
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
    assert_eq!(claimed(&long_expired, &user("romeo"), &facts), Ok(()));
}
