-- How requests are answered: what the community's module answers, and the same as JSON for those who ask for that.
--
-- Returns function (refusals of mod_invites) → { created, refused }

local errors = require "util.error";
local json = require "util.json";

local option = require_once "invites_config/option";

-- code → { HTTP status, type and condition as in stanza errors, text }: what mod_invites has no words for.
local own_refusals = {
	["body-invalid"] = { status = 400; type = "modify"; condition = "bad-request"; text = "The body can't be read" };
	["body-too-large"] = { status = 413; type = "modify"; condition = "policy-violation"; text = "The body is too large" };
	["field-invalid"] = { status = 400; type = "modify"; condition = "bad-request"; text = "A field makes no sense" };
	["field-unknown"] = { status = 400; type = "modify"; condition = "bad-request"; text = "There is no such field" };
	["key-expired"] = { status = 403; type = "auth"; condition = "forbidden"; text = "The key has expired" };
	["key-invalid"] = { status = 403; type = "auth"; condition = "forbidden"; text = "This needs a valid key" };
	["key-throttled"] = { status = 429; type = "wait"; condition = "resource-constraint"; text = "Too many invites in so short a time" };
	["length-required"] = { status = 411; type = "modify"; condition = "bad-request"; text = "Bodies need a Content-Length here" };
	["method-not-allowed"] = { status = 405; type = "cancel"; condition = "not-allowed"; text = "This method is not allowed here" };
	["not-encrypted"] = { status = 403; type = "modify"; condition = "policy-violation";
		text = "Keys must not travel unencrypted: use https (a proxy has to be among trusted_proxies and to send X-Forwarded-Proto)" };
	["throttled"] = { status = 429; type = "wait"; condition = "policy-violation"; text = "Too many wrong keys, try again later" };
	["type-unsupported"] = { status = 415; type = "modify"; condition = "bad-request";
		text = "The body must be application/json or application/x-www-form-urlencoded" };
};

-- Prosody invites the scripts of all web sites (CORS). To tell it not to has its price on 0.12: the module could not be unloaded any more.
local sites_are_welcome = type((option "http_cors_override" or {})[module.name]) == "table";

-- Nothing of this is for caches, for scripts of other web sites, or for the site that a redirection leads to.
local function prepare(response)
	for name in pairs(response.headers) do
		if not sites_are_welcome and name:find("^access_control_") then response.headers[name] = nil; end
	end
	response.headers.cache_control = "no-store";
	response.headers.referrer_policy = "no-referrer";
	response.headers.x_content_type_options = "nosniff";
end

local function send_json(status, object)
	return { status_code = status; headers = { content_type = "application/json" }; body = json.encode(object).."\n" };
end

return function (refusals)
	local answer = {};

	-- (response of Prosody's HTTP server, request or nil, code, { allow, retry_after, about } or nil) → what the handler returns
	function answer.refused(response, request, code, details)
		details = details or {};
		local refusal = own_refusals[code] or refusals[code] or refusals["internal-server-error"];
		prepare(response);
		response.headers.allow = details.allow;
		response.headers.retry_after = details.retry_after and ("%d"):format(math.ceil(details.retry_after));
		local text = details.about and ("%s: %s"):format(refusal.text, details.about) or refusal.text;
		if request and request.json then
			return send_json(refusal.status, { error = code; text = text; field = details.about });
		end
		return errors.new { code = refusal.status; type = refusal.type; condition = refusal.condition; text = text };
	end

	-- (response, request, invite) → what the handler returns
	function answer.created(response, request, invite)
		prepare(response);
		response.headers.location = invite.link;
		local status = request.redirect and 303 or 201;
		if not request.json then return status; end
		return { status_code = status; headers = { content_type = "application/json" }; body = invite.json.."\n" };
	end

	return answer;
end
