-- Requests to mod_invites_api, for the fast specs.

local json = require "util.json";
local Web = require "spec.support.web";

local api = { defaults = { modules = { "invites_api" }; global = { http_ports = {}; https_ports = {} } } };

-- (what was decoded) → the same, where null is nil
local function without_nulls(value)
	if type(value) ~= "table" then return value; end
	for key, field in pairs(value) do
		if field == json.null then value[key] = nil; else without_nulls(field); end
	end
	return value;
end

-- (host, { method, query, headers (as Prosody names them), body, ip, secure }) → { status, headers, body, json = what is in the body, if it is JSON }
function api.ask(host, wish)
	local answer = Web.new(host, wish.path or "/invites_api"):ask(wish.method or "GET", wish.query, {
		headers = wish.headers; body = wish.body; ip = wish.ip or "127.0.0.1"; peer = wish.peer or wish.ip;
		more = { secure = wish.secure; partial = wish.partial; forwarded = wish.forwarded };
	});
	if (answer.headers.content_type or ""):find("^application/.*json$") then answer.json = without_nulls(assert(json.decode(answer.body))); end
	return answer;
end

-- (key, further headers or nil) → headers
function api.bearer(key, more)
	local headers = { authorization = "Bearer "..key };
	for name, value in pairs(more or {}) do headers[name] = value; end
	return headers;
end

-- (host, key or nil, "METHOD /path below /invites_api/v1", what goes into the body as JSON or nil, further fields or nil) → the same answer
function api.v1(host, key, what, body, more)
	local method, path, query = what:match("^(%S+) ([^?]+)%??(.*)$");
	local wish = { method = method; path = "/invites_api/v1"..path; query = query ~= "" and query or nil; headers = {} };
	if key then wish.headers.authorization = "Bearer "..key; end
	if body then
		wish.body = type(body) == "string" and body or json.encode(body);
		wish.headers.content_type, wish.headers.content_length = "application/json", tostring(#wish.body);
	end
	for name, value in pairs(more or {}) do
		if name == "headers" then
			for header, text in pairs(value) do wish.headers[header] = text; end
		else
			wish[name] = value;
		end
	end
	return api.ask(host, wish);
end

-- Replaces one call of the storage of keys. (keys, "get" or "set", what it does)
function api.fail(keys, name, with)
	keys.store = setmetatable({ [name] = with }, { __index = keys.store });
end

return api;
