-- Files with tokens, which only their owner may read. A relative path starts at the data directory. "-" is standard output.

local pposix = require "util.pposix";
local resolve_relative_path = require "util.paths".resolve_relative_path;

local core = require_once "invites_core";
local need = require_once "commands/need";
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

-- (path of a new file as typed, or "-"; out; function that gets { print(line), write(text), machine() }) → absolute path, or "-". If the function or
-- the disk fails, there is no file.
function private_file.write(typed, out, fill)
	local path = private_file.path(typed);
	if path == private_file.stdout then
		out.machine();
		fill(out);
		return path;
	end
	local file, _, err = core.new_file(path);
	need(file, err and private_file.explain(err));
	local filled, problem = pcall(fill, {
		machine = function () end;
		write = function (text) file:write(text); end;
		print = function (line) file:write(line.."\n"); end;
	});
	if not filled then
		file:discard();
		error(problem, 0);
	end
	local closed, _, words = file:close();
	need(closed, words);
	return path;
end

return private_file;
