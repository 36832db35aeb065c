-- Clients that register, many at a time, and another one who pings the server meanwhile. Each waits for nothing but the network, so that what is
-- measured is the server. It looks for a few words in the answers instead of parsing them: that costs a tenth of what the server does.

local socket = require "socket";
local figures = require "spec.bench.figures";
local preload = require "spec.bench.preload";

local Streams = {};
Streams.__index = Streams;

local host = preload.host;
local patience = 30; -- seconds
local longest_pause = 0.004; -- seconds between two pings

local header = ("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='%s' version='1.0'>")
	:format(host);
local preauth = "<iq type='set' id='p' to='"..host.."'><preauth xmlns='urn:xmpp:pars:0' token='%s'/></iq>";
local register = "<iq type='set' id='r'><query xmlns='jabber:iq:register'><username>%s</username><password>a password</password></query></iq>";

-- (subject) → streams for it, and a client that is online there
function Streams.new(subject)
	local self = setmetatable({ subject = subject; server = subject.server; names = 0; rate = 200 }, Streams);
	assert(self.server:eval(host, "return usermanager.create_user('pinger', 'a password', host)"));
	self.pinger = self.server:client(host);
	assert(self.pinger:login("pinger", "a password", "r"));
	return self;
end

-- (how many) → list of tokens of new invites; none if the server needs none
function Streams:tokens(count)
	if self.subject.kind == "bare" then return nil; end
	return self.server:eval(host, [[
		local tokens = {};
		for i = 1, ... do tokens[i] = invites.create_account().token; end
		return tokens;
	]], count);
end

-- What a client sends next, and the words in the answer that say that it can go on.
local steps = {
	{ send = function () return header; end; wait = "</stream:features>" };
	{ send = function (token) return token and preauth:format(token); end; wait = "type='result'" };
	{ send = function (_, name) return register:format(name); end; wait = "type='result'" };
	{ send = function () return "</stream:stream>"; end; wait = "</stream:stream>" };
};

-- (client) goes on to its next step. → false after the last one
local function advance(client)
	repeat
		client.step, client.text = client.step + 1, "";
		if client.step > #steps then return false; end
		local text = steps[client.step].send(client.token, client.name);
		if text then assert(client.socket:send(text)); end
	until text;
	return true;
end

-- (client) takes in what has arrived. → is it through with this step, was it refused: a server may do that whose disk is too slow
local function take(client)
	local data, err, partial = client.socket:receive(65536);
	client.text = client.text..(data or partial);
	if client.text:find(steps[client.step].wait, 1, true) then return true; end
	-- The server sets the order of attributes.
	if client.text:find('type="result"', 1, true) then return true; end
	assert(err ~= "closed", "the server closed the connection");
	return false, client.text:find("<error", 1, true) ~= nil;
end

-- (how many streams at a time, seconds, slow disk, milliseconds that each sync takes longer) → { rate: registrations a second;
-- refused: share of them; ping, p99: seconds }
function Streams:run(streams, seconds, delay, milliseconds)
	delay:set(0);
	local tokens = self:tokens(math.ceil(self.rate * seconds * 1.5) + streams);
	delay:set(milliseconds);
	local of, sockets, done, refused, at = {}, { self.pinger.socket }, 0, 0, 0; -- of: socket → client
	local now = socket.gettime();
	local began, deadline = now, now + seconds;
	local pings, next_ping, sent, id = {}, now, nil, nil;

	local function begin()
		at = at + 1;
		if tokens and at > #tokens then return; end
		local conn = assert(socket.tcp());
		assert(conn:connect("127.0.0.1", self.server.port));
		conn:setoption("tcp-nodelay", true);
		conn:settimeout(0);
		self.names = self.names + 1;
		local client = { socket = conn; step = 0; token = tokens and tokens[at]; name = "member"..self.names };
		of[conn] = client;
		table.insert(sockets, conn);
		advance(client);
	end

	local function finish(client, was_refused)
		if was_refused then refused = refused + 1; else done = done + 1; end
		of[client.socket] = nil;
		for place, conn in ipairs(sockets) do
			if conn == client.socket then
				table.remove(sockets, place):close();
				break;
			end
		end
		if now < deadline then begin(); end
	end

	local last = now;
	collectgarbage();
	collectgarbage("stop");
	for _ = 1, streams do begin(); end
	repeat
		now = socket.gettime();
		if not sent and now >= next_ping and now < deadline then
			id, sent = self.pinger:request("get", host, "<ping xmlns='urn:xmpp:ping'/>"), now;
		end
		local ready = socket.select(sockets, nil, math.max(0, math.min(sent and math.huge or next_ping, now + 1) - socket.gettime()));
		now = socket.gettime();
		assert(now - last < patience, "no answer in time");
		for i = 1, #ready do
			last = now;
			local client = of[ready[i]];
			if not client then
				if sent and self.pinger:reply(id, 0) then
					table.insert(pings, now - sent);
					sent, next_ping = nil, now + math.random() * longest_pause;
				end
			else
				local is_through, was_refused = take(client);
				if was_refused or is_through and not advance(client) then finish(client, was_refused); end
			end
		end
	until #sockets == 1 and not sent;
	collectgarbage("restart");
	-- Those that were under way at the deadline are counted, and so is their time.
	self.rate = done / (now - began);
	return { rate = self.rate; refused = refused / (done + refused), ping = figures.quantile(pings, 0.5); p99 = figures.quantile(pings, 0.99) };
end

return Streams;
