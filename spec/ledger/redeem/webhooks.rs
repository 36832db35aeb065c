//! Webhooks are noted in the transaction of what they tell, and sent in order, by one server at a time.

use invites_core::store::Process;
use invites_core::{ChainLimits, Mail, Receiver, WebhookEvent};
use serde_json::Value;

use crate::prelude::*;

const A: &str = "a";

pub(crate) fn everything(id: &str) -> Receiver {
    Receiver { id: id.into(), events: WebhookEvent::ALL.to_vec() }
}

fn listen(s: &mut Fixture) {
    s.ledger = s.other(|settings| settings.receivers = vec![everything(A)]);
}

/// What is to be sent now, as text: the event, the state, the account, the limit.
fn told(mail: &Mail) -> Vec<String> {
    let line = |body: &str| {
        let body: Value = serde_json::from_str(body).unwrap();
        let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
        [&body["event"], &body["invite"]["state"], &body["account"], &body["limit"], &body["by"]].map(word).join(" ")
    };
    mail.deliveries.iter().map(|delivery| line(&delivery.body)).collect()
}

/// Takes what is to be sent, with this result, until nothing is.
fn send_all(s: &mut Fixture) -> Vec<String> {
    let mut all = Vec::new();
    loop {
        let mail = s.ledger.mail(A, s.now).unwrap();
        if mail.deliveries.is_empty() {
            return all;
        }
        all.extend(told(&mail));
        outcome(s, mail, None);
    }
}

fn outcome(s: &mut Fixture, mail: Mail, problem: Option<&str>) -> usize {
    let outcomes: Vec<_> = mail.deliveries.into_iter().map(|delivery| (delivery, problem.map(str::to_owned))).collect();
    s.ledger.delivered(A, &outcomes, s.now).unwrap()
}

on_both_engines!(what_happens_to_an_invite_is_told_in_order, |s| {
    listen(s);
    let request = CreateRequest { limit: Limit::from_max_uses(Some(2)).unwrap(), ..own("juliet", contact_account("juliet")) };
    let token = s.token_of(&request);
    for name in ["romeo", "mercutio"] {
        let presentation = s.claimed(&token, name);
        s.redeem(&presentation, name);
        s.redeem(&presentation, name);
    }
    s.ledger.revoke(token.secret(), Some(&user("juliet")), s.now).unwrap();
    assert!(s.ledger.revoke(token.secret(), None, s.now).is_err());
    let first = s.ledger.mail(A, s.now).unwrap();
    assert_eq!(told(&first), ["created pending - - -"], "one of each invite at a time");
    assert!(!first.deliveries[0].body.contains(token.secret()), "no token");
    outcome(s, first, None);
    let expected = [
        "redeemed pending romeo@montague.example - -",
        "redeemed redeemed mercutio@montague.example - -",
        "limit-reached redeemed - uses -",
        "revoked revoked - - juliet@montague.example",
    ];
    assert_eq!(send_all(s), expected);
    assert_eq!(s.ledger.mail(A, s.now).unwrap(), Mail::default());
});

on_both_engines!(nothing_is_told_of_what_did_not_happen, |s| {
    listen(s);
    s.ledger = s.other(|settings| {
        settings.receivers = vec![everything(A)];
        settings.allowance.accounts = Quota { pending: Some(1), per_day: None };
    });
    let request = own("juliet", free());
    let drafts = [s.draft_of(&request).unwrap(), s.draft_of(&request).unwrap()];
    assert!(s.ledger.create_all(&drafts, s.now).is_err());
    assert!(send_all(s).is_empty());
    let token = s.token_of(&request);
    let presentation = s.claimed(&token, "romeo");
    s.ledger.release(&presentation).unwrap();
    assert_eq!(send_all(s), ["created pending - - -"]);
});

on_both_engines!(receivers_get_what_they_want_and_nobody_costs_anything_without_them, |s| {
    s.free();
    listen(s);
    assert!(send_all(s).is_empty());
    let revoked = Receiver { id: A.into(), events: vec![WebhookEvent::Revoked] };
    s.ledger = s.other(|settings| settings.receivers = vec![revoked.clone(), everything("b")]);
    let token = s.free();
    s.ledger.revoke(token.secret(), None, s.now).unwrap();
    assert_eq!(send_all(s), ["revoked revoked - - -"]);
    let waiting = |s: &mut Fixture| s.ledger.receivers().unwrap().into_iter().map(|state| (state.id, state.waiting)).collect::<Vec<_>>();
    assert_eq!(waiting(s), [("a".to_owned(), 0), ("b".to_owned(), 2)]);
    assert_eq!(s.ledger.forget_receivers().unwrap(), 0);
    listen(s);
    assert_eq!((s.ledger.forget_receivers().unwrap(), s.ledger.forget_receivers().unwrap()), (2, 0), "b is in the configuration no more");
});

