//! Using invites: check, claim, redeem, release, spend, settle.

use std::num::NonZeroU32;

use invites_core::policy::{AccountStatus, Accounts, Purpose, Question, Subject};
use invites_core::{Error, Kind, Ledger, Limit, Redeemed, Refusal, State, Token};

use crate::common::fixture::{outcomes, own};
use crate::common::{Database, Fixture, at, bound, contact, contact_account, facts, free, on_both_engines, reset, user};

on_both_engines!(
    a_check_changes_nothing,
    a_check_says_which_kind_of_dead,
    what_is_no_token_is_not_looked_up,
    a_check_asks_about_the_account_that_the_invite_is_about,
    expiry_is_judged_when_the_token_is_presented,
    one_registration_uses_an_invite_up,
    an_invite_for_several_accounts_counts_down,
    a_reusable_invite_is_never_used_up,
    a_claim_asks_about_the_account,
    a_claim_is_refused_for_its_reason,
    a_claim_that_another_holds_may_come_free,
    two_holders_of_one_bound_invite_do_not_conflict_over_the_name,
    a_revoked_invite_is_not_claimed,
    a_presentation_may_claim_again_under_another_name,
    a_refused_claim_leaves_the_earlier_one_alone,
    a_name_that_gives_power_is_only_for_the_server_to_give,
    a_released_claim_gives_use_and_name_back,
    a_released_claim_leaves_a_bound_name_reserved,
    a_released_claim_of_a_revoked_invite_reserves_nothing,
    a_release_without_a_claim_does_nothing,
    a_presentation_makes_one_account,
    a_use_is_counted_once_however_often_it_is_told,
    a_redemption_is_never_refused,
    a_redemption_without_a_name_takes_the_claimed_one,
    an_account_keeps_no_reservation,
    a_redemption_after_the_invite_is_gone_says_so,
    a_contact_invite_is_spent_by_a_subscription,
    spending_redeems_a_claim_of_its_own,
    spending_waits_for_a_claim_of_somebody_else,
    a_reset_holds_the_name_of_its_account,
    a_reset_passes_a_name_that_is_still_reserved,
    a_claim_is_settled_by_whether_its_account_is_there,
    a_reset_that_was_left_open_is_released_without_a_question,
    a_claim_under_way_is_not_stale,
    a_claim_of_a_dead_process_is_stale_where_one_server_uses_the_database,
    a_claim_from_the_future_is_stale,
    questions_about_claims_say_when_they_were_taken,
    settling_asks_for_all_before_it_ends_any,
    a_stale_claim_is_settled_by_who_needs_its_use,
    a_stale_claim_on_a_name_is_settled_by_who_needs_the_name,
    a_name_is_open_unless_it_is_promised,
);

const COUNTED: Redeemed = Redeemed { again: false, over_limit: false };
const AGAIN: Redeemed = Redeemed { again: true, over_limit: false };
const OVER: Redeemed = Redeemed { again: false, over_limit: true };

fn times(n: u32) -> Limit {
    Limit::times(NonZeroU32::new(n).unwrap())
}

fn token(s: &mut Fixture, kind: Kind, limit: Limit) -> Token {
    s.invite(kind, limit).unwrap().token.unwrap()
}

fn subscribe(name: &str) -> Purpose {
    Purpose::Subscribe(user(name))
}

fn a_check_changes_nothing(s: &mut Fixture) {
    let tokens = [free(), bound("romeo"), contact("juliet"), reset("juliet")].map(|kind| token(s, kind, Limit::ONCE));
    let before = s.place.contents();
    for token in &tokens {
        for purpose in [Purpose::Register, subscribe("juliet"), subscribe("nurse")] {
            for _ in 0..10 {
                let _ = s.present(token.secret(), &purpose);
            }
        }
    }
    assert_eq!(s.place.contents(), before);
}

