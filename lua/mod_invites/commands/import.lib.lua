-- The command import: reads the invites of Prosody's own mod_invites, or of a JSON file.

local core = require_once "invites_core";
local format = require_once "commands/format";
local need = require_once "commands/need";
local private_file = require_once "commands/private_file";

-- (invites, out, function that mod_invites.import takes) → text
local function import(invites, out, next_piece)
	local counts, code, so_far = invites.import(next_piece, out.batch, function (read)
		out.progress(read, nil, "invites read");
		need(out.yield(true), "nobody-reads");
	end);
	need(counts, code, "after "..format.count(so_far and so_far.imported + so_far.merged or 0, "invite"));
	if counts.conflicts > 0 then
		out.print(("%d of them share their username with another invite and wait for that one to end"):format(counts.conflicts));
	end
	return ("%s imported, %d known already, %d skipped (over, without token, or no invites)"):format(
		format.count(counts.imported, "invite"), counts.merged, counts.skipped);
end

local function from_old_store(invites, out)
	local legacy_store = invites.require_once "jobs/legacy_store";
	-- The old store does not know what was used here since, and the ledger forgets it in time. Only export brings it up to date.
	local imported, code = invites.imported();
	need(not code, code);
	local before, memory_err = legacy_store.taken_over();
	need(not memory_err, "it could not be seen whether they were taken over before: "..tostring(memory_err));
	need(not imported and (not before or before.exported),
		"the invites of Prosody's own module were taken over before. They stay out, as some may have been used since");
	local rows, complete = legacy_store.read();
	need(rows, "the store of the bundled module could not be opened: "..tostring(complete));
	local next_piece, count = legacy_store.entries(rows);
	local text = import(invites, out, next_piece);
	need(complete, "not everything could be read (the log says more): "..text);
	invites.mark_imported();
	if count > 0 then
		local kept, err = legacy_store.remember { at = os.time() };
		need(kept, ("%s, but this could not be written down: %s"):format(text, tostring(err)));
	end
	return true, text;
end

return { import = function (invites, out, request)
	if not request.file then return from_old_store(invites, out); end
	local is_piped = request.file == private_file.stdout;
	need(not is_piped or prosody.process_type ~= "prosody", "the shell has no standard input for that: use prosodyctl mod_invites import");
	local file, _, err = core.entries(not is_piped and private_file.path(request.file) or nil);
	need(file, err);
	local text = import(invites, out, function (size) return file:piece(size); end);
	-- What the file has is newer than what Prosody's own module has stored: the next start need not look there, and could only revive what was used.
	invites.mark_imported();
	return true, text;
end };
