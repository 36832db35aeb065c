-- The flags of the commands.
--
-- Returns a table name → { name; value = what stands for its value in the help, nil for a switch; many = true if it may be repeated; help;
-- read = function (text, host) → value, or nil, error; means = { other flag, its value } for a short form }. A name with "_" is written with "-".

local lfs = require "lfs";

local compat = require_once "invites_lib/compat";
local periods = require_once "invites_lib/duration";
local nodeprep = require "util.encodings".stringprep.nodeprep;
local split_jid = require "util.jid".prepped_split;

local flags = {};

local function flag(name, value, help, read)
	flags[name] = { name = name; value = value; help = help; read = read };
	return flags[name];
end

-- ("2 weeks" or "never") → seconds or math.huge, or nil, error
local function period(text)
	local seconds = periods.or_never(text);
	if not seconds then return nil, ("%q is no period: give a number and a unit, such as \"2 days\", or \"never\""):format(text); end
	return seconds;
end

-- (largest number) → function (text) → whole number from 1, or nil, error
local function up_to(largest)
	return function (text)
		local number = tonumber(text:match("^%d+$"));
		if not number or number < 1 or number > largest then return nil, ("%q is no number from 1 to %d"):format(text, largest); end
		return math.tointeger and math.tointeger(number) or number;
	end;
end

local count = up_to(1000000000);

-- ("juliet" or "juliet@example.com", host) → prepared username, or nil, error
local function user(text, host)
	local username, its_host = text, host;
	if text:find("@", 1, true) then username, its_host = split_jid(text); end
	username = its_host == host and username and nodeprep(username);
	if not username or username == "" then return nil, ("%q is no username of %s"):format(text, host); end
	return username;
end

local longest_note = 1000; -- characters, as the ledger has it

local function note(text)
	local _, length = text:gsub("[^\128-\191]", ""); -- first bytes of characters in UTF-8
	if length > longest_note then return nil, ("a note has %d characters at the most, and this one has %d"):format(longest_note, length); end
	return text;
end

local locales = debug.getinfo(1, "S").source:match("^@(.*[/\\])").."../locales/";

-- (language tag) → the same, or nil, error
local function language(tag)
	local known = {};
	for name in lfs.dir(locales) do
		local its_tag = name:match("^([%w-]+)%.ftl$");
		if its_tag and its_tag:match("^%a+"):lower() == (tag:match("^%a+") or ""):lower() and tag:find("^[%w_-]+$") then return tag; end
		table.insert(known, its_tag);
	end
	table.sort(known);
	return nil, ("%q is none of the languages that there are: %s"):format(tag, table.concat(known, ", "));
end

flags.read = { period = period; count = count; card_count = up_to(1000); user = user };

flag("admin", nil, "make the new user an administrator: like --role prosody:admin").means = { "role", "prosody:admin" };
flag("all", nil, "list all invites: contact invites, used, revoked and expired ones too");
flag("allow_registration", nil, "also somebody without an account may use it, to register one here");
flag("by", "USER", "only invites that this user has made", user);
flag("contact", "USER", "the new user and this one become each other's contacts", user);
flag("dry_run", nil, "change nothing, only show what would be revoked");
flag("expires_after", "PERIOD", "how long it is valid: \"2 days\", \"3 weeks\", \"never\"", period);
flag("json", nil, "answer in JSON, for programs");
flag("lang", "TAG", "the language to write in: \"de\", \"pt\"; English if it is left out", language);
flag("note", "TEXT", "a note that lists show", note);
flag("qr", nil, "also show the link as a QR code");
flag("reset", "USER", "for an account that exists: let this user set a new password", user);
flag("subtree", nil, "with --by: also of everybody who came through invites of that user, and of those people's invitees, and so on");
flag("used", nil, "list invites that were used at least once");
flag("uses", "N", "how many accounts can be made with it, or \"unlimited\"", function (text)
	if text:lower() == "unlimited" then return math.huge; end
	return count(text);
end);

flag("group", "ID", "add the new user to this group; may be repeated").many = true;
flag("role", "ROLE", "give the new user this role; may be repeated, the first one is the primary role", function (text, host)
	if not compat.role_exists(text, host) then return nil, ("there is no role %q on %s"):format(text, host); end
	return text;
end).many = true;

return flags;
