-- What a request says: with which key, how it wants to be answered, how it came here. Whatever it says, reading it raises no error.

local urldecode = require "util.http".urldecode;

local body = require_once "invites_web/http/body";
local client = require_once "invites_web/http/client";

local request = {};

local longest_header = 1000; -- bytes that are looked at: those of browsers and libraries have less than two hundred

-- (header or nil) → the same, or "" where it is longer than any that makes sense
local function bounded(header)
	return header and #header <= longest_header and header or "";
end

-- ("Bearer ID/SECRET") → "ID/SECRET" (RFC 6750, section 2.1; schemes have no case: RFC 9110, section 11.1)
local function bearer(header)
	local scheme, credentials = bounded(header):match("^%s*(%S+)%s+(%S+)%s*$");
	return scheme and scheme:lower() == "bearer" and credentials or nil;
end

-- (header Accept or nil) → is JSON asked for by name? Whoever takes anything gets what the community's module answers.
local function names_json(accept)
	for range in bounded(accept):lower():gmatch("[^,]+") do
		if range:find("^%s*application/json%s*%f[;\0]") and not range:find(";%s*q=0%.?0*%s*$") then return true; end
	end
	return false;
end

local fields = { key = true; redirect = true };

-- (query or nil) → name of the first field that means nothing here, or nil. What an invite is to be like is for the body to say: who puts it here
-- must not get another invite than they think.
local function unknown_field(query)
	for field in (query or ""):gmatch("[^&]+") do
		local name = urldecode(field:match("^[^=]*"));
		if not fields[name] then return name; end
	end
end

-- (request of Prosody's HTTP server) → { http, ip = address of the client, method, key, redirect, json, private, unknown = name of a field in the
-- query that there is not, or nil }
function request.read(http)
	local query = body.query(http.url.query);
	local authorization = http.headers.authorization;
	local shown = query.key;
	if authorization then shown = bearer(authorization); end
	return {
		http = http; ip = client.address(http); method = http.method; key = shown;
		redirect = query.redirect ~= nil and query.redirect ~= "false";
		json = names_json(http.headers.accept); private = client.is_secure(http); unknown = unknown_field(http.url.query);
	};
end

return request;
