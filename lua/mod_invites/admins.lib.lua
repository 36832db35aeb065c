-- Names that the option `admins` makes powerful, whoever has the account: of this host, of another one, or of a component.
--
-- Returns function (host) → set: prepared username → true. It is read anew each time, as the configuration can be reloaded.

local config = require "core.configmanager";
local jid = require "util.jid";

-- (names, host, value of the option): Prosody takes a text for a list of one
local function add(names, host, list)
	for _, entry in pairs(type(list) == "table" and list or { list }) do
		-- Prosody ignores an admin with a resource. We don't: whoever wrote it meant that account.
		local username, of_host = jid.split(type(entry) == "string" and jid.prep(entry) or nil);
		if username and of_host == host then names[username] = true; end
	end
end

return function (host)
	local names = {};
	for _, options in pairs(config.getconfig()) do
		add(names, host, options.admins);
	end
	return names;
end;
