-- Where things are: the checkout, and the versions of Prosody that can be tested here. Loading this makes the util.* libraries of the
-- installed Prosody available to `require`, so that the test client parses and builds XML with the libraries that Prosody itself uses.

local lfs = require "lfs";

-- (command) → its output without the last newline, or nil if it failed
local function capture(command)
	local pipe = assert(io.popen(command));
	local output = pipe:read("a"):gsub("\n$", "");
	return pipe:close() and output or nil;
end

local root = debug.getinfo(1, "S").source:match("^@(.*)spec/support/paths%.lua$");
if root:sub(1, 1) ~= "/" then
	root = lfs.currentdir().."/"..root:gsub("^%./", "");
end
root = root:gsub("/$", "");

-- (path) → the whole file, or nil if there is none
local function read(path)
	local file = io.open(path);
	if not file then return nil; end
	local text = file:read("a");
	file:close();
	return text;
end

-- (prefix of an unpacked package, or "" for the installed one) → { version, interpreter, prosody, prosodyctl, source }, or nil, why.
-- The version is the first two numbers of what the package says about itself.
local function installation(prefix)
	local bin = prefix.."/usr/bin";
	if prefix == "" then
		bin = (capture("command -v prosody") or ""):match("^(.*)/[^/]*$");
		if not bin then return nil, "prosody is not installed"; end
	end
	local script = read(bin.."/prosody");
	if not script then return nil, bin.."/prosody is missing"; end
	local source = prefix..(script:match("\nCFG_SOURCEDIR=['\"]([^'\"]*)") or "/usr/lib/prosody");
	local version = (read(source.."/prosody.version") or ""):match("^%d+%.%d+");
	if not version then return nil, source.."/prosody.version does not name a release"; end
	return {
		version = version;
		interpreter = script:match("^#!%S*/env%s+(%S+)") or script:match("^#!(%S+)") or "lua5.4";
		prosody = bin.."/prosody";
		prosodyctl = bin.."/prosodyctl";
		source = source;
	};
end

local installed, why = installation("");

-- version → where that Prosody is: the installed one, and the 13.0 that prosody13.sh fetches where another one is installed
local found, versions = {}, {};
for _, one in ipairs { installation(root.."/target/prosody-13") or {}; installed or {} } do
	if one.version then found[one.version] = one; end
end
for name in pairs(found) do table.insert(versions, name); end
table.sort(versions);

-- (version) → where that Prosody is; throws where there is none
local function prosody(version)
	return found[version] or error(("there is no Prosody %s here: %s"):format(tostring(version),
		installed and installed.version.." is installed, and 'make prosody13' fetches 13.0" or why), 2);
end

if installed then
	package.path = package.path..";"..installed.source.."/?.lua";
	package.cpath = package.cpath..";"..installed.source.."/?.so";
	-- Once for all files of specs: by this 13.0 finds its own libraries under both of their names. It leaves a metatable.
	if not getmetatable(package.loaded) then pcall(require, "loader"); end
end

-- The version that is meant where a spec names none.
local version = os.getenv("PROSODY");
if not version or version == "" then version = installed and installed.version; end

return {
	root = root, capture = capture;
	prosody = prosody, version = version, versions = versions, installed = installed and installed.version;
};
