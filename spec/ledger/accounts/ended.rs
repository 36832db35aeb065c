//! How accounts end, and what ends with them.

use std::sync::Arc;

use super::*;
use crate::accounts::tree::tree;
use crate::common::faulty::{Faulty, Plan};
use crate::create::import::legacy;
use crate::prelude::*;

on_both_engines!(the_next_owner_of_a_name_gets_nothing_in_the_same_second, |s| {
    make_many(s, "juliet", 120);
    let invited = s.token_of(&own("juliet", free()));
    s.register(&invited, "romeo").unwrap();
    let old = one_of_each(s, "juliet");
    s.end("juliet");
    let token = s.token_of(&own("nurse", free()));
    s.register(&token, "juliet").unwrap();
    assert_dead(s, "juliet", &old);
    let new = one_of_each(s, "juliet");
    let invited = s.token_of(&own("juliet", free()));
    s.register(&invited, "mercutio").unwrap();
    for _ in 0..2 {
        assert_dead(s, "juliet", &old);
        assert_alive(s, &new);
        assert_eq!(listed(s, "juliet"), 5, "the reset is nobody's; what was used is in the list");
        assert_eq!(tree(s, "juliet"), ["0 juliet †", "1 romeo < juliet", "0 juliet < nurse", "1 mercutio < juliet"]);
        s.tidy();
    }
    let left = format!("SELECT COUNT(*) FROM invites WHERE revoked_at IS NULL AND created_at <= {}", s.now.seconds());
    assert_eq!(s.place.number(&left), 2, "what nurse made and what romeo came through");
});

on_both_engines!(accounts_end_in_one_second_and_while_the_clock_goes_back, |s| {
    for second in [0, -86400] {
        s.begin_anew();
        let mut old = Vec::new();
        for _ in 0..2 {
            old.extend(one_of_each(s, "juliet"));
            s.now = at(second);
            s.end("juliet");
            registers(s, "juliet");
            let new = one_of_each(s, "juliet");
            for _ in 0..2 {
                assert_dead(s, "juliet", &old);
                assert_alive(s, &new);
                s.tidy();
            }
            old.extend(new);
        }
    }
});

on_both_engines!(an_account_that_ended_without_a_word_ends_when_the_name_is_claimed, |s| {
    let old = one_of_each(s, "juliet");
    s.server.set("juliet", AccountStatus::Absent);
    registers(s, "juliet");
    assert_dead(s, "juliet", &old);
    assert_eq!(listed(s, "juliet"), 0);
    let new = one_of_each(s, "juliet");
    assert_alive(s, &new);
    assert_eq!(s.tidy(), old.len());
});

on_both_engines!(an_account_that_ended_without_a_word_ends_when_it_is_missed, |s| {
    for way in ["check", "view", "claim", "spend"] {
        s.begin_anew();
        let old = one_of_each(s, "juliet");
        let presentations: Vec<_> = old.iter().map(|(token, purpose)| s.present(token.secret(), purpose).unwrap()).collect();
        s.server.set("juliet", AccountStatus::Absent);
        match way {
            "check" => drop(s.check(&old[1].0).unwrap_err()),
            "view" => drop(s.server.answering(|facts| s.ledger.view(old[1].0.secret(), facts, s.now)).unwrap()),
            "claim" => assert_eq!(s.claim(&presentations[1], "romeo"), Err(Refusal::InviterGone.into())),
            _ => assert_eq!(s.spend(&presentations[2], "romeo"), Err(Refusal::InviterGone.into())),
        }
        let known = s.place.contents();
        for (token, purpose) in &old {
            assert!(s.present(token.secret(), purpose).is_err());
        }
        assert_eq!(s.place.contents(), known, "it is noted once");
        s.server.set("juliet", AccountStatus::Active);
        assert_dead(s, "juliet", &old);
        let new = one_of_each(s, "juliet");
        assert_alive(s, &new);
    }
});

on_both_engines!(what_a_provider_says_that_cannot_be_reached_ends_nothing, |s| {
    let old = one_of_each(s, "juliet");
    s.server.is_unsure = true;
    s.server.set("juliet", AccountStatus::Absent);
    for (token, purpose) in &old {
        assert!(s.present(token.secret(), purpose).is_err());
    }
    let token = s.free();
    let presentation = s.claimed(&token, "juliet");
    s.ledger.release(&presentation).unwrap(); // the account can't be made, as it is there
    s.server.set("juliet", AccountStatus::Active);
    assert_alive(s, &old);
    s.server.set("juliet", AccountStatus::Absent);
    s.claim(&presentation, "juliet").unwrap();
    s.ledger.account_began(&user("juliet"), s.now).unwrap(); // it really was made
    s.redeem(&presentation, "juliet");
    assert_dead(s, "juliet", &old);
});

