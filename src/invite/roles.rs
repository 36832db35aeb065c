//! The roles that an invite gives: `additional_data.roles`, a list with the primary one first, or, from Prosody 0.12, a map role → true.

/// The built-in roles, the most powerful first. An account has one primary role, and a map says nothing of order.
const BUILT_IN: [&str; 5] = ["prosody:operator", "prosody:admin", "prosody:member", "prosody:registered", "prosody:guest"];

/// Names that came without an order: the built-in roles, the most powerful first, then the others by name.
pub fn order(names: &mut [String]) {
    names.sort_by_cached_key(|name| (BUILT_IN.iter().position(|role| role == name).unwrap_or(BUILT_IN.len()), name.clone()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_powerful_comes_first_and_what_nobody_knows_last() {
        let mut names = ["z", "prosody:registered", "a", "prosody:admin", "prosody:operator"].map(str::to_owned);
        order(&mut names);
        assert_eq!(names, ["prosody:operator", "prosody:admin", "prosody:registered", "a", "z"]);
    }
}
