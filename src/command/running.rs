//! What a running server is asked and told through its admin shell: what it has loaded, and what has become of accounts.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::text::quoted;
use crate::web::html::escaped;

/// A running server.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Running {
    /// Its version.
    pub version: String,
    /// When it was started, in Unix seconds.
    pub started: i64,
    /// The modules of the host, without `mod_`, and the files that they are from.
    pub modules: BTreeMap<String, String>,
}

/// The stream and the stanza that ask about a host. The shell runs what follows ">" as Lua code; each line of its answer is a name, a tab and a value.
#[must_use]
pub fn question(host: &str) -> String {
    let host = quoted(host.as_bytes());
    in_shell(&format!(
        ">(function () local lines = {{ \"version\\t\"..tostring(prosody.version), \"started\\t\"..tostring(prosody.start_time) }}; \
         for name, loaded in pairs((prosody.hosts[{host}] or {{}}).modules or {{}}) do \
         table.insert(lines, \"mod_\"..name..\"\\t\"..tostring(loaded.module.path)); end return table.concat(lines, \"\\n\"); end)()"
    ))
}

/// The stream and the stanza that tell of an event about accounts, such as `user-disabled`. All handlers hear of all accounts, whichever of them fails.
#[must_use]
pub fn news(event: &str, host: &str, usernames: &[String]) -> String {
    let names: Vec<_> = usernames.iter().map(|name| quoted(name.as_bytes())).collect();
    let (event, host) = (quoted(event.as_bytes()), quoted(host.as_bytes()));
    in_shell(&format!(
        ">(function () for _, name in ipairs {{ {} }} do pcall(prosody.events.fire_event, {event}, {{ username = name, host = {host} }}); end \
         return \"told\"; end)()",
        names.join(", ")
    ))
}

/// Whether the answer says that the event was told of.
///
/// # Errors
/// What is wrong with the answer, in words.
pub fn was_told(stanzas: &[u8]) -> Result<(), &'static str> {
    let stanzas = String::from_utf8_lossy(stanzas);
    let answer = stanzas.split_once("<repl-result").ok_or("the server does not answer")?.1;
    if answer.contains("told</repl-result>") { Ok(()) } else { Err("the server's shell does not understand") }
}

fn in_shell(code: &str) -> String {
    format!(
        "<?xml version='1.0'?><stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns='xmpp:prosody.im/admin'>\
         <repl-input width='130' repl='0'>{}</repl-input>",
        escaped(code.as_bytes())
    )
}

/// Reads the stanzas of the answer: in the last one, lines of a name, a tab and a value.
///
/// # Errors
/// What is wrong with the answer, in words.
pub fn read(stanzas: &[u8]) -> Result<Running, &'static str> {
    let stanzas = String::from_utf8_lossy(stanzas);
    let answer = stanzas.split_once("<repl-result").and_then(|(_, rest)| rest.split_once('>'));
    let answer = answer.and_then(|(_, rest)| rest.rsplit_once("</repl-result>")).ok_or("the server does not answer")?.0;
    let mut running = Running::default();
    let mut has_started = false;
    for line in answer.lines() {
        let Some((name, value)) = line.split_once('\t') else { continue };
        // The shell writes something in front of the first line.
        let name = name.rsplit(|character: char| !character.is_ascii_alphanumeric() && character != '_').next().unwrap_or_default();
        let value = unescaped(value);
        match (name, name.strip_prefix("mod_")) {
            (_, Some(module)) => drop(running.modules.insert(module.to_owned(), value)),
            ("version", _) => running.version = value,
            ("started", _) => {
                let seconds = value.split('.').next().and_then(|seconds| seconds.parse().ok());
                has_started = seconds.is_some();
                running.started = seconds.unwrap_or_default();
            }
            _ => {}
        }
    }
    if has_started { Ok(running) } else { Err("the server's shell does not understand the question") }
}

/// The text that XML escapes so.
fn unescaped(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&apos;", "'"), ("&quot;", "\""), ("&amp;", "&")];
    entities.into_iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_has_a_version_a_time_and_modules() {
        let answer =
            "<repl-result type='x'>Result: version\t13.0.2\nstarted\t1795608000.5\nmod_invites\t/p/a&amp;b&apos;s/mod_invites.lua\n</repl-result>";
        let modules = BTreeMap::from([("invites".to_owned(), "/p/a&b's/mod_invites.lua".to_owned())]);
        assert_eq!(read(answer.as_bytes()), Ok(Running { version: "13.0.2".into(), started: 1_795_608_000, modules }));
    }

    #[test]
    fn the_question_is_one_line_of_lua_in_a_stanza() {
        let question = question("a\"]<b>");
        assert!(question.contains("prosody.hosts[&quot;a\\&quot;]&lt;b&gt;&quot;] or {}"), "{question}");
        assert!(question.contains("&quot;version\\t&quot;..tostring(prosody.version)") && !question.contains('\n'));
    }

    #[test]
    fn an_event_names_accounts_whatever_their_names_are() {
        let news = news("user-disabled", "h", &["romeo".into(), "a\\20b".into()]);
        assert!(news.contains("ipairs { &quot;romeo&quot;, &quot;a\\\\20b&quot; } do") && !news.contains('\n'), "{news}");
        assert!(news.contains("fire_event, &quot;user-disabled&quot;, { username = name, host = &quot;h&quot; }"), "{news}");
        assert_eq!(was_told(b"<repl-result type='x'>Result: told</repl-result>"), Ok(()));
        assert_eq!(was_told(b"<repl-result type='error'>no</repl-result>"), Err("the server's shell does not understand"));
        assert_eq!(was_told(b""), Err("the server does not answer"));
    }

    #[test]
    fn other_answers_are_none() {
        assert_eq!(read(b""), Err("the server does not answer"));
        assert_eq!(read(b"<repl-result>"), Err("the server does not answer"));
        for answer in ["Error: what?", "started\tnil", "version\t1"] {
            assert_eq!(read(format!("<repl-result>{answer}</repl-result>").as_bytes()), Err("the server's shell does not understand the question"));
        }
    }
}
