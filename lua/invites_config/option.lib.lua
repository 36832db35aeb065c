-- The options of this host: function (name) → value, as the table in options.lib.lua says. What is not understood is told in the log: in one line for
-- the host, however many modules read it, and again when one of those is reloaded.

if module.invites_option then return module.invites_option; end -- each file of a module asks for this one

local monotonic = require "util.time".monotonic;

local reader = require_once "invites_config/reader";

-- Modules whose load fails are loaded again by each module that needs them.
local same_load = 60; -- seconds

local told_here = {}; -- name → problem that this load of the module knows

-- (name, what is wrong or nil)
local function tell(name, problem)
	if told_here[name] == problem then return; end
	told_here[name] = problem;
	local host = prosody.hosts[module.host] or prosody;
	host.invites_config_told = host.invites_config_told or {}; -- unlike a shared table it outlives a load that fails
	local told, now = host.invites_config_told, monotonic();
	local before = told[name];
	if not problem then
		told[name] = nil;
	elseif before and before.problem == problem and not (before.modules[module.name] and (module.reloading or now - before.at > same_load)) then
		before.modules[module.name] = true;
	else
		told[name] = { problem = problem; at = now; modules = { [module.name] = true } };
		module:log("error", "%s", problem);
	end
end

function module.invites_option(name)
	local value, problem = reader.read(module.host, name);
	tell(name, problem);
	return value;
end

return module.invites_option;
