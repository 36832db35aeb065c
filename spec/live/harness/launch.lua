-- Runs one of Prosody's own start scripts (prosody, prosodyctl) with other directories than the ones that were
-- written into it when it was packaged: an unpacked package runs in place, and an installed one leaves the machine's
-- own configuration and data alone.
--
-- lua launch.lua SCRIPT SOURCEDIR CONFIGDIR DATADIR [ARGUMENTS for the script...]

local script, source, config, data = table.unpack(arg, 1, 4);

local directories = {
	CFG_SOURCEDIR = source;
	CFG_CONFIGDIR = config;
	CFG_PLUGINDIR = source.."/modules/";
	CFG_DATADIR = data;
};

local file = assert(io.open(script));
local text = file:read("a"):gsub("^#![^\n]*", "");
file:close();
for name, directory in pairs(directories) do
	local replaced;
	text, replaced = text:gsub("\n"..name.."%s*=%s*['\"][^\n]*", function () return ("\n%s=%q;"):format(name, directory); end);
	assert(replaced == 1, name.." is not set as expected in "..script);
end

arg = table.move(arg, 5, #arg + 5, 1, { [0] = script }); -- luacheck: ignore 121/arg
assert(load(text, "@"..script))(table.unpack(arg));
