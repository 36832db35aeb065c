-- An invite as people and as programs read it.

local json = require "util.json";
local split_jid = require "util.jid".split;

local unpack = table.unpack;

local terminal_text = require_once "invites_lib/terminal_text";
local never = require_once "invites_lib/duration".never;
local roles = require_once "mod_invites/accounts/roles";

-- (text, number, boolean, table or nil) → JSON. Prosody's encoder takes its time, and most of our texts need no escapes.
local function encode(value)
	if value == nil then return "null"; end
	if type(value) == "string" and not value:find('[%c"\\\127-\255]') then return '"'..value..'"'; end
	if type(value) == "number" then return ("%d"):format(value); end
	return terminal_text.json(json.encode_ordered(value));
end

local format = {};

-- (Unix seconds, what stands between date and time: "T" if nil) → text. UTC, as the server and whoever reads this may be in different places.
function format.time(seconds, separator)
	return seconds >= never and "never" or os.date("!%Y-%m-%d"..(separator or "T").."%H:%M:%SZ", seconds);
end

-- (Unix seconds) → text: the day in UTC
function format.day(seconds)
	return os.date("!%Y-%m-%d", seconds);
end

-- (number, singular) → "1 invite", "2 invites"
function format.count(number, noun)
	return ("%d %s%s"):format(number, noun, number == 1 and "" or "s");
end

-- (invite) → the name that a new account must have, or whose password it resets; or nil
function format.username(invite)
	if invite.type == "roster" then return nil; end
	return (split_jid(invite.jid));
end

-- (data of an invite) → names of the roles that it gives, the primary one first, or in the order of the alphabet where none is
function format.roles(data)
	local names = {};
	local is_list = type(data.roles) == "table" and data.roles[1] ~= nil;
	for i, name in ipairs(is_list and data.roles or roles.names(data) or {}) do names[i] = tostring(name); end
	if not is_list then table.sort(names); end
	return names;
end

-- ("role", array of texts) → ", role a", ", roles a, b", or nothing
local function listed(noun, names)
	if not names[1] then return ""; end
	return (", %s%s %s"):format(noun, #names == 1 and "" or "s", table.concat(names, ", "));
end

local function groups_of(data)
	local names = {};
	for i, name in ipairs(type(data.groups) == "table" and data.groups or {}) do names[i] = tostring(name); end
	return names;
end

-- (invite) → what it is, in a few words. Power comes early, and what somebody has typed comes last.
function format.describe(invite)
	local kind, data = invite.kind, invite.additional_data or {};
	local words;
	if kind == "reset" then
		words = "Password reset for "..invite.jid;
	elseif kind == "account" then
		words = (format.username(invite) and "Account " or "Account on ")..invite.jid..listed("role", format.roles(data));
		if invite.inviter then words = ("%s, and contact of %s"):format(words, invite.inviter); end
	else
		words = (kind == "contact" and "Contact of " or "Account, and contact of ")..invite.jid..listed("role", format.roles(data));
	end
	if invite.max_uses ~= 1 then words = ("%s, used %d of %s"):format(words, invite.uses, invite.max_uses or "any number of times"); end
	if invite.creator and invite.creator ~= invite.inviter then words = ("%s, by %s"):format(words, invite.creator); end
	words = words..listed("group", groups_of(data));
	if type(data.note) == "string" then words = ("%s (%s)"):format(words, data.note); end
	return terminal_text.text(words);
end

-- (invite) → its token, or its short id where the token is not kept
function format.reference(invite)
	return terminal_text.text(invite.token or invite.id);
end

-- (invite) → what to send to the invitee, or nil where the token is not kept
function format.link(invite)
	return invite.landing_page or invite.uri;
end

-- The fields in JSON, in this order. Each invite has all of them; null is what there is not.
local fields = {
	{ "id", function (invite) return invite.id; end };
	{ "token", function (invite) return invite.token; end };
	{ "kind", function (invite) return invite.kind; end };
	{ "state", function (invite) return invite.state; end };
	{ "username", format.username };
	{ "inviter", function (invite) return invite.inviter; end };
	{ "maker", function (invite) return invite.creator; end };
	{ "own_right", function (invite) return invite.authority == "user"; end };
	{ "uses", function (invite) return invite.uses; end };
	{ "max_uses", function (invite) return invite.max_uses; end };
	{ "created_at", function (invite) return invite.created_at; end };
	{ "expires", function (invite) return invite.expires < never and invite.expires or nil; end };
	{ "uri", function (invite) return invite.uri; end };
	{ "landing_page", function (invite) return invite.landing_page; end };
	{ "additional_data", function (invite) return invite.additional_data; end };
	{ "used_by", function () return nil; end };
};

-- (array of { name, function (value) → field or nil, or JSON, true }, value) → JSON object, on one line
function format.object(its_fields, value)
	local members = {};
	for i, field in ipairs(its_fields) do
		local content, is_json = field[2](value);
		members[i] = '"'..field[1]..'":'..(is_json and content or encode(content));
	end
	return "{"..table.concat(members, ",").."}";
end

local fields_of_use = {
	{ "username", function (use) return use.username; end };
	{ "at", function (use) return use.at; end };
};

-- (invite, as mod_invites.info has it) → JSON array of those who have used it
local function used_by(invite)
	if not invite.used_by then return nil; end
	local uses = {};
	for i, use in ipairs(invite.used_by) do uses[i] = format.object(fields_of_use, use); end
	return "["..table.concat(uses, ",").."]", true;
end

local fields_in_full = { unpack(fields) };
fields_in_full[#fields] = { "used_by", used_by };

-- (invite) → JSON object, as it stands in lists
function format.json(invite)
	return format.object(fields, invite);
end

-- (invite, as mod_invites.info has it) → JSON object that also says who has used it
function format.json_in_full(invite)
	return format.object(fields_in_full, invite);
end

-- (out) → function (JSON object, or nil after the last one): prints an array, one object a line
function format.array(out)
	out.machine();
	local held = "[";
	return function (object)
		out.print(held..(held ~= "[" and object and "," or ""));
		held = object;
		if not object then out.print("]"); end
	end;
end

-- (values...) → line of CSV (RFC 4180)
function format.csv(...)
	local cells = { ... };
	for i = 1, select("#", ...) do
		local text = terminal_text.text(cells[i] == nil and "" or cells[i]);
		cells[i] = text:find('[",]') and '"'..text:gsub('"', '""')..'"' or text;
	end
	return table.concat(cells, ",");
end

return format;
