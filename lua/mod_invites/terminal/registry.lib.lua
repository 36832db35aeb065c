-- The commands, as the admin shell and `prosodyctl mod_invites` both have them.
--
-- Returns a section: { name, desc = of the section in the shell; module = its name without "mod_"; open = see terminal/runner.lib.lua;
--   error_prefix = what prosodyctl writes before errors, or nil; and commands }:
--   name, desc, more   more: further lines of help
--   args               array of names, with "?" at the end of those that may be missing; the first one names the host
--   places             name of an argument → what stands for it in the help
--   read               name of an argument → function (text) → value, or nil, error
--   flags              array, see terminal/flags.lib.lua
--   whose              the first argument must be a JID with a username, and this says whose
--   clash              function (arguments, flags) → why they do not go together, or nil
--   run                function (mod_invites of the host; output; arguments: name → value, and host, username; flags: name → value)
--                      → true, text, or nil, code or error, words for detail
--   makes_links        true: the module that makes landing pages is needed
--   alone              true: works without mod_invites; why there is none is the last argument of run then
--   as_boolean         in the shell, what true stands for: the name of a flag
--   prosodyctl         true: the shell does not have it

local flags = require_once "terminal/flags";

-- (name of a file, name of a function in it; nil: the file is the function) → the same, read when it is first called: every host of the server
-- has these commands, and hardly any is ever given.
local function later(file, name)
	return function (...)
		local content = module:require(file);
		return (name and content[name] or content)(...);
	end;
end

-- (names of flags) → array of flags
local function with(...)
	local list = {};
	for i, name in ipairs { ... } do list[i] = flags[name]; end
	return list;
end

local function short(flag, letter)
	return setmetatable({ short = letter }, { __index = flag });
end

local user_or_host, user = { user_jid = "[USER@]HOST" }, { user_jid = "USER@HOST" };
local file = "a relative path starts at Prosody's data directory; - is standard output";

-- Of revoke
local function several_or_one(arg, given)
	if given.by then return arg.token and "give either a token or --by, not both" or nil; end
	if given.subtree then return "--subtree needs --by"; end
	return not arg.token and "give the token or the short id of an invite, or --by USER" or nil;
end

return {
	name = "invite"; desc = "Create and manage invitations"; module = "invites"; open = later("terminal/load_host");
	{
		name = "create_account"; args = { "user_jid" }; places = user_or_host; makes_links = true;
		desc = "Invite somebody to make the account with this JID (a hostname alone lets them choose the username)";
		flags = with("admin", "role", "group", "expires_after", "uses", "note", "contact", "qr");
		run = later("commands/create", "account");
	};
	{
		name = "create_reset"; args = { "user_jid" }; places = user; whose = "the account whose password is to be reset"; makes_links = true;
		desc = "Make a link with which this user can set a new password";
		flags = with("expires_after", "note", "qr");
		run = later("commands/create", "reset");
	};
	{
		name = "create_contact"; args = { "user_jid" }; places = user; whose = "the user who is to get a contact"; makes_links = true;
		desc = "Invite somebody to become a contact of this user"; as_boolean = "allow_registration"; -- as Prosody 0.12 has it
		flags = with("allow_registration", "expires_after", "uses", "note", "qr");
		run = later("commands/create", "contact");
	};
	{
		name = "generate"; args = { "host" }; makes_links = true; prosodyctl = true;
		desc = "Make an invite and print its link alone, as Prosody 0.12 does; of several roles the last one counts";
		flags = { flags.admin; flags.role; short(flags.group, "g"); flags.reset };
		clash = function (_, given) return given.reset and (given.role or given.group) and "--reset stands alone" or nil; end;
		run = later("commands/create", "generate");
	};
	{
		name = "bulk"; args = { "host"; "number" }; places = { number = "N" }; read = { number = flags.read.count }; makes_links = true;
		desc = "Make N account invites and print them as CSV: id, link, uri, expires";
		flags = with("admin", "role", "group", "expires_after", "uses", "note", "contact");
		run = later("commands/create", "bulk");
	};
	{
		name = "sheet"; args = { "host"; "number"; "file" }; places = { number = "N" }; read = { number = flags.read.card_count }; makes_links = true;
		desc = "Make N account invites and write a page for a browser to print, as cards with QR codes to be cut apart"; more = "FILE: "..file;
		flags = with("admin", "role", "group", "expires_after", "note", "contact", "lang");
		run = later("commands/create", "sheet");
	};
	{
		name = "list"; args = { "host" };
		desc = "List the invites that can still be used to make an account or to reset a password";
		flags = with("all", "used", "by", "json");
		clash = function (_, given) return given.all and given.used and "give either --all or --used, not both" or nil; end;
		run = later("commands/list", "run");
	};
	{
		name = "show"; args = { "host"; "token" };
		clash = function (_, given) return given.json and given.qr and "give either --json or --qr, not both" or nil; end;
		desc = "Show what an invite is for, and what became of it. An invite is named by its token or its short id";
		more = "For an invite that can't be used any more, the command prints what it was and then fails; with --json it does not fail";
		flags = with("json", "qr");
		run = later("commands/manage", "show");
	};
	{
		name = "revoke"; args = { "host"; "token?" };
		desc = "Revoke an invite, or (with --by) all that a user has made and that can still be used";
		flags = with("by", "subtree", "dry_run"); clash = several_or_one;
		run = later("commands/manage", "revoke");
	};
	{
		name = "delete"; args = { "host"; "token?" };
		desc = "The same as revoke";
		flags = with("by", "subtree", "dry_run"); clash = several_or_one;
		run = later("commands/manage", "revoke");
	};
	{
		name = "extend"; args = { "host"; "token"; "period" }; read = { period = flags.read.period };
		desc = "Let an invite that has not ended be valid for so long from now: \"2 days\", \"never\" (never to expire)";
		flags = {};
		run = later("commands/manage", "extend");
	};
	{
		name = "tree"; args = { "user_jid" }; places = user; whose = "a user";
		desc = "Show who came through invites of this user, who through theirs, and so on";
		flags = with("json");
		run = later("commands/tree", "run");
	};
	{
		name = "stats"; args = { "host" };
		desc = "Count the invites by kind and state";
		flags = with("json");
		run = later("commands/manage", "stats");
	};
	{
		name = "backup"; args = { "host"; "file" };
		desc = "Write the database of all invites (SQLite) to a new file, also while the server runs"; more = "FILE: "..file;
		flags = {};
		run = later("commands/manage", "backup");
	};
	{
		name = "export"; args = { "host"; "file?" };
		desc = "Write the invites that can be used to the store of Prosody's own mod_invites, or as JSON to a new file (or with --json to the terminal)";
		more = "FILE: "..file..". A store with many invites is written in one go, for which a server has to wait: use prosodyctl then.\n"
			.."What a running server does afterwards is not in it, nor what it does while JSON is written: to move, stop the server and use prosodyctl.\n"
			.."Password resets, who came through whom, and how many invites users have made today do not go with it";
		flags = with("json");
		run = later("commands/export");
	};
	{
		name = "import"; args = { "host"; "file?" };
		desc = "Read the invites of Prosody's own mod_invites, or of a file that export has written";
		more = "FILE: a relative path starts at Prosody's data directory; - is standard input";
		flags = {};
		run = later("commands/import");
	};
	{
		name = "check"; args = { "host" }; alone = true;
		desc = "Look whether everything that invites need is in order; each line is \"ok\", or what there is to do";
		flags = {};
		run = later("commands/check/check");
	};
};
