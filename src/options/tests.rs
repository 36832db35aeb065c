//! Tests of what values of options mean.

use proptest::prelude::*;

use super::*;

fn facts<'a>(other: &'a Raw, accounts: &'a HashMap<String, String>) -> Facts<'a> {
    Facts { host: "example.com", other, is_found: false, accounts }
}

fn read(name: &str, raw: &Raw) -> Answer {
    read_beside(name, raw, &Raw::Nil)
}

fn read_beside(name: &str, raw: &Raw, other: &Raw) -> Answer {
    let option = rows().find(|option| option.name == name).unwrap();
    option.read(raw, &facts(other, &HashMap::from([("Me@example.com".to_owned(), "me@example.com".to_owned())])))
}

fn text(text: &str) -> Raw {
    Raw::Text(text.into())
}

fn texts(list: &[&str]) -> Raw {
    Raw::of_list(list.iter().copied().map(text).collect())
}

fn words(text: &str) -> Value {
    Value::Text(text.into())
}

fn list(list: &[&str]) -> Value {
    Value::List(list.iter().copied().map(words).collect())
}

fn understood(name: &str, raw: &Raw, expected: Value) {
    assert_eq!(read(name, raw), (Some(expected), None), "{name} = {}", shown(raw));
}

fn refused(name: &str, raw: &Raw, expected: impl Into<Option<Value>>, problem: &str) {
    let (value, found) = read(name, raw);
    assert_eq!(value, expected.into(), "{name} = {}", shown(raw));
    let found = found.unwrap_or_default();
    assert!(found.starts_with(name) && found.contains(problem), "{found}");
}

fn odd() -> Vec<Raw> {
    let numbers = [-1.0, 1.5, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, 2.0].map(Raw::Number);
    let long = "x".repeat(300_000);
    let odd = ["", " ", "yes", "True", "no", "5 sausages", "a\u{202e}b", "a\x1b[2Jb\r\nc", "a\0b", "javascript:alert(1)", "https://", "{x", &long];
    let tables = [vec![], vec![(Raw::Number(1.0), Raw::Boolean(true))], vec![(Raw::Boolean(true), Raw::Nil), (Raw::Number(1.5), text("x"))]];
    let tables = tables.into_iter().map(|pairs| Raw::Table(1, pairs));
    let others = [Raw::Other("a function"), Raw::Text(b"\xff\xfe".to_vec())];
    numbers.into_iter().chain(odd.map(text)).chain(tables).chain(others).collect()
}

#[test]
fn options_are_true_or_false() {
    for (raw, value) in
        [(Raw::Boolean(true), true), (text("true"), true), (Raw::Number(1.0), true), (text("false"), false), (Raw::Number(0.0), false)]
    {
        understood("allow_user_invites", &raw, Value::Boolean(value));
    }
    for raw in odd() {
        refused("registration_invite_only", &raw, Value::Boolean(true), "Expected: true or false. It counts as true");
        refused("allow_registration", &raw, Some(Value::Boolean(false)), "It counts as false");
    }
    refused("registration_invite_only", &text("yes"), Value::Boolean(true), "registration_invite_only = \"yes\" is not understood");
    let beside = |other| read_beside("c2s_require_encryption", &Raw::Nil, &Raw::Boolean(other)).0;
    assert_eq!((beside(true), beside(false)), (Some(Value::Boolean(true)), Some(Value::Boolean(false))));
}

#[test]
fn options_are_whole_numbers() {
    understood("invites_guess_limit", &text(" 7 "), Value::Number(7.0));
    understood("invites_per_user", &Raw::Nil, Value::Number(f64::INFINITY));
    understood("invites_per_user", &text("unlimited"), Value::Number(f64::INFINITY));
    for raw in odd().into_iter().filter(|raw| *raw != Raw::Number(2.0)) {
        refused("invites_per_user", &raw, Some(Value::Number(0.0)), "or \"unlimited\". It counts as 0");
        refused("invites_guess_limit", &raw, Some(Value::Number(5.0)), "Expected: a whole number from 0 to 1000000000.");
    }
}

