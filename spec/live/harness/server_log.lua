-- The log of a server: its errors, and signs of mistakes that our modules must never log.

local assert = require "luassert";

local server_log = {};

-- Signs of a mistake of ours, as opposed to a failure that was seen and reported. Panics of the library go to the standard error.
local signs = { "[Tt]raceback", "panicked", "stack overflow", "attempt to [^\n]* value", "error in error handling", "bad argument #" };

-- (path) → content, "" if there is no such file
local function read(path)
	local file = io.open(path);
	if not file then return ""; end
	local content = file:read("a");
	file:close();
	return content;
end

-- (line, list of Lua patterns or nil) → does one of them match?
local function is_one_of(line, patterns)
	for _, pattern in ipairs(patterns or {}) do
		if line:find(pattern) then return true; end
	end
	return false;
end

-- (server, number of bytes of the log to leave out, or nil) → list of the error lines: what they say, without time and level
function server_log.errors(server, from)
	local list = {};
	for line in (server:log() or ""):sub((from or 0) + 1):gmatch("[^\n]+") do
		local text = line:match("\terror\t(.*)");
		if text then table.insert(list, text); end
	end
	return list;
end

-- (server) → number of bytes that it has logged so far, for server_log.errors
function server_log.mark(server)
	return #(server:log() or "");
end

-- (server, list of Lua patterns of lines to pass over, or nil; number of bytes of the log to leave out, or nil) asserts that it never made a mistake
function server_log.assert_sound(server, expected, from)
	for line in ((server:log() or ""):sub((from or 0) + 1).."\n"..read(server.directory.."/output.log")):gmatch("[^\n]+") do
		for _, sign in ipairs(signs) do
			assert.is_true(not line:find(sign) or is_one_of(line, expected), line);
		end
	end
end

-- (server, list of texts) asserts that none of them was logged
function server_log.assert_secret(server, secrets)
	local log = server:log() or "";
	for _, secret in ipairs(secrets) do
		local from = log:find(secret, 1, true);
		assert.is_nil(from, from and log:sub(math.max(1, from - 100), from + 100));
	end
end

-- (server, list of Lua patterns of errors that the spec has provoked, or nil; number of bytes of the log to leave out, or nil) asserts that it has
-- never lost its composure, and logged no other errors than those
function server_log.assert(server, expected, from)
	server_log.assert_sound(server, expected, from);
	for _, text in ipairs(server_log.errors(server, from)) do
		assert.is_true(is_one_of(text, expected), text);
	end
end

return server_log;
