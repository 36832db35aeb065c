//! Who invited whom.

use std::collections::HashSet;
use std::mem::swap;

use crate::concurrency::at_once::at_once_under;
use crate::prelude::*;

/// The tree below a user, each account followed by those that it invited: depth, name, inviter if known, and `†` for deleted accounts.
pub(crate) fn tree(s: &mut Fixture, top: &str) -> Vec<String> {
    let mut walk = s.ledger.walk(&user(top)).unwrap();
    let mut lines = Vec::new();
    while !walk.is_over() {
        let piece = s.ledger.walk_on(&mut walk).unwrap();
        assert!(piece.len() <= usize::from(Ledger::PAGE));
        for (depth, member) in piece {
            let inviter = member.inviter.as_ref().map(|inviter| format!(" < {}", inviter.as_str())).unwrap_or_default();
            lines.push(format!("{depth} {}{inviter}{}", member.username.as_str(), if member.left.is_some() { " †" } else { "" }));
        }
    }
    lines
}

/// The only account that ever had this name.
fn member(s: &mut Fixture, name: &str) -> Member {
    let mut members = s.ledger.members(&user(name)).unwrap();
    assert_eq!(members.len(), 1);
    members.pop().unwrap()
}

/// A name is registered through an invite that a user created.
fn invite(s: &mut Fixture, inviter: &str, name: &str) {
    let token = s.token_of(&own(inviter, free()));
    s.register(&token, name).unwrap();
}

/// `juliet>romeo`: romeo registers through an invite of juliet's. `>romeo`: through one of the server's. `-romeo`: the account is deleted. `~romeo`: it is
/// deleted, and nobody tells the ledger.
fn perform(s: &mut Fixture, steps: &str) {
    for step in steps.split(' ') {
        s.now = s.now.plus(1);
        match (step.split_once('>'), step.split_at(1)) {
            (Some(("", name)), _) => {
                let token = s.free();
                s.register(&token, name).unwrap();
            }
            (Some((inviter, name)), _) => invite(s, inviter, name),
            (None, ("-", name)) => drop(s.forget(name)),
            (None, (_, name)) => s.server.set(name, AccountStatus::Absent),
        }
    }
}

on_both_engines!(a_tree_outlives_its_accounts_and_tells_namesakes_apart, |s| {
    let (one, two) = ("juliet>romeo romeo>mercutio", "juliet>romeo romeo>mercutio romeo>benvolio nurse>peter");
    for (start, more, expected) in [
        (two, "", &["juliet: 0 juliet, 1 romeo < juliet, 2 mercutio < romeo, 2 benvolio < romeo", "peter: 0 peter < nurse", "stranger: "][..]),
        (two, "", &["romeo: 0 romeo < juliet, 1 mercutio < romeo, 1 benvolio < romeo"]),
        (">romeo", " romeo>mercutio", &["romeo: 0 romeo, 1 mercutio < romeo"]),
        (one, " -romeo", &["juliet: 0 juliet, 1 romeo < juliet †, 2 mercutio < romeo", "romeo: 0 romeo < juliet †, 1 mercutio < romeo"]),
        (one, " -romeo -juliet", &["juliet: 0 juliet †, 1 romeo < juliet †, 2 mercutio < romeo"]),
        // A deleted account goes once nobody is below it; a living one stays.
        (two, " -romeo -mercutio", &["juliet: 0 juliet, 1 romeo < juliet †, 2 benvolio < romeo"]),
        (two, " -romeo -mercutio -benvolio", &["juliet: 0 juliet"]),
        (two, " -romeo -mercutio -benvolio -juliet -peter", &["juliet: ", "nurse: 0 nurse"]),
        (one, " -romeo nurse>romeo romeo>benvolio", &["juliet: 0 juliet, 1 romeo < juliet †, 2 mercutio < romeo"]),
        (one, " -romeo nurse>romeo romeo>benvolio", &["nurse: 0 nurse, 1 romeo < nurse, 2 benvolio < romeo"]),
        (one, " -romeo nurse>romeo romeo>benvolio", &["romeo: 0 romeo < juliet †, 1 mercutio < romeo, 0 romeo < nurse, 1 benvolio < romeo"]),
        (one, " ~romeo nurse>romeo", &["juliet: 0 juliet, 1 romeo < juliet †, 2 mercutio < romeo", "nurse: 0 nurse, 1 romeo < nurse"]),
    ] {
        s.begin_anew();
        perform(s, &format!("{start}{more}"));
        for line in expected {
            let (top, below) = line.split_once(": ").unwrap();
            assert_eq!(tree(s, top).join(", "), below, "{start}{more}");
        }
    }
});

