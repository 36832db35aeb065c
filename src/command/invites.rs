//! The commands about invites: the section `invite` of the admin shell, and `prosodyctl mod_invites`.

use super::value::MOST;
use super::{Arg, Command, Flag, Kind, Request, Section};

/// The section.
pub static SECTION: Section = Section { name: "invite", desc: "Create and manage invites", module: "invites", commands: COMMANDS };

const ALL: Flag = Flag::switch("all", "list all invites, including contact invites and those that were used, revoked or have expired");
const ADMIN: Flag = Flag { means: Some(("role", "prosody:admin")), ..Flag::switch("admin", "make the new user an admin, like --role prosody:admin") };
const ALLOW_REGISTRATION: Flag = Flag::switch("allow_registration", "people without an account may use it to register one here");
const BY: Flag = Flag::new("by", "USER", Kind::User, "only invites created by this user");
const CONTACT: Flag = Flag::new("contact", "USER", Kind::User, "add the new user and this one to each other's contacts");
const DRY_RUN: Flag = Flag::switch("dry_run", "only show what would be revoked");
const EXPIRES_AFTER: Flag =
    Flag::new("expires_after", "PERIOD", Kind::Period, "how long the invite is valid, such as \"2 days\", \"3 weeks\" or \"never\"");
const FOR: Flag = Flag::new("for", "JID", Kind::Jid, "only the owner of this address may use it");
const GROUP: Flag = Flag { is_repeated: true, ..Flag::new("group", "ID", Kind::Text, "add the new user to this group; may be repeated") };
const JSON: Flag = Flag::switch("json", "print JSON, for programs");
const LANG: Flag = Flag::new("lang", "TAG", Kind::Text, "the language to write in, such as \"de\" or \"pt-BR\" (default: English)");
const MESSAGE: Flag = Flag::new("message", "TEXT", Kind::Message, "a message that the invite's page shows, and that a new account gets first");
const NOTE: Flag = Flag::new("note", "TEXT", Kind::Note, "a note to show in lists");
const QR: Flag = Flag::switch("qr", "also show the link as a QR code");
const RESET: Flag = Flag::new("reset", "USER", Kind::User, "create a password reset link for this user instead");
const ROLE: Flag = Flag {
    is_repeated: true,
    ..Flag::new("role", "ROLE", Kind::Text, "give the new user this role; may be repeated, the first one is the primary role")
};
const ROOM: Flag = Flag {
    is_repeated: true,
    ..Flag::new("room", "ROOM", Kind::Text, "lead the new user to this room, such as garden@rooms.example.com; may be repeated")
};
const SUBTREE: Flag = Flag::switch("subtree", "with --by: also invites of everybody who joined through that user, directly or indirectly");
const SINCE: Flag = Flag::new(
    "since",
    "TIME",
    Kind::Since,
    "with --subtree: of those, only who joined since a day such as \"2026-11-27\", or in the last \"3 days\"",
);
const TITLE: Flag =
    Flag::new("title", "TEXT", Kind::Note, "what the cards are for: printed on each of them, and their note unless --note says another");
const USED: Flag = Flag::switch("used", "list invites that were used at least once");
const USES: Flag = Flag::new("uses", "N", Kind::Uses, "how many accounts can be created with it, or \"unlimited\"");

const USER: Arg = Arg::new("user_jid", "USER@HOST", Kind::Text);
const USER_OR_HOST: Arg = Arg::new("user_jid", "[USER@]HOST", Kind::Text);
const TOKEN: Arg = Arg::new("token", "TOKEN", Kind::Text);
const FILE: Arg = Arg::new("file", "FILE", Kind::Text);
const NEW_FILE: &str = "FILE: a relative path starts at Prosody's data directory; - is standard output";
const A_TOKEN: &str = "TOKEN: the token or the short id of an invite";

const CREATE: &str = "Create";
const VIEW: &str = "View";
const CHANGE: &str = "Change";
const MAINTAIN: &str = "Maintain";

