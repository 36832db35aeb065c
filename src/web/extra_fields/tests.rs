//! Tests of the fields that an option adds to the form.

use super::*;

fn text(text: &str) -> Raw {
    Raw::Text(text.into())
}

fn field(pairs: &[(&str, Raw)]) -> Field {
    Field::of(&Raw::Table(1, pairs.iter().map(|(name, value)| (text(name), value.clone())).collect())).unwrap()
}

fn of_kind(kind: &str) -> Field {
    field(&[("name", text("shoe")), ("type", text(kind))])
}

fn choice() -> Field {
    let blue = Raw::Table(2, vec![(text("value"), text("b")), (text("label"), text("Blue"))]);
    field(&[("name", text("shoe")), ("type", text("list-single")), ("options", Raw::of_list(vec![blue, Raw::Number(5.0)]))])
}

fn of_text(text: &str) -> Value {
    Value::Text(text.into())
}

#[test]
fn values_are_read_by_the_type_of_the_field() {
    let long = "é".repeat(251);
    let email = field(&[("name", text("email"))]);
    for (field, sent, expected) in [
        (of_kind("text-single"), " x ", Ok(Some(of_text("x")))),
        (of_kind("text-single"), "", Ok(None)),
        (of_kind("text-single"), "a\0b", Err("error-extra-invalid")),
        (of_kind("text-single"), &long, Err("error-extra-long")),
        (of_kind("boolean"), "on", Ok(Some(of_text("1")))),
        (of_kind("boolean"), "", Ok(Some(of_text("0")))),
        (of_kind("hidden"), "x", Ok(Some(Value::Own))),
        (of_kind("text-private"), " x ", Ok(Some(of_text(" x ")))),
        (of_kind("text-private"), "a\nb", Err("error-extra-invalid")),
        (of_kind("text-private"), &long, Err("error-extra-long")),
        (of_kind("text-multi"), "a\r\n\r\n b", Ok(Some(Value::Lines(vec!["a".into(), "b".into()])))),
        (of_kind("jid-multi"), &"x\n".repeat(2_001), Err("error-extra-long")),
        (of_kind("text-multi"), "a\n\0", Err("error-extra-invalid")),
        (choice(), "b", Ok(Some(of_text("b")))),
        (choice(), "5", Ok(Some(of_text("5")))),
        (choice(), "", Ok(None)),
        (choice(), "Blue", Err("error-extra-invalid")),
        (email.clone(), "me@example.com", Ok(Some(of_text("me@example.com")))),
        (email.clone(), "me@you@example.com", Err("error-extra-email")),
        (email, "me", Err("error-extra-email")),
    ] {
        assert_eq!(field.read(sent.as_bytes()), expected, "{sent}");
    }
    assert_eq!(of_kind("text-private").read(b"\xff"), Err("error-extra-invalid"));
}

#[test]
fn fields_are_shown_with_what_was_sent() {
    let shown = choice().show(3, "b").unwrap();
    assert_eq!((shown.name.as_str(), shown.id.as_str(), shown.label.as_str(), shown.element), ("extra_shoe", "extra-3", "shoe", None));
    assert_eq!(shown.options, Some(vec![("b".into(), "Blue".into(), true), ("5".into(), "5".into(), false)]));
    let email = field(&[("name", text("email")), ("is_known", Raw::Boolean(true)), ("required", Raw::Boolean(true))]).show(1, "x").unwrap();
    assert_eq!(
        (email.label_id.as_deref(), email.hint, email.keys, email.autocomplete),
        (Some("extra-email"), Some("extra-required"), "email", "email")
    );
    let secret = of_kind("text-private").show(1, "secret").unwrap();
    assert_eq!((secret.value.as_str(), secret.kind, secret.element, secret.hint), ("", "password", Some("is_line"), Some("extra-optional")));
    let checked = of_kind("boolean").show(1, "1").unwrap();
    assert_eq!((checked.is_checked, checked.element, checked.hint), (true, Some("is_box"), None));
    assert_eq!(of_kind("hidden").show(1, ""), None);
}

#[test]
fn a_template_without_a_required_field_is_found() {
    let needed = field(&[("name", text("shoe")), ("required", Raw::Boolean(true))]);
    assert!(needed.is_missing_in("<form>") && !needed.is_missing_in("{extras#x}") && !needed.is_missing_in("name=extra_shoe"));
    assert!(!of_kind("text-single").is_missing_in("<form>"));
}
