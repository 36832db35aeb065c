//! A damaged row spoils nothing but itself.

use crate::prelude::*;

/// Changes to a row that any column type allows.
const DAMAGES: [&str; 17] = [
    "data = 'nonsense'",
    "data = '{\"note\": \"half'",
    "data = '7'",
    "data = 'null'",
    "data = ''",
    "kind = 'gift'",
    "kind = 'contact'",
    "username = 'A B'",
    "inviter = 'x/y'",
    "creator = 'JULIET'",
    "user_authority = 2",
    "max_uses = 0",
    "uses = -1",
    "created_at = -1",
    "expires_at = 1000000000000000",
    "revoked_at = -5",
    "token = 'a b'",
];

/// Changes that only SQLite allows.
const WORSE: [&str; 10] = [
    "data = x'ff00'",
    "data = CAST(x'ff' AS TEXT)",
    "data = '[' || hex(zeroblob(1000000)) || ']'",
    "kind = x'41'",
    "uses = 1.5",
    "uses = 'many'",
    "max_uses = 'many'",
    "created_at = 'soon'",
    "expires_at = 'late'",
    "revoked_at = 'once'",
];

fn damages(s: &Fixture) -> Vec<String> {
    let deep = format!("data = '{}'", "[".repeat(100_000));
    let long = format!("username = '{}'", "x".repeat(2000));
    let worse = if s.place.database == Database::Sqlite { WORSE.as_slice() } else { &[] };
    let large = format!("data = '{{\"note\": \"{}\"}}'", "x".repeat(128 * 1024));
    let many = format!("data = '[{}[]]'", "[],".repeat(4095));
    DAMAGES.iter().chain(worse).map(|&damage| damage.to_owned()).chain([deep, long, large, many]).collect()
}

fn damage(s: &Fixture, token: &Token, change: &str) {
    s.place.sql(&format!("UPDATE invites SET {change} WHERE id = {}", literal(s, &token.id().0)));
}

fn literal(s: &Fixture, bytes: &[u8]) -> String {
    let digits = bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    if s.place.database == Database::Sqlite { format!("x'{digits}'") } else { format!("'\\x{digits}'::bytea") }
}

/// The short ids of listed and of damaged invites, page by page.
fn listed(s: &mut Fixture, list: Query<'_>, look: u16) -> (Vec<String>, Vec<String>) {
    let (mut whole, mut damaged, mut after) = (Vec::new(), Vec::new(), None::<Cursor>);
    for _ in 0..100 {
        let page = s.ledger.list(list, after.as_ref(), look, s.now).unwrap();
        whole.extend(page.invites.iter().map(|(invite, _)| invite.id.short()));
        damaged.extend(page.damaged.iter().map(invites_core::Damaged::short));
        after = page.next;
        if after.is_none() {
            return (whole, damaged);
        }
    }
    panic!("the list has no end");
}

/// The numbers of counted and of damaged invites, page by page.
fn counted(s: &mut Fixture) -> (u64, usize) {
    let (mut sums, mut after) = ((0, 0), None);
    loop {
        let page = s.ledger.count(after.as_ref(), 100, s.now).unwrap();
        sums = (sums.0 + page.counts.into_values().sum::<u64>(), sums.1 + page.damaged.len());
        after = page.next;
        if after.is_none() {
            return sums;
        }
    }
}

#[track_caller]
fn assert_damaged<T: std::fmt::Debug>(result: Result<T, Error>, id: InviteId, change: &str) {
    let refusal = result.unwrap_err();
    let Error::Refused(Refusal::InviteDamaged(damaged)) = &refusal else { panic!("{change}: {refusal:?}") };
    assert_eq!(damaged.id, Some(id), "{change}");
    let words = refusal.to_string();
    assert!(words.contains(&id.short()) && words.len() < 200 && !words.contains('\n'), "{words}");
}

on_both_engines!(a_damaged_row_spoils_no_list, |s| {
    for change in damages(s) {
        s.begin_anew();
        let (first, odd, last) = (s.free(), s.free(), s.free());
        damage(s, &odd, &change);
        for look in [1, 2, 3, 100] {
            let (mut whole, damaged) = listed(s, Query::of(Filter::All), look);
            whole.sort();
            let mut expected = [first.id().short(), last.id().short()];
            expected.sort();
            assert_eq!((whole.as_slice(), damaged), (expected.as_slice(), vec![odd.id().short()]), "{change}");
        }
        assert_eq!(counted(s), (2, 1), "{change}");
        assert_damaged(s.ledger.info(&odd.id().short(), s.now), odd.id(), &change);
        assert_damaged(s.check(&odd), odd.id(), &change);
        assert_damaged(s.present(odd.secret(), &Purpose::Subscribe(user("juliet"))), odd.id(), &change);
        let server = &mut s.server;
        assert_damaged(server.answering(|facts| s.ledger.view(odd.secret(), facts, s.now)), odd.id(), &change);
        s.register(&first, "romeo").unwrap();
    }
});

