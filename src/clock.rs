//! Whether the clock is trusted when something is to be deleted for good.

use crate::UnixTime;

/// Seconds by which the wall clock and the monotonic clock may drift apart. A larger difference means that somebody set the wall clock.
const DRIFT: i64 = 600;
/// Seconds for which the two clocks must have agreed before the wall clock is trusted again.
const DAY: i64 = 86_400;
/// Seconds by which the present may be later than the newest time in the database. A wrong clock is usually further off.
const MONTH: i64 = 31 * DAY;

/// Watches the clock of a process. After the clock was set, it has to run right for a day.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clock {
    /// When the clocks began to agree: by the wall clock, and by the monotonic one in seconds.
    since: Option<(UnixTime, i64)>,
    /// Whether the clock was set while the process was watching.
    was_set: bool,
}

/// How far the clock is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trust {
    /// It has run right for a day.
    Full,
    /// It is trusted if the database has a time that is close to this one, when the process began to watch.
    From(UnixTime),
    /// It was set recently, and nobody knows which time was right.
    None,
}

impl Clock {
    /// How far the time is trusted. `monotonic` is a clock that nobody can set, in seconds from any start.
    pub(crate) fn watch(&mut self, now: UnixTime, monotonic: i64) -> Trust {
        let (wall, other) = *self.since.get_or_insert((now, monotonic));
        let (passed, truly) = (now.seconds() - wall.seconds(), monotonic.saturating_sub(other));
        if passed.saturating_sub(truly).abs() > DRIFT {
            *self = Self { since: Some((now, monotonic)), was_set: true };
        } else if truly >= DAY {
            self.was_set = false;
            return Trust::Full;
        }
        if self.was_set { Trust::None } else { Trust::From(wall) }
    }
}

impl Trust {
    /// Whether the clock is trusted enough to delete something. `newest` is the newest time that was in the database before the process began to
    /// watch.
    pub(crate) fn is_enough(self, newest: Option<UnixTime>) -> bool {
        match self {
            Self::Full => true,
            Self::From(began) => newest.is_none_or(|newest| began <= newest.plus(MONTH)),
            Self::None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: i64 = 1_700_000_000;

    fn at(seconds: i64) -> UnixTime {
        UnixTime::from_seconds(START + seconds)
    }

    fn is_believed(clock: &mut Clock, now: i64, monotonic: i64) -> bool {
        clock.watch(at(now), monotonic).is_enough(Some(at(0)))
    }

    #[test]
    fn a_clock_that_goes_right_is_believed() {
        let mut clock = Clock::default();
        for hour in 0..2000 {
            assert!(is_believed(&mut clock, 3600 * hour, 77 + 3600 * hour));
        }
    }

    #[test]
    fn a_clock_that_was_set_is_not_believed_for_a_day() {
        for jump in [-400 * DAY, -3600, 3600, 400 * DAY] {
            let mut clock = Clock::default();
            assert!(is_believed(&mut clock, 0, 0));
            for hour in 1..=24 {
                assert!(!is_believed(&mut clock, 3600 * hour + jump, 3600 * hour), "{jump}, hour {hour}");
            }
            assert!(is_believed(&mut clock, 3600 * 25 + jump, 3600 * 25), "{jump}");
        }
    }

    #[test]
    fn nor_is_one_that_was_set_for_a_minute_and_back() {
        let mut clock = Clock::default();
        assert!(is_believed(&mut clock, 0, 0));
        assert!(!is_believed(&mut clock, 400 * DAY, 60));
        assert!(!is_believed(&mut clock, 120, 120), "which of the two was right?");
        assert!(is_believed(&mut clock, 120 + DAY, 120 + DAY));
    }

    #[test]
    fn a_clock_that_is_wrong_from_the_start_has_a_day_to_be_mended() {
        let mut clock = Clock::default();
        assert!(!is_believed(&mut clock, 32 * DAY, 0));
        assert!(!is_believed(&mut clock, 32 * DAY + 3600, 3600));
        assert!(is_believed(&mut clock, 33 * DAY, DAY), "nobody has invited for a month");
        assert!(is_believed(&mut Clock::default(), 31 * DAY, 0));
        assert!(Clock::default().watch(at(0), 0).is_enough(None), "nothing is there to be deleted");
    }

    #[test]
    fn small_corrections_are_no_news() {
        let mut clock = Clock::default();
        assert!(is_believed(&mut clock, 0, 0));
        assert!(is_believed(&mut clock, 3600 + 599, 3600));
        assert!(!is_believed(&mut clock, 7200 + 601, 7200));
    }
}
