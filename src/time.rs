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
    fn sums_stop_at_the_ends() {
        assert_eq!(UnixTime::from_seconds(5).plus(i64::MAX), UnixTime::NEVER);
        assert_eq!(UnixTime::NEVER.plus(1), UnixTime::NEVER);
        assert_eq!(UnixTime::from_seconds(5).plus(-10).seconds(), 0);
        assert_eq!((UnixTime::NEVER.unless_never(), UnixTime::default().unless_never()), (None, Some(UnixTime::default())));
    }
}
