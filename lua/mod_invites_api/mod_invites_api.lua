-- Invites over HTTP, for scripts and web sites: whoever shows a key of this host may make them.
--
--   GET  /invites_api?key=ID/SECRET[&redirect=true]    the key may be in a header instead, "Authorization: Bearer ID/SECRET"
--   POST /invites_api                                  likewise, with wishes about the invite in the body (see fields.lib.lua)
--
-- What a request says is read in request.lib.lua, guard.lib.lua decides whether it may, an action here does it, and answer.lib.lua puts
-- the outcome in HTTP.

module:require "mod_invites/once";

if module.host == "*" then -- prosodyctl has loaded this only to find the command
	module.command = module:require "prosodyctl";
	return;
elseif prosody.process_type ~= "prosody" then
	return; -- nobody sends requests to prosodyctl
end

-- Options

local option = module:require "invites_config/option";

local options = {
	allow_get = option "invites_api_allow_get";
	require_encryption = option "invites_api_require_encryption";
	per_minute = option "invites_api_limit";
};

-- Dependencies

module:depends "http";
local invites = module:depends "invites";
assert(invites.make, "mod_invites_api needs the mod_invites that comes with it");

keys = module:require "keys"(module.host); -- luacheck: ignore 131 (the commands find them here)
local answer = module:require "answer"(invites.refusals);
local body = module:require "invites_web/body";
local fields = module:require "fields";
local is_alone = module:require "invites_web/alone";
local guard = module:require "guard"(keys, invites.brake, options);
local request = module:require "request";

module:require "mod_invites/compat".add_shell_commands(module:require "commands");

-- Actions: (key, request, text of the body) → invite, or nil, code, details for the answer

local function create(key, asked, text)
	local wish, code, field = {}, nil, nil;
	if asked.unknown then return nil, "field-unknown", { about = fields.printable(asked.unknown) }; end
	if asked.method == "POST" then
		wish, code, field = fields.read(text, asked.http.headers.content_type);
	end
	if not wish then return nil, code, { about = field }; end
	if wish.username and invites.is_privileged(wish.username) then return nil, "username-reserved"; end -- a key gives no power
	local invite, refused = invites.make {
		kind = "account"; username = wish.username; ttl = wish.ttl; uses = wish.uses;
		data = { source = "api/token/"..key.id; note = wish.note };
	};
	if not invite then return nil, refused; end
	module:log("info", "The key %s (%s) has made the invite %s", key.id, key.name or "no name", invite.id);
	return invite;
end

local actions = { GET = create; POST = create };

-- HTTP

local function serve(event)
	local asked = request.read(event.request);
	local key, invite, details;
	local text, code = body.read(event.request);
	if text then key, code, details = guard(asked, actions); end
	if key then invite, code, details = actions[asked.method](key, asked, text); end
	if not invite then return answer.refused(event.response, asked, code, details); end
	keys:used(key.id);
	return answer.created(event.response, asked, invite);
end

local route = {};
for _, method in ipairs { "GET"; "HEAD"; "POST"; "PUT"; "PATCH"; "DELETE"; "OPTIONS" } do
	route[method] = serve;
	if not is_alone() then route[method.." /"] = serve; end
end

module:provides("http", { route = route; streaming_uploads = true });
