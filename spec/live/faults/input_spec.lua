-- Odd input on streams is refused or read as what it means. It never causes a traceback, stops the server or lets anybody in.

local Client = require "spec.live.harness.client";
local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local server_log = require "spec.live.harness.server_log";
local paths = require "spec.support.paths";

local host, other_host = "verona.example", "mantua.example";
local refused, invalid, not_invited = Fixture.refused, Fixture.invalid, Fixture.not_invited;

local is_old = paths.version == "0.12";
local server, fixture, witness;

-- (username) → how many accounts there are
local function accounts()
	return fixture:eval("local n = 0; for _ in usermanager.users(host) do n = n + 1; end return n;");
end

-- What no server allows for a stranger's stanza: each is sent on a stream of its own, and must lead to an answer or to the end of the stream.
-- (list of XML, in which ID stands for what the answer is known by; token that each stream presents first, or nil)
local function assert_harmless(list, token)
	for _, xml in ipairs(list) do
		local client = fixture:stream(token);
		client:send((xml:gsub("ID", "odd")));
		local answer, why = client:reply("odd", 5);
		assert.is_true(answer and (answer.attr.type == "error" or answer.attr.type == "result") or why ~= "timeout", xml:sub(1, 200));
		client:drop();
		assert.is_true(witness:ping());
	end
end

setup(function ()
	server = Server.start_new {
		hosts = { host, other_host };
		options = { default_iteration_count = is_old and 100 or 4096, c2s_unauthed_stanza_size_limit = 3000000, c2s_stanza_size_limit = 3000000 };
	};
	fixture = Fixture.on(server, host);
	fixture:account("romeo");
	witness = fixture:login("romeo");
	witness:roster();
	witness:presence();
end);

teardown(function ()
	server:stop();
end);

local mark;
before_each(function () mark = server_log.mark(server); end);
after_each(function ()
	fixture:undo();
	assert.is_true(witness:ping());
	server_log.assert(server, { "^An invite was used for the account ", "^The invite of .* could not be redeemed" }, mark);
end);

describe("a stream that presents", function ()
	local client;

	before_each(function () client = fixture:stream(); end);
	after_each(function () client:drop(); end);

	it("no token is told so", function ()
		for _, element in ipairs {
			"<preauth xmlns='urn:xmpp:pars:0'/>", "<preauth xmlns='urn:xmpp:pars:0' token=''/>",
			"<preauth xmlns='urn:xmpp:pars:0'>text</preauth>", "<preauth xmlns='urn:xmpp:pars:0'><token>x</token></preauth>",
			"<preauth xmlns='urn:xmpp:pars:0' Token='x'/>", "<preauth xmlns='urn:xmpp:pars:0' xmlns:y='urn:y' y:token='x'/>",
		} do
			refused("modify/bad-request", Client.outcome(client:iq("set", host, element)));
		end
	end);

	it("what is no token is told that it is invalid", function ()
		for _, token in ipairs {
			" ", "\t\n", "'\"<&>", "%s%n%d", "../../etc/passwd", "a; DROP TABLE invites; --", "' OR ''='",
			("x"):rep(255), ("x"):rep(256), ("x"):rep(1024 * 1024),
			"\194\160", "\239\187\191", "\226\128\174", "\240\159\146\140", "\239\191\189", "\239\191\176", "tok\204\128en", "nil", "0", "-1", "1e309", "inf",
		} do
			local stranger = fixture:stream(); -- one that shows several is closed
			refused(invalid, stranger:preauth(token));
			refused(not_invited, stranger:register("mallory", "secret"));
			stranger:drop();
		end
	end);

	it("what is no XML loses its stream", function ()
		for _, bytes in ipairs {
			"&#0;", "&#1;", "&#x1f;", "&#xd800;", "&#xffff;", "&#x110000;", "&nothing;", "<",
			"\0", "\1", "\255", "\192\128", "\237\160\128", "\244\144\128\128", "a\226\130",
		} do
			local stranger = fixture:stream();
			stranger:send(("<iq type='set' to='%s' id='odd'><preauth xmlns='urn:xmpp:pars:0' token='%s'/></iq>"):format(host, bytes));
			local answer = stranger:reply("odd", 5);
			assert.is_true(stranger.closed ~= nil or answer ~= nil and answer.attr.type == "error", ("%q"):format(bytes));
			stranger:drop();
			assert.is_true(witness:ping());
		end
	end);

	it("a token in another way than this gets nothing for it", function ()
		local token = fixture:invite("create_account");
		local element = ("<preauth xmlns='urn:xmpp:pars:0' token='%s'/>"):format(token);
		for _, iq in ipairs {
			"<iq type='get' id='ID'>%s</iq>", "<iq type='get' to='verona.example' id='ID'>%s</iq>", "<iq type='set' to='nobody.example' id='ID'>%s</iq>",
			"<iq type='set' to='mantua.example' id='ID'>%s</iq>", "<iq type='set' to='romeo@verona.example' id='ID'>%s</iq>",
			"<iq type='set' to='@verona.example' id='ID'>%s</iq>", "<iq type='set' to='verona.example/x' id='ID'>%s</iq>",
			"<iq type='nonsense' id='ID'>%s</iq>", "<iq id='ID'>%s</iq>", "<iq type='set' id='ID'><x xmlns='urn:x'>%s</x></iq>",
			"<message id='ID'>%s</message>", "<presence type='subscribe' to='romeo@verona.example'>%s</presence>",
		} do
			local stranger = fixture:stream();
			stranger:send((iq:gsub("ID", "odd"):gsub("%%s", element)));
			stranger:send(("<iq type='set' id='then'>%s</iq>"):format(Client.xml.register("mallory", "secret")));
			local answer, why = stranger:reply("then", 5);
			assert.is_true(answer and answer.attr.type == "error" or why ~= "timeout" and why ~= nil, iq.." → "..tostring(answer or why));
			stranger:drop();
		end
		for _, xmlns in ipairs { "urn:xmpp:pars:1", "urn:xmpp:invite", "jabber:client", "urn:xmpp:pars:0 " } do
			assert.is_nil((Client.outcome(client:iq("set", host, element:gsub("urn:xmpp:pars:0", xmlns)))));
		end
		client:send(("<iq type='result' id='odd'>%s</iq><iq type='error' id='odd'>%s</iq>"):format(element, element));
		refused(not_invited, client:register("mallory", "secret"));
		assert.is_true(fixture:usable(token));
	end);

	it("a token after it has logged in gets nothing for it", function ()
		local token = fixture:invite("create_account");
		refused("cancel/service-unavailable", witness:preauth(token));
		refused("cancel/service-unavailable", witness:preauth(""));
		refused("cancel/service-unavailable", witness:preauth("nonsense"));
		assert.is_nil((witness:register("mallory", "secret")));
		assert.is_true(fixture:usable(token));
	end);

	it("a thousand wrong tokens does so to no effect but on itself", function ()
		local request = ("<iq type='set' to='%s' id='x'>%s</iq>"):format(host, Client.xml.preauth("x"));
		client:send(request:rep(1000));
		assert.is_true(witness:ping());
		assert.is_true(client:wait_closed(5));
		assert.same({ condition = "policy-violation"; text = "Too many invites that do not work, try again later" }, client.stream_error);
	end);
end);

