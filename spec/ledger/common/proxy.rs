//! A proxy between the ledger and PostgreSQL that can be cut.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU32, Ordering};
use std::time::Duration;

/// What the proxy does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Wire {
    /// It forwards everything.
    Whole,
    /// It forwards nothing and stays connected.
    Silent,
    /// It forwards each answer after a third of a second.
    Slow,
    /// It breaks before the next COMMIT reaches the server, and is whole afterwards.
    LosesCommit,
    /// It breaks after the next COMMIT, before its answer reaches the ledger, and is whole afterwards.
    LosesAnswer,
}

pub(crate) struct Proxy {
    wire: Arc<AtomicU8>,
    trips: Arc<AtomicU32>,
    /// The URL of the server through the proxy.
    pub(crate) url: String,
}

impl Proxy {
    pub(crate) fn new(url: &str) -> Self {
        let (scheme, rest) = url.split_once("//").unwrap();
        let (authority, path) = rest.split_once('/').unwrap();
        let (user, server) = authority.rsplit_once('@').map_or((String::new(), authority), |(user, server)| (format!("{user}@"), server));
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("{scheme}//{user}{}/{path}", listener.local_addr().unwrap());
        let wire = Arc::new(AtomicU8::new(Wire::Whole as u8));
        let trips = Arc::new(AtomicU32::new(0));
        let (server, state, count) = (server.to_owned(), Arc::clone(&wire), Arc::clone(&trips));
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let (client, server) = (client.unwrap(), TcpStream::connect(&server).unwrap());
                Line { client, server, state: Arc::clone(&state), is_mute: Arc::default(), is_answered: Arc::default(), trips: Arc::clone(&count) }
                    .carry();
            }
        });
        Self { wire, trips, url }
    }

    pub(crate) fn set(&self, wire: Wire) {
        self.wire.store(wire as u8, Ordering::SeqCst);
    }

    /// The number of round trips since it was last asked: requests that the ledger sent after an answer.
    pub(crate) fn trips(&self) -> u32 {
        self.trips.swap(0, Ordering::SeqCst)
    }

    /// Whether it is whole (again).
    pub(crate) fn is_whole(&self) -> bool {
        self.wire.load(Ordering::SeqCst) == Wire::Whole as u8
    }
}

/// One connection.
struct Line {
    client: TcpStream,
    server: TcpStream,
    state: Arc<AtomicU8>,
    is_mute: Arc<AtomicBool>,
    is_answered: Arc<AtomicBool>,
    trips: Arc<AtomicU32>,
}

impl Line {
    fn carry(self) {
        for stream in [&self.client, &self.server] {
            stream.set_nodelay(true).unwrap();
        }
        let (mut from, mut to) = (self.server.try_clone().unwrap(), self.client.try_clone().unwrap());
        let (state, is_mute, is_answered) = (Arc::clone(&self.state), Arc::clone(&self.is_mute), Arc::clone(&self.is_answered));
        std::thread::spawn(move || {
            let mut buffer = [0; 16384];
            while let Ok(length @ 1..) = from.read(&mut buffer) {
                wait_while_silent(&state);
                if state.load(Ordering::SeqCst) == Wire::Slow as u8 {
                    std::thread::sleep(Duration::from_millis(333));
                }
                if is_mute.load(Ordering::SeqCst) {
                    break; // the COMMIT has been answered; nobody will hear it
                }
                is_answered.store(true, Ordering::SeqCst);
                if to.write_all(&buffer[..length]).is_err() {
                    break;
                }
            }
            let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
        });
        std::thread::spawn(move || self.carry_requests());
    }

    fn carry_requests(mut self) {
        let mut buffer = [0; 16384];
        while let Ok(length @ 1..) = self.client.read(&mut buffer) {
            wait_while_silent(&self.state);
            let request = &buffer[..length];
            if self.is_answered.swap(false, Ordering::SeqCst) {
                self.trips.fetch_add(1, Ordering::SeqCst);
            }
            let is_commit = request.windows(7).any(|window| window == b"COMMIT\0");
            let state = self.state.load(Ordering::SeqCst);
            if is_commit && state == Wire::LosesCommit as u8 {
                self.state.store(Wire::Whole as u8, Ordering::SeqCst);
                break;
            }
            if is_commit && state == Wire::LosesAnswer as u8 {
                self.is_mute.store(true, Ordering::SeqCst);
                self.state.store(Wire::Whole as u8, Ordering::SeqCst);
                let _ = self.server.write_all(request);
                return; // the other direction hangs up when the answer comes
            }
            if self.server.write_all(request).is_err() {
                break;
            }
        }
        let _ = (self.client.shutdown(Shutdown::Both), self.server.shutdown(Shutdown::Both));
    }
}

fn wait_while_silent(state: &AtomicU8) {
    while state.load(Ordering::SeqCst) == Wire::Silent as u8 {
        std::thread::sleep(Duration::from_millis(2));
    }
}
