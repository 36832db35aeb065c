//! Values by the words that serde has for them.

use serde::de::value::Error as WordError;
use serde::de::{DeserializeOwned, IntoDeserializer};

/// The value that serde knows by this word: a kind, a state, an authority.
pub(crate) fn of_word<T: DeserializeOwned>(word: &str) -> Option<T> {
    T::deserialize(IntoDeserializer::<WordError>::into_deserializer(word)).ok()
}
