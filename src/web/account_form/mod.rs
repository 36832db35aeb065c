//! What is wrong with the name and the password that somebody typed into the form, as ids of texts, and what would be better. Prosody prepares both.

pub mod strength;
pub mod suggestions;

use crate::Username;
use crate::text::line;

/// Characters of an address without a resource (RFC 7622, section 3.1).
const LONGEST_ADDRESS: usize = 2_047;
/// Bytes of a password, as clients send it with SASL PLAIN and SCRAM: hashing takes time.
const LONGEST_PASSWORD: usize = 1_024;

/// The name that was typed. Some people type their whole address. None if it can't be one.
#[must_use]
pub fn wanted_name(typed: &[u8], host: &str) -> Option<String> {
    let name = line(typed, LONGEST_ADDRESS).ok()?;
    let own = name.rsplit_once('@').filter(|(name, suffix)| !name.is_empty() && suffix.eq_ignore_ascii_case(host));
    Some(own.map_or(name, |(name, _)| name).to_owned())
}

/// What is wrong with a name, which Prosody has `prepared` if it can be one.
#[must_use]
pub fn name_problem(typed: Option<&str>, prepared: Option<&str>, is_new: bool) -> Option<&'static str> {
    match (typed, prepared) {
        (Some(""), _) => Some("error-username-empty"),
        (_, None | Some("")) => Some("error-username-invalid"),
        (_, Some(prepared)) if is_new && !Username::prepared(prepared).is_ok_and(|name| name.fits_storage().is_ok()) => Some("error-username-long"),
        _ => None,
    }
}

/// What is wrong with a password, which must have so many characters. `is_sound`: `SASLprep` takes it, so that clients could log in with it.
#[must_use]
pub fn password_problem(password: &[u8], is_sound: bool, shortest: usize) -> Option<&'static str> {
    let length = || password.iter().filter(|byte| !(0x80..0xc0).contains(*byte)).count();
    match () {
        () if password.is_empty() => Some("error-password-empty"),
        () if password.len() > LONGEST_PASSWORD => Some("error-password-long"),
        () if password.iter().any(u8::is_ascii_control) => Some("error-password-control"),
        () if !is_sound => Some("error-password-characters"),
        () if length() < shortest => Some("error-password-short"),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_be_typed_with_the_host() {
        for (typed, expected) in [
            (" Juliet ", Some("Juliet")),
            ("Juliet@Example.COM", Some("Juliet")),
            ("juliet@example.net", Some("juliet@example.net")),
            ("@example.com", Some("@example.com")),
            ("", Some("")),
            ("a\nb", None),
        ] {
            assert_eq!(wanted_name(typed.as_bytes(), "example.com").as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn names_and_passwords_have_one_problem_at_a_time() {
        let long = "x".repeat(2_000);
        for (typed, prepared, is_new, expected) in [
            (Some(""), Some(""), true, Some("error-username-empty")),
            (None, None, true, Some("error-username-invalid")),
            (Some("a b"), None, true, Some("error-username-invalid")),
            (Some("x"), Some(long.as_str()), true, Some("error-username-long")),
            (Some("x"), Some(long.as_str()), false, None),
            (Some("Juliet"), Some("juliet"), true, None),
        ] {
            assert_eq!(name_problem(typed, prepared, is_new), expected, "{typed:?}");
        }
        for (password, is_sound, expected) in [
            ("", true, Some("error-password-empty")),
            (long.as_str(), false, Some("error-password-long")),
            ("a\0", false, Some("error-password-control")),
            ("short", false, Some("error-password-characters")),
            ("\u{e9}\u{e9}\u{e9}", true, Some("error-password-short")),
            ("long enough", true, None),
        ] {
            assert_eq!(password_problem(password.as_bytes(), is_sound, 4), expected, "{password}");
        }
    }
}
