//! Tests of the catalogue of apps.

use serde_json::{Value, json};

use super::*;
use crate::web::tests::raw;

const PATHS: [&str; 5] =
    ["assets/logos/generic.svg", "assets/logos/dino.svg", "assets/logos/gajim.svg", "assets/logos/conversations.svg", "assets/a.png"];
const USUAL: &str = "conversations cheogram yaxim monocles-chat monal siskin-im beagle-im dino gajim kaidan movim psi renga";

fn strings(value: &Value) -> Option<Vec<String>> {
    serde_json::from_value(value.clone()).unwrap()
}

/// (`site_apps`, `site_apps_show`, `site_apps_hide`, what the module "one" offers, modules that are enabled)
fn catalogue(own: &Value, show: &Value, hide: &Value, offers: &Value, enabled: &Value) -> Catalogue {
    let list = |value: &Value| value.as_array().map(|list| list.iter().map(raw).collect::<Vec<_>>());
    let known = list(&serde_json::from_str(KNOWN).unwrap()).unwrap();
    let offers: Vec<_> = list(offers).unwrap_or_default().into_iter().map(|offer| ("one".to_owned(), offer)).collect();
    let (own, show, hide) = (list(own), strings(show), strings(hide));
    Catalogue::of(&Sources {
        known: &known,
        own: own.as_deref(),
        offers: &offers,
        offers_are_cut: false,
        show: show.as_deref(),
        hide: hide.as_deref(),
        enabled: &strings(enabled).unwrap_or_default().into_iter().collect(),
        pictures: Pictures { base: "https://example.com/prefix/register_apps", paths: &PATHS.map(str::to_owned) },
    })
}

fn of_own(own: &Value) -> Catalogue {
    catalogue(own, &Value::Null, &Value::Null, &Value::Null, &Value::Null)
}

