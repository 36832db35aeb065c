-- The command import: reads the invites of Prosody's own mod_invites, or of a JSON file.

local core = require_once "invites_core";
local format = require_once "commands/format";
local private_file = require_once "commands/private_file";

local function import(invites, out, next_piece)
	local counts, code, so_far = invites.import(next_piece, out.batch, function (read)
		out.progress(read, nil, "invites read");
		return out.yield(true);
	end);
	if not counts then
		return nil, code, code ~= "nobody-reads" and "after "..format.count(so_far and so_far.imported + so_far.merged or 0, "invite") or nil;
	end
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
	local rows, complete = legacy_store.read();
	if not rows then return nil, "the store of the bundled module could not be opened: "..tostring(complete); end
	local next_piece, count = legacy_store.entries(rows);
	local ok, text, words = import(invites, out, next_piece);
	if ok and not complete then return nil, "not everything could be read (the log says more): "..text; end
	if ok then invites.mark_imported(); end
	if ok and count > 0 then
		local kept, keep_err = legacy_store.remember { at = os.time() };
		if not kept then return nil, ("%s, but this could not be written down: %s"):format(text, tostring(keep_err)); end
	end
	return ok, text, words;
end

local function run(invites, out, request)
	if not request.file then return from_old_store(invites, out); end
	local is_piped = request.file == private_file.stdout;
	if is_piped and prosody.process_type == "prosody" then
		return nil, "the shell has no standard input for that: use prosodyctl mod_invites import";
	end
	local file, _, err = core.entries(not is_piped and private_file.path(request.file) or nil);
	if not file then return nil, err; end
	local ok, text, words = import(invites, out, function (size) return file:piece(size); end);
	-- What the file has is newer than what Prosody's own module has stored: the next start need not look there, and could only revive what was used.
	if ok then invites.mark_imported(); end
	return ok, text, words;
end

return { import = run };
