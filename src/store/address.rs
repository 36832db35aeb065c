//! The address of the database, as far as it may be printed.

#[cfg(feature = "postgres")]
use std::fmt;
#[cfg(feature = "postgres")]
use std::net::IpAddr;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
#[cfg(feature = "postgres")]
use tokio_postgres::Config;
#[cfg(feature = "postgres")]
use tokio_postgres::config::{Host, SslMode, TargetSessionAttrs};

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
            Location::Postgres(url) => match config(url).and_then(|config| Ok((servers(&config)?, config))) {
                Ok((servers, config)) => Self::of_servers(&servers, &config, url.contains('@')),
                Err(_) => Self { shown: "PostgreSQL".into(), is_local: false, is_encrypted: false },
            },
        }
    }

    /// Without an `@`, the port is left out. In `user:12345/database`, which lacks its host, it would be the password.
    #[cfg(feature = "postgres")]
    fn of_servers(servers: &[Server], config: &Config, has_user: bool) -> Self {
        let hosts: Vec<_> = servers.iter().map(|server| if has_user { server.to_string() } else { server.name() }).collect();
        let user = config.get_user().map(|user| encoded(user) + "@").unwrap_or_default();
        let database = config.get_dbname().map(|name| format!("/{}", encoded(name))).unwrap_or_default();
        let is_encrypted = config.get_ssl_mode() == SslMode::Require;
        Self { shown: format!("postgresql://{user}{}{database}", hosts.join(",")), is_local: servers.iter().all(Server::is_local), is_encrypted }
    }
}

/// One of the servers of a URL.
#[cfg(feature = "postgres")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Server {
    /// Its name, or the directory of its socket.
    pub(super) host: Host,
    /// Its address, if the URL says it (`hostaddr`).
    pub(super) address: Option<IpAddr>,
    /// Its port.
    pub(super) port: u16,
}

#[cfg(feature = "postgres")]
impl Server {
    fn name(&self) -> String {
        match &self.host {
            Host::Tcp(name) => encoded(name),
            #[cfg(unix)]
            Host::Unix(path) => encoded(&path.display().to_string()),
        }
    }

    fn is_local(&self) -> bool {
        match (&self.host, self.address) {
            (_, Some(address)) if !address.is_loopback() => false,
            (Host::Tcp(name), _) => name.eq_ignore_ascii_case("localhost") || name.parse().is_ok_and(|address: IpAddr| address.is_loopback()),
            #[cfg(unix)]
            (Host::Unix(_), _) => true,
        }
    }
}

#[cfg(feature = "postgres")]
impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())?;
        if self.port == STANDARD_PORT { Ok(()) } else { write!(f, ":{}", self.port) }
    }
}

/// The servers of a configuration, by libpq's rules (PostgreSQL's manual, 34.1.1.3): lists of hosts, addresses and ports have the same length, but one
/// port is that of all.
///
/// # Errors
/// [`Error::Failed`].
#[cfg(feature = "postgres")]
pub(super) fn servers(config: &Config) -> Result<Vec<Server>, Error> {
    // In `?host=a,b`, the driver sees one name.
    let listed = |host: &Host| match host {
        Host::Tcp(names) => names.split(',').map(|name| Host::Tcp(name.to_owned())).collect(),
        #[cfg(unix)]
        Host::Unix(_) => vec![host.clone()],
    };
    let (mut hosts, addresses, ports) = (config.get_hosts().iter().flat_map(listed).collect::<Vec<_>>(), config.get_hostaddrs(), config.get_ports());
    if hosts.is_empty() {
        hosts = addresses.iter().map(|address| Host::Tcp(address.to_string())).collect();
    }
    if hosts.iter().any(|host| *host == Host::Tcp(String::new())) || hosts.is_empty() {
        return Err(refused("the URL names no host"));
    }
    if ![0, hosts.len()].contains(&addresses.len()) || ![0, 1, hosts.len()].contains(&ports.len()) {
        return Err(refused("the URL has another number of hosts than of ports or addresses"));
    }
    let port_of = |at| ports.get(at).or(ports.first()).copied().unwrap_or(STANDARD_PORT);
    Ok(hosts.into_iter().enumerate().map(|(at, host)| Server { host, address: addresses.get(at).copied(), port: port_of(at) }).collect())
}

/// Prosody's option `sql`.
#[derive(Clone, Debug, Default)]
pub struct SqlOption {
    /// The user, and their password.
    pub login: (Option<Vec<u8>>, Option<Vec<u8>>),
    /// The name of the server, or several with commas between; if it is missing or empty, the database is reached through a socket of this machine.
    pub host: Option<Vec<u8>>,
    /// The port, of all servers.
    pub port: Option<i64>,
    /// The name of the database; or the URL of a database without a user, as the C library takes it in this place. Only that can have several ports.
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
        for scheme in ["postgresql://", "postgres://"] {
            let rest = self.database.strip_prefix(scheme.as_bytes()).map(String::from_utf8_lossy);
            if let Some(rest) = rest {
                let authority = rest.split(['/', '?']).next().unwrap_or_default();
                return if authority.contains('@') { format!("{scheme}{rest}") } else { format!("{scheme}{login}{rest}") };
            }
        }
        let servers = self.host.as_deref().filter(|host| !host.is_empty()).unwrap_or(Self::SOCKETS);
        let port = self.port.map(|port| format!(":{port}")).unwrap_or_default();
        let servers: Vec<_> = servers.split(|byte| *byte == b',').map(|server| encoded(server) + &port).collect();
        format!("postgresql://{login}{}/{}", servers.join(","), encoded(&self.database))
    }
}

