-- The language of real streams (RFC 6120, section 4.7.4): their xml:lang, or that of a stanza of theirs. What each answer says in which language:
-- spec/fast/invites_lib/stanza_language_spec.lua.

local Client = require "spec.live.harness.client";
local Fixture = require "spec.live.harness.fixture";

local host = "example.com";
local xmlns_commands = "http://jabber.org/protocol/commands";
local german, english = "Der Einladungscode ist ungültig oder abgelaufen", Fixture.invalid.text;

describe("the language of a stream", function ()
	local fixture;
	fixture = Fixture.shared(host, { http = true; modules = { "register", "invites_adhoc", "bosh", "websocket" } }, function ()
		fixture:account("romeo");
	end);

	-- (language or nil) → client with a stream in this language, also after its login
	local function stream(language)
		local client = fixture.server:client(host, { raw = true });
		function client:open()
			self.stream:reset();
			self.notopen = true;
			self:send(("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='%s' version='1.0'%s>")
				:format(host, language and " xml:lang='"..language.."'" or ""));
			self.features = assert(self:wait_for(function (stanza) return stanza.name == "features"; end));
			return self.features;
		end
		client:open();
		return client;
	end

	-- (client, payload, language of the stanza or nil) → the answer
	local function ask(client, payload, language)
		client.asked = (client.asked or 0) + 1;
		client:send(("<iq type='set' id='s%d' to='%s'%s>%s</iq>"):format(client.asked, host, language and " xml:lang='"..language.."'" or "", payload));
		return assert(client:reply("s"..client.asked));
	end

	for _, row in ipairs {
		{ "de", told = german }; { "de-AT", told = german }; { "en", told = english }; { "tlh", told = english }; { "", told = english };
		{ "&lt;", told = english }; { ("de-"):rep(100), told = english }; { nil, told = english };
		{ "de", stanza = "en", told = english }; { nil, stanza = "de", told = german };
	} do
		it(("%.10s with a stanza in %s"):format(tostring(row[1]), tostring(row.stanza)), function ()
			local client = stream(row[1]);
			for _ = 1, 2 do
				local answer = ask(client, Client.xml.preauth "guess", row.stanza):get_child("error");
				local text = answer:get_child("text", "urn:ietf:params:xml:ns:xmpp-stanzas");
				assert.same({ row.told, row.told == german and "de" or nil }, { text:get_text(), text.attr["xml:lang"] });
			end
			if not row.stanza then return; end -- else the next one is in the stream's language again
			local text = ask(client, Client.xml.preauth "guess"):get_child("error"):get_child_text("text", "urn:ietf:params:xml:ns:xmpp-stanzas");
			assert.equal(row[1] and german or english, text);
		end);
	end

	it("is that of its commands", function ()
		for language, told in pairs { de = "de"; en = false } do
			local client = stream(language);
			assert.equal("romeo@"..host.."/r", client:login("romeo", "secret", "r"));
			for _, node in ipairs { "urn:xmpp:invite#invite"; "xmpp:prosody-invites/adhoc#own" } do
				local command = ask(client, ("<command xmlns='%s' node='%s'/>"):format(xmlns_commands, node)):get_child("command", xmlns_commands);
				assert.equal(told, command.attr["xml:lang"] or false);
			end
		end
	end);

	local preauth = "<iq xmlns='jabber:client' type='set' id='p' to='"..host.."'%s>"..Client.xml.preauth("guess").."</iq>";

	it("is known over WebSocket", function ()
		local conn = fixture.http:open();
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

	it("is that of each body over BOSH", function ()
		-- (attributes of the body, its content) → the answer
		local function post(attributes, content)
			local body = ("<body xmlns='http://jabber.org/protocol/httpbind' xmlns:xmpp='urn:xmpp:xbosh' %s>%s</body>"):format(attributes, content or "");
			return assert(fixture.http:ask { method = "POST"; path = "/http-bind"; headers = { ["Content-Type"] = "text/xml" }; body = body }).body;
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
