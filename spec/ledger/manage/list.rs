//! Lists, counts, and one invite with its uses.

use std::mem::swap;

use crate::prelude::*;

on_both_engines!(an_invite_is_found_by_its_token_and_by_its_short_id, |s| {
    let made = s.invite(bound("romeo"), Limit::ONCE).unwrap();
    let token = made.token.clone().unwrap();
    for reference in [token.secret(), &made.id.short(), &made.id.short().to_uppercase()] {
        assert_eq!(s.ledger.info(reference, s.now), Ok((made.clone(), State::Pending)));
    }
    assert_eq!(s.ledger.info("0123456789ab", s.now), Err(Refusal::TokenInvalid.into()));
    assert_eq!(s.ledger.info(&made.id.short()[..11], s.now), Err(Refusal::TokenInvalid.into()));
    assert_eq!(s.ledger.info("", s.now), Err(Refusal::NoToken.into()));
    assert_eq!(s.present(&made.id.short(), &Purpose::Register), Err(Refusal::TokenInvalid.into()), "a short id is no token");
});

on_both_engines!(a_short_id_that_fits_two_invites_names_neither, |s| {
    let made = s.invite(free(), Limit::ONCE).unwrap();
    let twin = format!("{}{}", made.id.short(), "00".repeat(10));
    let blob = if s.place.database == Database::Sqlite { format!("x'{twin}'") } else { format!("'\\x{twin}'::bytea") };
    s.place.sql(&format!(
        "INSERT INTO invites (id, host, kind, max_uses, created_at, expires_at, sweep_at) SELECT {blob}, host, kind, 1, created_at, expires_at, sweep_at
         FROM invites"
    ));
    assert_eq!(s.ledger.info(&made.id.short(), s.now), Err(Refusal::ReferenceAmbiguous.into()));
    assert_eq!(s.ledger.revoke(&made.id.short(), None, s.now).map(drop), Err(Refusal::ReferenceAmbiguous.into()));
    assert!(s.ledger.info(made.token.unwrap().secret(), s.now).is_ok());
});

on_both_engines!(a_list_shows_as_claimed_only_that_through_which_somebody_registers, |s| {
    let tokens = [s.free(), s.free(), s.free()];
    let holder = s.claimed(&tokens[1], "romeo");
    let states = |s: &mut Fixture| {
        let page = s.ledger.list(Query::of(Filter::All), None, 50, s.now).unwrap();
        tokens.iter().map(|token| page.invites.iter().find(|(invite, _)| invite.id == token.id()).unwrap().1).collect::<Vec<_>>()
    };
    assert_eq!(states(s), [State::Pending, State::Claimed, State::Pending]);
    s.ledger.release(&holder).unwrap();
    assert_eq!(states(s), [State::Pending; 3]);
});

/// One page of the pending invites.
fn page(s: &mut Fixture, after: Option<&Cursor>, look: u16) -> (Vec<InviteId>, Option<Cursor>) {
    let page = s.ledger.list(Query::of(Filter::Pending), after, look, s.now).unwrap();
    (page.invites.iter().map(|(invite, _)| invite.id).collect(), page.next)
}

/// All pages of a list, each with its invites.
fn pages(s: &mut Fixture, list: Query<'_>, look: u16) -> Vec<Vec<Invite>> {
    let (mut pages, mut after) = (Vec::new(), None);
    loop {
        let page = s.ledger.list(list, after.as_ref(), look, s.now).unwrap();
        assert_eq!(page.damaged, []);
        pages.push(page.invites.into_iter().map(|(invite, _)| invite).collect());
        after = page.next;
        if after.is_none() {
            return pages;
        }
    }
}

/// The ids of what a list shows, sorted.
pub(crate) fn listed(s: &mut Fixture, which: Filter, creator: Option<&str>) -> Vec<InviteId> {
    let creator = creator.map(user);
    let page = s.ledger.list(Query { creator: creator.as_ref(), ..Query::of(which) }, None, 100, s.now).unwrap();
    let mut ids: Vec<_> = page.invites.iter().map(|(invite, _)| invite.id).collect();
    ids.sort();
    ids
}

