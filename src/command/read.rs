//! Reads what was typed: the name of a command, its arguments and its options. (util.argparse of Prosody 0.12 knows neither repeated flags nor flags
//! after arguments.)

use super::help::{help, overview, spelt, unknown_command, unknown_option, usage};
use super::jid::{self, Jids};
use super::request::Request;
use super::value::{self, Kind};
use super::{Command, Flag, Front, Section};
use crate::terminal;
use crate::text::quoted;

/// Why a command does not run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// These JIDs have to be prepared first: the caller calls again with what Prosody makes of them.
    Ask(Vec<Vec<u8>>),
    /// Help was asked for.
    Help(String),
    /// Nothing was typed, so this is what there is to type.
    Overview(String),
    /// It was typed wrongly: what is wrong, and how the command is called if it is known which.
    Mistyped(String, Option<String>),
}

/// Reads words, of which one names the command; some people write the host before it.
///
/// # Errors
/// What to do instead of running a command.
pub fn read(front: Front, section: &'static Section, words: &[Vec<u8>], jids: &Jids) -> Result<Request, Stop> {
    let prefix = section.prefix(front);
    match words.first().map(Vec::as_slice) {
        None => return Err(Stop::Overview(overview(section))),
        Some(b"--help" | b"-h" | b"help") => return Err(Stop::Help(overview(section))),
        Some(_) => {}
    }
    let found = words.iter().enumerate().find_map(|(at, word)| Some((at, section.command(word)?)));
    let Some((at, command)) = found else {
        let known = section.commands.iter().map(|command| command.name);
        return Err(Stop::Mistyped(unknown_command(words.first().map_or(&b""[..], Vec::as_slice), &prefix, known), None));
    };
    let words: Vec<_> = words.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, word)| word.as_slice()).collect();
    let typed = split(command, &words).map_err(Wrong::Typed);
    typed.and_then(|typed| if typed.wants_help { Err(Wrong::Help) } else { interpret(command, &typed, jids) }).map_err(|wrong| match wrong {
        Wrong::Ask(asked) => Stop::Ask(asked),
        Wrong::Help => Stop::Help(help(command, &prefix)),
        Wrong::Typed(text) => Stop::Mistyped(text, Some(usage(command, &prefix))),
    })
}

enum Wrong {
    Ask(Vec<Vec<u8>>),
    Help,
    Typed(String),
}

impl From<String> for Wrong {
    fn from(text: String) -> Self {
        Self::Typed(text)
    }
}

/// Words as arguments and flags.
#[derive(Default)]
struct Typed<'a> {
    plain: Vec<&'a [u8]>,
    flags: Vec<(&'static Flag, &'a [u8])>,
    wants_help: bool,
}

/// The name of a flag in a word, and its value after `=`. Other words with a dash are tokens that other software made.
fn flag_in(word: &[u8]) -> Option<(&[u8], Option<&[u8]>)> {
    match word {
        [b'-', b'-', first, ..] if first.is_ascii_alphabetic() || *first == b'_' => {
            let text = word.get(2..)?;
            let end = text.iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_' && *byte != b'-').unwrap_or(text.len());
            let (name, rest) = text.split_at(end);
            Some((name, rest.strip_prefix(b"=")))
        }
        [b'-', letter] if letter.is_ascii_alphabetic() => Some((word.get(1..)?, None)),
        _ => None,
    }
}

fn find(command: &Command, typed: &[u8]) -> Result<&'static Flag, String> {
    let name: Vec<_> = typed.iter().map(|byte| if *byte == b'-' { b'_' } else { *byte }).collect();
    let is_it = |flag: &&'static Flag| flag.name.as_bytes() == name || flag.short.is_some_and(|short| typed == [short as u8]);
    command.flags.iter().find(is_it).ok_or_else(|| {
        if let [letter] = typed {
            return format!("Unknown option: -{}", char::from(*letter));
        }
        unknown_option(typed, ["help"].into_iter().chain(command.flags.iter().map(|flag| flag.name)))
    })
}

fn split<'a>(command: &Command, words: &[&'a [u8]]) -> Result<Typed<'a>, String> {
    let mut typed = Typed::default();
    let mut words = words.iter().copied();
    while let Some(word) = words.next() {
        if word == b"--" {
            typed.plain.extend(words);
            break;
        }
        let Some((name, value)) = flag_in(word) else {
            typed.plain.push(word);
            continue;
        };
        if name == b"help" || name == b"h" {
            typed.wants_help = true;
            continue;
        }
        let flag = find(command, name)?;
        let value = match (flag.place, value) {
            (None, Some(_)) => return Err(format!("{}: this option takes no value", terminal::text(word))),
            (None, None) => b"",
            (Some(_), Some(value)) => value,
            (Some(place), None) => words.next().ok_or_else(|| format!("{} needs a value: {place}", terminal::text(word)))?,
        };
        typed.flags.push((flag, value));
    }
    Ok(typed)
}

