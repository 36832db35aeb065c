//! Each verb with its preparation, and what must be true after an interruption.

use super::recovery::{import, none, one_use_remains, only_token};
use crate::accounts::tree::tree;
use crate::prelude::*;

/// A verb with its preparation.
pub(crate) struct Deed {
    pub(crate) name: &'static str,
    /// Whether it is one transaction. The others end several claims, each in a transaction of its own.
    pub(crate) is_one: bool,
    pub(crate) prepare: Prepare,
    pub(crate) act: Act,
    /// What must be possible and true after the server was restarted.
    pub(super) afterwards: Afterwards,
}

type Prepare = fn(&mut Fixture) -> Vec<Presentation>;
type Act = fn(&mut Fixture, &[Presentation]) -> Result<(), Error>;
type Afterwards = fn(&mut Fixture);

const fn one(name: &'static str, prepare: Prepare, act: Act, afterwards: Afterwards) -> Deed {
    Deed { name, is_one: true, prepare, act, afterwards }
}

const fn several(name: &'static str, prepare: Prepare, act: Act, afterwards: Afterwards) -> Deed {
    Deed { name, is_one: false, prepare, act, afterwards }
}

pub(crate) const DEEDS: [Deed; 14] = [
    one(
        "create",
        |s| {
            s.make(&own("nurse", bound("romeo"))).unwrap();
            s.now = at(1000); // the reservation of that one has ended
            Vec::new()
        },
        |s, _| s.make(&own("nurse", bound("romeo"))).map(drop),
        |s| {
            s.now = at(1000).max(s.now);
            if s.open_name("romeo").is_ok() {
                s.make(&own("nurse", bound("romeo"))).unwrap();
            }
            assert_eq!((s.count("invites"), s.place.number("SELECT made FROM invite_quotas")), (2, 2));
            let pending = s.ledger.list(Query::of(Filter::Pending), None, 10, s.now).unwrap().invites;
            assert_eq!(pending.len(), 1, "the name is one invite's");
            s.register(pending[0].0.token.as_ref().unwrap(), "romeo").unwrap();
        },
    ),
    one(
        "claim",
        |s| {
            let token = s.free();
            vec![s.claimed(&token, "romeo")]
        },
        |s, presentations| s.claim(&presentations[0], "mercutio"),
        |s| {
            assert_ne!(s.open_name("romeo").is_ok(), s.open_name("mercutio").is_ok(), "it holds the one name or the other");
            one_use_remains(s);
        },
    ),
    several(
        "claim that settles another",
        |s| {
            let token = s.free();
            let presentations = vec![s.check(&token).unwrap(), s.check(&token).unwrap()];
            s.claim(&presentations[0], "romeo").unwrap();
            s.now = s.now.plus(Ledger::LEASE);
            presentations
        },
        |s, presentations| s.claim(&presentations[1], "mercutio"),
        one_use_remains,
    ),
    one(
        "redeem",
        |s| {
            let token = s.token_of(&own("nurse", bound("romeo")));
            vec![s.claimed(&token, "romeo")]
        },
        |s, presentations| s.ledger.redeem(&presentations[0], Some(&user("romeo")), s.now).map(drop),
        |s| {
            s.server.set("romeo", AccountStatus::Active);
            s.settle_stale().unwrap();
            assert_eq!((s.place.number("SELECT SUM(CAST(uses AS INTEGER)) FROM invites"), s.open_name("romeo")), (1, Ok(())));
            assert_eq!(tree(s, "nurse"), ["0 nurse", "1 romeo < nurse"]);
        },
    ),
    one(
        "release",
        |s| {
            let token = s.bound("romeo");
            vec![s.claimed(&token, "romeo")]
        },
        |s, presentations| s.ledger.release(&presentations[0]),
        one_use_remains,
    ),
    one(
        "spend",
        |s| {
            let token = s.token(contact("juliet"), Limit::ONCE);
            vec![s.present(token.secret(), &Purpose::Subscribe(user("juliet"))).unwrap()]
        },
        |s, presentations| s.spend(&presentations[0], "romeo").map(drop),
        |s| {
            let token = only_token(s);
            match s.present(token.secret(), &Purpose::Subscribe(user("juliet"))) {
                Ok(presentation) => drop(s.spend(&presentation, "romeo").unwrap()),
                Err(refusal) => assert_eq!(refusal, Refusal::TokenUsed.into()),
            }
            assert_eq!(s.uses(&token), 1);
        },
    ),
    one(
        "revoke",
        |s| none(s.bound("romeo")),
        |s, _| {
            let token = only_token(s);
            s.ledger.revoke(token.secret(), None, s.now).map(drop)
        },
        |s| {
            let token = only_token(s);
            let is_revoked = s.state(&token) == State::Revoked;
            assert_eq!(s.open_name("romeo").is_ok(), is_revoked);
            assert_eq!(s.ledger.revoke(token.secret(), None, s.now).is_err(), is_revoked);
        },
    ),
    one(
        "revoke_page",
        |s| {
            for kind in [bound("romeo"), contact("nurse"), contact_account("nurse")] {
                s.make(&own("nurse", kind)).unwrap();
            }
            Vec::new()
        },
        |s, _| s.ledger.revoke_page(&user("nurse"), None, None, s.now).map(drop),
        |s| {
            let is_done = s.open_name("romeo").is_ok();
            assert_eq!(s.revoke_all("nurse"), Ok(if is_done { 0 } else { 3 }));
            assert_eq!(s.open_name("romeo"), Ok(()));
        },
    ),
    one(
        "extend",
        |s| none(s.bound("romeo")),
        |s, _| {
            let token = only_token(s);
            s.ledger.extend(token.secret(), None, 2000, s.now).map(drop)
        },
        |s| {
            let token = only_token(s);
            let expires = s.ledger.info(token.secret(), s.now).unwrap().0.expires;
            assert!([at(1000), at(2000)].contains(&expires), "{expires:?}");
            assert_eq!(s.place.number("SELECT sweep_at - expires_at FROM invites"), Ledger::GRACE);
            s.now = at(1000);
            assert_eq!(s.open_name("romeo").is_err(), expires == at(2000));
        },
    ),
    one(
        "label",
        |s| none(s.free()),
        |s, _| {
            let token = only_token(s);
            s.ledger.label(token.secret(), None, Some("for Romeo"), s.now).map(drop)
        },
        |s| {
            let token = only_token(s);
            let noted = Some(serde_json::json!({ "note": "for Romeo" }));
            let data = s.ledger.info(token.secret(), s.now).unwrap().0.data;
            assert!(data.is_none() || data == noted, "{data:?}");
            s.ledger.label(token.secret(), None, None, s.now).unwrap();
            one_use_remains(s);
        },
    ),
    one(
        "account_ended",
        |s| {
            let token = s.token_of(&in_name_of("juliet", free()));
            s.register(&token, "romeo").unwrap();
            for kind in [contact("juliet"), contact_account("juliet"), reset("juliet")] {
                s.invite(kind, Limit::ONCE).unwrap();
            }
            s.make(&own("juliet", bound("mercutio"))).unwrap();
            Vec::new()
        },
        |s, _| s.ledger.account_ended(&user("juliet"), s.now),
        |s| {
            let members = s.ledger.members(&user("juliet")).unwrap();
            let is_done = members[0].left.is_some();
            if !is_done {
                s.end("juliet");
            }
            assert_eq!(s.tidy(), 4);
            assert_eq!(tree(s, "juliet"), ["0 juliet †", "1 romeo < juliet"]);
            assert_eq!(s.open_name("mercutio"), Ok(()));
        },
    ),
    one(
        "sweep",
        |s| {
            let (used, _) = (s.free(), s.bound("mercutio"));
            s.register(&used, "romeo").unwrap();
            s.now = at(1_000_000);
            Vec::new()
        },
        |s, _| s.sweep(s.now).map(drop),
        |s| {
            s.now = at(1_000_000);
            while s.sweep(s.now).unwrap() > 0 {}
            s.place.assert_no_invites();
        },
    ),
    one(
        "import",
        |_| none(()),
        |s, _| import(s),
        |s| {
            import(s).unwrap();
            assert_eq!(s.count("invites"), 3);
            assert_eq!(s.open_name("romeo"), Err(Refusal::UsernameReserved.into()));
        },
    ),
    several(
        "settle",
        |s| {
            for name in ["romeo", "mercutio"] {
                let token = s.bound(name);
                s.claimed(&token, name);
            }
            let token = s.token(reset("juliet"), Limit::ONCE);
            s.claimed(&token, "juliet");
            s.server.set("romeo", AccountStatus::Active);
            s.now = s.now.plus(Ledger::LEASE);
            Vec::new()
        },
        |s, _| s.settle_stale().map(drop),
        |s| {
            s.server.set("romeo", AccountStatus::Active);
            s.settle_stale().unwrap();
            assert_eq!(s.place.number("SELECT COUNT(*) FROM invite_names WHERE presentation IS NOT NULL"), 0);
            assert_eq!(s.place.number("SELECT COUNT(*) FROM invites WHERE uses = 1"), 1);
            assert_eq!((s.open_name("romeo"), s.open_name("mercutio")), (Ok(()), Err(Refusal::UsernameReserved.into())));
        },
    ),
];
