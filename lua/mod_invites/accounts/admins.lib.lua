-- Names that the option `admins` makes powerful, whoever has the account: of this host, of another one, or of a component.
--
-- Returns function (host) → set: prepared username → true. It is read anew each time, as the configuration can be reloaded.

local jid = require "util.jid";

local reader = require_once "invites_config/reader";

return function (host)
	local names = {};
	for _, any_host in ipairs(reader.hosts()) do
		-- Prosody ignores an admin with a resource. We don't: whoever wrote it meant that account.
		for _, address in ipairs((reader.read(any_host, "admins")) or {}) do
			local username, of_host = jid.split(address);
			if of_host == host then names[username] = true; end
		end
	end
	return names;
end;
