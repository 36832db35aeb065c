-- Lists of invites, page by page, so that the server can do other things in between.

local command = require_once "invites_core".command;
local format = require_once "commands/format";

local page_size = 50; -- rows

local list = {};

-- (out; array of { id, reason }): names the invites that can't be read
function list.tell_damaged(out, damaged)
	for _, row in ipairs(damaged) do out.aside(("left out, as its row is damaged: %s  %s"):format(row.id, row.reason)); end
end

-- (invites: mod_invites of the host; out; which list; creator or nil; form of src/lua/command/show.rs or nil; function (invite)) → true, or nil, code
function list.each(invites, out, which, creator, form, visit)
	local cursor;
	repeat
		local page, next_or_code, damaged = invites.list(which, creator, cursor, page_size, false, form);
		if not page then return nil, next_or_code; end
		list.tell_damaged(out, damaged);
		for _, invite in ipairs(page) do visit(invite); end
		if not out.yield() then return nil, "nobody-reads"; end -- a page may have taken long even if there is nothing on it
		cursor = next_or_code;
	until cursor == nil;
	return true;
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
	local put, count = list.printer(out, form), 0;
	local ok, code = list.each(invites, out, which, request.by, form, function (invite)
		count = count + 1;
		put(invite);
	end);
	if not ok then return nil, code; end
	put(nil);
	return true, format.count(count, nouns[which]);
end

return list;
