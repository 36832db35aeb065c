//! The roles in an invite: `additional_data.roles`, a list with the primary role first or, in Prosody 0.12, a map role → true.

use serde_json::Value;

/// Prosody's built-in roles, the most powerful first. An account has one primary role, and a map has no order.
const BUILT_IN: [&str; 5] = ["prosody:operator", "prosody:admin", "prosody:member", "prosody:registered", "prosody:guest"];

/// Sorts roles that came without an order: built-in roles first, the most powerful first, then the others by name.
pub fn order(names: &mut [String]) {
    names.sort_by_cached_key(|name| (BUILT_IN.iter().position(|role| role == name).unwrap_or(BUILT_IN.len()), name.clone()));
}

/// The roles in `additional_data`, the primary one first. `None` if they are malformed.
#[must_use]
pub fn names(data: Option<&Value>) -> Option<Vec<String>> {
    data.and_then(|data| data.get("roles")).map_or(Some(Vec::new()), read)
}

/// The same from the value of `additional_data.roles`.
#[must_use]
pub fn read(roles: &Value) -> Option<Vec<String>> {
    match roles {
        Value::Null | Value::Bool(false) => Some(Vec::new()),
        Value::Array(roles) => roles.iter().map(|role| role.as_str().map(str::to_owned)).collect(),
        Value::Object(roles) => {
            let mut names: Vec<_> = roles.iter().filter(|(_, given)| **given != Value::Bool(false)).map(|(name, _)| name.clone()).collect();
            order(&mut names);
            Some(names)
        }
        _ => None,
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
