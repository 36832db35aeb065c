//! Points in time for the terminal: in UTC, as the server and its admin may be in different places.

use crate::UnixTime;

/// `2030-01-31`.
#[must_use]
pub fn day(time: UnixTime) -> String {
    let (year, month, day) = civil(time.seconds() / 86_400);
    format!("{year:04}-{month:02}-{day:02}")
}

/// `2030-01-31T04:27:00Z`, with another separator than `T` if that is wanted; "never" for [`UnixTime::NEVER`].
#[must_use]
pub fn time(time: UnixTime, separator: char) -> String {
    if time.unless_never().is_none() {
        return "never".to_owned();
    }
    let seconds = time.seconds() % 86_400;
    format!("{}{separator}{:02}:{:02}:{:02}Z", day(time), seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// The Gregorian date, so many days after 1970-01-01. Years begin in March here, so that the leap day is the last of a year.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468; // since 0000-03-01
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (era * 400 + year + i64::from(month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        for (seconds, expected) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_795_608_001, "2026-11-25T12:00:01Z"),
            (4_107_542_399, "2100-02-28T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (253_402_300_798, "9999-12-31T23:59:58Z"),
            (253_402_300_799, "never"),
        ] {
            assert_eq!(time(UnixTime::from_seconds(seconds), 'T'), expected);
        }
        assert_eq!(day(UnixTime::from_seconds(951_782_399)), "2000-02-28");
    }
}
