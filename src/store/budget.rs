//! The time that may be spent on the database for strangers.
//!
//! Where Prosody's event loop waits for the answer, one stranger who asks a slow database again and again would keep everybody else waiting.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use crate::Error;

/// Answers up to this long don't count, so a healthy database never refuses.
const FREE: Duration = Duration::from_millis(10);
/// One part in this many of the time may be spent on slow answers.
const SHARE: u32 = 5;
/// What may be spent at once after a pause: a whole registration on a slow database.
const AT_ONCE: Duration = Duration::from_secs(2);

/// A monotonic clock that goes on every few milliseconds. Every look-up reads it twice, and a finer clock takes five times as long to read.
fn clock() -> Duration {
    let time = clock_gettime(ClockId::MonotonicCoarse);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// The budget of a process. Its ledgers share it, because they share the event loop.
#[derive(Clone, Debug, Default)]
pub struct Budget(Arc<Mutex<Spent>>);

/// The time that was spent and is not made up for yet.
#[derive(Debug, Default)]
struct Spent {
    time: Duration,
    at: Duration,
}

impl Spent {
    /// What is left of it now.
    fn now(&mut self, now: Duration) -> Duration {
        let passed = now.saturating_sub(self.at);
        self.time = self.time.saturating_sub(passed / SHARE);
        self.at = now;
        self.time
    }

    fn add(&mut self, took: Duration, now: Duration) {
        self.time = self.now(now) + took.saturating_sub(FREE);
    }
}

impl Budget {
    /// Does something for a stranger, and counts the time.
    ///
    /// # Errors
    /// [`Error::Failed`] at once if the budget is spent; otherwise the error of the work.
    pub fn within<T>(&self, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        let start = clock();
        if self.spent(|spent| spent.now(start)) >= AT_ONCE {
            return Err(Error::Failed("the database answers slowly, so it is asked less often".into()));
        }
        self.counted_from(start, work)
    }

    /// Does something that is never refused, and counts the time.
    pub fn counted<T>(&self, work: impl FnOnce() -> T) -> T {
        self.counted_from(clock(), work)
    }

    fn counted_from<T>(&self, start: Duration, work: impl FnOnce() -> T) -> T {
        let done = work();
        let end = clock();
        let took = end.saturating_sub(start);
        if took > FREE {
            self.spent(|spent| spent.add(took, end));
        }
        done
    }

    fn spent<T>(&self, change: impl FnOnce(&mut Spent) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asks as often as possible for a number of seconds, with a fixed time for each answer. Returns the share of the time that was spent.
    fn share(answer: Duration, seconds: u32) -> f64 {
        let (start, mut spent, mut total) = (clock(), Spent::default(), Duration::ZERO);
        let (mut now, end) = (start, start + Duration::from_secs(seconds.into()));
        while now < end {
            if spent.now(now) >= AT_ONCE {
                now += Duration::from_millis(1);
            } else {
                now += answer;
                total += answer;
                spent.add(answer, now);
            }
        }
        total.as_secs_f64() / f64::from(seconds)
    }

    #[test]
    fn slow_answers_take_a_fifth_of_the_time() {
        for answer in [100, 300, 900, 1000] {
            let share = share(Duration::from_millis(answer), 600);
            assert!((0.18..0.25).contains(&share), "{answer} ms: {share}");
        }
    }

    #[test]
    fn quick_answers_are_never_refused() {
        for answer in [1, 5, 10] {
            assert!(share(Duration::from_millis(answer), 60) > 0.99, "{answer} ms");
        }
    }

    #[test]
    fn what_was_spent_is_made_up_for() {
        let (start, mut spent) = (clock(), Spent::default());
        spent.add(Duration::from_secs(60), start);
        assert!(spent.now(start + Duration::from_secs(280)) >= AT_ONCE);
        assert!(spent.now(start + Duration::from_secs(295)) < AT_ONCE);
        assert_eq!(spent.now(start + Duration::from_secs(9999)), Duration::ZERO);
        assert_eq!(spent.now(start), Duration::ZERO, "nor does a clock that goes back change that");
    }
}
