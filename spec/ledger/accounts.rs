//! A name is not an account: whoever has a name next gets nothing of what was made under it before, whenever that is noticed.

use invites_core::policy::{AccountStatus, Accounts, Purpose};
use invites_core::{Allowance, Authority, CreateRequest, Error, Filter, Kind, Ledger, LegacyInvite, Limit, Query, Quota, Refusal, State, Token};

use crate::common::{Fixture, at, bound, contact, contact_account, free, on_both_engines, own, patiently, reset, user};
use crate::tree::tree;

on_both_engines!(
    the_next_owner_of_a_name_gets_nothing_in_the_same_second,
    two_accounts_end_in_one_second,
    a_clock_that_goes_back_revives_nothing,
    an_account_that_ended_without_a_word_ends_when_the_name_is_claimed,
    an_account_that_ended_without_a_word_ends_when_it_is_missed,
    an_account_is_missed_once,
    what_a_provider_says_that_cannot_be_reached_ends_nothing,
    another_time_of_creation_is_another_account,
    what_an_account_made_before_its_time_of_creation_was_known_stays,
    the_quota_of_an_account_begins_anew,
    the_server_invites_without_the_contact_that_is_gone,
    a_contact_who_goes_between_preauth_and_claim_is_none,
    a_dead_invite_reserves_no_name,
    what_was_imported_belongs_to_whoever_was_there,
    a_changed_password_ends_resets,
    a_used_reset_ends_the_others,
    a_password_that_was_changed_beside_the_server_ends_resets,
    a_new_account_is_told_of_no_changed_password,
    what_a_new_account_makes_before_its_claim_is_settled_stays,
    a_registration_past_the_gate_ends_the_account_before,
    tidying_goes_on_where_it_was_interrupted,
    a_name_with_a_long_past_is_registered_by_as_many_statements,
);

/// Of each kind of invite one that a user made, with its token and what it is presented for.
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

/// A user makes many invites, in pieces that a busy PostgreSQL writes within its deadline.
fn make_many(s: &mut Fixture, name: &str, count: usize) {
    for _ in 0..count / 30 {
        let drafts: Vec<_> = (0..30).map(|_| patiently(|| s.draft_of(&own(name, free()))).unwrap()).collect();
        patiently(|| s.ledger.create_all(&drafts, s.now)).unwrap();
    }
}

/// None of these works any more, nor is listed as if it did, nor is anything of it its creator's.
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

/// Somebody registers a name through an invite of the server's.
fn registers(s: &mut Fixture, name: &str) {
    let token = s.free();
    s.register(&token, name).unwrap();
}

fn the_next_owner_of_a_name_gets_nothing_in_the_same_second(s: &mut Fixture) {
    make_many(s, "juliet", 120);
    let invited = s.make(&own("juliet", free())).unwrap().token.unwrap();
    s.register(&invited, "romeo").unwrap();
    let old = one_of_each(s, "juliet");
    s.end("juliet");
    let token = s.make(&own("nurse", free())).unwrap().token.unwrap();
    s.register(&token, "juliet").unwrap();
    assert_dead(s, "juliet", &old);
    let new = one_of_each(s, "juliet");
    let invited = s.make(&own("juliet", free())).unwrap().token.unwrap();
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
}

fn two_accounts_end_in_one_second(s: &mut Fixture) {
    let first = one_of_each(s, "juliet");
    s.end("juliet");
    registers(s, "juliet");
    let second = one_of_each(s, "juliet");
    s.end("juliet");
    registers(s, "juliet");
    let third = one_of_each(s, "juliet");
    assert_dead(s, "juliet", &[first, second].concat());
    assert_alive(s, &third);
    s.tidy();
    assert_alive(s, &third);
}

fn a_clock_that_goes_back_revives_nothing(s: &mut Fixture) {
    let old = one_of_each(s, "juliet");
    s.now = at(-86400);
    s.end("juliet");
    registers(s, "juliet");
    let new = one_of_each(s, "juliet");
    assert_dead(s, "juliet", &old);
    assert_alive(s, &new);
    s.tidy();
    assert_alive(s, &new);
    s.end("juliet");
    registers(s, "juliet");
    assert_dead(s, "juliet", &new);
}

fn an_account_that_ended_without_a_word_ends_when_the_name_is_claimed(s: &mut Fixture) {
    let old = one_of_each(s, "juliet");
    s.server.set("juliet", AccountStatus::Absent);
    registers(s, "juliet");
    assert_dead(s, "juliet", &old);
    assert_eq!(listed(s, "juliet"), 0);
    let new = one_of_each(s, "juliet");
    assert_alive(s, &new);
    assert_eq!(s.tidy(), old.len());
}

fn an_account_that_ended_without_a_word_ends_when_it_is_missed(s: &mut Fixture) {
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
        s.server.set("juliet", AccountStatus::Active);
        assert_dead(s, "juliet", &old);
        let new = one_of_each(s, "juliet");
        assert_alive(s, &new);
    }
}

