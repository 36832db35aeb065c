//! The body of a request that changes an invite.

use serde::Deserialize;

use super::body::{given, note as note_of, unfit, whole, wrong};
use super::new_invite::within;
use super::{Grant, Problem};
use crate::{Limit, UnixTime};

/// What is to be changed. What is not said stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Change {
    /// When it ends, in Unix seconds; null for never.
    #[serde(deserialize_with = "whole")]
    #[cfg_attr(test, schemars(range(min = 1, max = 253_402_300_799_u64)))]
    pub expires: Option<Option<i64>>,
    /// How often it can be used in all; null for any number of times.
    #[serde(deserialize_with = "whole")]
    #[cfg_attr(test, schemars(range(min = 1, max = 4_294_967_295_u64)))]
    pub max_uses: Option<Option<i64>>,
    /// Its note; null or an empty text for none.
    #[serde(deserialize_with = "given")]
    #[cfg_attr(test, schemars(length(max = 1000)))]
    pub note: Option<Option<String>>,
}

/// A change as the ledger takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// The new lifetime in seconds from now.
    pub ttl: Option<i64>,
    /// The new number of uses.
    pub limit: Option<Limit>,
    /// The new note; `Some(None)` removes it.
    pub note: Option<Option<String>>,
}

impl Change {
    /// Checks it against what the key may hand out.
    ///
    /// # Errors
    /// The problem.
    pub fn checked(self, grant: &Grant, now: UnixTime) -> Result<Amendment, Problem> {
        let limit = self.max_uses.map(Limit::from_max_uses).transpose().map_err(|refusal| wrong("max_uses", refusal.to_string()))?;
        if self.max_uses.is_some_and(|uses| !within(uses, grant.most_uses)) {
            return Err(Problem::own("key-limit").about("max_uses"));
        }
        if self.expires.flatten().is_some_and(|expires| !(1..=UnixTime::NEVER.seconds()).contains(&expires)) {
            return Err(wrong("expires", "not a time in Unix seconds"));
        }
        let ttl = self.expires.map(|expires| expires.map(|expires| expires - now.seconds()));
        if ttl.flatten().is_some_and(|ttl| ttl < 1) {
            return Err(unfit("expires", "not a time in the future"));
        }
        if ttl.is_some_and(|ttl| !within(ttl, grant.longest_expiry)) {
            return Err(Problem::own("key-limit").about("expires"));
        }
        let note = self.note.map(|note| note.filter(|note| !note.is_empty()));
        note.iter().flatten().try_for_each(|text| note_of(text))?;
        Ok(Amendment { ttl: ttl.map(|ttl| ttl.unwrap_or(i64::MAX)), limit, note })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::api::v1::{Scope, body::typed};

    fn read(body: Value, longest_expiry: Option<i64>, most_uses: Option<i64>) -> Result<Amendment, (String, Option<String>)> {
        let Value::Object(object) = body else { panic!("an object") };
        let lists = (Vec::new(), Vec::new(), Vec::new());
        let grant = Grant {
            scopes: vec![Scope::Manage],
            kinds: Vec::new(),
            roles: lists.0,
            groups: lists.1,
            rooms: lists.2,
            longest_expiry,
            most_uses,
            rate: 1,
        };
        let read = typed::<Change>(object).and_then(|change| change.checked(&grant, UnixTime::from_seconds(1000)));
        read.map_err(|problem| (problem.code, problem.field))
    }

    #[test]
    fn what_is_not_said_stays() {
        assert_eq!(read(json!({}), Some(1), Some(1)), Ok(Amendment { ttl: None, limit: None, note: None }));
        let expected = Amendment { ttl: Some(50), limit: Some(Limit::UNTIL_EXPIRY), note: Some(None) };
        assert_eq!(read(json!({ "expires": 1050, "max_uses": null, "note": "" }), Some(50), None), Ok(expected));
        assert_eq!(read(json!({ "expires": null }), None, None).map(|change| change.ttl), Ok(Some(i64::MAX)));
    }

    #[test]
    fn what_makes_no_sense_or_is_beyond_the_key_is_refused() {
        for (body, code, field) in [
            (json!({ "expires": 1000 }), "field-unfit", "expires"),
            (json!({ "expires": 0 }), "field-invalid", "expires"),
            (json!({ "expires": 253_402_300_800_i64 }), "field-invalid", "expires"),
            (json!({ "expires": "tomorrow" }), "field-invalid", "expires"),
            (json!({ "expires": 1101 }), "key-limit", "expires"),
            (json!({ "expires": null }), "key-limit", "expires"),
            (json!({ "max_uses": 0 }), "field-invalid", "max_uses"),
            (json!({ "max_uses": 6 }), "key-limit", "max_uses"),
            (json!({ "max_uses": null }), "key-limit", "max_uses"),
            (json!({ "note": "\n\u{1b}" }), "field-unfit", "note"),
            (json!({ "kind": "account" }), "field-unknown", "kind"),
        ] {
            assert_eq!(read(body.clone(), Some(100), Some(5)), Err((code.into(), Some(field.into()))), "{body}");
        }
    }
}
