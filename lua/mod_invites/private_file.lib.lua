-- Files that hold tokens: for their owner alone. A relative path starts at the data directory, wherever a command is given.

local lfs = require "lfs";
local pposix = require "util.pposix";
local resolve_relative_path = require "util.paths".resolve_relative_path;

local private_file = {};

-- (path as typed) → absolute path
function private_file.path(path)
	return resolve_relative_path(prosody.paths.data, path);
end

-- (absolute path of a new file) → { print(line), machine(), close() → true or nil, error }, or nil, error
function private_file.create(path)
	if lfs.symlinkattributes(path, "mode") then return nil, path.." exists already"; end
	local mask = pposix.umask("077");
	local file, err = io.open(path, "w");
	pposix.umask(mask);
	if not file then return nil, err; end

	local failure;
	return {
		machine = function () end;
		print = function (line)
			local ok, write_err = file:write(line, "\n");
			failure = failure or not ok and write_err or nil;
		end;
		close = function ()
			local ok, close_err = file:close();
			if failure or not ok then return nil, path..": "..tostring(failure or close_err); end
			return true;
		end;
	};
end

return private_file;
