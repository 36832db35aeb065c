-- Each file of a module is read and run once, however many of its files require it. Prosody runs a file anew each time, with a state of its own.
--
-- The first line of each module of the suite requires this file. From then on module:require remembers what a file has returned, for this module on
-- this host alone: the object `module` is made anew each time that a module is loaded.

local read, files = module.require, {};
local own = "mod_"..tostring(module.name).."/"; -- under which other modules of the suite know our files

function module:require(name)
	local key = name:sub(1, #own) == own and name:sub(#own + 1) or name;
	local known = files[key];
	if not known then
		known = { read(self, name) };
		files[key] = known;
	end
	return known[1];
end
