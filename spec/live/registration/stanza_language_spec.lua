-- The language of real streams (RFC 6120, section 4.7.4): their xml:lang, or that of a stanza of theirs.

local Client = require "spec.live.harness.client";
local Http = require "spec.live.harness.http";
local Fixture = require "spec.live.harness.fixture";

local host = "example.com";
local xmlns_commands = "http://jabber.org/protocol/commands";

local german, english = "Der Einladungscode ist ungültig oder abgelaufen", Fixture.invalid.text;
local fixture;

-- (client, language or nil) opens a stream in this language
local function open(client, language)
	client.stream:reset();
	client.notopen = true;
	client:send(("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='%s' version='1.0'%s>")
		:format(host, language and " xml:lang='"..language.."'" or ""));
	client.features = assert(client:wait_for(function (stanza) return stanza.name == "features"; end));
end

-- (language or nil) → client with a stream in this language, also after its login
local function stream(language)
	local client = fixture.server:client(host, { raw = true });
	function client:open() open(self, language); end
	client:open();
	return client;
end

-- (client, payload, further attributes of the stanza or nil) → the answer
local function ask(client, payload, attributes)
	client.asked = (client.asked or 0) + 1;
	client:send(("<iq type='set' id='s%d' to='%s'%s>%s</iq>"):format(client.asked, host, attributes or "", payload));
	return assert(client:reply("s"..client.asked));
end

-- (client, further attributes or nil) → text about a token that does not work, its language or nil
local function guess(client, attributes)
	local text = ask(client, Client.xml.preauth "guess", attributes):get_child("error"):get_child("text", "urn:ietf:params:xml:ns:xmpp-stanzas");
	return text:get_text(), text.attr["xml:lang"];
end

describe("a stream", function ()
	fixture = Fixture.shared(host, { http = true; modules = { "register", "invites_adhoc", "bosh", "websocket" } }, function ()
		fixture:account("romeo");
	end);

	it("in German is told in German what is wrong", function ()
		for _, language in ipairs { "de"; "de-AT" } do
			local client = stream(language);
			assert.same({ german, "de" }, { guess(client) });
			client:close();
		end
	end);

	it("in English, or in no language that is known, is told so in English", function ()
		for _, language in ipairs { "en"; "en-GB"; "tlh"; ""; "&lt;"; ("de-"):rep(100); false } do
			local client = stream(language or nil);
			assert.same({ english }, { guess(client) });
			client:close();
		end
	end);

	it("may have stanzas in other languages", function ()
		local client = stream("de");
		assert.same({ english }, { guess(client, " xml:lang='en'") });
		assert.same({ german, "de" }, { guess(client) });
		client:close();
		client = stream();
		assert.same({ german, "de" }, { guess(client, " xml:lang='de'") });
		assert.same({ english }, { guess(client) });
	end);

	it("has its commands answered in its language", function ()
		for language, told in pairs { de = "de"; en = false } do
			local client = stream(language);
			assert.equal("romeo@"..host.."/r", client:login("romeo", "secret", "r"));
			for _, node in ipairs { "urn:xmpp:invite#invite"; "xmpp:prosody-invites/adhoc#own" } do
				local command = ask(client, ("<command xmlns='%s' node='%s'/>"):format(xmlns_commands, node)):get_child("command", xmlns_commands);
				assert.equal(told, command.attr["xml:lang"] or false);
			end
			client:close();
		end
	end);

	local preauth = "<iq xmlns='jabber:client' type='set' id='p' to='"..host.."'%s>"..Client.xml.preauth("guess").."</iq>";

	it("over WebSocket has one too", function ()
		local conn = Http.new(fixture.server.http_port, host):open();
		-- (text of 126 to 65,535 bytes) sends it as one message, masked with zeros (RFC 6455, section 5.2)
		local function send(text)
			conn:send(string.char(0x81, 0x80 + 126)..string.pack(">I2", #text).."\0\0\0\0"..text);
		end
		-- (text that ends a message) → all that came until then
		local function receive_until(ending)
			local got = "";
			repeat got = got..assert(conn:receive(1)); until got:sub(-#ending) == ending;
			return got;
		end
		conn:send(table.concat({ "GET /xmpp-websocket HTTP/1.1", "Host: "..host, "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
			"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Protocol: xmpp", "", "" }, "\r\n"));
		receive_until "\r\n\r\n";
		send(("<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='%s' version='1.0' xml:lang='de'/>"):format(host));
		receive_until "</stream:features>";
		send(preauth:format(""));
		assert.truthy(receive_until("</iq>"):find(german, 1, true));
		send(preauth:format(" xml:lang='en'"));
		assert.truthy(receive_until("</iq>"):find(english, 1, true));
	end);

	it("over BOSH has that of each body", function ()
		local http = Http.new(fixture.server.http_port, host);
		-- (attributes of the body, its content) → the answer
		local function post(attributes, content)
			local body = ("<body xmlns='http://jabber.org/protocol/httpbind' xmlns:xmpp='urn:xmpp:xbosh' %s>%s</body>"):format(attributes, content or "");
			return assert(http:ask { method = "POST"; path = "/http-bind"; headers = { ["Content-Type"] = "text/xml" }; body = body }).body;
		end
		local answer = post(("rid='1' to='%s' wait='5' hold='1' ver='1.6' xmpp:version='1.0' xml:lang='de'"):format(host), preauth:format "");
		local sid = assert(answer:match("sid=['\"]([^'\"]+)"), answer);
		local function say(rid, more, attributes) return post(("rid='%d' sid='%s'%s"):format(rid, sid, more), preauth:format(attributes or "")); end
		assert.truthy(answer:find(german, 1, true), answer);
		assert.truthy(say(2, ""):find(english, 1, true));
		assert.truthy(say(3, " xml:lang='de'"):find(german, 1, true));
		assert.truthy(say(4, "", " xml:lang='de'"):find(german, 1, true));
	end);
end);
