-- A small XMPP client for specs: one TCP stream, every read with a timeout, no threads and no callbacks. What it has received and nobody
-- has asked for stays in a queue, so that many clients can send first and read their answers afterwards.
--
-- Stanzas are those of Prosody's util.stanza: .name, .attr, .tags, :get_text(), :get_child(name, xmlns), :find(path), ...

local paths = require "spec.support.paths"; -- luacheck: ignore 211/paths -- makes util.* available
local socket = require "socket";
local base64 = require "mime".b64;
local st = require "util.stanza";
local new_stream = require "util.xmppstream".new;
local escape = st.xml_escape;

local Client = {};
Client.__index = Client;

local xmlns_streams = "urn:ietf:params:xml:ns:xmpp-streams";
local xmlns_sasl = "urn:ietf:params:xml:ns:xmpp-sasl";
local xmlns_bind = "urn:ietf:params:xml:ns:xmpp-bind";
local xmlns_tls = "urn:ietf:params:xml:ns:xmpp-tls";
local xmlns_register = "jabber:iq:register";
local xmlns_preauth = "urn:xmpp:pars:0"; -- XEP-0379: Pre-Authenticated Roster Subscription

-- Payloads of requests, for Client:request.
Client.xml = {};

-- (token) → the element that presents an invite (XEP-0445)
function Client.xml.preauth(token)
	return ("<preauth xmlns='%s' token='%s'/>"):format(xmlns_preauth, escape(token));
end

-- (username, password, further fields as XML text or nil) → the element that registers an account (XEP-0077)
function Client.xml.register(username, password, more)
	return ("<query xmlns='%s'><username>%s</username><password>%s</password>%s</query>"):format(
		xmlns_register, escape(username), escape(password), more or "");
end

local callbacks = { default_ns = "jabber:client" };

function callbacks.streamopened(self, attr)
	self.notopen = nil;
	self.stream_id = attr.id;
end

function callbacks.streamclosed(self)
	self.closed = "closed";
end

function callbacks.handlestanza(self, stanza)
	table.insert(self.queue, stanza);
end

function callbacks.error(self, kind, detail)
	if kind == "stream-error" then
		local condition = detail:child_with_ns(xmlns_streams);
		self.stream_error = { condition = condition and condition.name, text = detail:get_child_text("text", xmlns_streams) };
	end
	self.closed = kind;
end

-- Connects and, unless options.raw, opens a stream and reads its features.
-- (options: host, port, address or nil, timeout or nil: seconds that any later read may take, 10; tls = true: STARTTLS at once) → client
function Client.connect(options)
	local self = setmetatable({
		host = options.host, timeout = options.timeout or 10, queue = {}, ids = 0;
	}, Client);
	self.socket = assert(socket.tcp());
	self.socket:settimeout(self.timeout);
	assert(self.socket:connect(options.address or "127.0.0.1", options.port));
	self.socket:setoption("tcp-nodelay", true);
	self.stream = new_stream(self, callbacks, 1e8);
	if not options.raw then self:open(); end
	if options.tls then self:starttls(); end
	return self;
end

-- Opens the stream, or a new one on the same connection. → the stream features (a stanza)
function Client:open()
	self.stream:reset();
	self.notopen = true;
	self:send(("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'"
		.." to='%s' version='1.0'>"):format(escape(self.host)));
	self.features = assert(self:wait_for(function (stanza) return stanza.name == "features"; end));
	return self.features;
end

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

-- Takes in what has arrived, waiting for it no longer than until the deadline. → true, or nil, "timeout" or why there will be nothing more
function Client:receive(deadline)
	if self.closed then return nil, self.closed; end
	self.socket:settimeout(0);
	local data, err, partial = self.socket:receive(65536);
	data = data or partial;
	if data ~= "" then
		local ok, why = self.stream:feed(data);
		if not ok and not self.closed then self.closed = "xml-error: "..tostring(why); end
		return true;
	elseif err == "timeout" or err == "wantread" then
		local wait = deadline - socket.gettime();
		if wait <= 0 then return nil, "timeout"; end
		socket.select({ self.socket }, nil, wait);
		return true;
	end
	self.closed = err;
	return nil, err;
end

-- (function (stanza) → boolean, seconds or nil) → the first stanza that it accepts, received already or within that time; others stay queued.
-- nil, "timeout" | "closed" | "stream-error" (see .stream_error) where there is none
function Client:wait_for(predicate, seconds)
	local deadline = socket.gettime() + (seconds or self.timeout);
	local seen = 0;
	while true do
		while seen < #self.queue do
			seen = seen + 1;
			if predicate(self.queue[seen]) then return table.remove(self.queue, seen); end
		end
		local ok, err = self:receive(deadline);
		if not ok and seen == #self.queue then return nil, err; end
	end
end

-- (seconds or nil) → the next stanza, or nil, why as in wait_for
function Client:read(seconds)
	return self:wait_for(function () return true; end, seconds);
end

