//! Values of options that are not understood, options whose names are misspelt, and options in a place where nobody reads them.

use serde::Deserialize;

use super::Report;
use crate::command::nearest::nearest;
use crate::options::{Row, rows};

/// What there is to know about options.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Facts {
    /// What is wrong with values, in the words of the log.
    #[serde(deserialize_with = "super::list")]
    problems: Vec<String>,
    /// Where options are set.
    #[serde(deserialize_with = "super::list")]
    places: Vec<Place>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Place {
    /// `*` for all hosts.
    host: String,
    is_component: bool,
    /// What is set there, known or not.
    #[serde(deserialize_with = "super::list")]
    names: Vec<String>,
}

/// Options of others whose names are close to one of ours.
const OTHERS: [&str; 6] = ["s2s_require_encryption", "s2s_direct_tls_ports", "s2s_ports", "s2s_interfaces", "c2s_interface", "interface"];
const SHORTEST_NAME: usize = 6;
const MOST_CHANGES: usize = 2;

pub(super) fn check(report: &mut Report, host: &str, facts: &Facts) {
    let before = report.to_do;
    for problem in &facts.problems {
        report.needs(&format!("Options: {problem}"));
    }
    for name in ["*", host] {
        facts.places.iter().filter(|place| place.host == name).for_each(|place| names(report, place));
    }
    // What stands at the end of the file belongs to the last component there.
    for place in facts.places.iter().filter(|place| place.is_component) {
        for name in place.names.iter().filter(|name| row(name).is_some() && name.contains("invite")) {
            let component = &place.host;
            report.needs(&format!("Options: {name} is set for the component {component}, where it has no effect: set it above that line"));
        }
    }
    if report.to_do == before {
        report.ok("Options: all values are understood");
    }
}

impl Facts {
    /// Whether an option is set for a host, or for all.
    pub(super) fn sets(&self, name: &str, host: &str) -> bool {
        self.places.iter().any(|place| (place.host == "*" || place.host == host) && place.names.iter().any(|set| set == name))
    }
}

fn row(name: &str) -> Option<&'static Row> {
    rows().find(|row| row.name == name)
}

fn names(report: &mut Report, place: &Place) {
    let host = &place.host;
    let set_for = if host == "*" { "all hosts".to_owned() } else { host.clone() };
    let ours = || rows().map(|row| row.name).filter(|name| name.len() >= SHORTEST_NAME);
    for name in &place.names {
        match row(name) {
            Some(row) if row.is_global && host != "*" => {
                report.needs(&format!("Options: {name} has no effect for {host} alone: set it above all VirtualHost lines"));
            }
            None if !OTHERS.contains(&name.as_str()) => {
                if let Some(meant) = nearest(name.as_bytes(), ours(), Some(MOST_CHANGES)) {
                    report.needs(&format!("Options: there is no option {name} (set for {set_for}). Did you mean {meant}?"));
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::command::check::tests::{ok, to_do};

    fn set(host: &str, is_component: bool, names: &[&str]) -> Value {
        json!({ "options": { "places": [{ "host": host, "is_component": is_component, "names": names }] } })
    }

    #[test]
    fn misspelt_names_and_names_without_effect_are_told() {
        for (changes, expected) in [
            (set("h", false, &["Invites_pages"]), "there is no option Invites_pages (set for h). Did you mean invites_page?"),
            (set("*", false, &["invite_page"]), "there is no option invite_page (set for all hosts). Did you mean invites_page?"),
            (set("h", false, &["trusted_proxies"]), "trusted_proxies has no effect for h alone: set it above all VirtualHost lines"),
            (
                set("rooms.h", true, &["site_name", "invites_page"]),
                "invites_page is set for the component rooms.h, where it has no effect: set it above that line",
            ),
            (json!({ "options": { "problems": ["x = 1 is not understood"] } }), "x = 1 is not understood"),
        ] {
            assert_eq!(to_do(&changes), [format!("Options: {expected}")]);
        }
    }

    #[test]
    fn other_options_are_none_of_our_business() {
        for changes in [
            set("h", false, &["some_option", "invites", "s2s_require_encryption"]),
            set("*", false, &["trusted_proxies"]),
            set("g", false, &["invite_page"]),
        ] {
            assert_eq!(ok(&changes, "Options").unwrap(), "all values are understood");
        }
    }
}
