-- An invite as people read it, and the frame of what programs read.

local terminal_text = require_once "invites_lib/terminal_text";
local roles = require_once "mod_invites/accounts/roles";

local format = {};

-- (Unix seconds or nil for never, what stands between date and time: "T" if nil) → text. UTC, as the server and whoever reads this may be in
-- different places.
function format.time(seconds, separator)
	return seconds and os.date("!%Y-%m-%d"..(separator or "T").."%H:%M:%SZ", seconds) or "never";
end

-- (Unix seconds) → text: the day in UTC
function format.day(seconds)
	return os.date("!%Y-%m-%d", seconds);
end

-- (number, singular) → "1 invite", "2 invites"
function format.count(number, noun)
	return ("%d %s%s"):format(number, noun, number == 1 and "" or "s");
end

-- (data of an invite) → names of the roles that it gives, the primary one first
function format.roles(data)
	return roles.names(data) or {};
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
		words = (invite.username and "Account " or "Account on ")..invite.jid..listed("role", format.roles(data));
		if invite.inviter then words = ("%s, and contact of %s"):format(words, invite.inviter); end
	else
		words = (kind == "contact" and "Contact of " or "Account, and contact of ")..invite.jid..listed("role", format.roles(data));
	end
	if invite.max_uses ~= 1 then words = ("%s, used %d of %s"):format(words, invite.uses, invite.max_uses or "any number of times"); end
	if invite.creator and invite.creator ~= invite.inviter then words = ("%s, by %s"):format(words, invite.creator); end
	words = words..listed("group", groups_of(data));
	if invite.note then words = ("%s (%s)"):format(words, invite.note); end
	return terminal_text.text(words);
end

-- (invite) → its token, or its short id where the token is not kept
function format.reference(invite)
	return terminal_text.text(invite.token or invite.id);
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
