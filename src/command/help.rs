//! What the help of the command line says, and what a typed word that is not known may have meant.

use super::nearest::nearest;
use super::{Arg, Command, Front, Section};
use crate::terminal;
use crate::text::quoted;

/// The name of an option as it is typed.
pub(super) fn spelt(name: &str) -> String {
    format!("--{}", name.replace('_', "-"))
}

/// A command with its arguments.
fn call(command: &Command, prefix: &str) -> String {
    let place = |arg: &Arg| if arg.is_optional { format!("[{}]", arg.place) } else { arg.place.to_owned() };
    let words: Vec<_> = std::iter::once(format!("{prefix}{}", command.name)).chain(command.args.iter().map(place)).collect();
    words.join(" ")
}

/// The line that says how a command is called.
#[must_use]
pub fn usage(command: &Command, prefix: &str) -> String {
    let mut words = vec![call(command, prefix)];
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

/// All commands of a section under prosodyctl, each in one line, by their groups.
#[must_use]
pub fn overview(section: &Section) -> String {
    let prefix = section.prefix(Front::Prosodyctl);
    let mut lines = vec![section.desc.to_owned(), String::new(), format!("usage: {prefix}COMMAND ...")];
    let mut group = None;
    for command in section.commands {
        if group != Some(command.group) {
            group = Some(command.group);
            lines.push(String::new());
            lines.extend(Some(format!("{}:", command.group)).filter(|_| !command.group.is_empty()));
        }
        lines.push(format!("  {:<28} {}", call(command, ""), command.desc));
    }
    lines.extend([String::new(), format!("Works whether or not Prosody is running. See \"{prefix}COMMAND --help\" for details.")]);
    lines.join("\n")
}

/// There is no such command.
#[must_use]
pub fn unknown_command<'a>(word: &[u8], prefix: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let meant = meant(word, known, str::to_owned);
    format!("Unknown command {}.{meant} Run \"{prefix}--help\" for the list", quoted(&shortened(word)))
}

/// A command has no such option.
#[must_use]
pub fn unknown_option<'a>(word: &[u8], known: impl IntoIterator<Item = &'a str>) -> String {
    let meant = meant(word, known, spelt);
    let stop = if meant.is_empty() { "" } else { "." };
    format!("Unknown option: {}{stop}{meant}", spelt(&terminal::text(&shortened(word))))
}

/// The configuration has no such host. (In Prosody's own words.)
#[must_use]
pub fn unknown_host<'a>(word: &[u8], known: impl IntoIterator<Item = &'a str>) -> String {
    format!("The host '{}' is not configured for this server.{}", terminal::text(&shortened(word)), meant(word, known, str::to_owned))
}

/// ` Did you mean …?` where there is a similar word.
fn meant<'a>(word: &[u8], known: impl IntoIterator<Item = &'a str>, shown: fn(&str) -> String) -> String {
    nearest(word, known, None).map(|meant| format!(" Did you mean {}?", shown(meant))).unwrap_or_default()
}

/// A refusal for this request, where its usual text does not say enough: `reference` is the token or short id, `jid` the first argument.
#[must_use]
pub fn refused(code: &str, command: &str, prefix: &str, jid: Option<&str>, reference: Option<&[u8]>) -> Option<String> {
    match (code, command) {
        ("account-exists", "create_account") => {
            jid.map(|jid| format!("{jid} already exists ({code}). To let them set a new password: {prefix}create_reset {jid}"))
        }
        ("token-invalid", _) => reference.map(|typed| format!("No invite found for {} ({code})", quoted(&shortened(typed)))),
        _ => None,
    }
}

/// Bytes of the longest word that is repeated in an error.
const LONGEST_SHOWN: usize = 200;

fn shortened(word: &[u8]) -> Vec<u8> {
    match word.get(..LONGEST_SHOWN) {
        Some(start) if word.len() > LONGEST_SHOWN => [start, "…".as_bytes()].concat(),
        _ => word.to_vec(),
    }
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
            "invite create_account [USER@]HOST [--admin] [--role ROLE]... [--group ID]... [--room ROOM]... [--expires-after PERIOD] [--uses N] [--message TEXT] [--note TEXT] [--contact \
             USER] [--qr]"
        );
        assert_eq!(line("delete"), "invite delete HOST [TOKEN] [--by USER] [--subtree] [--dry-run]");
        assert_eq!(line("sheet").get(..28), Some("invite sheet HOST N FILE [--"));
    }

    #[test]
    fn help_has_the_usage_the_purpose_and_the_flags() {
        let text = help(invites::SECTION.command(b"generate").unwrap(), "prosodyctl mod_invites ");
        assert!(text.starts_with("usage: prosodyctl mod_invites generate HOST [--admin] "), "{text}");
        assert!(text.contains("\n\nCreate an invite and print only its link, "), "{text}");
        assert!(text.contains("\n    -g, --group ID           add the new user to this group; may be repeated\n"), "{text}");
        let text = help(invites::SECTION.command(b"backup").unwrap(), "");
        assert!(text.ends_with("\nFILE: a relative path starts at Prosody's data directory; - is standard output"), "{text}");
    }

    #[test]
    fn the_overview_has_each_command_in_one_line_and_no_option() {
        for section in [&invites::SECTION, &keys::SECTION] {
            let text = overview(section);
            assert!(text.starts_with(&format!("{}\n\nusage: prosodyctl mod_{} COMMAND ...\n\n", section.desc, section.module)), "{text}");
            for command in section.commands {
                assert!(text.contains(&format!("\n  {} ", command.name)) && text.contains(&format!(" {}\n", command.desc)), "{text}");
            }
            assert!(text.lines().filter(|line| line.starts_with("  ")).all(|line| line.len() <= 100 && !line.contains("[--")), "{text}");
        }
        let text = overview(&invites::SECTION);
        let groups: Vec<_> = text.lines().filter(|line| line.ends_with(':')).collect();
        assert_eq!(groups, ["Create:", "View:", "Change:", "Maintain:"]);
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
        assert_eq!(unknown_option(b"exprires_after", ["help", "expires_after"]), "Unknown option: --exprires-after. Did you mean --expires-after?");
        assert_eq!(unknown_option(b"frob", ["help", "json"]), "Unknown option: --frob");
        assert_eq!(unknown_host(b"example.net\x1b", ["a.example"]), "The host 'example.net?' is not configured for this server.");
        assert_eq!(
            unknown_host(b"exmaple.com", ["example.com"]),
            "The host 'exmaple.com' is not configured for this server. Did you mean example.com?"
        );
        assert_eq!(unknown_command(b"foo", "x ", ["list"]), "Unknown command \"foo\". Run \"x --help\" for the list");
        assert!(unknown_command("ü".repeat(100_000).as_bytes(), "x ", ["list"]).len() < 300);
    }

    #[test]
    fn a_refusal_says_what_it_is_about_and_what_to_do() {
        let told = |code, command, jid, reference: Option<&str>| refused(code, command, "x ", jid, reference.map(str::as_bytes));
        let exists = "romeo@h already exists (account-exists). To let them set a new password: x create_reset romeo@h";
        assert_eq!(told("account-exists", "create_account", Some("romeo@h"), None).as_deref(), Some(exists));
        assert_eq!(told("token-invalid", "show", None, Some("no\x1bsuch")).as_deref(), Some("No invite found for \"no\\27such\" (token-invalid)"));
        assert_eq!((told("token-invalid", "tree", Some("a@h"), None), told("token-used", "show", None, Some("x"))), (None, None));
    }
}
