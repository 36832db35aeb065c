//! The query of a request for a list.

use crate::invite::of_word;
use crate::web::form;
use crate::{Cursor, KindName, State};

use super::Problem;
use super::body::wrong;

/// Which invites to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Only those in this state.
    pub state: Option<State>,
    /// Only those of this kind.
    pub kind: Option<KindName>,
    /// Only those that this user created. Prosody prepares the name.
    pub creator: Option<String>,
    /// Only those with this text in the note, whatever its case.
    pub note: Option<String>,
    /// Behind this one.
    pub after: Option<Cursor>,
    /// The newest first.
    pub is_newest_first: bool,
    /// How many at the most.
    pub limit: usize,
}

impl Search {
    /// The most invites of one page.
    pub const MOST: usize = 500;
    /// Those of a page if nothing is said.
    pub const USUAL: usize = 100;
}

/// The fields of a query, as texts.
///
/// # Errors
/// The problem: it can't be read, or has another field than these.
pub(super) fn fields(query: &[u8], known: &[&'static str]) -> Result<Vec<(&'static str, String)>, Problem> {
    let read = form::fields(query).map_err(|_| Problem::own("field-invalid").saying("The query can't be read"))?;
    let mut fields = Vec::new();
    for (name, value) in read {
        let Some(known) = known.iter().find(|known| known.as_bytes() == name) else {
            return Err(Problem { field: crate::api::fields::printable(&name), ..Problem::own("field-unknown") });
        };
        fields.push((*known, String::from_utf8(value).map_err(|_| wrong(known, "not UTF-8"))?));
    }
    Ok(fields)
}

/// A number from 1 to this.
pub(super) fn number(name: &str, text: &str, most: usize) -> Result<usize, Problem> {
    let digits = Some(text).filter(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()));
    let number = digits.and_then(|text| text.parse().ok()).filter(|number| (1..=most).contains(number));
    number.ok_or_else(|| wrong(name, format!("not a number from 1 to {most}")))
}

/// Reads a query.
///
/// # Errors
/// The problem.
pub fn read(query: &[u8]) -> Result<Search, Problem> {
    let mut search = Search { limit: Search::USUAL, ..Search::default() };
    for (name, value) in fields(query, &["state", "kind", "creator", "note", "cursor", "order", "limit"])? {
        match name {
            "state" => search.state = Some(of_word(&value).ok_or_else(|| wrong(name, "no such state"))?),
            "kind" => search.kind = Some(of_word(&value).ok_or_else(|| wrong(name, "no such kind"))?),
            "creator" => search.creator = Some(value),
            "note" => search.note = Some(value.to_lowercase()).filter(|text| !text.is_empty()),
            "cursor" => search.after = Some(Cursor::from_text(value.as_bytes()).ok_or_else(|| wrong(name, "no cursor of ours"))?),
            "order" => {
                search.is_newest_first = match value.as_str() {
                    "newest" => true,
                    "oldest" => false,
                    _ => return Err(wrong(name, "neither newest nor oldest")),
                }
            }
            _ => search.limit = number(name, &value, Search::MOST)?,
        }
    }
    Ok(search)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_can_be_narrowed() {
        let search = read(b"state=pending&kind=contact-account&creator=juliet&note=B%C3%84LL&order=newest&limit=500").unwrap();
        assert_eq!((search.state, search.kind, search.creator.as_deref()), (Some(State::Pending), Some(KindName::ContactAccount), Some("juliet")));
        assert_eq!((search.note.as_deref(), search.is_newest_first, search.limit), (Some("bäll"), true, 500));
        assert_eq!(read(b""), Ok(Search { limit: 100, ..Search::default() }));
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for (query, code) in [
            ("state=", "field-invalid"),
            ("state=gone", "field-invalid"),
            ("kind=admin", "field-invalid"),
            ("cursor=x", "field-invalid"),
            ("order=", "field-invalid"),
            ("limit=0", "field-invalid"),
            ("limit=501", "field-invalid"),
            ("limit=+5", "field-invalid"),
            ("note=%ff", "field-invalid"),
            ("limit=5&limit=6", "field-invalid"),
            ("page=2", "field-unknown"),
        ] {
            assert_eq!(read(query.as_bytes()).map_err(|problem| problem.code), Err(code.into()), "{query}");
        }
    }
}
