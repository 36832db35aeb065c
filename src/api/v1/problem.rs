//! Problems: what the API answers when it refuses (RFC 9457).

use serde::Serialize;

use crate::{Refusal, terminal};

/// Why a request was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// The stable code.
    pub code: String,
    /// What it says in words.
    pub detail: String,
    /// The field of the body or the query that it is about, or its place in a list of invites (`invites/2/note`).
    pub field: Option<String>,
    /// The methods that there are (header `Allow`).
    pub allow: Option<String>,
    /// Seconds after which another try makes sense (header `Retry-After`).
    pub retry_after: Option<u64>,
}

/// The object in the body. Its type is `about:blank`, so that its title is the phrase of the status (RFC 9457, section 4.2.1).
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Problem"))]
pub struct ProblemRecord {
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
    code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(schema_with = "crate::api::v1::document::text"))]
    field: Option<String>,
}

/// What the API refuses on its own: code, status, words.
pub const OWN: &[(&str, u16, &str)] = &[
    ("body-invalid", 400, "The body can't be read as a JSON object"),
    ("field-invalid", 400, "A field makes no sense"),
    ("field-unknown", 400, "There is no such field"),
    ("idempotency-key-invalid", 400, "An Idempotency-Key has 1 to 255 visible ASCII characters"),
    ("key-invalid", 401, "This needs a valid key in the header Authorization: Bearer KEY"),
    ("key-limit", 403, "The key may not hand this out"),
    ("not-encrypted", 403, "Keys must not travel unencrypted: use https (a proxy has to be among trusted_proxies and to send X-Forwarded-Proto)"),
    ("scope-missing", 403, "The key lacks the scope for this"),
    ("unavailable", 403, "This server has no accounts that can be registered over HTTP"),
    ("not-found", 404, "There is nothing at this address"),
    ("method-not-allowed", 405, "This method is not allowed here"),
    ("not-acceptable", 406, "The answer is application/json, which the header Accept excludes"),
    ("length-required", 411, "Bodies need a Content-Length here"),
    ("body-too-large", 413, "The body is too large"),
    ("type-unsupported", 415, "The body must be application/json"),
    ("field-unfit", 422, "A field does not go with the others, or can't be kept"),
    ("idempotency-key-reused", 422, "This Idempotency-Key was used for another request"),
    ("password-invalid", 422, "The password is not good enough"),
    ("key-throttled", 429, "Too many requests with this key in so short a time"),
    ("throttled", 429, "Too many wrong keys or tokens, try again later"),
    ("internal-server-error", 503, "The server can't do this at the moment. Its log says why"),
];

/// The phrases of the statuses that there are.
fn phrase(status: u16) -> &'static str {
    match status {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        409 => "Conflict",
        411 => "Length Required",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        429 => "Too Many Requests",
        _ => "Service Unavailable",
    }
}

impl Problem {
    /// What is refused under a code: one of [`OWN`], or one of the ledger's with these words. `is_addressed`: the address names something, which may
    /// not be there; otherwise 404 would be about the address.
    #[must_use]
    pub fn of(code: &str, words: Option<&str>, is_addressed: bool) -> Self {
        let own = OWN.iter().find(|(own, ..)| *own == code);
        let ledgers = || Refusal::REPLIES.iter().find(|(known, _)| *known == code).map_or(503, |(_, reply)| reply.status);
        let status = match own.map_or_else(ledgers, |(_, status, _)| *status) {
            // The body is as the description says, but what it asks for is not possible.
            400 if own.is_none() => 422,
            404 if own.is_none() && !is_addressed => 422,
            500 => 503,
            status => status,
        };
        let detail = words.or(own.map(|(.., words)| *words)).unwrap_or(code);
        let retry_after = (status == 503).then_some(5);
        Self { status, code: code.to_owned(), detail: detail.to_owned(), field: None, allow: None, retry_after }
    }

    /// One of [`OWN`].
    #[must_use]
    pub fn own(code: &str) -> Self {
        Self::of(code, None, true)
    }

    /// The same about a field.
    #[must_use]
    pub fn about(self, field: impl Into<String>) -> Self {
        Self { field: Some(field.into()), ..self }
    }

    /// The same in other words.
    #[must_use]
    pub fn saying(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }

    /// The body of the answer.
    #[must_use]
    pub fn body(&self) -> String {
        let Self { status, code, detail, field, .. } = self.clone();
        let record = ProblemRecord { kind: "about:blank", title: phrase(status), status, detail, code, field };
        serde_json::to_vec(&record).map(|bytes| terminal::json(&bytes).into_owned()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_says_what_is_wrong_under_a_stable_code() {
        let problem = Problem::own("field-invalid").about("note").saying("too \x1b long");
        let expected =
            r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"too \u001b long","code":"field-invalid","field":"note"}"#;
        assert_eq!(problem.body(), expected);
    }

    #[test]
    fn each_code_has_its_status() {
        for (code, is_addressed, expected) in [
            ("token-invalid", true, 404),
            ("token-invalid", false, 422),
            ("username-invalid", true, 422),
            ("not-found", false, 404),
            ("account-exists", true, 409),
            ("quota-daily", true, 429),
            ("internal-server-error", true, 503),
            ("nobody-knows", true, 503),
        ] {
            let problem = Problem::of(code, Some("words"), is_addressed);
            assert_eq!((problem.status, problem.retry_after.is_some()), (expected, expected == 503), "{code}");
        }
        for (code, status, _) in OWN {
            assert_eq!(Problem::own(code).status, *status);
            assert_ne!(phrase(*status) == "Service Unavailable", *status < 500, "{code}");
        }
    }
}
