-- The page that says why there is nothing to be seen or done: which kind of dead an invite is, or what has gone wrong.
--
-- Returns function (code, kind of the invite or nil) → page, see render.lib.lua

local option = require_once "invites_config/option";

local site = option "site_name";

local pause = 60; -- seconds, after which people are told to come back

-- code of a refusal → status, what the ids of the page's texts begin with; likewise for kinds of invites that have words of their own
local reasons = {
	["no-token"] = { 404; "incomplete" };
	["token-invalid"] = { 404; "unknown" };
	["invite-damaged"] = { 404; "unknown" };
	["token-used"] = { 410; "used"; reset = "used-reset"; contact = "used-contact" };
	["token-expired"] = { 410; "expired" };
	["token-revoked"] = { 410; "revoked" };
	["inviter-gone"] = { 410; "revoked" };
	["account-not-found"] = { 410; "revoked" };
	["account-exists"] = { 410; "used" };
	["token-not-for-registration"] = { 404; "contact-only" };
	["permit-spent"] = { 410; "used" };
	["app-unknown"] = { 404; "app-unknown" };
	["managed-elsewhere"] = { 403; "elsewhere" };
	["not-encrypted"] = { 403; "not-encrypted" };
	["body-invalid"] = { 400; "bad-request" };
	["type-unsupported"] = { 415; "bad-request" };
	["form-foreign"] = { 403; "bad-request" };
	["body-too-large"] = { 413; "bad-request" };
	["length-required"] = { 411; "bad-request" };
	["throttled"] = { 429; "throttled"; retry_after = pause };
};
local failed = { 503; "failed"; retry_after = pause };

return function (code, kind)
	local why = reasons[code] or failed;
	local words = why[kind] or why[2];
	return {
		status = why[1]; template = "error_page"; retry_after = why.retry_after; i18n = { heading = words.."-heading"; lead = words.."-lead" };
		told = { site = site; host = module.host }; values = { msg_class = "alert-danger" }; -- as templates for the community's module know it
		complete = function (values) values.message = values.text.lead; end;
	};
end
