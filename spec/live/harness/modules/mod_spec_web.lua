-- For tests only: registers accounts as the web modules of others do. They know of invites and events what the bundled modules say, and no more.

local usermanager = require "core.usermanager";

local invites = module:depends "invites";

module.web = {};

-- (token) → the invite as a form would keep it until it is sent, or nil, code
function module.web.open(token)
	return invites.get(token);
end

-- (validated invite, username) → true, or nil, the error that a form would show
function module.web.ask(invite, username)
	local event = { validated_invite = invite, username = username, host = module.host, ip = "192.0.2.1", allowed = true };
	module:fire_event("user-registering", event);
	if not event.allowed then return nil, event.error or event.reason; end
	return true;
end

-- (username, password) → true
function module.web.make(username, password)
	local create = usermanager.create_user_with_role or usermanager.create_user;
	return create(username, password, module.host, "prosody:registered");
end

-- (validated invite, username)
function module.web.tell(invite, username)
	module:fire_event("user-registered", {
		username = username, host = module.host, source = "mod_"..module.name, validated_invite = invite, ip = "192.0.2.1";
	});
end
