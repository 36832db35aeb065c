//! Who came through whom: kept apart from the invites, as long as anybody is below.

use std::collections::HashSet;

use invites_core::policy::{AccountStatus, Purpose};
use invites_core::{CreateRequest, Ledger, Limit, Member, State, Token};

use crate::common::{Fixture, at, bound, contact, contact_account, free, on_both_engines, own, patiently, reset, settings, user};
use crate::races::at_once_under;

on_both_engines!(
    a_tree_says_who_came_through_whom,
    every_kind_of_invite_that_makes_an_account_counts,
    who_came_through_nobody_is_at_the_top,
    an_inviter_is_in_the_book_from_the_first_who_came,
    a_deleted_inviter_leaves_a_tombstone,
    tombstones_with_nobody_below_them_go,
    a_name_that_is_made_again_is_another_account,
    a_name_that_is_made_again_without_a_word_is_another_account,
    a_sweep_forgets_nothing_of_the_tree,
    a_reset_adds_nobody,
    an_attempt_without_an_account_adds_nobody,
    a_redemption_that_is_told_twice_adds_one,
    a_redemption_without_a_name_adds_who_claimed,
    a_claim_that_is_settled_adds_its_account,
    what_an_account_has_got_before_its_claim_is_settled_stays,
    a_subscription_adds_nobody,
    an_account_that_is_reported_late_is_added,
    hundreds_of_invitees_come_in_pages,
    a_name_of_many_accounts_is_shown_in_part,
    a_long_line_is_a_deep_tree,
    hosts_have_trees_of_their_own,
    twenty_who_come_at_once_are_all_in_the_tree,
);

/// The tree below somebody, each followed by those who came through them: how deep, who, and if known through whom. `†` is for the deleted.
pub(crate) fn tree(s: &mut Fixture, top: &str) -> Vec<String> {
    let mut open: Vec<_> = s.ledger.members(&user(top)).unwrap().into_iter().rev().map(|member| (0, member)).collect();
    let mut lines = Vec::new();
    while let Some((depth, member)) = open.pop() {
        let inviter = member.inviter.as_ref().map(|inviter| format!(" < {}", inviter.as_str())).unwrap_or_default();
        lines.push(format!("{depth} {}{inviter}{}", member.username.as_str(), if member.left.is_some() { " †" } else { "" }));
        open.extend(invitees(s, &member).into_iter().rev().map(|invitee| (depth + 1, invitee)));
    }
    lines
}

/// Whom an account invited, page by page.
fn invitees(s: &mut Fixture, member: &Member) -> Vec<Member> {
    let mut found: Vec<Member> = Vec::new();
    loop {
        let page = s.ledger.invitees(member, found.last()).unwrap();
        let is_last = page.len() < usize::from(Ledger::PAGE);
        found.extend(page);
        if is_last {
            return found;
        }
    }
}

/// The account of this name, which is the only one.
fn member(s: &mut Fixture, name: &str) -> Member {
    let mut members = s.ledger.members(&user(name)).unwrap();
    assert_eq!(members.len(), 1);
    members.pop().unwrap()
}

/// Somebody registers through an invite of another user's.
fn invite(s: &mut Fixture, inviter: &str, name: &str) -> Token {
    let token = s.make(&own(inviter, free())).unwrap().token.unwrap();
    s.register(&token, name).unwrap();
    token
}

fn a_tree_says_who_came_through_whom(s: &mut Fixture) {
    for (second, inviter, name) in [(1, "juliet", "romeo"), (2, "romeo", "mercutio"), (3, "romeo", "benvolio"), (4, "nurse", "peter")] {
        s.now = at(second);
        invite(s, inviter, name);
    }
    assert_eq!(tree(s, "juliet"), ["0 juliet", "1 romeo < juliet", "2 mercutio < romeo", "2 benvolio < romeo"]);
    assert_eq!(tree(s, "romeo"), ["0 romeo < juliet", "1 mercutio < romeo", "1 benvolio < romeo"]);
    assert_eq!(tree(s, "peter"), ["0 peter < nurse"]);
    assert_eq!(tree(s, "stranger"), [""; 0]);
}

