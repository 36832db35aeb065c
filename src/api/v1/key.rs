//! Keys with scopes. The database keeps the hash of a secret, by which a key is found: whoever guesses learns nothing from how long that takes.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRng;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::grant::Grant;
use crate::api::secret;
use crate::command::date;
use crate::record::Line;
use crate::token::draw;
use crate::{Error, UnixTime, terminal};

/// What a key with scopes begins with, so that programs that look for leaked secrets can find it.
const PREFIX: &str = "ik1_";
/// Characters after it: 33 random bytes.
const LENGTH: usize = 44;

/// The SHA-256 of a key as it is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct KeyHash(pub [u8; 32]);

impl KeyHash {
    /// The hash of a key that somebody shows; `None` for what can't be one.
    #[must_use]
    pub fn of(shown: &[u8]) -> Option<Self> {
        let rest = shown.strip_prefix(PREFIX.as_bytes())?;
        let is_key = rest.len() == LENGTH && rest.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte));
        is_key.then(|| Self(Sha256::digest(shown).into()))
    }
}

impl fmt::Debug for KeyHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyHash")
    }
}

/// A key with scopes. The order of the fields is that of the JSON. Times are Unix seconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScopedKey {
    /// What names it.
    pub id: String,
    /// What its owner calls it.
    pub name: Option<String>,
    /// When it was made.
    pub created_at: i64,
    /// From when on it is worth nothing.
    pub expires: Option<i64>,
    /// When it was last used, to a minute.
    pub last_used: Option<i64>,
    /// What it may do. `None` if its row can't be read; then it may do nothing.
    #[serde(flatten)]
    pub grant: Option<Grant>,
}

impl Line for ScopedKey {}

/// A key that is not stored yet.
#[derive(Clone, Debug)]
pub struct NewKey {
    /// The key without its secret.
    pub key: ScopedKey,
    /// The hash of its secret.
    pub hash: KeyHash,
}

impl ScopedKey {
    /// Seconds from one note of the last use to the next.
    pub const NOTED_EVERY: i64 = 60;

    /// Draws a key. Returns what is shown of it once, too.
    ///
    /// # Errors
    /// [`Error::Failed`] if there are no random numbers.
    pub fn draw(source: &mut impl TryRng, name: Option<String>, grant: Grant, ttl: Option<i64>, now: UnixTime) -> Result<(String, NewKey), Error> {
        let shown = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(draw::<33>(source)?));
        let hash = KeyHash::of(shown.as_bytes()).ok_or_else(|| Error::Failed("a key of another form than ours was drawn".into()))?;
        let id = secret::drawn(source)?.id;
        let expires = ttl.map(|ttl| now.plus(ttl).seconds());
        Ok((shown, NewKey { key: Self { id, name, created_at: now.seconds(), expires, last_used: None, grant: Some(grant) }, hash }))
    }

    /// Whether it is worth something.
    #[must_use]
    pub fn is_valid(&self, now: UnixTime) -> bool {
        self.grant.is_some() && self.expires.is_none_or(|expires| expires > now.seconds())
    }

    /// The columns of a list: id, name, creation, expiry, last use and scopes.
    #[must_use]
    pub fn cells(&self) -> [String; 6] {
        let clean = |text: &str| terminal::text(text.as_bytes()).into_owned();
        let time = |time: Option<i64>| time.map_or_else(|| "never".to_owned(), |time| date::time(UnixTime::from_seconds(time)));
        let scopes: Vec<_> = self.grant.iter().flat_map(|grant| &grant.scopes).map(ToString::to_string).collect();
        [
            clean(&self.id),
            self.name.as_deref().map_or_else(|| "<unknown>".to_owned(), clean),
            time(Some(self.created_at)),
            time(self.expires),
            time(self.last_used),
            scopes.join(","),
        ]
    }
}

#[cfg(test)]
mod tests {
    use rand::rngs::SysRng;

    use super::*;
    use crate::api::v1::Scope;

    fn grant() -> Grant {
        Grant {
            scopes: vec![Scope::Create, Scope::Read],
            kinds: Grant::USUAL_KINDS.to_vec(),
            roles: Vec::new(),
            groups: Vec::new(),
            rooms: Vec::new(),
            longest_expiry: None,
            most_uses: Some(5),
            rate: 10,
        }
    }

    #[test]
    fn a_key_is_found_by_its_hash_alone() {
        let (shown, new) = ScopedKey::draw(&mut SysRng, None, grant(), Some(60), UnixTime::from_seconds(1000)).unwrap();
        assert_eq!((shown.len(), KeyHash::of(shown.as_bytes())), (48, Some(new.hash)));
        assert!(!shown.contains(&new.key.id) && new.key.expires == Some(1060));
        let cut = shown.get(..47).unwrap();
        for odd in ["", "ik1_", cut, &format!("{shown}x"), &format!("{cut}/"), &shown.replace("ik1_", "ik2_")] {
            assert_eq!(KeyHash::of(odd.as_bytes()), None, "{odd}");
        }
    }

    #[test]
    fn a_key_is_worth_nothing_once_it_has_expired_or_cannot_be_read() {
        let (_, new) = ScopedKey::draw(&mut SysRng, None, grant(), Some(60), UnixTime::from_seconds(1000)).unwrap();
        assert!(new.key.is_valid(UnixTime::from_seconds(1059)) && !new.key.is_valid(UnixTime::from_seconds(1060)));
        assert!(!ScopedKey { grant: None, ..new.key }.is_valid(UnixTime::from_seconds(1000)));
    }

    #[test]
    fn a_key_is_listed_as_text_and_as_json() {
        let key =
            ScopedKey { id: "c41f".into(), name: Some("a\x1bb".into()), created_at: 0, expires: None, last_used: Some(60), grant: Some(grant()) };
        assert_eq!(key.cells(), ["c41f", "a?b", "1970-01-01T00:00:00Z", "never", "1970-01-01T00:01:00Z", "create,read"]);
        let expected = r#"{"id":"c41f","name":"a\u001bb","created_at":0,"expires":null,"last_used":60,"scopes":["create","read"],"kinds":["account","contact","contact-account"],"roles":[],"groups":[],"rooms":[],"longest_expiry":null,"most_uses":5,"rate":10}"#;
        assert_eq!(key.line().unwrap(), expected);
    }
}
