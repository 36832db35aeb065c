//! The roles in an invite: `additional_data.roles`, a list with the primary role first or, in Prosody 0.12, a map role → true.

use serde_json::Value;

/// Prosody's built-in roles, the most powerful first. An account has one primary role, and a map has no order.
const BUILT_IN: [&str; 5] = ["prosody:operator", "prosody:admin", "prosody:member", "prosody:registered", "prosody:guest"];

/// Sorts roles that came without an order: built-in roles first, the most powerful first, then the others by name.
pub fn order(names: &mut [String]) {
    names.sort_by_cached_key(|name| (BUILT_IN.iter().position(|role| role == name).unwrap_or(BUILT_IN.len()), name.clone()));
}

/// The roles in `additional_data`, the primary one first; none if they are not as they should be.
#[must_use]
pub fn names(data: Option<&Value>) -> Option<Vec<String>> {
    match data.and_then(|data| data.get("roles")) {
        None | Some(Value::Null | Value::Bool(false)) => Some(Vec::new()),
        Some(Value::Array(roles)) => roles.iter().map(|role| role.as_str().map(str::to_owned)).collect(),
        Some(Value::Object(roles)) => {
            let mut names: Vec<_> = roles.iter().filter(|(_, given)| **given != Value::Bool(false)).map(|(name, _)| name.clone()).collect();
            order(&mut names);
            Some(names)
        }
        Some(_) => None,
    }
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
