//! The web address that goes with an invite, and what a proxy in front of it has to do.

use serde::Deserialize;

use super::{Report, proxies};
use crate::text::quoted;

/// What there is to know about links.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Facts {
    /// Proxies that did not say for which address they forward requests.
    #[serde(deserialize_with = "super::list")]
    silent_proxies: Vec<String>,
    /// Programs of web servers that are installed on this machine.
    #[serde(deserialize_with = "super::list")]
    web_servers: Vec<String>,
    /// The module that serves landing pages.
    page_module: String,
    /// Where a template makes links (`invites_page`).
    template: Option<Template>,
    /// Where Prosody serves pages.
    page: Option<Page>,
}

/// A link to an invite that was never made.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Template {
    token: String,
    address: Option<Address>,
}

/// Pages of Prosody's own web server.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Page {
    address: Option<Address>,
    /// The option `http_external_url`.
    external: Option<String>,
    /// The port of HTTP.
    http: Option<i64>,
    /// The host that browsers ask for.
    web_host: String,
    /// The same in ASCII, if it has other letters.
    ascii_host: Option<String>,
}

/// An address as it would be in an invite.
#[derive(Debug, Default, Deserialize)]
struct Address(String);

impl Address {
    fn problem(&self) -> Option<&'static str> {
        let (scheme, rest) = self.0.split_once(':').unwrap_or_default();
        let authority = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
        let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        let host = host.strip_prefix('[').map_or_else(|| host.split(':').next(), |host| host.split(']').next());
        let host = host.unwrap_or_default().to_ascii_lowercase();
        if scheme != "https" && scheme != "http" {
            Some("it must begin with https://")
        } else if host.is_empty() {
            Some("it names no host")
        } else if host == "localhost" || host.starts_with("127.") || host == "::1" || host.ends_with(".invalid") {
            Some("nobody outside this machine can open it")
        } else if scheme == "http" {
            Some("it needs https, as whoever listens on the way could take the invite")
        } else {
            None
        }
    }
}

pub(super) fn check(report: &mut Report, facts: &super::Facts) {
    for proxy in &facts.links.silent_proxies {
        report.needs(&format!(
            "Proxy: {proxy} does not say for which address it forwards requests: let it set X-Forwarded-For to the address of its client"
        ));
    }
    if let Some(template) = &facts.links.template {
        from_template(report, template);
    } else if let Some(page) = &facts.links.page {
        from_prosody(report, &facts.links, page);
    } else {
        report.ok("Links: xmpp: links alone, which need a client that is installed (a web page for invites: see invites_page)");
    }
}

fn from_template(report: &mut Report, template: &Template) {
    let Some(address) = &template.address else {
        report.ok("Links: invites_page is not for account invites (invites_page_supports), so those have xmpp: links");
        return;
    };
    let lacks_token = !address.0.contains(&template.token);
    let problem = address.problem().or(lacks_token.then_some("it lacks the token: {invite.token} or {invite.uri}"));
    match problem {
        Some(problem) => report.needs(&format!("Links: change invites_page: {problem} (an invite would get {})", address.0)),
        None => report.ok(&format!("Links: {}", address.0)),
    }
}

fn from_prosody(report: &mut Report, facts: &Facts, page: &Page) {
    let Some(address) = &page.address else {
        report.needs(&format!("Links: mod_{} needs Prosody's HTTP server, but both http_ports and https_ports are empty", facts.page_module));
        return;
    };
    let (text, web_host) = (&address.0, &page.web_host);
    if let Some(ascii) = &page.ascii_host {
        let host = quoted(ascii.as_bytes());
        report.needs(&format!("Links: browsers ask for {ascii}, so set http_host = {host} for this host (links are {text}?TOKEN)"));
        return;
    }
    if let Some(problem) = address.problem() {
        report.needs(&if page.external.is_some() {
            format!("Links: change http_external_url: {problem} (pages are at {text})")
        } else {
            format!("Links: {text}: {problem}. Behind a web server that has https, set http_external_url = \"https://{web_host}/\"")
        });
        return;
    }
    report.ok(&format!("Links: {text}?TOKEN"));
    if let (Some(external), Some(port)) = (&page.external, page.http) {
        report.ok(&format!(
            "Proxy: what serves {external} must forward to http://127.0.0.1:{port} with the headers Host: {web_host}, X-Forwarded-For and X-Forwarded-Proto: \
             https, from an address in trusted_proxies"
        ));
        for server in fitting(&facts.web_servers) {
            report.details(&server.advice(external, port, web_host));
        }
        report.details("docs/proxies.md has it for nginx, Apache, Caddy and HAProxy");
    }
}