fn an_account_is_missed_once(s: &mut Fixture) {
    let old = one_of_each(s, "juliet");
    s.server.set("juliet", AccountStatus::Absent);
    assert!(s.check(&old[0].0).is_err());
    let known = s.place.contents();
    for (token, purpose) in &old {
        assert!(s.present(token.secret(), purpose).is_err());
    }
    assert_eq!(s.place.contents(), known);
}

fn what_a_provider_says_that_cannot_be_reached_ends_nothing(s: &mut Fixture) {
    let old = one_of_each(s, "juliet");
    s.server.is_unsure = true;
    s.server.set("juliet", AccountStatus::Absent);
    for (token, purpose) in &old {
        assert!(s.present(token.secret(), purpose).is_err());
    }
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "juliet").unwrap();
    s.ledger.release(&presentation).unwrap(); // the account can't be made, as it is there
    s.server.set("juliet", AccountStatus::Active);
    assert_alive(s, &old);
    s.server.set("juliet", AccountStatus::Absent);
    s.claim(&presentation, "juliet").unwrap();
    s.ledger.account_began(&user("juliet"), s.now).unwrap(); // it really was made
    s.redeem(&presentation, "juliet");
    assert_dead(s, "juliet", &old);
}

fn another_time_of_creation_is_another_account(s: &mut Fixture) {
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
}

fn what_an_account_made_before_its_time_of_creation_was_known_stays(s: &mut Fixture) {
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
}

fn the_quota_of_an_account_begins_anew(s: &mut Fixture) {
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
}

fn the_server_invites_without_the_contact_that_is_gone(s: &mut Fixture) {
    let request =
        CreateRequest { creator: Some(user("juliet")), ..CreateRequest::of(Kind::Account { username: None, inviter: Some(user("juliet")) }) };
    let token = s.make(&request).unwrap().token.unwrap();
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
}

fn a_contact_who_goes_between_preauth_and_claim_is_none(s: &mut Fixture) {
    for told in [true, false] {
        s.begin_anew();
        s.server.created("juliet", at(-10));
        let kind = Kind::Account { username: None, inviter: Some(user("juliet")) };
        let token = s.invite(kind, Limit::times(3.try_into().unwrap())).unwrap().token.unwrap();
        let (before, after) = (s.check(&token).unwrap(), s.check(&token).unwrap());
        let claim = |s: &mut Fixture, presentation, name| s.server.answering(|facts| s.ledger.claim(presentation, &user(name), facts, s.now));
        assert_eq!(claim(s, &before, "romeo"), Ok(Some(user("juliet"))));
        if told {
            s.end("juliet");
        }
        s.server.created("juliet", at(0));
        assert_eq!(claim(s, &after, "mercutio"), Ok(None));
    }
}

fn a_dead_invite_reserves_no_name(s: &mut Fixture) {
    s.make(&own("juliet", bound("romeo"))).unwrap();
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
    s.end("juliet");
    assert_eq!(s.open_name("romeo"), Ok(()));
    s.bound("romeo");
    assert_eq!(s.tidy(), 1);
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
}

fn what_was_imported_belongs_to_whoever_was_there(s: &mut Fixture) {
    let legacy = |token: &str, created| LegacyInvite {
        token: Token::parse(token).unwrap(),
        kind: contact("juliet"),
        creator: Some(user("juliet")),
        authority: Authority::Server,
        limit: Limit::UNTIL_EXPIRY,
        created,
        expires: at(1000),
        landing_page: None,
        data: None,
    };
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
}

fn a_changed_password_ends_resets(s: &mut Fixture) {
    let others = one_of_each(s, "juliet");
    let old = [(); 2].map(|()| s.invite(reset("juliet"), Limit::ONCE).unwrap().token.unwrap());
    let presentation = s.check(&old[0]).unwrap();
    s.ledger.password_changed(&user("juliet"), s.now).unwrap();
    let new = s.invite(reset("juliet"), Limit::ONCE).unwrap().token.unwrap();
    for _ in 0..2 {
        assert_eq!(s.claim(&presentation, "juliet"), Err(Refusal::TokenRevoked.into()));
        for token in &old {
            assert_eq!((s.check(token), s.state(token)), (Err(Refusal::TokenRevoked.into()), State::Revoked));
        }
        assert!(s.check(&new).is_ok());
        assert_eq!(s.state(&new), State::Pending);
        let rest: Vec<_> = others.iter().enumerate().filter(|(number, _)| *number != 3).map(|(_, other)| other.clone()).collect();
        assert_alive(s, &rest);
        s.tidy();
    }
    s.now = at(-100); // the clock went back, and yet the password is changed once more
    s.ledger.password_changed(&user("juliet"), s.now).unwrap();
    assert_eq!(s.check(&new), Err(Refusal::TokenRevoked.into()));
}