fn a_check_says_which_kind_of_dead(s: &mut Fixture) {
    let [used, revoked, expired] = [0; 3].map(|_| s.free());
    s.register(&used, "romeo").unwrap();
    s.ledger.revoke(revoked.secret(), None, s.now).unwrap();
    assert_eq!(s.check(&used), Err(Refusal::TokenUsed.into()));
    assert_eq!(s.check(&revoked), Err(Refusal::TokenRevoked.into()));
    s.now = at(1000);
    assert_eq!(s.check(&expired), Err(Refusal::TokenExpired.into()));
    assert_eq!(s.check(&used), Err(Refusal::TokenUsed.into()));
    assert_eq!(s.check(&revoked), Err(Refusal::TokenRevoked.into()));
    s.now = at(0);
    let contact = token(s, contact("juliet"), Limit::ONCE);
    assert_eq!(s.check(&contact), Err(Refusal::TokenNotForRegistration.into()));
    assert_eq!(s.present(contact.secret(), &subscribe("nurse")), Err(Refusal::TokenNotForContact.into()));
    assert!(s.present(contact.secret(), &subscribe("juliet")).is_ok());
    let both = token(s, contact_account("juliet"), Limit::ONCE);
    let reset = token(s, reset("juliet"), Limit::ONCE);
    for (standing, with_inviter, with_account) in [
        (AccountStatus::Disabled, "inviter-gone", "account-not-found"),
        (AccountStatus::Unknown, "internal-server-error", "internal-server-error"),
        (AccountStatus::Absent, "inviter-gone", "token-revoked"), // the first look has noted that the account is gone
    ] {
        s.server.set("juliet", standing);
        assert_eq!(s.check(&both).unwrap_err().code(), with_inviter);
        assert_eq!(s.present(contact.secret(), &subscribe("juliet")).unwrap_err().code(), with_inviter);
        assert_eq!(s.check(&reset).unwrap_err().code(), with_account);
    }
}

fn what_is_no_token_is_not_looked_up(s: &mut Fixture) {
    s.free();
    for (text, refusal) in [
        ("", Refusal::NoToken),
        ("unknown", Refusal::TokenInvalid),
        ("a\0b", Refusal::TokenInvalid),
        ("' OR 1=1 --", Refusal::TokenInvalid),
        ("é", Refusal::TokenInvalid),
        (&"x".repeat(1 << 20), Refusal::TokenInvalid),
    ] {
        assert_eq!(s.present(text, &Purpose::Register), Err(refusal.clone().into()), "{text:.20}");
        assert_eq!(s.ledger.info(text, s.now), Err(refusal.clone().into()));
        assert_eq!(s.ledger.revoke(text, None, s.now), Err(refusal.into()));
    }
}

fn a_check_asks_about_the_account_that_the_invite_is_about(s: &mut Fixture) {
    for kind in [contact_account("juliet"), reset("juliet")] {
        let token = token(s, kind, Limit::ONCE);
        let asked = s.ledger.check(token.secret(), &Purpose::Register, &Accounts::default(), s.now).unwrap_err();
        assert_eq!(asked, Error::Ask(vec![Question { username: user("juliet"), subject: Subject::Account }]));
    }
    for kind in [free(), bound("romeo")] {
        let token = token(s, kind, Limit::ONCE);
        assert!(s.ledger.check(token.secret(), &Purpose::Register, &Accounts::default(), s.now).is_ok(), "these need no account");
    }
}

/// XEP-0445 §2: the session that presented its token in time is not rejected later because of the expiry.
fn expiry_is_judged_when_the_token_is_presented(s: &mut Fixture) {
    let token = s.free();
    s.now = at(999);
    let presentation = s.check(&token).unwrap();
    s.now = at(1000);
    assert_eq!(s.check(&token), Err(Refusal::TokenExpired.into()));
    assert_eq!(s.claim(&presentation, "romeo"), Ok(()));
    assert_eq!(s.redeem(&presentation, "romeo"), COUNTED);
}

