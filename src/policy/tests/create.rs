//! Tests of who may create which invite.

use super::{account, contact_account, facts, own, user, with_permissions};
use crate::policy::{AccountStatus, Accounts, Question, Subject, grant};
use crate::{Allowance, Authority, CreateRequest, Error, Kind, Limit, Quota, Refusal, Tallies, Tally};

const FULL: Tallies = Tallies { accounts: Tally { pending: 1, today: 1 }, contacts: Tally { pending: 0, today: 0 } };
const NO_CONTACTS: Tallies = Tallies { accounts: Tally { pending: 1, today: 1 }, contacts: Tally { pending: 3, today: 3 } };

fn granted(request: &CreateRequest, tally: Tallies, permission: bool) -> Result<Kind, Error> {
    let accounts = Quota { pending: Some(1), per_day: Some(2) };
    let contacts = Quota { pending: Some(3), per_day: Some(4) };
    let allowance = Allowance { accounts, contacts, uses: Some(1), ttl: Some(60) };
    grant(request, &allowance, tally, &with_permissions(&[("juliet", permission)]))
}

#[test]
fn a_user_with_the_permission_makes_what_leads_to_an_account() {
    let bound = Kind::Account { username: Some(user("romeo")), inviter: None };
    for kind in [account(None), account(Some("juliet")), bound, contact_account("juliet")] {
        assert_eq!(granted(&own("juliet", kind.clone()), Tallies::default(), true), Ok(kind));
    }
}

#[test]
fn without_the_permission_or_over_the_quota_a_contact_invite_is_what_remains() {
    let contact = Kind::Contact { inviter: user("juliet") };
    for (tally, permission, refusal) in [(Tallies::default(), false, Refusal::NotAllowed), (FULL, true, Refusal::QuotaPending)] {
        assert_eq!(granted(&own("juliet", contact.clone()), tally, permission), Ok(contact.clone()));
        assert_eq!(granted(&own("juliet", contact_account("juliet")), tally, permission), Ok(contact.clone()));
        assert_eq!(granted(&own("juliet", account(None)), tally, permission), Err(refusal.into()));
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
fn the_permission_is_asked_for_only_where_it_matters() {
    let unknown = |kind| grant(&own("juliet", kind), &Allowance::default(), Tallies::default(), &Accounts::default());
    let asked = Error::Ask(vec![Question { username: user("juliet"), subject: Subject::Permission }]);
    assert_eq!(unknown(account(None)), Err(asked.clone()));
    assert_eq!(unknown(contact_account("juliet")), Err(asked));
    assert!(unknown(Kind::Contact { inviter: user("juliet") }).is_ok());
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
    let may_create = |kind: &Kind, facts: &Accounts| crate::policy::may_create(kind, Authority::Server, facts);
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
