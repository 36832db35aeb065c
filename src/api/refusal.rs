//! What the API refuses on its own, besides what the ledger does.

use serde::Serialize;

/// A reason for which a request is refused.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Refusal {
    /// The stable code.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The type of the stanza error that means the same (RFC 6120, section 8.3.2).
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The condition of that error (RFC 6120, section 8.3.3).
    pub condition: &'static str,
    /// What it says in words.
    pub text: &'static str,
}

const fn refusal(code: &'static str, status: u16, kind: &'static str, condition: &'static str, text: &'static str) -> Refusal {
    Refusal { code, status, kind, condition, text }
}

/// All of them.
pub const ALL: [Refusal; 12] = [
    refusal("body-invalid", 400, "modify", "bad-request", "The body can't be read"),
    refusal("body-too-large", 413, "modify", "policy-violation", "The body is too large"),
    refusal("field-invalid", 400, "modify", "bad-request", "A field makes no sense"),
    refusal("field-unknown", 400, "modify", "bad-request", "There is no such field"),
    refusal("key-expired", 403, "auth", "forbidden", "The key has expired"),
    refusal("key-invalid", 403, "auth", "forbidden", "This needs a valid key"),
    refusal("key-throttled", 429, "wait", "resource-constraint", "Too many invites in so short a time"),
    refusal("length-required", 411, "modify", "bad-request", "Bodies need a Content-Length here"),
    refusal("method-not-allowed", 405, "cancel", "not-allowed", "This method is not allowed here"),
    refusal(
        "not-encrypted",
        403,
        "modify",
        "policy-violation",
        "Keys must not travel unencrypted: use https (a proxy has to be among trusted_proxies and to send X-Forwarded-Proto)",
    ),
    refusal("throttled", 429, "wait", "policy-violation", "Too many wrong keys, try again later"),
    refusal("type-unsupported", 415, "modify", "bad-request", "The body must be application/json or application/x-www-form-urlencoded"),
];
