//! One app as the configuration or a module describes it. What makes no sense is left out and complained of.

use crate::KindName;
use crate::options::{Raw, scheme, shown};

const LONGEST_ID: usize = 64;
const PLATFORMS: [&str; 7] = ["Android", "iOS", "macOS", "Linux", "Windows", "Haiku", "Web"];
const GENERIC: &str = "assets/logos/generic.svg";

/// Fields that other modules know, and their types.
const FIELDS: [(&str, &str); 8] = [
    ("text", "string"),
    ("image", "string"),
    ("link", "string"),
    ("magic_link_format", "string"),
    ("login_link_format", "string"),
    ("download", "table"),
    ("setup", "table"),
    ("platforms", "table"),
];

/// Which invites an app opens from their `xmpp:` links.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opens {
    /// Those that lead to a new account, or to a new password.
    pub account: bool,
    /// Those that lead to a contact, for somebody with an account.
    pub contact: bool,
}

impl Opens {
    /// From `supports_preauth_uri`: `true` or `false` for all kinds, or a table such as `{ contact = true }`. None if it is neither.
    #[must_use]
    pub fn read(written: &Raw) -> Option<Self> {
        let of = |name| matches!(written.field(name), Raw::Boolean(true));
        match written {
            Raw::Nil => Some(Self::default()),
            Raw::Boolean(yes) => Some(Self { account: *yes, contact: *yes }),
            Raw::Table(..) => Some(Self { account: of("account"), contact: of("contact") }),
            _ => None,
        }
    }

    /// Does it open invites of this kind? Who gets both a contact and an account needs the account first.
    #[must_use]
    pub fn kind(self, kind: KindName) -> bool {
        if kind == KindName::Contact { self.contact } else { self.account }
    }
}

/// An app: what becomes of the table that describes it. Its other fields stay as they are written.
#[derive(Clone, Debug, PartialEq)]
pub struct App {
    /// The number of the table ([`Raw::Table`]).
    pub table: usize,
    /// Its id, like that of no other app.
    pub id: String,
    /// The id by which options know it.
    pub listed_as: String,
    /// Is it one that we know?
    pub is_usual: bool,
    /// The invites that it opens.
    pub opens: Opens,
    /// Fields of a wrong type.
    pub dropped: Vec<&'static str>,
    /// What it runs on.
    pub platforms: Vec<String>,
    /// The number of the table about its download, if there is one.
    pub download: Option<usize>,
    /// The numbers of the tables about buttons, each with the address of its picture if it has one.
    pub buttons: Vec<(usize, Option<String>)>,
    /// The address of its picture.
    pub image: String,
    /// The path of that picture below our address, if it is ours.
    pub asset: Option<String>,
}

/// Pictures of apps.
#[derive(Debug)]
pub struct Pictures<'a> {
    /// The address under which they are, without a slash at its end.
    pub base: &'a str,
    /// The paths of all that there are.
    pub paths: &'a [String],
}

impl Pictures<'_> {
    fn is_there(&self, path: &str) -> bool {
        self.paths.iter().any(|known| known == path)
    }

    fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.base)
    }

    /// The address of a picture that is somewhere else than below our address.
    fn elsewhere(&self, image: &str) -> Option<String> {
        if scheme(image).is_some() || image.starts_with("//") {
            return Some(image.to_owned());
        }
        let (scheme, rest) = self.base.split_once("://")?;
        let authority = rest.split('/').next().unwrap_or_default();
        image.starts_with('/').then(|| format!("{scheme}://{authority}{image}"))
    }

    /// The address of an app's picture; its path if it is ours; whether what is written was not there.
    fn of_app(&self, image: Option<&str>, id: &str) -> (String, Option<String>, bool) {
        if let Some(elsewhere) = image.and_then(|image| self.elsewhere(image)) {
            return (elsewhere, None, false);
        }
        // Lists that were copied from the community's module name files that it has, of apps that we have another picture of.
        let own = format!("assets/logos/{id}.svg");
        let found = image.into_iter().chain([own.as_str()]).find(|path| self.is_there(path));
        let path = found.unwrap_or(GENERIC).to_owned();
        (self.url(&path), Some(path), found.is_none() && image.is_some())
    }
}

/// The app that is described, if there is anything of use in it, and what is wrong with the description.
pub(super) fn read(written: &Raw, pictures: &Pictures<'_>) -> (Option<App>, Vec<String>) {
    let mut complaints = Vec::new();
    let app = try_read(written, pictures, &mut complaints);
    (app, complaints)
}

/// What the description calls the app.
pub(super) fn name_of(written: &Raw) -> String {
    match written.field("name") {
        Raw::Nil | Raw::Boolean(false) => "no name".into(),
        Raw::Text(name) => String::from_utf8_lossy(name).into_owned(),
        other => shown(other),
    }
}

