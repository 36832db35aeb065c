//! The command line: which commands there are, what was typed for one of them, and how invites look as text.
//!
//! `prosodyctl mod_invites` and the admin shell share one table of commands ([`invites`]), and so do both front ends of the HTTP API's keys ([`keys`]).
//! Lua registers the commands, runs them, and writes what they answer.

pub mod check;
pub mod date;
pub mod help;
pub mod invites;
pub mod jid;
pub mod keys;
pub mod lines;
pub mod nearest;
pub mod read;
pub mod request;
pub mod running;
pub mod selftest;
pub mod text;
pub mod value;

pub use jid::{Jid, Jids};
pub use read::{Stop, read};
pub use request::Request;
pub use value::{Kind, Value};

/// Commands that belong together: a section of the admin shell, and the command line of one module under prosodyctl.
#[derive(Debug)]
pub struct Section {
    /// The name of the section in the shell.
    pub name: &'static str,
    /// What the shell's help says of it.
    pub desc: &'static str,
    /// The name of the module, without `mod_`.
    pub module: &'static str,
    /// The commands, in the order of the help.
    pub commands: &'static [Command],
}

/// One command.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// What is typed.
    pub name: &'static str,
    /// What it does, in one line.
    pub desc: &'static str,
    /// Further lines of help.
    pub more: &'static str,
    /// What the overview puts above it and the commands of its kind; "" in a section with few commands.
    pub group: &'static str,
    /// The arguments. The first one names the host: as itself, or as the host of a JID.
    pub args: &'static [Arg],
    /// The flags, in the order of the help.
    pub flags: &'static [Flag],
    /// The first argument must be a JID with a username, and this says whose.
    pub whose: Option<&'static str>,
    /// Why arguments and flags do not go together.
    pub clash: fn(&Request) -> Option<&'static str>,
    /// Whether it makes links, for which the host has to have landing pages and registration.
    pub makes_links: bool,
    /// Whether it works where `mod_invites` can't be loaded.
    pub alone: bool,
    /// The switch that `true` as an argument stands for in the shell, as Prosody 0.12 has it.
    pub as_boolean: Option<&'static str>,
    /// Whether the shell does not have it.
    pub is_prosodyctl_only: bool,
}

/// An argument of a command.
#[derive(Clone, Copy, Debug)]
pub struct Arg {
    /// The name under which its value is found.
    pub key: &'static str,
    /// What stands for it in the help.
    pub place: &'static str,
    /// Whether it may be missing.
    pub is_optional: bool,
    /// How it is read.
    pub kind: Kind,
}

/// A flag of a command. A name with `_` is typed with `-`.
#[derive(Clone, Copy, Debug)]
pub struct Flag {
    /// The name under which its value is found.
    pub name: &'static str,
    /// The short form.
    pub short: Option<char>,
    /// What stands for its value in the help; none for a switch.
    pub place: Option<&'static str>,
    /// Whether it may be repeated.
    pub is_repeated: bool,
    /// What it does.
    pub help: &'static str,
    /// How its value is read.
    pub kind: Kind,
    /// The flag and the value that it is a short form for.
    pub means: Option<(&'static str, &'static str)>,
}

/// Where a command is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Front {
    /// The admin shell.
    Shell,
    /// The command line of the system.
    Prosodyctl,
}

impl Section {
    /// The section of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        [&invites::SECTION, &keys::SECTION].into_iter().find(|section| section.name == name)
    }

    /// The command of this name.
    #[must_use]
    pub fn command(&self, name: &[u8]) -> Option<&'static Command> {
        self.commands.iter().find(|command| command.name.as_bytes() == name)
    }

    /// What is typed before the name of a command.
    #[must_use]
    pub fn prefix(&self, front: Front) -> String {
        match front {
            Front::Shell => format!("{} ", self.name),
            Front::Prosodyctl => format!("prosodyctl mod_{} ", self.module),
        }
    }
}

impl Command {
    /// A command without flags, of which the host is the only argument.
    pub(crate) const fn of_host(name: &'static str, desc: &'static str) -> Self {
        Self {
            name,
            desc,
            more: "",
            group: "",
            args: &[Arg::HOST],
            flags: &[],
            whose: None,
            clash: |_| None,
            makes_links: false,
            alone: false,
            as_boolean: None,
            is_prosodyctl_only: false,
        }
    }

    /// The flag of this name.
    #[must_use]
    pub fn flag(&self, name: &str) -> Option<&'static Flag> {
        self.flags.iter().find(|flag| flag.name == name)
    }
}

impl Arg {
    /// The host for which a command works.
    pub(crate) const HOST: Self = Self::new("host", "HOST", Kind::Text);

    pub(crate) const fn new(key: &'static str, place: &'static str, kind: Kind) -> Self {
        Self { key, place, is_optional: false, kind }
    }

    pub(crate) const fn optional(self) -> Self {
        Self { is_optional: true, ..self }
    }
}

impl Flag {
    pub(crate) const fn switch(name: &'static str, help: &'static str) -> Self {
        Self { name, short: None, place: None, is_repeated: false, help, kind: Kind::Switch, means: None }
    }

    pub(crate) const fn new(name: &'static str, place: &'static str, kind: Kind, help: &'static str) -> Self {
        Self { place: Some(place), kind, ..Self::switch(name, help) }
    }

    /// The name as it is typed.
    #[must_use]
    pub fn spelt(&self) -> String {
        help::spelt(self.name)
    }
}