fn one_registration_uses_an_invite_up(s: &mut Fixture) {
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    assert_eq!(s.state(&token), State::Pending);
    s.claim(&presentation, "romeo").unwrap();
    assert_eq!((s.state(&token), s.uses(&token)), (State::Claimed, 0));
    assert_eq!(s.redeem(&presentation, "romeo"), COUNTED);
    assert_eq!((s.state(&token), s.uses(&token)), (State::Redeemed, 1));
    assert_eq!(s.check(&token), Err(Refusal::TokenUsed.into()));
}

fn an_invite_for_several_accounts_counts_down(s: &mut Fixture) {
    let token = token(s, free(), times(3));
    let presentations = ["a", "b", "c", "d"].map(|name| (name, s.check(&token).unwrap()));
    for (name, presentation) in &presentations[..3] {
        s.claim(presentation, name).unwrap();
    }
    let (name, late) = &presentations[3];
    assert_eq!(s.claim(late, name), Err(Refusal::InviteInUse.into()));
    for (used, (name, presentation)) in presentations[..3].iter().enumerate() {
        assert_eq!(s.uses(&token), i64::try_from(used).unwrap());
        assert_eq!(s.redeem(presentation, name), COUNTED);
    }
    assert_eq!(s.claim(late, name), Err(Refusal::TokenUsed.into()));
}

fn a_reusable_invite_is_never_used_up(s: &mut Fixture) {
    let token = token(s, free(), Limit::UNTIL_EXPIRY);
    for number in 0..20 {
        assert_eq!(s.register(&token, &format!("user{number}")), Ok(COUNTED));
    }
    assert_eq!((s.state(&token), s.uses(&token)), (State::Pending, 20));
    s.now = at(1000);
    assert_eq!(s.check(&token), Err(Refusal::TokenExpired.into()));
}

fn a_claim_asks_about_the_account(s: &mut Fixture) {
    let token = token(s, contact_account("juliet"), Limit::ONCE);
    let presentation = s.check(&token).unwrap();
    let ask = |names: &[&str]| {
        let questions = names.iter().map(|name| Question { username: user(name), subject: Subject::Account });
        Err(Error::Ask(questions.collect()))
    };
    assert_eq!(s.ledger.claim(&presentation, &user("romeo"), &Accounts::default(), s.now), ask(&["romeo", "juliet"]));
    let known = facts(&[("romeo", AccountStatus::Absent)]);
    assert_eq!(s.ledger.claim(&presentation, &user("romeo"), &known, s.now), ask(&["juliet"]));
    assert_eq!(s.state(&token), State::Pending, "a question holds nothing");
    let known = facts(&[("romeo", AccountStatus::Absent), ("juliet", AccountStatus::Active)]);
    assert_eq!(s.ledger.claim(&presentation, &user("romeo"), &known, s.now), Ok(Some(user("juliet"))));
}

fn a_claim_is_refused_for_its_reason(s: &mut Fixture) {
    let (free_one, romeos) = (s.free(), s.bound("romeo"));
    let contact = token(s, contact("juliet"), Limit::ONCE);
    let both = token(s, contact_account("juliet"), Limit::ONCE);
    let reset = token(s, reset("juliet"), Limit::ONCE);
    let presentation = s.check(&free_one).unwrap();
    assert_eq!(s.claim(&presentation, "juliet"), Err(Refusal::AccountExists.into()));
    assert_eq!(s.claim(&presentation, "paris"), Err(Refusal::AccountExists.into()), "disabled or not");
    assert_eq!(s.claim(&presentation, "tybalt").unwrap_err().code(), "internal-server-error");
    assert_eq!(s.claim(&presentation, "romeo"), Err(Refusal::UsernameReserved.into()));
    let bound = s.check(&romeos).unwrap();
    assert_eq!(s.claim(&bound, "mallory"), Err(Refusal::UsernameMismatch.into()));
    let subscription = s.present(contact.secret(), &subscribe("juliet")).unwrap();
    assert_eq!(s.claim(&subscription, "mercutio"), Err(Refusal::TokenNotForRegistration.into()));
    let resetting = s.check(&reset).unwrap();
    assert_eq!(s.claim(&resetting, "nurse"), Err(Refusal::UsernameMismatch.into()));
    let with_inviter = s.check(&both).unwrap();
    s.server.set("juliet", AccountStatus::Disabled);
    assert_eq!(s.claim(&with_inviter, "mercutio"), Err(Refusal::InviterGone.into()));
    assert_eq!(s.claim(&resetting, "juliet"), Err(Refusal::AccountNotFound.into()));
    for token in [&free_one, &romeos, &contact, &both, &reset] {
        assert_eq!(s.state(token), State::Pending, "a refusal holds nothing");
    }
    s.place.sql("DELETE FROM invites");
    assert_eq!(s.claim(&presentation, "mercutio"), Err(Refusal::TokenInvalid.into()));
    assert_eq!(s.spend(&presentation, "mercutio"), Err(Refusal::TokenInvalid.into()));
}

