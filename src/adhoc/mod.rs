//! Forms of the ad-hoc commands (XEP-0050, XEP-0401), submitted values, and invites as chat clients show them, in the user's language.

pub mod form;
mod forms;
mod invite;
mod lifetimes;

pub use forms::AccountForm;
pub use invite::Shown;
pub use lifetimes::Lifetimes;

use crate::{Argument, Messages, text};

/// The most characters of a text in a form. Our addresses and notes are shorter.
const LONGEST: usize = 8000;

/// The messages of one language.
#[derive(Clone, Copy)]
pub struct Say<'a> {
    messages: &'a Messages,
    tag: &'a str,
}

impl<'a> Say<'a> {
    /// The messages of the language with this tag.
    #[must_use]
    pub fn new(messages: &'a Messages, tag: &'a str) -> Self {
        Self { messages, tag }
    }

    /// The message as plain text, or its id if it is missing even in English.
    #[must_use]
    pub fn say(self, id: &str) -> String {
        self.tell(id, [])
    }

    /// The message with these arguments. The marks around arguments (U+2068, U+2069) are removed, because not all clients know them.
    #[must_use]
    pub fn tell<'b>(self, id: &str, told: impl IntoIterator<Item = (&'b str, Argument)>) -> String {
        let told = told.into_iter().map(|(name, argument)| (name.to_owned(), argument));
        self.messages.format(self.tag, id, told).map_or_else(|_| id.to_owned(), |text| text.replace(['\u{2068}', '\u{2069}'], ""))
    }
}

/// A text from anywhere, such as the name of a group. XML forbids some characters, and clients would close the stream.
fn clean(text: &str) -> String {
    text::clean(text.as_bytes(), LONGEST)
}

fn words(text: &str) -> Argument {
    Argument::Text(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn english() -> Messages {
        Messages::parse([("en", include_str!("../../lua/mod_invites/locales/en.ftl"))]).unwrap()
    }

    #[test]
    fn a_message_is_plain_and_one_that_is_missing_is_its_id() {
        let messages = english();
        let say = Say::new(&messages, "de");
        assert_eq!(say.tell("adhoc-account-here", [("host", words("example.com"))]), "The account must be on example.com");
        assert_eq!(say.say("adhoc-no-such-message"), "adhoc-no-such-message");
        assert_eq!(clean("a\nb\u{1b}"), "a b\u{fffd}");
    }
}