fn every_kind_of_invite_that_makes_an_account_counts(s: &mut Fixture) {
    let requests = [
        own("juliet", bound("a")),
        own("juliet", contact_account("juliet")),
        CreateRequest::of(contact_account("juliet")),
        CreateRequest { creator: Some(user("juliet")), ..CreateRequest::of(free()) },
        CreateRequest::of(invites_core::Kind::Account { username: None, inviter: Some(user("juliet")) }),
    ];
    for (request, name) in requests.iter().zip(["a", "b", "c", "d", "e"]) {
        let token = s.make(request).unwrap().token.unwrap();
        s.register(&token, name).unwrap();
    }
    let mut tree = tree(s, "juliet");
    tree.sort(); // who joined in one second comes in any order
    assert_eq!(tree, ["0 juliet", "1 a < juliet", "1 b < juliet", "1 c < juliet", "1 d < juliet", "1 e < juliet"]);
}

fn who_came_through_nobody_is_at_the_top(s: &mut Fixture) {
    let token = s.free();
    s.register(&token, "romeo").unwrap();
    invite(s, "romeo", "mercutio");
    assert_eq!(tree(s, "romeo"), ["0 romeo", "1 mercutio < romeo"]);
}

fn an_inviter_is_in_the_book_from_the_first_who_came(s: &mut Fixture) {
    let token = s.make(&own("juliet", free())).unwrap().token.unwrap();
    assert_eq!(tree(s, "juliet"), [""; 0]);
    s.now = at(5);
    s.register(&token, "romeo").unwrap();
    for name in ["juliet", "romeo"] {
        let member = member(s, name);
        assert_eq!((member.joined, member.left), (at(5), None));
    }
}

fn a_deleted_inviter_leaves_a_tombstone(s: &mut Fixture) {
    invite(s, "juliet", "romeo");
    invite(s, "romeo", "mercutio");
    s.now = at(7);
    s.forget("romeo");
    let whole = ["0 juliet", "1 romeo < juliet †", "2 mercutio < romeo"];
    assert_eq!(tree(s, "juliet"), whole);
    assert_eq!(tree(s, "romeo"), ["0 romeo < juliet †", "1 mercutio < romeo"]);
    s.now = at(8);
    s.forget("romeo");
    assert_eq!(member(s, "romeo").left, Some(at(7)), "who is gone is not deleted again");
    s.forget("juliet");
    assert_eq!(tree(s, "juliet"), ["0 juliet †", "1 romeo < juliet †", "2 mercutio < romeo"]);
}

fn tombstones_with_nobody_below_them_go(s: &mut Fixture) {
    for (inviter, name) in [("juliet", "romeo"), ("romeo", "mercutio"), ("romeo", "benvolio"), ("nurse", "peter")] {
        invite(s, inviter, name);
    }
    s.forget("romeo");
    s.forget("mercutio");
    assert_eq!(tree(s, "juliet"), ["0 juliet", "1 romeo < juliet †", "2 benvolio < romeo"]);
    s.forget("benvolio");
    assert_eq!(tree(s, "juliet"), ["0 juliet"], "who is alive stays");
    s.forget("juliet");
    s.forget("peter");
    assert_eq!((tree(s, "juliet"), tree(s, "nurse")), (Vec::new(), vec!["0 nurse".to_owned()]));
}

fn a_name_that_is_made_again_is_another_account(s: &mut Fixture) {
    invite(s, "juliet", "romeo");
    invite(s, "romeo", "mercutio");
    s.forget("romeo");
    s.now = at(5);
    invite(s, "nurse", "romeo");
    invite(s, "romeo", "benvolio");
    assert_eq!(tree(s, "juliet"), ["0 juliet", "1 romeo < juliet †", "2 mercutio < romeo"]);
    assert_eq!(tree(s, "nurse"), ["0 nurse", "1 romeo < nurse", "2 benvolio < romeo"]);
    assert_eq!(tree(s, "romeo"), ["0 romeo < juliet †", "1 mercutio < romeo", "0 romeo < nurse", "1 benvolio < romeo"]);
}

