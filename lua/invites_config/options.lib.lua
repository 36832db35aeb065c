-- All options of the suite, and those of Prosody's that it reads, each once. This table reads, validates and documents them.
--
-- To add an option: add a row here and the same row to the README's table (spec/fast/invites_config/config_spec.lua compares them), and read it with
--   local option = require_once "invites_config/option";
--   local value = option "invites_guess_limit";
--
-- A row: name; kind (see kinds.lib.lua); says = the README's description;
--   default       as it is written in the configuration; nil: none. For one that must be found out: a function (read, host), where read(name) is
--                 the value of another option, and default_says = the README's word for it
--   strictest     security options only: what counts where the value is not understood, as it is written in the configuration; "all": every name
--                 is in the list; "closed": mod_invites is not loaded. Other options have their default then
--   is_secret     its value must not be printed
--   is_needed     function (read) → must it be set? It is not looked at otherwise
--   is_global     Prosody reads it outside of hosts alone
-- A row { section = heading } begins a part of the README's table.

local lfs = require "lfs";

local kinds = require_once "invites_config/kinds";

-- Where relative paths begin.
local this_folder = debug.getinfo(1, "S").source:match("^@(.*)[/\\][^/\\]*$") or ".";
local function config_folder() return prosody.paths.config or "."; end
local function form_folder()
	return (this_folder:sub(1, 1) == "/" and this_folder or lfs.currentdir().."/"..this_folder).."/../mod_invites_register_web";
end
local function the_host(_, host) return host; end

local many = 1000000000;
local supported = kinds.word("account", "contact", "account-and-contact", "contact-only", "password-reset");
local ports, networks = kinds.list(kinds.port), kinds.list(kinds.network);
networks.expects = kinds.network.expects;
ports.expects = kinds.port.expects;
local names = kinds.list(kinds.text);
names.expects = "a list of names";
local roles_to_deny = kinds.list(kinds.text, true);
roles_to_deny.expects = names.expects;
local apps = kinds.list(kinds.app);