fn a_claim_that_another_holds_may_come_free(s: &mut Fixture) {
    let token = s.free();
    let (first, second) = (s.check(&token).unwrap(), s.check(&token).unwrap());
    s.claim(&first, "romeo").unwrap();
    assert_eq!(s.claim(&second, "mercutio"), Err(Refusal::InviteInUse.into()));
    s.ledger.release(&first).unwrap();
    assert_eq!(s.claim(&second, "mercutio"), Ok(()));
    assert_eq!(s.claim(&first, "romeo"), Err(Refusal::InviteInUse.into()));
    s.redeem(&second, "mercutio");
    assert_eq!(s.claim(&first, "romeo"), Err(Refusal::TokenUsed.into()));
}

fn two_holders_of_one_bound_invite_do_not_conflict_over_the_name(s: &mut Fixture) {
    let token = s.bound("romeo");
    let (first, second) = (s.check(&token).unwrap(), s.check(&token).unwrap());
    s.claim(&first, "romeo").unwrap();
    assert_eq!(s.claim(&second, "romeo"), Err(Refusal::InviteInUse.into()), "the name is theirs; what they wait for is the use");
    let reusable = s.invite(free(), Limit::UNTIL_EXPIRY).unwrap().token.unwrap();
    let (first, second) = (s.check(&reusable).unwrap(), s.check(&reusable).unwrap());
    s.claim(&first, "mercutio").unwrap();
    assert_eq!(s.claim(&second, "mercutio"), Err(Refusal::UsernameReserved.into()), "here it is the name that is taken");
}

fn a_revoked_invite_is_not_claimed(s: &mut Fixture) {
    let token = s.free();
    let (first, second) = (s.check(&token).unwrap(), s.check(&token).unwrap());
    s.claim(&first, "romeo").unwrap();
    s.ledger.revoke(token.secret(), None, s.now).unwrap();
    assert_eq!(s.claim(&second, "mercutio"), Err(Refusal::TokenRevoked.into()));
    assert_eq!(s.spend(&second, "mercutio"), Err(Refusal::TokenRevoked.into()));
    assert_eq!(s.claim(&first, "mercutio"), Err(Refusal::TokenRevoked.into()), "nor claimed again");
    assert_eq!(s.redeem(&first, "romeo"), COUNTED, "but who had claimed may end");
    assert_eq!(s.uses(&token), 1);
}

fn a_presentation_may_claim_again_under_another_name(s: &mut Fixture) {
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.claim(&presentation, "mercutio").unwrap();
    assert_eq!(s.open_name("romeo"), Ok(()), "the first name is let go");
    assert_eq!(s.open_name("mercutio"), Err(Refusal::UsernameReserved.into()));
    s.redeem(&presentation, "mercutio");
    assert_eq!(s.uses(&token), 1);
}

