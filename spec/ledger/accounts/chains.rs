//! Limits on chains: the age of who invites, how many join below one user within a period, and through how many generations.

use invites_core::{ChainLimits, ReachedLimits};

use crate::concurrency::at_once::at_once_under;
use crate::prelude::*;

const DAY: i64 = 86400;
const OFF: ChainLimits = ChainLimits { after: None, accounts: None, depth: None, period: 3 * DAY };

fn limit(s: &mut Fixture, chains: ChainLimits) {
    s.ledger = s.other(|settings| (settings.chains, settings.ttl) = (chains, 100 * DAY));
}

/// `juliet>romeo`: romeo registers through an invite of juliet's.
fn join(s: &mut Fixture, steps: &str) -> Result<(), Error> {
    for step in steps.split(' ') {
        let (inviter, name) = step.split_once('>').unwrap();
        let token = s.make(&own(inviter, free()))?.token.unwrap();
        s.register(&token, name)?;
    }
    Ok(())
}

fn full() -> Result<(), Error> {
    Err(Refusal::TreeFull.into())
}

on_both_engines!(so_many_accounts_join_below_one_user_within_a_period, |s| {
    limit(s, ChainLimits { accounts: Some(3), ..OFF });
    let early = s.token_of(&own("juliet", free()));
    join(s, "juliet>a a>b b>c").unwrap();
    for inviter in ["juliet", "a", "c"] {
        assert_eq!(join(s, &format!("{inviter}>d")), full(), "{inviter}: the whole chain counts");
    }
    let before = s.place.contents();
    assert_eq!(s.check(&early).map(drop), full());
    assert_eq!(s.make(&own("juliet", contact_account("juliet"))).unwrap().kind, contact("juliet"), "as over the quota");
    assert_eq!(s.uses(&early), 0, "the invite waits");
    assert_ne!(s.place.contents(), before);
    join(s, "nurse>e").unwrap();
    let servers = [s.token_of(&in_name_of("juliet", free())), s.free()];
    s.register(&servers[0], "f").unwrap();
    s.register(&servers[1], "g").unwrap();
    join(s, "f>h").expect("who came on the server's authority begins a chain");
    s.now = s.now.plus(3 * DAY);
    s.register(&early, "d").expect("later");
});

on_both_engines!(a_claim_counts_until_it_is_released, |s| {
    limit(s, ChainLimits { accounts: Some(2), ..OFF });
    let tokens = [0; 3].map(|_| s.token_of(&own("juliet", free())));
    let presented = [0, 1, 2].map(|at| s.check(&tokens[at]).unwrap());
    s.claim(&presented[0], "a").unwrap();
    s.claim(&presented[0], "b").expect("another name is no other place");
    s.claim(&presented[1], "c").unwrap();
    assert_eq!(s.claim(&presented[2], "d"), full());
    s.ledger.release(&presented[0]).unwrap();
    s.claim(&presented[2], "d").unwrap();
    s.redeem(&presented[2], "d");
    assert_eq!(s.claim(&presented[0], "a"), full());
});

on_both_engines!(so_many_generations_join_within_a_period, |s| {
    limit(s, ChainLimits { depth: Some(2), ..OFF });
    join(s, "juliet>a a>b juliet>c a>d c>e").unwrap();
    assert_eq!(join(s, "b>f"), full());
    s.now = s.now.plus(3 * DAY);
    join(s, "b>f f>g").expect("a new period");
    assert_eq!(join(s, "g>h"), full());
});

on_both_engines!(a_new_account_lets_nobody_register_for_a_while, |s| {
    limit(s, ChainLimits { after: Some(7 * DAY), ..OFF });
    join(s, "juliet>a").expect("nobody knows how old juliet is");
    assert_eq!(join(s, "a>b"), Err(Refusal::InviterNew.into()));
    assert_eq!(s.make(&own("a", contact_account("a"))).unwrap().kind, contact("a"));
    limit(s, OFF);
    let early = s.token_of(&own("a", free()));
    limit(s, ChainLimits { after: Some(7 * DAY), ..OFF });
    assert_eq!(s.check(&early).map(drop), Err(Refusal::InviterNew.into()));
    let by_server = s.token_of(&in_name_of("a", free()));
    s.register(&by_server, "c").expect("the server's invites are not limited");
    s.now = s.now.plus(7 * DAY);
    s.register(&early, "b").unwrap();
});

on_both_engines!(the_age_is_what_prosody_says_if_it_does, |s| {
    limit(s, ChainLimits { after: Some(7 * DAY), ..OFF });
    let created = |at: UnixTime| {
        let mut known = facts(&[("juliet", AccountStatus::Active)]);
        known.permissions.insert(user("juliet"), true);
        known.created.insert(user("juliet"), at);
        known
    };
    let mut draft = |at| s.ledger.draft(own("juliet", free()), &created(at), s.now).map(drop);
    assert_eq!(draft(at(-6 * DAY)), Err(Refusal::InviterNew.into()));
    s.begin_anew();
    limit(s, ChainLimits { after: Some(7 * DAY), ..OFF });
    s.ledger.draft(own("juliet", free()), &created(at(-7 * DAY)), s.now).unwrap();
});