#[test]
fn a_welcome_is_a_text_or_one_for_each_language() {
    let of = |raw: &Raw| read("invites_welcome", raw).0;
    assert_eq!(of(&text("Hello\r\n\u{202e}you ")), Some(words("Hello\nyou")));
    let table = |pairs: &[(&str, &str)]| Raw::Table(0, pairs.iter().map(|(tag, welcome)| (text(tag), text(welcome))).collect());
    let long = "x".repeat(501);
    assert_eq!(of(&table(&[("en", "Hello"), ("de", &long)])), Some(Value::Map(vec![("en".to_owned(), words("Hello"))])));
    for odd in [text(&long), text("a\u{1b}"), text(" "), Raw::Nil, table(&[("de", &long)])] {
        assert_eq!(of(&odd), None);
    }
}

#[test]
fn contact_invites_always_end() {
    let of = |raw: &Raw| read("invites_contacts_longest_expiry", raw).0;
    assert_eq!(of(&text("2 days")), Some(Value::Number(172_800.0)));
    assert_eq!(of(&text("never")), Some(Value::Number(86_400.0)), "what is not understood counts as the strictest value");
}

#[test]
fn options_are_periods() {
    for (written, seconds) in [("2 days", 172_800.0), ("600", 600.0), ("never", f64::INFINITY)] {
        understood("invite_expiry", &text(written), Value::Number(seconds));
    }
    for raw in odd().into_iter().filter(|raw| *raw != Raw::Number(2.0)) {
        refused("invite_expiry", &raw, Some(Value::Number(604_800.0)), "\"2 weeks\"");
        refused("invites_longest_expiry", &raw, Some(Value::Number(86_400.0)), "It counts as \"1 day\"");
    }
    refused("invites_history", &text("5 minutes"), Some(Value::Number(2_592_000.0)), "\"1 hour\" at least");
    let longest = |other| read_beside("invites_longest_expiry", &Raw::Nil, &Raw::Number(other)).0;
    assert_eq!((longest(60.0), longest(f64::INFINITY)), (Some(Value::Number(2_592_000.0)), Some(Value::Number(f64::INFINITY))));
}

#[test]
fn options_are_texts_and_addresses() {
    understood("site_name", &Raw::Nil, words("example.com"));
    understood("invites_page", &text("https://{host}/i#{invite.uri}"), words("https://{host}/i#{invite.uri}"));
    for raw in odd() {
        refused("invites_page", &raw, None, "It counts as not set");
        refused("webchat_url", &raw, None, "");
    }
    refused("invites_page_module", &text("a b"), Some(words("invites_page")), "the name of a module without mod_. It counts as \"invites_page\"");
    let role = |other| read_beside("default_user_role", &Raw::Nil, &text(other)).0;
    assert_eq!((role("anonymous"), role("ldap")), (Some(words("prosody:guest")), Some(words("prosody:registered"))));
}

#[test]
fn elements_that_are_not_understood_are_left_out_of_lists() {
    understood("invites_page_supports", &text("account"), list(&["account"]));
    refused("invites_page_supports", &texts(&["account", "foo"]), Some(list(&["account"])), "\"foo\" is not understood and left out");
    refused("invites_page_supports", &texts(&["foo", "bar"]), Some(list(&["account", "contact", "account-and-contact"])), "{ \"foo\", \"bar\" }");
    refused("site_apps_show", &Raw::of_list(vec![text("a"), Raw::Number(5.0), Raw::Number(6.0)]), Some(list(&["a"])), ": { 5, 6 } is not understood");
    refused("allow_user_invites_by_roles", &Raw::Number(5.0), Some(list(&[])), "It counts as {}");
    refused("deny_user_invites_by_roles", &Raw::of_list(vec![text("member"), Raw::Number(5.0)]), Some(words("all")), "It counts as \"all\"");
    understood("trusted_proxies", &texts(&["10.0.0.0/8", "::1"]), list(&["10.0.0.0/8", "::1"]));
    refused("admins", &texts(&["Me@example.com", "you"]), Some(list(&["me@example.com"])), "\"you\" is not understood and left out");
    refused("admins", &text("you"), None, "It counts as not set");
}

