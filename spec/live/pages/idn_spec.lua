-- A host name with other letters than ASCII. Browsers ask for its A-label.

local Http = require "spec.live.harness.http";
local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";

local host, ascii = "b\195\188cher.example", "xn--bcher-kva.example";

describe("a host with other letters than ASCII", function ()
	local server, fixture, http;

	setup(function ()
		server = Server.start_new {
			http = true; modules = { "invites_page", "invites_register_web", "invites_api" };
			hosts = { [host] = { http_host = ascii; http_external_url = "https://"..host.."/" } };
		};
		fixture, http = Fixture.on(server, host), Http.new(server.http_port, ascii);
	end);

	teardown(function ()
		server:stop();
	end);

	it("has links that open, and lead to an account", function ()
		local invite = server:invites(host, "create_account");
		local path = assert(invite.landing_page:match("^https://xn%-%-bcher%-kva%.example(/.*)$"), invite.landing_page);
		local page = http:ask { path = path };
		assert.equal(200, page.status);
		assert.equal(("<%s>; rel=\"alternate\""):format(invite.uri), page.headers.link);
		assert.is_nil(page.headers.link:find("[\128-\255]"));
		local form = http:ask { path = "/"..assert(page.body:match("href=\"(register%?t=[^\"]+)\"")):gsub("&amp;", "&") };
		assert.equal(200, form.status);
		local answer = http:ask { method = "POST"; path = "/register";
			body = ("token=%s&user=juliet&password=wherefore+art&form_token=%s"):format(invite.token, form.body:match("name=\"form_token\" value=\"(%w+)\""));
			headers = { ["Content-Type"] = "application/x-www-form-urlencoded"; Cookie = form.headers["set-cookie"]:match("^[^;]+");
				Origin = "https://"..ascii } };
		assert.equal(200, answer.status);
		assert.is_true(fixture:account_exists "juliet");
	end);

	it("gives such links to programs, too", function ()
		local key = server:eval(host, "return (modulemanager.get_module(host, 'invites_api').keys:create {})");
		local answer = http:ask { method = "POST"; path = "/invites_api"; headers = { Authorization = "Bearer "..key } };
		assert.equal(201, answer.status);
		assert.truthy(answer.headers.location:find("^https://xn%-%-bcher%-kva%.example/invites_page%?%w+$"), answer.headers.location);
	end);
end);