-- (seconds or nil) → whether the server ended the stream or the connection within that time
function Client:wait_closed(seconds)
	local _, err = self:wait_for(function () return false; end, seconds);
	return err ~= "timeout";
end

-- Sends an iq and does not wait. (type "get" or "set", to or nil, payload) → its id, for Client:reply
function Client:request(kind, to, payload)
	self.ids = self.ids + 1;
	local id = "c"..self.ids;
	assert(self:send(("<iq type='%s' id='%s'%s>%s</iq>"):format(kind, id, to and " to='"..escape(to).."'" or "", tostring(payload))));
	return id;
end

-- (id of a request, seconds or nil) → the answer (a stanza), or nil, why as in wait_for
function Client:reply(id, seconds)
	return self:wait_for(function (stanza) return stanza.name == "iq" and stanza.attr.id == id; end, seconds);
end

-- (type, to or nil, payload) → the answer (a stanza), or nil, why
function Client:iq(kind, to, payload)
	return self:reply(self:request(kind, to, payload));
end

-- (answer or nil, why as Client:reply gives them) → true, or nil, { type, condition, text }
function Client.outcome(answer, why)
	if not answer then return nil, { condition = why }; end
	if answer.attr.type == "result" then return true; end
	local kind, condition, text = answer:get_error();
	return nil, { type = kind, condition = condition, text = text };
end

-- (token) presents an invite → true, or nil, { type, condition, text }
function Client:preauth(token)
	return Client.outcome(self:iq("set", self.host, Client.xml.preauth(token)));
end

-- (username, password, further fields as XML text or nil) → true, or nil, { type, condition, text }
function Client:register(username, password, more)
	return Client.outcome(self:iq("set", nil, Client.xml.register(username, password, more)));
end

-- () → the <query/> of the registration form, or nil, { type, condition, text }
function Client:registration_form()
	local answer, why = self:iq("get", nil, ("<query xmlns='%s'/>"):format(xmlns_register));
	local ok, err = Client.outcome(answer, why);
	if not ok then return nil, err; end
	return answer:get_child("query", xmlns_register);
end

-- Logs in by SASL PLAIN and binds a resource. (username, password, resource or nil) → full JID, or nil, condition
function Client:login(username, password, resource)
	self:send(("<auth xmlns='%s' mechanism='PLAIN'>%s</auth>"):format(xmlns_sasl, (base64("\0"..username.."\0"..password))));
	local answer, why = self:wait_for(function (stanza) return stanza.attr.xmlns == xmlns_sasl; end);
	if not answer then return nil, why; end
	if answer.name ~= "success" then
		return nil, answer.tags[1] and answer.tags[1].name or answer.name;
	end
	self:open();
	answer = assert(self:iq("set", nil, ("<bind xmlns='%s'>%s</bind>"):format(
		xmlns_bind, resource and "<resource>"..escape(resource).."</resource>" or "")));
	self.jid = answer:find("{"..xmlns_bind.."}bind/jid#");
	return self.jid, not self.jid and select(2, answer:get_error()) or nil;
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

-- (bare JID, subscription or nil, seconds or nil) → the next roster push about that contact (its <item/>), or nil, why
function Client:roster_push(jid, subscription, seconds)
	local item;
	local push, why = self:wait_for(function (stanza)
		local query = stanza.attr.type == "set" and stanza:get_child("query", "jabber:iq:roster");
		item = query and query:get_child("item");
		return item and item.attr.jid == jid and (not subscription or item.attr.subscription == subscription);
	end, seconds);
	if not push then return nil, why; end
	self:send(st.reply(push));
	return item;
end

-- (type or nil, to or nil, payload or nil) sends a presence
function Client:presence(kind, to, payload)
	return self:send(("<presence%s%s>%s</presence>"):format(
		kind and " type='"..kind.."'" or "", to and " to='"..escape(to).."'" or "", tostring(payload or "")));
end

-- () → true once the server has answered a ping, so has dealt with everything that was sent before
function Client:ping()
	return Client.outcome(self:iq("get", self.host, "<ping xmlns='urn:xmpp:ping'/>"));
end

-- Encrypts the stream (any certificate will do) and opens it anew. → its features
function Client:starttls()
	self:send(("<starttls xmlns='%s'/>"):format(xmlns_tls));
	local answer = assert(self:wait_for(function (stanza) return stanza.attr.xmlns == xmlns_tls; end));
	assert(answer.name == "proceed", "the server refused STARTTLS");
	self.socket:settimeout(self.timeout);
	self.socket = assert(require "ssl".wrap(self.socket, { mode = "client", protocol = "any", verify = "none" }));
	self.socket:settimeout(self.timeout);
	assert(self.socket:dohandshake());
	return self:open();
end

-- Ends the stream and the connection.
function Client:close()
	if not self.closed then self:send("</stream:stream>"); end
	self:drop();
end

-- Drops the connection without a word, as a lost network would.
function Client:drop()
	self.closed = self.closed or "closed";
	self.socket:close();
end

return Client;
