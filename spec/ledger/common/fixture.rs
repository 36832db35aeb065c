//! A host with its ledger, a clock that stands still, and accounts.

use std::num::NonZeroU32;

use invites_core::policy::{AccountStatus, Accounts, Purpose};
use invites_core::{
    Authority, CreateRequest, Draft, Error, Invite, Kind, Ledger, Limit, Presentation, Redeemed, Settings, Settled, State, Token, UnixTime, Username,
};

use super::{Database, Place, Server, patiently};
use invites_core::store::{Process, Store};

pub(crate) const HOST: &str = "montague.example";

/// A time relative to the start of a test, in seconds.
pub(crate) fn at(seconds: i64) -> UnixTime {
    UnixTime::from_seconds(1_700_000_000).plus(seconds)
}

pub(crate) fn user(name: &str) -> Username {
    Username::prepared(name).unwrap()
}

pub(crate) fn settings() -> Settings {
    Settings {
        host: HOST.into(),
        store_tokens: true,
        ttl: 1000,
        reset_ttl: 100,
        contact_ttl: i64::MAX,
        welcomes: false,
        chains: invites_core::ChainLimits::default(),
        history: 0,
        allowance: invites_core::Allowance::default(),
        rooms: invites_core::ConfiguredRooms::default(),
        receivers: Vec::new(),
        process: Process::new([1; 16]),
        budget: None,
    }
}

/// A host whose invites live for 1000 seconds and whose resets live for 100. Nothing is kept for longer than needed.
pub(crate) struct Fixture {
    pub(crate) place: Place,
    pub(crate) ledger: Ledger,
    pub(crate) server: Server,
    pub(crate) now: UnixTime,
}

impl Fixture {
    pub(crate) fn new(database: Database) -> Self {
        let mut fixture = Self::at(Place::new(database));
        patiently(|| fixture.ledger.health()).unwrap();
        fixture
    }

    pub(crate) fn at(place: Place) -> Self {
        let ledger = place.ledger();
        Self { place, ledger, server: Server::verona(), now: at(0) }
    }

    /// Empties the tables and resets the accounts and the clock.
    pub(crate) fn begin_anew(&mut self) {
        self.place.wipe();
        (self.server, self.now) = (Server::verona(), at(0));
    }

    /// Another ledger on the same database, for another host or another process.
    pub(crate) fn other(&self, change: impl FnOnce(&mut Settings)) -> Ledger {
        let mut settings = Settings { process: self.ledger.settings().process.clone(), ..settings() };
        change(&mut settings);
        Ledger::new(settings, Store::new(self.place.location.clone()))
    }

    /// The ledger of another host on the same database.
    pub(crate) fn other_host(&self) -> Ledger {
        self.other(|settings| settings.host = "capulet.example".into())
    }

    /// Restarts the server. Claims of the earlier process are a dead process's then.
    pub(crate) fn restart(&mut self) {
        self.ledger = self.restarted();
    }

    /// The ledger of a server that is started after this one.
    pub(crate) fn restarted(&self) -> Ledger {
        self.other(|settings| settings.process = Process::new([2; 16]))
    }

    pub(crate) fn draft(&mut self, kind: Kind, limit: Limit) -> Result<Draft, Error> {
        self.draft_of(&CreateRequest { limit, ..CreateRequest::of(kind) })
    }

    pub(crate) fn draft_of(&mut self, request: &CreateRequest) -> Result<Draft, Error> {
        self.server.answering(|facts| self.ledger.draft(request.clone(), facts, self.now))
    }

    /// A new invite.
    pub(crate) fn make(&mut self, request: &CreateRequest) -> Result<Invite, Error> {
        let draft = self.draft_of(request)?;
        self.ledger.create(&draft, self.now)
    }

    /// A new invite on the server's authority.
    pub(crate) fn invite(&mut self, kind: Kind, limit: Limit) -> Result<Invite, Error> {
        self.make(&CreateRequest { limit, ..CreateRequest::of(kind) })
    }

