-- Odd input on streams is refused or read as what it means. It never causes a traceback, stops the server or lets anybody in.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";
local paths = require "spec.support.paths";

local host, other_host = "verona.example", "mantua.example";
local refused, invalid, not_invited = Fixture.refused, Fixture.invalid, Fixture.not_invited;

local fixture, witness;
local limit = 3000000; -- bytes of a stanza, far beyond Prosody's own

fixture = Fixture.shared(host, { hosts = { host, other_host }; options = {
	default_iteration_count = paths.version == "0.12" and 100 or 4096, c2s_unauthed_stanza_size_limit = limit, c2s_stanza_size_limit = limit;
} }, function ()
	fixture:account("romeo");
	witness = fixture:online("romeo");
end, { "^An invite was used for the account ", "^The invite of .* could not be redeemed" });

after_each(function () assert.is_true(witness:ping()); end);

-- () → how many accounts there are
local function accounts()
	return fixture:eval("local n = 0; for _ in usermanager.users(host) do n = n + 1; end return n;");
end

-- (XML of a stanza with ID for its id, token that the stream presents first or nil) is sent on a stream of its own, and must lead to an answer or to
-- the end of the stream
local function assert_harmless(xml, token)
	local client = fixture:stream(token);
	client:send((xml:gsub("ID", "odd")));
	local answer, why = client:reply("odd", 5);
	assert.is_true(answer and (answer.attr.type == "error" or answer.attr.type == "result") or why ~= "timeout", xml:sub(1, 200));
	client:drop();
	assert.is_true(witness:ping());
end

describe("a stream that presents", function ()
	it("no token is told so", function ()
		local client = fixture:stream();
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
		end
	end);

	it("what is no XML loses its stream", function ()
		for _, bytes in ipairs {
			"&#0;", "&#x1f;", "&#xd800;", "&#x110000;", "&nothing;", "<", "\0", "\255", "\192\128", "\237\160\128", "a\226\130",
		} do
			local stranger = fixture:stream();
			stranger:send(("<iq type='set' to='%s' id='odd'>%s</iq>"):format(host, Client.xml.preauth("x"):gsub("'x'", "'"..bytes.."'")));
			local answer = stranger:reply("odd", 5);
			assert.is_true(stranger.closed ~= nil or answer ~= nil and answer.attr.type == "error", ("%q"):format(bytes));
			assert.is_true(witness:ping());
		end
	end);

	it("a token in another way, to somebody else or after it has logged in gets nothing for it", function ()
		local token = fixture:invite("create_account");
		local element = Client.xml.preauth(token);
		for _, iq in ipairs {
			"<iq type='get' id='odd'>%s</iq>", "<iq type='get' to='verona.example' id='odd'>%s</iq>", "<iq type='set' to='nobody.example' id='odd'>%s</iq>",
			"<iq type='set' to='mantua.example' id='odd'>%s</iq>", "<iq type='set' to='romeo@verona.example' id='odd'>%s</iq>",
			"<iq type='set' to='@verona.example' id='odd'>%s</iq>", "<iq type='set' to='verona.example/x' id='odd'>%s</iq>",
			"<iq type='nonsense' id='odd'>%s</iq>", "<iq id='odd'>%s</iq>", "<iq type='set' id='odd'><x xmlns='urn:x'>%s</x></iq>",
			"<iq type='result' id='odd'>%s</iq>", "<iq type='error' id='odd'>%s</iq>",
			"<message id='odd'>%s</message>", "<presence type='subscribe' to='romeo@verona.example'>%s</presence>",
		} do
			local stranger = fixture:stream();
			stranger:send((iq:gsub("%%s", element)));
			stranger:send(("<iq type='set' id='then'>%s</iq>"):format(Client.xml.register("mallory", "secret")));
			local answer, why = stranger:reply("then", 5);
			assert.is_true(answer and answer.attr.type == "error" or why ~= "timeout" and why ~= nil, iq.." → "..tostring(answer or why));
		end
		local client = fixture:stream();
		for _, xmlns in ipairs { "urn:xmpp:pars:1", "urn:xmpp:invite", "jabber:client", "urn:xmpp:pars:0 " } do
			assert.is_nil((Client.outcome(client:iq("set", host, element:gsub("urn:xmpp:pars:0", xmlns)))));
		end
		refused(not_invited, client:register("mallory", "secret"));
		for _, text in ipairs { token, "", "nonsense" } do refused("cancel/service-unavailable", witness:preauth(text)); end
		assert.is_nil((witness:register("mallory", "secret")));
		assert.is_true(fixture:usable(token));
	end);

	it("a token of a megabyte loses it by Prosody's own limits", function ()
		local small = Fixture.new(host);
		local client = small:stream();
		client:send(("<iq type='set' to='%s' id='x'>%s</iq>"):format(host, Client.xml.preauth(("x"):rep(1024 * 1024))));
		assert.is_true(client:wait_closed(5));
		refused(invalid, small:stream():preauth(("x"):rep(9000)));
		small:stop();
	end);
end);

