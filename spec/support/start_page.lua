-- A user on the page of mod_invites_start, for the fast specs.

local assert = require "luassert";
local Fixture = require "spec.support.fixture";

local StartPage = {
	defaults = {
		modules = { "invites_register"; "invites_page"; "invites_start" }; users = { "romeo"; "juliet" }; global = Fixture.web;
		options = { allow_user_invites = true };
	};
};

-- (function () → browser) → functions for what the user does in it
function StartPage.user(browser)
	local user = {};

	function user.form_token()
		return browser():get().body:match("name=\"form_token\" value=\"([%w_-]+)\"");
	end

	-- (address, password, wish or nil) → status
	function user.log_in(address, password, wish)
		return browser():post({ action = "login"; user = address; password = password; form_token = user.form_token() }, wish).status;
	end

	-- (fields) → the page after it
	function user.act(fields)
		fields.form_token = user.form_token();
		local answer = browser():post(fields);
		assert.equal(303, answer.status);
		assert.equal("invites_start", answer.headers.location:match("^[%w_]+"));
		return browser():get(nil, { path = answer.headers.location:match("(/.*)$") }).body;
	end

	return user;
end

return StartPage;
