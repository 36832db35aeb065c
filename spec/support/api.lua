-- Requests to mod_invites_api, for the fast specs.

local json = require "util.json";
local Web = require "spec.support.web";

local api = { defaults = { modules = { "invites_api" }; global = { http_ports = {}; https_ports = {} } } };

-- (host, { method, query, headers (as Prosody names them), body, ip, secure }) → { status, headers, body, json = what is in the body, if it is JSON }
function api.ask(host, wish)
	local answer = Web.new(host, wish.path or "/invites_api"):ask(wish.method or "GET", wish.query, {
		headers = wish.headers; body = wish.body; ip = wish.ip or "127.0.0.1"; peer = wish.peer or wish.ip;
		more = { secure = wish.secure; partial = wish.partial; forwarded = wish.forwarded };
	});
	if answer.headers.content_type == "application/json" then answer.json = assert(json.decode(answer.body)); end
	return answer;
end

-- (key, further headers or nil) → headers
function api.bearer(key, more)
	local headers = { authorization = "Bearer "..key };
	for name, value in pairs(more or {}) do headers[name] = value; end
	return headers;
end

-- Replaces one call of the storage of keys. (keys, "get" or "set", what it does)
function api.fail(keys, name, with)
	keys.store = setmetatable({ [name] = with }, { __index = keys.store });
end

return api;