fn ids(catalogue: &Catalogue) -> String {
    catalogue.apps.iter().map(|app| app.id.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn by_itself_known_apps_are_offered_for_each_platform() {
    let usual = of_own(&Value::Null);
    assert_eq!((ids(&usual).as_str(), usual.warnings.len(), usual.unknown.len()), (USUAL, 0, 0));
    assert!(usual.apps.iter().all(|app| app.is_usual && app.dropped.is_empty() && !app.buttons.is_empty() && app.download.is_some()));
    for platform in ["Android", "iOS", "macOS", "Linux", "Windows", "Haiku", "Web"] {
        assert!(usual.apps.iter().any(|app| app.platforms.iter().any(|name| name == platform)), "{platform}");
    }
    let known: Vec<Value> = serde_json::from_str(KNOWN).unwrap();
    let english = include_str!("../../../lua/mod_invites/locales/en.ftl");
    for app in &known {
        let text = format!("\napp-{} = {}\n", app["id"].as_str().unwrap(), app["text"].as_str().unwrap().replace("F-Droid", "{ -f-droid }"));
        assert!(english.contains(&text), "{text}");
        assert!(
            app["text"].is_string()
                && Opens::read(&raw(&app["supports_preauth_uri"])).is_some()
                && app["link"].as_str().unwrap().starts_with("https://")
        );
        for button in app["download"]["buttons"].as_array().unwrap() {
            assert!(button["url"].as_str().unwrap().starts_with("https://") && button["text"].is_string() && button["target"] == "_blank");
            let platforms = strings(&button["platforms"]).unwrap_or_default();
            assert!(platforms.iter().all(|name| strings(&app["platforms"]).unwrap().contains(name)));
        }
    }
}

#[test]
fn options_and_modules_say_which_are_shown() {
    let null = Value::Null;
    let shown = |show: Value, hide: Value| ids(&catalogue(&null, &show, &hide, &null, &null));
    assert_eq!(shown(json!(["siskin-im", "conversations"]), null.clone()), "conversations siskin-im");
    assert_eq!(shown(json!(["gajim", "dino"]), json!(["dino"])), "gajim");
    assert_eq!(shown(json!([]), null.clone()), "");
    assert_eq!(shown(json!(["converse-js"]), null.clone()), "converse-js");
    assert!(!shown(null.clone(), json!(["psi"])).contains("psi"));
    assert!(ids(&catalogue(&null, &null, &null, &null, &json!(["bosh"]))).contains("converse-js"));
    let unknown = catalogue(&null, &json!(["gajim", "no-such"]), &json!(["converse-js", "a\"b"]), &null, &null).unknown;
    let expected = [
        "The option site_apps_show names the app \"no-such\", which there is not",
        "The option site_apps_hide names the app \"a\\\"b\", which there is not",
    ];
    assert_eq!(unknown, expected);
}

#[test]
fn descriptions_are_those_of_the_communitys_module() {
    let catalogue = of_own(&json!([
        {
            "name": "My Chat", "text": "Ours.", "image": "assets/logos/dino.svg", "platforms": ["android", "iOS"], "own_field": [1],
            "download": { "text": "Get it", "buttons": [{ "image": "a.png", "url": "https://chat.example/a" }, { "text": "b", "url": "b" }] }
        },
        { "name": "Elsewhere", "image": "https://pictures.example/e.png", "platforms": "LINUX" },
        "gajim"
    ]));
    assert_eq!((ids(&catalogue).as_str(), catalogue.warnings.len()), ("my-chat elsewhere gajim", 0));
    let [mine, elsewhere, gajim] = catalogue.apps.as_slice() else { panic!("three apps") };
    assert_eq!(mine.platforms, ["Android", "iOS"]);
    assert_eq!(mine.image, "https://example.com/prefix/register_apps/assets/logos/dino.svg");
    let pictures: Vec<_> = mine.buttons.iter().map(|(_, image)| image.as_deref()).collect();
    assert_eq!(pictures, [Some("https://example.com/prefix/register_apps/a.png"), None]);
    assert_eq!((elsewhere.image.as_str(), &elsewhere.asset), ("https://pictures.example/e.png", &None));
    assert_eq!((&elsewhere.platforms, elsewhere.is_usual, gajim.is_usual), (&vec!["Linux".to_owned()], false, true));
}

#[test]
fn pictures_are_found_everywhere() {
    for (name, image, expected) in [
        ("None", json!(null), "https://example.com/prefix/register_apps/assets/logos/generic.svg"),
        ("Dino", json!("assets/logos/dino.png"), "https://example.com/prefix/register_apps/assets/logos/dino.svg"),
        ("Root", json!("/logo.svg"), "https://example.com/logo.svg"),
        ("Data", json!("data:image/png;base64,AAAA"), "data:image/png;base64,AAAA"),
        ("Host", json!("//pictures.example/a.png"), "//pictures.example/a.png"),
        ("Ours", json!("assets/a.png"), "https://example.com/prefix/register_apps/assets/a.png"),
    ] {
        let catalogue = of_own(&json!([{ "name": name, "image": image }]));
        assert_eq!((catalogue.apps[0].image.as_str(), catalogue.warnings.len()), (expected, 0), "{name}");
    }
    for lost in ["assets/logos/lost.svg", "assets/../mod_register_apps.lua"] {
        let catalogue = of_own(&json!([{ "name": "Lost", "image": lost }]));
        assert_eq!(catalogue.apps[0].asset.as_deref(), Some("assets/logos/generic.svg"));
        assert_eq!(catalogue.warnings, [format!("The option site_apps, app 1 (Lost): the image \"{lost}\" is not there")]);
    }
}

#[test]
fn what_makes_no_sense_is_told_once_and_the_rest_goes_on() {
    let id = "it needs an id of letters, digits and hyphens";
    for (own, expected, warning) in [
        (json!(["no-such", "gajim"]), "gajim", "names the app \"no-such\", which we do not know"),
        (json!([{}, "gajim"]), "gajim", "The option site_apps, app 1 (no name): it needs a name"),
        (json!([{ "name": {} }]), "", "app 1 ({}): it needs a name"),
        (json!([{ "name": 5 }]), "", "app 1 (5): it needs a name"),
        (json!([{ "name": "!!!" }]), "", id),
        (json!([{ "name": "A", "id": "a/b?c" }]), "", id),
        (json!([{ "name": "A", "id": 5 }]), "", id),
        (json!([{ "name": "A", "id": "a".repeat(65) }]), "", id),
        (json!([{ "name": "A", "text": {} }]), "a", "app 1 (A): its text is not a string"),
        (json!([{ "name": "A", "supports_preauth_uri": "yes" }]), "a", "its supports_preauth_uri is not a boolean, nor a table of kinds"),
        (json!([{ "name": "A", "platforms": 5 }]), "a", "its platforms is not a table"),
        (json!([{ "name": "A", "platforms": ["Linux", 5] }]), "a", "a platform is not a text"),
        (json!([{ "name": "A", "platforms": ["Amiga"] }]), "a", "nobody will be recognized as having the platform \"Amiga\""),
        (json!([{ "name": "A", "download": "here" }]), "a", "its download is not a table"),
        (json!([{ "name": "A", "download": { "buttons": 5 } }]), "a", "its download.buttons are not a list"),
        (json!([{ "name": "A", "download": { "buttons": [{ "text": "b" }] } }]), "a", "a button needs a url, and a text or an image"),
        (json!([{ "name": "A", "setup": "so" }]), "a", "its setup is not a table"),
        (
            json!([{ "name": "A" }, { "name": "a" }]),
            "a a-2",
            "There are several apps with the id a: number 2 of them gets the id a-2. Better give it one of its own",
        ),
    ] {
        let catalogue = of_own(&own);
        assert_eq!(ids(&catalogue), expected, "{own}");
        assert!(catalogue.warnings.len() == 1 && catalogue.warnings[0].ends_with(warning), "{:?}", catalogue.warnings);
    }
}

#[test]
fn offers_of_modules_take_the_place_of_our_own_apps_but_not_of_the_admins() {
    let null = Value::Null;
    let converse = json!({ "name": "Converse.js", "image": "assets/a.png" });
    let offers = json!([{ "name": "New" }, converse, { "name": "New" }, {}]);
    let shown = catalogue(&null, &json!(["gajim", "converse-js", "new"]), &null, &offers, &null);
    assert_eq!(ids(&shown), "gajim converse-js new new-2");
    assert_eq!((shown.apps[1].is_usual, shown.apps[1].asset.as_deref()), (false, Some("assets/a.png")));
    let warnings = ["The app that mod_one offers (no name): it needs a name", "There are several apps with the id new"];
    assert!(shown.warnings.iter().zip(warnings).all(|(found, expected)| found.starts_with(expected)), "{:?}", shown.warnings);
    let own = catalogue(&json!([{ "name": "Converse.js" }]), &null, &null, &json!([converse]), &null);
    assert_eq!((ids(&own).as_str(), own.apps[0].asset.as_deref()), ("converse-js", Some("assets/logos/generic.svg")));
    let two = json!([{ "name": "Monal" }, { "name": "Monal" }]);
    assert_eq!(ids(&catalogue(&two, &json!(["monal"]), &null, &null, &null)), "monal monal-2");
    assert_eq!(ids(&catalogue(&two, &null, &json!(["monal"]), &null, &null)), "");
}
