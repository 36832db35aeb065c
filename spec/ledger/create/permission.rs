//! What the permission to invite is needed for, and what users may choose.

use super::quotas::{accounts, allow, one};
use crate::prelude::*;

on_both_engines!(users_have_limits_that_the_server_has_not, |s| {
    allow(s, Allowance { contacts: Quota { pending: Some(0), per_day: Some(0) }, uses: Some(1), ttl: Some(10), ..accounts(Some(1), Some(1)) });
    s.server.withdraw_permission("nurse");
    let of = |request| CreateRequest { limit: Limit::UNTIL_EXPIRY, ttl: Some(1_000_000), ..request };
    assert_eq!(s.make(&of(own("juliet", free()))), Err(Refusal::UsesTooMany.into()));
    assert_eq!(s.make(&CreateRequest { ttl: Some(11), ..own("juliet", free()) }), Err(Refusal::TtlTooLong.into()));
    for kind in [free(), contact_account("nurse"), contact("nurse"), reset("nurse")] {
        assert_eq!(s.make(&of(in_name_of("nurse", kind.clone()))).map(|invite| (invite.kind, invite.expires)), Ok((kind, at(1_000_000))));
    }
    let of_juliet = in_name_of("juliet", free());
    assert_eq!([s.make(&of_juliet), s.make(&of_juliet)].map(|made| made.unwrap().expires), [at(1000); 2]);
    assert!(one(s).is_ok(), "what the server creates in a user's name does not count for the user");
});

on_both_engines!(an_invite_lives_no_longer_than_a_user_may_choose, |s| {
    for (longest, expires) in [(Some(300), at(300)), (Some(5000), at(1000)), (None, at(1000))] {
        allow(s, Allowance { ttl: longest, ..Allowance::default() });
        assert_eq!(s.make(&own("juliet", free())).unwrap().expires, expires);
    }
});

on_both_engines!(a_contact_invite_always_ends, |s| {
    for (longest, expires) in [(300, at(300)), (5000, at(1000))] {
        s.ledger = s.other(|settings| settings.contact_ttl = longest);
        for kind in [contact("juliet"), contact_account("juliet")] {
            let of = |ttl| CreateRequest { ttl: Some(ttl), ..in_name_of("juliet", kind.clone()) };
            assert_eq!(s.make(&in_name_of("juliet", kind.clone())).unwrap().expires, expires);
            assert_eq!(s.make(&of(longest)).unwrap().expires, at(longest));
            for ttl in [longest + 1, i64::MAX] {
                assert_eq!(s.make(&of(ttl)), Err(Refusal::ContactTtlTooLong.into()));
            }
            let mut draft = s.draft_of(&of(1)).unwrap();
            draft.expires = UnixTime::NEVER;
            assert_eq!(s.ledger.create(&draft, s.now), Err(Refusal::ContactTtlTooLong.into()), "nor if a module changes that");
            let token = s.token_of(&of(1));
            assert_eq!(s.extend(token.secret(), None, i64::MAX), Err(Refusal::ContactTtlTooLong.into()));
            assert_eq!(s.extend(token.secret(), None, longest), Ok(at(longest)));
        }
        assert_eq!(s.make(&CreateRequest { ttl: Some(i64::MAX), ..CreateRequest::of(free()) }).unwrap().expires, UnixTime::NEVER);
    }
});

on_both_engines!(the_permission_counts_when_an_invite_is_created_and_when_it_is_used, |s| {
    let invites = [free(), bound("romeo"), contact_account("juliet")].map(|kind| s.token_of(&own("juliet", kind)));
    let of_the_server = s.token_of(&in_name_of("juliet", free()));
    let presentations = invites.each_ref().map(|token| s.check(token).unwrap());
    s.server.withdraw_permission("juliet");
    for (token, presentation) in invites.iter().zip(&presentations) {
        assert_eq!(s.check(token), Err(Refusal::InviterGone.into()));
        assert_eq!(s.claim(presentation, "romeo"), Err(Refusal::InviterGone.into()), "although it was presented in time");
        assert_eq!(s.state(token), State::Pending);
    }
    assert!(s.present(invites[2].secret(), &subscribe("juliet")).is_ok(), "a contact needs no permission");
    assert_eq!(s.make(&own("juliet", contact_account("juliet"))).unwrap().kind, contact("juliet"));
    assert_eq!(s.make(&own("juliet", free())), Err(Refusal::NotAllowed.into()));
    s.server.set("juliet", AccountStatus::Absent);
    assert!(s.register(&of_the_server, "mercutio").is_ok());
});
