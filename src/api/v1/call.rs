//! A request to the API: which endpoint it means, and what it asks there.

use super::body::{self, typed};
use super::change::{Amendment, Change};
use super::endpoint::{Endpoint, Operation};
use super::new_invite::{Lifetimes, NewInvite, NewInvites};
use super::portal::{self, Check, Register, Reset};
use super::search::{self, Search};
use super::{Grant, Once, Problem};
use crate::{InviteId, UnixTime};

/// The most accounts of one answer about a tree.
pub const LARGEST_TREE: usize = 10_000;
/// Those if nothing is said.
const USUAL_TREE: usize = 1000;
/// Bytes of a header that is looked at.
pub(super) const LONGEST_HEADER: usize = 1000;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing beside the address.
    Nothing,
    /// New invites.
    New(Vec<NewInvite>),
    /// A list.
    Search(Search),
    /// A change of an invite.
    Change(Amendment),
    /// Whether a token is good.
    Check(Check),
    /// An account, or a new password: with the token, the username if there is one, and the password.
    Account(Register),
    /// A tree of so many accounts.
    Tree(usize),
}

/// A request whose address is known.
#[derive(Clone, Debug)]
pub struct Call {
    /// The endpoint.
    pub endpoint: &'static Endpoint,
    /// What the address names: the short id of an invite, or a username.
    pub subject: Option<String>,
    pub(super) query: Vec<u8>,
}

/// The body of a request, with its headers.
#[derive(Clone, Copy, Debug)]
pub struct Sent<'a> {
    /// The bytes; `None` if there are too many for Prosody.
    pub body: Option<&'a [u8]>,
    /// Whether the header `Content-Length` is there, and no `Transfer-Encoding`.
    pub has_length: bool,
    /// The header `Content-Type`.
    pub content_type: Option<&'a [u8]>,
    /// The header `Idempotency-Key`.
    pub once: Option<&'a [u8]>,
}

impl Call {
    /// Reads what is asked, and checks it against what the key may do.
    ///
    /// # Errors
    /// The problem.
    pub fn read(&self, sent: Sent<'_>, grant: &Grant, lifetimes: Lifetimes, now: UnixTime) -> Result<Asked, Problem> {
        if self.endpoint.scope.is_some_and(|scope| !grant.opens(scope)) {
            return Err(Problem::own("scope-missing"));
        }
        let is_id = |id: &str| id.len() == InviteId::SHORT && id.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        if self.endpoint.path.contains("{id}") && !self.subject.as_deref().is_some_and(is_id) {
            return Err(Problem::of("token-invalid", Some("There is no such invite"), true));
        }
        match self.endpoint.operation {
            Operation::List => return search::read(&self.query).map(Asked::Search),
            Operation::Tree => {
                let fields = search::fields(&self.query, &["limit"])?;
                let limit = fields.first().map_or(Ok(USUAL_TREE), |(name, text)| search::number(name, text, LARGEST_TREE));
                return limit.map(Asked::Tree);
            }
            _ => drop(search::fields(&self.query, &[])?),
        }
        if self.endpoint.longest_body == 0 {
            return Ok(Asked::Nothing);
        }
        let object = body::object(self.body(sent)?)?;
        match self.endpoint.operation {
            Operation::Create => Ok(Asked::New(vec![typed::<NewInvite>(object)?.checked(grant, lifetimes)?])),
            Operation::CreateMany => many(typed(object)?, grant, lifetimes).map(Asked::New),
            Operation::Change => typed::<Change>(object)?.checked(grant, now).map(Asked::Change),
            Operation::Check => {
                let check: Check = typed(object)?;
                body::text("token", &check.token, portal::LONGEST_TOKEN)?;
                Ok(Asked::Check(check))
            }
            Operation::Register => typed::<Register>(object)?.checked().map(Asked::Account),
            Operation::Reset => {
                let Reset { token, password } = typed(object)?;
                Register { token, username: None, password }.checked().map(Asked::Account)
            }
            _ => Ok(Asked::Nothing),
        }
    }

