//! Connecting to PostgreSQL: addresses, TLS, and the settings of a session.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Instant;

use tokio::runtime::Runtime;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::{DEADLINE, Fault, Session, resolver, wait};
use crate::Error;

/// Settings of a session. A lock that somebody holds for long becomes an error, and no timeout after which we rest. It also ends deadlocks, which
/// PostgreSQL would look for after a second. If this process hangs within a transaction, nobody waits for its locks for ever.
const PATIENCE: &str = "SET lock_timeout = '400ms'; SET idle_in_transaction_session_timeout = '5s'";

pub(super) fn connect(runtime: &Runtime, config: &Config, deadline: Instant) -> Result<Session, Fault> {
    let (client, connection) = if config.get_ssl_mode() == SslMode::Require {
        let tls = MakeRustlsConnect::new(tls()?);
        let (client, connection) = wait(runtime, deadline, config.connect(tls))?;
        (client, runtime.spawn(async { drop(connection.await) }))
    } else {
        let (client, connection) = wait(runtime, deadline, config.connect(NoTls))?;
        (client, runtime.spawn(async { drop(connection.await) }))
    };
    let session = Session { client, connection, prepared: HashMap::new() };
    wait(runtime, deadline, session.client.batch_execute(PATIENCE))?;
    Ok(session)
}

/// TLS with the system's certificate authorities. They are read only if TLS is required.
fn tls() -> Result<rustls::ClientConfig, Fault> {
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(|error| Fault { reason: format!("TLS: {error}"), retry: false, lost: false })?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// Resolves the host names within the deadline. The names stay in the configuration, because TLS checks them.
pub(super) fn resolve(config: &mut Config) -> Result<(), Error> {
    if !config.get_hostaddrs().is_empty() {
        return Ok(());
    }
    let deadline = Instant::now() + DEADLINE;
    let mut found = Vec::new();
    for host in config.get_hosts() {
        match host {
            // A socket has no address, and the driver can't take a list that mixes both.
            #[cfg(unix)]
            Host::Unix(_) => return Ok(()),
            Host::Tcp(name) => {
                let addresses = resolver::addresses(name, deadline).map_err(|reason| Error::Failed(format!("PostgreSQL: {reason}")))?;
                found.push((name.clone(), addresses));
            }
        }
    }
    locate(config, &found);
    Ok(())
}

/// Gives the addresses of all hosts to the driver, in their order. The driver wants one address for each host, so a host with several is repeated:
/// first each host once, as in the URL, then the other addresses.
fn locate(config: &mut Config, found: &[(String, Vec<IpAddr>)]) {
    let ports = config.get_ports().to_vec();
    for address in found.iter().filter_map(|(_, addresses)| addresses.first()) {
        config.hostaddr(*address);
    }
    for (at, (name, addresses)) in found.iter().enumerate() {
        for address in addresses.iter().skip(1) {
            config.host(name).hostaddr(*address);
            // A single port is that of all hosts.
            if let Some(port) = ports.get(at).filter(|_| ports.len() > 1) {
                config.port(*port);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_addresses_of_a_host_are_tried() {
        let address = |text: &str| text.parse::<IpAddr>().unwrap();
        let found = |names: &[(&str, &[&str])]| -> Vec<_> {
            names.iter().map(|(name, list)| ((*name).to_owned(), list.iter().map(|text| address(text)).collect())).collect()
        };
        let mut one: Config = "postgresql://me@localhost/invites".parse().unwrap();
        locate(&mut one, &found(&[("localhost", &["::1", "127.0.0.1"])]));
        assert_eq!(one.get_hosts(), [Host::Tcp("localhost".into()), Host::Tcp("localhost".into())]);
        assert_eq!((one.get_hostaddrs(), one.get_ports().len()), ([address("::1"), address("127.0.0.1")].as_slice(), 1));
        let mut two: Config = "postgresql://me@a.example:1,b.example:2/invites".parse().unwrap();
        locate(&mut two, &found(&[("a.example", &["192.0.2.1", "192.0.2.3"]), ("b.example", &["192.0.2.2"])]));
        assert_eq!(two.get_hosts().last(), Some(&Host::Tcp("a.example".into())));
        assert_eq!((two.get_hostaddrs(), two.get_ports()), (["192.0.2.1", "192.0.2.2", "192.0.2.3"].map(address).as_slice(), [1, 2, 1].as_slice()));
    }
}
