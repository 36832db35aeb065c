//! Which apps are recommended to a reader, and how they get them.

use serde::Serialize;

use super::app::Opens;
use crate::KindName;
use crate::options::Raw;

/// Apps that are shown first.
const MOST_SHOWN: usize = 3;
/// Systems whose browsers look alike: Safari on an iPad says that it is on a Mac.
const APPLE: [&str; 2] = ["macos", "ios"];

/// A link to an app.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Download {
    /// The address.
    pub url: Option<String>,
    /// Instead: a template for the address that passes the invite to the app, even through its installation.
    pub format: Option<String>,
    /// Its label, if it has one of its own.
    pub text: Option<String>,
    /// Does it lead to a store, and not to a web site?
    pub is_store: bool,
    /// Does the app cost money there?
    pub is_paid: bool,
    /// The system that it is for, in lower case, where it is among those that look alike: an iPad says that it is a Mac.
    pub system: Option<&'static str>,
}

/// The places in the list of up to three apps for this platform (in lower case; none: any), the best first, and those of all others. First come the
/// apps for this device that open links of this kind, then others for it, then web apps.
#[must_use]
pub fn choose(apps: &[Raw], platform: Option<&str>, kind: KindName) -> (Vec<usize>, Vec<usize>) {
    let rank = |app: &Raw| match platform {
        Some(platform) if !runs_on(app, platform) => {
            if runs_on(app, "web") {
                3
            } else {
                4
            }
        }
        _ => {
            if opens(app, kind) {
                1
            } else {
                2
            }
        }
    };
    let mut ranked: Vec<(u8, usize)> = apps.iter().enumerate().map(|(at, app)| (rank(app), at)).collect();
    ranked.sort_unstable();
    let best = ranked.iter().take(MOST_SHOWN).take_while(|(rank, _)| *rank < 4).count();
    let (best, others) = ranked.split_at_checked(best).unwrap_or_default();
    let places = |list: &[(u8, usize)]| list.iter().map(|(_, at)| *at).collect();
    (places(best), places(others))
}

/// Whether an app of the catalogue opens the links of invites of this kind.
#[must_use]
pub fn opens(app: &Raw, kind: KindName) -> bool {
    let written = if let Raw::Nil = app.field("opens") { app.field("supports_preauth_uri") } else { app.field("opens") };
    Opens::read(written).unwrap_or_default().kind(kind)
}

/// Whether an app runs on a platform, in lower case.
#[must_use]
pub fn runs_on(app: &Raw, platform: &str) -> bool {
    names(app.field("platforms"), platform)
}

/// The links to an app for this device; all of them if its platform is not known, or none is for it. `passes_invite`: there is an invite, and a store
/// may learn of it.
#[must_use]
pub fn downloads(app: &Raw, platform: Option<&str>, passes_invite: bool) -> Vec<Download> {
    let format_of = |value: &Raw| text(value.field("magic_link_format")).filter(|_| passes_invite);
    let (magic, link) = (format_of(app), text(app.field("link")));
    let (mut fitting, mut others) = (Vec::new(), Vec::new());
    for button in app.field("download").field("buttons").list(usize::MAX).unwrap_or_default() {
        let url = text(button.field("url"));
        let format = format_of(button).or_else(|| magic.clone().filter(|_| url == link));
        if url.is_none() && format.is_none() {
            continue; // a link to nothing
        }
        let platforms = button.field("platforms");
        let system = APPLE.into_iter().find(|system| platform == Some("macos") && names(platforms, system));
        let fits = match (platform, platforms) {
            (None, _) | (_, Raw::Nil) => true,
            (Some(platform), platforms) => system.is_some() || names(platforms, platform),
        };
        let is = |name| matches!(button.field(name), Raw::Boolean(true));
        let download = Download {
            text: label(button, url.as_deref()),
            url: url.filter(|_| format.is_none()),
            format,
            is_store: is("store"),
            is_paid: is("paid"),
            system,
        };
        if fits { &mut fitting } else { &mut others }.push(download);
    }
    if let Some(format) = magic.filter(|_| fitting.iter().chain(&others).all(|link| link.format.is_none())) {
        fitting.insert(0, Download { format: Some(format), ..Download::default() });
    }
    fitting.sort_by_key(|link| link.system == Some("ios")); // more who say so have a Mac
    if fitting.is_empty() {
        fitting = others;
    }
    if fitting.is_empty() {
        fitting.extend(link.map(|link| Download { url: Some(link), ..Download::default() }));
    }
    fitting
}

