//! What the permission to invite is needed for, and what users may choose.

use super::quotas::{accounts, allow, one};
use crate::prelude::*;

on_both_engines!(the_server_is_never_limited, |s| {
    allow(s, Allowance { contacts: Quota { pending: Some(0), per_day: Some(0) }, uses: Some(1), ttl: Some(10), ..accounts(Some(1), Some(1)) });
    s.server.withdraw_right("nurse");
    for kind in [free(), contact_account("nurse"), contact("nurse"), reset("nurse")] {
        let request =
            CreateRequest { creator: Some(user("nurse")), limit: Limit::UNTIL_EXPIRY, ttl: Some(1_000_000), ..CreateRequest::of(kind.clone()) };
        assert_eq!(s.make(&request).map(|invite| (invite.kind, invite.expires)), Ok((kind, at(1_000_000))));
    }
    let of_juliet = in_name_of("juliet", free());
    assert_eq!([s.make(&of_juliet), s.make(&of_juliet)].map(|made| made.unwrap().expires), [at(1000); 2]);
    assert!(one(s).is_ok(), "nor does what it makes in somebody's name count for them");
});

on_both_engines!(a_user_chooses_uses_and_lifetime_within_limits, |s| {
    allow(s, Allowance { uses: Some(3), ttl: Some(500), ..Allowance::default() });
    let times = |n| times(n);
    let request = |limit, ttl| CreateRequest { limit, ttl, ..own("juliet", free()) };
    for (limit, ttl, refusal) in [
        (times(4), None, Refusal::UsesTooMany),
        (Limit::UNTIL_EXPIRY, None, Refusal::UsesTooMany),
        (Limit::ONCE, Some(501), Refusal::TtlTooLong),
        (Limit::ONCE, Some(i64::MAX), Refusal::TtlTooLong),
        (Limit::ONCE, Some(0), Refusal::TtlInvalid),
    ] {
        assert_eq!(s.make(&request(limit, ttl)), Err(refusal.into()));
    }
    let made = s.make(&request(times(3), Some(500))).unwrap();
    assert_eq!((made.limit, made.expires), (times(3), at(500)));
});

on_both_engines!(an_invite_lives_no_longer_than_a_user_may_choose, |s| {
    for (longest, expires) in [(Some(300), at(300)), (Some(5000), at(1000)), (None, at(1000))] {
        allow(s, Allowance { ttl: longest, ..Allowance::default() });
        assert_eq!(s.make(&own("juliet", free())).unwrap().expires, expires);
    }
});

on_both_engines!(without_the_permission_a_user_creates_contact_invites_only, |s| {
    s.server.withdraw_right("juliet");
    assert_eq!(s.make(&own("juliet", contact_account("juliet"))).unwrap().kind, contact("juliet"));
    let nobodys = CreateRequest { creator: None, authority: Authority::User, ..CreateRequest::of(free()) };
    for request in [own("juliet", free()), own("juliet", reset("juliet")), own("juliet", contact("nurse")), nobodys] {
        assert_eq!(s.make(&request), Err(Refusal::NotAllowed.into()));
    }
});

on_both_engines!(an_invite_works_while_its_creator_may_invite, |s| {
    for kind in [free(), bound("romeo"), contact_account("juliet")] {
        s.begin_anew();
        let token = s.token_of(&own("juliet", kind.clone()));
        let presentation = s.check(&token).unwrap();
        s.server.withdraw_right("juliet");
        assert_eq!(s.check(&token), Err(Refusal::InviterGone.into()));
        assert_eq!(s.claim(&presentation, "romeo"), Err(Refusal::InviterGone.into()), "presented in time, and yet");
        if kind.is_contact_of(&user("juliet")) {
            assert!(s.present(token.secret(), &Purpose::Subscribe(user("juliet"))).is_ok(), "it still is one to become a contact");
        }
        assert_eq!(s.state(&token), State::Pending);
    }
});

on_both_engines!(an_invite_of_the_server_works_without_its_creators_right, |s| {
    let request = in_name_of("juliet", free());
    let token = s.token_of(&request);
    s.server.withdraw_right("juliet");
    s.server.set("juliet", AccountStatus::Absent);
    assert!(s.register(&token, "romeo").is_ok());
});
