-- The XMPP client of the specs: that of the command selftest (lua/mod_invites/commands/selftest/client.lib.lua), which throws where a spec has no
-- business to go on, and can send what is longer than one read of the server.

local paths = require "spec.support.paths"; -- before all util.*, which it makes available
local base64 = require "util.encodings".base64;
local sha1 = require "util.hashes".sha1;

-- (name of a file below lua/mod_invites) → what it returns
local function require_once(name)
	local path = ("%s/lua/mod_invites/%s.lib.lua"):format(paths.root, name);
	return assert(loadfile(path, "t", setmetatable({ require_once = require_once }, { __index = _G })))();
end

local Client = require_once "commands/selftest/client";
local dial, open, request, starttls = Client.dial, Client.open, Client.request, Client.starttls;

-- Connects and, unless options.raw, opens a stream and reads its features.
-- (options: host, port, address or nil, timeout or nil: seconds that any later read may take, 10; tls = true: STARTTLS at once) → client
function Client.connect(options)
	local self = assert(dial(options.host, options.address or "127.0.0.1", options.port, options.timeout or 10));
	if not options.raw then self:open(); end
	if options.tls then self:starttls(); end
	return self;
end

function Client:open() return assert(open(self)); end
function Client:request(...) return assert(request(self, ...)); end
function Client:starttls() return assert(starttls(self)); end

-- Since expat 2.6 (Debian 13), a parser puts off a tag that comes in several reads until twice as much of it is there, or its buffer, whose size is
-- a power of two, is nearly full. The servers read this much in one go, and whitespace follows what is longer: a stream may have it between stanzas.
-- Its last part comes in one read, which is larger than what is left of the buffer. All that is still less than Prosody's limit of 256 kB.
Client.read_size = 64 * 1024;
local left_free = 2048;

-- (XML text) → as much whitespace as makes the server look at all of it
local function whitespace_after(text)
	if #text <= Client.read_size then return ""; end
	local buffer = Client.read_size;
	while buffer - left_free < #text do buffer = buffer * 2; end
	return (" "):rep(buffer - left_free - #text);
end

-- LuaSocket sends in parts of this size. The remainder goes first, so that the last part of a shorter text makes it more than twice as long.
local part_size = 8192;

-- (XML text or stanza) sends it as it is, but see above. → true, or nil, why
function Client:send(xml)
	local text, from = tostring(xml), 1;
	text = text..whitespace_after(text);
	self.socket:settimeout(self.timeout);
	while from <= #text do
		local sent, err, upto = self.socket:send(text, from, from + (#text - from) % part_size);
		if not sent and err ~= "wantwrite" and err ~= "wantread" then return nil, err; end
		from = (sent or upto) + 1;
	end
	return true;
end

-- Ends the stream and the connection.
function Client:close()
	if not self.closed then self:send("</stream:stream>"); end
	self:drop();
end

-- (seconds or nil) → the next stanza, or nil, why as in wait_for
function Client:read(seconds)
	return self:wait_for(function () return true; end, seconds);
end

-- () → table bare JID → { subscription, ask, name, approved } of this account's roster. From then on the server pushes changes.
function Client:roster()
	local answer = assert(self:iq("get", nil, "<query xmlns='jabber:iq:roster'/>"));
	local items = {};
	for item in answer:get_child("query", "jabber:iq:roster"):childtags("item") do
		items[item.attr.jid] = {
			subscription = item.attr.subscription, ask = item.attr.ask, name = item.attr.name, approved = item.attr.approved;
		};
	end
	return items;
end

-- (node, id of the item, XML in it, access model or nil for "open") publishes something of this account (XEP-0163)
function Client:publish(node, id, xml, access)
	local field = "<field var='%s'%s><value>%s</value></field>";
	local options = field:format("FORM_TYPE", " type='hidden'", "http://jabber.org/protocol/pubsub#publish-options")
		..field:format("pubsub#access_model", "", access or "open")..field:format("pubsub#persist_items", "", "true");
	local answer = self:iq("set", nil, ("<pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='%s'><item id='%s'>%s</item></publish>"
		.."<publish-options><x xmlns='jabber:x:data' type='submit'>%s</x></publish-options></pubsub>"):format(node, id, xml, options));
	assert(answer and answer.attr.type == "result", tostring(answer));
end

-- (picture, access model or nil) publishes an avatar (XEP-0084)
function Client:publish_avatar(picture, access)
	local id = sha1(picture, true);
	self:publish("urn:xmpp:avatar:data", id, ("<data xmlns='urn:xmpp:avatar:data'>%s</data>"):format(base64.encode(picture)), access);
	self:publish("urn:xmpp:avatar:metadata", id, ("<metadata xmlns='urn:xmpp:avatar:metadata'><info id='%s' type='image/png' bytes='%d'/></metadata>")
		:format(id, #picture), access);
end

-- () → true once the server has answered a ping, so has dealt with everything that was sent before
function Client:ping()
	return Client.outcome(self:iq("get", self.host, "<ping xmlns='urn:xmpp:ping'/>"));
end

return Client;
