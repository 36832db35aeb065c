//! The apps (XMPP clients) that people who are invited may choose from.
//!
//! First come the apps of the configuration (`site_apps`), or ours, then those that other modules offer. Where a module offers what we have in our
//! list, as `mod_conversejs` does, it knows better and takes the place. An app of the admin's own list gives way to none. `site_apps_show` and
//! `site_apps_hide` say which of them are shown.
//!
//! Our own list is `known.json`, the first app of each platform being what we would give to somebody new. Facts, and where they are from:
//! - Links were taken from each project's own pages, from its README or its description of itself (DOAP). Exceptions, taken from lists of apps that
//!   others keep: Monal's in the App Store, Cheogram's and monocles chat's on Google Play and on F-Droid, Gajim's in the Microsoft Store, Dino's
//!   anchor #download, Movim's join.movim.eu, Renga's. Links to Flathub are made of the apps' ids there. No store was opened.
//! - `supports_preauth_uri` is true where a link such as `xmpp:example.com?register;preauth=TOKEN` (XEP-0401, XEP-0445) is known to lead to a new
//!   account: Conversations and yaxim (for which that was invented), Monal (since 5.3; its issues 127 and 172), Siskin and Cheogram (whose sources
//!   read action and token of links; we have tried neither). Conversations also takes the link as Google Play's install referrer; of yaxim others
//!   say so. Google Play hands the referrer to the app when that first starts, so that nobody has to come back to the link.
//!   monocles chat is made of Conversations.
//! - Beagle reads the action `roster` with its token, and not `register`: `{ contact = true }`. Other modules see `false`, since they take the flag for
//!   all kinds.
//! - It is false where an app's list of protocols names none of these (Dino, Gajim, Kaidan), where we found no word about it (Psi, Converse.js,
//!   Renga), and where only making invites is spoken of (Movim). With those, people register on a web page and then log in.
//! - Conversations and Cheogram cost money on Google Play and nothing on F-Droid (`paid`), as public lists of apps say. Of monocles chat we take the
//!   same to be true. Prices change, so none is given as a number.
//! - Dino and Kaidan are built for more than Linux, by others or as an experiment. They are offered for Linux.
//! - Quicksy is missing: it asks for a telephone number, for an account of its own server. So are the apps of Snikket, which are meant for servers of
//!   that kind.
//!
//! Besides the fields that other modules know, `needs` names modules of Prosody one of which must be enabled for the app to be of use, and buttons
//! may have `platforms` and `magic_link_format` of their own, and say whether they lead to a `store` and whether the app is `paid` there. What stands on
//! buttons are names, which need no translation.

mod app;
mod offers;

use std::collections::HashSet;

pub use app::{App, Opens, Pictures};
use app::{name_of, quoted};
pub use offers::{Download, choose, downloads, opens, runs_on};

use crate::options::Raw;

/// Apps that modules may offer, all modules together.
pub const MOST_OFFERS: usize = 200;
/// Pairs of a key and a value in all tables that describe these apps.
pub const MOST_PAIRS: usize = 20_000;

/// Our own list, in JSON.
pub const KNOWN: &str = include_str!("known.json");

/// What there is to choose from.
#[derive(Debug)]
pub struct Sources<'a> {
    /// The apps that we know.
    pub known: &'a [Raw],
    /// The option `site_apps`: ids of known apps, and tables.
    pub own: Option<&'a [Raw]>,
    /// What modules offer, each with the name of the module.
    pub offers: &'a [(String, Raw)],
    /// Do modules offer more than that ([`MOST_OFFERS`], [`MOST_PAIRS`])?
    pub offers_are_cut: bool,
    /// The option `site_apps_show`.
    pub show: Option<&'a [String]>,
    /// The option `site_apps_hide`.
    pub hide: Option<&'a [String]>,
    /// The modules that are enabled.
    pub enabled: &'a HashSet<String>,
    /// Pictures of apps.
    pub pictures: Pictures<'a>,
}

/// What is shown, and what is to be told to the admin.
#[derive(Debug, Default, PartialEq)]
pub struct Catalogue {
    /// The apps in order.
    pub apps: Vec<App>,
    /// What is wrong with descriptions of apps.
    pub warnings: Vec<String>,
    /// Ids in options that are those of no app. To be told once all modules have offered what they have.
    pub unknown: Vec<String>,
}