on_both_engines!(another_time_of_creation_is_another_account, |s| {
    for created in [at(-50), at(0), at(50)] {
        s.begin_anew();
        s.server.created("juliet", at(-10));
        let old = one_of_each(s, "juliet");
        assert_alive(s, &old);
        s.now = at(60);
        s.server.created("juliet", created); // in the past, in the same second, later
        for (token, purpose) in &old {
            let refusal = s.present(token.secret(), purpose).unwrap_err();
            assert!(matches!(refusal, Error::Refused(Refusal::InviterGone | Refusal::TokenRevoked)), "{refusal:?}");
        }
        s.server.answering(|facts| s.ledger.identify(&user("juliet"), facts, s.now)).unwrap();
        assert_eq!(listed(s, "juliet"), 0);
        let new = one_of_each(s, "juliet");
        assert_dead(s, "juliet", &old);
        assert_alive(s, &new);
    }
});

on_both_engines!(what_an_account_made_before_its_time_of_creation_was_known_stays, |s| {
    let old = one_of_each(s, "juliet");
    s.server.created("juliet", at(0));
    assert_alive(s, &old);
    let new = one_of_each(s, "juliet");
    s.tidy();
    assert_alive(s, &[old.clone(), new].concat());
    s.begin_anew();
    let older = one_of_each(s, "juliet");
    s.server.created("juliet", at(1));
    for (token, purpose) in &older {
        assert!(s.present(token.secret(), purpose).is_err());
    }
});

on_both_engines!(the_quota_of_an_account_begins_anew, |s| {
    let allowance = Allowance { accounts: Quota { pending: Some(1), per_day: Some(1) }, ..Allowance::default() };
    for told in ["told", "claimed", "created"] {
        s.begin_anew();
        s.ledger = s.other(|settings| settings.allowance = allowance);
        s.server.created("juliet", at(-10));
        s.make(&own("juliet", free())).unwrap();
        assert!(s.make(&own("juliet", free())).is_err());
        match told {
            "told" => s.end("juliet"),
            "claimed" => {
                s.server.set("juliet", AccountStatus::Absent);
                registers(s, "juliet");
            }
            _ => {}
        }
        s.server.created("juliet", at(0));
        s.make(&own("juliet", free())).unwrap();
        assert!(s.make(&own("juliet", free())).is_err());
    }
});

on_both_engines!(the_server_invites_without_the_contact_that_is_gone, |s| {
    let request =
        CreateRequest { creator: Some(user("juliet")), ..CreateRequest::of(Kind::Account { username: None, inviter: Some(user("juliet")) }) };
    let token = s.token_of(&request);
    let checked = |s: &mut Fixture| s.server.answering(|facts| s.ledger.check(token.secret(), &Purpose::Register, facts, s.now)).unwrap();
    assert_eq!(checked(s).invite.kind.inviter(), Some(&user("juliet")));
    s.server.set("juliet", AccountStatus::Absent);
    let found = checked(s);
    assert_eq!((found.invite.kind.inviter(), found.invite.creator), (None, None));
    registers(s, "juliet");
    assert_eq!(checked(s).invite.kind.inviter(), None);
    assert_eq!(s.state(&token), State::Pending);
    s.register(&token, "romeo").unwrap();
    assert_eq!(tree(s, "juliet"), [""; 0]);
    s.tidy();
    let used = s.ledger.info(token.secret(), s.now).unwrap().0;
    assert_eq!((used.kind.inviter(), used.creator), (None, None));
});

on_both_engines!(a_contact_who_goes_between_preauth_and_claim_is_none, |s| {
    for told in [true, false] {
        s.begin_anew();
        s.server.created("juliet", at(-10));
        let kind = Kind::Account { username: None, inviter: Some(user("juliet")) };
        let token = s.token(kind, Limit::times(3.try_into().unwrap()));
        let (before, after) = (s.check(&token).unwrap(), s.check(&token).unwrap());
        let claim = |s: &mut Fixture, presentation, name| s.server.answering(|facts| s.ledger.claim(presentation, &user(name), facts, s.now));
        assert_eq!(claim(s, &before, "romeo"), Ok(Some(user("juliet"))));
        if told {
            s.end("juliet");
        }
        s.server.created("juliet", at(0));
        assert_eq!(claim(s, &after, "mercutio"), Ok(None));
    }
});

on_both_engines!(a_dead_invite_reserves_no_name, |s| {
    s.make(&own("juliet", bound("romeo"))).unwrap();
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
    s.end("juliet");
    assert_eq!(s.open_name("romeo"), Ok(()));
    s.bound("romeo");
    assert_eq!(s.tidy(), 1);
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
});