/// The web servers that are installed here. If there is none, it is on another machine: one is shown as an example.
fn fitting(installed: &[String]) -> impl Iterator<Item = &'static proxies::WebServer> {
    let is_here = |server: &proxies::WebServer| server.programs.iter().any(|program| installed.iter().any(|name| name == program));
    let is_elsewhere = !proxies::ALL.iter().any(is_here);
    proxies::ALL.iter().enumerate().filter(move |(at, server)| if is_elsewhere { *at == 0 } else { is_here(server) }).map(|(_, server)| server)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::command::check::tests::{ok, report, to_do};

    fn template(text: &str) -> Value {
        json!({ "links": { "template": { "token": "xxx", "address": text } } })
    }

    #[test]
    fn links_of_a_template_can_be_opened_by_everybody() {
        for (text, expected) in [
            ("h/xxx", "it must begin with https://"),
            ("https:///xxx", "it names no host"),
            ("https://LOCALHOST/xxx", "nobody outside this machine can open it"),
            ("https://me:x@[::1]:443/xxx", "nobody outside this machine can open it"),
            ("https:h/xxx", "it names no host"),
            ("https://127.0.0.2/xxx", "nobody outside this machine can open it"),
            ("https://http.invalid/xxx", "nobody outside this machine can open it"),
            ("http://h/xxx", "it needs https, as whoever listens on the way could take the invite"),
            ("https://h/", "it lacks the token: {invite.token} or {invite.uri}"),
        ] {
            assert_eq!(to_do(&template(text)), [format!("Links: change invites_page: {expected} (an invite would get {text})")]);
        }
        assert_eq!(ok(&template("https://h/xxx"), "Links").unwrap(), "https://h/xxx");
        let unsupported = ok(&json!({ "links": { "template": { "token": "xxx" } } }), "Links").unwrap();
        assert_eq!(unsupported, "invites_page is not for account invites (invites_page_supports), so those have xmpp: links");
        assert!(ok(&json!({}), "Links").unwrap().starts_with("xmpp: links alone"));
    }

    #[test]
    fn links_to_pages_of_prosody_can_be_opened_too() {
        let page = |changes: Value| {
            let mut page = json!({ "web_host": "h", "address": "https://h:5281/p" });
            page.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
            json!({ "links": { "page": page } })
        };
        assert_eq!(ok(&page(json!({})), "Links").unwrap(), "https://h:5281/p?TOKEN");
        assert_eq!(ok(&page(json!({ "http": 5280 })), "Proxy"), None);
        assert_eq!(
            ok(&page(json!({ "http": 5280, "external": "https://x/" })), "Proxy").unwrap(),
            "what serves https://x/ must forward to http://127.0.0.1:5280 with the headers Host: h, X-Forwarded-For and X-Forwarded-Proto: https, from an \
             address in trusted_proxies"
        );
        let lines = report(&page(json!({ "http": 5280, "external": "https://x/y" }))).lines;
        assert!(lines.contains(&"       location /y/ {".to_owned()), "{lines:?}");
        let mut installed = page(json!({ "http": 5280, "external": "https://x/y" }));
        installed["links"]["web_servers"] = json!(["haproxy", "httpd"]);
        let lines = report(&installed).lines;
        let names: Vec<_> = lines.iter().filter_map(|line| line.trim().strip_prefix("For ")?.split(',').next()).collect();
        assert_eq!(names, ["Apache", "HAProxy"], "{lines:?}");
        assert!(lines.contains(&"           use_backend prosody if { path_beg /y/ }".to_owned()), "{lines:?}");
        for (changes, expected) in [
            (json!({ "address": null }), "mod_invites_page needs Prosody's HTTP server, but both http_ports and https_ports are empty"),
            (
                json!({ "ascii_host": "xn--h" }),
                "browsers ask for xn--h, so set http_host = \"xn--h\" for this host (links are https://h:5281/p?TOKEN)",
            ),
            (
                json!({ "address": "http://h/p" }),
                "http://h/p: it needs https, as whoever listens on the way could take the invite. Behind a web server that has https, set \
                 http_external_url = \"https://h/\"",
            ),
            (
                json!({ "address": "http://h/p", "external": "http://h/" }),
                "change http_external_url: it needs https, as whoever listens on the way could take the invite (pages are at http://h/p)",
            ),
        ] {
            assert_eq!(to_do(&page(changes)), [format!("Links: {expected}")]);
        }
        assert_eq!(
            to_do(&json!({ "links": { "silent_proxies": ["192.0.2.1"] } })),
            ["Proxy: 192.0.2.1 does not say for which address it forwards requests: let it set X-Forwarded-For to the address of its client"]
        );
    }
}
