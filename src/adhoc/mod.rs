//! What chat clients show of the ad-hoc commands (XEP-0050, XEP-0401), in the language of whoever uses them: forms, what was filled in, and invites.

pub mod form;
mod forms;
mod invite;

pub use forms::{AccountForm, Lifetimes};
pub use invite::Shown;

use crate::{Argument, Messages, text};

/// Characters of the longest text in a form: more than any address or note of ours.
const LONGEST: usize = 8000;

/// Says things in one language.
#[derive(Clone, Copy)]
pub struct Say<'a> {
    messages: &'a Messages,
    tag: &'a str,
}

impl<'a> Say<'a> {
    /// In the language with this tag.
    #[must_use]
    pub fn new(messages: &'a Messages, tag: &'a str) -> Self {
        Self { messages, tag }
    }

    /// The message, as plain text; its id where even English lacks it.
    #[must_use]
    pub fn say(self, id: &str) -> String {
        self.tell(id, [])
    }

    /// The message, told these arguments, without the marks that keep their direction of writing (U+2068, U+2069), which not all clients know.
    #[must_use]
    pub fn tell<'b>(self, id: &str, told: impl IntoIterator<Item = (&'b str, Argument)>) -> String {
        let told = told.into_iter().map(|(name, argument)| (name.to_owned(), argument));
        self.messages.format(self.tag, id, told).map_or_else(|_| id.to_owned(), |text| text.replace(['\u{2068}', '\u{2069}'], ""))
    }
}

/// A text from anywhere, such as the name of a group: clients end the stream over what XML forbids.
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
        assert_eq!(say.tell("adhoc-account-here", [("host", words("example.com"))]), "The account must be one on example.com");
        assert_eq!(say.say("adhoc-no-such-message"), "adhoc-no-such-message");
        assert_eq!(clean("a\nb\u{1b}"), "a b\u{fffd}");
    }
}
