-- Where things are: the checkout, and the two versions of Prosody. Loading this makes the util.* libraries of the installed Prosody
-- available to `require`, so that the test client parses and builds XML with the libraries that Prosody itself uses.

local lfs = require "lfs";

-- (command) → its output without the last newline, or nil if it failed
local function capture(command)
	local pipe = assert(io.popen(command));
	local output = pipe:read("a"):gsub("\n$", "");
	return pipe:close() and output or nil;
end

local root = debug.getinfo(1, "S").source:match("^@(.*)spec/live/paths%.lua$");
if root:sub(1, 1) ~= "/" then
	root = lfs.currentdir().."/"..root:gsub("^%./", "");
end
root = root:gsub("/$", "");

-- (prefix of an unpacked package, or "" for the installed one) → { interpreter, prosody, prosodyctl, source }, or nil, why
local function installation(prefix)
	local bin = prefix.."/usr/bin";
	if prefix == "" then
		bin = (capture("command -v prosody") or ""):match("^(.*)/[^/]*$");
		if not bin then return nil, "prosody is not installed"; end
	end
	local script = io.open(bin.."/prosody");
	if not script then return nil, bin.."/prosody is missing (make prosody13 fetches it)"; end
	local text = script:read("a");
	script:close();
	return {
		interpreter = text:match("^#!%S*/env%s+(%S+)") or text:match("^#!(%S+)") or "lua5.4";
		prosody = bin.."/prosody";
		prosodyctl = bin.."/prosodyctl";
		source = prefix..(text:match("\nCFG_SOURCEDIR=['\"]([^'\"]*)") or "/usr/lib/prosody");
	};
end

local versions = {
	["0.12"] = installation;
	["13.0"] = function () return installation(root.."/target/prosody-13"); end;
};

-- (version as in PROSODY=…) → where that Prosody is; throws where there is none
local function prosody(version)
	return assert((assert(versions[version], "no such version of Prosody: "..tostring(version)))(""));
end

local installed = installation("");
if installed then
	package.path = package.path..";"..installed.source.."/?.lua";
	package.cpath = package.cpath..";"..installed.source.."/?.so";
end

return { root = root, prosody = prosody, capture = capture };