fn a_used_reset_ends_the_others(s: &mut Fixture) {
    let tokens = [(); 3].map(|()| s.invite(reset("juliet"), Limit::UNTIL_EXPIRY).unwrap().token.unwrap());
    let presentations = [0, 1].map(|number| s.check(&tokens[number]).unwrap());
    s.claim(&presentations[0], "juliet").unwrap();
    assert_eq!(s.claim(&presentations[1], "juliet"), Err(Refusal::UsernameReserved.into()), "one at a time");
    s.redeem(&presentations[0], "juliet");
    assert_eq!(s.claim(&presentations[1], "juliet"), Err(Refusal::TokenRevoked.into()));
    for token in &tokens {
        assert_eq!(s.check(token), Err(Refusal::TokenRevoked.into()));
    }
    let next = s.invite(reset("juliet"), Limit::ONCE).unwrap().token.unwrap();
    assert!(s.register(&next, "juliet").is_ok());
}

fn a_password_that_was_changed_beside_the_server_ends_resets(s: &mut Fixture) {
    s.server.password("juliet", "first");
    let token = s.invite(reset("juliet"), Limit::ONCE).unwrap().token.unwrap();
    let presentation = s.check(&token).unwrap();
    s.server.password("juliet", "second");
    assert_eq!(s.check(&token), Err(Refusal::TokenRevoked.into()));
    assert_eq!(s.claim(&presentation, "juliet"), Err(Refusal::TokenRevoked.into()), "also after it was presented");
    let next = s.invite(reset("juliet"), Limit::ONCE).unwrap().token.unwrap();
    assert!(s.register(&next, "juliet").is_ok());
    let seals = s.place.sql("SELECT credentials FROM invites");
    assert!(seals.into_iter().all(|mut row| row.text().unwrap().len() == 16));
}

fn a_new_account_is_told_of_no_changed_password(s: &mut Fixture) {
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    let before = s.place.contents();
    s.ledger.password_changed(&user("romeo"), s.now).unwrap();
    assert_eq!(s.place.contents(), before);
}

fn what_a_new_account_makes_before_its_claim_is_settled_stays(s: &mut Fixture) {
    let old = one_of_each(s, "juliet");
    s.server.set("juliet", AccountStatus::Absent);
    let token = s.make(&own("nurse", free())).unwrap().token.unwrap();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "juliet").unwrap();
    s.server.set("juliet", AccountStatus::Active); // and the server crashes
    let new = one_of_each(s, "juliet");
    let invited = s.make(&own("juliet", free())).unwrap().token.unwrap();
    s.register(&invited, "romeo").unwrap();
    s.restart();
    s.now = at(Ledger::LEASE);
    assert_eq!(s.settle_stale(), Ok((1, 0, 0)));
    assert_dead(s, "juliet", &old);
    let pending: Vec<_> = new.iter().filter(|(token, _)| s.state(token) == State::Pending).cloned().collect();
    assert_eq!(pending.len(), new.len());
    assert_eq!(tree(s, "nurse"), ["0 nurse", "1 juliet < nurse", "2 romeo < juliet"]);
}

fn a_registration_past_the_gate_ends_the_account_before(s: &mut Fixture) {
    let old = one_of_each(s, "juliet");
    s.server.set("juliet", AccountStatus::Absent);
    let token = s.make(&own("nurse", free())).unwrap().token.unwrap();
    let presentation = s.check(&token).unwrap();
    s.server.set("juliet", AccountStatus::Active);
    s.spend(&presentation, "juliet").unwrap();
    assert_dead(s, "juliet", &old);
    assert_eq!(tree(s, "nurse"), ["0 nurse", "1 juliet < nurse"]);
}

fn tidying_goes_on_where_it_was_interrupted(s: &mut Fixture) {
    for name in ["juliet", "nurse"] {
        make_many(s, name, 150);
        s.end(name);
    }
    let first = s.ledger.tidy(s.now).unwrap().unwrap();
    assert_eq!((first.revoked, first.more), (usize::from(Ledger::PAGE), true));
    s.restart();
    s.end("juliet");
    assert_eq!(s.tidy(), 200);
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invites WHERE revoked_at IS NULL OR creator IS NOT NULL"), 0);
    assert_eq!(s.ledger.tidy(s.now), Ok(None));
}

/// What is run for a name without a past, and for one whose former account has made many invites and invited somebody.
fn a_name_with_a_long_past_is_registered_by_as_many_statements(s: &mut Fixture) {
    let counted = |s: &mut Fixture, name: &str| {
        let token = s.free();
        let counter = crate::common::counter::Counter::default();
        let mut ledger = counter.ledger(&s.place);
        let mut facts = Accounts { standing: [(user(name), AccountStatus::Absent)].into(), ..Accounts::default() };
        facts.gone.insert(user(name), true);
        facts.privileged.insert(user(name), false);
        let checked = ledger.check(token.secret(), &Purpose::Register, &Accounts::default(), s.now).unwrap();
        counter.reset();
        ledger.claim(&checked.presentation, &user(name), &facts, s.now).unwrap();
        ledger.redeem(&checked.presentation, Some(&user(name)), s.now).unwrap();
        (counter.statements(), counter.rows(), counter.writes())
    };
    let without = counted(s, "romeo");
    make_many(s, "juliet", 90);
    s.server.set("juliet", AccountStatus::Absent);
    let with = counted(s, "juliet");
    assert_eq!(without.2, with.2);
    assert!(with.0 <= without.0 + 4 && with.1 <= without.1 + 4, "{without:?} {with:?}");
}
