//! Texts as HTML.

use crate::text::clean;

/// Characters of a text on a page.
const LONGEST: usize = 100_000;

/// The text as HTML, also within an attribute. What a text was told stands in `<bdi>`, so that a name keeps its direction of writing: Fluent puts it
/// between U+2068 and U+2069.
#[must_use]
pub fn escaped(text: &[u8]) -> String {
    let mut html = String::with_capacity(text.len());
    for character in clean(text, LONGEST).chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\'' => html.push_str("&apos;"),
            '"' => html.push_str("&quot;"),
            '\u{2068}' => html.push_str("<bdi>"),
            '\u{2069}' => html.push_str("</bdi>"),
            other => html.push(other),
        }
    }
    html
}

/// A text of several lines as HTML, with its line breaks.
#[must_use]
pub fn lines(text: &str) -> String {
    text.lines().map(|line| escaped(unmarked(line).as_bytes())).collect::<Vec<_>>().join("\n")
}

/// The text without those marks, for places where no element may be.
#[must_use]
pub fn unmarked(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// Letters of a secret that stand together, and how many it has at least.
const GROUP: usize = 4;
const SHORTEST_SECRET: usize = 12;

/// A link as HTML that people can read on paper, and type: it may break after the host and in front of the secret at its end, which is in groups of
/// four letters. Spaces between them are for the stylesheet to show, so what is copied is the link.
#[must_use]
pub fn readable_link(link: &str) -> String {
    let host_end = link.find("://").map(|start| start + 3).and_then(|start| Some(start + link.get(start..)?.find('/')? + 1)).unwrap_or_default();
    let secret_at = link.rfind(|c: char| !c.is_ascii_alphanumeric()).map_or(0, |at| at + 1).max(host_end);
    let secret_at = if link.len().saturating_sub(secret_at) < SHORTEST_SECRET { link.len() } else { secret_at };
    let part = |from, to| escaped(link.get(from..to).unwrap_or_default().as_bytes());
    let mut html = part(0, host_end);
    if host_end > 0 {
        html.push_str("<wbr>");
    }
    html.push_str(&part(host_end, secret_at));
    if secret_at < link.len() {
        let groups = (secret_at..link.len()).step_by(GROUP).map(|at| format!("<span>{}</span>", part(at, link.len().min(at + GROUP))));
        let groups: Vec<_> = groups.collect();
        html.extend(["<wbr><span class=\"secret\">", &groups.join("<wbr>"), "</span>"]);
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_read_in_groups_and_copied_as_it_is() {
        let page = "https://chat.example/invites_page?aB3dEf7hIjKlMn";
        assert_eq!(
            readable_link(page),
            "https://chat.example/<wbr>invites_page?<wbr><span class=\"secret\"><span>aB3d</span><wbr><span>Ef7h</span><wbr><span>IjKl</span><wbr>\
             <span>Mn</span></span>"
        );
        for link in [page, "xmpp:chat.example?register;preauth=aB3dEf7hIjKlMn", "https://h/i/short", "http://h", "", "é/", "https://höst/?é", "?/"]
        {
            let copied = readable_link(link).replace("<wbr>", "").replace("<span>", "").replace("<span class=\"secret\">", "").replace("</span>", "");
            assert_eq!(copied, link);
        }
        assert_eq!(readable_link("https://h/?<b>"), "https://h/<wbr>?&lt;b&gt;");
        assert!(!readable_link("https://h/i/short").contains("<span>"));
    }

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(escaped("<a href='x' title=\"&\">".as_bytes()), "&lt;a href=&apos;x&apos; title=&quot;&amp;&quot;&gt;");
        assert_eq!(escaped("Hello, \u{2068}<Julia>\u{2069}!".as_bytes()), "Hello, <bdi>&lt;Julia&gt;</bdi>!");
        assert_eq!(escaped(b"a\0b\xff\tc"), "a\u{fffd}b\u{fffd} c");
        assert_eq!(unmarked("Hello, \u{2068}Julia\u{2069}!"), "Hello, Julia!");
    }
}
