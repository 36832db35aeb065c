//! "Did you mean …?": the known word that somebody may have meant.

/// Bytes of the longest word that is compared: longer ones were not mistyped.
const LONGEST: usize = 40;

/// The known word nearest to another, if at most `most` letters are wrong (none: a third of them, or that the word was only begun).
#[must_use]
pub fn nearest<'a>(word: &[u8], known: impl IntoIterator<Item = &'a str>, most: Option<usize>) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = folded(word);
    let mut found = None;
    for candidate in known {
        let mut far = distance(&word, &folded(candidate.as_bytes()));
        if most.is_none() && word.len() >= 3 && candidate.as_bytes().starts_with(&word) {
            far = far.min(1);
        }
        if found.is_none_or(|(least, _)| far < least) {
            found = Some((far, candidate));
        }
    }
    let most = most.unwrap_or_else(|| (word.len() / 3).max(1));
    found.filter(|(least, _)| *least <= most).map(|(_, candidate)| candidate)
}

/// Case and the choice between `-` and `_` are no mistakes.
fn folded(word: &[u8]) -> Vec<u8> {
    word.iter().map(|byte| if *byte == b'-' { b'_' } else { byte.to_ascii_lowercase() }).collect()
}

/// How many letters have to be added, removed, changed or swapped with the next one (optimal string alignment).
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut two_back = None;
    for (i, &left) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        let mut one_back = None;
        for (j, &right) in b.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let mut far = (at(&last, j + 1) + 1).min(at(&row, j) + 1).min(at(&last, j) + usize::from(left != right));
            if two_back == Some(right) && one_back == Some(left) {
                far = far.min(at(&before, j - 1) + 1);
            }
            row.push(far);
            one_back = Some(right);
        }
        before = std::mem::replace(&mut last, row);
        two_back = Some(left);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_third_of_the_letters_may_be_wrong() {
        let known = ["create_account", "list", "revoke", "example.com"];
        for (word, expected) in [
            ("create-acount", Some("create_account")),
            ("LSIT", Some("list")),
            ("rev", Some("revoke")),
            ("re", None),
            ("exmaple.com", Some("example.com")),
            ("erase", None),
            ("", None),
        ] {
            assert_eq!(nearest(word.as_bytes(), known, None), expected, "{word}");
        }
        assert_eq!(nearest("list".repeat(11).as_bytes(), known, None), None);
        assert_eq!(nearest(b"list", [], None), None);
    }

    #[test]
    fn a_limit_counts_instead_where_there_is_one() {
        assert_eq!(nearest(b"invite_expirey", ["invite_expiry"], Some(2)), Some("invite_expiry"));
        assert_eq!(nearest(b"invite", ["invite_expiry"], Some(2)), None);
    }

    #[test]
    fn letters_are_added_removed_changed_and_swapped() {
        for (a, b, far) in [("", "ab", 2), ("ab", "ba", 1), ("abc", "acb", 1), ("abc", "axc", 1), ("abcd", "bcd", 1), ("ca", "abc", 3)] {
            assert_eq!((distance(a.as_bytes(), b.as_bytes()), distance(b.as_bytes(), a.as_bytes())), (far, far), "{a} {b}");
        }
    }
}