fn interpret(command: &'static Command, typed: &Typed<'_>, jids: &Jids) -> Result<Request, Wrong> {
    let mut request = Request::of(command);
    for (at, arg) in command.args.iter().enumerate() {
        match typed.plain.get(at).filter(|word| !word.is_empty()) {
            Some(word) => request.set(arg.key, value::read(arg.kind, word)?),
            None if arg.is_optional => {}
            None => return Err(format!("Missing argument: {}", arg.place).into()),
        }
    }
    if let Some(word) = typed.plain.get(command.args.len()) {
        return Err(format!("Unexpected argument: {}", quoted(word)).into());
    }
    let first = typed.plain.first().copied().unwrap_or_default();
    let Some((username, host)) = jids.get(first) else {
        return Err(Wrong::Ask(vec![first.to_vec()]));
    };
    let host = host.clone().map_or_else(|| Err(jid::invalid(first, jids).map_or_else(|ask| Wrong::Ask(vec![ask]), Wrong::Typed)), Ok)?;
    let shown = terminal::text(first);
    match (command.whose, username) {
        (_, Some(_)) if command.args.first().is_some_and(|arg| arg.key == "host") => {
            return Err(format!("Give a hostname ({host}) instead of {shown}").into());
        }
        (Some(whose), None) => return Err(format!("Give the JID of {whose} (USER@{host}) instead of {shown}").into()),
        _ => {}
    }
    let mut asked = Vec::new();
    for (flag, text) in &typed.flags {
        let (flag, text) = match flag.means {
            Some((name, value)) => (command.flag(name).unwrap_or(flag), value.as_bytes()),
            None => (*flag, *text),
        };
        if flag.place.is_some() && text.is_empty() {
            return Err(format!("{} needs a value: {}", flag.spelt(), flag.place.unwrap_or_default()).into());
        }
        let value = match flag.kind {
            Kind::User => jid::user(text, &host, jids, &mut asked),
            Kind::Jid => jid::anybody(text, jids, &mut asked),
            kind => value::read(kind, text),
        };
        request.set_flag(flag, value.map_err(|error| format!("{}: {error}", spelt(flag.name)))?);
    }
    if !asked.is_empty() {
        return Err(Wrong::Ask(asked));
    }
    request.host = host;
    request.username.clone_from(username);
    (command.clash)(&request).map_or(Ok(request), |clash| Err(clash.to_owned().into()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::jid::Jid;
    use super::super::value::Value;
    use super::*;
    use crate::command::{invites, keys};

    /// What Prosody would say of JIDs, as far as these tests need it.
    fn prepared(jid: &[u8]) -> Jid {
        let text = std::str::from_utf8(jid).unwrap().to_lowercase();
        match text.split_once('@') {
            Some((user, host)) if !user.is_empty() && !user.contains('\u{a0}') && !host.contains('@') => {
                (Some(user.to_owned()), Some(host.to_owned()))
            }
            Some(_) => (None, None),
            None => (None, Some(text)),
        }
    }

    fn read_all(front: Front, section: &'static Section, words: &[&str]) -> Result<Request, Stop> {
        let words: Vec<_> = words.iter().map(|word| word.as_bytes().to_vec()).collect();
        let mut jids = BTreeMap::new();
        loop {
            match read(front, section, &words, &jids) {
                Err(Stop::Ask(asked)) => jids.extend(asked.into_iter().map(|jid| (jid.clone(), prepared(&jid)))),
                other => return other,
            }
        }
    }

    fn typed(line: &str) -> Result<Request, Stop> {
        read_all(Front::Prosodyctl, &invites::SECTION, &line.split(' ').map(|word| word.trim_matches('\'')).collect::<Vec<_>>())
    }

    fn texts(words: &[&str]) -> Value {
        Value::Many(words.iter().map(|word| word.as_bytes().to_vec()).collect())
    }

    #[test]
    fn arguments_and_flags_may_be_mixed() {
        let request = typed("create_account --role=a Romeo@H --admin --group x --uses unlimited --contact JULIET --qr --group --").unwrap();
        assert_eq!((request.host.as_str(), request.username.as_deref()), ("h", Some("romeo")));
        assert_eq!(request.get("role"), Some(&texts(&["a", "prosody:admin"])));
        assert_eq!(request.get("group"), Some(&texts(&["x", "--"])));
        assert_eq!(request.get("uses"), Some(&Value::Endless));
        assert_eq!(request.get("contact"), Some(&Value::Text(b"juliet".to_vec())));
        assert!(request.has("qr") && !request.has("note"));
        assert_eq!(typed("h list").unwrap().command.name, "list");
        assert_eq!(typed("show h -- --abc").unwrap().get("token"), Some(&Value::Text(b"--abc".to_vec())));
        assert_eq!(typed("show h -abc").unwrap().get("token"), Some(&Value::Text(b"-abc".to_vec())));
        for word in ["-", "-5", "a=b", "--json", "-g", "--"] {
            assert_eq!(typed(&format!("show h -- {word}")).unwrap().get("token"), Some(&Value::Text(word.as_bytes().to_vec())), "{word}");
        }
        for (line, note) in [("create_account h --note --json", "--json"), ("create_account h --note=a=b=c", "a=b=c")] {
            assert_eq!(typed(line).unwrap().get("note"), Some(&Value::Text(note.as_bytes().to_vec())));
        }
        assert_eq!(typed("list h --by juliet@h").unwrap().get("by"), Some(&Value::Text(b"juliet".to_vec())));
        let person = typed("create_contact juliet@h --for=Romeo@Net/x").unwrap();
        assert_eq!(person.get("for"), Some(&Value::Text(b"romeo@net/x".to_vec())));
        assert_eq!(typed("generate h -g a").unwrap().get("group"), Some(&texts(&["a"])));
    }

    #[test]
    fn bytes_that_are_no_text_are_taken_as_they_are() {
        let jids = BTreeMap::from([(b"h".to_vec(), (None, Some("h".to_owned())))]);
        let words = [b"export".to_vec(), b"h".to_vec(), b"\xff.json".to_vec()];
        let request = read(Front::Shell, &invites::SECTION, &words, &jids).unwrap();
        assert_eq!(request.get("file"), Some(&Value::Text(b"\xff.json".to_vec())));
    }

    #[test]
    fn what_is_wrong_comes_with_the_usage() {
        for (line, expected) in [
            ("generate", "Missing argument: HOST"),
            ("list ''", "Missing argument: HOST"),
            ("show h", "Missing argument: TOKEN"),
            ("extend h t", "Missing argument: PERIOD"),
            ("extend h t soon", "\"soon\" is not a valid period. Use a number and a unit, such as \"2 days\", or \"never\""),
            ("generate h --role", "--role needs a value: ROLE"),
            ("list h --by=", "--by needs a value: USER"),
            ("list h --json=yes", "--json=yes: this option takes no value"),
            ("list h -x", "Unknown option: -x"),
            ("list h --what", "Unknown option: --what"),
            ("list h --jsno", "Unknown option: --jsno. Did you mean --json?"),
            ("generate h g", "Unexpected argument: \"g\""),
            ("bulk h 0", "\"0\" is not valid: it must be a number from 1 to 1000000000"),
            ("sheet h 1001 f", "\"1001\" is not valid: it must be a number from 1 to 1000"),
            ("tree @h", "\"@h\" is not a valid hostname"),
            ("create_account a\u{a0}b@h", "\"a\u{a0}b\" is not a valid username"),
            ("create_account a@h@", "\"h@\" is not a valid hostname"),
            ("tree h", "Give the JID of a user (USER@h) instead of h"),
            ("create_reset h", "Give the JID of the account whose password is to be reset (USER@h) instead of h"),
            ("list juliet@h", "Give a hostname (h) instead of juliet@h"),
            ("list h --by juliet@net", "--by: \"juliet@net\" is not a valid username on h"),
            ("list h --by @h", "--by: \"@h\" is not a valid username on h"),
            ("create_contact juliet@h --for net", "--for: \"net\" is not the JID of a user"),
            ("create_contact juliet@h --for a@net --allow-registration", "--for is for people who have an account"),
            ("create_account h --message a\u{1b}", "--message: A message has no characters that can't be shown"),
            ("list h --all --used", "Give either --all or --used, not both"),
            ("show h t --json --qr", "Give either --json or --qr, not both"),
            ("generate h --reset juliet --admin", "--reset can't have other options beside it"),
            ("revoke h", "Give the token or the short id of an invite, or --by USER"),
            ("delete h --subtree", "--subtree needs --by"),
            ("revoke h t --by juliet", "Give either a token or --by, not both"),
        ] {
            let command = invites::SECTION.command(line.split(' ').next().unwrap().as_bytes()).unwrap();
            let usage = usage(command, "prosodyctl mod_invites ");
            assert_eq!(typed(line).unwrap_err(), Stop::Mistyped(expected.to_owned(), Some(usage)), "{line}");
        }
    }

    #[test]
    fn help_comes_before_everything_else() {
        assert!(matches!(typed("list --help"), Err(Stop::Help(text)) if text.starts_with("usage: prosodyctl mod_invites list HOST ")));
        assert!(matches!(typed("help"), Err(Stop::Help(text)) if text.contains("\nusage: prosodyctl mod_invites COMMAND")));
        assert!(matches!(read_all(Front::Prosodyctl, &keys::SECTION, &[]), Err(Stop::Overview(_))));
        let unknown = "Unknown command \"create-acount\". Did you mean create_account? Run \"prosodyctl mod_invites --help\" for the list";
        assert_eq!(typed("create-acount h").unwrap_err(), Stop::Mistyped(unknown.to_owned(), None));
    }
}