on_both_engines!(every_kind_of_invite_that_makes_an_account_counts, |s| {
    let requests = [
        own("juliet", bound("a")),
        own("juliet", contact_account("juliet")),
        CreateRequest::of(contact_account("juliet")),
        in_name_of("juliet", free()),
        CreateRequest::of(Kind::Account { username: None, inviter: Some(user("juliet")) }),
    ];
    for (request, name) in requests.iter().zip(["a", "b", "c", "d", "e"]) {
        let token = s.make(request).unwrap().token.unwrap();
        s.register(&token, name).unwrap();
    }
    let mut tree = tree(s, "juliet");
    tree.sort(); // who joined in one second comes in any order
    assert_eq!(tree, ["0 juliet", "1 a < juliet", "1 b < juliet", "1 c < juliet", "1 d < juliet", "1 e < juliet"]);
});

on_both_engines!(accounts_have_the_times_at_which_they_joined_and_left, |s| {
    let token = s.token_of(&own("juliet", free()));
    assert_eq!(tree(s, "juliet"), [""; 0], "an inviter is in the tree from the first invitee on");
    s.now = at(5);
    s.register(&token, "romeo").unwrap();
    assert_eq!(["juliet", "romeo"].map(|name| (member(s, name).joined, member(s, name).left)), [(at(5), None); 2]);
    invite(s, "romeo", "mercutio");
    for second in [7, 8] {
        s.now = at(second);
        s.forget("romeo");
        assert_eq!(member(s, "romeo").left, Some(at(7)), "an account is deleted once");
    }
});

on_both_engines!(a_sweep_forgets_nothing_of_the_tree, |s| {
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
});

on_both_engines!(a_reset_or_a_subscription_adds_nobody, |s| {
    invite(s, "nurse", "romeo");
    for name in ["romeo", "nurse"] {
        let token = s.token_of(&in_name_of("juliet", reset(name)));
        s.register(&token, name).unwrap();
    }
    for kind in [contact("juliet"), contact_account("juliet")] {
        let token = s.token_of(&own("juliet", kind));
        let presentation = s.present(token.secret(), &Purpose::Subscribe(user("juliet"))).unwrap();
        s.server.answering(|facts| s.ledger.spend(&presentation, None, facts, s.now)).unwrap();
        assert_eq!(s.uses(&token), 1);
    }
    assert_eq!(tree(s, "juliet"), [""; 0]);
    assert_eq!(tree(s, "nurse"), ["0 nurse", "1 romeo < nurse"]);
});

on_both_engines!(an_attempt_without_an_account_adds_nobody, |s| {
    let token = s.token_of(&own("juliet", free()));
    let presentation = s.claimed(&token, "romeo");
    s.ledger.release(&presentation).unwrap();
    s.claim(&presentation, "romeo").unwrap();
    s.forget("romeo");
    s.claim(&presentation, "romeo").unwrap();
    assert_eq!(s.settle(&presentation).map(|(_, released, _)| released), Ok(1));
    assert_eq!((tree(s, "romeo"), tree(s, "juliet")), (Vec::new(), Vec::new()));
});

on_both_engines!(an_account_is_added_once_however_it_is_told, |s| {
    for way in ["redeemed twice", "redeemed without a name", "settled"] {
        s.begin_anew();
        let token = s.token_of(&own("juliet", free()));
        let presentation = s.claimed(&token, "romeo");
        match way {
            "redeemed twice" => {
                assert!(!s.redeem(&presentation, "romeo").again);
                s.now = at(5);
                assert!(s.redeem(&presentation, "romeo").again && s.spend(&presentation, "romeo").unwrap().again);
                assert_eq!(member(s, "romeo").joined, at(0));
            }
            "settled" => {
                s.server.set("romeo", AccountStatus::Active);
                s.now = at(Ledger::LEASE);
                assert_eq!(s.settle_stale(), Ok((1, 0, 0)));
                s.redeem(&presentation, "romeo");
            }
            _ => drop(s.ledger.redeem(&presentation, None, s.now).unwrap()),
        }
        assert_eq!(tree(s, "juliet"), ["0 juliet", "1 romeo < juliet"], "{way}");
    }
});

