-- The options of this host: function (name) → value, as the table in options.lib.lua says. What is not understood is told in the log.

local log_once = require_once "invites_lib/log_once";
local reader = require_once "invites_config/reader";

return function (name)
	local value, problem = reader.read(module.host, name);
	log_once(name, problem);
	return value;
end