    fn body<'a>(&self, sent: Sent<'a>) -> Result<&'a [u8], Problem> {
        if !sent.has_length {
            return Err(Problem::own("length-required"));
        }
        let body = sent.body.filter(|body| body.len() <= self.endpoint.longest_body).ok_or_else(|| Problem::own("body-too-large"))?;
        let header = sent.content_type.filter(|header| header.len() <= LONGEST_HEADER).map(String::from_utf8_lossy).unwrap_or_default();
        let media_type = header.split(';').next().unwrap_or_default().trim();
        if media_type.eq_ignore_ascii_case("application/json") { Ok(body) } else { Err(Problem::own("type-unsupported")) }
    }

    /// What makes it happen once, if the header asks for that.
    ///
    /// # Errors
    /// The problem: the header is not valid.
    pub fn once(&self, sent: Sent<'_>, shown: &[u8]) -> Result<Option<Once>, Problem> {
        let Some(header) = sent.once.filter(|_| matches!(self.endpoint.operation, Operation::Create | Operation::CreateMany)) else {
            return Ok(None);
        };
        let once = Once::of(header, shown, self.endpoint.path, sent.body.unwrap_or_default());
        once.map(Some).ok_or_else(|| Problem::own("idempotency-key-invalid"))
    }
}

fn many(asked: NewInvites, grant: &Grant, lifetimes: Lifetimes) -> Result<Vec<NewInvite>, Problem> {
    if !(1..=NewInvites::MOST).contains(&asked.invites.len()) {
        return Err(body::wrong("invites", format!("not 1 to {} invites", NewInvites::MOST)));
    }
    let one = |(at, value)| {
        let place = |problem: Problem| {
            let field = problem.field.as_deref().map_or_else(|| format!("invites/{at}"), |field| format!("invites/{at}/{field}"));
            problem.about(field)
        };
        let serde_json::Value::Object(object) = value else { return Err(place(body::wrong("", "not an object"))) };
        typed::<NewInvite>(object).and_then(|invite| invite.checked(grant, lifetimes)).map_err(place)
    };
    asked.invites.into_iter().enumerate().map(one).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::KindName;
    use crate::api::v1::{Routed, Scope, route};

    const LIFETIMES: Lifetimes = Lifetimes { usual: 1000, reset: 100, contact: 500 };

    fn grant(scopes: &[Scope]) -> Grant {
        Grant {
            scopes: scopes.to_vec(),
            kinds: KindName::ALL.to_vec(),
            roles: Vec::new(),
            groups: Vec::new(),
            rooms: Vec::new(),
            longest_expiry: None,
            most_uses: None,
            rate: 1,
        }
    }

    pub(in crate::api::v1) fn call(method: &str, path: &str, query: &str) -> Call {
        match route(method, path.as_bytes(), query.as_bytes(), None) {
            Ok(Routed::Call(call)) => call,
            other => panic!("{other:?}"),
        }
    }

    fn sent(body: &[u8]) -> Sent<'_> {
        Sent { body: Some(body), has_length: true, content_type: Some(b"Application/JSON; charset=utf-8"), once: None }
    }

    fn read(call: &Call, sent: Sent<'_>) -> Result<Asked, (String, Option<String>)> {
        call.read(sent, &grant(&Scope::ALL), LIFETIMES, UnixTime::from_seconds(1000)).map_err(|problem| (problem.code, problem.field))
    }

    #[test]
    fn a_body_is_json_of_known_length_and_size() {
        let create = call("POST", "/invites", "");
        let code = |sent| read(&create, sent).map(drop).map_err(|(code, _)| code);
        assert_eq!(code(sent(b"{}")), Ok(()));
        assert_eq!(code(Sent { has_length: false, ..sent(b"") }), Err("length-required".into()));
        assert_eq!(code(Sent { body: None, ..sent(b"") }), Err("body-too-large".into()));
        let large = " ".repeat(16 * 1024 + 1);
        assert_eq!(code(sent(large.as_bytes())), Err("body-too-large".into()));
        assert_eq!(code(Sent { content_type: None, ..sent(b"{}") }), Err("type-unsupported".into()));
        assert_eq!(code(Sent { content_type: Some(b"application/x-www-form-urlencoded"), ..sent(b"{}") }), Err("type-unsupported".into()));
        for body in ["", "[]", "null", "{", "{}}", "\u{1}", &"[".repeat(5000), &"{\"a\":".repeat(2000)] {
            assert_eq!(code(sent(body.as_bytes())), Err("body-invalid".into()), "{body}");
        }
    }

    #[test]
    fn many_invites_are_read_with_the_place_of_what_is_wrong() {
        let many = call("POST", "/invites/batch", "");
        assert!(matches!(read(&many, sent(br#"{"invites":[{},{"note":"x"}]}"#)), Ok(Asked::New(invites)) if invites.len() == 2));
        for (body, code, field) in [
            (r#"{"invites":[]}"#.to_owned(), "field-invalid", Some("invites")),
            (r#"{"invites":{}}"#.to_owned(), "field-invalid", Some("invites")),
            (r#"{"invites":[{},5]}"#.to_owned(), "field-invalid", Some("invites/1/")),
            (r#"{"invites":[{},{"ttl":0}]}"#.to_owned(), "field-invalid", Some("invites/1/ttl")),
            (r#"{"invites":[{"roles":["x"]}]}"#.to_owned(), "key-limit", Some("invites/0/roles")),
            ("{}".to_owned(), "field-invalid", None),
            (format!(r#"{{"invites":[{}{{}}]}}"#, "{},".repeat(500)), "field-invalid", Some("invites")),
        ] {
            assert_eq!(read(&many, sent(body.as_bytes())), Err((code.to_owned(), field.map(str::to_owned))), "{body}");
        }
    }

    #[test]
    fn queries_and_ids_are_checked() {
        assert_eq!(read(&call("GET", "/users/juliet/tree", "limit=5"), sent(b"")), Ok(Asked::Tree(5)));
        assert_eq!(read(&call("GET", "/stats", "x=1"), sent(b"")), Err(("field-unknown".into(), Some("x".into()))));
        assert_eq!(read(&call("GET", "/invites/0123456789ab", ""), sent(b"")), Ok(Asked::Nothing));
        for id in ["0123456789AB", "0123456789a", "0123456789abc", "batch%20", "VsZhAotrBLLMeH6YqQjSbQI8"] {
            assert_eq!(read(&call("GET", &format!("/invites/{id}"), ""), sent(b"")), Err(("token-invalid".into(), None)), "{id}");
        }
    }

    #[test]
    fn only_creations_happen_once() {
        let once = |call: &Call, header: &[u8]| call.once(Sent { once: Some(header), ..sent(b"{}") }, b"ik1_x").map(|once| once.is_some());
        assert_eq!(once(&call("POST", "/invites", ""), b"a"), Ok(true));
        assert_eq!(once(&call("POST", "/check", ""), b"a"), Ok(false));
        assert_eq!(once(&call("POST", "/invites", ""), b"a b").map_err(|problem| problem.status), Err(400));
        assert_eq!(call("POST", "/invites", "").once(sent(b"{}"), b"ik1_x"), Ok(None));
    }

    /// Each scope at each endpoint.
    #[test]
    fn a_key_opens_what_its_scopes_say_and_nothing_else() {
        for endpoint in crate::api::v1::endpoint::ALL {
            let path = endpoint.path.replace("{id}", "0123456789ab").replace("{name}", "juliet");
            let call = call(endpoint.method, &path, "");
            for scope in Scope::ALL {
                let refused = call.read(sent(b"{}"), &grant(&[scope]), LIFETIMES, UnixTime::default()).is_err_and(|problem| problem.status == 403);
                assert_eq!(refused, endpoint.scope.is_some_and(|needed| needed != scope), "{scope} at {} {}", endpoint.method, endpoint.path);
            }
        }
    }
}