return {
	{ section = "Registration" };
	{ name = "registration_invite_only"; kind = kinds.boolean; default = true; strictest = true;
		says = "Only holders of an invite may register. If `false`, and with `allow_registration = true`, everybody may, and an invite "
			.."that is presented still counts." };
	{ name = "allow_registration"; kind = kinds.boolean; default = false; strictest = false;
		says = "Prosody's option. Leave it out, unless everybody may register: `true` is needed only with `registration_invite_only = false`." };
	{ name = "c2s_require_encryption"; kind = kinds.boolean; default = function (read) return read "require_encryption"; end; strictest = true;
		default_says = "`true`"; says = "Prosody's option: registration is offered only on encrypted streams." };
	{ name = "require_encryption"; kind = kinds.boolean; default = true; strictest = true;
		says = "Prosody's older name for it, which counts where `c2s_require_encryption` is not set." };
	{ name = "invites_guess_limit"; kind = kinds.whole(0, many); default = 5; strictest = 5;
		says = "So many tokens that do not work on one stream, and four times as many from one address in ten minutes; with the next "
			.."one the stream is closed. Tokens that work are accepted until it is 40 times as many. IPv6 counts by /64. Wrong keys of "
			.."the API count too. `0` turns this off." };
	{ name = "admins"; kind = kinds.accounts;
		says = "Prosody's option. Their names can be registered only through an invite for that name, made by an admin or on the command line." };
	{ name = "default_user_role"; kind = kinds.text; default_says = "`\"prosody:registered\"`";
		default = function (read) return read "authentication" == "anonymous" and "prosody:guest" or "prosody:registered"; end;
		says = "Prosody's option (13.0): the role of accounts to which nobody has given one." };
	{ name = "authentication"; kind = kinds.text; default = "internal_hashed";
		says = "Prosody's option: where accounts are. It must be one that can make accounts." };
	{ name = "register_ibr_default_role"; kind = kinds.text; default = "prosody:registered";
		says = "Prosody's option (13.0): the role of new accounts whose invite gives none." };
	{ name = "modules_disabled"; kind = names; says = "Prosody's option. Clients can't register if `register_ibr` is in it." };
	{ name = "c2s_direct_tls_ports"; kind = ports; default = function (read) return read "legacy_ssl_ports"; end; is_global = true;
		default_says = "none"; says = "Prosody's option. With such a port, clients can register without `tls` in `modules_enabled`." };
	{ name = "legacy_ssl_ports"; kind = ports; is_global = true; says = "Prosody's older name for it." };

	{ section = "Invites" };
	{ name = "invite_expiry"; kind = kinds.period(); default = "1 week"; says = "How long an invite can be presented." };
	{ name = "invites_reset_expiry"; kind = kinds.period(); default = "1 day"; says = "How long a password reset can be presented." };
	{ name = "invites_page"; kind = kinds.template;
		says = "Address of a web page for invites, where that is not mod_invites_page's, for instance "
			.."`\"https://{host}/invite#{invite.uri!}\"`: your web server has to serve that page. `{host}`, `{invite.token}`, `{invite.uri}` and "
			.."`{invite.type}` are filled in, with special characters escaped; `{invite.uri!}` is the `xmpp:` link as it stands." };
	{ name = "invites_page_external"; kind = kinds.boolean; default = false;
		says = "mod_invites_page only makes the links, and something else shows the page at `invites_page`." };
	{ name = "invites_page_supports"; kind = kinds.list(supported); default = { "account"; "contact"; "account-and-contact" };
		default_says = "the first three"; says = "What that page can show." };
	{ name = "invites_page_module"; kind = kinds.module_name; default = "invites_page";
		says = "The module that makes web pages for invites. `prosodyctl mod_invites` loads it if it is enabled, to print web links." };
	{ name = "invites_notify_inviter"; kind = kinds.boolean; default = false;
		says = "Send a message to whoever made an invite when somebody has made an account through it." };

	{ section = "Web pages" };
	{ name = "site_name"; kind = kinds.text; default = the_host; default_says = "the host"; says = "What pages call this server." };
	{ name = "invites_logo"; kind = kinds.picture(config_folder); says = "A picture (SVG, PNG, …) for the top of the pages." };
	{ name = "invites_accent_color"; kind = kinds.colour; default = "#1c6b4a"; says = "Colour of buttons." };
	{ name = "invites_links"; kind = kinds.map(kinds.link, "terms", "privacy", "imprint", "contact");
		says = "Links for the foot of the pages: `{ terms = \"https://…\"; privacy = …; imprint = …; contact = … }`." };
	{ name = "invites_register_template_path"; kind = kinds.folder(form_folder); default_says = "ours";
		says = "Folder with templates of your own for the form, see \"Web pages\"." };
	{ name = "invites_password_min_length"; kind = kinds.whole(1, 100); default = 8; strictest = 8;
		says = "Characters that a password must have in the web form. If mod_password_policy wants more, that counts." };
	{ name = "additional_registration_fields"; kind = kinds.list(kinds.field); default_says = "none";
		says = "Prosody's option: what else registration asks for, in clients and in the web form, such as `{ \"email+\" }`. `+`: it must be filled in." };
	{ name = "webchat_url"; kind = kinds.url; default_says = "that of mod_conversejs, where it is loaded";
		says = "Address of a web chat, offered to whoever has just made an account." };
	{ name = "invites_registration_page"; kind = kinds.place; default_says = "that of mod_invites_register_web, where it is loaded";
		says = "Address where somebody can register in the browser, with the variables of `invites_page`." };
	{ name = "site_apps"; kind = apps; default_says = "those that we know";
		says = "The apps to offer, in this order: ids of known ones, or tables as mod_register_apps of the community takes them "
			.."(`name`, `id`, `text`, `image`, `link`, `platforms`, `supports_preauth_uri`, `magic_link_format`, `login_link_format`, "
			.."`download`, `setup`)." };
	{ name = "site_apps_show"; kind = names; default_says = "all"; says = "Ids of the only apps to show." };
	{ name = "site_apps_hide"; kind = names; says = "Ids of apps never to show." };
	{ name = "http_external_url"; kind = kinds.url;
		says = "Prosody's option: the address under which people reach Prosody's web server, if it is behind another one." };
	{ name = "http_host"; kind = kinds.text; default = the_host; default_says = "the host";
		says = "Prosody's option: the name of the host in web addresses." };
	{ name = "http_ports"; kind = ports; default = { 5280 }; is_global = true; says = "Prosody's option: ports of its web server." };
	{ name = "https_ports"; kind = ports; default = { 5281 }; is_global = true; says = "Prosody's option: the same for https." };
	{ name = "http_paths"; kind = kinds.map(kinds.text); says = "Prosody's option: paths of modules on the web server." };
	{ name = "http_cors_override"; kind = kinds.table; says = "Prosody's option: which web sites may use which module. Without it, none may use ours." };
	{ name = "trusted_proxies"; kind = networks; default = { "127.0.0.1"; "::1" }; strictest = { "127.0.0.1"; "::1" }; is_global = true;
		says = "Prosody's option: the web servers in front of Prosody that may say for whom they ask, and whether that was over https." };

	{ section = "What users may do" };
	{ name = "allow_user_invites"; kind = kinds.boolean; default = false; strictest = false; says = "Every user may invite people to register." };
	{ name = "allow_contact_invites"; kind = kinds.boolean; default = true; strictest = false;
		says = "Every user may make contact invites in their client. If `false`, only admins." };
	{ name = "allow_user_invites_by_roles"; kind = names; strictest = {}; says = "On 0.12: roles that may invite people to register in any case." };
	{ name = "deny_user_invites_by_roles"; kind = roles_to_deny; strictest = "all";
		says = "On 0.12: roles that may not, also with `allow_user_invites`. The option above comes first." };
	{ name = "invites_per_user"; kind = kinds.limit(0, many); default = "unlimited"; strictest = 0;
		says = "Invites for accounts that one user may have pending." };
	{ name = "invites_per_day"; kind = kinds.limit(0, many); default = "unlimited"; strictest = 0;
		says = "Invites for accounts that one user may make in a day (UTC)." };
	{ name = "invites_contacts_per_user"; kind = kinds.limit(0, many); default = 100; strictest = 0;
		says = "Invites to become a contact, without registration, that one user may have pending." };
	{ name = "invites_contacts_per_day"; kind = kinds.limit(0, many); default = 50; strictest = 0;
		says = "Invites to become a contact, without registration, that one user may make in a day (UTC)." };
	{ name = "invites_most_uses"; kind = kinds.limit(1, many); default = 1; strictest = 1; says = "How often users may let an invite be used." };
	{ name = "invites_longest_expiry"; kind = kinds.period(); strictest = "1 day"; default_says = "30 days, or `invite_expiry` if that is longer";
		default = function (read) return math.max(read "invite_expiry", 30 * 86400); end; says = "How long users may let an invite live." };

	{ section = "Database" };
	{ name = "invites_database"; kind = kinds.database; default = "invites.sqlite"; strictest = "closed"; is_secret = true;
		says = "Where invites are kept: a file (relative to the data directory), `\"postgresql://user:password@host/database\"`, or "
			.."`\"sql\"` for the PostgreSQL database that Prosody's own option `sql` names. Add `?sslmode=require` for a connection over "
			.."TLS that is checked against the system's certificate authorities." };
	{ name = "admin_socket"; kind = kinds.text; default = "prosody.sock"; is_global = true;
		says = "Prosody's option: the socket of its shell, through which `prosodyctl mod_invites check` asks what the server has loaded." };
	{ name = "prosody_user"; kind = kinds.text; default = "prosody"; is_global = true; says = "Prosody's option: the user that `prosodyctl` becomes." };
	{ name = "sql"; kind = kinds.sql; strictest = "closed"; is_secret = true;
		is_needed = function (read) return read "invites_database" == "sql"; end; says = "Prosody's option, for `invites_database = \"sql\"`." };
	{ name = "invites_store_tokens"; kind = kinds.boolean; default = true; strictest = false;
		says = "Keep tokens in the clear, so that lists can show them. If `false`, lists show a short id instead, which commands "
			.."accept as well, and `export` has nothing to write. Tokens of password resets are never kept." };
	{ name = "invites_history"; kind = kinds.period("1 hour"); default = "30 days";
		says = "How long used, revoked and expired invites are remembered." };

	{ section = "API" };
	{ name = "invites_api_allow_get"; kind = kinds.boolean; default = true; strictest = false;
		says = "GET makes an invite, as in the community's module." };
	{ name = "invites_api_require_encryption"; kind = kinds.boolean; default = true; strictest = true;
		says = "Refuse keys that came unencrypted. Programs on the same machine need no encryption." };
	{ name = "invites_api_limit"; kind = kinds.whole(1, many); default = 60; strictest = 60; says = "Invites that one key may make in a minute." };
};
