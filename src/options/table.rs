//! All options, each once. This table, of which `web_pages` is a part, reads, validates and documents them.
//!
//! To add an option: add a row here and the same row to the table in docs/admin.md (a test compares them), and read it in Lua with
//! `local option = require_once "invites_config/option"; local value = option "invites_guess_limit";`

use super::kind::Kind;
use super::web_pages::WEB_PAGES;
use super::written::{Default, Row, Strictest, Written};

/// A part of the table.
#[derive(Debug)]
pub struct Section {
    /// Its heading.
    pub heading: &'static str,
    /// The options in it.
    pub rows: &'static [Row],
}

/// The whole table.
#[must_use]
pub fn sections() -> &'static [Section] {
    SECTIONS
}

const MANY: u32 = 1_000_000_000;
pub(super) const YES: Written = Written::Boolean(true);
pub(super) const NO: Written = Written::Boolean(false);
const UNLIMITED: Written = Written::Text("unlimited");
const SUPPORTED: Kind = Kind::Word(&["account", "contact", "account-and-contact", "contact-only", "password-reset"]);
const SUPPORTED_FIRST: Written = Written::List(&[Written::Text("account"), Written::Text("contact"), Written::Text("account-and-contact")]);

const SECTIONS: &[Section] = &[
    Section { heading: "Registration", rows: REGISTRATION },
    Section { heading: "Invites", rows: INVITES },
    Section { heading: "Web pages", rows: WEB_PAGES },
    Section { heading: "What users may do", rows: USERS },
    Section { heading: "Database", rows: DATABASE },
    Section { heading: "API", rows: API },
];

const REGISTRATION: &[Row] = &[
    Row::new(
        "registration_invite_only",
        Kind::Boolean,
        "Only holders of an invite may register. If `false`, and with `allow_registration = true`, everybody may, and an invite that is presented \
         still counts.",
    )
    .default(YES)
    .strictest(YES),
    Row::new(
        "allow_registration",
        Kind::Boolean,
        "Prosody's option. Leave it out, unless everybody may register: `true` is needed only with `registration_invite_only = false`.",
    )
    .default(NO)
    .strictest(NO),
    Row::new("c2s_require_encryption", Kind::Boolean, "Prosody's option: registration is offered only on encrypted streams.")
        .derived(Default::Other, Some("require_encryption"))
        .default_says("`true`")
        .strictest(YES),
    Row::new(
        "require_encryption",
        Kind::Boolean,
        "Prosody's older name for it, which counts where `c2s_require_encryption` is not set.",
    )
    .default(YES)
    .strictest(YES),
    Row::new(
        "invites_guess_limit",
        Kind::Whole(0, MANY),
        "So many tokens that do not work on one stream, and four times as many from one address in ten minutes; with the next one the stream is \
         closed. Tokens that work are accepted until it is 40 times as many. IPv6 counts by /64. Wrong keys of the API count too. `0` turns this off.",
    )
    .default(Written::Number(5))
    .strictest(Written::Number(5)),
    Row::new(
        "admins",
        Kind::Accounts,
        "Prosody's option. Their names can be registered only through an invite for that name, made by an admin or on the command line.",
    ),
    Row::new("default_user_role", Kind::Text, "Prosody's option (13.0): the role of accounts to which nobody has given one.")
        .derived(Default::Role, Some("authentication"))
        .default_says("`\"prosody:registered\"`"),
    Row::new("authentication", Kind::Text, "Prosody's option: where accounts are. It must be one that can make accounts.")
        .default(Written::Text("internal_hashed")),
    Row::new(
        "register_ibr_default_role",
        Kind::Text,
        "Prosody's option (13.0): the role of new accounts whose invite gives none.",
    )
    .default(Written::Text("prosody:registered")),
    Row::new("modules_disabled", Kind::Names, "Prosody's option. Clients can't register if `register_ibr` is in it."),
    Row::new(
        "c2s_direct_tls_ports",
        Kind::List(&Kind::Port),
        "Prosody's option. With such a port, clients can register without `tls` in `modules_enabled`.",
    )
    .derived(Default::Other, Some("legacy_ssl_ports"))
    .default_says("none")
    .global(),
    Row::new("legacy_ssl_ports", Kind::List(&Kind::Port), "Prosody's older name for it.").global(),
    Row::new(
        "c2s_ports",
        Kind::List(&Kind::Port),
        "Prosody's option: ports for clients, to which `prosodyctl mod_invites selftest` connects.",
    )
    .default(Written::List(&[Written::Number(5222)]))
    .global(),
    Row::new("c2s_interfaces", Kind::Names, "Prosody's option: the addresses of this machine on which clients connect.")
        .derived(Default::Other, Some("interfaces"))
        .default_says("all")
        .global(),
    Row::new("interfaces", Kind::Names, "Prosody's option: the same for all that Prosody serves.").global(),
];

