//! Keys of the API as text: what `list` prints of them.

use serde::Serialize;

use crate::command::date;
use crate::command::keys::METHODS;
use crate::record::Line;
use crate::{UnixTime, terminal};

/// A key without its secret. Times are Unix seconds. The order of the fields is that of the JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Key {
    /// The first half of what is shown.
    pub id: String,
    /// What its owner calls it.
    pub name: Option<String>,
    /// When it was made.
    pub created_at: Option<i64>,
    /// From when on it is worth nothing.
    pub expires: Option<i64>,
    /// When it was last used.
    pub last_used: Option<i64>,
    /// The methods that it may be used with, sorted.
    pub methods: Vec<String>,
}

impl Line for Key {}

impl Key {
    /// The methods of a key: those that it allows, or all if it says nothing of them.
    #[must_use]
    pub fn methods(allowed: Option<Vec<String>>) -> Vec<String> {
        let mut methods = allowed.unwrap_or_else(|| METHODS.map(str::to_owned).to_vec());
        methods.sort();
        methods
    }

    /// The columns of a list: id, name, creation, expiry, last use and methods.
    #[must_use]
    pub fn cells(&self) -> [String; 6] {
        let clean = |text: &str| terminal::text(text.as_bytes()).into_owned();
        let time = |time: Option<i64>, otherwise: &str| time.map_or_else(|| otherwise.to_owned(), |time| date::time(UnixTime::from_seconds(time)));
        [
            clean(&self.id),
            self.name.as_deref().map_or_else(|| "<unknown>".to_owned(), clean),
            time(self.created_at, "unknown"),
            time(self.expires, "never"),
            time(self.last_used, "never"),
            clean(&self.methods.join(",")),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_a_row_and_a_line() {
        let key = Key {
            id: "abc".into(),
            name: Some("My\u{1b} key".into()),
            created_at: Some(1_795_608_000),
            expires: None,
            last_used: None,
            methods: Key::methods(Some(vec!["POST".into(), "GET".into()])),
        };
        assert_eq!(key.cells(), ["abc", "My? key", "2026-11-25T12:00:00Z", "never", "never", "GET,POST"]);
        let line = r#"{"id":"abc","name":"My\u001b key","created_at":1795608000,"expires":null,"last_used":null,"methods":["GET","POST"]}"#;
        assert_eq!(key.line().unwrap(), line);
        let unknown = Key { name: None, created_at: None, methods: Key::methods(None), ..key };
        assert_eq!(unknown.cells(), ["abc", "<unknown>", "unknown", "never", "never", "GET,POST"]);
    }
}
