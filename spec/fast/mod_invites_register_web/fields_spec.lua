-- What the form asks for and how it looks: passwords, further fields, templates of the admin's own. On Prosody's real mod_http without sockets.

local Fixture = require "spec.support.fixture";
local Form = require "spec.support.form";
local Web = require "spec.support.web";

Fixture.describe("mod_invites_register_web", Form.defaults, function (fixture)
	local host = fixture.host;
	local server, invites, web;

	local function start(...)
		invites, server = fixture:start(...);
		web = Web.new(host, "/register");
	end

	local function exists(username) return fixture:user_exists(username); end

	local function send(token, fields) return Form.send(web, token, fields); end

	local function new_folder()
		local folder = os.tmpname();
		os.remove(folder);
		assert(require "lfs".mkdir(folder));
		return folder;
	end

	it("says why a password can't be used", function ()
		start { invites_password_min_length = 8 };
		local token, reset = invites.create_account().token, invites.create_account_reset("romeo").token;
		-- password, words, token; p\195\188p… has seven letters and ten bytes
		for _, case in ipairs {
			{ "short7x"; "at least 8 characters"; token }; { "p\195\188p\195\188p\195\188p"; "at least 8 characters"; token };
			{ "pass\226\128\174word"; "can’t send"; token }; { "short"; "at least 8 characters"; reset };
		} do
			local answer = send(case[3], { user = "juliet"; password = case[1] });
			assert.equal(422, answer.status, case[1]);
			assert.truthy(answer.body:match("id=\"password%-problem\"[^>]*>(.-)</p>"):gsub("</?bdi>", ""):find(case[2], 1, true), case[1]);
		end
		assert.truthy(web:get("t="..token).body:find("Use at least <bdi>8</bdi> characters", 1, true));
		assert.is_falsy(exists "juliet");
		assert.equal(200, send(token, { user = "juliet"; password = "p\195\188p\195\188p\195\188p\195\188" }).status);
	end);

	it("follows the password policy where there is one", function ()
		start();
		local policy = { length = 10 };
		require "core.modulemanager".get_module = (function (old)
			return function (on, name)
				if name ~= "password_policy" then return old(on, name); end
				return {
					get_policy = function () return policy; end;
					check_password = function (password, about)
						if #password < policy.length then return nil, "short", "length"; end
						if about and password:find(about.username, 1, true) then return nil, "has the name", "username"; end
						if password:find("^%d+$") then return nil, "Not <only> digits", "digits"; end
						if password == "crash crash" then error "crash"; end
						return true;
					end;
				};
			end;
		end)(require "core.modulemanager".get_module);
		local token = invites.create_account().token;
		assert.truthy(web:get("t="..token).body:find("Use at least <bdi>10</bdi> characters", 1, true));
		local function problem(password)
			local answer = send(token, { user = "juliet"; password = password });
			return answer.status == 422 and answer.body:match("id=\"password%-problem\"[^>]*>(.-)</p>");
		end
		assert.truthy(problem "short":find("at least <bdi>10</bdi>", 1, true));
		assert.truthy(problem "iamjuliet000":find("name", 1, true));
		assert.equal("Not &lt;only&gt; digits", problem "12345678901");
		assert.truthy(problem "crash crash");
		assert.is_falsy(exists "juliet");
		local _, count = send(token, { user = ""; password = "long enough" }).body:gsub("class=\"problem\"", "");
		assert.equal(1, count);
	end);

	it("asks for what the option additional_registration_fields says, and keeps it as mod_register_ibr does", function ()
		local seen;
		start({ additional_registration_fields = { "email+"; "first"; "nonsense"; { name = "terms"; type = "boolean"; label = "I agree <b>" };
			{ name = "colour"; type = "list-single"; label = "Colour"; options = { { label = "Red"; value = "red" }; { label = "Blue";
				value = "blue" } } } } });
		fixture:module "invites_register".module:hook("user-registering", function (event) seen = event.additional; end);
		local token = invites.create_account().token;
		local body = web:get("t="..token).body;
		for _, part in ipairs { "Email address"; "name=\"extra_email\" type=\"text\""; "autocomplete=\"email\""; "First name"; "I agree &lt;b&gt;";
			"<option value=\"blue\">Blue</option>";
			"type=\"checkbox\"" } do
			assert.truthy(body:find(part, 1, true), part);
		end
		assert.truthy(body:match("<input[^>]*name=\"extra_email\"[^>]*>"):find(" required", 1, true));
		assert.is_nil(body:match("<input[^>]*name=\"extra_first\"[^>]*>"):find(" required", 1, true));
		local function refused(fields, words)
			fields.user, fields.password = "juliet", "what is in a name";
			local answer = send(token, fields);
			assert.equal(422, answer.status);
			assert.truthy(answer.body:find(words, 1, true), words);
			assert.is_nil(answer.body:find("what is in a name", 1, true));
			assert.is_falsy(exists "juliet");
		end
		refused({}, "Please fill this in.");
		refused({ extra_email = "   "; extra_first = "Juliet <3" }, "value=\"Juliet &lt;3\"");
		refused({ extra_email = "juliet" }, "This isn’t an email address");
		refused({ extra_email = "j@capulet.example"; extra_colour = "green" }, "This isn’t valid here.");
		assert.equal(200, send(token, { user = "juliet"; password = "what is in a name"; extra_email = " j@capulet.example "; extra_terms = "1";
			extra_colour = "blue" }).status);
		assert.equal("j@capulet.example", seen.email);
		local kept = require "core.storagemanager".open(host, "account_details"):get "juliet";
		assert.is_true(math.abs(kept.registered - os.time()) < 10);
		kept.registered = nil;
		assert.same({ email = "j@capulet.example"; terms = true; colour = "blue" }, kept);
		assert.is_nil(web:get("t="..invites.create_account_reset("romeo").token).body:find("extra_email", 1, true));
	end);

	it("lives with whatever is sent in fields of every kind", function ()
		local fields = {};
		for i, kind in ipairs { "text-single"; "text-private"; "text-multi"; "list-single"; "list-multi"; "jid-single"; "jid-multi"; "boolean" } do
			fields[i] = { name = "field"..i; type = kind; label = kind; options = kind == "list-single" and { "a"; "b" } or nil };
		end
		start { additional_registration_fields = fields };
		local token = invites.create_account().token;
		for _, text in ipairs { "\0"; "\237\160\128"; "\1\27[2J"; ("x"):rep(12000); ("\n"):rep(4500); "<&>\"'" } do
			for i in ipairs(fields) do
				local status = send(token, { user = "juliet"; password = ""; ["extra_field"..i] = text }).status;
				assert.equal(422, status, fields[i].type..": "..("%q"):format(text:sub(1, 20)));
			end
		end
		assert.same({}, server:logged("error", "extra"));
		for _, private in ipairs { "\0"; "\255" } do
			assert.equal(422, send(token, { user = "juliet"; password = "what is in a name"; extra_field2 = private }).status);
		end
		assert.is_falsy(exists "juliet");
		assert.equal(200, send(token, { user = "juliet"; password = "what is in a name"; extra_field2 = " p\195\182n " }).status);
		assert.equal(" p\195\182n ", require "core.storagemanager".open(host, "account_details"):get("juliet").field2);
	end);

	it("makes no account whose details can't be kept, and says that it is our fault", function ()
		start();
		_G.prosody.hosts[host].events.add_handler("store-opened", function (event)
			if event.store_name == "account_details" then event.store = { set = function () return nil, "disk on fire"; end }; end
		end);
		local token = invites.create_account().token; -- it is kept when an account was registered, also where nothing else is asked for
		assert.equal(503, send(token, { user = "juliet"; password = "what is in a name" }).status);
		assert.is_falsy(exists "juliet");
		assert.equal("pending", invites.info(token).state);
	end);

	it("fills templates of the admin's own", function ()
		local folder = new_folder();
		local function write(name, text)
			local file = assert(io.open(folder.."/"..name, "w"));
			file:write(text):close();
		end
		write("register.html", "<html>{site_name} {domain} {token} {uri} {type} {jid} {password_policy.length} [{message}]"
			.."<form method='post' class='x'><input name='user'></form></html>");
		write("register_error.html", "<title>{site_name}</title>{message}");
		write("register_success.html", "{username}|{domain}|{password}|{webchat_url?}");
		start { invites_register_template_path = folder };
		local invite = invites.create_account();
		local body = web:get("t="..invite.token).body;
		assert.truthy(body:find(("<html>example.com example.com %s %s register example.com"):format(invite.token, invite.uri), 1, true));
		assert.truthy(body:find("<form method='post' class='x'><input type=\"hidden\" name=\"form_token\" value=\"%w+\"><input name='user'>"));
		assert.truthy(send(invite.token, { user = "romeo"; password = "x" }).body:find("[This username is already taken. Try another one.]", 1, true));
		assert.equal("juliet|example.com||", send(invite.token, { user = "juliet"; password = "secret" }).body);
		assert.truthy(web:get("t=unknown").body:find("^<title>example.com</title>Part of the link may be missing"));
		assert.truthy(web:get("t="..invites.create_account_reset("romeo").token).body:find("<!DOCTYPE html>", 1, true)); -- ours: there is no other
		os.execute("rm -r "..folder);
	end);

	it("says which field a template of the admin's own lacks, without which nobody can register", function ()
		local folder = new_folder();
		local function errors_with(form, fields)
			io.open(folder.."/register.html", "w"):write("<form method='post'><input name='user'>"..form.."</form>"):close();
			start { invites_register_template_path = folder; additional_registration_fields = fields };
			return server:logged("error", "^Nobody can register with");
		end
		local found = errors_with("<input name='extra_email'>", { "email+"; "phone+"; "first" });
		assert.equal(1, #found);
		assert.truthy(found[1]:find("Nobody can register with the template register.html: it lacks the field extra_phone", 1, true), found[1]);
		assert.same({}, errors_with("<input name='extra_phone'>", { "phone+"; "first" }));
		assert.same({}, errors_with("{extras#{item.name}}", { "phone+" }));
		os.execute("rm -r "..folder);
	end);
end);