fn a_refused_claim_leaves_the_earlier_one_alone(s: &mut Fixture) {
    s.bound("romeo");
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "mercutio").unwrap();
    let before = s.place.contents();
    assert_eq!(s.claim(&presentation, "romeo"), Err(Refusal::UsernameReserved.into()));
    assert_eq!(s.claim(&presentation, "juliet"), Err(Refusal::AccountExists.into()));
    assert_eq!(s.place.contents(), before);
}

fn a_name_that_gives_power_is_only_for_the_server_to_give(s: &mut Fixture) {
    s.server.privilege("romeo");
    let (token, of_juliet) = (s.free(), s.make(&own("juliet", bound("romeo"))));
    assert_eq!(of_juliet.unwrap_err(), Refusal::UsernameReserved.into());
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
    let presentation = s.check(&token).unwrap();
    let before = s.place.contents();
    assert_eq!(s.claim(&presentation, "romeo"), Err(Refusal::UsernameReserved.into()));
    assert_eq!(s.place.contents(), before, "nothing is used up");
    s.claim(&presentation, "mercutio").unwrap();
    let token = s.bound("romeo");
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
}

fn a_released_claim_gives_use_and_name_back(s: &mut Fixture) {
    let token = s.free();
    let before = s.place.contents();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.ledger.release(&presentation).unwrap();
    assert_eq!(s.place.contents(), before);
    s.claim(&presentation, "mercutio").unwrap();
    assert_eq!(s.redeem(&presentation, "mercutio"), COUNTED, "the same presentation may try again");
}

fn a_released_claim_leaves_a_bound_name_reserved(s: &mut Fixture) {
    let token = s.bound("romeo");
    let before = s.place.contents();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.ledger.release(&presentation).unwrap();
    assert_eq!(s.place.contents(), before);
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
}

fn a_released_claim_of_a_revoked_invite_reserves_nothing(s: &mut Fixture) {
    let token = s.bound("romeo");
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.ledger.revoke(token.secret(), None, s.now).unwrap();
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()), "while it is being registered");
    s.ledger.release(&presentation).unwrap();
    assert_eq!(s.open_name("romeo"), Ok(()));
    let other = s.bound("romeo");
    assert!(s.register(&other, "romeo").is_ok());
}

fn a_release_without_a_claim_does_nothing(s: &mut Fixture) {
    let token = s.bound("romeo");
    let (holder, other) = (s.check(&token).unwrap(), s.check(&token).unwrap());
    s.claim(&holder, "romeo").unwrap();
    let before = s.place.contents();
    s.ledger.release(&other).unwrap();
    assert_eq!(s.place.contents(), before);
    s.redeem(&holder, "romeo");
    let before = s.place.contents();
    s.ledger.release(&holder).unwrap();
    assert_eq!(s.place.contents(), before, "nor after the redemption");
}

fn a_presentation_makes_one_account(s: &mut Fixture) {
    let token = token(s, free(), times(5));
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.redeem(&presentation, "romeo");
    assert_eq!(s.claim(&presentation, "mercutio"), Err(Refusal::PresentationSpent.into()));
    assert_eq!(s.uses(&token), 1);
}

fn a_use_is_counted_once_however_often_it_is_told(s: &mut Fixture) {
    let token = token(s, free(), times(5));
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    assert_eq!(s.redeem(&presentation, "romeo"), COUNTED);
    for _ in 0..3 {
        assert_eq!(s.redeem(&presentation, "romeo"), AGAIN);
        assert_eq!(s.spend(&presentation, "romeo"), Ok(AGAIN));
    }
    assert_eq!(s.uses(&token), 1);
    s.place.assert_sound();
}

fn a_redemption_is_never_refused(s: &mut Fixture) {
    let token = s.free();
    let [first, second, third] = [0; 3].map(|_| s.check(&token).unwrap());
    assert_eq!(s.redeem(&first, "a"), COUNTED, "without a claim");
    assert_eq!(s.redeem(&second, "b"), OVER, "past the limit");
    s.ledger.revoke(token.secret(), None, s.now).unwrap();
    assert_eq!(s.redeem(&third, "c"), OVER, "of a revoked invite");
    assert_eq!(s.uses(&token), 3);
}

