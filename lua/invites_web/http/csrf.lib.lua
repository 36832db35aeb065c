-- Is what arrives a form of ours, sent from the browser that got it? This guards against forms on other web sites that send something in the
-- visitor's name (CSRF). Browsers say where a form comes from, in Sec-Fetch-Site or Origin. A cookie and a field with a number and the signature
-- of both prove the rest; neither says anything about anybody.

local hashes = require "util.hashes";
local new_id = require "util.id".long;
local new_number = require "util.random".bytes;
local to_hex = require "util.hex".encode;

local body = require_once "invites_web/http/body";
local client = require_once "invites_web/http/client";
local ascii = require_once "invites_lib/url".ascii;

local name = "invites_form";
local shortest, longest = 32, 64; -- characters of a cookie of ours, and somewhat more
local first, again = "0", "a"; -- what the number of a form begins with: it was shown for the first time, or once more as it was not accepted

local kept = module:shared "*/invites_web/own_form"; -- as long as a module with forms is there: forms that are open outlive a reload
kept.key = kept.key or new_number(32);

local csrf = {};

-- (request with a form) → its fields; or nil, code: it can't be read, or says that another web site sent it, be it another name of the same domain.
-- One that says nothing of that is left to the cookie.
function csrf.fields(http)
	if client.is_foreign(http, ascii(module:http_url("_", "/"))) then return nil, "form-foreign"; end
	return body.fields(http);
end

local function mark(http)
	local value = client.read_cookie(http, name);
	return value and #value >= shortest and #value <= longest and value or nil;
end

local function sign(value, number)
	return number..hashes.hmac_sha256(kept.key, value.." "..number, true);
end

-- (request; is the form shown once more because it was not accepted?) → header Set-Cookie, value of the field form_token, no two alike. A browser
-- that has a cookie keeps it, so that several tabs go on working.
function csrf.issue(http, once_more)
	local value = mark(http) or new_id();
	return client.write_cookie(http, name, value, "Lax"), sign(value, (once_more and again or first)..to_hex(new_number(8)):sub(2));
end

-- (request, value of the field form_token) → boolean
function csrf.accepts(http, form_token)
	local value = mark(http);
	if not value or type(form_token) ~= "string" then return false; end
	return hashes.equals(form_token, sign(value, form_token:sub(1, 16)));
end

-- (value of the field form_token of a form that was not accepted) → id of the text that says what to do. The same advice twice would never end where
-- the browser keeps no cookies.
function csrf.advice(form_token)
	return type(form_token) == "string" and form_token:sub(1, 1) == again and "error-no-cookies" or "error-form-too-old";
end

return csrf;