describe("a registration form", function ()
	it("of any shape is answered, and makes nothing", function ()
		local before = accounts();
		local query, x = "<query xmlns='jabber:iq:register'>%s</query>", "<x xmlns='jabber:x:data' type='submit'>%s</x>";
		local function field(name, ...)
			local values = "";
			for _, value in ipairs { ... } do values = values.."<value>"..value.."</value>"; end
			return ("<field var='%s'>%s</field>"):format(name, values);
		end
		local ours = field("FORM_TYPE", "jabber:iq:register");
		local tokens = {
			false, fixture:invite("create_account"), fixture:invite("create_account", "rosaline"), fixture:invite("create_account_reset", "romeo"),
			fixture:invite("create_contact", "romeo", true),
		};
		for _, content in ipairs {
			"", "text", "<username>mallory</username>", "<password>secret</password>", "<username/><password/>",
			"<username><b>mallory</b></username><password><b>secret</b></password>", "<remove/>", "<remove/><username>romeo</username>",
			"<username xmlns='urn:x'>mallory</username><password xmlns='urn:x'>secret</password>",
			x:format(""), x:format("<field/>"), x:format("<field var=''/>"), x:format(field("username", "mallory")),
			x:format(field("FORM_TYPE", "urn:other")..field("username", "mallory")..field("password", "")),
			x:format(ours..field("username")..field("password")), x:format(ours..field("username", "")..field("password", "secret")),
			x:format(ours..field("username", "a b", "c")..field("password", "secret")),
			(x:gsub("submit", "cancel"):format("")), "<x xmlns='jabber:x:data'/>",
		} do
			for _, token in ipairs(tokens) do
				for _, kind in ipairs { "set", "get" } do
					assert_harmless(("<iq type='%s' id='ID'>%s</iq>"):format(kind, query:format(content)), token or nil);
				end
			end
		end
		assert.equal(before, accounts());
		assert.is_true(fixture:eval("return usermanager.test_password('romeo', host, 'secret')"));
	end);

	it("takes names as they are prepared", function ()
		local client = fixture:stream(fixture:invite("create_account", "JULIET"));
		assert.equal("juliet", client:registration_form():get_child_text("username"));
		refused("cancel/conflict", fixture:stream(fixture:invite("create_account")):register("\239\188\170uliet", "secret")); -- a fullwidth J
		assert.is_true(client:register("\239\189\138\239\189\149liet", "secret"));
		fixture:login("juliet");
		fixture:register("J\195\156RGEN");
		assert.is_true(fixture:account_exists("j\195\188rgen"));
	end);

	it("refuses names that are none or too long for the storage, for good, and lets the next one in", function ()
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
		for _, name in ipairs { ("x"):rep(251), ("x"):rep(1023), ("\195\188"):rep(42), ("\230\188\162"):rep(28), ("x"):rep(200)..("\195\188"):rep(9) } do
			for _ = 1, 2 do refused("modify/not-acceptable", client:register(name, "secret")); end
		end
		assert.equal(before, accounts());
		assert.is_true(client:register(("\195\188"):rep(41), "secret"));
		refused(invalid, fixture:stream():preauth(token));
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
		fixture:login("mercutio", " pass w\195\182rd ");
	end);
end);

describe("a subscription with", function ()
	it("any token is what it would be without, unless the token is good", function ()
		fixture:account("paris");
		local client = fixture:online("paris");
		for _, token in ipairs { "", " ", "nonsense", ("x"):rep(1024 * 1024), "'\"<&>", "\240\159\146\140", fixture:invite("create_account") } do
			client:presence("subscribe", "romeo@"..host, Client.xml.preauth(token));
		end
		local none = "<preauth xmlns='urn:xmpp:pars:0'/>";
		for _, to in ipairs { "romeo@"..host, host, "nobody@"..host, "paris@"..host, "romeo@"..host.."/r", "@"..host } do
			client:presence("subscribe", to, none..none);
			for _, kind in ipairs { "subscribe", "unsubscribe", false } do client:presence(kind or nil, to, Client.xml.preauth("nonsense")); end
		end
		assert.is_true(client:ping());
		assert.is_nil(client:wait_for(function (stanza) return stanza.attr.type == "subscribed" and stanza.attr.from ~= host; end, 0));
		assert.is_nil(witness:roster()["paris@"..host]);
	end);
end);