    /// The token of a new invite.
    pub(crate) fn token_of(&mut self, request: &CreateRequest) -> Token {
        self.make(request).unwrap().token.unwrap()
    }

    /// The token of a new invite on the server's authority.
    pub(crate) fn token(&mut self, kind: Kind, limit: Limit) -> Token {
        self.token_of(&CreateRequest { limit, ..CreateRequest::of(kind) })
    }

    /// The token of an invite for one account of any name.
    pub(crate) fn free(&mut self) -> Token {
        self.token(free(), Limit::ONCE)
    }

    /// The token of an invite for one account of this name.
    pub(crate) fn bound(&mut self, name: &str) -> Token {
        self.token(bound(name), Limit::ONCE)
    }

    pub(crate) fn check(&mut self, token: &Token) -> Result<Presentation, Error> {
        self.present(token.secret(), &Purpose::Register)
    }

    pub(crate) fn present(&mut self, token: &str, purpose: &Purpose) -> Result<Presentation, Error> {
        self.server.answering(|facts| self.ledger.check(token, purpose, facts, self.now)).map(|checked| checked.presentation)
    }

    pub(crate) fn claim(&mut self, presentation: &Presentation, name: &str) -> Result<(), Error> {
        self.server.answering(|facts| self.ledger.claim(presentation, &user(name), facts, self.now)).map(drop)
    }

    /// A presentation of a token that has claimed a name.
    pub(crate) fn claimed(&mut self, token: &Token, name: &str) -> Presentation {
        let presentation = self.check(token).unwrap();
        self.claim(&presentation, name).unwrap();
        presentation
    }

    /// The account is created, and the ledger is told.
    pub(crate) fn redeem(&mut self, presentation: &Presentation, name: &str) -> Redeemed {
        self.server.set(name, AccountStatus::Active);
        self.ledger.redeem(presentation, Some(&user(name)), self.now).unwrap()
    }

    pub(crate) fn spend(&mut self, presentation: &Presentation, name: &str) -> Result<Redeemed, Error> {
        self.server.answering(|facts| self.ledger.spend(presentation, Some(&user(name)), facts, self.now))
    }

    pub(crate) fn settle(&mut self, presentation: &Presentation) -> Result<Outcomes, Error> {
        self.server.answering(|facts| self.ledger.settle(presentation, facts, self.now)).map(|settled| outcomes(&settled))
    }

    pub(crate) fn settle_stale(&mut self) -> Result<Outcomes, Error> {
        self.server.answering(|facts| self.ledger.settle_stale(facts, self.now)).map(|settled| outcomes(&settled))
    }

    /// A whole registration.
    pub(crate) fn register(&mut self, token: &Token, name: &str) -> Result<Redeemed, Error> {
        let presentation = self.check(token)?;
        self.claim(&presentation, name)?;
        Ok(self.redeem(&presentation, name))
    }

    /// An account is deleted, the ledger is told, and it tidies up. Returns the number of revoked invites.
    pub(crate) fn forget(&mut self, name: &str) -> usize {
        self.end(name);
        self.tidy()
    }

    /// An account is deleted, and the ledger is told.
    pub(crate) fn end(&mut self, name: &str) {
        self.server.set(name, AccountStatus::Absent);
        self.ledger.account_ended(&user(name), self.now).unwrap();
    }

    /// Tidies up everything. Returns the number of revoked invites.
    pub(crate) fn tidy(&mut self) -> usize {
        let mut revoked = 0;
        while let Some(done) = self.ledger.tidy(self.now).unwrap() {
            revoked += done.revoked;
        }
        revoked
    }