fn a_name_that_is_made_again_without_a_word_is_another_account(s: &mut Fixture) {
    invite(s, "juliet", "romeo");
    invite(s, "romeo", "mercutio");
    s.server.set("romeo", AccountStatus::Absent); // while nobody listened
    invite(s, "nurse", "romeo");
    assert_eq!(tree(s, "juliet"), ["0 juliet", "1 romeo < juliet †", "2 mercutio < romeo"]);
    assert_eq!(tree(s, "nurse"), ["0 nurse", "1 romeo < nurse"]);
}

fn a_sweep_forgets_nothing_of_the_tree(s: &mut Fixture) {
    invite(s, "juliet", "romeo");
    invite(s, "romeo", "mercutio");
    s.forget("romeo");
    let before = tree(s, "juliet");
    s.now = at(1_000_000);
    assert_eq!(s.sweep(s.now), Ok(2));
    s.place.assert_no_invites();
    assert_eq!(tree(s, "juliet"), before);
    invite(s, "mercutio", "benvolio");
    assert_eq!(tree(s, "juliet").last().unwrap(), "3 benvolio < mercutio");
}

fn a_reset_adds_nobody(s: &mut Fixture) {
    invite(s, "juliet", "romeo");
    let before = tree(s, "juliet");
    for name in ["romeo", "nurse"] {
        let request = CreateRequest { creator: Some(user("juliet")), ..CreateRequest::of(reset(name)) };
        let token = s.make(&request).unwrap().token.unwrap();
        s.register(&token, name).unwrap();
    }
    assert_eq!(tree(s, "juliet"), before);
    assert_eq!(tree(s, "nurse"), [""; 0]);
}

fn an_attempt_without_an_account_adds_nobody(s: &mut Fixture) {
    let token = s.make(&own("juliet", free())).unwrap().token.unwrap();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.ledger.release(&presentation).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.forget("romeo");
    s.claim(&presentation, "romeo").unwrap();
    assert_eq!(s.settle(&presentation).map(|(_, released, _)| released), Ok(1));
    assert_eq!((tree(s, "romeo"), tree(s, "juliet")), (Vec::new(), Vec::new()));
}

fn a_redemption_that_is_told_twice_adds_one(s: &mut Fixture) {
    let token = s.make(&CreateRequest { limit: Limit::UNTIL_EXPIRY, ..own("juliet", free()) }).unwrap().token.unwrap();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    assert!(!s.redeem(&presentation, "romeo").again);
    s.now = at(5);
    assert!(s.redeem(&presentation, "romeo").again);
    assert!(s.spend(&presentation, "romeo").unwrap().again);
    assert_eq!(tree(s, "juliet"), ["0 juliet", "1 romeo < juliet"]);
    assert_eq!(member(s, "romeo").joined, at(0));
}

fn a_redemption_without_a_name_adds_who_claimed(s: &mut Fixture) {
    let token = s.make(&own("juliet", free())).unwrap().token.unwrap();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.ledger.redeem(&presentation, None, s.now).unwrap();
    assert_eq!(tree(s, "juliet"), ["0 juliet", "1 romeo < juliet"]);
}

/// After a crash the account works at once; its claim is settled a while later.
fn what_an_account_has_got_before_its_claim_is_settled_stays(s: &mut Fixture) {
    let token = s.make(&own("juliet", free())).unwrap().token.unwrap();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.server.set("romeo", AccountStatus::Active);
    let own_invite = s.make(&own("romeo", free())).unwrap();
    let reset = s.invite(reset("romeo"), Limit::ONCE).unwrap();
    s.now = at(Ledger::LEASE);
    assert_eq!(s.settle_stale(), Ok((1, 0, 0)));
    for invite in [own_invite, reset] {
        assert_eq!(s.ledger.info(&invite.id.short(), s.now).map(|(_, state)| state), Ok(State::Pending));
    }
}

fn a_claim_that_is_settled_adds_its_account(s: &mut Fixture) {
    let token = s.make(&own("juliet", free())).unwrap().token.unwrap();
    let presentation = s.check(&token).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.server.set("romeo", AccountStatus::Active);
    s.now = at(Ledger::LEASE);
    assert_eq!(s.settle_stale(), Ok((1, 0, 0)));
    s.redeem(&presentation, "romeo");
    assert_eq!(tree(s, "juliet"), ["0 juliet", "1 romeo < juliet"]);
}

