//! The address of the database, as far as it may be printed.

#[cfg(feature = "postgres")]
use std::net::IpAddr;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
#[cfg(feature = "postgres")]
use tokio_postgres::Config;
#[cfg(feature = "postgres")]
use tokio_postgres::config::{Host, SslMode};

use super::Location;
#[cfg(feature = "postgres")]
use crate::Error;

/// What may be printed about a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// For logs and people: a path, or a URL of user, hosts and database. Other parts of a URL may be a password, or a part of one.
    pub shown: String,
    /// Whether all traffic stays on this machine.
    pub is_local: bool,
    /// Whether the connection uses TLS with a checked certificate, or is refused.
    pub is_encrypted: bool,
}

impl Address {
    /// The address of a database. For a URL that the driver can't parse, it is only the engine's name.
    #[must_use]
    pub fn of(location: &Location) -> Self {
        match location {
            Location::File(path) => Self { shown: path.display().to_string(), is_local: true, is_encrypted: false },
            #[cfg(feature = "postgres")]
            Location::Postgres(url) => match config(url) {
                Ok(config) => Self::of_server(&config, url.contains('@')),
                Err(_) => Self { shown: "PostgreSQL".into(), is_local: false, is_encrypted: false },
            },
        }
    }

    /// Without an `@`, the port is left out. In `user:12345/database`, which lacks its host, it would be the password.
    #[cfg(feature = "postgres")]
    fn of_server(config: &Config, has_user: bool) -> Self {
        let ports = config.get_ports();
        let port_of = |at| ports.get(at).or(ports.first()).filter(|port| has_user && **port != STANDARD_PORT);
        let host = |(at, host)| encoded(&name_of(host)) + &port_of(at).map(|port| format!(":{port}")).unwrap_or_default();
        let hosts: Vec<_> = config.get_hosts().iter().enumerate().map(host).collect();
        let user = config.get_user().map(|user| encoded(user) + "@").unwrap_or_default();
        let database = config.get_dbname().map(|name| format!("/{}", encoded(name))).unwrap_or_default();
        let is_local = config.get_hostaddrs().iter().all(IpAddr::is_loopback) && config.get_hosts().iter().all(is_local);
        let is_encrypted = config.get_ssl_mode() == SslMode::Require;
        Self { shown: format!("postgresql://{user}{}{database}", hosts.join(",")), is_local, is_encrypted }
    }
}

/// Prosody's option `sql`.
#[derive(Clone, Debug, Default)]
pub struct SqlOption {
    /// The user, and their password.
    pub login: (Option<Vec<u8>>, Option<Vec<u8>>),
    /// The name of the server; if it is missing or empty, the database is reached through a socket of this machine.
    pub host: Option<Vec<u8>>,
    /// The port.
    pub port: Option<i64>,
    /// The name of the database.
    pub database: Vec<u8>,
}

impl SqlOption {
    /// PostgreSQL's socket directory. The C library knows it by itself, ours does not.
    const SOCKETS: &[u8] = b"/var/run/postgresql";

    /// The URL of the same database. It has the password in it.
    #[must_use]
    pub fn url(&self) -> String {
        let encoded = |bytes: &[u8]| percent_encode(bytes, UNRESERVED).to_string();
        let (user, password) = &self.login;
        let password = password.as_ref().map(|password| format!(":{}", encoded(password))).unwrap_or_default();
        let login = user.as_ref().filter(|user| !user.is_empty()).map(|user| format!("{}{password}@", encoded(user))).unwrap_or_default();
        let server = encoded(self.host.as_deref().filter(|host| !host.is_empty()).unwrap_or(Self::SOCKETS));
        let port = self.port.map(|port| format!(":{port}")).unwrap_or_default();
        format!("postgresql://{login}{server}{port}/{}", encoded(&self.database))
    }
}

/// Parses a URL as the driver does: user and password come before the first `@`. A second `@` before the query is refused, because the driver would
/// take a part of the password for a host, which errors show.
///
/// # Errors
/// [`Error::Failed`] without any part of the URL. The driver's own text repeats parts of it.
#[cfg(feature = "postgres")]
pub(super) fn config(url: &str) -> Result<Config, Error> {
    let refused = |what: &str| Error::Failed(format!("invites_database: {what}"));
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let server = rest.split_once('@').map_or(rest, |(_, server)| server);
    if server.split('?').next().is_some_and(|server| server.contains('@')) {
        return Err(refused("write @ in a user name or password as %40"));
    }
    url.parse().map_err(|_| refused("this is no URL for PostgreSQL: postgresql://user:password@host:port/database, with special characters as %XX"))
}

