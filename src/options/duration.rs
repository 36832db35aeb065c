//! Periods as people write them, in options, commands and requests: `2 days`. Prosody's own reader is more generous, and 0.12 has none: `5 sausages`
//! are five seconds to it.

/// Bytes of a text that can be a period: requests may bring anything.
const LONGEST: usize = 40;
const DAY: f64 = 86_400.0;
const YEAR: f64 = 365.2425 * DAY;

/// The seconds in a period, at least one. Very long periods are beyond what an integer can be.
#[must_use]
pub fn seconds(text: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(text).ok().filter(|text| text.len() <= LONGEST)?.to_ascii_lowercase();
    let text = text.trim_matches(super::text::is_space);
    let digits = text.find(|character: char| !character.is_ascii_digit())?;
    let (count, unit) = text.split_at_checked(digits)?;
    let unit = unit.trim_start_matches(super::text::is_space);
    let count: f64 = count.parse().ok()?;
    let seconds = of_unit(unit).or_else(|| of_unit(unit.strip_suffix('s').filter(|unit| unit.len() > 1)?))?;
    Some((count * seconds).floor()).filter(|_| count > 0.0)
}

/// The same, or `never`, which is infinitely long.
#[must_use]
pub fn or_never(text: &[u8]) -> Option<f64> {
    if text.eq_ignore_ascii_case(b"never") { Some(f64::INFINITY) } else { seconds(text) }
}

fn of_unit(unit: &str) -> Option<f64> {
    Some(match unit {
        "s" | "sec" | "second" => 1.0,
        "min" | "minute" => 60.0,
        "h" | "hr" | "hour" => 3_600.0,
        "d" | "day" => DAY,
        "w" | "week" => 7.0 * DAY,
        "mo" | "mon" | "month" => 31.0 * DAY,
        "y" | "yr" | "year" => YEAR,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_number_and_a_unit() {
        for (text, expected) in [
            ("2 weeks", 14.0 * DAY),
            ("10 mins", 600.0),
            ("3hrs", 10_800.0),
            (" 1H ", 3_600.0),
            ("1 y", 31_556_952.0),
            ("1 month", 31.0 * DAY),
            ("1 secs", 1.0),
        ] {
            assert_eq!((seconds(text.as_bytes()), or_never(text.as_bytes())), (Some(expected), Some(expected)), "{text}");
        }
        assert_eq!(or_never(b"Never"), Some(f64::INFINITY));
        let long = format!("{} s", "9".repeat(50));
        for bad in ["", "never", "0 s", "5", "days", "-1 day", "5 sausages", "1.5 days", "1 m", "1 ss", "2 days later", "1 \u{e9}", &long] {
            assert_eq!(seconds(bad.as_bytes()), None, "{bad}");
        }
    }
}
