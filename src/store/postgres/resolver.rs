//! Resolving host names without blocking the event loop. If the name server is silent, the system's resolver takes ten seconds and more.

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, ToSocketAddrs};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long an address is cached.
const FRESH: Duration = Duration::from_secs(5);

/// The cache of the process.
static NAMES: LazyLock<Names> = LazyLock::new(|| Names::new(|name| Ok((name, 0).to_socket_addrs()?.map(|found| found.ip()).collect())));

/// The addresses of a host, waiting until the deadline at most. A silent name server costs that wait once for each attempt of the system's resolver.
/// Until that attempt has ended, the last known addresses are used.
///
/// # Errors
/// A text that says why there is none.
pub(super) fn addresses(name: &str, deadline: Instant) -> Result<Vec<IpAddr>, String> {
    NAMES.addresses(name, deadline)
}

/// The system's resolver.
type Resolve = fn(&str) -> io::Result<Vec<IpAddr>>;

struct Names {
    resolve: Resolve,
    names: Mutex<HashMap<String, Name>>,
}

#[derive(Default)]
struct Name {
    known: Option<(Vec<IpAddr>, Instant)>,
    under_way: Option<Question>,
}

/// An attempt that runs in a thread of ours.
struct Question {
    /// A thread does not survive a fork.
    process: u32,
    answer: Receiver<Result<Vec<IpAddr>, String>>,
}

impl Names {
    fn new(resolve: Resolve) -> Self {
        Self { resolve, names: Mutex::default() }
    }

    fn addresses(&self, name: &str, deadline: Instant) -> Result<Vec<IpAddr>, String> {
        if let Ok(address) = name.parse() {
            return Ok(vec![address]);
        }
        let mut names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        let known = names.entry(name.to_owned()).or_default();
        let now = Instant::now();
        let last = match &known.known {
            Some((addresses, at)) if now.saturating_duration_since(*at) < FRESH => return Ok(addresses.clone()),
            known => known.as_ref().map(|(addresses, _)| addresses.clone()),
        };
        let (question, patience) = match known.under_way.take().filter(|question| question.process == std::process::id()) {
            Some(asked_before) => (asked_before, Duration::ZERO),
            None => (self.ask(name)?, deadline.saturating_duration_since(now)),
        };
        match question.answer.recv_timeout(patience) {
            Ok(Ok(addresses)) => {
                known.known = Some((addresses.clone(), Instant::now()));
                Ok(addresses)
            }
            Ok(Err(reason)) => last.ok_or(reason),
            Err(RecvTimeoutError::Timeout) => {
                known.under_way = Some(question);
                last.ok_or_else(|| format!("the name server does not answer for {name}"))
            }
            Err(RecvTimeoutError::Disconnected) => last.ok_or_else(|| format!("the host {name} could not be looked up")),
        }
    }

    fn ask(&self, name: &str) -> Result<Question, String> {
        let (sender, answer) = channel();
        let (owned, resolve) = (name.to_owned(), self.resolve);
        let look_up = move || {
            let found = resolve(&owned).map_err(|error| format!("the host {owned} is unknown: {error}"));
            // Perhaps nobody is waiting any more.
            let _ = sender.send(found.and_then(|found| if found.is_empty() { Err(format!("the host {owned} has no address")) } else { Ok(found) }));
        };
        // The system's resolver can't be cancelled. There is one thread for each name at a time.
        let thread = std::thread::Builder::new().name("invites-names".into()).spawn(look_up);
        thread.map_err(|error| format!("the host {name} could not be looked up: {error}"))?;
        Ok(Question { process: std::process::id(), answer })
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));

    const THERE: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 2));

    fn soon() -> Instant {
        Instant::now() + Duration::from_millis(50)
    }

    fn late() -> Instant {
        Instant::now() + Duration::from_secs(60)
    }

    #[test]
    fn an_address_needs_no_look_up() {
        let names = Names::new(|_| panic!("nobody is asked"));
        assert_eq!(names.addresses("192.0.2.1", soon()), Ok(vec![HERE]));
        assert!(names.addresses("::1", soon()).is_ok());
    }

    #[test]
    fn a_name_is_looked_up_and_believed_for_a_while() {
        static ASKED: AtomicU32 = AtomicU32::new(0);
        let names = Names::new(|_| {
            ASKED.fetch_add(1, Ordering::SeqCst);
            Ok(vec![HERE, THERE])
        });
        for _ in 0..3 {
            assert_eq!(names.addresses("db.example", late()), Ok(vec![HERE, THERE]));
        }
        assert_eq!(ASKED.load(Ordering::SeqCst), 1);
    }

    #[test]
    fn a_silent_name_server_is_waited_for_once() {
        static ASKED: AtomicU32 = AtomicU32::new(0);
        let names = Names::new(|_| {
            ASKED.fetch_add(1, Ordering::SeqCst);
            std::thread::sleep(Duration::from_secs(3600));
            Ok(Vec::new())
        });
        let start = Instant::now();
        assert!(names.addresses("db.example", soon()).unwrap_err().contains("does not answer"));
        for _ in 0..100 {
            assert!(names.addresses("db.example", late()).is_err(), "it is not waited for again");
        }
        assert!(start.elapsed() < Duration::from_secs(50));
        assert!(ASKED.load(Ordering::SeqCst) <= 1);
    }

    #[test]
    fn the_last_address_that_was_known_is_better_than_none() {
        let names = Names::new(|_| Err(io::Error::other("nobody knows")));
        assert!(names.addresses("db.example", late()).unwrap_err().contains("nobody knows"));
        let long_ago = Instant::now().checked_sub(FRESH * 2);
        names.names.lock().unwrap().get_mut("db.example").unwrap().known = long_ago.map(|at| (vec![HERE], at));
        assert_eq!(names.addresses("db.example", late()).ok(), long_ago.map(|_| vec![HERE]));
    }
}