on_both_engines!(admins_are_told_once_in_a_period_that_a_tree_is_full, |s| {
    limit(s, ChainLimits { accounts: Some(2), ..OFF });
    let told = |s: &mut Fixture| {
        let to_do = s.ledger.follow_ups(None).unwrap();
        for done in &to_do {
            s.ledger.followed_up(&done.account, &done.step.to_string(), &done.about).unwrap();
        }
        to_do.into_iter().map(|to_do| (to_do.account, to_do.step.to_string())).collect::<Vec<_>>()
    };
    join(s, "juliet>a").unwrap();
    assert_eq!(told(s), []);
    s.now = s.now.plus(DAY);
    join(s, "a>b").unwrap();
    assert_eq!(told(s), [("juliet@montague.example".to_owned(), "tree-full".to_owned())]);
    s.now = s.now.plus(2 * DAY);
    join(s, "a>c").unwrap();
    assert_eq!(told(s), [], "it is full again, a day after b came");
    s.now = s.now.plus(4 * DAY);
    join(s, "a>d a>e").unwrap();
    assert_eq!(told(s).len(), 1);
});

on_both_engines!(admins_are_told_once_in_a_period_that_the_last_generation_can_invite_nobody, |s| {
    limit(s, ChainLimits { depth: Some(2), accounts: Some(3), ..OFF });
    let told = |s: &mut Fixture| s.ledger.follow_ups(None).unwrap().into_iter().map(|to_do| to_do.step.to_string()).collect::<Vec<_>>();
    join(s, "juliet>a juliet>b").unwrap();
    assert_eq!(told(s), [] as [&str; 0]);
    join(s, "a>c").unwrap();
    assert_eq!(told(s), ["tree-deep", "tree-full"], "each limit is told of");
    for step in ["tree-deep", "tree-full"] {
        s.ledger.followed_up("juliet@montague.example", step, "").unwrap();
    }
    limit(s, ChainLimits { depth: Some(2), ..OFF });
    join(s, "b>d").unwrap();
    assert_eq!(told(s), [] as [&str; 0], "within the period");
    s.now = s.now.plus(4 * DAY);
    join(s, "d>e e>f").unwrap();
    assert_eq!(told(s), ["tree-deep"]);
});

on_both_engines!(chains_at_a_limit_are_listed, |s| {
    limit(s, ChainLimits { accounts: Some(2), depth: Some(2), ..OFF });
    join(s, "juliet>a nurse>c").unwrap();
    assert_eq!(s.ledger.reached_limits(s.now).unwrap(), ReachedLimits::default());
    join(s, "a>b").unwrap();
    let began = s.now;
    let deep = vec![(user("juliet"), began)];
    assert_eq!(s.ledger.reached_limits(s.now).unwrap(), ReachedLimits { full: vec![user("juliet")], deep });
    s.now = s.now.plus(DAY);
    join(s, "nurse>d").unwrap();
    assert_eq!(s.ledger.reached_limits(s.now).unwrap().full, [user("nurse"), user("juliet")]);
    s.now = began.plus(3 * DAY);
    join(s, "nurse>e").expect("c is a period old");
    assert_eq!(s.ledger.reached_limits(s.now).unwrap(), ReachedLimits { full: vec![user("nurse")], deep: vec![] });
    limit(s, OFF);
    assert_eq!(s.ledger.reached_limits(s.now).unwrap(), ReachedLimits::default());
});

// Four servers, each with its invites of accounts of one chain: exactly as many claims pass as there are places.
on_both_engines!(the_limit_is_exact_when_several_servers_register_at_once, |s| {
    for round in 0..3 {
        s.begin_anew();
        limit(s, OFF);
        join(s, "juliet>a a>b").unwrap();
        let inviters = ["juliet", "a", "b"];
        let tokens: Vec<_> = (0..16).map(|at| s.token_of(&own(inviters[at % 3], free()))).collect();
        let presented: Vec<_> = tokens.iter().map(|token| s.check(token).unwrap()).collect();
        let process = s.ledger.settings().process.clone();
        let settings = Settings { chains: ChainLimits { accounts: Some(7), ..OFF }, process, ..settings() };
        let now = s.now;
        let results = at_once_under(&settings, &s.place.location, 4, |server, ledger| {
            (server * 4..server * 4 + 4)
                .filter(|at| {
                    let name = format!("new{at}");
                    let inviter = inviters[at % 3];
                    let mut known = facts(&[(name.as_str(), AccountStatus::Absent), (inviter, AccountStatus::Active)]);
                    known.permissions.insert(user(inviter), true);
                    let claimed = patiently(|| ledger.claim(&presented[*at], &user(&name), &known, now));
                    assert!(matches!(claimed, Ok(_) | Err(Error::Refused(Refusal::TreeFull))), "{claimed:?}");
                    claimed.is_ok() && patiently(|| ledger.redeem(&presented[*at], Some(&user(&name)), now)).is_ok()
                })
                .count()
        });
        assert_eq!(results.iter().sum::<usize>(), 5, "round {round}: two had joined before");
        assert_eq!(s.place.number("SELECT COUNT(*) FROM invite_follow_ups"), 1);
    }
});

/// Without limits, a claim asks nothing more.
#[test]
fn nothing_is_asked_where_nothing_is_limited() {
    use crate::common::faulty::{Faulty, Plan};
    let recorder = std::sync::Arc::<Plan>::default();
    let mut s = Fixture::new(Database::Sqlite);
    let token = s.token_of(&own("juliet", free()));
    s.ledger = Faulty::ledger(&recorder, &s.place, settings());
    s.register(&token, "romeo").unwrap();
    assert!(
        !recorder
            .statements()
            .iter()
            .any(|statement| statement.contains("COUNT") || statement.contains("FOR NO KEY UPDATE") && statement.contains("tree"))
    );
}
