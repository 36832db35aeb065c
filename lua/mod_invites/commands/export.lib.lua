-- The command export: writes the usable invites to the store of Prosody's own mod_invites, or as JSON.
--
-- No invite may be usable in the old store that was used here. So the last read of the ledger and the write of that store happen in one go.

local list = require_once "commands/list";
local private_file = require_once "commands/private_file";
local format = require_once "commands/format";
local need = require_once "commands/need";

local most_ids = 20; -- of invites that are left out

-- (invites; out; short id → token, for tokens that the ledger does not keep; "json" or nil; function (invite, token), called for each usable invite
-- whose token is known) → array of the short ids of the others, number of those
local function each_with_token(invites, out, tokens, form, visit)
	local done, left_out = 0, {};
	list.each(invites, out, "usable", nil, form, function (invite)
		done = done + 1;
		out.progress(done, nil, "invites read");
		local token = invite.token or tokens[invite.id];
		if token then visit(invite, token); else table.insert(left_out, invite.id); end
	end);
	return left_out, done - #left_out;
end

local function tell_left_out(invites, out, left_out)
	for i = 1, math.min(#left_out, most_ids) do
		local invite = invites.info(left_out[i], nil, "description");
		out.print(("left out, as its token is not kept: %s  %s"):format(left_out[i], invite and invite.text or ""));
	end
	if #left_out > most_ids then out.print(("left out likewise: %d more"):format(#left_out - most_ids)); end
end

local function summary(written, left_out, what)
	return ("%s written to %s, %d left out"):format(format.count(written, "invite"), what, #left_out);
end

local function to_json(invites, out, typed)
	local left_out, written;
	local path = private_file.write(typed, out, function (file)
		local put = format.array(file);
		left_out, written = each_with_token(invites, out, {}, "json", function (invite) put(invite.json); end);
		put(nil);
	end);
	if path ~= private_file.stdout then tell_left_out(invites, out, left_out); end
	return true, summary(written, left_out, path);
end

-- (invites, out, rows) → short id → token, for the invites in the rows that the ledger knows, their number. They are removed from the rows: those
-- that are usable are added again as they are now, and the others must not be revived. Invites that the ledger does not know stay.
local function take_out_known(invites, out, rows)
	local known, count, looked, tokens = {}, 0, 0, {};
	for _, row in pairs(rows) do
		for token in pairs(row) do tokens[token] = true; end
	end
	for token in pairs(tokens) do
		local invite, code = invites.info(token);
		need(code ~= "internal-server-error" and code ~= "busy", code);
		if invite then
			for _, row in pairs(rows) do row[token] = nil; end
			known[invite.id], count = token, count + (known[invite.id] and 0 or 1);
		end
		looked = looked + 1;
		out.progress(looked, nil, "old invites looked up");
		need(out.yield(), "nobody-reads");
	end
	return known, count;
end

local function to_old_store(invites, out)
	local legacy_store = invites.require_once "jobs/legacy_store";
	local rows, complete = legacy_store.read();
	need(rows, "the store of the bundled module could not be opened: "..tostring(complete));
	need(complete, "the store of the bundled module could not be read (the log says more), so nothing was written");
	local known, removed = take_out_known(invites, out, rows);

	local several, for_one = 0, 0;
	local in_one_go = setmetatable({ yield = function () return true; end }, { __index = out }); -- nobody else gets a turn
	local left_out, written = each_with_token(invites, in_one_go, known, nil, function (invite, token)
		if known[invite.id] then removed = removed - 1; end
		local data = invite.additional_data;
		if type(data) == "table" and data.invitee ~= nil then
			for_one = for_one + 1;
			return;
		end
		if invite.max_uses and invite.max_uses > 1 then several = several + 1; end
		legacy_store.put(rows, invite, token);
	end);
	local ok, write_err = legacy_store.write(rows);
	need(ok, "the store of the bundled module could not be written: "..tostring(write_err));
	local before = prosody.process_type ~= "prosody" and legacy_store.taken_over(); -- beside a running server the store is out of date at once
	if before then legacy_store.remember { at = before.at; exported = os.time() }; end

	tell_left_out(invites, out, left_out);
	if several > 0 then out.print(("%d invites for several uses became invites for one: the bundled module knows no number"):format(several)); end
	if for_one > 0 then out.print(("%d contact invites for one person were left out: there, anybody could use them"):format(for_one)); end
	return true, ("%s, %d removed from it that are over"):format(summary(written - for_one, left_out, "the store of the bundled module"), removed);
end

return { export = function (invites, out, request)
	if not request.file and not request.json then return to_old_store(invites, out); end
	return to_json(invites, out, request.file or private_file.stdout);
end };
