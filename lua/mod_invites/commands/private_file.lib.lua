-- Files with tokens, which only their owner may read. A relative path starts at the data directory. "-" is standard output.

local pposix = require "util.pposix";
local resolve_relative_path = require "util.paths".resolve_relative_path;

local core = require_once "invites_core";
local reader = require_once "invites_config/reader";

local private_file = { stdout = "-" };

-- (path as typed) → absolute path, or "-"
function private_file.path(path)
	return path == private_file.stdout and path or resolve_relative_path(prosody.paths.data, path);
end

-- (error of the system about a file) → the same, with what to do about it
function private_file.explain(words)
	if not words:find("Permission denied", 1, true) then return words; end
	local user = prosody.switched_user and reader.read("*", "prosody_user") or ("with the number %d"):format(pposix.getuid());
	return ("%s. What writes it is the user %s: give a folder of theirs, or - for standard output"):format(words, user);
end

local function nothing() return true; end

-- (absolute path of a new file, or "-"; out) → { print(line), write(text), machine(), close() → true or nil, error, discard() }, or nil, error
function private_file.create(path, out)
	if path == private_file.stdout then
		out.machine();
		return { machine = out.machine; print = out.print; write = out.write; close = nothing; discard = nothing };
	end
	local file, _, err = core.new_file(path);
	if not file then return nil, private_file.explain(err); end
	return {
		machine = nothing; discard = function () file:discard(); end;
		write = function (text) file:write(text); end;
		print = function (line) file:write(line.."\n"); end;
		close = function ()
			local ok, _, words = file:close();
			return ok, words;
		end;
	};
end

return private_file;