const INVITES: &[Row] = &[
    Row::new("invite_expiry", Kind::Period(None), "How long an invite can be presented.").default(Written::Text("1 week")),
    Row::new("invites_reset_expiry", Kind::Period(None), "How long a password reset can be presented.").default(Written::Text("1 day")),
    Row::new(
        "invites_page",
        Kind::Template,
        "Address of a web page for invites, where that is not mod_invites_page's, for instance `\"https://{host}/invite#{invite.uri!}\"`: your web \
         server has to serve that page. `{host}`, `{invite.token}`, `{invite.uri}` and `{invite.type}` are filled in, with special characters \
         escaped; `{invite.uri!}` is the `xmpp:` link as it stands.",
    ),
    Row::new("invites_page_external", Kind::Boolean, "mod_invites_page only makes the links, and something else shows the page at `invites_page`.")
        .default(NO),
    Row::new("invites_page_supports", Kind::List(&SUPPORTED), "What that page can show.").default(SUPPORTED_FIRST).default_says("the first three"),
    Row::new(
        "invites_page_module",
        Kind::ModuleName,
        "The module that makes web pages for invites. `prosodyctl mod_invites` loads it if it is enabled, to print web links.",
    )
    .default(Written::Text("invites_page")),
    Row::new("invites_notify_inviter", Kind::Boolean, "Send a message to the user who created an invite when somebody has created an account with it, in the language in which the invite was created.")
        .default(NO),
    Row::new(
        "invites_welcome",
        Kind::Messages,
        "A message from the host to each account that was made with an invite: `\"Hello!\"`, or `{ en = \"Hello!\"; de = \"Hallo!\" }`, of which the client \
         picks one. Prosody's mod_welcome can be used beside it.",
    ),
    Row::new("invites_default_rooms", Kind::Rooms, "Rooms for everybody who registers with an invite, see [Rooms](#rooms)."),
    Row::new(
        "invites_group_rooms",
        Kind::Map(&Kind::Rooms, &[]),
        "Rooms for those whose invite puts them into a group: `{ family = { \"garden@rooms.example.com\" } }`.",
    ),
];