/// Parses a URL as the driver does: user and password come before the first `@`. A second `@` before the query is refused, because the driver would
/// take a part of the password for a host, which errors show.
///
/// # Errors
/// [`Error::Failed`] without any part of the URL. The driver's own text repeats parts of it.
#[cfg(feature = "postgres")]
pub(super) fn config(url: &str) -> Result<Config, Error> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let server = rest.split_once('@').map_or(rest, |(_, server)| server);
    if server.split('?').next().is_some_and(|server| server.contains('@')) {
        return Err(refused("write @ in a user name or password as %40"));
    }
    let config: Config = url
        .parse()
        .map_err(|_| refused("this is no URL for PostgreSQL: postgresql://user:password@host:port/database, with special characters as %XX"))?;
    if config.get_target_session_attrs() == TargetSessionAttrs::ReadOnly {
        return Err(refused("target_session_attrs=read-only finds a server that takes no writes, and invites have to be written"));
    }
    Ok(config)
}

#[cfg(feature = "postgres")]
fn refused(what: &str) -> Error {
    Error::Failed(format!("invites_database: {what}"))
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
            (
                "postgresql://me:secret@a.example,b.example:5433/invites?target_session_attrs=read-write",
                "postgresql://me@a.example,b.example:5433/invites",
            ),
            ("postgresql://me@/invites?password=secret&host=a.example,b.example&port=5432,5433", "postgresql://me@a.example,b.example:5433/invites"),
            ("postgresql://me:secret@a.example:1,b.example:2,c.example/invites?port=3", "PostgreSQL"),
            ("postgresql://me:secret@a.example,b.example/invites?hostaddr=192.0.2.1", "PostgreSQL"),
            ("postgresql://me:secret@a.example/invites?target_session_attrs=read-only", "PostgreSQL"),
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
    fn servers_are_listed_by_the_rules_of_libpq() {
        let listed = |url: &str| {
            let found = servers(&config(url).unwrap()).map_err(|error| error.to_string())?;
            Ok::<_, String>(found.iter().map(|server| (server.to_string(), server.address.map(|address| address.to_string()))).collect::<Vec<_>>())
        };
        let named = |names: &[&str]| Ok(names.iter().map(|name| ((*name).to_owned(), None)).collect());
        assert_eq!(listed("postgresql://me@a.example:1,b.example,[::1]:3/invites"), named(&["a.example:1", "b.example", "::1:3"]));
        assert_eq!(listed("postgresql://me@/invites?host=a.example,b.example&port=5433"), named(&["a.example:5433", "b.example:5433"]));
        assert_eq!(listed("postgresql://%2Frun%2Fp,b.example/invites"), named(&["%2Frun%2Fp", "b.example"]));
        let addressed = listed("postgresql://me@a.example,b.example/invites?hostaddr=192.0.2.1,192.0.2.2").unwrap();
        assert_eq!(addressed[1], ("b.example".to_owned(), Some("192.0.2.2".to_owned())));
        assert_eq!(listed("postgresql:///invites?hostaddr=192.0.2.1").unwrap()[0].0, "192.0.2.1");
        for url in ["postgresql://me@a,b/invites?hostaddr=192.0.2.1", "postgresql:///invites", "postgresql://me@a,,b/invites"] {
            assert!(listed(url).is_err(), "{url}");
        }
    }

    #[test]
    fn the_option_sql_names_the_same_database() {
        let text = |text: &str| Some(text.as_bytes().to_vec());
        let whole = SqlOption { login: (text("me"), text("s:e@c/ret")), host: text("127.0.0.1"), port: Some(1), database: b"a/b".to_vec() };
        assert_eq!(whole.url(), "postgresql://me:s%3Ae%40c%2Fret@127.0.0.1:1/a%2Fb");
        let socket = SqlOption { host: text(""), database: b"prosody".to_vec(), ..SqlOption::default() };
        assert_eq!(socket.url(), "postgresql://%2Fvar%2Frun%2Fpostgresql/prosody");
        let several = SqlOption { host: text("a.example,b.example"), port: Some(5433), ..socket.clone() };
        assert_eq!(several.url(), "postgresql://a.example:5433,b.example:5433/prosody");
        let as_url =
            SqlOption { login: (text("me"), text("s@cret")), database: b"postgresql://a.example:1,b.example:2/prosody?x=y".to_vec(), ..socket };
        assert_eq!(as_url.url(), "postgresql://me:s%40cret@a.example:1,b.example:2/prosody?x=y");
        assert_eq!(SqlOption { database: b"postgres://me@a.example/".to_vec(), ..as_url }.url(), "postgres://me@a.example/");
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
