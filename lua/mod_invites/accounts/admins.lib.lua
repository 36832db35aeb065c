-- Names that the option `admins` makes powerful, on this host, on another one, or on a component.
--
-- Returns function (host) → set: prepared username → true. The option is read each time, because the configuration can be reloaded.

local jid = require "util.jid";

local reader = require_once "invites_config/reader";

return function (host)
	local names = {};
	for _, any_host in ipairs(reader.hosts()) do
		-- Prosody ignores an admin with a resource. We don't, because the admin meant that account.
		for _, address in ipairs((reader.read(any_host, "admins")) or {}) do
			local username, of_host = jid.split(address);
			if of_host == host then names[username] = true; end
		end
	end
	return names;
end;
