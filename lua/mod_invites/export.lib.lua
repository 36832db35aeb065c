-- The command export: the invites that can be used, for the mod_invites that Prosody bundles, or as JSON.

local listing = module:require "listing";
local private_file = module:require "private_file";
local record = module:require "record";

local most_ids = 20; -- of those left out, that are named

-- (out; which; function (invite)) as listing.each, and says what has no token that could be written down
local function each_with_token(invites, out, is_known, visit)
	local done, left_out = 0, {};
	local ok, code = listing.each(invites, out, "usable", nil, function (invite)
		done = done + 1;
		out.progress(done, nil, "invites read");
		if invite.token then
			visit(invite);
		elseif not is_known[invite.id] then
			table.insert(left_out, invite);
		end
	end);
	if not ok then return nil, code; end
	return left_out;
end

local function tell_left_out(out, left_out)
	for i = 1, math.min(#left_out, most_ids) do
		out.print(("left out, as its token is not kept: %s  %s"):format(left_out[i].id, record.describe(left_out[i])));
	end
	if #left_out > most_ids then out.print(("left out likewise: %d more"):format(#left_out - most_ids)); end
end

local function summary(written, left_out, what)
	return ("%d invites written to %s, %d left out"):format(written, what, #left_out);
end

-- (invites, out, path or nil for the terminal)
local function to_json(invites, out, path)
	local sink, err;
	if path then
		sink, err = private_file.create(path);
		if not sink then return nil, err; end
	end
	local put = record.array(sink or out);
	local written = 0;
	local left_out, code = each_with_token(invites, out, {}, function (invite)
		written = written + 1;
		put(record.json(invite));
	end);
	if not left_out then return nil, code; end
	put(nil);
	if sink then
		local ok, close_err = sink.close();
		if not ok then return nil, close_err; end
		tell_left_out(out, left_out);
	end
	return true, summary(written, left_out, path or "the terminal");
end

-- (rows of the old store, username) → the row of that user
local function row_of(rows, username)
	rows.users[username] = rows.users[username] or {};
	return rows.users[username];
end

-- (invite, the token, rows) puts it where the bundled module looks for it
local function put(invite, token, rows, old_store)
	if invite.type == "roster" then row_of(rows, invite.inviter)[token] = invite.expires; end
	if invite.allow_registration or invite.type ~= "roster" then
		invite.token = token;
		rows.host[token] = old_store.invite(invite);
	end
end

-- (invites, out, rows) → ids of the invites that are there and can be used, how many were taken out; or nil, code. What the ledger knows takes the
-- place of what the row has; what it knows to be over goes, or going back would revive it; what it does not know stays.
local function refresh(invites, out, rows, old_store)
	local known, removed, looked = {}, 0, 0;
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
			if invite.state == "pending" or invite.state == "claimed" then
				known[invite.id] = true;
				put(invite, token, rows, old_store);
			else
				removed = removed + 1;
			end
		end
		looked = looked + 1;
		out.progress(looked, nil, "old invites looked up");
		if not out.breathe() then return nil, "nobody-reads"; end
	end
	return known, removed;
end

-- One write for each row: each one rewrites the whole row.
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
	local old_store = invites.module:require "old_store";
	local store, err = old_store.open();
	if not store then return nil, "the store of the bundled module could not be opened: "..tostring(err); end
	local rows, complete = old_store.rows(store);
	if not complete then return nil, "the store of the bundled module could not be read (the log says more), so nothing was written"; end
	local known, removed = refresh(invites, out, rows, old_store);
	if not known then return nil, removed; end

	local written, several = 0, 0;
	for _ in pairs(known) do written = written + 1; end
	local left_out, code = each_with_token(invites, out, known, function (invite)
		if not known[invite.id] then written = written + 1; end
		if invite.max_uses and invite.max_uses > 1 then several = several + 1; end
		put(invite, invite.token, rows, old_store);
	end);
	if not left_out then return nil, code; end
	local ok, write_err = write(store, rows);
	if not ok then return nil, "the store of the bundled module could not be written: "..tostring(write_err); end

	tell_left_out(out, left_out);
	if several > 0 then out.print(("%d invites for several uses became invites for one: the bundled module knows no number"):format(several)); end
	return true, ("%s, %d removed from it that are over"):format(summary(written, left_out, "the store of the bundled module"), removed);
end

-- The command: export HOST [FILE]
return function (invites, out, arg, flags)
	if arg.file then return to_json(invites, out, private_file.path(arg.file)); end
	if flags.json then return to_json(invites, out, nil); end
	return to_old_store(invites, out);
end
