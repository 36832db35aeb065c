//! The metrics of a host's invites.

use crate::KindName;
use crate::Refusal;

/// A metric, as Prosody's `module:metric` takes it.
#[derive(Clone, Copy, Debug)]
pub struct Metric {
    /// `counter`, `summary` or `gauge`.
    pub kind: &'static str,
    /// Its name after `prosody_mod_invites__`.
    pub name: &'static str,
    /// Its unit, or nothing.
    pub unit: &'static str,
    /// What it counts.
    pub description: &'static str,
    /// The name of its label besides `host`: `kind` or `code`.
    pub label: Option<&'static str>,
}

impl Metric {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::counter("created", "Invites that were made", Some("kind")),
        Self::counter("checked", "Tokens that were shown and are good", None),
        Self::counter("claimed", "Invites that were claimed for a registration", None),
        Self::counter("redeemed", "Uses of invites", Some("kind")),
        Self::counter("revoked", "Invites that were taken back", None),
        Self::counter("refused", "What was refused, by the code of the reason", Some("code")),
        Self::counter("swept", "Invites that were removed from the database, long after they were over", None),
        Self::counter("webhooks_delivered", "Webhooks that their receiver has taken", None),
        Self::counter("webhooks_failed", "Tries to deliver a webhook that have failed", None),
        Self::counter("webhooks_lost", "Webhooks that were given up or not kept", None),
        Self { kind: "summary", name: "sweep", unit: "seconds", description: "Time that the removal takes", label: None },
        Self { kind: "gauge", name: "pending", unit: "", description: "Invites that can be used", label: None },
    ];

    const fn counter(name: &'static str, description: &'static str, label: Option<&'static str>) -> Self {
        Self { kind: "counter", name, unit: "", description, label }
    }

    /// The values of its label for which it begins with zero, so that rates can be computed.
    #[must_use]
    pub fn labels(&self) -> Vec<String> {
        match self.label {
            Some("kind") => KindName::ALL.into_iter().map(|kind| kind.to_string()).collect(),
            Some(_) => Refusal::REPLIES.iter().map(|(code, _)| (*code).to_owned()).filter(|code| code != "ask").collect(),
            None => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_label_has_its_values() {
        let labels = |name: &str| Metric::ALL.iter().find(|metric| metric.name == name).unwrap().labels();
        assert_eq!(labels("created"), ["account", "contact", "contact-account", "reset"]);
        assert!(labels("refused").iter().any(|code| code == "token-invalid") && labels("refused").iter().all(|code| code != "ask"));
        assert!(labels("swept").is_empty());
    }
}
