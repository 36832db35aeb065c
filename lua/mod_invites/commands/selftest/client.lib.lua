-- A small XMPP client: one TCP stream, every read with a timeout, no threads and no callbacks. What it has received and nobody has asked for
-- stays in a queue, so that many clients can send first and read their answers afterwards. It blocks, so it is not for a running server.
--
-- Stanzas are those of Prosody's util.stanza: .name, .attr, .tags, :get_text(), :get_child(name, xmlns), :find(path), ...

local base64 = require "util.encodings".base64;
local socket = require "socket";
local st = require "util.stanza";
local new_stream = require "util.xmppstream".new;

local encrypt = require_once "commands/selftest/tls";
local scram = require_once "commands/selftest/scram";
local escape = st.xml_escape;

local Client = {};
Client.__index = Client;

local xmlns_streams = "urn:ietf:params:xml:ns:xmpp-streams";
local xmlns_sasl = "urn:ietf:params:xml:ns:xmpp-sasl";
local xmlns_bind = "urn:ietf:params:xml:ns:xmpp-bind";
local xmlns_tls = "urn:ietf:params:xml:ns:xmpp-tls";
local xmlns_register = "jabber:iq:register";
local xmlns_preauth = "urn:xmpp:pars:0"; -- XEP-0379: Pre-Authenticated Roster Subscription

local longest_stanza = 1e8; -- bytes

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

-- (host; address; port; seconds that any later read may take) → client without a stream, or nil, error
function Client.dial(host, address, port, timeout)
	local conn = socket.tcp();
	conn:settimeout(timeout);
	local ok, err = conn:connect(address, port);
	if not ok then
		conn:close();
		return nil, err;
	end
	conn:setoption("tcp-nodelay", true);
	local self = setmetatable({ host = host; timeout = timeout; queue = {}; ids = 0; socket = conn }, Client);
	self.stream = new_stream(self, callbacks, longest_stanza);
	return self;
end

-- Opens the stream, or a new one on the same connection. → the stream features (a stanza), or nil, why
function Client:open()
	self.stream:reset();
	self.notopen = true;
	self:send(("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'"
		.." to='%s' version='1.0'>"):format(escape(self.host)));
	local why;
	self.features, why = self:wait_for(function (stanza) return stanza.name == "features"; end);
	return self.features, why;
end

-- (XML text or stanza) → true, or nil, why
function Client:send(xml)
	self.socket:settimeout(self.timeout);
	local ok, err = self.socket:send(tostring(xml));
	return ok and true, err;
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

-- (seconds or nil) → whether the server ended the stream or the connection within that time
function Client:wait_closed(seconds)
	local _, err = self:wait_for(function () return false; end, seconds);
	return err ~= "timeout";
end

-- Sends an iq and does not wait. (type "get" or "set", to or nil, payload) → its id, for Client:reply; or nil, why
function Client:request(kind, to, payload)
	self.ids = self.ids + 1;
	local id = "c"..self.ids;
	local ok, err = self:send(("<iq type='%s' id='%s'%s>%s</iq>"):format(kind, id, to and " to='"..escape(to).."'" or "", tostring(payload)));
	return ok and id, err;
end

-- (id of a request, seconds or nil) → the answer (a stanza), or nil, why as in wait_for
function Client:reply(id, seconds)
	return self:wait_for(function (stanza) return stanza.name == "iq" and stanza.attr.id == id; end, seconds);
end

-- (type, to or nil, payload) → the answer (a stanza), or nil, why
function Client:iq(kind, to, payload)
	local id, err = self:request(kind, to, payload);
	if not id then return nil, err; end
	return self:reply(id);
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

-- (name of a SASL mechanism) → does the server offer it on this stream?
function Client:offers(mechanism)
	local mechanisms = self.features:get_child("mechanisms", xmlns_sasl);
	for element in (mechanisms or self.features):childtags("mechanism") do
		if element:get_text() == mechanism then return true; end
	end
	return false;
end

-- () → the mechanism to log in with, or nil
function Client:mechanism()
	if self:offers "PLAIN" then return "PLAIN"; end
	for _, mechanism in ipairs(scram.mechanisms) do
		if self:offers(mechanism) then return mechanism; end
	end
end

-- (text, mechanism if it is the first one) → the server's answer (a stanza of SASL), or nil, condition
function Client:sasl(text, mechanism)
	local element = mechanism and "auth" or "response";
	local attribute = mechanism and " mechanism='"..mechanism.."'" or "";
	self:send(("<%s xmlns='%s'%s>%s</%s>"):format(element, xmlns_sasl, attribute, base64.encode(text), element));
	local answer, why = self:wait_for(function (stanza) return stanza.attr.xmlns == xmlns_sasl; end);
	if answer and answer.name == "failure" then return nil, answer.tags[1] and answer.tags[1].name or answer.name; end
	return answer, why;
end

-- Authenticates with SASL (RFC 4616: PLAIN, RFC 5802: SCRAM). (username, password) → true, or nil, condition
function Client:authenticate(username, password)
	local mechanism = self:mechanism();
	if not mechanism then return nil, "no-mechanism"; end
	if mechanism == "PLAIN" then return self:sasl("\0"..username.."\0"..password, mechanism); end
	local first, answer_to = scram.begin(mechanism, username, password);
	local challenge, why = self:sasl(first, mechanism);
	if not challenge then return nil, why; end
	local answer, signature = answer_to(base64.decode(challenge:get_text()) or "");
	if not answer then return nil, signature; end
	local success, refused = self:sasl(answer);
	if not success then return nil, refused; end
	return base64.decode(success:get_text()) == signature or nil, "bad-signature";
end

-- Logs in and binds a resource. (username, password, resource or nil) → full JID, or nil, condition
function Client:login(username, password, resource)
	local authenticated, refused = self:authenticate(username, password);
	if not authenticated then return nil, refused; end
	local features, no_features = self:open();
	if not features then return nil, no_features; end
	local answer, why = self:iq("set", nil, ("<bind xmlns='%s'>%s</bind>"):format(
		xmlns_bind, resource and "<resource>"..escape(resource).."</resource>" or ""));
	if not answer then return nil, why; end
	self.jid = answer:find("{"..xmlns_bind.."}bind/jid#");
	return self.jid, not self.jid and select(2, answer:get_error()) or nil;
end

-- (type or nil, to or nil, payload or nil) sends a presence
function Client:presence(kind, to, payload)
	return self:send(("<presence%s%s>%s</presence>"):format(
		kind and " type='"..kind.."'" or "", to and " to='"..escape(to).."'" or "", tostring(payload or "")));
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

-- Encrypts the connection. → true, or nil, why. What is wrong with the certificate is in .problems: any certificate will do.
function Client:encrypt()
	local conn, problems = encrypt(self.socket, self.host, "_xmpp-client", self.timeout);
	if not conn then
		self.closed = "closed";
		return nil, problems;
	end
	self.socket, self.problems = conn, problems;
	return true;
end

-- Encrypts the stream and opens it anew. → its features, or nil, why
function Client:starttls()
	self:send(("<starttls xmlns='%s'/>"):format(xmlns_tls));
	local answer, why = self:wait_for(function (stanza) return stanza.attr.xmlns == xmlns_tls; end);
	if not answer or answer.name ~= "proceed" then return nil, answer and answer.name or why; end
	local encrypted, err = self:encrypt();
	if not encrypted then return nil, err; end
	return self:open();
end

-- Drops the connection without a word, as a lost network would.
function Client:drop()
	self.closed = self.closed or "closed";
	self.socket:close();
end

return Client;
