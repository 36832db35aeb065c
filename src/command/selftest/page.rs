//! Web pages that were asked for, and certificates.

use serde::Deserialize;

use super::{Judgement, Outcome};
use crate::command::check::list;

/// A page that was asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Fetched {
    /// Its address, without the token.
    shown: String,
    /// Why there was no answer.
    error: Option<String>,
    /// What is wrong with the certificate, because of which nothing was sent.
    #[serde(deserialize_with = "list")]
    problems: Vec<String>,
    status: u32,
    /// Where the answer sends the browser.
    location: Option<String>,
    /// Whether the page has the token of the invite.
    has_token: bool,
    /// Whether somebody else makes the page.
    is_external: bool,
}

/// Of a certificate, these say that nobody known has signed it: it may be right all the same.
const UNKNOWN_ISSUERS: &[&str] = &["self-signed", "self signed", "unable to get local issuer", "unable to verify the first certificate"];

/// Whether only the issuer of a certificate is not known, of which clients may know more than this machine.
fn is_only_unknown(problems: &[String]) -> bool {
    problems.iter().all(|problem| UNKNOWN_ISSUERS.iter().any(|known| problem.contains(known)))
}

pub(super) fn certificate(problems: &[String]) -> Judgement {
    let listed = problems.join(", ");
    match problems {
        [] => (Outcome::Ok, "clients accept it".to_owned()),
        _ if is_only_unknown(problems) => {
            (Outcome::Skipped, format!("this machine does not trust it ({listed}). The streams of this test, on this machine, go on all the same"))
        }
        _ => (Outcome::Failed, format!("expected one that clients accept, but: {listed}")),
    }
}

pub(super) fn fetched(page: &Fetched) -> Judgement {
    let Fetched { shown: url, status, .. } = page;
    let listed = page.problems.join(", ");
    if !page.problems.is_empty() {
        return if is_only_unknown(&page.problems) {
            (Outcome::Skipped, format!("{url}: this machine does not trust the certificate ({listed}): open the page of an invite in a browser"))
        } else {
            (Outcome::Failed, format!("{url}: expected a certificate that browsers accept, but: {listed}"))
        };
    }
    if let Some(error) = &page.error {
        return (Outcome::Skipped, format!("{url} can't be reached from this machine ({error}): open the page of an invite from elsewhere"));
    }
    if let Some(location) = &page.location {
        return (Outcome::Failed, format!("{url}: expected a page, but the answer has status {status} and leads to {location}"));
    }
    match (status, page.has_token, page.is_external) {
        (200, true, _) => (Outcome::Ok, url.clone()),
        (200, false, true) => (Outcome::Ok, format!("{url} (a page of your own: what it shows is not looked at)")),
        (200, ..) => (Outcome::Failed, format!("{url}: expected the page of this invite, but it is another page")),
        _ => (Outcome::Failed, format!("{url}: expected the page of this invite, but the answer has status {status}")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::tests::said;

    #[test]
    fn a_certificate_that_only_this_machine_does_not_know_is_no_failure() {
        let certificate = |problems: Value| said(&json!({ "step": "certificate", "problems": problems }));
        assert_eq!(certificate(json!({})), "ok       Certificate: clients accept it");
        assert!(certificate(json!(["self-signed certificate"])).starts_with("skipped  Certificate: this machine does not trust it (self-signed"));
        let wrong = certificate(json!(["self-signed certificate", "it is not for h"]));
        assert_eq!(wrong, "failed   Certificate: expected one that clients accept, but: self-signed certificate, it is not for h");
    }

    #[test]
    fn a_page_is_that_of_the_invite() {
        let page = |facts: Value| {
            let mut page = json!({ "step": "page", "shown": "https://h/p" });
            page.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
            said(&page)
        };
        for (facts, expected) in [
            (json!({ "status": 200, "has_token": true }), "ok       Page: https://h/p"),
            (json!({ "status": 200, "is_external": true }), "ok       Page: https://h/p (a page of your own: what it shows is not looked at)"),
            (json!({ "status": 200 }), "failed   Page: https://h/p: expected the page of this invite, but it is another page"),
            (json!({ "status": 404 }), "failed   Page: https://h/p: expected the page of this invite, but the answer has status 404"),
            (
                json!({ "status": 301, "location": "/x" }),
                "failed   Page: https://h/p: expected a page, but the answer has status 301 and leads to /x",
            ),
            (
                json!({ "error": "host not found" }),
                "skipped  Page: https://h/p can't be reached from this machine (host not found): open the page of an invite from elsewhere",
            ),
            (
                json!({ "problems": ["self-signed certificate"] }),
                "skipped  Page: https://h/p: this machine does not trust the certificate (self-signed certificate): open the page of an invite in a browser",
            ),
            (
                json!({ "problems": ["certificate has expired"] }),
                "failed   Page: https://h/p: expected a certificate that browsers accept, but: certificate has expired",
            ),
        ] {
            assert_eq!(page(facts), expected);
        }
    }
}
