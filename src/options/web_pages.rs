//! The options of web pages: a part of the table.

use super::kind::Kind;
use super::table::{NO, YES};
use super::written::{Default, Row, Written};

const OF_THIS_MACHINE: Written = Written::List(&[Written::Text("127.0.0.1"), Written::Text("::1")]);

pub(super) const WEB_PAGES: &[Row] = &[
    Row::new("site_name", Kind::Text, "What pages call this server.").derived(Default::Host, None).default_says("the host"),
    Row::new("site_description", Kind::Text, "What this server is, in one line, such as `\"A chat server for the people of Verona\"`."),
    Row::new("invites_logo", Kind::Picture, "A picture (SVG, PNG, …) for the top of the pages."),
    Row::new("invites_accent_color", Kind::Colour, "Colour of buttons. What is written on them can be read, whatever it is.")
        .default(Written::Text("#0b7a53")),
    Row::new(
        "invites_show_inviter",
        Kind::Boolean,
        "Name the user who created an invite at the top of its pages. Invites to a contact name that user in any case.",
    )
    .default(YES),
    Row::new("invites_show_rooms", Kind::Boolean, "Name the rooms to which an invite leads at the top of its pages.").default(YES),
    Row::new("invites_page_avatars", Kind::Boolean, "Show the inviter's public avatar and nickname, too (mod_pep, mod_vcard).").default(NO),
    Row::new(
        "invites_links",
        Kind::Map(&Kind::Link, &["terms", "privacy", "imprint", "contact"]),
        "Links for the foot of the pages: `{ terms = \"https://…\"; privacy = …; imprint = …; contact = … }`.",
    ),
    Row::new(
        "invites_register_template_path",
        Kind::Folder,
        "Folder with templates of your own for the form, see [Templates](integrate.md#templates).",
    )
    .default_says("ours"),
    Row::new(
        "invites_password_min_length",
        Kind::Whole(1, 100),
        "Characters that a password must have in the web form. If mod_password_policy wants more, that counts.",
    )
    .default(Written::Number(8))
    .strictest(Written::Number(8)),
    Row::new(
        "additional_registration_fields",
        Kind::List(&Kind::Field),
        "Prosody's option: what else registration asks for, in clients and in the web form, such as `{ \"email+\" }`. `+`: it must be filled in.",
    )
    .default_says("none"),
    Row::new("webchat_url", Kind::Url, "Address of a web chat, offered to whoever has just made an account.")
        .default_says("that of mod_conversejs, where it is loaded"),
    Row::new("invites_registration_page", Kind::Place, "Address where somebody can register in the browser, with the variables of `invites_page`.")
        .default_says("that of mod_invites_register_web, where it is loaded"),
    Row::new(
        "site_apps",
        Kind::List(&Kind::App),
        "The apps to offer, in this order: ids of known ones, or tables as mod_register_apps of the community takes them (`name`, `id`, `text`, \
         `image`, `link`, `platforms`, `supports_preauth_uri`, which may also be `{ contact = true }` or `{ account = true }`, \
         `magic_link_format`, `login_link_format`, `download`, `setup`).",
    )
    .default_says("those that we know"),
    Row::new("site_apps_show", Kind::Names, "Ids of the only apps to show.").default_says("all"),
    Row::new("site_apps_hide", Kind::Names, "Ids of apps never to show."),
    Row::new(
        "http_external_url",
        Kind::Url,
        "Prosody's option: the address under which people reach Prosody's web server, if it is behind another one.",
    ),
    Row::new("http_host", Kind::Text, "Prosody's option: the name of the host in web addresses.")
        .derived(Default::Host, None)
        .default_says("the host"),
    Row::new("http_ports", Kind::List(&Kind::Port), "Prosody's option: ports of its web server.")
        .default(Written::List(&[Written::Number(5280)]))
        .global(),
    Row::new("https_ports", Kind::List(&Kind::Port), "Prosody's option: the same for https.")
        .default(Written::List(&[Written::Number(5281)]))
        .global(),
    Row::new("http_paths", Kind::Map(&Kind::Text, &[]), "Prosody's option: paths of modules on the web server."),
    Row::new("http_cors_override", Kind::Table, "Prosody's option: which web sites may use which module. Without it, none may use ours."),
    Row::new(
        "trusted_proxies",
        Kind::List(&Kind::Network),
        "Prosody's option: the web servers in front of Prosody that may say for whom they ask, and whether that was over https.",
    )
    .default(OF_THIS_MACHINE)
    .strictest(OF_THIS_MACHINE)
    .global(),
];
