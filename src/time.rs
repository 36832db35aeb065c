//! Points in time, in Prosody's unit.

/// Seconds since 1970-01-01T00:00:00Z. Arithmetic stops at [`UnixTime::NEVER`] instead of overflowing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnixTime(i64);

impl UnixTime {
    /// The last second of the year 9999, which stands for "never". Later dates would break `os.date` and XEP-0082.
    pub const NEVER: Self = Self(253_402_300_799);

    /// From whole seconds. Dates before 1970 become 1970, dates after 9999 become [`Self::NEVER`].
    #[must_use]
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds.clamp(0, Self::NEVER.0))
    }

    /// Whole seconds.
    #[must_use]
    pub fn seconds(self) -> i64 {
        self.0
    }

    /// This time, or `None` for [`Self::NEVER`].
    #[must_use]
    pub fn unless_never(self) -> Option<Self> {
        Some(self).filter(|time| *time < Self::NEVER)
    }

    /// Year, month and day of the month (UTC).
    #[must_use]
    pub fn calendar(self) -> (i64, i64, i64) {
        // Days are counted from 0000-03-01, so that a leap day is the last of its year: 146097 days in 400 years, 1461 in 4, 153 in 5 months.
        let days = self.0 / 86400 + 719_468;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        (era * 400 + year_of_era + month / 10, (month + 2) % 12 + 1, day)
    }

    /// Reads `2026-11-27` or `2026-11-27T13:50:00Z`, as they are written here; the seconds and the `Z` may be missing. `None` for other texts, and for
    /// days that are in no calendar.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let number = |text: &str, length: usize| {
            let is_number = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
            if is_number { text.parse::<i64>().ok() } else { None }
        };
        let (date, clock) = text.split_once('T').map_or((text, "00:00"), |(date, clock)| (date, clock.strip_suffix('Z').unwrap_or(clock)));
        let [year, month, day] = <[&str; 3]>::try_from(date.split('-').collect::<Vec<_>>()).ok()?;
        let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
        let mut parts = clock.split(':');
        let (hour, minute) = (number(parts.next()?, 2)?, number(parts.next()?, 2)?);
        let second = parts.next().map_or(Some(0), |second| number(second, 2))?;
        // From 0000-03-01, see `calendar`.
        let (shifted, month_from_march) = (if month > 2 { year } else { year - 1 }, (month + 9) % 12);
        let days = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * month_from_march + 2) / 5 + day - 1 - 719_468;
        let time = Self::from_seconds(days * 86400 + hour * 3600 + minute * 60 + second);
        let is_real = time.calendar() == (year, month, day) && hour < 24 && minute < 60 && second < 60;
        Some(time).filter(|_| is_real && parts.next().is_none())
    }

    /// The date, `2026-11-27` (UTC).
    #[must_use]
    pub fn to_date(self) -> String {
        let (year, month, day) = self.calendar();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// Hour and minute, `04:27` (UTC).
    #[must_use]
    pub fn to_clock(self) -> String {
        format!("{:02}:{:02}", self.0 / 3_600 % 24, self.0 / 60 % 60)
    }

    /// Date and time, `2026-11-27T13:50:00Z` (XEP-0082).
    #[must_use]
    pub fn to_iso(self) -> String {
        let second = self.0 % 86400;
        format!("{}T{:02}:{:02}:{:02}Z", self.to_date(), second / 3600, second / 60 % 60, second % 60)
    }

    /// For people, `2030-01-31 04:27 UTC`: with the zone, as readers are in different ones.
    #[must_use]
    pub fn text(self) -> String {
        format!("{} {} UTC", self.to_date(), self.to_clock())
    }

    /// The id of the text that says how long it is until then, and the number for it, if it is less than a day. It never promises more than there is.
    #[must_use]
    pub fn left(self, now: Self) -> Option<(&'static str, i64)> {
        match self.0 - now.0 {
            86_400.. => None,
            seconds @ 3_600.. => Some(("expires-hours", seconds / 3_600)),
            seconds @ 60.. => Some(("expires-minutes", seconds / 60)),
            _ => Some(("expires-soon", 0)),
        }
    }

    /// The time this many seconds later (or earlier, if negative).
    #[must_use]
    pub fn plus(self, seconds: i64) -> Self {
        Self::from_seconds(self.0.saturating_add(seconds))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (951_868_799, "2000-02-29T23:59:59Z"),
            (951_868_800, "2000-03-01T00:00:00Z"),
            (1_700_000_000, "2023-11-14T22:13:20Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (i64::MAX, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(UnixTime::from_seconds(seconds).to_iso(), text);
        }
        let days = (0..3000).map(|day| UnixTime::from_seconds(day * 86400).to_date()).collect::<Vec<_>>();
        assert!(days.windows(2).all(|pair| pair[0] < pair[1]), "no day comes twice");
    }

    #[test]
    fn what_is_written_here_can_be_read() {
        for seconds in (0..4_000_000_000).step_by(7_654_321) {
            let time = UnixTime::from_seconds(seconds);
            assert_eq!(UnixTime::read(&time.to_iso()), Some(time));
            assert_eq!(UnixTime::read(&time.to_date()), Some(UnixTime::from_seconds(seconds / 86400 * 86400)));
        }
        assert_eq!(UnixTime::read("2026-11-27T13:50"), UnixTime::read("2026-11-27T13:50:00Z"));
        for odd in [
            "",
            "2026",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1-1",
            "1969-12-31",
            "2026-11-27 13:50",
            "2026-11-27T",
            "2026-11-27T24:00",
            "2026-11-27T13:60",
            "2026-11-27T13:50:00:00",
            "2026-11-27T13:50:00ZZ",
            "+026-11-27",
            "２026-11-27",
            "2026-11-27-01",
            "T13:50",
        ] {
            assert_eq!(UnixTime::read(odd), None, "{odd}");
        }
    }

    #[test]
    fn sums_stop_at_the_ends() {
        assert_eq!(UnixTime::from_seconds(5).plus(i64::MAX), UnixTime::NEVER);
        assert_eq!(UnixTime::NEVER.plus(1), UnixTime::NEVER);
        assert_eq!(UnixTime::from_seconds(5).plus(-10).seconds(), 0);
        assert_eq!((UnixTime::NEVER.unless_never(), UnixTime::default().unless_never()), (None, Some(UnixTime::default())));
    }

    #[test]
    fn people_read_the_zone() {
        assert_eq!(UnixTime::from_seconds(1_896_063_620).text(), "2030-01-31 04:20 UTC");
        assert_eq!(UnixTime::NEVER.text(), "9999-12-31 23:59 UTC");
    }

    #[test]
    fn what_is_left_is_cut_off_downwards() {
        let left = |seconds: i64| UnixTime::from_seconds(seconds + 1_000).left(UnixTime::from_seconds(1_000));
        for (seconds, expected) in [
            (86_400, None),
            (86_399, Some(("expires-hours", 23))),
            (3_599, Some(("expires-minutes", 59))),
            (60, Some(("expires-minutes", 1))),
            (59, Some(("expires-soon", 0))),
            (-5, Some(("expires-soon", 0))),
        ] {
            assert_eq!(left(seconds), expected);
        }
    }
}
