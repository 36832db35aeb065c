//! The commands about invites: the section `invite` of the admin shell, and `prosodyctl mod_invites`.

use super::value::MOST;
use super::{Arg, Command, Flag, Kind, Request, Section};

/// The section.
pub static SECTION: Section = Section { name: "invite", desc: "Create and manage invitations", module: "invites", commands: COMMANDS };

const ALL: Flag = Flag::switch("all", "list all invites: contact invites, used, revoked and expired ones too");
const ADMIN: Flag =
    Flag { means: Some(("role", "prosody:admin")), ..Flag::switch("admin", "make the new user an administrator: like --role prosody:admin") };
const ALLOW_REGISTRATION: Flag = Flag::switch("allow_registration", "also somebody without an account may use it, to register one here");
const BY: Flag = Flag::new("by", "USER", Kind::User, "only invites that this user has made");
const CONTACT: Flag = Flag::new("contact", "USER", Kind::User, "the new user and this one become each other's contacts");
const DRY_RUN: Flag = Flag::switch("dry_run", "change nothing, only show what would be revoked");
const EXPIRES_AFTER: Flag = Flag::new("expires_after", "PERIOD", Kind::Period, "how long it is valid: \"2 days\", \"3 weeks\", \"never\"");
const GROUP: Flag = Flag { is_repeated: true, ..Flag::new("group", "ID", Kind::Text, "add the new user to this group; may be repeated") };
const JSON: Flag = Flag::switch("json", "answer in JSON, for programs");
const LANG: Flag = Flag::new("lang", "TAG", Kind::Text, "the language to write in: \"de\", \"pt\"; English if it is left out");
const NOTE: Flag = Flag::new("note", "TEXT", Kind::Note, "a note that lists show");
const QR: Flag = Flag::switch("qr", "also show the link as a QR code");
const RESET: Flag = Flag::new("reset", "USER", Kind::User, "for an account that exists: let this user set a new password");
const ROLE: Flag = Flag {
    is_repeated: true,
    ..Flag::new("role", "ROLE", Kind::Text, "give the new user this role; may be repeated, the first one is the primary role")
};
const SUBTREE: Flag =
    Flag::switch("subtree", "with --by: also of everybody who came through invites of that user, and of those people's invitees, and so on");
const USED: Flag = Flag::switch("used", "list invites that were used at least once");
const USES: Flag = Flag::new("uses", "N", Kind::Uses, "how many accounts can be made with it, or \"unlimited\"");

const USER: Arg = Arg::new("user_jid", "USER@HOST", Kind::Text);
const USER_OR_HOST: Arg = Arg::new("user_jid", "[USER@]HOST", Kind::Text);
const TOKEN: Arg = Arg::new("token", "TOKEN", Kind::Text);
const FILE: Arg = Arg::new("file", "FILE", Kind::Text);
const NEW_FILE: &str = "FILE: a relative path starts at Prosody's data directory; - is standard output";

