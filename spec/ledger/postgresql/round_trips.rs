//! How often a verb waits for PostgreSQL. On a server that is a millisecond away, each time costs a millisecond.

use invites_core::store::{Location, Store};

use crate::common::proxy::Proxy;
use crate::prelude::*;

#[test]
fn a_verb_waits_a_few_times_however_many_statements_it_has() {
    let mut s = Fixture::new(Database::Postgres);
    let proxy = Proxy::new(&s.place.option());
    s.ledger = Ledger::new(settings(), Store::new(Location::parse(&proxy.url).unwrap()));
    // The first invite of each sort also prepares statements.
    let mut found = Vec::new();
    for name in ["romeo", "mercutio"] {
        found.clear();
        for request in [CreateRequest::of(free()), own("juliet", contact_account("juliet"))] {
            let draft = s.server.answering(|facts| s.ledger.draft(request.clone(), facts, s.now)).unwrap();
            proxy.trips();
            let token = s.ledger.create(&draft, s.now).unwrap().token.unwrap();
            let created = proxy.trips();
            let presentation = s.check(&token).unwrap();
            let checked = proxy.trips();
            let name = format!("{name}-{}", found.len());
            s.claim(&presentation, &name).unwrap();
            let claimed = proxy.trips();
            s.redeem(&presentation, &name);
            found.push([created, checked, claimed, proxy.trips()]);
        }
    }
    assert_eq!(found, [[2, 1, 4, 3], [4, 3, 6, 5]], "to create, check, claim, redeem; for the server's invite, and for a user's");
}

#[test]
fn what_was_announced_is_read_again_after_a_change() {
    let mut s = Fixture::new(Database::Postgres);
    // The name of an invite that ended is still there when the claim looks, and is gone when it takes it.
    let token = s.bound("romeo");
    s.now = s.now.plus(settings().ttl + 1);
    let next = s.free();
    let presentation = s.check(&next).unwrap();
    assert_eq!(s.claim(&presentation, "romeo"), Ok(()));
    s.redeem(&presentation, "romeo");
    assert_eq!((s.uses(&next), s.uses(&token)), (1, 0));
}
