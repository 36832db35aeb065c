-- The command import: invites of the mod_invites that Prosody bundles, or of a file in JSON.

local json_file = require_once "commands/json_file";
local private_file = require_once "commands/private_file";
local format = require_once "commands/format";

-- (invites, out, iterator of entries and false) → true, text; or nil, code
local function import(invites, out, next_entry)
	local counts = { imported = 0; merged = 0; conflicts = 0; skipped = 0 };
	local chunk, read = {}, 0;
	local function write()
		if not chunk[1] then return true; end
		local done, code = invites.import_entries(chunk);
		if not done then return nil, code, "after "..format.count(counts.imported + counts.merged, "invite"); end
		for name in pairs(counts) do counts[name] = counts[name] + (done[name] or 0); end
		chunk = {};
		out.progress(read, nil, "invites read");
		if not out.yield(true) then return nil, "nobody-reads"; end
		return true;
	end
	for entry in next_entry do
		read = read + 1;
		if entry then table.insert(chunk, entry); else counts.skipped = counts.skipped + 1; end
		if #chunk == out.batch then
			local ok, code, words = write();
			if not ok then return nil, code, words; end
		end
	end
	local ok, code, words = write();
	if not ok then return nil, code, words; end
	if counts.conflicts > 0 then
		out.print(("%d of them share their username with another invite and wait for that one to end"):format(counts.conflicts));
	end
	return true, ("%s imported, %d known already, %d skipped (over, without token, or no invites)"):format(
		format.count(counts.imported, "invite"), counts.merged, counts.skipped);
end

local function from_old_store(invites, out)
	local legacy_store = invites.require_once "jobs/legacy_store";
	-- The old store does not know what was used here since, and the ledger forgets it in time. Only export brings it up to date.
	local imported, code = invites.imported();
	if code then return nil, code; end
	local before, memory_err = legacy_store.taken_over();
	if memory_err then return nil, "it could not be seen whether they were taken over before: "..tostring(memory_err); end
	if imported or before and not before.exported then
		return nil, "the invites of Prosody's own module were taken over before. They stay out, as some may have been used since";
	end
	local store, err = legacy_store.open();
	if not store then return nil, "the store of the bundled module could not be opened: "..tostring(err); end
	local rows, complete = legacy_store.rows(store);
	local entries, odd = legacy_store.entries(rows);
	local i = 0;
	local ok, text, words = import(invites, out, function ()
		i = i + 1;
		if entries[i] or i > #entries + odd then return entries[i]; end
		return false;
	end);
	if ok and not complete then return nil, "not everything could be read (the log says more): "..text; end
	if ok then invites.mark_imported(); end
	if ok and entries[1] then
		local kept, keep_err = legacy_store.remember { at = os.time() };
		if not kept then return nil, ("%s, but this could not be written down: %s"):format(text, tostring(keep_err)); end
	end
	return ok, text, words;
end

-- The command: import HOST [FILE]
return function (invites, out, arg)
	if not arg.file then return from_old_store(invites, out); end
	local file, err = private_file.open(arg.file);
	if not file then return nil, err; end
	local next_entry, read_err = json_file.entries(file);
	local ok, text, words = nil, read_err, nil;
	if next_entry then ok, text, words = import(invites, out, next_entry); end
	file:close();
	-- What the file has is newer than what Prosody's own module has stored: the next start need not look there, and could only revive what was used.
	if ok then invites.mark_imported(); end
	return ok, text, words;
end
