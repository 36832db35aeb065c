//! Configurations for web servers that forward to Prosody. docs/proxies.md shows the same.

/// For nginx, in `server { … }`.
pub(super) const NGINX: &str = include_str!("proxies/nginx.conf");
/// For Apache, in `<VirtualHost …>`.
#[cfg(test)]
const APACHE: &str = include_str!("proxies/apache.conf");
/// For Caddy, in the block of the site.
#[cfg(test)]
const CADDY: &str = include_str!("proxies/caddy.conf");
/// For `HAProxy`.
#[cfg(test)]
const HAPROXY: &str = include_str!("proxies/haproxy.conf");

/// Fills a configuration in. `external` is the option `http_external_url`, `port` that of Prosody's HTTP server, `host` the host that it expects.
pub(super) fn filled(configuration: &str, external: &str, port: i64, host: &str) -> String {
    configuration.replace("{prefix}", &prefix(external)).replace("{port}", &port.to_string()).replace("{host}", host)
}

/// The path of an address, with a slash at its end.
fn prefix(external: &str) -> String {
    let after_scheme = external.split_once("://").map_or(external, |(_, rest)| rest);
    let path = after_scheme.split_once('/').map_or("", |(_, path)| path).split(['?', '#']).next().unwrap_or_default().trim_matches('/');
    if path.is_empty() { "/".into() } else { format!("/{path}/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_has_the_same() {
        let documentation = include_str!("../../../docs/proxies.md");
        for configuration in [NGINX, APACHE, CADDY, HAPROXY] {
            for external in ["https://example.com/", "https://example.com/chat/"] {
                let text = filled(configuration, external, 5280, "example.com");
                assert!(documentation.contains(&text), "{text}");
            }
        }
    }

    #[test]
    fn the_prefix_is_the_path() {
        for (external, expected) in
            [("https://h", "/"), ("https://h/", "/"), ("https://h:8443//", "/"), ("https://h/a", "/a/"), ("https://h/a/b/?c#d", "/a/b/"), ("", "/")]
        {
            assert_eq!(prefix(external), expected, "{external}");
        }
    }
}
