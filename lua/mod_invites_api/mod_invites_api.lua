-- Invites over HTTP, for scripts and web sites. Who shows a key of this host may make them.
--
--   GET  /invites_api?key=ID/SECRET[&redirect=true]    the key may be in a header instead, "Authorization: Bearer ID/SECRET"
--   POST /invites_api                                  likewise, with wishes about the invite in the body
--   *    /invites_api/v1/*                             everything about invites, for keys with scopes: v1/serve.lib.lua
--
-- The library reads what a request says (src/api), guard.lib.lua decides whether it may, and answer.lib.lua puts the outcome in HTTP.

module:require "invites_lib/require_once";

if module.host == "*" then -- prosodyctl loads this only to find the command
	module.command = require_once "mod_invites/terminal/prosodyctl"(require_once "commands");
	return;
elseif prosody.process_type ~= "prosody" then
	return; -- nobody sends requests to prosodyctl
end

module:depends "http";
invites = module:depends "invites"; -- luacheck: ignore 131 (the commands find it here)
assert(invites.make, "mod_invites_api needs the mod_invites that comes with it");

keys = require_once "keys"(module.host); -- luacheck: ignore 131 (the commands find them here)
local answer = require_once "answer";
local body = require_once "invites_web/http/body";
local client = require_once "invites_web/http/client";
local core = require_once "invites_core".api;
local is_alone = require_once "invites_web/http/request".is_alone;
local guard = require_once "guard";
local serve_v1 = require_once "v1/serve";

require_once "invites_lib/compat".add_shell_commands(require_once "mod_invites/terminal/shell"(require_once "commands"));

local function create(key, request, text)
	local wanted, code, field = {}, nil, nil;
	if request.unknown then return nil, "field-unknown", { about = core.printable(request.unknown) }; end
	if request.method == "POST" then wanted, code, field = core.fields(text, request.content_type); end
	if not wanted then return nil, code, { about = field }; end
	if wanted.username and invites.is_privileged(wanted.username) then return nil, "username-reserved"; end -- a key gives no power
	local invite, refused = invites.make {
		kind = "account"; username = wanted.username; ttl = wanted.ttl; uses = wanted.uses;
		data = { source = "api/token/"..key.id; note = wanted.note; message = wanted.message; rooms = wanted.rooms }; form = "json";
	};
	if not invite then return nil, refused; end
	module:log("info", "The key %s (%s) has made the invite %s", key.id, key.name or "no name", invite.id);
	return invite;
end

-- (request of Prosody's HTTP server) → { key, redirect, json, unknown = name of a field of the query that there is not; and from where it came }
local function read(http)
	local request = core.request(http.url.query, http.headers.authorization, http.headers.accept);
	request.method, request.content_type = http.method, http.headers.content_type;
	request.ip, request.private = client.address(http), client.is_secure(http);
	return request;
end

local function serve(event)
	local request = read(event.request);
	local key, invite, details;
	local text, code = body.read(event.request);
	if text then key, code, details = guard(keys, request); end
	if key then invite, code, details = create(key, request, text); end
	if not invite then return answer.refused(event.response, request, code, details); end
	keys:used(key.id);
	return answer.created(event.response, request, invite);
end

local route = {};
for _, method in ipairs { "GET"; "HEAD"; "POST"; "PUT"; "PATCH"; "DELETE"; "OPTIONS" } do
	route[method] = serve;
	if not is_alone() then route[method.." /"] = serve; end
	route[method.." /v1/*"] = serve_v1;
end
route["TRACE /v1/*"], route["QUERY /v1/*"] = serve_v1, serve_v1;

module:provides("http", { route = route; streaming_uploads = true });
