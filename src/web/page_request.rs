//! Requests for web pages: query, path and browser.

use percent_encoding::percent_decode;

/// Bytes of a query that are read.
const LONGEST: usize = 4096;

/// The fields of a query as bytes, which need not be UTF-8.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The token, or a text that may have one (see [`crate::Pasted`]).
    pub token: Option<Vec<u8>>,
    /// The tag of the chosen language (`lang`).
    pub language: Option<Vec<u8>>,
    /// The id of an app (`c`).
    pub app: Option<Vec<u8>>,
}

/// Reads a query. The token is the first field without a name or with the name `t`; some programs put tracking fields in front of it, and some write
/// `TOKEN=`. Without such a field, the token may be in one with another name (`token=TOKEN`, `TOKEN?utm_source=x`).
#[must_use]
pub fn query(text: &[u8]) -> Query {
    let mut query = Query::default();
    let mut others = Vec::new();
    let text = text.get(..LONGEST).unwrap_or(text);
    for field in text.split(|byte| *byte == b'&').filter(|field| !field.is_empty()) {
        let mut parts = field.splitn(2, |byte| *byte == b'=');
        let (name, value) = (parts.next().unwrap_or_default(), parts.next());
        match (name, value) {
            (b"t", Some(b"")) => {}
            (b"t", Some(value)) => query.token = query.token.or_else(|| Some(decoded(value))),
            (b"lang", Some(value)) => query.language = Some(decoded(value)),
            (b"c", Some(value)) => query.app = Some(decoded(value)),
            (name, None | Some(b"")) => query.token = query.token.or_else(|| Some(decoded(name))),
            _ => others.push(field),
        }
    }
    if query.token.is_none() && !others.is_empty() {
        query.token = Some(decoded(&others.join(&b'&')));
    }
    query
}

fn decoded(text: &[u8]) -> Vec<u8> {
    percent_decode(text).collect()
}

/// The platform in a `User-Agent` header, in lower case as lists of apps name it. The first match counts: iPhones say "like Mac OS X", and Androids
/// say Linux.
#[must_use]
pub fn platform(user_agent: &[u8]) -> Option<&'static str> {
    const SYSTEMS: [(&str, &str); 8] = [
        ("Android", "android"),
        ("iPhone", "ios"),
        ("iPad", "ios"),
        ("iPod", "ios"),
        ("Windows", "windows"),
        ("Macintosh", "macos"),
        ("Linux", "linux"),
        ("X11", "linux"),
    ];
    let named = |word: &str| user_agent.windows(word.len()).any(|part| part == word.as_bytes());
    SYSTEMS.iter().find(|(word, _)| named(word)).map(|(_, platform)| *platform)
}

/// Is it a browser within a messenger? Those close on the way to a store, and many of them open no `xmpp:` links.
#[must_use]
pub fn is_in_app(user_agent: &[u8]) -> bool {
    const APPS: [&[u8]; 6] = [b"FBAN", b"FBAV", b"Instagram", b"Line/", b"WhatsApp", b"MicroMessenger"];
    APPS.iter().any(|word| user_agent.windows(word.len()).any(|part| part == *word))
}

/// Relative links from a page. They work behind a proxy that adds a path prefix.
#[derive(Debug, PartialEq, Eq)]
pub struct Places {
    /// The prefix of links to pages below the module's own path.
    pub below: String,
    /// The prefix of links to siblings of the module's own path.
    pub beside: String,
    /// The link to the module's own page.
    pub main: String,
    /// The link to the root of all modules' paths.
    pub root: String,
}

/// The links from a path whose last `depth` segments are below the module's own.
#[must_use]
pub fn places(path: &[u8], depth: usize) -> Places {
    let parts: Vec<_> = path.split(|byte| *byte == b'/').collect();
    let name = parts.len().checked_sub(depth + 1).and_then(|at| parts.get(at)).map(|name| String::from_utf8_lossy(name)).unwrap_or_default();
    let up = "../".repeat(depth.saturating_sub(1));
    let root = "../".repeat(parts.len().saturating_sub(2));
    let (below, beside, main) = if name.is_empty() {
        // The module has the whole web server.
        let main = if up.is_empty() { "./".to_owned() } else { up.clone() };
        (up.clone(), up, main)
    } else if depth == 0 {
        (format!("{name}/"), String::new(), name.into_owned())
    } else {
        (up.clone(), format!("../{up}"), format!("../{up}{name}"))
    };
    Places { below, beside, main, root }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn token(text: &str) -> Option<String> {
        query(text.as_bytes()).token.map(|token| String::from_utf8(token).unwrap())
    }

    #[test]
    fn the_token_has_no_name_or_the_name_t() {
        for text in ["T", "T=", "&T", "t=T", "utm=x&T", "T&fbclid=x", "T&lang=de&c=dino", "t=&T", "T&T2", "t=T&t=T2", "%54", "c=&lang=&T"] {
            assert_eq!(token(text).as_deref(), Some("T"), "{text}");
        }
        assert_eq!(token("token=T"), Some("token=T".to_owned()));
        assert_eq!(token("amp;t=T&x=%26"), Some("amp;t=T&x=&".to_owned()));
        assert_eq!(token("t"), Some("t".to_owned()));
        for text in ["", "&&", "t=", "lang=de", "c=dino&t="] {
            assert_eq!(token(text), None, "{text}");
        }
        assert_eq!(token(&format!("x={}&T", "y".repeat(LONGEST))).map(|token| token.len()), Some(LONGEST));
    }

    #[test]
    fn language_and_app_are_read() {
        let read = query(b"T&lang=de%2dAT&c=a%ff");
        assert_eq!((read.language.as_deref(), read.app.as_deref()), (Some(&b"de-AT"[..]), Some(&b"a\xff"[..])));
    }

    #[test]
    fn the_first_system_counts() {
        assert_eq!(platform(b"Mozilla/5.0 (Linux; Android 15)"), Some("android"));
        assert_eq!(platform(b"Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X)"), Some("ios"));
        assert_eq!(platform(b"Mozilla/5.0 (Macintosh; Intel)"), Some("macos"));
        assert_eq!(platform(b"Mozilla/5.0 (X11; CrOS)"), Some("linux"));
        assert_eq!((platform(b"curl/8"), platform(b"")), (None, None));
    }

    #[test]
    fn browsers_within_messengers_are_recognized() {
        assert!(is_in_app(b"Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) Mobile/22A [FBAN/FBIOS;FBAV/480.0]"));
        assert!(is_in_app(b"Mozilla/5.0 (Linux; Android 15; wv) Instagram 350.0"));
        assert!(!is_in_app(b"Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0") && !is_in_app(b""));
    }

    #[test]
    fn links_are_relative() {
        let links = |path: &str, depth| {
            let places = places(path.as_bytes(), depth);
            [places.below, places.beside, places.main, places.root]
        };
        assert_eq!(links("/page", 0), ["page/", "", "page", ""]);
        assert_eq!(links("/page/", 1), ["", "../", "../page", "../"]);
        assert_eq!(links("/a/page/setup/app", 2), ["../", "../../", "../../page", "../../../"]);
        assert_eq!(links("/", 1), ["", "", "./", ""]);
        assert_eq!(links("/setup/app", 2), ["../", "../", "../", "../"]);
    }

    proptest! {
        #[test]
        fn reading_never_fails(text in proptest::collection::vec(any::<u8>(), 0..200), depth in 0..4_usize) {
            let _ = (query(&text), platform(&text), is_in_app(&text), places(&text, depth));
        }
    }
}