/// The label of a button. We do not show pictures from other hosts.
fn label(button: &Raw, url: Option<&str>) -> Option<String> {
    let host = || {
        let (scheme, rest) = url?.split_once("://")?;
        let host = rest.split(['/', ':']).next().filter(|host| !host.is_empty())?;
        scheme.bytes().all(|byte| byte.is_ascii_alphabetic()).then(|| host.to_owned()).filter(|_| !scheme.is_empty())
    };
    text(button.field("text")).or_else(|| text(button.field("alttext"))).or_else(host)
}

fn names(platforms: &Raw, word: &str) -> bool {
    let is_it = |name: &&Raw| matches!(name, Raw::Text(name) if name.eq_ignore_ascii_case(word.as_bytes()));
    platforms.list(usize::MAX).is_some_and(|list| list.iter().any(is_it))
}

fn text(value: &Raw) -> Option<String> {
    if let Raw::Text(bytes) = value { Some(String::from_utf8_lossy(bytes).into_owned()) } else { None }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::web::tests::raw;

    #[test]
    fn apps_for_the_device_come_first_and_those_that_open_links_before_others() {
        let apps: Vec<_> = [
            json!({ "platforms": ["Linux"] }),
            json!({ "platforms": ["Android"] }),
            json!({ "platforms": ["Web"] }),
            json!({ "platforms": ["Android", "iOS"], "supports_preauth_uri": true }),
            json!({ "platforms": ["Linux"], "supports_preauth_uri": false, "opens": { "contact": true } }),
        ]
        .iter()
        .map(raw)
        .collect();
        for (platform, kind, best, others) in [
            (Some("android"), KindName::Account, vec![3, 1, 2], vec![0, 4]),
            (Some("ios"), KindName::Account, vec![3, 2], vec![0, 1, 4]),
            (Some("linux"), KindName::Account, vec![0, 4, 2], vec![1, 3]),
            (Some("linux"), KindName::ContactAccount, vec![0, 4, 2], vec![1, 3]),
            (Some("linux"), KindName::Contact, vec![4, 0, 2], vec![1, 3]),
            (Some("haiku"), KindName::Reset, vec![2], vec![0, 1, 3, 4]),
            (None, KindName::Account, vec![3, 0, 1], vec![2, 4]),
        ] {
            assert_eq!(choose(&apps, platform, kind), (best, others), "{platform:?} {kind}");
        }
    }

    /// (app, platform, may a store learn of the invite?) → `text:address` of each link
    fn words(app: &serde_json::Value, platform: Option<&str>, passes_invite: bool) -> String {
        let word = |link: Download| format!("{}:{}", link.text.unwrap_or_default(), link.url.or(link.format).unwrap_or_default());
        downloads(&raw(app), platform, passes_invite).into_iter().map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn links_are_those_for_the_device_and_pass_the_invite_on_where_they_can() {
        let app = json!({
            "link": "https://a.example/", "magic_link_format": "M",
            "download": { "buttons": [
                { "text": "App Store", "url": "https://x", "platforms": ["iOS"] }, { "url": "https://host.example:80/a" }, { "url": "https://a.example/" }
            ] }
        });
        assert_eq!(words(&app, Some("android"), true), "host.example:https://host.example:80/a a.example:M");
        let plain = "App Store:https://x host.example:https://host.example:80/a a.example:https://a.example/";
        assert_eq!(words(&app, Some("ios"), false), plain);
        assert_eq!(words(&json!({ "link": "https://a.example/" }), None, true), ":https://a.example/");
        let nowhere = json!({ "link": "L", "download": { "buttons": [{ "text": "b" }] } });
        assert_eq!(words(&nowhere, None, true), ":L");
        let magic = json!({ "magic_link_format": "M", "download": { "buttons": [{ "text": "b", "url": "u", "magic_link_format": "N" }] } });
        assert_eq!(words(&magic, None, true), "b:N");
        let magic = json!({ "magic_link_format": "M", "download": { "buttons": [{ "text": "b", "url": "u" }] } });
        assert_eq!(words(&magic, None, true), ":M b:u");
        assert_eq!(words(&json!({}), None, true), "");
    }

    #[test]
    fn stores_of_other_devices_are_left_out_unless_there_is_no_other_or_an_ipad_may_be_meant() {
        let app = json!({ "download": { "buttons": [
            { "text": "App Store", "url": "i", "platforms": ["iOS"], "store": true }, { "text": "Mac App Store", "url": "m", "platforms": ["macOS"] }
        ] } });
        assert_eq!(words(&app, Some("ios"), true), "App Store:i");
        assert_eq!(words(&app, Some("macos"), true), "Mac App Store:m App Store:i");
        assert_eq!(words(&app, Some("linux"), true), "App Store:i Mac App Store:m");
        let systems: Vec<_> = downloads(&raw(&app), Some("macos"), true).into_iter().map(|link| (link.system, link.is_store)).collect();
        assert_eq!(systems, [(Some("macos"), false), (Some("ios"), true)]);
    }
}