on_both_engines!(an_account_that_is_reported_late_is_added, |s| {
    let token = s.token_of(&own("juliet", free()));
    let (first, second) = (s.check(&token).unwrap(), s.check(&token).unwrap());
    s.spend(&first, "romeo").unwrap();
    s.now = at(1);
    assert!(s.redeem(&second, "mercutio").over_limit, "it was made past the gate, and yet it is there");
    assert_eq!(tree(s, "juliet"), ["0 juliet", "1 romeo < juliet", "1 mercutio < juliet"]);
});

on_both_engines!(hundreds_of_invitees_come_in_pages, |s| {
    let token = s.token_of(&CreateRequest { limit: Limit::UNTIL_EXPIRY, ..own("juliet", free()) });
    for number in 0..250 {
        s.now = at(number / 60);
        s.register(&token, &format!("user{number}")).unwrap();
    }
    let juliet = member(s, "juliet");
    assert_eq!(s.ledger.invitees(&juliet, None).unwrap().len(), usize::from(Ledger::PAGE));
    let mut walk = s.ledger.walk(&juliet.username).unwrap();
    let mut found = Vec::new();
    while !walk.is_over() {
        found.extend(s.ledger.walk_on(&mut walk).unwrap().into_iter().map(|(_, member)| member).filter(|member| *member != juliet));
    }
    assert!(found.is_sorted_by_key(|invitee| invitee.joined));
    let names: HashSet<_> = found.iter().map(|invitee| &invitee.username).collect();
    assert_eq!((found.len(), names.len()), (250, 250));
});

on_both_engines!(a_name_of_many_accounts_is_shown_in_part, |s| {
    for number in 0..Ledger::BATCH + 5 {
        invite(s, "juliet", "romeo");
        invite(s, "romeo", &format!("user{number}"));
        s.forget("romeo");
    }
    assert_eq!(i64::try_from(s.ledger.members(&user("romeo")).unwrap().len()), Ok(Ledger::BATCH));
});

on_both_engines!(a_long_line_is_a_deep_tree, |s| {
    let mut inviter = "juliet".to_owned();
    for number in 1..=100 {
        let name = format!("user{number}");
        invite(s, &inviter, &name);
        inviter = name;
    }
    let tree = tree(s, "juliet");
    assert_eq!((tree.len(), tree[100].as_str()), (101, "100 user100 < user99"));
});

on_both_engines!(hosts_have_trees_of_their_own, |s| {
    invite(s, "juliet", "romeo");
    let mut other = s.other_host();
    swap(&mut s.ledger, &mut other);
    assert_eq!(tree(s, "juliet"), [""; 0]);
    s.server.set("romeo", AccountStatus::Absent);
    invite(s, "juliet", "romeo");
    invite(s, "juliet", "tybalt2");
    s.forget("juliet");
    swap(&mut s.ledger, &mut other);
    assert_eq!(tree(s, "juliet"), ["0 juliet", "1 romeo < juliet"]);
});

on_both_engines!(twenty_who_come_at_once_are_all_in_the_tree, |s| {
    invite(s, "juliet", "romeo");
    let tokens: Vec<_> = (0..20).map(|_| s.token_of(&own("romeo", free()))).collect();
    let presentations: Vec<_> = tokens.iter().map(|token| s.check(token).unwrap()).collect();
    let now = s.now;
    at_once_under(&settings(), &s.place.location, 20, |number, ledger| {
        let name = user(&format!("user{number}"));
        patiently(|| ledger.redeem(&presentations[number], Some(&name), now)).unwrap();
    });
    assert_eq!(tree(s, "juliet").len(), 22);
    assert_eq!(tree(s, "juliet").iter().filter(|line| line.starts_with("2 user")).count(), 20);
});