/// PostgreSQL's default port, which the driver fills in.
#[cfg(feature = "postgres")]
const STANDARD_PORT: u16 = 5432;

/// Characters that need no escape in a URL.
#[cfg(feature = "postgres")]
const PLAIN: &AsciiSet = &UNRESERVED.remove(b':');

/// Those that never need one (RFC 3986, section 2.3).
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

#[cfg(feature = "postgres")]
fn encoded(text: &str) -> String {
    percent_encode(text.as_bytes(), PLAIN).to_string()
}

#[cfg(feature = "postgres")]
fn name_of(host: &Host) -> String {
    match host {
        Host::Tcp(name) => name.clone(),
        #[cfg(unix)]
        Host::Unix(path) => path.display().to_string(),
    }
}

#[cfg(feature = "postgres")]
fn is_local(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => name.eq_ignore_ascii_case("localhost") || name.parse().is_ok_and(|address: IpAddr| address.is_loopback()),
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

#[cfg(feature = "postgres")]
#[cfg(test)]
mod tests {
    use super::*;

    fn address(url: &str) -> Address {
        Address::of(&Location::parse(url).unwrap())
    }

    #[test]
    fn nothing_that_could_be_a_password_is_shown() {
        for (url, shown) in [
            ("postgresql://me:secret@db.example:5433/invites?connect_timeout=1", "postgresql://me@db.example:5433/invites"),
            ("postgresql://me:sec/ret@db.example/invites", "postgresql://me@db.example/invites"),
            ("postgresql://me:se%40cr%2Fet%25@db.example/invites", "postgresql://me@db.example/invites"),
            ("postgresql://me:s?ecret@db.example/invites", "postgresql://me@db.example/invites"),
            ("postgresql://me:secret:more@db.example/invites", "postgresql://me@db.example/invites"),
            ("postgres://me@db.example/invites?password=secret&sslmode=require", "postgresql://me@db.example/invites"),
            ("postgresql://%2Fvar%2Frun/invites?user=me&password=sec/ret", "postgresql://me@%2Fvar%2Frun/invites"),
            ("postgresql://me:secret@a.example:1,b.example:2/invites", "postgresql://me@a.example:1,b.example:2/invites"),
            ("postgresql://me:12345/invites", "postgresql://me/invites"),
            ("postgresql://me:sec@ret@db.example/invites", "PostgreSQL"),
            ("postgresql://me:sec@ret/@db.example/invites", "PostgreSQL"),
            ("postgresql://me:secret/invites", "PostgreSQL"),
            ("postgresql://me@db.example/invites?password=a&secret", "PostgreSQL"),
            ("postgresql://me@db.example/invites?secret=1", "PostgreSQL"),
        ] {
            let found = address(url).shown;
            assert_eq!(found, shown, "{url}");
            assert!(!found.contains("secret") && !found.contains("12345"));
            if let Err(Error::Failed(reason)) = config(url) {
                assert!(!reason.contains("secret") && !reason.contains("ret/") && !reason.contains("ret@"), "{reason}");
            }
        }
        assert_eq!(address("/var/lib/prosody/invites.sqlite").shown, "/var/lib/prosody/invites.sqlite");
    }

    #[test]
    fn the_option_sql_names_the_same_database() {
        let text = |text: &str| Some(text.as_bytes().to_vec());
        let whole = SqlOption { login: (text("me"), text("s:e@c/ret")), host: text("127.0.0.1"), port: Some(1), database: b"a/b".to_vec() };
        assert_eq!(whole.url(), "postgresql://me:s%3Ae%40c%2Fret@127.0.0.1:1/a%2Fb");
        let socket = SqlOption { host: text(""), database: b"prosody".to_vec(), ..SqlOption::default() };
        assert_eq!(socket.url(), "postgresql://%2Fvar%2Frun%2Fpostgresql/prosody");
    }

    #[test]
    fn the_way_to_it_is_known() {
        for (url, is_local, is_encrypted) in [
            ("postgresql://me:x@db.example/invites", false, false),
            ("postgresql://me:x@db.example/invites?sslmode=require", false, true),
            ("postgresql://me:sslmode=require@db.example/invites", false, false),
            ("postgresql://LOCALHOST/invites", true, false),
            ("postgresql://127.0.0.2:5433/invites", true, false),
            ("postgresql://[::1]/invites", true, false),
            ("postgresql://%2Fvar%2Frun%2Fpostgresql/invites", true, false),
            ("postgresql://localhost,db.example/invites", false, false),
        ] {
            let found = address(url);
            assert_eq!((found.is_local, found.is_encrypted), (is_local, is_encrypted), "{url}");
        }
    }
}
