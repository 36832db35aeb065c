//! What the help of the command line says, and which word was meant by one that is not known.

use super::nearest::nearest;
use super::{Arg, Command, Front, Section};
use crate::terminal;

/// The name of a flag as it is typed.
pub(super) fn spelt(name: &str) -> String {
    format!("--{}", name.replace('_', "-"))
}

/// The line that says how a command is called.
#[must_use]
pub fn usage(command: &Command, prefix: &str) -> String {
    let place = |arg: &Arg| if arg.is_optional { format!("[{}]", arg.place) } else { arg.place.to_owned() };
    let mut words = vec![format!("{prefix}{}", command.name)];
    words.extend(command.args.iter().map(place));
    for flag in command.flags {
        let value = flag.place.map(|place| format!(" {place}")).unwrap_or_default();
        words.push(format!("[{}{value}]{}", flag.spelt(), if flag.is_repeated { "..." } else { "" }));
    }
    words.join(" ")
}

/// All about one command.
#[must_use]
pub fn help(command: &Command, prefix: &str) -> String {
    let mut lines = vec![format!("usage: {}", usage(command, prefix)), String::new(), command.desc.to_owned()];
    lines.extend(Some(command.more.to_owned()).filter(|more| !more.is_empty()));
    lines.extend(command.flags.first().map(|_| String::new()));
    for flag in command.flags {
        let short = flag.short.map(|short| format!("-{short}, ")).unwrap_or_default();
        let value = flag.place.map(|place| format!(" {place}")).unwrap_or_default();
        lines.push(format!("    {:<24} {}", format!("{short}{}{value}", flag.spelt()), flag.help));
    }
    lines.join("\n")
}

/// All commands of a section under prosodyctl, each in short.
#[must_use]
pub fn overview(section: &Section) -> String {
    let prefix = section.prefix(Front::Prosodyctl);
    let head = format!("usage: {prefix}COMMAND ...\nWorks while Prosody runs and while it does not. \"{prefix}COMMAND --help\" says more.");
    section.commands.iter().fold(head, |text, command| format!("{text}\n\n  {}\n      {}", usage(command, ""), command.desc))
}

/// There is no such command, flag or host, but perhaps one with a similar name.
#[must_use]
pub fn unknown<'a>(what: &str, word: &[u8], known: impl IntoIterator<Item = &'a str>) -> String {
    let is_flag = what == "flag";
    let shown = terminal::text(word);
    let meant = nearest(word, known, None).map(|meant| if is_flag { spelt(meant) } else { meant.to_owned() });
    let text = format!("there is no {what} {}", if is_flag { spelt(&shown) } else { shown.into_owned() });
    meant.map_or_else(|| text.clone(), |meant| format!("{text}. Did you mean {meant}?"))
}

/// What Prosody says of the host that a command names.
#[derive(Clone, Copy, Debug, Default)]
pub struct Host {
    /// Whether it is a component.
    pub is_component: bool,
    /// Whether it is switched off in the configuration.
    pub is_disabled: bool,
    /// Whether `mod_invites_register` is there.
    pub has_register: bool,
}

/// Why a command makes no sense on its host, in words.
#[must_use]
pub fn unfit(command: &Command, name: &str, host: Host) -> Option<String> {
    if host.is_component && !command.alone {
        Some(format!("{name} is a component, where nobody has an account"))
    } else if !command.makes_links {
        None
    } else if host.is_disabled {
        Some(format!("{name} is switched off (enabled = false), so nobody could use the invite"))
    } else if host.has_register {
        None
    } else {
        Some(format!("nobody could use the invite, as mod_invites_register is missing on {name}: add \"invites_register\" to modules_enabled"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{invites, keys};

    #[test]
    fn usage_shows_what_may_be_left_out() {
        let line = |name: &str| usage(invites::SECTION.command(name.as_bytes()).unwrap(), "invite ");
        assert_eq!(
            line("create_account"),
            "invite create_account [USER@]HOST [--admin] [--role ROLE]... [--group ID]... [--expires-after PERIOD] [--uses N] [--note TEXT] [--contact \
             USER] [--qr]"
        );
        assert_eq!(line("delete"), "invite delete HOST [TOKEN] [--by USER] [--subtree] [--dry-run]");
        assert_eq!(line("sheet").get(..28), Some("invite sheet HOST N FILE [--"));
    }

    #[test]
    fn help_has_the_usage_the_purpose_and_the_flags() {
        let text = help(invites::SECTION.command(b"generate").unwrap(), "prosodyctl mod_invites ");
        assert!(text.starts_with("usage: prosodyctl mod_invites generate HOST [--admin] "), "{text}");
        assert!(text.contains("\n\nMake an invite and print its link alone"), "{text}");
        assert!(text.contains("\n    -g, --group ID           add the new user to this group; may be repeated\n"), "{text}");
        let text = help(invites::SECTION.command(b"backup").unwrap(), "");
        assert!(text.ends_with("\nFILE: a relative path starts at Prosody's data directory; - is standard output"), "{text}");
    }

    #[test]
    fn the_overview_has_all_commands() {
        for section in [&invites::SECTION, &keys::SECTION] {
            let text = overview(section);
            assert!(text.starts_with(&format!("usage: prosodyctl mod_{} COMMAND ...\nWorks while ", section.module)), "{text}");
            for command in section.commands {
                assert!(text.contains(&format!("\n\n  {} ", command.name)), "{text}");
            }
        }
    }

    #[test]
    fn invites_are_made_where_somebody_can_use_them() {
        let unfit = |command: &str, is_component, is_disabled, has_register| {
            let host = Host { is_component, is_disabled, has_register };
            unfit(invites::SECTION.command(command.as_bytes()).unwrap(), "h", host).unwrap_or_default()
        };
        assert_eq!(["bulk", "list", "check"].map(|command| unfit(command, false, false, true)), ["", "", ""]);
        assert_eq!(["list", "check"].map(|command| unfit(command, false, true, false)), ["", ""]);
        assert!(["bulk", "list"].iter().all(|command| unfit(command, true, false, true).starts_with("h is a component, ")));
        assert_eq!(unfit("check", true, false, true), "");
        assert!(unfit("bulk", false, true, true).starts_with("h is switched off (enabled = false), "));
        assert!(
            unfit("generate", false, false, false).ends_with("mod_invites_register is missing on h: add \"invites_register\" to modules_enabled")
        );
    }

    #[test]
    fn what_was_meant_is_asked() {
        assert_eq!(unknown("flag", b"exprires_after", ["help", "expires_after"]), "there is no flag --exprires-after. Did you mean --expires-after?");
        assert_eq!(unknown("host", b"example.net\x1b", ["a.example"]), "there is no host example.net?");
    }
}
