//! The kinds of values that options have. Whatever a value is, reading it raises no error.

use super::raw::Raw;
use super::{Facts, Value, duration, text, webhook};
use crate::message;

/// The largest whole number that Lua has without rounding.
const LARGEST: f64 = 9_007_199_254_740_992.0;
const LONGEST_PERIOD: f64 = 1_000.0 * 366.0 * 86_400.0;
const LONGEST_LIST: usize = 1_000;

/// A kind of values.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// `true` or `false`, as Prosody reads them.
    Boolean,
    /// A whole number within these bounds.
    Whole(u32, u32),
    /// Likewise, or no limit, which is infinite.
    Limit(u32, u32),
    /// Seconds, infinite for `never`; the shortest period that makes sense.
    Period(Option<&'static str>),
    /// Seconds that end.
    FinitePeriod,
    /// A text of one line.
    Text,
    /// A text of several lines, as the message of an invite.
    Message,
    /// Such a text, or a table from languages to them.
    Messages,
    /// The name of a module.
    ModuleName,
    /// A colour in hexadecimal.
    Colour,
    /// An address that the browser opens.
    Url,
    /// Likewise, with variables in braces.
    Template,
    /// An address of a page, a person or a service.
    Link,
    /// An address relative to our page, to the server, or anywhere, with variables.
    Place,
    /// A folder that is there. Prosody looks: whether it has found it is among the facts.
    Folder,
    /// Likewise, a file with a picture.
    Picture,
    /// Where invites are kept.
    Database,
    /// Prosody's own table for a database.
    Sql,
    /// An IP address or a network.
    Network,
    /// A TCP port.
    Port,
    /// One of these texts.
    Word(&'static [&'static str]),
    /// A list of such elements, of which those that are not understood are left out. A single element may stand for a list of it.
    List(&'static Kind),
    /// A list of names.
    Names,
    /// Likewise, worth nothing if an element is not understood.
    AllNames,
    /// A table of such values, by any of these names, or by any names.
    Map(&'static Kind, &'static [&'static str]),
    /// Addresses of accounts. Prosody prepares them: they are among the facts.
    Accounts,
    /// Likewise, of rooms.
    Rooms,
    /// The id of a known app, or a table that describes one.
    App,
    /// The name of a known field of registration forms, or a table as `util.dataforms` takes it.
    Field,
    /// Receivers of webhooks.
    Webhooks,
    /// Any table.
    Table,
}

/// What was understood, and the elements that were left out.
pub(super) type Understood = (Value, Vec<Raw>);

impl Kind {
    /// What is expected, in words.
    #[must_use]
    pub fn expects(&self) -> String {
        match self {
            Kind::Boolean => "`true` or `false`".into(),
            Kind::Whole(least, most) => format!("a whole number from {least} to {most}"),
            Kind::Limit(least, most) => format!("a whole number from {least} to {most}, or `\"unlimited\"`"),
            Kind::Period(None) => "seconds, a text such as `\"2 weeks\"`, or `\"never\"`".into(),
            Kind::Period(Some(shortest)) => format!("seconds, a text such as `\"2 weeks\"`, or `\"never\"`; `\"{shortest}\"` at least"),
            Kind::FinitePeriod => "seconds, or a text such as `\"2 weeks\"`".into(),
            Kind::Text => "a text of one line".into(),
            Kind::Message => format!("a text of up to {} characters", message::LONGEST),
            Kind::Messages => format!("a text of up to {} characters, or a table from languages to such texts", message::LONGEST),
            Kind::ModuleName => "the name of a module without `mod_`".into(),
            Kind::Colour => "a colour such as `\"#1c6b4a\"`".into(),
            Kind::Url => "an address that begins with `https://` or `http://`".into(),
            Kind::Template => "an address that begins with `https://` or `http://`, with variables".into(),
            Kind::Link => "an address (`https:`, `http:`, `mailto:`, `xmpp:`, `tel:`)".into(),
            Kind::Place => "an address (`https://` or `http://`), or a path of this server, with variables".into(),
            Kind::Folder => "the path of a folder that is there and that Prosody can read".into(),
            Kind::Picture => "the path of a picture (svg, png, jpg, webp, gif) that is there and that Prosody can read".into(),
            Kind::Database => "a path, `\"postgresql://…\"`, or `\"sql\"`".into(),
            Kind::Sql => "`{ driver = \"PostgreSQL\"; database = …; … }`".into(),
            Kind::Network | Kind::List(Kind::Network) => "IP addresses or networks, such as `\"10.0.0.0/8\"`".into(),
            Kind::Port | Kind::List(Kind::Port) => "port numbers".into(),
            Kind::Word(words) => words.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>().join(", "),
            Kind::List(element) => format!("a list of {}", element.expects()),
            Kind::Names | Kind::AllNames => "a list of names".into(),
            Kind::Map(value, []) => format!("a table from names, each {}", value.expects()),
            Kind::Map(value, names) => {
                let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
                format!("a table with any of {}, each {}", names.join(", "), value.expects())
            }
            Kind::Accounts => "a list of addresses such as `\"juliet@example.com\"`".into(),
            Kind::Rooms => "a list of addresses such as `\"garden@rooms.example.com\"`".into(),
            Kind::App => "ids of apps, or tables".into(),
            Kind::Field => "names such as `\"email\"` or `\"email+\"`, or tables".into(),
            Kind::Webhooks => webhook::EXPECTS.into(),
            Kind::Table => "a table".into(),
        }
    }

    /// The value, if it is understood.
    #[must_use]
    pub(super) fn read(&self, raw: &Raw, facts: &Facts<'_>) -> Option<Understood> {
        match self {
            Kind::List(element) => list(element, raw, facts, false),
            Kind::Names => list(&Kind::Text, raw, facts, false),
            Kind::AllNames => list(&Kind::Text, raw, facts, true),
            Kind::Map(value, names) => map(value, names, raw, facts),
            Kind::Accounts | Kind::Rooms => accounts(raw, facts),
            Kind::Webhooks => webhook::receivers(raw),
            Kind::Messages if matches!(raw, Raw::Table(..)) => map(&Kind::Message, &[], raw, facts),
            single => single.one(raw, facts).map(|value| (value, Vec::new())),
        }
    }

    fn one(&self, raw: &Raw, facts: &Facts<'_>) -> Option<Value> {
        let printable = if let Raw::Text(bytes) = raw { text::printable(bytes) } else { None };
        let if_text = |test: fn(&str) -> bool| printable.filter(|text| test(text)).map(|text| Value::Text(text.to_owned()));
        match self {
            Kind::Boolean => boolean(raw).map(Value::Boolean),
            Kind::Whole(least, most) => whole(raw).filter(|number| (f64::from(*least)..=f64::from(*most)).contains(number)).map(Value::Number),
            Kind::Limit(least, most) => {
                if raw.is("unlimited") {
                    return Some(Value::Number(f64::INFINITY));
                }
                Kind::Whole(*least, *most).one(raw, facts)
            }
            Kind::Period(shortest) => {
                let least = shortest.and_then(|shortest| duration::seconds(shortest.as_bytes())).unwrap_or(1.0);
                let written = if let Raw::Text(bytes) = raw { duration::or_never(bytes) } else { None };
                let seconds = whole(raw).or(written)?;
                (seconds >= least && (seconds <= LONGEST_PERIOD || seconds.is_infinite())).then_some(Value::Number(seconds))
            }
            Kind::FinitePeriod => Kind::Period(None).one(raw, facts).filter(|value| *value != Value::Number(f64::INFINITY)),
            Kind::Text => if_text(|_| true),
            Kind::Message | Kind::Messages => {
                let Raw::Text(bytes) = raw else { return None };
                message::read(bytes).ok().flatten().map(Value::Text)
            }
            Kind::ModuleName => if_text(text::is_module_name),
            Kind::Colour => if_text(text::is_colour),
            Kind::Url | Kind::Template => if_text(text::is_url),
            Kind::Link => if_text(text::is_link),
            Kind::Place => if_text(text::is_place),
            Kind::Database => if_text(text::is_database),
            Kind::Network => if_text(text::is_network),
            Kind::Folder => printable.filter(|_| facts.is_found).map(|_| Value::Found),
            Kind::Picture => printable.filter(|text| facts.is_found && text::is_picture(text)).map(|_| Value::Found),
            Kind::Sql => is_sql(raw).then(|| written(raw)).flatten(),
            Kind::Port => Kind::Whole(1, 65_535).one(raw, facts),
            Kind::Word(words) => words.iter().find(|word| raw.is(word)).map(|word| Value::Text((*word).to_owned())),
            Kind::App => written(raw).or_else(|| if_text(|_| true)),
            Kind::Field => match raw.field("name") {
                Raw::Text(name) if text::printable(name).is_some() => written(raw),
                _ => if_text(|_| true),
            },
            Kind::Table => written(raw),
            Kind::Rooms => accounts(raw, facts).filter(|(_, left_out)| left_out.is_empty()).map(|(rooms, _)| rooms),
            Kind::List(_) | Kind::Names | Kind::AllNames | Kind::Map(..) | Kind::Accounts | Kind::Webhooks => None,
        }
    }
}

/// The table as it is written.
fn written(raw: &Raw) -> Option<Value> {
    if let Raw::Table(id, _) = raw { Some(Value::Written(*id)) } else { None }
}

fn boolean(raw: &Raw) -> Option<bool> {
    match raw {
        Raw::Boolean(value) => Some(*value),
        Raw::Number(1.0) => Some(true),
        Raw::Number(0.0) => Some(false),
        Raw::Text(bytes) => match bytes.as_slice() {
            b"true" => Some(true),
            b"false" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// A whole number, or a text of digits alone.
fn whole(raw: &Raw) -> Option<f64> {
    let number = match raw {
        Raw::Number(number) => *number,
        Raw::Text(bytes) => {
            let digits = std::str::from_utf8(bytes).ok().filter(|text| text.len() <= 20)?.trim_matches(text::is_space);
            if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            digits.parse().ok()?
        }
        _ => return None,
    };
    (number.fract() == 0.0 && number.abs() <= LARGEST).then_some(number)
}

fn is_sql(raw: &Raw) -> bool {
    let has_name = |name| matches!(raw.field(name), Raw::Text(text) if !text.is_empty());
    let is_unset = |name| matches!(raw.field(name), Raw::Nil);
    let may_be_text = |name| matches!(raw.field(name), Raw::Nil | Raw::Text(_));
    raw.field("driver").is("PostgreSQL")
        && has_name("database")
        && (has_name("username") || is_unset("username"))
        && may_be_text("password")
        && may_be_text("host")
        && (is_unset("port") || whole(raw.field("port")).is_some())
}

fn list(element: &Kind, raw: &Raw, facts: &Facts<'_>, is_strict: bool) -> Option<Understood> {
    let elements = if let Raw::Table(..) = raw { raw.list(LONGEST_LIST)? } else { some(raw) };
    let (mut values, mut left_out) = (Vec::new(), Vec::new());
    for written in elements {
        match element.one(written, facts) {
            Some(value) => values.push(value),
            None => left_out.push(written.clone()),
        }
    }
    let is_lost = !left_out.is_empty() && (is_strict || values.is_empty());
    (!is_lost).then_some((Value::List(values), left_out))
}

fn map(kind: &Kind, names: &[&str], raw: &Raw, facts: &Facts<'_>) -> Option<Understood> {
    let Raw::Table(_, pairs) = raw else { return None };
    let (mut values, mut left_out) = (Vec::new(), Vec::new());
    for (key, written) in pairs {
        let name = if let Raw::Text(name) = key { std::str::from_utf8(name).ok() } else { None };
        let known = name.filter(|name| names.is_empty() || names.contains(name));
        match known.and_then(|name| Some((name.to_owned(), kind.one(written, facts)?))) {
            Some(pair) => values.push(pair),
            None => left_out.push(Raw::Table(0, vec![(key.clone(), written.clone())])),
        }
    }
    let is_lost = !left_out.is_empty() && values.is_empty();
    (!is_lost).then_some((Value::Map(values), left_out))
}

/// In whatever shape of table: a mistake beside an address must not take it out.
fn accounts(raw: &Raw, facts: &Facts<'_>) -> Option<Understood> {
    let elements: Vec<&Raw> = if let Raw::Table(_, pairs) = raw { pairs.iter().map(|(_, value)| value).collect() } else { some(raw) };
    let (mut values, mut left_out) = (Vec::new(), Vec::new());
    for written in elements {
        let text = if let Raw::Text(bytes) = written { text::printable(bytes) } else { None };
        match text.and_then(|text| facts.accounts.get(text)) {
            Some(account) => values.push(Value::Text(account.clone())),
            None => left_out.push(written.clone()),
        }
    }
    let is_lost = !left_out.is_empty() && values.is_empty();
    (!is_lost).then_some((Value::List(values), left_out))
}

/// What stands for a list of one.
fn some(raw: &Raw) -> Vec<&Raw> {
    if *raw == Raw::Nil { Vec::new() } else { vec![raw] }
}