fn a_redemption_without_a_name_takes_the_claimed_one(s: &mut Fixture) {
    let token = token(s, free(), times(2));
    let (claimed, unclaimed) = (s.check(&token).unwrap(), s.check(&token).unwrap());
    s.claim(&claimed, "romeo").unwrap();
    assert_eq!(s.ledger.redeem(&claimed, None, s.now), Ok(COUNTED));
    assert_eq!(s.ledger.redeem(&unclaimed, None, s.now), Ok(COUNTED));
    let names = s.place.sql("SELECT username FROM invite_redemptions ORDER BY COALESCE(username, '')");
    let names: Vec<_> = names.into_iter().map(|mut row| row.maybe_text().unwrap()).collect();
    assert_eq!(names, [None, Some("romeo".into())]);
}

fn an_account_keeps_no_reservation(s: &mut Fixture) {
    let token = s.bound("romeo");
    s.register(&token, "romeo").unwrap();
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invite_names"), 0);
    let unclaimed = s.bound("mercutio");
    let presentation = s.check(&unclaimed).unwrap();
    s.redeem(&presentation, "mercutio");
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invite_names"), 0, "nor one that nobody claimed");
}

fn a_redemption_after_the_invite_is_gone_says_so(s: &mut Fixture) {
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.now = at(1000 + Ledger::GRACE);
    assert_eq!(s.sweep(s.now), Ok(1));
    assert_eq!(s.redeem(&presentation, "romeo"), OVER);
    assert_eq!(s.place.contents(), [""; 0], "and nothing is left that no sweep would find");
}

fn a_contact_invite_is_spent_by_a_subscription(s: &mut Fixture) {
    let token = token(s, contact("juliet"), Limit::ONCE);
    let (first, second) = (s.present(token.secret(), &subscribe("juliet")).unwrap(), s.present(token.secret(), &subscribe("juliet")).unwrap());
    let asked = s.ledger.spend(&first, Some(&user("romeo")), &Accounts::default(), s.now).unwrap_err();
    assert_eq!(asked, Error::Ask(vec![Question { username: user("juliet"), subject: Subject::Account }]));
    assert_eq!(s.spend(&first, "romeo"), Ok(COUNTED));
    assert_eq!(s.spend(&first, "romeo"), Ok(AGAIN));
    assert_eq!(s.spend(&second, "romeo"), Err(Refusal::TokenUsed.into()));
    assert_eq!(s.present(token.secret(), &subscribe("juliet")), Err(Refusal::TokenUsed.into()));
    s.place.assert_sound();
}

fn spending_redeems_a_claim_of_its_own(s: &mut Fixture) {
    let token = s.bound("romeo");
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.ledger.revoke(token.secret(), None, s.now).unwrap();
    assert_eq!(s.spend(&presentation, "romeo"), Ok(COUNTED), "it was let in before");
    assert_eq!(s.place.number("SELECT COUNT(*) FROM invite_names"), 0);
}

fn spending_waits_for_a_claim_of_somebody_else(s: &mut Fixture) {
    let token = token(s, contact_account("juliet"), Limit::ONCE);
    let registering = s.check(&token).unwrap();
    let subscribing = s.present(token.secret(), &subscribe("juliet")).unwrap();
    s.claim(&registering, "romeo").unwrap();
    assert_eq!(s.spend(&subscribing, "mercutio"), Err(Refusal::InviteInUse.into()));
    s.ledger.release(&registering).unwrap();
    assert_eq!(s.spend(&subscribing, "mercutio"), Ok(COUNTED));
}