const COMMANDS: &[Command] = &[
    Command {
        args: &[USER_OR_HOST],
        flags: &[ADMIN, ROLE, GROUP, EXPIRES_AFTER, USES, NOTE, CONTACT, QR],
        makes_links: true,
        ..Command::of_host("create_account", "Invite somebody to make the account with this JID (a hostname alone lets them choose the username)")
    },
    Command {
        args: &[USER],
        whose: Some("the account whose password is to be reset"),
        flags: &[EXPIRES_AFTER, NOTE, QR],
        makes_links: true,
        ..Command::of_host("create_reset", "Make a link with which this user can set a new password")
    },
    Command {
        args: &[USER],
        whose: Some("the user who is to get a contact"),
        flags: &[ALLOW_REGISTRATION, EXPIRES_AFTER, USES, NOTE, QR],
        as_boolean: Some("allow_registration"),
        makes_links: true,
        ..Command::of_host("create_contact", "Invite somebody to become a contact of this user")
    },
    Command {
        flags: &[ADMIN, ROLE, Flag { short: Some('g'), ..GROUP }, RESET],
        clash: |request| (request.has("reset") && (request.has("role") || request.has("group"))).then_some("--reset stands alone"),
        makes_links: true,
        is_prosodyctl_only: true,
        ..Command::of_host("generate", "Make an invite and print its link alone, as Prosody 0.12 does; of several roles the last one counts")
    },
    Command {
        args: &[Arg::HOST, Arg::new("number", "N", Kind::Count(MOST))],
        flags: &[ADMIN, ROLE, GROUP, EXPIRES_AFTER, USES, NOTE, CONTACT],
        makes_links: true,
        ..Command::of_host("bulk", "Make N account invites and print them as CSV: id, link, uri, expires")
    },
    Command {
        args: &[Arg::HOST, Arg::new("number", "N", Kind::Count(1000)), FILE],
        flags: &[ADMIN, ROLE, GROUP, EXPIRES_AFTER, NOTE, CONTACT, LANG],
        more: NEW_FILE,
        makes_links: true,
        ..Command::of_host("sheet", "Make N account invites and write a page for a browser to print, as cards with QR codes to be cut apart")
    },
    Command {
        flags: &[ALL, USED, BY, JSON],
        clash: |request| (request.has("all") && request.has("used")).then_some("give either --all or --used, not both"),
        ..Command::of_host("list", "List the invites that can still be used to make an account or to reset a password")
    },
    Command {
        args: &[Arg::HOST, TOKEN],
        flags: &[JSON, QR],
        clash: |request| (request.has("json") && request.has("qr")).then_some("give either --json or --qr, not both"),
        more: "For an invite that can't be used any more, the command prints what it was and then fails; with --json it does not fail",
        ..Command::of_host("show", "Show what an invite is for, and what became of it. An invite is named by its token or its short id")
    },
    REVOKE,
    Command { name: "delete", desc: "The same as revoke", ..REVOKE },
    Command {
        args: &[Arg::HOST, TOKEN, Arg::new("period", "PERIOD", Kind::Period)],
        ..Command::of_host("extend", "Let an invite that has not ended be valid for so long from now: \"2 days\", \"never\" (never to expire)")
    },
    Command {
        args: &[USER],
        whose: Some("a user"),
        flags: &[JSON],
        ..Command::of_host("tree", "Show who came through invites of this user, who through theirs, and so on")
    },
    Command { flags: &[JSON], ..Command::of_host("stats", "Count the invites by kind and state") },
    Command {
        args: &[Arg::HOST, FILE],
        more: NEW_FILE,
        ..Command::of_host("backup", "Write the database of all invites (SQLite) to a new file, also while the server runs")
    },
    Command {
        args: &[Arg::HOST, FILE.optional()],
        flags: &[JSON],
        more: "FILE: a relative path starts at Prosody's data directory; - is standard output. A store with many invites is written in one go, for which a \
               server has to wait: use prosodyctl then.\nWhat a running server does afterwards is not in it, nor what it does while JSON is written: to \
               move, stop the server and use prosodyctl.\nPassword resets, who came through whom, and how many invites users have made today do not go \
               with it",
        ..Command::of_host(
            "export",
            "Write the invites that can be used to the store of Prosody's own mod_invites, or as JSON to a new file (or with --json to the terminal)",
        )
    },
    Command {
        args: &[Arg::HOST, FILE.optional()],
        more: "FILE: a relative path starts at Prosody's data directory; - is standard input",
        ..Command::of_host("import", "Read the invites of Prosody's own mod_invites, or of a file that export has written")
    },
    Command {
        alone: true,
        ..Command::of_host("check", "Look whether everything that invites need is in order; each line is \"ok\", or what there is to do")
    },
    Command {
        makes_links: true,
        more: "It makes throw-away accounts and invites through the server's real ports and removes them afterwards, also those of a run that was killed. \
               Other modules see these accounts come, and a module that reports registrations reports them. Only prosodyctl can do this",
        ..Command::of_host("selftest", "Try on the running server what people do with invites; each line is \"ok\", \"failed\" or \"skipped\"")
    },
];

const REVOKE: Command = Command {
    args: &[Arg::HOST, TOKEN.optional()],
    flags: &[BY, SUBTREE, DRY_RUN],
    clash: several_or_one,
    ..Command::of_host("revoke", "Revoke an invite, or (with --by) all that a user has made and that can still be used")
};

fn several_or_one(request: &Request) -> Option<&'static str> {
    match (request.has("by"), request.has("token")) {
        (true, true) => Some("give either a token or --by, not both"),
        (false, _) if request.has("subtree") => Some("--subtree needs --by"),
        (true, false) | (false, true) => None,
        (false, false) => Some("give the token or the short id of an invite, or --by USER"),
    }
}