on_both_engines!(a_damaged_row_is_revoked_extended_and_swept, |s| {
    for change in damages(s) {
        s.begin_anew();
        let odd = s.free();
        let presentation = s.check(&odd).unwrap();
        damage(s, &odd, &change);
        assert_damaged(s.claim(&presentation, "romeo"), odd.id(), &change);
        match s.ledger.extend(odd.secret(), None, 5000, s.now) {
            Ok((expires, _)) => assert_eq!(expires, at(5000)),
            Err(Error::Refused(Refusal::TokenRevoked)) => assert!(change.starts_with("revoked_at"), "{change}"),
            other => assert_damaged(other, odd.id(), &change),
        }
        let revoked = s.ledger.revoke(&odd.id().short(), None, s.now);
        let was_revoked = change.starts_with("revoked_at");
        assert_eq!(revoked.map(drop), if was_revoked { Err(Refusal::TokenRevoked.into()) } else { Ok(()) }, "{change}");
        s.now = at(Ledger::GRACE + 10_000);
        while s.sweep(s.now).unwrap() > 0 {}
        s.place.assert_no_invites();
    }
});

on_both_engines!(a_damaged_row_is_revoked_with_all_of_its_creators, |s| {
    let of_juliet = in_name_of("juliet", free());
    let tokens = [0; 3].map(|_| s.token_of(&of_juliet));
    damage(s, &tokens[1], "data = 'nonsense'");
    assert_eq!(s.revoke_all("juliet"), Ok(3));
    assert_eq!(s.revoke_all("juliet"), Ok(0));
});

on_both_engines!(a_page_of_damaged_rows_is_no_end, |s| {
    let whole = s.free();
    let odd: Vec<Token> = (0..4).map(|_| s.free()).collect();
    for token in &odd {
        damage(s, token, "kind = 'gift'");
    }
    let (listed, damaged) = listed(s, Query::of(Filter::All), 2);
    assert_eq!((listed, damaged.len()), (vec![whole.id().short()], 4));
});

on_both_engines!(a_damaged_claim_stops_no_settling, |s| {
    let (odd, whole) = (s.free(), s.free());
    for (token, name) in [(&odd, "romeo"), (&whole, "mercutio")] {
        s.claimed(token, name);
    }
    for change in ["username = 'A B'", "lease = NULL", "process = NULL", "lease = -1"] {
        s.place.sql(&format!("UPDATE invite_names SET {change} WHERE username = 'romeo'"));
        s.now = at(Ledger::LEASE + 1);
        let (_, released, open) = s.settle_stale().unwrap();
        assert_eq!((released, open), (u64::from(change.starts_with("username")), 1), "{change}");
    }
    assert!(s.check(&whole).is_ok());
});

on_both_engines!(a_damaged_claim_is_in_nobodys_way_but_its_own, |s| {
    let (odd, whole) = (s.free(), s.free());
    let (held, waiting) = (s.check(&odd).unwrap(), s.check(&odd).unwrap());
    s.claim(&held, "romeo").unwrap();
    s.place.sql("UPDATE invite_names SET lease = NULL WHERE username = 'romeo'");
    assert_damaged(s.claim(&waiting, "benvolio"), odd.id(), "a claim");
    assert_damaged(s.open_name("romeo"), odd.id(), "a claim");
    s.register(&whole, "mercutio").unwrap();
    assert_eq!(s.ledger.revoke(odd.secret(), None, s.now).map(drop), Ok(()));
});

on_both_engines!(a_damaged_account_is_left_out_of_the_tree, |s| {
    for name in ["romeo", "mercutio"] {
        let token = s.token_of(&CreateRequest { creator: Some(user("juliet")), limit: Limit::ONCE, ..CreateRequest::of(bound(name)) });
        s.register(&token, name).unwrap();
    }
    for change in ["username = 'A B'", "joined_at = 1000000000000000", "joined_at = -1"] {
        s.place.sql(&format!("UPDATE invite_tree SET {change} WHERE username = 'romeo' OR username = 'A B'"));
        let juliet = s.ledger.members(&user("juliet")).unwrap().pop().unwrap();
        let invited: Vec<_> = s.ledger.invitees(&juliet, None).unwrap().iter().map(|member| member.username.as_str().to_owned()).collect();
        assert_eq!(invited, ["mercutio"], "{change}");
    }
    assert!(s.make(&CreateRequest::of(contact("juliet"))).is_ok());
});

/// What SQLite alone lets somebody write into `invite_accounts`.
const ACCOUNTS: [&str; 6] =
    ["began_at = 'soon'", "began_at = x'00'", "resets_from = 1.5", "created_at = 'once'", "username = x'ff'", "username = CAST(x'ff' AS TEXT)"];

on_both_engines!(a_damaged_account_spoils_no_list_and_no_tidying, |s| {
    let changes = if s.place.database == Database::Sqlite { ACCOUNTS.as_slice() } else { &["username = 'A B'"] };
    for change in changes {
        s.begin_anew();
        for name in ["juliet", "romeo"] {
            s.server.set(name, AccountStatus::Active);
            s.token(contact(name), Limit::ONCE);
            s.end(name);
            s.server.set(name, AccountStatus::Active);
            s.token(contact(name), Limit::ONCE);
        }
        s.place.sql(&format!("UPDATE invite_accounts SET {change} WHERE username = 'juliet'"));
        assert_eq!(listed(s, Query::of(Filter::All), 100).0.len(), 4, "{change}");
        assert_eq!(counted(s).1, 0, "{change}");
        assert_eq!(s.tidy(), 1, "romeo's, with {change}");
    }
});