    /// Revokes all usable invites of a user. Returns their number.
    pub(crate) fn revoke_all(&mut self, creator: &str) -> Result<usize, Error> {
        let (mut revoked, mut after) = (0, None);
        loop {
            let (count, next) = self.ledger.revoke_page(&user(creator), None, after.as_ref(), self.now)?;
            revoked += count;
            if next.is_none() {
                return Ok(revoked);
            }
            after = next;
        }
    }

    /// Revokes an invite as the server.
    pub(crate) fn revoke(&mut self, token: &Token) {
        self.ledger.revoke(token.secret(), None, self.now).unwrap();
    }

    /// Extends an invite. Returns when it expires.
    pub(crate) fn extend(&mut self, reference: &str, creator: Option<&Username>, ttl: i64) -> Result<UnixTime, Error> {
        self.ledger.extend(reference, creator, ttl, self.now).map(|(expires, _)| expires)
    }

    /// The number of rows in a table.
    pub(crate) fn count(&self, table: &str) -> i64 {
        self.place.number(&format!("SELECT COUNT(*) FROM {table}"))
    }

    /// Sweeps by a clock that nobody has set.
    pub(crate) fn sweep(&mut self, now: UnixTime) -> Result<usize, Error> {
        self.ledger.sweep(now, now.seconds()).map(|swept| swept.expect("a clock that is believed"))
    }

    pub(crate) fn open_name(&mut self, name: &str) -> Result<(), Error> {
        self.server.answering(|facts| self.ledger.open_name(&user(name), facts, self.now))
    }

    /// What the holder of the token is told of a name.
    pub(crate) fn may_claim(&mut self, token: &Token, name: &str) -> Result<(), Error> {
        let viewed = self.server.answering(|facts| self.ledger.view(token.secret(), facts, self.now))?;
        self.server.answering(|facts| self.ledger.may_claim(&viewed, &user(name), facts, self.now))
    }

    pub(crate) fn state(&mut self, token: &Token) -> State {
        self.ledger.info(token.secret(), self.now).unwrap().1
    }

    pub(crate) fn uses(&mut self, token: &Token) -> i64 {
        self.ledger.info(token.secret(), self.now).unwrap().0.uses
    }
}

/// The result of settling in numbers: claims redeemed, released, left open.
pub(crate) type Outcomes = (usize, u64, u64);

pub(crate) fn outcomes(settled: &Settled) -> Outcomes {
    (settled.redeemed.len(), settled.released, settled.open)
}

pub(crate) fn free() -> Kind {
    Kind::Account { username: None, inviter: None }
}

pub(crate) fn bound(name: &str) -> Kind {
    Kind::Account { username: Some(user(name)), inviter: None }
}

pub(crate) fn contact(inviter: &str) -> Kind {
    Kind::Contact { inviter: user(inviter) }
}

pub(crate) fn contact_account(inviter: &str) -> Kind {
    Kind::ContactAccount { inviter: user(inviter) }
}

pub(crate) fn reset(name: &str) -> Kind {
    Kind::Reset { username: user(name) }
}

/// A request on a user's own authority.
pub(crate) fn own(creator: &str, kind: Kind) -> CreateRequest {
    CreateRequest { creator: Some(user(creator)), authority: Authority::User, ..CreateRequest::of(kind) }
}

/// A request of the server in a user's name.
pub(crate) fn in_name_of(creator: &str, kind: Kind) -> CreateRequest {
    CreateRequest { creator: Some(user(creator)), ..CreateRequest::of(kind) }
}

pub(crate) fn times(uses: u32) -> Limit {
    Limit::times(NonZeroU32::new(uses).unwrap())
}

pub(crate) fn subscribe(inviter: &str) -> Purpose {
    Purpose::Subscribe(user(inviter))
}

/// Facts about the status of accounts.
pub(crate) fn facts(known: &[(&str, AccountStatus)]) -> Accounts {
    let standing = known.iter().map(|&(name, standing)| (user(name), standing)).collect();
    Accounts { standing, privileged: known.iter().map(|&(name, _)| (user(name), false)).collect(), ..Accounts::default() }
}