const COMMANDS: &[Command] = &[
    Command {
        args: &[USER_OR_HOST],
        flags: &[ADMIN, ROLE, GROUP, ROOM, EXPIRES_AFTER, USES, MESSAGE, NOTE, CONTACT, QR],
        makes_links: true,
        more: "With HOST alone, the new user chooses the username",
        group: CREATE,
        ..Command::of_host("create_account", "Create an invite for a new account")
    },
    Command {
        args: &[USER],
        whose: Some("the user who is to get a contact"),
        flags: &[
            ALLOW_REGISTRATION,
            FOR,
            Flag { help: "lead whoever uses it to this room; may be repeated", ..ROOM },
            Flag { help: "how long the invite is valid, such as \"2 days\" or \"3 weeks\"", ..EXPIRES_AFTER },
            Flag { help: "how many people can use it, or \"unlimited\"", ..USES },
            MESSAGE,
            NOTE,
            QR,
        ],
        clash: |request| (request.has("for") && request.has("allow_registration")).then_some("--for is for people who have an account"),
        as_boolean: Some("allow_registration"),
        makes_links: true,
        group: CREATE,
        ..Command::of_host("create_contact", "Create an invite to become a contact of USER")
    },
    Command {
        args: &[USER],
        whose: Some("the account whose password is to be reset"),
        flags: &[EXPIRES_AFTER, NOTE, QR],
        makes_links: true,
        group: CREATE,
        ..Command::of_host("create_reset", "Create a password reset link for USER")
    },
    Command {
        flags: &[
            ADMIN,
            Flag { help: "give the new user this role; if it is repeated, the last one counts", ..ROLE },
            Flag { short: Some('g'), ..GROUP },
            RESET,
        ],
        clash: |request| {
            (request.has("reset") && (request.has("role") || request.has("group"))).then_some("--reset can't have other options beside it")
        },
        makes_links: true,
        is_prosodyctl_only: true,
        group: CREATE,
        ..Command::of_host("generate", "Create an invite and print only its link, as Prosody 0.12 does")
    },
    Command {
        args: &[Arg::HOST, Arg::new("number", "N", Kind::Count(MOST))],
        flags: &[ADMIN, ROLE, GROUP, ROOM, EXPIRES_AFTER, USES, MESSAGE, NOTE, CONTACT],
        makes_links: true,
        more: "Columns: id, link, uri, expires",
        group: CREATE,
        ..Command::of_host("bulk", "Create N account invites and print them as CSV")
    },
    Command {
        args: &[Arg::HOST, Arg::new("number", "N", Kind::Count(1000)), FILE],
        flags: &[ADMIN, ROLE, GROUP, ROOM, EXPIRES_AFTER, TITLE, MESSAGE, NOTE, CONTACT, LANG],
        more: "Print the page from a browser: it has cards with QR codes, to be cut apart\nFILE: a relative path starts at Prosody's data directory; - is \
               standard output",
        makes_links: true,
        group: CREATE,
        ..Command::of_host("sheet", "Create N account invites and write them as a page of cards to print")
    },
    Command {
        flags: &[ALL, USED, BY, JSON],
        clash: |request| (request.has("all") && request.has("used")).then_some("Give either --all or --used, not both"),
        group: VIEW,
        ..Command::of_host("list", "List active invites for accounts and password resets")
    },
    Command {
        args: &[Arg::HOST, TOKEN],
        flags: &[JSON, QR],
        clash: |request| (request.has("json") && request.has("qr")).then_some("Give either --json or --qr, not both"),
        more: "TOKEN: the token or the short id of an invite\nIf the invite can no longer be used, the command shows it and then fails; with --json it does \
               not fail",
        group: VIEW,
        ..Command::of_host("show", "Show what an invite is for and what became of it")
    },
    Command {
        args: &[USER],
        whose: Some("a user"),
        flags: &[JSON],
        group: VIEW,
        ..Command::of_host("tree", "Show who joined through invites of USER, directly or indirectly")
    },
    Command { flags: &[JSON], group: VIEW, ..Command::of_host("stats", "Count invites by kind and state") },
    REVOKE,
    Command { name: "delete", desc: "The same as revoke", ..REVOKE },
    Command {
        args: &[USER],
        whose: Some("a user"),
        flags: &[
            Flag { help: "also everybody who joined through that user, directly or indirectly, except for admins", ..SUBTREE },
            SINCE,
            Flag { help: "only show whose account would be disabled", ..DRY_RUN },
        ],
        clash: |request| (request.has("since") && !request.has("subtree")).then_some("--since needs --subtree"),
        more: "They can't log in any more, and their own invites let nobody register. To undo it within 7 days: unsuspend USER@HOST\nIt needs Prosody 13.0 and \
               accounts in its own storage (internal_hashed)",
        group: CHANGE,
        ..Command::of_host("suspend", "Disable the account of USER for a while")
    },
    Command {
        args: &[USER],
        whose: Some("a user"),
        flags: &[Flag { help: "only show whose account would be enabled", ..DRY_RUN }],
        more: "Accounts that somebody has enabled or disabled otherwise since stay as they are",
        group: CHANGE,
        ..Command::of_host("unsuspend", "Enable all accounts again that were suspended with USER")
    },
    Command {
        args: &[Arg::HOST, TOKEN, Arg::new("period", "PERIOD", Kind::Period)],
        more: "TOKEN: the token or the short id of an invite\nPERIOD: a number and a unit, such as \"2 days\", or \"never\"",
        group: CHANGE,
        ..Command::of_host("extend", "Change how long an active invite stays valid, counted from now")
    },
    Command {
        alone: true,
        more: "Each line is \"ok\", or something to do",
        group: MAINTAIN,
        ..Command::of_host("check", "Check the configuration and the database")
    },
    Command {
        makes_links: true,
        more: "Each line is \"ok\", \"failed\" or \"skipped\"\nIt creates throw-away accounts and invites through the server's real ports and removes them \
               afterwards, also those of a run that was killed. Other modules see these accounts come, and a module that reports registrations reports them. \
               Only prosodyctl can do this",
        group: MAINTAIN,
        ..Command::of_host("selftest", "Try on the running server what people do with invites")
    },
    Command {
        args: &[Arg::HOST, FILE],
        more: NEW_FILE,
        group: MAINTAIN,
        ..Command::of_host("backup", "Copy the database of all invites (SQLite) to a new file")
    },
    Command {
        args: &[Arg::HOST, FILE.optional()],
        flags: &[JSON],
        more: "Without FILE and --json, they go to the store of that module\nFILE: a relative path starts at Prosody's data directory; - is standard output. A store \
               with many invites is written in one go, for which a server has to wait: use prosodyctl then.\nWhat a running server does afterwards is not \
               in it, nor what it does while JSON is written: to move, stop the server and use prosodyctl.\nPassword resets, who joined through whom, and \
               how many invites users have created today are left out",
        group: MAINTAIN,
        ..Command::of_host("export", "Write active invites for Prosody's own mod_invites, or as JSON")
    },
    Command {
        args: &[Arg::HOST, FILE.optional()],
        more: "FILE: a relative path starts at Prosody's data directory; - is standard input",
        group: MAINTAIN,
        ..Command::of_host("import", "Read invites of Prosody's own mod_invites, or from an exported file")
    },
];

const REVOKE: Command = Command {
    args: &[Arg::HOST, TOKEN.optional()],
    flags: &[Flag { help: "revoke all active invites created by this user", ..BY }, SUBTREE, DRY_RUN],
    clash: several_or_one,
    more: A_TOKEN,
    group: CHANGE,
    ..Command::of_host("revoke", "Revoke an invite, or with --by all active invites of a user")
};

fn several_or_one(request: &Request) -> Option<&'static str> {
    match (request.has("by"), request.has("token")) {
        (true, true) => Some("Give either a token or --by, not both"),
        (false, _) if request.has("subtree") => Some("--subtree needs --by"),
        (true, false) | (false, true) => None,
        (false, false) => Some("Give the token or the short id of an invite, or --by USER"),
    }
}