fn a_reset_holds_the_name_of_its_account(s: &mut Fixture) {
    let (first, second) = (token(s, reset("juliet"), Limit::ONCE), token(s, reset("juliet"), Limit::ONCE));
    let (first, second) = (s.check(&first).unwrap(), s.check(&second).unwrap());
    s.claim(&first, "juliet").unwrap();
    assert_eq!(s.claim(&second, "juliet"), Err(Refusal::UsernameReserved.into()), "one reset at a time");
    s.ledger.release(&first).unwrap();
    assert_eq!(s.claim(&second, "juliet"), Ok(()));
}

fn a_reset_passes_a_name_that_is_still_reserved(s: &mut Fixture) {
    s.bound("romeo");
    s.server.set("romeo", AccountStatus::Active); // an admin made the account past the invite
    let token = token(s, reset("romeo"), Limit::ONCE);
    assert_eq!(s.register(&token, "romeo"), Ok(COUNTED));
}

fn a_claim_is_settled_by_whether_its_account_is_there(s: &mut Fixture) {
    for (standing, settled, uses, state) in [
        (AccountStatus::Active, (1, 0, 0), 1, State::Redeemed),
        (AccountStatus::Absent, (0, 1, 0), 0, State::Pending),
        (AccountStatus::Unknown, (0, 0, 1), 0, State::Claimed),
        (AccountStatus::Disabled, (0, 0, 1), 0, State::Claimed),
    ] {
        let token = s.free();
        let name = format!("{standing:?}").to_lowercase();
        let presentation = s.check(&token).unwrap();
        assert_eq!(s.settle(&presentation), Ok((0, 0, 0)), "without a claim there is nothing to settle");
        s.claim(&presentation, &name).unwrap();
        s.server.set(&name, standing);
        assert_eq!(s.settle(&presentation), Ok(settled), "whatever its lease");
        assert_eq!((s.uses(&token), s.state(&token)), (uses, state));
    }
    s.place.assert_sound();
}

fn a_reset_that_was_left_open_is_released_without_a_question(s: &mut Fixture) {
    let token = token(s, reset("juliet"), Limit::ONCE);
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "juliet").unwrap();
    assert_eq!(s.ledger.settle(&presentation, &Accounts::default(), s.now).map(|settled| outcomes(&settled)), Ok((0, 1, 0)));
    assert_eq!(s.state(&token), State::Pending);
}

fn a_claim_under_way_is_not_stale(s: &mut Fixture) {
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.now = at(Ledger::LEASE - 1);
    assert_eq!(s.settle_stale(), Ok((0, 0, 0)));
    let other = s.check(&token).unwrap();
    assert_eq!(s.claim(&other, "mercutio"), Err(Refusal::InviteInUse.into()));
    s.claim(&presentation, "romeo").unwrap();
    s.now = at(Ledger::LEASE + 1);
    assert_eq!(s.settle_stale(), Ok((0, 0, 0)), "a second claim renews the lease");
    s.now = at(2 * Ledger::LEASE);
    assert_eq!(s.settle_stale(), Ok((0, 1, 0)));
}

fn a_claim_of_a_dead_process_is_stale_where_one_server_uses_the_database(s: &mut Fixture) {
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.restart();
    let released = match s.place.database {
        Database::Sqlite => 1,
        Database::Postgres => 0, // it may be the claim of another server that is well
    };
    assert_eq!(s.settle_stale(), Ok((0, released, 0)));
    s.now = at(Ledger::LEASE);
    assert_eq!(s.settle_stale(), Ok((0, 1 - released, 0)));
    assert_eq!(s.state(&token), State::Pending);
}

fn a_claim_from_the_future_is_stale(s: &mut Fixture) {
    s.now = at(500);
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.now = at(499);
    assert_eq!(s.settle_stale(), Ok((0, 1, 0)), "the clock was turned back: no lease would ever end");
}

