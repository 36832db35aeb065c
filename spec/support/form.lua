-- Somebody at the form of mod_invites_register_web, for the fast specs.

local Fixture = require "spec.support.fixture";

local Form = {
	defaults = { modules = { "invites_register_web" }; users = { "romeo" }; global = Fixture.web; options = { invites_password_min_length = 1 } };
};

-- (browser, token) → form token; the browser keeps the cookie
function Form.open(browser, token)
	return browser:get("t="..token).body:match("name=\"form_token\" value=\"(%w+)\"");
end

-- (browser, token, { field = value }) → answer
function Form.send(browser, token, fields)
	fields.token, fields.form_token = token, fields.form_token or Form.open(browser, token);
	return browser:post(fields);
end

return Form;
