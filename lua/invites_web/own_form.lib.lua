-- Is what arrives a form of ours, sent from the browser that got it? Against forms on other web sites that send something in the visitor's name
-- (CSRF): a cookie, and its signature in a field of the form. Neither says anything about anybody.
--
-- Returns { issue, accepts, mark }

local hashes = require "util.hashes";
local new_id = require "util.id".long;

local cookies = module:require "invites_web/cookies";

local name = "invites_form";
local shortest, longest = 32, 64; -- characters of a cookie of ours, and somewhat more

local kept = module:shared "*/invites_web/own_form"; -- for as long as the server runs: forms that are open outlive a reload
kept.key = kept.key or require "util.random".bytes(32);

local own_form = {};

-- (request) → the cookie, which tells browsers apart and nothing else, or nil
function own_form.mark(http)
	local value = cookies.read(http, name);
	return value and #value >= shortest and #value <= longest and value or nil;
end

local function sign(value)
	return hashes.hmac_sha256(kept.key, value, true);
end

-- (request) → header Set-Cookie, signature for the field form_token. A browser that has a cookie keeps it, so that several tabs go on working.
function own_form.issue(http)
	local value = own_form.mark(http) or new_id();
	return cookies.write(http, name, value), sign(value);
end

-- (request, value of the field form_token) → boolean
function own_form.accepts(http, signature)
	local value = own_form.mark(http);
	return value ~= nil and type(signature) == "string" and hashes.equals(signature, sign(value));
end

return own_form;
