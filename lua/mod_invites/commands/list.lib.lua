-- Lists of invites: in pages, between which the server gets to do other things.

local human_io = require "util.human.io";

local format = require_once "commands/format";

local page_size = 50; -- invites that are looked at in one go

local list = {};

-- (out; array of { id, reason }): names the invites that can't be read
function list.tell_damaged(out, damaged)
	for _, row in ipairs(damaged) do out.aside(("left out, as its row is damaged: %s  %s"):format(row.id, row.reason)); end
end

-- (invites: mod_invites of the host; out; which list; creator or nil; function (invite); do they carry their JSON?) → true, or nil, code
function list.each(invites, out, which, creator, visit, as_json)
	local cursor;
	repeat
		local page, next_or_code, damaged = invites.list(which, creator, cursor, page_size, false, as_json);
		if not page then return nil, next_or_code; end
		list.tell_damaged(out, damaged);
		-- A page with much data has taken a while, and one with nothing that was asked for is a page too.
		if not out.yield() then return nil, "nobody-reads"; end
		for _, invite in ipairs(page) do
			visit(invite);
			if not out.yield() then return nil, "nobody-reads"; end
		end
		cursor = next_or_code;
	until cursor == nil;
	return true;
end

local columns = {
	-- Tokens that other software made may be longer than ours; half a token would be of no use.
	{ title = "Token"; key = "token"; width = 24; ellipsis = function (token) return token; end };
	{ title = "Expires"; key = "expires"; width = 20 };
	{ title = "State"; key = "state"; width = 9 };
};

-- (out; with the column "State"?) → function (invite): prints a row
function list.rows(out, with_state)
	local print_row = human_io.table(with_state and columns or { columns[1], columns[2] }, out.width);
	-- The last column is never cut off: it says what an invite gives, and to whom.
	local function put(row, description)
		out.print(("%s | %s"):format(print_row(row), description));
	end
	put(nil, "Description");
	return function (invite)
		put({ token = format.reference(invite); state = invite.state; expires = format.time(invite.valid_until) }, format.describe(invite));
	end;
end

local nouns = { pending = "pending invite"; used = "used invite"; all = "invite" };

-- The command: list HOST
function list.run(invites, out, _, flags)
	local which = flags.all and "all" or flags.used and "used" or "pending";
	local put_json = flags.json and format.array(out);
	local put_row = not put_json and list.rows(out, which ~= "pending");
	local count = 0;
	local ok, code = list.each(invites, out, which, flags.by, function (invite)
		count = count + 1;
		if put_json then put_json(invite.json); else put_row(invite); end
	end, flags.json);
	if not ok then return nil, code; end
	if put_json then put_json(nil); end
	return true, format.count(count, nouns[which]);
end

return list;
