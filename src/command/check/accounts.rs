//! The accounts that invites are about: can they be made here, by whom else, and who are the admins?

use serde::Deserialize;

use super::Report;
use crate::text::quoted;

/// What there is to know about accounts.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Facts {
    /// The option `authentication`.
    provider: String,
    creates: bool,
    sets_passwords: bool,
    /// Names of admins that have no account.
    #[serde(deserialize_with = "super::list")]
    absent_admins: Vec<String>,
}

/// Community modules that get in the way. What a module refuses when Prosody asks who may register (`user-registering`) is the admin's wish.
const NEIGHBOURS: [(&str, &str); 6] = [
    ("easy_invite", "it answers to tokens with invites of its own"),
    ("invite", "it makes accounts through invites of its own"),
    ("pars", "it answers to tokens with invites of its own"),
    ("register_json", "it makes accounts without an invite"),
    ("register_oob_url", "it sends people to a web page, also those whose client shows an invite"),
    ("register_redirect", "it sends people to a web page, also those whose client shows an invite"),
];

pub(super) fn check(report: &mut Report, facts: &super::Facts) {
    let (host, accounts) = (&facts.host, &facts.accounts);
    let provider = quoted(accounts.provider.as_bytes());
    if !accounts.creates {
        report.needs(&format!("Accounts: authentication = {provider} makes no accounts, so nobody can register"));
    } else if !accounts.sets_passwords {
        report.needs(&format!("Accounts: authentication = {provider} sets no passwords, so invites to reset one don't work"));
    }
    for (name, why) in NEIGHBOURS.iter().filter(|(name, _)| facts.has(name)) {
        report.needs(&format!("Neighbours: take \"{name}\" out of modules_enabled: {why}"));
    }
    // An admin's account that is not there yet is a prize for whoever registers its name.
    for name in &accounts.absent_admins {
        let jid = format!("{name}@{host}");
        report.needs(&format!("Admins: {jid} has no account: make it (prosodyctl mod_invites create_account {jid}), or take it out of admins"));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::command::check::tests::to_do;

    #[test]
    fn accounts_can_be_made_and_their_passwords_set() {
        assert_eq!(
            to_do(&json!({ "accounts": { "provider": "ldap", "creates": false } })),
            ["Accounts: authentication = \"ldap\" makes no accounts, so nobody can register"]
        );
        assert_eq!(
            to_do(&json!({ "accounts": { "sets_passwords": false } })),
            ["Accounts: authentication = \"internal_hashed\" sets no passwords, so invites to reset one don't work"]
        );
    }

    #[test]
    fn modules_that_get_in_the_way_and_admins_without_account_are_named() {
        let modules = json!({ "modules": ["invites", "invites_register", "tls", "register_redirect", "block_registrations"] });
        assert_eq!(
            to_do(&modules),
            ["Neighbours: take \"register_redirect\" out of modules_enabled: it sends people to a web page, also those whose client shows an invite"]
        );
        assert_eq!(
            to_do(&json!({ "accounts": { "absent_admins": ["boss"] } })),
            ["Admins: boss@h has no account: make it (prosodyctl mod_invites create_account boss@h), or take it out of admins"]
        );
    }
}