#[test]
fn options_are_tables() {
    let links = |imprint: Raw| Raw::Table(7, vec![(text("terms"), text("https://x/")), (text("imprint"), imprint)]);
    let terms = ("terms".to_owned(), words("https://x/"));
    understood("invites_links", &links(text("mailto:x@y")), Value::Map(vec![terms.clone(), ("imprint".into(), words("mailto:x@y"))]));
    refused("invites_links", &links(Raw::Number(5.0)), Some(Value::Map(vec![terms])), "{ imprint = 5 } is not understood and left out");
    refused("invites_links", &text("x"), None, "with any of terms, privacy, imprint, contact, each an address");
    understood("http_cors_override", &Raw::Table(3, vec![]), Value::Written(3));
    understood("site_apps", &Raw::of_list(vec![text("dino"), Raw::Table(4, vec![])]), Value::List(vec![words("dino"), Value::Written(4)]));
    let field = Raw::Table(5, vec![(text("name"), text("email"))]);
    understood("additional_registration_fields", &Raw::of_list(vec![field, text("url+")]), Value::List(vec![Value::Written(5), words("url+")]));
}

#[test]
fn the_password_of_the_database_is_never_shown() {
    let sql = |port: Raw| {
        let driver = (text("driver"), text("PostgreSQL"));
        Raw::Table(9, vec![driver, (text("database"), text("d")), (text("password"), text("sesame")), (text("port"), port)])
    };
    for raw in [text("mysql://me:sesame@host/db"), texts(&["sesame"]), text("postgres:sesame")] {
        let problem = read("invites_database", &raw).1.unwrap();
        assert!(!problem.contains("sesame") && problem.ends_with("Until it is mended, nobody can register or be invited"), "{problem}");
    }
    assert_eq!(read_beside("sql", &sql(text("5432")), &text("sql")), (Some(Value::Written(9)), None));
    let (value, problem) = read_beside("sql", &sql(text("x")), &text("sql"));
    assert!(value.is_none() && problem.as_ref().is_some_and(|problem| problem.starts_with("sql is not understood. ")), "{problem:?}");
    let problem = read_beside("sql", &Raw::Nil, &text("sql")).1.unwrap();
    assert!(problem.starts_with("sql is not set. Expected: { driver = \"PostgreSQL\"; "), "{problem}");
    assert_eq!(read_beside("sql", &text("nonsense"), &text("invites.sqlite")), (None, None));
}

#[test]
fn a_path_counts_where_prosody_has_found_it() {
    let nobody = HashMap::new();
    let row = rows().find(|row| row.name == "invites_logo").unwrap();
    let found = Facts { is_found: true, ..facts(&Raw::Nil, &nobody) };
    assert_eq!(row.read(&text("logo.svg"), &found), (Some(Value::Found), None));
    for (written, facts) in [("logo.svg", &facts(&Raw::Nil, &nobody)), ("logo.txt", &found), ("a\nlogo.svg", &found)] {
        assert!(matches!(row.read(&text(written), facts), (None, Some(_))), "{written}");
    }
}

fn raw() -> impl Strategy<Value = Raw> {
    let leaf = prop_oneof![
        Just(Raw::Nil),
        any::<bool>().prop_map(Raw::Boolean),
        any::<f64>().prop_map(Raw::Number),
        proptest::collection::vec(any::<u8>(), 0..40).prop_map(Raw::Text),
        ".{0,40}".prop_map(|text| Raw::Text(text.into())),
        Just(Raw::Other("a thread")),
    ];
    leaf.prop_recursive(3, 20, 6, |inner| proptest::collection::vec((inner.clone(), inner), 0..6).prop_map(|pairs| Raw::Table(1, pairs)))
}

proptest! {
    #[test]
    fn whatever_is_written_closes_what_it_should_open_and_is_told_in_a_short_line(raw in raw()) {
        for row in rows() {
            let (value, problem) = read(row.name, &raw);
            let Some(problem) = problem else { continue };
            prop_assert!(problem.starts_with(row.name) && problem.contains("Expected: ") && problem.len() < 1_200, "{}", problem);
            prop_assert!(problem.chars().all(|character| character == '…' || (' '..='~').contains(&character)), "{}", problem);
            match row.strictest {
                Strictest::None => {}
                _ if problem.contains("left out") => {}
                Strictest::Closed => prop_assert_eq!(value, None),
                Strictest::All => prop_assert_eq!(value, Some(words("all"))),
                Strictest::Written(written) => prop_assert_eq!(value, read(row.name, &Raw::from(&written)).0),
            }
        }
    }
}
