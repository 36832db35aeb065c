-- Logs an error once although several modules of a host run into it, such as an option that is not understood. When one of these modules is
-- reloaded, it logs the error again.
--
-- Returns function (what it is about, the error as text, or nil: there is none any more)

local monotonic = require "util.time".monotonic;
local add_task = require "util.timer".add_task;

-- Prosody loads a module whose load fails again for each module that needs it.
local same_load = 60; -- seconds

-- A shared table lives as long as a loaded module uses it. The timer keeps this one for the modules whose load fails.
local logged = module:shared("/"..module.host.."/invites/logged"); -- what it is about → { problem, at, modules = set of names }
local known_here = {}; -- what it is about → problem that this load of the module knows

return function (about, problem)
	if known_here[about] == problem then return; end
	known_here[about] = problem;
	local now, before = monotonic(), logged[about];
	if not problem then
		logged[about] = nil;
	elseif before and before.problem == problem and not (before.modules[module.name] and (module.reloading or now - before.at > same_load)) then
		before.modules[module.name] = true;
	else
		logged[about] = { problem = problem; at = now; modules = { [module.name] = true } };
		add_task(same_load, function () end, logged);
		module:log("error", "%s", problem);
	end
end
