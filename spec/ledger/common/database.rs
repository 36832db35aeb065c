//! A database for one test, which is removed when the test ends.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use invites_core::Ledger;
use invites_core::store::{Arg, Engine, Location, Mode, Postgres, Row, Sqlite, Store, transact};

use super::fixture::settings;
use super::patiently;

/// The engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Database {
    Sqlite,
    Postgres,
}

/// A directory that is removed at the end. It is in memory if possible, so that tests don't wait for the disk.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new() -> Self {
        let memory = Path::new("/dev/shm");
        Self::within(memory).unwrap_or_else(|_| Self::on_disk())
    }

    /// A directory where files can be executed and are really synced.
    pub(crate) fn on_disk() -> Self {
        Self::within(&std::env::temp_dir()).expect("a temporary directory")
    }

    pub(crate) fn within(parent: &Path) -> std::io::Result<Self> {
        let path = parent.join(format!("invites-spec-{}", unique()));
        std::fs::create_dir(&path)?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Tables on one of the engines.
pub(crate) struct Place {
    pub(crate) database: Database,
    pub(crate) location: Location,
    schema: Option<String>,
    scratch: Option<Scratch>,
    beside: RefCell<Option<Box<dyn Engine>>>,
}

impl Place {
    pub(crate) fn new(database: Database) -> Self {
        match database {
            Database::Sqlite => {
                let scratch = Scratch::new();
                let location = Location::File(scratch.path().join("invites.sqlite"));
                Self { database, location, schema: None, scratch: Some(scratch), beside: RefCell::default() }
            }
            Database::Postgres => {
                let schema = format!("spec_{}", unique());
                let make = leak(&format!("CREATE SCHEMA IF NOT EXISTS {schema}"));
                patiently(|| transact(&mut Postgres::open(&server())?, Mode::Read, |sql| sql.run(make, &[]))).unwrap();
                let location = Location::Postgres(within(&server(), &schema));
                Self { database, location, schema: Some(schema), scratch: None, beside: RefCell::default() }
            }
        }
    }

    /// A place that somebody else has created and will remove.
    pub(crate) fn existing(option: &str) -> Self {
        let location = Location::parse(option).unwrap();
        let database = if matches!(location, Location::File(_)) { Database::Sqlite } else { Database::Postgres };
        Self { database, location, schema: None, scratch: None, beside: RefCell::default() }
    }

    /// Empties the tables.
    pub(crate) fn wipe(&self) {
        for table in [
            "invites",
            "invite_names",
            "invite_imports",
            "invite_quotas",
            "invite_tree",
            "invite_accounts",
            "invite_follow_ups",
            "invite_outbox",
            "invite_receivers",
            "invite_api_keys",
            "invite_api_answers",
        ] {
            self.sql(&format!("DELETE FROM {table}"));
        }
    }

    /// The value of `invites_database` for it.
    pub(crate) fn option(&self) -> String {
        match &self.location {
            Location::File(path) => path.to_str().unwrap().to_owned(),
            Location::Postgres(url) => url.clone(),
        }
    }

    /// The SQLite file.
    pub(crate) fn file(&self) -> &Path {
        match &self.location {
            Location::File(path) => path,
            Location::Postgres(_) => panic!("PostgreSQL has no file"),
        }
    }

    pub(crate) fn ledger(&self) -> Ledger {
        Ledger::new(settings(), Store::new(self.location.clone()))
    }

    /// A connection beside the ledger's.
    pub(crate) fn engine(&self) -> Box<dyn Engine> {
        match &self.location {
            Location::File(path) => Box::new(Sqlite::open(path).unwrap()),
            Location::Postgres(url) => Box::new(Postgres::open(url).unwrap()),
        }
    }

    /// Runs a statement beside the ledger.
    pub(crate) fn sql(&self, text: &str) -> Vec<Row> {
        statement(self.beside.borrow_mut().get_or_insert_with(|| self.engine()).as_mut(), text, &[])
    }

    /// A number from a query.
    pub(crate) fn number(&self, query: &str) -> i64 {
        self.sql(query).pop().unwrap().int().unwrap()
    }

    /// All rows of the tables.
    pub(crate) fn contents(&self) -> Vec<String> {
        const TABLES: [(&str, &str); 7] = [
            (
                "btttttiiiiiiittt",
                "SELECT id, host, token, kind, COALESCE(inviter, username), creator, user_authority, max_uses, uses, created_at, expires_at, revoked_at, sweep_at,
                 landing_page, data, credentials FROM invites ORDER BY id",
            ),
            ("ttbibib", "SELECT host, username, invite, reserved, presentation, lease, process FROM invite_names ORDER BY host, username"),
            ("bttbi", "SELECT presentation, host, username, invite, at FROM invite_redemptions ORDER BY presentation"),
            ("ti", "SELECT host, at FROM invite_imports ORDER BY host"),
            ("ttiii", "SELECT host, creator, day, made, contacts FROM invite_quotas ORDER BY host, creator"),
            ("ttiiii", "SELECT host, username, began_at, resets_from, created_at, tidied FROM invite_accounts ORDER BY host, username"),
            ("bttbbii", "SELECT id, host, username, parent, invite, joined_at, left_at FROM invite_tree ORDER BY id"),
        ];
        let mut lines = Vec::new();
        for (columns, query) in TABLES {
            for mut row in self.sql(query) {
                let cell = |kind| match kind {
                    'b' => format!("{:02x?}", row.maybe_bytes::<16>().unwrap()),
                    'i' => format!("{:?}", row.maybe_int().unwrap()),
                    _ => format!("{:?}", row.maybe_text().unwrap()),
                };
                lines.push(columns.chars().map(cell).collect::<Vec<_>>().join(" "));
            }
        }
        lines
    }

    /// Nothing is left of any invite. The tree does not belong to invites.
    #[track_caller]
    pub(crate) fn assert_no_invites(&self) {
        for table in ["invites", "invite_names", "invite_redemptions"] {
            assert_eq!(self.number(&format!("SELECT COUNT(*) FROM {table}")), 0, "{table}");
        }
    }

    /// What must always be true: each use is a redemption, no limit is exceeded, and claims stay within it.
    #[track_caller]
    pub(crate) fn assert_sound(&self) {
        let uncounted =
            "SELECT COUNT(*) FROM invites WHERE uses <> (SELECT COUNT(*) FROM invite_redemptions WHERE invite_redemptions.invite = invites.id)";
        assert_eq!(self.number(uncounted), 0, "the uses of an invite are its redemptions");
        let overdrawn = "SELECT COUNT(*) FROM invites WHERE uses + (SELECT COUNT(*) FROM invite_names WHERE invite_names.invite = invites.id
                         AND invite_names.presentation IS NOT NULL) > max_uses";
        assert_eq!(self.number(overdrawn), 0, "no invite is used or claimed more often than it allows");
        let twice = "SELECT COUNT(*) FROM (SELECT presentation FROM invite_names WHERE presentation IS NOT NULL GROUP BY presentation HAVING COUNT(*) > 1) AS held";
        assert_eq!(self.number(twice), 0, "a presentation claims one name");
        let spent = "SELECT COUNT(*) FROM invite_names JOIN invite_redemptions ON invite_redemptions.presentation = invite_names.presentation";
        assert_eq!(self.number(spent), 0, "a presentation that was redeemed claims nothing");
        let left = "SELECT COUNT(*) FROM invite_names WHERE invite NOT IN (SELECT id FROM invites)";
        assert_eq!(self.number(left), 0, "no name is reserved for an invite that is gone");
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(schema) = &self.schema {
            if let Ok(mut engine) = Postgres::open(&server()) {
                let _ = transact(&mut engine, Mode::Read, |sql| sql.run(leak(&format!("DROP SCHEMA {schema} CASCADE")), &[]));
            }
        }
        self.scratch = None;
    }
}

/// Runs one statement.
pub(crate) fn statement(engine: &mut dyn Engine, text: &str, args: &[Arg<'_>]) -> Vec<Row> {
    let text = leak(text);
    transact(engine, Mode::Read, |sql| sql.run(text, args)).unwrap()
}

/// The URL of the PostgreSQL for tests.
pub(crate) fn server() -> String {
    std::env::var("INVITES_TEST_POSTGRES").expect(
        "half of these specs need PostgreSQL: set INVITES_TEST_POSTGRES to the URL of a database in which they may make schemas, or let \
         `spec/tools/postgres.sh run cargo test` (`make test` does) start one",
    )
}

/// The URL with another schema in front. No test depends on what PostgreSQL does in a power cut, so nothing waits for its disk.
pub(crate) fn within(url: &str, schema: &str) -> String {
    let sign = if url.contains('?') { '&' } else { '?' };
    format!("{url}{sign}options=-c%20search_path%3D{schema}%20-c%20synchronous_commit%3Doff")
}

/// The engine takes static texts only.
fn leak(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

fn unique() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}
