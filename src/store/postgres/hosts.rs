//! The servers of a URL, one of which takes writes at a time.

use std::time::{Duration, Instant};

use tokio::runtime::Runtime;
use tokio_postgres::Config;
use tokio_postgres::config::Host as Name;

use super::{DEADLINE, Fault, STANDBY, Session, Sort, connection, resolver, wait};
use crate::Error;
use crate::store::address::{self, Server};
use crate::store::{REST, Replication};

pub(super) struct Hosts {
    /// Everything else that the URL says.
    config: Config,
    list: Vec<Host>,
    /// The place of the host that served last. The next connection is tried there first.
    serving: usize,
}

struct Host {
    server: Server,
    resting_until: Option<Instant>,
}

impl Hosts {
    pub(super) fn new(url: &str) -> Result<Self, Error> {
        let config = address::config(url)?;
        let list = address::servers(&config)?.into_iter().map(|server| Host { server, resting_until: None }).collect();
        Ok(Self { config: connection::without_hosts(&config), list, serving: 0 })
    }

    /// A session on the first host that takes writes. One that does not answer has its share of the time, and is left alone for a while.
    pub(super) fn connect(&mut self, runtime: &Runtime, deadline: Instant) -> Result<Session, Fault> {
        let (now, count) = (Instant::now(), self.list.len());
        let is_awake = |at: &usize| self.list.get(*at).is_some_and(|host| host.resting_until.is_none_or(|until| until <= now));
        let awake: Vec<usize> = (self.serving..count).chain(0..self.serving).filter(is_awake).collect();
        let mut reasons = Vec::new();
        for (tried, at) in awake.iter().enumerate() {
            let Some(host) = self.list.get_mut(*at) else { continue };
            match reach(runtime, &self.config, &host.server, share(deadline, awake.len() - tried)) {
                Ok(session) => {
                    self.serving = *at;
                    return Ok(session);
                }
                Err(fault) => {
                    if fault.sort == Sort::Silent {
                        host.resting_until = Some(Instant::now() + REST);
                    }
                    reasons.push(said(count, &host.server, &fault));
                }
            }
        }
        Err(Fault::refused(if reasons.is_empty() { "not tried again so soon after it did not answer".to_owned() } else { reasons.join("; ") }))
    }

    /// The host that serves did not answer. It is left alone for a while.
    pub(super) fn rest(&mut self) {
        if let Some(host) = self.list.get_mut(self.serving) {
            host.resting_until = Some(Instant::now() + REST);
        }
    }

    /// What the other hosts are, if there are any.
    pub(super) fn look(&self, runtime: &Runtime, session: &Session) -> Option<Replication> {
        let (used, deadline) = (self.list.get(self.serving)?, Instant::now() + DEADLINE);
        let others: Vec<_> = self.list.iter().enumerate().filter(|(at, _)| *at != self.serving).map(|(_, host)| &host.server).collect();
        let mut found = Replication { used: used.server.to_string(), others: Vec::new(), problems: Vec::new(), is_confirmed: session.is_confirmed };
        for (tried, server) in others.iter().enumerate() {
            match reach(runtime, &self.config, server, share(deadline, others.len() - tried)) {
                Ok(_) => found.others.push(format!("{server} takes writes as well")),
                Err(fault) if fault.reason == STANDBY => found.others.push(format!("{server} is a standby")),
                Err(fault) => found.problems.push(said(2, server, &fault)),
            }
        }
        Some(found).filter(|_| !others.is_empty())
    }
}

/// What is wrong with one of several servers.
fn said(count: usize, server: &Server, fault: &Fault) -> String {
    match fault.sort {
        _ if count == 1 => fault.reason.clone(),
        Sort::Silent => format!("{server}: no answer in time"),
        _ => format!("{server}: {}", fault.reason),
    }
}

/// The part of the time until the deadline for one of several that are left.
fn share(deadline: Instant, left: usize) -> Instant {
    let now = Instant::now();
    now + deadline.saturating_duration_since(now) / u32::try_from(left).unwrap_or(1).max(1)
}

/// A session on this server, at whichever of its addresses. The name stays in the configuration, because TLS checks it.
fn reach(runtime: &Runtime, config: &Config, server: &Server, until: Instant) -> Result<Session, Fault> {
    let addresses = match (&server.host, server.address) {
        (_, Some(address)) => vec![Some(address)],
        (Name::Tcp(name), None) => resolver::addresses(name, until).map_err(Fault::refused)?.into_iter().map(Some).collect(),
        // A socket has no address.
        #[cfg(unix)]
        (Name::Unix(_), None) => vec![None],
    };
    let mut outcome = Err(Fault::silent(Duration::ZERO));
    for (tried, address) in addresses.iter().enumerate() {
        let mut config = config.clone();
        match &server.host {
            Name::Tcp(name) => config.host(name),
            #[cfg(unix)]
            Name::Unix(path) => config.host_path(path),
        };
        if let Some(address) = address {
            config.hostaddr(*address);
        }
        config.port(server.port);
        outcome = wait(runtime, share(until, addresses.len() - tried), connection::connect(&config));
        if outcome.is_ok() {
            break;
        }
    }
    outcome
}
