-- What people on web pages are told of each refusal, and of requests that make no sense.
--
-- Returns table: code → { page = what the ids of the texts of the error page begin with, status = HTTP status of that page, reset, contact = other
-- words for invites of this kind; form = id of the text that the form for registration says instead, form_status, field = which of its fields the
-- refusal is about; start = id of the text that the start page says; retry_after }. A code without `page` is our failure: nobody on a page meets it
-- otherwise. src/refusal.rs has the codes of the library; a spec compares.

local pause = 60; -- seconds, after which people are told to come back

return {
	-- Invites that don't work
	["no-token"] = { page = "incomplete"; status = 404 };
	["token-invalid"] = { page = "unknown"; status = 404 };
	["invite-damaged"] = { page = "unknown"; status = 404 };
	["token-expired"] = { page = "expired"; status = 410 };
	["token-used"] = { page = "used"; status = 410; reset = "used-reset"; contact = "used-contact" };
	["permit-spent"] = { page = "used"; status = 410 };
	["token-revoked"] = { page = "revoked"; status = 410 };
	["inviter-gone"] = { page = "revoked"; status = 410; start = "error-not-allowed" };
	["account-not-found"] = { page = "revoked"; status = 410 };
	["token-not-for-registration"] = { page = "contact-only"; status = 404 };
	["token-not-for-contact"] = {};
	["invite-in-use"] = { form = "error-in-use"; form_status = 503 };
	["throttled"] = { page = "throttled"; status = 429; retry_after = pause };

	-- Names
	["username-invalid"] = { form = "error-username-invalid"; form_status = 422; field = "user" };
	["username-too-long"] = { form = "error-username-long"; form_status = 422; field = "user" };
	["username-mismatch"] = {}; -- the form has no field for the name of such an invite
	["username-reserved"] = { form = "error-username-taken"; form_status = 409; field = "user" };
	["account-exists"] = { form = "error-username-taken"; form_status = 409; field = "user"; page = "used"; status = 410 };

	-- Making invites
	["not-allowed"] = { start = "error-not-allowed" };
	["quota-pending"] = { start = "error-quota-pending" };
	["quota-daily"] = { start = "error-quota-daily" };
	["data-invalid"] = { start = "bad-request-lead" };
	["text-too-long"] = {}; -- notes are read before, with words of their own
	["text-unclean"] = {};
	["ttl-invalid"] = {}; -- no page asks for this, nor for what follows
	["ttl-too-long"] = {};
	["uses-invalid"] = {};
	["uses-too-many"] = {};
	["reference-ambiguous"] = {};

	-- Requests
	["app-unknown"] = { page = "app-unknown"; status = 404 };
	["body-invalid"] = { page = "bad-request"; status = 400 };
	["body-too-large"] = { page = "bad-request"; status = 413 };
	["form-foreign"] = { page = "bad-request"; status = 403 };
	["form-invalid"] = {}; -- pages say body-invalid
	["length-required"] = { page = "bad-request"; status = 411 };
	["managed-elsewhere"] = { page = "elsewhere"; status = 403 };
	["not-encrypted"] = { page = "not-encrypted"; status = 403 };
	["type-unsupported"] = { page = "bad-request"; status = 415 };

	-- Failures
	["ask"] = {};
	["internal-server-error"] = { page = "failed"; status = 503; retry_after = pause; form = "failed-lead"; form_status = 503; start = "error-failed" };
};
