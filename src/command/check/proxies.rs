//! Configurations for web servers that forward to Prosody. docs/proxies.md shows the same.

/// A web server that can stand before Prosody.
pub(super) struct WebServer {
    /// Its name.
    name: &'static str,
    /// The programs by which one sees that it is installed.
    pub(super) programs: &'static [&'static str],
    /// Where its configuration belongs.
    place: &'static str,
    configuration: &'static str,
    /// What belongs somewhere else: where, and the configuration.
    more: Option<(&'static str, &'static str)>,
}

/// Those that docs/proxies.md has.
pub(super) const ALL: [WebServer; 4] = [
    WebServer {
        name: "nginx",
        programs: &["nginx"],
        place: "in the server block with https",
        configuration: include_str!("proxies/nginx.conf"),
        more: None,
    },
    WebServer {
        name: "Apache",
        programs: &["apache2", "httpd"],
        place: "in <VirtualHost *:443>, with its modules proxy_http, headers and ssl",
        configuration: include_str!("proxies/apache.conf"),
        more: None,
    },
    WebServer {
        name: "Caddy",
        programs: &["caddy"],
        place: "in the block of the site",
        configuration: include_str!("proxies/caddy.conf"),
        more: None,
    },
    WebServer {
        name: "HAProxy",
        programs: &["haproxy"],
        place: "in mode http",
        configuration: include_str!("proxies/haproxy.conf"),
        more: Some(("in the frontend with https", include_str!("proxies/haproxy-frontend.conf"))),
    },
];

impl WebServer {
    /// What to write into its configuration, and where. The parameters are those of [`filled`].
    pub(super) fn advice(&self, external: &str, port: i64, host: &str) -> String {
        let filled = |configuration| filled(configuration, external, port, host);
        let more = self.more.map_or(String::new(), |(place, configuration)| format!("and {place}:\n{}", filled(configuration)));
        format!("For {}, {}:\n{}{more}", self.name, self.place, filled(self.configuration))
    }
}

/// Fills a configuration in. `external` is the option `http_external_url`, `port` that of Prosody's HTTP server, `host` the host that it expects.
fn filled(configuration: &str, external: &str, port: i64, host: &str) -> String {
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
        for configuration in ALL.iter().flat_map(|server| [Some(server.configuration), server.more.map(|(_, text)| text)]).flatten() {
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