fn try_read(written: &Raw, pictures: &Pictures<'_>, complaints: &mut Vec<String>) -> Option<App> {
    let (Raw::Table(table, _), Some(name)) = (written, text(written.field("name"))) else {
        complaints.push("it needs a name".into());
        return None;
    };
    let id = match written.field("id") {
        Raw::Nil => id_of(&name),
        other => text(other),
    };
    let Some(id) = id.filter(|id| is_id(id)) else {
        complaints.push("it needs an id of letters, digits and hyphens".into());
        return None;
    };
    let mut dropped = Vec::new();
    for (field, wanted) in FIELDS {
        let value = written.field(field);
        let is_one_platform = field == "platforms" && matches!(value, Raw::Text(_));
        if !matches!(value, Raw::Nil) && type_of(value) != wanted && !is_one_platform {
            complaints.push(format!("its {field} is not a {wanted}"));
            dropped.push(field);
        }
    }
    let opens = Opens::read(written.field("supports_preauth_uri")).unwrap_or_else(|| {
        complaints.push("its supports_preauth_uri is not a boolean, nor a table of kinds".into());
        dropped.push("supports_preauth_uri");
        Opens::default()
    });
    let known = |field| if dropped.contains(&field) { &Raw::Nil } else { written.field(field) };
    let platforms = platforms(known("platforms"), complaints);
    let download = if let Raw::Table(id, _) = known("download") { Some(*id) } else { None };
    let buttons = buttons(known("download").field("buttons"), pictures, complaints);
    let written_image = if let Raw::Text(image) = known("image") { Some(String::from_utf8_lossy(image)) } else { None };
    let (image, asset, is_missing) = pictures.of_app(written_image.as_deref(), &id);
    if is_missing {
        complaints.push(format!("the image {} is not there", quoted(written_image.as_deref().unwrap_or_default())));
    }
    Some(App { table: *table, listed_as: id.clone(), id, is_usual: false, opens, dropped, platforms, download, buttons, image, asset })
}

fn platforms(written: &Raw, complaints: &mut Vec<String>) -> Vec<String> {
    let single = [written];
    let elements = if let Raw::Text(_) = written { single.to_vec() } else { elements(written) };
    let mut list = Vec::new();
    for element in elements {
        let Some(name) = text(element) else {
            complaints.push("a platform is not a text".into());
            continue;
        };
        let known = PLATFORMS.iter().find(|known| known.eq_ignore_ascii_case(&name));
        if known.is_none() {
            complaints.push(format!("nobody will be recognized as having the platform {}", quoted(&name)));
        }
        list.push(known.map_or(name, |known| (*known).to_owned()));
    }
    list
}

fn buttons(written: &Raw, pictures: &Pictures<'_>, complaints: &mut Vec<String>) -> Vec<(usize, Option<String>)> {
    if !matches!(written, Raw::Nil | Raw::Table(..)) {
        complaints.push("its download.buttons are not a list".into());
    }
    let mut list = Vec::new();
    for button in elements(written) {
        let image = text(button.field("image"));
        match (button, text(button.field("url"))) {
            (Raw::Table(table, _), Some(_)) if image.is_some() || text(button.field("text")).is_some() => {
                let address = image.map(|image| pictures.elsewhere(&image).unwrap_or_else(|| pictures.url(&image)));
                list.push((*table, address));
            }
            _ => complaints.push("a button needs a url, and a text or an image".into()),
        }
    }
    list
}

/// The elements of a list up to the first hole.
fn elements(written: &Raw) -> Vec<&Raw> {
    let Raw::Table(_, pairs) = written else { return Vec::new() };
    let at = |position: f64| pairs.iter().find(|(key, _)| *key == Raw::Number(position)).map(|(_, value)| value);
    (1..=pairs.len()).map_while(|position| at(f64::from(u32::try_from(position).ok()?))).collect()
}

/// A text with something else than spaces in it.
fn text(value: &Raw) -> Option<String> {
    let Raw::Text(bytes) = value else { return None };
    bytes.iter().any(|byte| !byte.is_ascii_whitespace() && *byte != 0x0b).then(|| String::from_utf8_lossy(bytes).into_owned())
}

fn type_of(value: &Raw) -> &'static str {
    match value {
        Raw::Boolean(_) => "boolean",
        Raw::Text(_) => "string",
        Raw::Table(..) => "table",
        Raw::Nil | Raw::Number(_) | Raw::Other(_) => "something else",
    }
}

/// As the community's module makes it of a name: `My Chat` becomes `my-chat`.
fn id_of(name: &str) -> Option<String> {
    let mut id = String::new();
    for character in name.chars() {
        if character.is_ascii_alphanumeric() {
            id.push(character.to_ascii_lowercase());
        } else if !id.ends_with('-') {
            id.push('-');
        }
    }
    (id != "-" && !id.is_empty()).then_some(id)
}

/// Ids are parts of URLs.
fn is_id(id: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    id.len() <= LONGEST_ID && id.bytes().next().is_some_and(is_word) && id.bytes().all(|byte| is_word(byte) || b".+-".contains(&byte))
}

/// The text as a word of a sentence, on one line.
pub(super) fn quoted(text: &str) -> String {
    crate::text::quoted(text.replace(char::is_control, "?").as_bytes())
}
