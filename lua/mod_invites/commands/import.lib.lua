-- The command import: reads the invites of Prosody's own mod_invites, or of a JSON file.

local private_file = require_once "commands/private_file";
local format = require_once "commands/format";

-- (array) → iterator over its elements, some of which may be false
local function each(list)
	local i = 0;
	return function ()
		i = i + 1;
		return list[i];
	end;
end

-- (invites, out, iterator of entries as mod_invites.import takes them) → true, text; or nil, code
local function import(invites, out, next_entry)
	local counts, code, so_far = invites.import(next_entry, out.batch, function (read)
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
	local store, err = legacy_store.open();
	if not store then return nil, "the store of the bundled module could not be opened: "..tostring(err); end
	local rows, complete = legacy_store.rows(store);
	local entries, odd = legacy_store.entries(rows);
	local has_some = entries[1] ~= nil;
	for _ = 1, odd do table.insert(entries, false); end
	local ok, text, words = import(invites, out, each(entries));
	if ok and not complete then return nil, "not everything could be read (the log says more): "..text; end
	if ok then invites.mark_imported(); end
	if ok and has_some then
		local kept, keep_err = legacy_store.remember { at = os.time() };
		if not kept then return nil, ("%s, but this could not be written down: %s"):format(text, tostring(keep_err)); end
	end
	return ok, text, words;
end

local longest_array = 128 * 1024; -- bytes; the library reads no longer ones

local function is_end(line)
	return not line or line:match("^%s*%]%s*$");
end

-- (file) → iterator of lines with one object each, or nil, error. Files that export has written are read line by line, other arrays as a whole.
-- (Lua 5.2 needs the stars in the formats of file:read.)
local function lines_of(invites, file)
	local start = file:seek();
	local first, line = file:read("*l"), file:read("*l");
	if first and first:match("^%s*%[%s*$") and (is_end(line) or line:match("^%s*{.*}%s*,?%s*$")) then
		return function ()
			if is_end(line) then return nil; end
			local object = line;
			line = file:read("*l");
			return object;
		end;
	end
	if not start or not file:seek("set", start) then return nil, "from a pipe, this takes JSON with one object a line, as export writes it"; end
	local lines, err = invites.input.lines(file:read(longest_array + 1) or "");
	if not lines then return nil, "no JSON: "..err; end
	return each(lines);
end

local function run(invites, out, request)
	if not request.file then return from_old_store(invites, out); end
	local file, err = private_file.open(request.file);
	if not file then return nil, err; end
	local next_line, read_err = lines_of(invites, file);
	local ok, text, words = nil, read_err, nil;
	if next_line then ok, text, words = import(invites, out, next_line); end
	file:close();
	-- What the file has is newer than what Prosody's own module has stored: the next start need not look there, and could only revive what was used.
	if ok then invites.mark_imported(); end
	return ok, text, words;
end

return { import = run };