fn questions_about_claims_say_when_they_were_taken(s: &mut Fixture) {
    let token = s.free();
    let presentation = s.check(&token).unwrap();
    s.now = at(7);
    s.claim(&presentation, "romeo").unwrap();
    let question = Error::Ask(vec![Question { username: user("romeo"), subject: Subject::Claim(at(7)) }]);
    assert_eq!(s.ledger.settle(&presentation, &Accounts::default(), s.now), Err(question.clone()));
    s.now = at(7 + Ledger::LEASE);
    assert_eq!(s.ledger.settle_stale(&facts(&[("romeo", AccountStatus::Absent)]), s.now), Err(question), "the plain state is no answer");
    assert_eq!(s.state(&token), State::Claimed);
}

fn settling_asks_for_all_before_it_ends_any(s: &mut Fixture) {
    let token = token(s, free(), Limit::UNTIL_EXPIRY);
    for name in ["a", "b", "c"] {
        let presentation = s.check(&token).unwrap();
        s.claim(&presentation, name).unwrap();
    }
    s.now = at(Ledger::LEASE);
    let mut known = Accounts::default();
    known.claims.insert(user("a"), AccountStatus::Active);
    let Err(Error::Ask(questions)) = s.ledger.settle_stale(&known, s.now) else { panic!("it did not ask") };
    let mut names: Vec<_> = questions.iter().map(|question| question.username.as_str()).collect();
    names.sort_unstable();
    assert_eq!((names, s.uses(&token)), (vec!["b", "c"], 0));
    s.server.set("a", AccountStatus::Active);
    s.server.set("b", AccountStatus::Unknown);
    assert_eq!(s.settle_stale(), Ok((1, 1, 1)));
    s.place.assert_sound();
}

fn a_stale_claim_is_settled_by_who_needs_its_use(s: &mut Fixture) {
    for (standing, outcome, uses) in [
        (AccountStatus::Absent, Ok(()), 0),
        (AccountStatus::Active, Err(Refusal::TokenUsed.into()), 1),
        (AccountStatus::Unknown, Err(Refusal::InviteInUse.into()), 0),
    ] {
        let (token, name) = (s.free(), format!("{standing:?}").to_lowercase());
        let (vanished, waiting) = (s.check(&token).unwrap(), s.check(&token).unwrap());
        s.claim(&vanished, &name).unwrap();
        s.server.set(&name, standing);
        assert_eq!(s.claim(&waiting, "romeo"), Err(Refusal::InviteInUse.into()));
        s.now = s.now.plus(Ledger::LEASE);
        let question = Question { username: user(&name), subject: Subject::Claim(s.now.plus(-Ledger::LEASE)) };
        let asked = s.ledger.claim(&waiting, &user("romeo"), &facts(&[("romeo", AccountStatus::Absent)]), s.now);
        assert_eq!(asked, Err(Error::Ask(vec![question])));
        assert_eq!(s.claim(&waiting, "romeo"), outcome);
        assert_eq!(s.uses(&token), uses);
        s.ledger.release(&waiting).unwrap();
    }
    s.place.assert_sound();
}

fn a_stale_claim_on_a_name_is_settled_by_who_needs_the_name(s: &mut Fixture) {
    let (first, second) = (s.free(), s.free());
    let (vanished, waiting) = (s.check(&first).unwrap(), s.check(&second).unwrap());
    s.claim(&vanished, "romeo").unwrap();
    assert_eq!(s.claim(&waiting, "romeo"), Err(Refusal::UsernameReserved.into()));
    s.now = at(Ledger::LEASE);
    assert_eq!(s.claim(&waiting, "romeo"), Ok(()));
    assert_eq!(s.state(&first), State::Pending);
    s.place.assert_sound();
}

fn a_name_is_open_unless_it_is_promised(s: &mut Fixture) {
    assert_eq!(s.open_name("romeo"), Ok(()));
    let token = s.bound("romeo");
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
    s.ledger.revoke(token.secret(), None, s.now).unwrap();
    assert_eq!(s.open_name("romeo"), Ok(()));
    let free = s.free();
    let presentation = s.check(&free).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.now = at(1000);
    assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()), "a claim lasts longer than its invite");
    s.ledger.release(&presentation).unwrap();
    assert_eq!(s.open_name("romeo"), Ok(()));
}
