-- Lists of invites, page by page, so that the server can do other things in between.

local command = require_once "invites_core".command;
local format = require_once "commands/format";
local need = require_once "commands/need";

local page_size = 50; -- rows

local list = {};

-- (out; array of { id, reason }): names the invites that can't be read
function list.tell_damaged(out, damaged)
	for _, row in ipairs(damaged) do out.aside(("left out, as its row is damaged: %s  %s"):format(row.id, row.reason)); end
end

-- (invites: mod_invites of the host; out; which list; creator or nil; form of src/lua/command/show.rs or nil; function (invite)) → number of invites
function list.each(invites, out, which, creator, form, visit)
	local cursor, count = nil, 0;
	repeat
		local page, next_cursor, damaged = need(invites.list(which, creator, cursor, page_size, false, form));
		list.tell_damaged(out, damaged);
		for _, invite in ipairs(page) do visit(invite); end
		need(out.yield(), "nobody-reads"); -- a page may have taken long even if there is nothing on it
		cursor, count = next_cursor, count + #page;
	until cursor == nil;
	return count;
end

-- (out, form: "json", "row", "state-row" or "count") → function (row with its `json` or `text`, or nil after the last one) that prints it
function list.printer(out, form)
	if form == "json" then
		local put = format.array(out);
		return function (row) put(row and row.json); end;
	end
	out.write(command.head(form));
	return function (row)
		if row then out.write(row.text); end
	end;
end

local nouns = { pending = "pending invite"; used = "used invite"; all = "invite" };

function list.list(invites, out, request)
	local which = request.all and "all" or request.used and "used" or "pending";
	local form = request.json and "json" or which == "pending" and "row" or "state-row";
	local put = list.printer(out, form);
	local count = list.each(invites, out, which, request.by, form, put);
	put(nil);
	return true, format.count(count, nouns[which]);
end

return list;
