//! Samples of times, and what is said of them: the median, and where nine tenths of them lie.

use std::time::Duration;

use serde_json::{Value, json};

/// How long something took, each time.
pub(crate) struct Samples(Vec<Duration>);

impl Samples {
    pub(crate) fn new(mut times: Vec<Duration>) -> Self {
        times.sort();
        Self(times)
    }

    /// The time that this many hundredths of the samples do not exceed, in microseconds.
    fn percentile(&self, hundredths: usize) -> f64 {
        self.0[(self.0.len() - 1) * hundredths / 100].as_secs_f64() * 1e6
    }

    pub(crate) fn text(&self) -> String {
        let [low, median, high] = [10, 50, 90].map(|hundredths| self.percentile(hundredths));
        format!("{median:>10.1} µs   p10 {low:>9.1}   p90 {high:>9.1}   p99 {:>9.1}   of {}", self.percentile(99), self.0.len())
    }

    pub(crate) fn json(&self, name: &str) -> Value {
        let [low, median, high, rare] = [10, 50, 90, 99].map(|hundredths| self.percentile(hundredths));
        json!({ "name": name, "median": median, "p10": low, "p90": high, "p99": rare, "samples": self.0.len() })
    }
}