impl Catalogue {
    /// The catalogue from these sources.
    #[must_use]
    pub fn of(sources: &Sources<'_>) -> Self {
        let mut catalogue = Self::default();
        let selected = catalogue.selected(sources);
        let offered = catalogue.offered(sources);
        let all = merged(selected, offered, sources.own.is_some());
        let known = |id: &str| all.iter().any(|app| app.listed_as == id) || sources.known.iter().any(|app| app.field("id").is(id));
        for (option, ids) in [("site_apps_show", sources.show), ("site_apps_hide", sources.hide)] {
            for id in ids.unwrap_or_default().iter().filter(|id| !known(id)) {
                catalogue.unknown.push(format!("The option {option} names the app {}, which there is not", quoted(id)));
            }
        }
        let is_shown =
            |app: &App| sources.show.is_none_or(|ids| ids.contains(&app.listed_as)) && !sources.hide.is_some_and(|ids| ids.contains(&app.listed_as));
        catalogue.apps = all.into_iter().filter(is_shown).collect();
        catalogue
    }

    /// The apps of the configuration, or those of ours that are of use here or asked for.
    fn selected(&mut self, sources: &Sources<'_>) -> Vec<App> {
        let is_known = |app: &&Raw, id: &Raw| matches!((app.field("id"), id), (Raw::Text(one), Raw::Text(other)) if one == other);
        let mut apps = Vec::new();
        let usual: Vec<Raw>;
        let list = if let Some(own) = sources.own {
            own
        } else {
            usual = sources.known.iter().filter(|app| is_of_use(app, sources)).map(|app| app.field("id").clone()).collect();
            &usual
        };
        for (i, written) in list.iter().enumerate() {
            let known = sources.known.iter().find(|app| is_known(app, written));
            if let (Raw::Text(id), None) = (written, known) {
                let id = String::from_utf8_lossy(id);
                self.warnings.push(format!("The option site_apps names the app {}, which we do not know", quoted(&id)));
                continue;
            }
            let described = known.unwrap_or(written);
            let (app, complaints) = app::read(described, &sources.pictures);
            let place = format!("The option site_apps, app {} ({})", i + 1, name_of(described));
            self.warnings.extend(complaints.into_iter().map(|complaint| format!("{place}: {complaint}")));
            apps.extend(app.map(|app| App { is_usual: known.is_some(), ..app }));
        }
        self.tell_apart(&mut apps);
        apps
    }

    fn offered(&mut self, sources: &Sources<'_>) -> Vec<App> {
        let mut apps = Vec::new();
        let mut offers: Vec<_> = sources.offers.iter().collect();
        offers.sort_by_key(|(by, _)| by); // modules are loaded in no fixed order
        for (by, written) in offers {
            let (app, complaints) = app::read(written, &sources.pictures);
            let place = format!("The app that mod_{by} offers ({})", name_of(written));
            self.warnings.extend(complaints.into_iter().map(|complaint| format!("{place}: {complaint}")));
            apps.extend(app);
        }
        if sources.offers_are_cut {
            self.warnings
                .push(format!("Modules offer more apps than are taken: {MOST_OFFERS}, with {MOST_PAIRS} fields in sum. The others are left out"));
        }
        self.tell_apart(&mut apps);
        apps.sort_by(|one, other| one.listed_as.cmp(&other.listed_as));
        apps
    }

    /// Gives apps that have the same id different ones, so that none is lost.
    fn tell_apart(&mut self, apps: &mut [App]) {
        let mut taken = HashSet::new();
        for app in apps {
            let mut number = 1;
            while taken.contains(&app.id) {
                number += 1;
                app.id = format!("{}-{number}", app.listed_as);
            }
            if number > 1 {
                self.warnings.push(format!(
                    "There are several apps with the id {}: number {number} of them gets the id {}. Better give it one of its own",
                    app.listed_as, app.id
                ));
            }
            taken.insert(app.id.clone());
        }
    }
}

/// Those that are not shown too.
fn merged(selected: Vec<App>, mut offered: Vec<App>, is_own: bool) -> Vec<App> {
    let mut list = Vec::new();
    for app in selected {
        let offer = offered.iter().position(|offer| offer.id == app.id).map(|at| offered.remove(at));
        list.push(offer.filter(|_| !is_own).unwrap_or(app));
    }
    list.extend(offered);
    list
}

fn is_of_use(app: &Raw, sources: &Sources<'_>) -> bool {
    let needs = app.field("needs").list(usize::MAX).unwrap_or_default();
    let is_enabled = |name: &Raw| matches!(name, Raw::Text(name) if std::str::from_utf8(name).is_ok_and(|name| sources.enabled.contains(name)));
    let is_wanted = || sources.show.unwrap_or_default().iter().any(|id| app.field("id").is(id));
    needs.is_empty() || needs.into_iter().any(is_enabled) || is_wanted()
}

#[cfg(test)]
mod tests;