on_both_engines!(what_was_imported_belongs_to_whoever_was_there, |s| {
    let legacy = |token: &str, created| LegacyInvite { limit: Limit::UNTIL_EXPIRY, created, expires: at(1000), ..legacy(token, contact("juliet")) };
    let token = |text| (Token::parse(text).unwrap(), Purpose::Subscribe(user("juliet")));
    s.server.created("juliet", at(-20)); // both have moved here
    s.ledger.import(&[legacy("first", at(-100)), legacy("ahead", at(500))], s.now).unwrap();
    assert_alive(s, &[token("first"), token("ahead")]);
    s.end("juliet");
    registers(s, "juliet");
    s.ledger.import(&[legacy("late", at(-50))], s.now).unwrap();
    assert_dead(s, "juliet", &[token("first"), token("ahead"), token("late")]);
    s.now = at(5);
    let new = one_of_each(s, "juliet");
    assert_alive(s, &new);
});

on_both_engines!(what_a_new_account_makes_before_its_claim_is_settled_stays, |s| {
    let old = one_of_each(s, "juliet");
    s.server.set("juliet", AccountStatus::Absent);
    let token = s.token_of(&own("nurse", free()));
    s.claimed(&token, "juliet");
    s.server.set("juliet", AccountStatus::Active); // and the server crashes
    let new = one_of_each(s, "juliet");
    let invited = s.token_of(&own("juliet", free()));
    s.register(&invited, "romeo").unwrap();
    s.restart();
    s.now = at(Ledger::LEASE);
    assert_eq!(s.settle_stale(), Ok((1, 0, 0)));
    assert_dead(s, "juliet", &old);
    let pending: Vec<_> = new.iter().filter(|(token, _)| s.state(token) == State::Pending).cloned().collect();
    assert_eq!(pending.len(), new.len());
    assert_eq!(tree(s, "nurse"), ["0 nurse", "1 juliet < nurse", "2 romeo < juliet"]);
});

on_both_engines!(a_registration_past_the_gate_ends_the_account_before, |s| {
    let old = one_of_each(s, "juliet");
    s.server.set("juliet", AccountStatus::Absent);
    let token = s.token_of(&own("nurse", free()));
    let presentation = s.check(&token).unwrap();
    s.server.set("juliet", AccountStatus::Active);
    s.spend(&presentation, "juliet").unwrap();
    assert_dead(s, "juliet", &old);
    assert_eq!(tree(s, "nurse"), ["0 nurse", "1 juliet < nurse"]);
});

on_both_engines!(tidying_goes_on_where_it_was_interrupted, |s| {
    for name in ["juliet", "nurse"] {
        make_many(s, name, 150);
        for _ in 0..60 {
            s.invite(reset(name), Limit::ONCE).unwrap();
        }
        s.end(name);
    }
    let first = s.ledger.tidy(s.now).unwrap().unwrap();
    assert_eq!((first.revoked, first.more), (usize::from(Ledger::PAGE) + 60, true), "a page of what each index finds");
    s.restart();
    s.end("juliet");
    assert_eq!(s.tidy(), 260);
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invites WHERE revoked_at IS NULL OR creator IS NOT NULL"), 0);
    assert_eq!(s.ledger.tidy(s.now), Ok(None));
});

// Compares a name without a past with one whose former account created many invites and invited somebody.
on_both_engines!(a_name_with_a_long_past_is_registered_by_as_many_statements, |s| {
    let counted = |s: &mut Fixture, name: &str| {
        let token = s.free();
        let recorder = Arc::<Plan>::default();
        let mut ledger = Faulty::ledger(&recorder, &s.place, settings());
        let mut facts = Accounts { standing: [(user(name), AccountStatus::Absent)].into(), ..Accounts::default() };
        facts.gone.insert(user(name), true);
        facts.privileged.insert(user(name), false);
        let checked = ledger.check(token.secret(), &Purpose::Register, &Accounts::default(), s.now).unwrap();
        recorder.reset();
        ledger.claim(&checked.presentation, &user(name), &facts, s.now).unwrap();
        ledger.redeem(&checked.presentation, Some(&user(name)), s.now).unwrap();
        (recorder.statements().len(), recorder.rows(), recorder.writes())
    };
    let without = counted(s, "romeo");
    make_many(s, "juliet", 90);
    s.server.set("juliet", AccountStatus::Absent);
    let with = counted(s, "juliet");
    assert_eq!(without.2, with.2);
    assert!(with.0 <= without.0 + 4 && with.1 <= without.1 + 4, "{without:?} {with:?}");
});
