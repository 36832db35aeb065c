//! The lifetimes that users may choose.

use std::collections::BTreeSet;

use super::Say;
use super::form::Choice;
use crate::Argument;

/// How long an invite may live, in seconds; `i64::MAX` is for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetimes {
    /// The configured lifetime.
    pub usual: i64,
    /// The longest lifetime that users may choose.
    pub longest: i64,
    /// Whether any lifetime may be chosen.
    pub is_unlimited: bool,
}

const USUAL_CHOICES: [i64; 5] = [3600, 86400, 7 * 86400, 30 * 86400, 365 * 86400];
const UNITS: [(i64, &str); 4] = [(86400, "adhoc-days"), (3600, "adhoc-hours"), (60, "adhoc-minutes"), (1, "adhoc-seconds")];

impl Lifetimes {
    /// The same for contact invites, which live for so many seconds at the most.
    #[must_use]
    pub fn at_most(self, end: i64) -> Self {
        let longest = if self.is_unlimited { end } else { self.longest.min(end) };
        Self { longest, is_unlimited: false, ..self }
    }

    /// The lifetimes to choose from.
    #[must_use]
    pub fn choices(self, say: Say<'_>) -> Vec<Choice> {
        let longest = if self.is_unlimited { i64::MAX } else { self.longest };
        let usual = self.usual.min(longest);
        let mut offered: BTreeSet<i64> = USUAL_CHOICES.into_iter().filter(|seconds| *seconds <= longest).chain([usual]).collect();
        if self.is_unlimited {
            offered.insert(i64::MAX);
        }
        let value = |seconds: i64| if seconds == i64::MAX { "never".to_owned() } else { seconds.to_string() };
        offered.into_iter().map(|seconds| Choice { value: value(seconds), label: in_words(say, seconds), is_default: seconds == usual }).collect()
    }
}

fn in_words(say: Say<'_>, seconds: i64) -> String {
    let unit = UNITS.into_iter().find(|(unit, _)| seconds % unit == 0).filter(|_| seconds < i64::MAX);
    #[expect(clippy::cast_precision_loss, reason = "plural forms need no more than 53 bits")]
    unit.map_or_else(|| say.say("adhoc-without-end"), |(unit, id)| say.tell(id, [("count", Argument::Number((seconds / unit) as f64))]))
}

#[cfg(test)]
mod tests {
    use super::super::tests::english;
    use super::*;

    fn labels(usual: i64, longest: i64, is_unlimited: bool) -> (Vec<String>, String) {
        let messages = english();
        let choices = Lifetimes { usual, longest, is_unlimited }.choices(Say::new(&messages, "en"));
        let usual = choices.iter().find(|choice| choice.is_default).unwrap().value.clone();
        (choices.into_iter().map(|choice| choice.label).collect(), usual)
    }

    #[test]
    fn lifetimes_are_offered_up_to_the_longest_in_the_largest_unit_that_fits() {
        let (day, week, month) = (86400, 7 * 86400, 30 * 86400);
        assert_eq!(labels(week, 2 * day, false), (["1 hour", "1 day", "2 days"].map(str::to_owned).into(), "172800".to_owned()));
        assert_eq!(labels(90 * 60, month, false).0, ["1 hour", "90 minutes", "1 day", "7 days", "30 days"]);
        assert_eq!(labels(61, month, false).0.first().map(String::as_str), Some("61 seconds"));
        assert_eq!(labels(week, day, true).0, ["1 hour", "1 day", "7 days", "30 days", "365 days", "never expires"]);
        assert_eq!(labels(i64::MAX, day, true).1, "never");
        let messages = english();
        let contact = |is_unlimited| Lifetimes { usual: week, longest: day, is_unlimited }.at_most(month).choices(Say::new(&messages, "en"));
        assert_eq!(contact(true).last().map(|choice| choice.label.as_str()), Some("30 days"), "contact invites always end");
        assert_eq!(contact(false).last().map(|choice| choice.label.as_str()), Some("1 day"));
        assert_eq!(labels(i64::MAX, i64::MAX, false).0.last().map(String::as_str), Some("never expires"));
        assert!(!labels(week, i64::MAX, false).0.contains(&"never expires".to_owned()));
    }
}
