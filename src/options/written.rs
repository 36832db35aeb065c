//! What a row of the table of options is made of.

use super::kind::Kind;

/// A value as it would be written in the configuration.
#[derive(Clone, Copy, Debug)]
pub enum Written {
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Number(u32),
    /// A text.
    Text(&'static str),
    /// A list.
    List(&'static [Written]),
}

/// What an option is where it is not set.
#[derive(Clone, Copy, Debug)]
pub enum Default {
    /// Not set.
    None,
    /// This value.
    Written(Written),
    /// The name of the host.
    Host,
    /// What the other option is.
    Other,
    /// The role of new users: guests where the other option says that accounts are anonymous.
    Role,
    /// Thirty days, or what the other option is if that is longer.
    Longest,
}

/// What counts where the value of a security option is not understood.
#[derive(Clone, Copy, Debug)]
pub enum Strictest {
    /// It is no security option: its default counts.
    None,
    /// This value.
    Written(Written),
    /// Every name is in the list.
    All,
    /// `mod_invites` is not loaded.
    Closed,
}

/// An option.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// The values that it can have.
    pub kind: Kind,
    /// What it is where it is not set.
    pub default: Default,
    /// The documentation's words for a default that has to be found out.
    pub default_says: Option<&'static str>,
    /// What counts where its value is not understood.
    pub strictest: Strictest,
    /// The documentation's description.
    pub says: &'static str,
    /// Its value must not be printed.
    pub is_secret: bool,
    /// Prosody reads it outside of hosts alone.
    pub is_global: bool,
    /// An option on which the default depends, or whether this one is needed.
    pub other: Option<&'static str>,
    /// The value of the other option for which this one must be set. It is not looked at otherwise.
    pub needed_for: Option<&'static str>,
}

impl Row {
    pub(super) const fn new(name: &'static str, kind: Kind, says: &'static str) -> Self {
        Self {
            name,
            kind,
            default: Default::None,
            default_says: None,
            strictest: Strictest::None,
            says,
            is_secret: false,
            is_global: false,
            other: None,
            needed_for: None,
        }
    }

    pub(super) const fn default(mut self, value: Written) -> Self {
        self.default = Default::Written(value);
        self
    }

    pub(super) const fn derived(mut self, default: Default, other: Option<&'static str>) -> Self {
        self.default = default;
        self.other = other;
        self
    }

    pub(super) const fn default_says(mut self, words: &'static str) -> Self {
        self.default_says = Some(words);
        self
    }

    pub(super) const fn strictest(mut self, value: Written) -> Self {
        self.strictest = Strictest::Written(value);
        self
    }

    pub(super) const fn strict(mut self, strictest: Strictest) -> Self {
        self.strictest = strictest;
        self
    }

    pub(super) const fn needed_for(mut self, other: &'static str, value: &'static str) -> Self {
        self.other = Some(other);
        self.needed_for = Some(value);
        self
    }

    pub(super) const fn secret(mut self) -> Self {
        self.is_secret = true;
        self
    }

    pub(super) const fn global(mut self) -> Self {
        self.is_global = true;
        self
    }
}