describe("a stream with limits", function ()
	it("that are Prosody's own ends over a token of a megabyte", function ()
		local small = Server.start_new { hosts = { host } };
		local client = small:client(host);
		client:send(("<iq type='set' to='%s' id='x'>%s</iq>"):format(host, Client.xml.preauth(("x"):rep(1024 * 1024))));
		assert.is_true(client:wait_closed(5));
		client:drop();
		client = small:client(host);
		refused(invalid, client:preauth(("x"):rep(9000)));
		client:close();
		server_log.assert(small);
		small:stop();
	end);
end);

describe("a registration form", function ()
	it("of any shape is answered, and makes nothing", function ()
		local before = accounts();
		local form = "<query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'>%s</x></query>";
		local function field(name, ...)
			local values = "";
			for _, value in ipairs { ... } do values = values.."<value>"..value.."</value>"; end
			return ("<field var='%s'>%s</field>"):format(name, values);
		end
		local list = {};
		for _, query in ipairs {
			"<query xmlns='jabber:iq:register'/>", "<query xmlns='jabber:iq:register'>text</query>",
			"<query xmlns='jabber:iq:register'><username>mallory</username></query>", "<query xmlns='jabber:iq:register'><password>secret</password></query>",
			"<query xmlns='jabber:iq:register'><username/><password/></query>",
			"<query xmlns='jabber:iq:register'><username><b>mallory</b></username><password><b>secret</b></password></query>",
			"<query xmlns='jabber:iq:register'><remove/></query>", "<query xmlns='jabber:iq:register'><remove/><username>romeo</username></query>",
			"<query xmlns='jabber:iq:register'><username xmlns='urn:x'>mallory</username><password xmlns='urn:x'>secret</password></query>",
			form:format(""), form:format("<field/>"), form:format("<field var=''/>"), form:format(field("username", "mallory")),
			form:format(field("FORM_TYPE", "urn:other")..field("username", "mallory")..field("password", "")),
			form:format(field("FORM_TYPE", "jabber:iq:register")..field("username")..field("password")),
			form:format(field("FORM_TYPE", "jabber:iq:register")..field("username", "")..field("password", "secret")),
			form:format(field("FORM_TYPE", "jabber:iq:register")..field("username", "a b", "c")..field("password", "secret")),
			(form:gsub("submit", "cancel"):format("")), "<query xmlns='jabber:iq:register'><x xmlns='jabber:x:data'/></query>",
		} do
			table.insert(list, ("<iq type='set' id='ID'>%s</iq>"):format(query));
			table.insert(list, ("<iq type='get' id='ID'>%s</iq>"):format(query));
		end
		assert_harmless(list);
		assert_harmless(list, fixture:invite("create_account"));
		assert_harmless(list, fixture:invite("create_account", "rosaline"));
		assert_harmless(list, fixture:invite("create_account_reset", "romeo"));
		assert_harmless(list, fixture:invite("create_contact", "romeo", true));
		assert.equal(before, accounts());
		assert.is_true(fixture:eval("return usermanager.test_password('romeo', host, 'secret')"));
	end);

	it("takes names as they are prepared", function ()
		local token = fixture:invite("create_account", "JULIET");
		local client = fixture:stream(token);
		assert.equal("juliet", client:registration_form():get_child_text("username"));
		refused("cancel/conflict", fixture:stream(fixture:invite("create_account")):register("\239\188\170uliet", "secret")); -- a fullwidth J
		assert.is_true(client:register("\239\189\138\239\189\149liet", "secret"));
		fixture:login("juliet"):close();
		client:close();
		fixture:register("J\195\156RGEN");
		assert.is_true(fixture:account_exists("j\195\188rgen"));
	end);

	it("refuses names that are none, and lets the next one in", function ()
		local before = accounts();
		local token = fixture:invite("create_account");
		local client = fixture:stream(token);
		for _, name in ipairs {
			"", " ", "a b", "a@b", "a/b", "a:b", "a\"b", "a'b", "a&b", "a<b", "a\tb", "a\nb", "\194\160", "\227\128\128", "\226\128\139\226\128\139",
			"\239\191\189", "\238\128\128", "\226\128\174", "\215\144a\215\144", "\240\159\146\140",
			("x"):rep(1024), ("\195\188"):rep(600), ("x"):rep(1000000),
		} do
			local ok, err = client:register(name, "secret");
			assert.is_nil(ok, name:sub(1, 100));
			assert.equal("modify", err.type, tostring(err.condition).." "..name:sub(1, 100));
		end
		assert.equal(before, accounts());
		assert.is_true(client:register(("x"):rep(100), "secret"));
		refused(invalid, fixture:stream():preauth(token));
	end);

	it("refuses names that are too long for the storage for good, without an error in the log", function ()
		local from = server_log.mark(fixture.server);
		local token = fixture:invite("create_account");
		local client = fixture:stream(token);
		for _, name in ipairs { ("x"):rep(251), ("x"):rep(1023), ("\195\188"):rep(42), ("\230\188\162"):rep(28), ("x"):rep(200)..("\195\188"):rep(9) } do
			for _ = 1, 2 do refused("modify/not-acceptable", client:register(name, "secret")); end
		end
		assert.is_true(fixture:usable(token));
		assert.is_true(client:register(("\195\188"):rep(41), "secret"));
		client:close();
		assert.same({}, server_log.errors(fixture.server, from));
	end);

	it("refuses passwords that can't be kept, and lets the next one in", function ()
		local before = accounts();
		local client = fixture:stream(fixture:invite("create_account"));
		for _, password in ipairs {
			"", "\127", "a\238\128\128", "\239\191\189", "\226\128\174", "\194\128", "\215\144a", "\243\160\128\129", ("long"):rep(50000),
		} do
			refused("modify/not-acceptable", client:register("mercutio", password));
		end
		assert.equal(before, accounts());
		assert.is_true(client:register("mercutio", " pass w\195\182rd "));
		fixture:login("mercutio", " pass w\195\182rd "):close();
	end);
end);

describe("a subscription with", function ()
	it("any token is what it would be without, unless the token is good", function ()
		fixture:account("paris");
		local client = fixture:login("paris");
		client:roster();
		client:presence();
		for _, token in ipairs { "", " ", "nonsense", ("x"):rep(1024 * 1024), "'\"<&>", "\240\159\146\140", fixture:invite("create_account") } do
			client:presence("subscribe", "romeo@"..host, Client.xml.preauth(token));
		end
		local xmlns = "<preauth xmlns='urn:xmpp:pars:0'/>";
		for _, to in ipairs { "romeo@"..host, host, "nobody@"..host, "paris@"..host, "romeo@"..host.."/r", "@"..host } do
			client:presence("subscribe", to, xmlns..xmlns);
			client:presence("subscribe", to, Client.xml.preauth("nonsense"));
			client:presence("unsubscribe", to, Client.xml.preauth("nonsense"));
			client:presence(nil, to, Client.xml.preauth("nonsense"));
		end
		assert.is_true(client:ping());
		assert.is_nil(client:wait_for(function (stanza) return stanza.attr.type == "subscribed" and stanza.attr.from ~= host; end, 0));
		assert.is_nil(witness:roster()["paris@"..host]);
	end);
end);