on_both_engines!(a_list_shows_what_was_asked_for, |s| {
    let [pending, half, claimed, used, revoked] = [1, 2, 1, 1, 1].map(|uses| s.token(free(), times(uses)));
    let [bound, contact, both, reset] =
        [bound("tybald"), contact("juliet"), contact_account("juliet"), reset("juliet")].map(|kind| s.token(kind, Limit::ONCE));
    s.register(&half, "romeo").unwrap();
    s.register(&used, "mercutio").unwrap();
    s.revoke(&revoked);
    s.now = at(99);
    s.claimed(&claimed, "benvolio");
    for second in [99, 100] {
        s.now = at(second);
        let live = if second == 99 { vec![&reset] } else { Vec::new() };
        for (which, expected) in [
            (Filter::Pending, [vec![&pending, &half, &claimed, &bound, &both], live.clone()].concat()),
            (Filter::Usable, [vec![&pending, &half, &claimed, &bound, &both, &contact], live].concat()),
            (Filter::Used, vec![&half, &used]),
            (Filter::All, vec![&pending, &half, &claimed, &used, &revoked, &bound, &contact, &both, &reset]),
        ] {
            let mut expected: Vec<_> = expected.into_iter().map(Token::id).collect();
            expected.sort();
            assert_eq!(listed(s, which, None), expected, "{which:?}");
        }
    }
    s.now = at(1000);
    assert_eq!(listed(s, Filter::Usable, None), [claimed.id()], "somebody still registers through it");
});

on_both_engines!(a_list_shows_what_one_user_made, |s| {
    let requests = [own("juliet", free()), in_name_of("juliet", free()), CreateRequest::of(contact("juliet"))];
    let mut of_juliet = requests.map(|request| s.make(&request).unwrap().id);
    of_juliet.sort();
    s.free();
    let of_nurse = s.make(&own("nurse", free())).unwrap().id;
    assert_eq!(listed(s, Filter::All, Some("juliet")), of_juliet, "on their authority or in their name");
    assert_eq!(listed(s, Filter::Pending, Some("juliet")).len(), 2);
    assert_eq!(listed(s, Filter::All, Some("nurse")), [of_nurse]);
    assert_eq!(listed(s, Filter::All, Some("romeo")), []);
    assert_eq!(listed(s, Filter::All, None).len(), 5);
    let juliet = user("juliet");
    let list = Query { creator: Some(&juliet), ..Query::of(Filter::All) };
    let first = s.ledger.list(list, None, 2, s.now).unwrap();
    let rest = s.ledger.list(list, first.next.as_ref(), 2, s.now).unwrap();
    assert_eq!((first.invites.len(), rest.invites.len(), rest.next), (2, 1, None));
});

on_both_engines!(a_list_begins_with_the_newest_where_that_is_asked_for, |s| {
    let mut all = Vec::new();
    for second in [0, 1, 5] {
        s.now = at(second);
        let mut made: Vec<_> = (0..3).map(|_| s.make(&own("juliet", free())).unwrap().id).collect();
        made.sort();
        all.extend(made);
    }
    all.reverse();
    for creator in [None, Some(&user("juliet"))] {
        let found = pages(s, Query { creator, newest_first: true, ..Query::of(Filter::All) }, 4).concat();
        assert_eq!(found.iter().map(|invite| invite.id).collect::<Vec<_>>(), all);
    }
});

on_both_engines!(a_list_goes_by_when_invites_were_made_and_comes_in_pages, |s| {
    let mut all = Vec::new();
    for second in [0, 1, 5] {
        s.now = at(second);
        let mut made: Vec<_> = (0..9).map(|_| s.free()).collect();
        made.sort_by_key(Token::id);
        all.extend(made);
    }
    let (first, mut after) = page(s, None, 10);
    let mut pages = vec![first];
    // An invite that is removed between two pages removes no other from the list.
    s.revoke(&all[9]);
    s.sweep(at(10 + Ledger::GRACE)).unwrap();
    while after.is_some() {
        let (ids, next) = page(s, after.as_ref(), 10);
        pages.push(ids);
        after = next;
    }
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [10, 10, 7]);
    assert_eq!(pages.concat(), all.iter().map(Token::id).collect::<Vec<_>>());
});

