-- docs/integrate.md: its requests, its module and its template, on a real Prosody.

local docs = require "spec.support.docs";
local Fixture = require "spec.live.harness.fixture";
local Server = require "spec.live.harness.server";
local shell = require "spec.live.docs.shell";

local host = "example.com";

local function write(path, text)
	local file = assert(io.open(path, "w"));
	assert(file:write(text));
	assert(file:close());
end

describe("docs/integrate.md", function ()
	local fixture, server, folder;

	setup(function ()
		server = Server.new { hosts = { host }; http = true; https = true; tls = true;
			modules = { "invites_page"; "invites_register_web"; "invites_api"; "team_of_juliet" }; config = "http_default_host = \"example.com\"" };
		folder = server.directory.."/own";
		assert(os.execute(("mkdir -p '%s'"):format(folder)));
		write(folder.."/mod_team_of_juliet.lua", docs.block "team-module");
		write(folder.."/register.html", docs.block "template");
		server.settings.plugin_paths = { require "spec.support.paths".root.."/lua"; folder };
		server.settings.options = { invites_register_template_path = folder };
		fixture = Fixture.on(server:start(), host);
	end);

	teardown(function () server:stop(); end);

	it("shows how keys are made, listed and deleted", function ()
		local sample = docs.block "api-keys";
		local sample_id = sample:match("delete example%.com (%w+)");
		-- The id of the key is known only when it was made.
		local script = sample:gsub("%$ prosodyctl mod_invites_api delete example%.com "..sample_id,
			"$ prosodyctl mod_invites_api delete example.com $(prosodyctl mod_invites_api list example.com | cut -f 1)");
		local _, said, raw = shell.replay(server, script);
		said = said:gsub("%$%(prosodyctl[^\n]*%)", "ID1");
		assert.equal(docs.stable(sample), said, raw);
	end);

	it("shows requests and what they are answered", function ()
		-- The order of the fields is not promised.
		local sample, said, raw = shell.replay(server, docs.block "api", function (text)
			return (text:gsub("%b{}", function (object)
				local fields = {};
				for field in object:gmatch('"[%w_]+":[^,}]+') do table.insert(fields, field); end
				table.sort(fields);
				return fields[1] and "{"..table.concat(fields, ",").."}";
			end));
		end);
		assert.equal(sample, said, raw);
	end);

	it("shows keys with scopes", function ()
		local sample = docs.block "api-v1-keys";
		local sample_id = sample:match("revoke_key example%.com (%w+)");
		local script = sample:gsub("%$ prosodyctl mod_invites_api revoke_key example%.com "..sample_id,
			"$ prosodyctl mod_invites_api revoke_key example.com $(prosodyctl mod_invites_api keys example.com | cut -f 1)");
		local function alike(text) return (text:gsub("ik1_[%w_-]+", "KEY")); end
		local even, said, raw = shell.replay(server, script, alike);
		said = said:gsub("%$%(prosodyctl[^\n]*%)", "ID1");
		assert.equal(even:gsub("%$%(prosodyctl[^\n]*%)", "ID1"), said, raw);
	end);

	it("shows calls of version 1 and what they are answered", function ()
		local sample, said, raw = shell.replay(server, docs.block "api-v1", function (text)
			return (text:gsub("api/token/%x+", "api/token/KEY"));
		end);
		assert.equal(sample, said, raw);
	end);

	it("has a client in Python that may be run again", function ()
		local key = server:eval(host, "return invites.http.add_key { scopes = { 'create', 'read', 'manage' } }");
		write(server.directory.."/client.py", docs.block "api-client");
		for _, expected in ipairs { "['welcome, everybody'] revoked\n"; "revoked" } do
			local said = shell.run(server, ("INVITES_URL=http://127.0.0.1:%d INVITES_KEY=%s python3 '%s/client.py' 2>&1 | tail -n 1"):format(
				server.http_port, key, server.directory));
			assert.truthy(said:find(expected, 1, true), said);
		end
	end);

	it("names functions that there are", function ()
		local names = 0;
		for name in docs.section("docs/integrate.md", "Lua API"):gmatch("\n| ([^|]+) | [^|]* | [^|]* |") do
			for word in name:gmatch("`([%w_]+)`") do
				names = names + 1;
				assert.equal("function", fixture:eval("return type(invites[...])", word), word);
			end
		end
		assert.is_true(names > 10);
	end);

	it("has a module that changes invites and hears of their use", function ()
		local link = fixture:eval("return require 'core.modulemanager'.get_module(host, 'team_of_juliet').invite_three()");
		local invite = server:invites(host, "info", link:match("%?(%w+)$"));
		assert.same({ "team" }, invite.additional_data.groups);
		assert.equal(3, invite.max_uses);
		fixture:register("benvolio", invite.token);
		assert.truthy(server:wait_log("benvolio has used the invite "..invite.id.." %(account%)"));
	end);

	it("has a template with which people register", function ()
		local token = fixture:invite "create_account";
		local answer = shell.run(server, ([[
			page=$(curl -c cookies 'https://example.com:5281/register?t=%s')
			echo "$page" | grep '<h1>'
			number=$(echo "$page" | sed -n 's/.*name="form_token" value="\([^"]*\)".*/\1/p')
			curl -b cookies -d token=%s -d form_token="$number" -d user=paris -d password='a long password' https://example.com:5281/register
			rm cookies
		]]):format(token, token));
		assert.truthy(answer:find("<h1>Welcome to example.com</h1>", 1, true), answer);
		assert.is_true(fixture:account_exists "paris", answer);
	end);
end);