const USERS: &[Row] = &[
    Row::new("allow_user_invites", Kind::Boolean, "Every user may invite people to register.").default(NO).strictest(NO),
    Row::new("allow_contact_invites", Kind::Boolean, "Every user may make contact invites in their client. If `false`, only admins.")
        .default(YES)
        .strictest(NO),
    Row::new("allow_user_invites_by_roles", Kind::Names, "On 0.12: roles that may invite people to register in any case.")
        .strictest(Written::List(&[])),
    Row::new(
        "deny_user_invites_by_roles",
        Kind::AllNames,
        "On 0.12: roles that may not, also with `allow_user_invites`. The option above comes first.",
    )
    .strict(Strictest::All),
    Row::new("invites_per_user", Kind::Limit(0, MANY), "Invites for accounts that one user may have pending.")
        .default(UNLIMITED)
        .strictest(Written::Number(0)),
    Row::new("invites_per_day", Kind::Limit(0, MANY), "Invites for accounts that one user may make in a day (UTC).")
        .default(UNLIMITED)
        .strictest(Written::Number(0)),
    Row::new("invites_contacts_per_user", Kind::Limit(0, MANY), "Invites to become a contact, without registration, that one user may have pending.")
        .default(Written::Number(100))
        .strictest(Written::Number(0)),
    Row::new(
        "invites_contacts_per_day",
        Kind::Limit(0, MANY),
        "Invites to become a contact, without registration, that one user may make in a day (UTC).",
    )
    .default(Written::Number(50))
    .strictest(Written::Number(0)),
    Row::new("invites_most_uses", Kind::Limit(1, MANY), "How often users may let an invite be used.")
        .default(Written::Number(1))
        .strictest(Written::Number(1)),
    Row::new("invites_longest_expiry", Kind::Period(None), "How long users may let an invite live.")
        .derived(Default::Longest, Some("invite_expiry"))
        .default_says("30 days, or `invite_expiry` if that is longer")
        .strictest(Written::Text("1 day")),
    Row::new(
        "invites_after",
        Kind::Period(None),
        "How old an account must be before its own invites let people register. See [Chains of invites](#chains-of-invites).",
    )
    .default_says("at once")
    .strictest(Written::Text("never")),
    Row::new(
        "invites_tree_accounts",
        Kind::Limit(1, 1_000_000),
        "How many accounts may join below one user, through all generations, within `invites_tree_period`.",
    )
    .default(UNLIMITED)
    .strictest(Written::Number(1)),
    Row::new("invites_tree_depth", Kind::Limit(1, 1_000), "How many generations may join below one user within `invites_tree_period`.")
        .default(UNLIMITED)
        .strictest(Written::Number(1)),
    Row::new("invites_tree_period", Kind::FinitePeriod, "The period for the two limits before.").default(Written::Text("3 days")),
    Row::new(
        "invites_contacts_longest_expiry",
        Kind::FinitePeriod,
        "How long invites to become a contact may live, with or without registration, whoever makes them: they always end.",
    )
    .default(Written::Text("1 year"))
    .strictest(Written::Text("1 day")),
];

const DATABASE: &[Row] = &[
    Row::new(
        "invites_database",
        Kind::Database,
        "Where invites are kept: a file (relative to the data directory), `\"postgresql://user:password@host/database\"` \
         (see [Several servers](#several-servers) for more than one host), or `\"sql\"` for the \
         PostgreSQL database that Prosody's own option `sql` names. Add `?sslmode=require` for a connection over TLS that is checked against the \
         system's certificate authorities.",
    )
    .default(Written::Text("invites.sqlite"))
    .strict(Strictest::Closed)
    .secret(),
    Row::new(
        "admin_socket",
        Kind::Text,
        "Prosody's option: the socket of its shell, through which `prosodyctl mod_invites check` asks what the server has loaded.",
    )
    .default(Written::Text("prosody.sock"))
    .global(),
    Row::new("prosody_user", Kind::Text, "Prosody's option: the user that `prosodyctl` becomes.").default(Written::Text("prosody")).global(),
    Row::new("sql", Kind::Sql, "Prosody's option, for `invites_database = \"sql\"`.")
        .needed_for("invites_database", "sql")
        .strict(Strictest::Closed)
        .secret(),
    Row::new(
        "invites_store_tokens",
        Kind::Boolean,
        "Keep tokens in the clear, so that lists can show them. If `false`, lists show a short id instead, which commands accept as well, and \
         `export` has nothing to write. Tokens of password resets are never kept.",
    )
    .default(YES)
    .strictest(NO),
    Row::new("invites_history", Kind::Period(Some("1 hour")), "How long used, revoked and expired invites are remembered.")
        .default(Written::Text("30 days")),
];

const API: &[Row] = &[
    Row::new("invites_api_allow_get", Kind::Boolean, "GET makes an invite, as in the community's module.").default(YES).strictest(NO),
    Row::new("invites_api_require_encryption", Kind::Boolean, "Refuse keys that came unencrypted. Programs on the same machine need no encryption.")
        .default(YES)
        .strictest(YES),
    Row::new("invites_api_limit", Kind::Whole(1, MANY), "Invites that one key may make in a minute.")
        .default(Written::Number(60))
        .strictest(Written::Number(60)),
    Row::new("invites_webhooks", Kind::Webhooks, "Programs that are told what happens to invites, see [integrate.md](integrate.md#webhooks).")
        .secret(),
];