on_both_engines!(a_page_costs_the_same_however_few_fit, |s| {
    for second in 0..4 {
        s.now = at(second);
        let token = s.free();
        if second < 3 {
            s.revoke(&token);
        }
    }
    let (first, next) = page(s, None, 2);
    assert_eq!(first, [], "two were looked at");
    let (second, next) = page(s, next.as_ref(), 2);
    assert_eq!(second.len(), 1);
    assert_eq!(page(s, next.as_ref(), 2), (Vec::new(), None));
});

on_both_engines!(a_page_ends_early_where_invites_carry_much_data, |s| {
    let sizes = [0, 60_000, 500, 2000, 60_000, 100_000, 120_000, 1, 5000, 1024, 1010, 60_000];
    let mut made = Vec::new();
    for (second, size) in (0..).zip(sizes) {
        s.now = at(second);
        let data = Some(json!({ "x": "x".repeat(size) }));
        made.push((s.make(&CreateRequest { data: data.clone(), ..in_name_of("juliet", free()) }).unwrap().id, data));
    }
    for creator in [None, Some(&user("juliet"))] {
        for (newest_first, look) in [(false, 1), (false, 5), (false, 100), (true, 1), (true, 5), (true, 100)] {
            let pages = pages(s, Query { which: Filter::All, creator, newest_first }, look);
            for page in &pages {
                let bytes: usize = page.iter().map(|invite| invite.data.as_ref().unwrap().to_string().len()).sum();
                assert!(page.len() == 1 || bytes <= 32 * 1024, "{} invites with {bytes} bytes", page.len());
            }
            let mut found: Vec<_> = pages.concat().into_iter().map(|invite| (invite.id, invite.data)).collect();
            if newest_first {
                found.reverse();
            }
            assert_eq!(found, made);
        }
    }
    assert_eq!(s.revoke_all("juliet"), Ok(sizes.len()));
});

on_both_engines!(a_count_tells_kinds_and_states_apart, |s| {
    assert!(s.ledger.count(None, 10, s.now).unwrap().counts.is_empty());
    let [used, revoked, _, claimed] = [0; 4].map(|_| s.free());
    s.register(&used, "romeo").unwrap();
    s.revoke(&revoked);
    s.claimed(&claimed, "mercutio");
    s.token(contact("juliet"), Limit::UNTIL_EXPIRY);
    s.token(contact_account("juliet"), Limit::ONCE);
    s.token(reset("juliet"), Limit::ONCE);
    let mut other = s.other_host();
    swap(&mut s.ledger, &mut other);
    s.free();
    swap(&mut s.ledger, &mut other);
    s.now = at(100);
    let (mut total, mut after) = (Counts::new(), None);
    while total.is_empty() || after.is_some() {
        let page = s.ledger.count(after.as_ref(), 3, s.now).unwrap();
        page.counts.into_iter().for_each(|(what, count)| *total.entry(what).or_default() += count);
        after = page.next;
    }
    let mut lines: Vec<_> = total.iter().map(|((kind, state), count)| format!("{kind} {state} {count}")).collect();
    lines.sort();
    let accounts = "account claimed 1, account pending 1, account redeemed 1, account revoked 1";
    assert_eq!(lines.join(", "), format!("{accounts}, contact pending 1, contact-account pending 1, reset expired 1"));
    assert_eq!(other.count(None, 10, s.now).unwrap().counts, Counts::from([((KindName::Account, State::Pending), 1)]));
});

on_both_engines!(the_uses_of_an_invite_are_known_with_their_names, |s| {
    let invite = s.invite(free(), Limit::UNTIL_EXPIRY).unwrap();
    let token = invite.token.unwrap();
    assert_eq!(s.ledger.uses(invite.id), Ok(Vec::new()));
    s.register(&token, "romeo").unwrap();
    s.now = at(5);
    let presentation = s.check(&token).unwrap();
    s.server.answering(|facts| s.ledger.spend(&presentation, None, facts, s.now)).unwrap();
    assert_eq!(s.ledger.uses(invite.id), Ok(vec![(Some("romeo".into()), at(0)), (None, at(5))]));
});
