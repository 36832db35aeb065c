//! Which endpoint a request means.

use super::call::{Call, LONGEST_HEADER};
use super::{Problem, endpoint};

/// What comes of an address.
#[derive(Debug)]
pub enum Routed {
    /// A call.
    Call(Call),
    /// The methods that there are, for `OPTIONS`.
    Methods(String),
}

/// Finds the endpoint of a method, and of a path below `/invites_api/v1`.
///
/// # Errors
/// The problem.
pub fn route(method: &str, path: &[u8], query: &[u8], accept: Option<&[u8]>) -> Result<Routed, Problem> {
    let path = percent_encoding::percent_decode(path).decode_utf8().map_err(|_| Problem::own("not-found"))?;
    let found = endpoint::at(&path);
    if found.is_empty() {
        return Err(Problem::own("not-found"));
    }
    let method = if method == "HEAD" { "GET" } else { method };
    let Some((endpoint, subject)) = found.iter().find(|(endpoint, _)| endpoint.method == method) else {
        let mut methods: Vec<_> = found.iter().map(|(endpoint, _)| endpoint.method).collect();
        if methods.contains(&"GET") {
            methods.push("HEAD");
        }
        methods.push("OPTIONS");
        methods.sort_unstable();
        let allow = methods.join(", ");
        return if method == "OPTIONS" {
            Ok(Routed::Methods(allow))
        } else {
            Err(Problem { allow: Some(allow), ..Problem::own("method-not-allowed") })
        };
    };
    if !accept.is_none_or(takes_json) {
        return Err(Problem::own("not-acceptable"));
    }
    Ok(Routed::Call(Call { endpoint, subject: subject.map(str::to_owned), query: query.to_vec() }))
}

/// Whether JSON may be the answer (RFC 9110, section 12.5.1): what names it best counts.
fn takes_json(accept: &[u8]) -> bool {
    if accept.len() > LONGEST_HEADER {
        return true;
    }
    let accept = String::from_utf8_lossy(accept).to_ascii_lowercase();
    let mut best = None;
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let rank = match parts.next() {
            Some("application/json") => 3,
            Some("application/*") => 2,
            Some("*/*") => 1,
            _ => continue,
        };
        let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(Ok(1.0), str::parse::<f64>);
        if best.is_none_or(|(before, _)| before < rank) {
            best = Some((rank, weight.is_ok_and(|weight| weight > 0.0)));
        }
    }
    accept.trim().is_empty() || best.is_some_and(|(_, is_taken)| is_taken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::v1::call::tests::call;

    #[test]
    fn addresses_and_methods_are_known_or_refused() {
        let refused = |method: &str, path: &str, accept: Option<&str>| {
            let problem = route(method, path.as_bytes(), b"", accept.map(str::as_bytes)).err().map(|problem| (problem.status, problem.allow));
            problem.unwrap_or_default()
        };
        assert_eq!(refused("PUT", "/invites", None), (405, Some("GET, HEAD, OPTIONS, POST".into())));
        assert_eq!(refused("GET", "/check", None), (405, Some("OPTIONS, POST".into())));
        for path in ["/", "", "/%ff", "/nothing", "/../invites"] {
            assert_eq!(refused("GET", path, None), (404, None), "{path}");
        }
        assert!(matches!(route("OPTIONS", b"/stats", b"", None), Ok(Routed::Methods(allow)) if allow == "GET, HEAD, OPTIONS"));
        assert_eq!(call("HEAD", "/users/%6auliet/tree", "").subject.as_deref(), Some("juliet"));
        for accept in ["", "*/*", "text/html, application/*;q=0.1", "application/json;q=0.5, */*;q=0", "APPLICATION/JSON"] {
            assert_eq!(refused("GET", "/stats", Some(accept)), (0, None), "{accept}");
        }
        for accept in ["text/html", "application/json;q=0, */*", "*/*;q=0", "application/json;q=x"] {
            assert_eq!(refused("GET", "/stats", Some(accept)), (406, None), "{accept}");
        }
    }
}