on_both_engines!(invites_that_end_with_their_account_are_told_as_revoked, |s| {
    listen(s);
    s.token_of(&own("juliet", free()));
    s.token_of(&own("juliet", contact("juliet")));
    assert_eq!(send_all(s).len(), 2);
    s.ledger.account_ended(&user("juliet"), s.now).unwrap();
    while s.ledger.tidy(s.now).unwrap().is_some_and(|tidied| tidied.more) {}
    assert_eq!(send_all(s), ["revoked revoked - - -"; 2]);
});

on_both_engines!(a_limit_on_accounts_below_a_user_is_told_once, |s| {
    let chains = ChainLimits { after: None, accounts: Some(1), depth: None, period: 100 };
    s.ledger = s.other(|settings| (settings.receivers, settings.chains) = (vec![everything(A)], chains));
    let token = s.token_of(&own("juliet", free()));
    s.register(&token, "romeo").unwrap();
    let told = send_all(s);
    assert_eq!(told[1..], ["redeemed redeemed romeo@montague.example - -", "limit-reached redeemed juliet@montague.example tree-accounts -"]);
});

on_both_engines!(what_fails_is_tried_again_under_the_same_id_and_given_up_after_three_days, |s| {
    listen(s);
    s.free();
    let mail = s.ledger.mail(A, s.now).unwrap();
    let (id, began) = (mail.deliveries[0].id.clone(), s.now);
    assert_eq!(outcome(s, mail, Some("status 500")), 0);
    s.free();
    let mut tries = 1;
    loop {
        let mail = s.ledger.mail(A, s.now).unwrap();
        if let Some(wait) = mail.wait {
            assert!(mail.deliveries.is_empty() && (1..=300).contains(&wait), "{wait}");
            s.now = s.now.plus(wait);
            continue;
        }
        let Some(delivery) = mail.deliveries.first() else { break };
        assert_eq!(mail.deliveries.len(), 1, "a receiver that fails is tried with one");
        assert!(tries > 3 || delivery.id == id || tries % 2 == 1, "they take turns");
        tries += 1;
        let state = s.ledger.receivers().unwrap();
        assert_eq!((state[0].since, state[0].problem.as_deref()), (Some(began.seconds()), Some("status 500")));
        let given_up = outcome(s, mail, Some("status 500"));
        assert_eq!(given_up > 0, s.now >= began.plus(Ledger::MAIL_END));
    }
    assert!((864..900).contains(&tries), "{tries} tries");
    s.free();
    s.now = s.now.plus(300);
    assert_eq!(send_all(s).len(), 1);
    assert_eq!(s.ledger.receivers().unwrap()[0].failures, 0);
});

on_both_engines!(what_fails_alone_keeps_nobody_waiting_but_those_of_its_invite, |s| {
    listen(s);
    let bad = s.free();
    s.ledger.revoke(bad.secret(), None, s.now).unwrap();
    s.free();
    let mail = s.ledger.mail(A, s.now).unwrap();
    let outcomes = mail.deliveries.into_iter().map(|delivery| {
        let is_bad = delivery.body.contains(&bad.id().short());
        (delivery, is_bad.then(|| "status 400".to_owned()))
    });
    assert_eq!(s.ledger.delivered(A, &outcomes.collect::<Vec<_>>(), s.now).unwrap(), 0);
    s.free();
    assert_eq!(send_all(s), ["created pending - - -"]);
    s.now = s.now.plus(5);
    assert_eq!(send_all(s), ["created pending - - -", "revoked revoked - - -"]);
});

on_both_engines!(one_server_at_a_time_sends, |s| {
    listen(s);
    s.free();
    let mut other = s.other(|settings| (settings.receivers, settings.process) = (vec![everything(A)], Process::new([9; 16])));
    assert_eq!(s.ledger.serve(s.now, 0).unwrap(), 0, "it lives");
    let mail = s.ledger.mail(A, s.now).unwrap();
    assert_eq!(mail.deliveries.len(), 1);
    assert!(other.mail(A, s.now).unwrap().deliveries.is_empty(), "the other has the lease");
    assert_eq!(s.ledger.mail(A, s.now).unwrap(), mail, "who has the lease may begin anew, as after a reload");
    assert_eq!(other.mail(A, s.now.plus(Ledger::MAIL_LEASE)).unwrap().deliveries, mail.deliveries, "the lease is over");
    outcome(s, mail, None);
    assert_eq!(other.mail(A, s.now.plus(Ledger::MAIL_LEASE)).unwrap(), Mail::default());
});

on_both_engines!(an_outbox_that_is_full_loses_what_is_new_and_says_so, |s| {
    listen(s);
    s.place.sql(&format!(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) INSERT INTO invite_outbox
         (host, receiver, invite, place, id, body, at, tries, due) SELECT 'montague.example', 'a', {}, i, 'x', '{{}}', 1, 0, 1 FROM n",
        Ledger::MOST_MAIL,
        if s.place.option().starts_with("postgres") { "'\\x00000000000000000000000000000001'::bytea" } else { "x'00000000000000000000000000000001'" }
    ));
    s.free();
    s.free();
    let mail = s.ledger.mail(A, s.now).unwrap();
    assert_eq!((mail.deliveries.len(), mail.lost), (1, 2));
    assert_eq!(s.ledger.mail(A, s.now).unwrap().lost, 0, "it is said once");
});
