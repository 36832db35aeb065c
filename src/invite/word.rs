//! Enum values from the words that serde knows for them.

use serde::de::value::Error as WordError;
use serde::de::{DeserializeOwned, IntoDeserializer};

/// The value that serde reads from this word, such as a kind or a state.
pub(crate) fn of_word<T: DeserializeOwned>(word: &str) -> Option<T> {
    T::deserialize(IntoDeserializer::<WordError>::into_deserializer(word)).ok()
}
