//! A line on the standard error now and then: what is done, how fast, and how long it will still take.

use std::time::{Duration, Instant};

/// Time between two lines.
const PAUSE: Duration = Duration::from_secs(2);

/// The progress of something that has a known number of steps.
pub(crate) struct Progress {
    what: String,
    total: usize,
    start: Instant,
    said: Instant,
}

impl Progress {
    pub(crate) fn new(what: &str, total: usize) -> Self {
        Self { what: what.into(), total, start: Instant::now(), said: Instant::now() }
    }

    /// So many steps are done.
    pub(crate) fn at(&mut self, done: usize) {
        if self.said.elapsed() < PAUSE {
            return;
        }
        self.said = Instant::now();
        let elapsed = self.start.elapsed().as_millis().max(1);
        let (done, left) = (done.max(1) as u128, self.total.saturating_sub(done) as u128);
        let (rate, seconds) = (done * 1000 / elapsed, elapsed * left / done / 1000);
        eprintln!("{}: {done} of {}, {rate} a second, {seconds} s left", self.what, self.total);
    }
}
