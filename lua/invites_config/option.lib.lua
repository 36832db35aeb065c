-- The options of this host: function (name) → value, as the table in the library says (src/options). A value that is not understood is logged.

local log_once = require_once "invites_lib/log_once";
local reader = require_once "invites_config/reader";

return function (name)
	local value, problem = reader.read(module.host, name);
	log_once(name, problem);
	return value;
end
