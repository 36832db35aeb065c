//! How hard a password is to guess. Nothing is refused for it, and there are no rules about which characters a password needs.

use zxcvbn::{Score, zxcvbn};

/// Characters that are judged, from the beginning. The time grows with their square, and what is hard to guess so far stays so.
const JUDGED: usize = 24;
/// Letters for which several signs may stand ("p4ssw0rd"), with these. zxcvbn tries all combinations of those in the password.
const LOOK_ALIKES: [&str; 7] = ["4@", "({[<", "69", "1!|", "1|7", "$5", "+7"];
/// The most combinations that are tried; all of them would take a second.
const MOST_COMBINATIONS: usize = 8;

/// How hard a password is to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// Whoever tries the usual passwords finds it soon.
    Weak,
    /// It withstands attempts to log in, but not somebody who has stolen the server's data.
    Fair,
    /// It is hard to guess.
    Good,
}

impl Strength {
    /// The id of the text that says so.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Weak => "password-weak",
            Self::Fair => "password-fair",
            Self::Good => "password-good",
        }
    }
}

/// How hard a password is to guess for somebody who knows these words, such as the username.
#[must_use]
pub fn of(password: &str, known: &[String]) -> Strength {
    let mut judged = String::new();
    for character in password.chars().take(JUDGED) {
        judged.push(character);
        if combinations(&judged) > MOST_COMBINATIONS {
            judged.pop();
            break;
        }
    }
    let known: Vec<_> = known.iter().map(String::as_str).collect();
    match zxcvbn(&judged, &known).score() {
        Score::Zero | Score::One => Strength::Weak,
        Score::Two => Strength::Fair,
        _ => Strength::Good,
    }
}

fn combinations(text: &str) -> usize {
    LOOK_ALIKES.iter().map(|signs| signs.chars().filter(|sign| text.contains(*sign)).count().max(1)).product()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_people_choose_first_is_weak() {
        let known = ["mercutio".to_owned(), "verona.example".to_owned()];
        for weak in [
            "",
            "secret",
            "p4ssw0rd",
            "qwertyuiop",
            "12345678",
            "mercutio",
            "Mercutio1",
            "verona.example",
            "aaaaaaaaaaaaaaaa",
            "angelica",
            "1234567890!@#$%^&*()_+",
        ] {
            assert_eq!(of(weak, &known), Strength::Weak, "{weak}");
        }
        for good in ["kapon-ruvet-mosik-dalur", "queen mab's wagon", "schöne Grüße", "Wherefore-4rt-thou", "x7(K$@9pL4<q!vB6|"] {
            assert_eq!(of(good, &known), Strength::Good, "{good}");
        }
        assert_eq!(of("thumbbiting", &[]), Strength::Fair);
        assert_eq!(of("Grandmother", &["grandmother".to_owned()]), Strength::Weak);
    }

    proptest! {
        #[test]
        fn every_text_has_a_strength(password in "\\PC{0,300}") {
            let _ = of(&password, std::slice::from_ref(&password));
        }
    }
}
