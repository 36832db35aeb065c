//! Which apps are recommended to a reader, and how they get them.

use crate::options::Raw;

/// Apps that are shown first.
const MOST_SHOWN: usize = 3;

/// A link to an app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Download {
    /// The address.
    pub url: Option<String>,
    /// Instead: a template for the address that passes the invite to the app, even through its installation.
    pub format: Option<String>,
    /// Its label, if it has one of its own.
    pub text: Option<String>,
}

/// The links to an app, those for this device first, and whether one of them passes the invite on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Downloads {
    /// The links.
    pub list: Vec<Download>,
    /// Does the app get the invite by itself?
    pub brings_invite: bool,
}

/// The places in the list of up to three apps for this platform (in lower case; none: any), the best first, and those of all others. First come the
/// apps for this device that open invite links, then others for it, then web apps.
#[must_use]
pub fn choose(apps: &[Raw], platform: Option<&str>) -> (Vec<usize>, Vec<usize>) {
    let rank = |app: &Raw| match platform {
        Some(platform) if !runs_on(app, platform) => {
            if runs_on(app, "web") {
                3
            } else {
                4
            }
        }
        _ => {
            if is_true(app.field("supports_preauth_uri")) {
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

/// Whether an app runs on a platform, in lower case.
#[must_use]
pub fn runs_on(app: &Raw, platform: &str) -> bool {
    names(app.field("platforms"), platform)
}

/// The links to an app. `passes_invite`: there is an invite, and a store may learn of it.
#[must_use]
pub fn downloads(app: &Raw, platform: Option<&str>, passes_invite: bool) -> Downloads {
    let format_of = |value: &Raw| text(value.field("magic_link_format")).filter(|_| passes_invite);
    let (magic, link) = (format_of(app), text(app.field("link")));
    let (mut fitting, mut others, mut brings_invite) = (Vec::new(), Vec::new(), false);
    for button in app.field("download").field("buttons").list(usize::MAX).unwrap_or_default() {
        let url = text(button.field("url"));
        let format = format_of(button).or_else(|| magic.clone().filter(|_| url == link));
        if url.is_none() && format.is_none() {
            continue; // a link to nothing
        }
        brings_invite |= format.is_some();
        let fits = match (platform, button.field("platforms")) {
            (None, _) | (_, Raw::Nil) => true,
            (Some(platform), platforms) => names(platforms, platform),
        };
        let download = Download { text: label(button, url.as_deref()), url: url.filter(|_| format.is_none()), format };
        if fits { &mut fitting } else { &mut others }.push(download);
    }
    if let Some(format) = magic.clone().filter(|_| !brings_invite) {
        fitting.insert(0, Download { format: Some(format), ..Download::default() });
    }
    fitting.append(&mut others);
    if fitting.is_empty() {
        fitting.extend(link.map(|link| Download { url: Some(link), ..Download::default() }));
    }
    Downloads { list: fitting, brings_invite: brings_invite || magic.is_some() }
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

fn is_true(value: &Raw) -> bool {
    !matches!(value, Raw::Nil | Raw::Boolean(false))
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
            json!({}),
        ]
        .iter()
        .map(raw)
        .collect();
        for (platform, best, others) in [
            (Some("android"), vec![3, 1, 2], vec![0, 4]),
            (Some("ios"), vec![3, 2], vec![0, 1, 4]),
            (Some("haiku"), vec![2], vec![0, 1, 3, 4]),
            (None, vec![3, 0, 1], vec![2, 4]),
        ] {
            assert_eq!(choose(&apps, platform), (best, others), "{platform:?}");
        }
    }

    #[test]
    fn links_for_the_device_come_first_and_pass_the_invite_on_where_they_can() {
        let app = raw(&json!({
            "link": "https://a.example/", "magic_link_format": "M",
            "download": { "buttons": [
                { "text": "App Store", "url": "https://x", "platforms": ["iOS"] }, { "url": "https://host.example:80/a" }, { "url": "https://a.example/" }
            ] }
        }));
        let words = |downloads: Downloads| {
            let word = |link: Download| format!("{}:{}", link.text.unwrap_or_default(), link.url.or(link.format).unwrap_or_default());
            (downloads.list.into_iter().map(word).collect::<Vec<_>>().join(" "), downloads.brings_invite)
        };
        let all = "host.example:https://host.example:80/a a.example:M App Store:https://x";
        assert_eq!(words(downloads(&app, Some("android"), true)), (all.into(), true));
        let plain = "App Store:https://x host.example:https://host.example:80/a a.example:https://a.example/";
        assert_eq!(words(downloads(&app, Some("ios"), false)), (plain.into(), false));
        let bare = raw(&json!({ "link": "https://a.example/" }));
        assert_eq!(words(downloads(&bare, None, true)), (":https://a.example/".into(), false));
        let nowhere = raw(&json!({ "link": "L", "download": { "buttons": [{ "text": "b" }] } }));
        assert_eq!(downloads(&nowhere, None, true).list, [Download { url: Some("L".into()), ..Download::default() }]);
        let magic = raw(&json!({ "magic_link_format": "M", "download": { "buttons": [{ "text": "b", "url": "u", "magic_link_format": "N" }] } }));
        assert_eq!(words(downloads(&magic, None, true)), ("b:N".into(), true));
        let magic = raw(&json!({ "magic_link_format": "M", "download": { "buttons": [{ "text": "b", "url": "u" }] } }));
        assert_eq!(words(downloads(&magic, None, true)), (":M b:u".into(), true));
        assert_eq!(words(downloads(&raw(&json!({})), None, true)), (String::new(), false));
    }
}
