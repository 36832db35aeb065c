//! Outages of the database, and what the log says of them: one error for each, so that a database that fails, or fails on and off, does not fill it.

use std::collections::HashMap;

/// An error that was logged less than this many seconds ago is not logged again.
const TOLD_AGAIN_AFTER: f64 = 60.0;

/// The current outage, and what was logged.
#[derive(Debug, Default)]
pub struct Outage {
    /// The level at which it was logged; none while the database works.
    level: Option<&'static str>,
    /// Messages of the database, and when they were logged first.
    told: HashMap<String, f64>,
    /// When it was last logged that too much was asked.
    told_busy: Option<f64>,
}

impl Outage {
    /// The level for this message of the database, at a time in seconds of the monotonic clock.
    pub fn failed(&mut self, message: &str, at: f64) -> &'static str {
        if self.level.is_none() {
            self.told.retain(|_, told| at - *told < TOLD_AGAIN_AFTER);
        }
        let is_known = self.told.contains_key(message);
        self.told.entry(message.to_owned()).or_insert(at);
        match self.level {
            Some(_) if is_known => "debug",
            Some(_) => "info",
            None => self.level.insert(if is_known { "debug" } else { "error" }),
        }
    }

    /// Too much was asked at once, which is no outage: the level for that.
    pub fn busy(&mut self, at: f64) -> &'static str {
        if self.told_busy.is_some_and(|told| at - told < TOLD_AGAIN_AFTER) {
            return "debug";
        }
        self.told_busy = Some(at);
        "warn"
    }

    /// Whether there is one.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.level.is_some()
    }

    /// The database works again: the level for that.
    pub fn ended(&mut self) -> &'static str {
        if self.level.take() == Some("error") { "info" } else { "debug" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outage_is_one_error_and_other_messages_in_it_are_told() {
        let mut outage = Outage::default();
        assert_eq!(outage.failed("locked", 0.0), "error");
        assert!(outage.is_on());
        assert_eq!(outage.failed("locked", 1.0), "debug");
        assert_eq!(outage.failed("full", 2.0), "info");
        assert_eq!(outage.failed("full", 3.0), "debug");
        assert_eq!(outage.ended(), "info");
        assert!(!outage.is_on());
    }

    #[test]
    fn that_too_much_is_asked_is_one_warning_a_minute_and_no_outage() {
        let mut outage = Outage::default();
        assert_eq!([0.0, 1.0, 59.0, 60.0, 61.0].map(|at| outage.busy(at)), ["warn", "debug", "debug", "warn", "debug"]);
        assert!(!outage.is_on());
    }

    #[test]
    fn a_database_that_fails_on_and_off_is_one_error_a_minute() {
        let mut outage = Outage::default();
        assert_eq!((outage.failed("locked", 0.0), outage.ended()), ("error", "info"));
        assert_eq!((outage.failed("locked", 59.0), outage.ended()), ("debug", "debug"));
        assert_eq!((outage.failed("locked", 61.0), outage.ended()), ("error", "info"));
    }
}
