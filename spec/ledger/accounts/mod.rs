//! A name is not an account: the next owner of a name gets nothing that was created under it before.

mod chains;
pub(crate) mod ended;
pub(crate) mod resets;
pub(crate) mod tree;

use crate::prelude::*;

/// One invite of each kind that a user created, with its token and its purpose.
fn one_of_each(s: &mut Fixture, name: &str) -> Vec<(Token, Purpose)> {
    let requests = [
        own(name, free()),
        own(name, contact_account(name)),
        own(name, contact(name)),
        CreateRequest::of(reset(name)),
        CreateRequest::of(contact(name)),
    ];
    let made = requests.map(|request| s.make(&request).unwrap());
    let purpose = |kind: &Kind| if kind.allows_registration() { Purpose::Register } else { Purpose::Subscribe(user(name)) };
    made.into_iter().map(|invite| (invite.token.unwrap(), purpose(&invite.kind))).collect()
}

/// A user creates many invites, in pieces that a busy PostgreSQL stores within its deadline.
fn make_many(s: &mut Fixture, name: &str, count: usize) {
    for _ in 0..count / 30 {
        let drafts: Vec<_> = (0..30).map(|_| patiently(|| s.draft_of(&own(name, free()))).unwrap()).collect();
        patiently(|| s.ledger.create_all(&drafts, s.now)).unwrap();
    }
}

/// None of these invites works, is listed as usable, or belongs to the user.
#[track_caller]
fn assert_dead(s: &mut Fixture, name: &str, invites: &[(Token, Purpose)]) {
    for (token, purpose) in invites {
        let refusal = s.present(token.secret(), purpose).unwrap_err();
        assert!(matches!(refusal, Error::Refused(Refusal::InviterGone | Refusal::AccountNotFound | Refusal::TokenRevoked)), "{refusal:?}");
        assert_eq!(s.state(token), State::Revoked);
        assert_eq!(s.ledger.label(token.secret(), Some(&user(name)), Some("mine"), s.now).map(drop), Err(Refusal::TokenInvalid.into()));
    }
}

#[track_caller]
fn assert_alive(s: &mut Fixture, invites: &[(Token, Purpose)]) {
    for (token, purpose) in invites {
        assert!(s.present(token.secret(), purpose).is_ok());
        assert_eq!(s.state(token), State::Pending);
    }
}

fn listed(s: &mut Fixture, name: &str) -> usize {
    let name = user(name);
    let both = [false, true].map(|newest_first| {
        let list = Query { which: Filter::All, creator: Some(&name), newest_first };
        s.ledger.list(list, None, 500, s.now).unwrap().invites.len()
    });
    assert_eq!(both[0], both[1]);
    both[0]
}

/// Somebody registers a name through an invite of the server.
fn registers(s: &mut Fixture, name: &str) {
    let token = s.free();
    s.register(&token, name).unwrap();
}
