-- Answers requests as the community's module does, or in JSON if the client asks for that.

local errors = require "util.error";
local json = require "util.json";

local refusals = module:depends "invites".refusals;
local close = require_once "invites_web/http/response".close;
local own_refusals = require_once "invites_core".api.refusals;

-- Answers are not for caches, for scripts of other web sites, or for the site that a redirection leads to.
local function prepare(response)
	close(response.headers, true);
	response.headers.cache_control = "no-store";
	response.headers.referrer_policy = "no-referrer";
end

local function send_json(status, text)
	return { status_code = status; headers = { content_type = "application/json" }; body = text.."\n" };
end

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
		return send_json(refusal.status, json.encode { error = code; text = text; field = details.about });
	end
	return errors.new { code = refusal.status; type = refusal.type; condition = refusal.condition; text = text };
end

-- (response, request, invite) → what the handler returns
function answer.created(response, request, invite)
	prepare(response);
	response.headers.location = invite.link;
	local status = request.redirect and 303 or 201;
	return request.json and send_json(status, invite.json) or status;
end

return answer;
