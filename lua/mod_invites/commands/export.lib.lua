-- The command export: writes the usable invites to the store of Prosody's own mod_invites, or as JSON.
--
-- No invite may be usable in the old store that was used here. So the last read of the ledger and the write of that store happen in one go.

local list = require_once "commands/list";
local private_file = require_once "commands/private_file";
local format = require_once "commands/format";

local most_ids = 20; -- of invites that are left out

-- (invites; out; short id → token, for tokens that the ledger does not keep; "json" or nil; function (invite, token), called for each usable invite
-- whose token is known) → array of the short ids of the others; or nil, code
local function each_with_token(invites, out, tokens, form, visit)
	local done, left_out = 0, {};
	local ok, code = list.each(invites, out, "usable", nil, form, function (invite)
		done = done + 1;
		out.progress(done, nil, "invites read");
		local token = invite.token or tokens[invite.id];
		if token then visit(invite, token); else table.insert(left_out, invite.id); end
	end);
	if not ok then return nil, code; end
	return left_out;
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

-- (invites, out, absolute path, or "-" for the terminal)
local function to_json(invites, out, path)
	local file, err = private_file.create(path, out);
	if not file then return nil, err; end
	local put = format.array(file);
	local written = 0;
	local left_out, code = each_with_token(invites, out, {}, "json", function (invite)
		written = written + 1;
		put(invite.json);
	end);
	if not left_out then
		file.discard();
		return nil, code;
	end
	put(nil);
	local ok, close_err = file.close();
	if not ok then return nil, close_err; end
	if path ~= private_file.stdout then tell_left_out(invites, out, left_out); end
	return true, summary(written, left_out, path);
end

-- (invite, its token, rows of the old store, legacy_store) puts the invite where the bundled module looks for it
local function put(invite, token, rows, legacy_store)
	if invite.type == "roster" then
		local row = rows.users[invite.inviter] or {};
		rows.users[invite.inviter], row[token] = row, invite.expires;
	end
	if invite.allow_registration or invite.type ~= "roster" then
		invite.token = token;
		rows.host[token] = legacy_store.invite(invite);
	end
end

-- (invites, out, rows) → short id → token, for the invites in the rows that the ledger knows; or nil, code. They are removed from the rows: those
-- that are usable are added again as they are now, and the others must not be revived. Invites that the ledger does not know stay.
local function take_out_known(invites, out, rows)
	local known, looked = {}, 0;
	local tokens = {};
	for token in pairs(rows.host) do tokens[token] = true; end
	for _, row in pairs(rows.users) do
		for token in pairs(row) do tokens[token] = true; end
	end
	for token in pairs(tokens) do
		local invite, code = invites.info(token);
		if code == "internal-server-error" then return nil, code; end
		if invite then
			rows.host[token] = nil;
			for _, row in pairs(rows.users) do row[token] = nil; end
			known[invite.id] = token;
		end
		looked = looked + 1;
		out.progress(looked, nil, "old invites looked up");
		if not out.yield() then return nil, "nobody-reads"; end
	end
	return known;
end

-- One write for each row, as storages rewrite a whole row.
local function write(store, rows)
	local ok, err = store:set(nil, next(rows.host) and rows.host or nil);
	if not ok then return nil, err; end
	for username, row in pairs(rows.users) do
		ok, err = store:set(username, next(row) and row or nil);
		if not ok then return nil, err; end
	end
	return true;
end

local function to_old_store(invites, out)
	local legacy_store = invites.require_once "jobs/legacy_store";
	local store, err = legacy_store.open();
	if not store then return nil, "the store of the bundled module could not be opened: "..tostring(err); end
	local rows, complete = legacy_store.rows(store);
	if not complete then return nil, "the store of the bundled module could not be read (the log says more), so nothing was written"; end
	local known, info_code = take_out_known(invites, out, rows);
	if not known then return nil, info_code; end

	local written, several, removed = 0, 0, 0;
	for _ in pairs(known) do removed = removed + 1; end
	local in_one_go = setmetatable({ yield = function () return true; end }, { __index = out }); -- nobody else gets a turn
	local left_out, code = each_with_token(invites, in_one_go, known, nil, function (invite, token)
		written = written + 1;
		if known[invite.id] then removed = removed - 1; end
		if invite.max_uses and invite.max_uses > 1 then several = several + 1; end
		put(invite, token, rows, legacy_store);
	end);
	if not left_out then return nil, code; end
	local ok, write_err = write(store, rows);
	if not ok then return nil, "the store of the bundled module could not be written: "..tostring(write_err); end
	local before = prosody.process_type ~= "prosody" and legacy_store.taken_over(); -- beside a running server the store is out of date at once
	if before then legacy_store.remember { at = before.at; exported = os.time() }; end

	tell_left_out(invites, out, left_out);
	if several > 0 then out.print(("%d invites for several uses became invites for one: the bundled module knows no number"):format(several)); end
	return true, ("%s, %d removed from it that are over"):format(summary(written, left_out, "the store of the bundled module"), removed);
end

local function run(invites, out, request)
	if request.file then return to_json(invites, out, private_file.path(request.file)); end
	if request.json then return to_json(invites, out, private_file.stdout); end
	return to_old_store(invites, out);
end

return { export = run };
