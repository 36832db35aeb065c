//! The options of the suite, and those of Prosody's that it reads: the one table of them, and what a value in the configuration means.
//!
//! Prosody fetches the values and looks at accounts and files ([`Facts`]); all else is decided here.

mod documented;
mod duration;
mod kind;
mod raw;
mod table;
mod text;
mod web_pages;
mod webhook;
mod written;

use std::collections::HashMap;

pub use documented::lines as documentation;
pub use duration::{or_never, seconds};
pub use kind::Kind;
pub use raw::{Raw, shown};
pub use table::{Section, sections};
pub(crate) use text::scheme;
pub use written::{Default, Row, Strictest, Written};

/// The value of an option.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `true` or `false`.
    Boolean(bool),
    /// A number, maybe infinite.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// A table by name.
    Map(Vec<(String, Value)>),
    /// The table of this number, as it is written ([`Raw::Table`]).
    Written(usize),
    /// The path of what the value names. Only Prosody knows it, as paths need not be UTF-8.
    Found,
}

/// What Prosody knows beside the value.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The host for which the option is read.
    pub host: &'a str,
    /// The value of the other option that the row names ([`Row::other`]).
    pub other: &'a Raw,
    /// Whether the file or folder that the value names is there and can be read.
    pub is_found: bool,
    /// For texts that are addresses of accounts: the bare address, prepared.
    pub accounts: &'a HashMap<String, String>,
}

/// What an option is, if anything, and what is wrong with what is written there.
pub type Answer = (Option<Value>, Option<String>);

/// All options.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    sections().iter().flat_map(|section| section.rows)
}

impl Row {
    /// The value of this option where `raw` is written for it.
    #[must_use]
    pub fn read(&self, raw: &Raw, facts: &Facts<'_>) -> Answer {
        if self.needed_for.is_some_and(|value| !facts.other.is(value)) {
            return (None, None);
        }
        if *raw == Raw::Nil && self.needed_for.is_none() {
            return (self.default_value(facts), None);
        }
        match self.kind.read(raw, facts) {
            Some((value, left_out)) => (Some(value), self.left_out(left_out)),
            None => (self.instead(facts), Some(self.not_understood(raw))),
        }
    }

    fn default_value(&self, facts: &Facts<'_>) -> Option<Value> {
        match (self.default, facts.other) {
            (Default::Written(written), _) => Some(self.kind.read(&Raw::from(&written), facts)?.0),
            (Default::Host, _) => Some(Value::Text(facts.host.to_owned())),
            (Default::Role, other) => Some(Value::Text(if other.is("anonymous") { "prosody:guest" } else { "prosody:registered" }.into())),
            (Default::Longest, Raw::Number(other)) => Some(Value::Number(other.max(30.0 * 86_400.0))),
            (Default::Other, Raw::Boolean(value)) => Some(Value::Boolean(*value)),
            (Default::Other, Raw::Table(id, _)) => Some(Value::Written(*id)),
            (Default::None | Default::Other | Default::Longest, _) => None,
        }
    }

    /// What counts where the value is not understood.
    fn instead(&self, facts: &Facts<'_>) -> Option<Value> {
        match self.strictest {
            Strictest::None => self.default_value(facts),
            Strictest::Written(written) => Some(self.kind.read(&Raw::from(&written), facts)?.0),
            Strictest::All => Some(Value::Text("all".into())),
            Strictest::Closed => None,
        }
    }

    fn expected(&self) -> String {
        self.kind.expects().replace('`', "")
    }

    fn not_understood(&self, raw: &Raw) -> String {
        let what = if self.is_secret { self.name.to_owned() } else { format!("{} = {}", self.name, shown(raw)) };
        let problem = if *raw == Raw::Nil { "set" } else { "understood" };
        let instead = match (self.strictest, self.default) {
            (Strictest::Closed, _) => "Until it is mended, nobody can register or be invited".into(),
            (Strictest::All, _) => "It counts as \"all\"".into(),
            (Strictest::Written(written), _) | (Strictest::None, Default::Written(written)) => {
                format!("It counts as {}", shown(&Raw::from(&written)))
            }
            (Strictest::None, _) => "It counts as not set".into(),
        };
        format!("{what} is not {problem}. Expected: {}. {instead}", self.expected())
    }

    fn left_out(&self, mut elements: Vec<Raw>) -> Option<String> {
        if self.is_secret {
            return elements.pop().map(|_| format!("{}: an entry is not understood and left out. Expected: {}", self.name, self.expected()));
        }
        let elements = if elements.len() > 1 { Raw::of_list(elements) } else { elements.pop()? };
        Some(format!("{}: {} is not understood and left out. Expected: {}", self.name, shown(&elements), self.expected()))
    }
}

#[cfg(test)]
mod tests;