fn a_subscription_adds_nobody(s: &mut Fixture) {
    invite(s, "nurse", "romeo");
    for kind in [contact("juliet"), contact_account("juliet")] {
        let token = s.make(&own("juliet", kind)).unwrap().token.unwrap();
        let presentation = s.present(token.secret(), &Purpose::Subscribe(user("juliet"))).unwrap();
        s.server.answering(|facts| s.ledger.spend(&presentation, None, facts, s.now)).unwrap();
        assert_eq!(s.uses(&token), 1);
    }
    assert_eq!(tree(s, "juliet"), [""; 0]);
    assert_eq!(tree(s, "nurse"), ["0 nurse", "1 romeo < nurse"]);
}

fn an_account_that_is_reported_late_is_added(s: &mut Fixture) {
    let token = s.make(&own("juliet", free())).unwrap().token.unwrap();
    let (first, second) = (s.check(&token).unwrap(), s.check(&token).unwrap());
    s.spend(&first, "romeo").unwrap();
    s.now = at(1);
    assert!(s.redeem(&second, "mercutio").over_limit, "it was made past the gate, and yet it is there");
    assert_eq!(tree(s, "juliet"), ["0 juliet", "1 romeo < juliet", "1 mercutio < juliet"]);
}

fn hundreds_of_invitees_come_in_pages(s: &mut Fixture) {
    let token = s.make(&CreateRequest { limit: Limit::UNTIL_EXPIRY, ..own("juliet", free()) }).unwrap().token.unwrap();
    for number in 0..250 {
        s.now = at(number / 60);
        s.register(&token, &format!("user{number}")).unwrap();
    }
    let juliet = member(s, "juliet");
    assert_eq!(s.ledger.invitees(&juliet, None).unwrap().len(), usize::from(Ledger::PAGE));
    let found = invitees(s, &juliet);
    assert!(found.is_sorted_by_key(|invitee| invitee.joined));
    let names: HashSet<_> = found.iter().map(|invitee| &invitee.username).collect();
    assert_eq!((found.len(), names.len()), (250, 250));
}

fn a_name_of_many_accounts_is_shown_in_part(s: &mut Fixture) {
    for number in 0..Ledger::BATCH + 5 {
        invite(s, "juliet", "romeo");
        invite(s, "romeo", &format!("user{number}"));
        s.forget("romeo");
    }
    assert_eq!(i64::try_from(s.ledger.members(&user("romeo")).unwrap().len()), Ok(Ledger::BATCH));
}

fn a_long_line_is_a_deep_tree(s: &mut Fixture) {
    let mut inviter = "juliet".to_owned();
    for number in 1..=100 {
        let name = format!("user{number}");
        invite(s, &inviter, &name);
        inviter = name;
    }
    let tree = tree(s, "juliet");
    assert_eq!((tree.len(), tree[100].as_str()), (101, "100 user100 < user99"));
}

fn hosts_have_trees_of_their_own(s: &mut Fixture) {
    invite(s, "juliet", "romeo");
    let mut other = s.other(|settings| settings.host = "capulet.example".into());
    std::mem::swap(&mut s.ledger, &mut other);
    assert_eq!(tree(s, "juliet"), [""; 0]);
    s.server.set("romeo", AccountStatus::Absent);
    invite(s, "juliet", "romeo");
    invite(s, "juliet", "tybalt2");
    s.forget("juliet");
    std::mem::swap(&mut s.ledger, &mut other);
    assert_eq!(tree(s, "juliet"), ["0 juliet", "1 romeo < juliet"]);
}

fn twenty_who_come_at_once_are_all_in_the_tree(s: &mut Fixture) {
    invite(s, "juliet", "romeo");
    let tokens: Vec<_> = (0..20).map(|_| s.make(&own("romeo", free())).unwrap().token.unwrap()).collect();
    let presentations: Vec<_> = tokens.iter().map(|token| s.check(token).unwrap()).collect();
    let now = s.now;
    at_once_under(&settings(), &s.place.location, 20, |number, ledger| {
        let name = user(&format!("user{number}"));
        patiently(|| ledger.redeem(&presentations[number], Some(&name), now)).unwrap();
    });
    assert_eq!(tree(s, "juliet").len(), 22);
    assert_eq!(tree(s, "juliet").iter().filter(|line| line.starts_with("2 user")).count(), 20);
}
