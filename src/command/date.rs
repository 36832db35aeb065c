//! Points in time for the terminal: in UTC, as the server and its admin may be in different places.

use crate::UnixTime;

/// `2030-01-31`.
#[must_use]
pub fn day(time: UnixTime) -> String {
    time.to_date()
}

/// `2030-01-31T04:27:00Z`; "never" for [`UnixTime::NEVER`].
#[must_use]
pub fn time(time: UnixTime) -> String {
    time.unless_never().map_or_else(|| "never".to_owned(), UnixTime::to_iso)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_may_be_never() {
        assert_eq!(time(UnixTime::from_seconds(253_402_300_798)), "9999-12-31T23:59:58Z");
        assert_eq!(time(UnixTime::NEVER), "never");
        assert_eq!(day(UnixTime::from_seconds(951_782_399)), "2000-02-28");
    }
}
