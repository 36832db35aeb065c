//! Usernames for people whose own does not fit or is taken: "Romeo Montague" becomes romeo.montague.

use deunicode::deunicode;

/// How many are suggested at most. The server looks each of them up.
const MOST: usize = 6;
/// Characters of what was typed that count.
const LONGEST_TYPED: usize = 200;
/// Characters of a suggestion, before a number.
const LONGEST: usize = 40;

/// Other names than what was typed, the best first. Prosody must still prepare them, and say which are free.
#[must_use]
pub fn of(typed: &str) -> Vec<String> {
    let typed: String = typed.chars().take(LONGEST_TYPED).collect();
    // Whoever types an address means the part before the @.
    let local = typed.split_once('@').map_or(typed.as_str(), |(local, _)| local);
    let (own, latin) = (words(local), words(&deunicode(local)));
    let Some(base) = joined(&latin, ".") else {
        return Vec::new();
    };
    let mut found: Vec<String> = Vec::new();
    let mut add = |name: Option<String>| {
        if let Some(name) = name.filter(|name| *name != typed && !found.contains(name) && found.len() < MOST) {
            found.push(name);
        }
    };
    add(Some(base.clone()));
    add(joined(&own, "."));
    if let [first, .., last] = latin.as_slice() {
        add(joined(&[format!("{}{last}", first.chars().take(1).collect::<String>())], "."));
        add(joined(&latin, "-"));
    }
    let link = if base.ends_with(|last: char| last.is_ascii_digit()) { "." } else { "" };
    for number in [2, 3, 7, 11, 42, 77] {
        add(Some(format!("{base}{link}{number}")));
    }
    found
}

/// The words of a text in lower case, without what stands between them. O'Brien is one word.
fn words(text: &str) -> Vec<String> {
    let whole: String = text.to_lowercase().chars().filter(|c| !matches!(c, '\'' | '’' | '`')).collect();
    whole.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// As many of the words as fit; the first one is cut if it is too long by itself. None if there are no words.
fn joined(words: &[String], link: &str) -> Option<String> {
    let mut words = words.iter();
    let mut name: String = words.next()?.chars().take(LONGEST).collect();
    for word in words {
        if name.chars().count() + link.len() + word.chars().count() > LONGEST {
            break;
        }
        name = format!("{name}{link}{word}");
    }
    Some(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Username;

    #[test]
    fn a_name_as_people_write_it_becomes_a_username() {
        for (typed, expected) in [
            ("Romeo Montague", "romeo.montague"),
            ("romeo@elsewhere.example", "romeo"),
            ("  José  Núñez ", "jose.nunez"),
            ("Иван Петров", "ivan.petrov"),
            ("李雷", "li.lei"),
            ("Seán O’Brien", "sean.obrien"),
            ("Ольга", "olga"),
            ("Miss \"Jule\" <Capulet>", "miss.jule.capulet"),
            ("Straße & Söhne", "strasse.sohne"),
        ] {
            assert_eq!(of(typed).first().map(String::as_str), Some(expected), "{typed}");
        }
        assert!(of("Иван Петров").contains(&"иван.петров".to_owned()));
        for nothing in ["", "@", " / ", "\u{202e}", "@verona.example"] {
            assert_eq!(of(nothing), Vec::<String>::new(), "{nothing:?}");
        }
    }

    #[test]
    fn a_name_that_is_taken_gets_others() {
        assert_eq!(of("romeo"), ["romeo2", "romeo3", "romeo7", "romeo11", "romeo42", "romeo77"]);
        assert_eq!(of("romeo.montague").first().map(String::as_str), Some("rmontague"));
        assert_eq!(of("romeo2").first().map(String::as_str), Some("romeo2.2"));
    }

    #[test]
    fn a_long_name_is_cut_between_words() {
        assert_eq!(of(&"x".repeat(2_000)).first(), Some(&"x".repeat(LONGEST)));
        assert_eq!(of(&"father laurence ".repeat(9)).first().map(String::as_str), Some("father.laurence.father.laurence.father"));
    }

    proptest! {
        #[test]
        fn there_are_few_and_they_fit(typed in "\\PC{0,300}") {
            let found = of(&typed);
            prop_assert!(found.len() <= MOST);
            for name in found.iter().filter(|name| name.is_ascii()) {
                prop_assert!(Username::prepared(name).is_ok_and(|name| name.fits_storage().is_ok()), "{name}");
            }
        }
    }
}
