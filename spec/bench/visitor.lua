-- Visitors of web pages for `make bench`: one who waits for each page, several who are never idle, and some who come at an even pace while
-- somebody else pings the server. Each waits for nothing but the network, so that what is measured is the server.

local socket = require "socket";
local figures = require "spec.bench.figures";

local Visitor = {};
Visitor.__index = Visitor;

-- A telephone, as most people have in hand when somebody sends them an invite.
local headers = table.concat({
	"User-Agent: Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";
	"Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
	"Accept-Language: de-AT,de;q=0.9,en-US;q=0.8,en;q=0.7";
	"Upgrade-Insecure-Requests: 1";
}, "\r\n");

local patience = 30; -- seconds
local longest_pause = 0.004; -- seconds between two pings

-- (port on 127.0.0.1, value of the header Host, function () → path, method or nil for GET, further lines of the head or nil) → visitor
function Visitor.new(port, host, path_of, method, more)
	return setmetatable({
		port = port, path_of = path_of, method = method or "GET";
		headers = ("Host: %s\r\n%s\r\n%s%s"):format(host, headers, more or "", method == "POST" and "Content-Length: 0\r\n" or "");
	}, Visitor);
end

-- () → connection
function Visitor:open()
	local conn = assert(socket.tcp());
	assert(conn:connect("127.0.0.1", self.port));
	conn:setoption("tcp-nodelay", true);
	conn:settimeout(0);
	return { socket = conn };
end

-- (connection; will there be no further request on it?) asks for a page.
function Visitor:ask(connection, last)
	connection.text, connection.size = "", nil;
	local request = ("%s %s HTTP/1.1\r\n%sConnection: %s\r\n\r\n"):format(self.method, self.path_of(), self.headers, last and "close" or "keep-alive");
	assert(connection.socket:send(request));
end

-- (connection) takes in what has arrived. → bytes of the answer with its head, once all of it is there; throws if it is no page
function Visitor.take(connection)
	local data, err, partial = connection.socket:receive(65536);
	if err == "closed" and partial == "" then error("the server closed the connection: "..connection.text:sub(1, 200)); end
	connection.text = connection.text..(data or partial);
	if not connection.size then
		local head = connection.text:match("^(.-\r\n)\r\n");
		if not head then return nil; end
		assert(head:find("^HTTP/1%.1 20[01] "), head);
		connection.size = #head + 2 + assert(head:match("\r\nContent%-Length: (%d+)\r\n"), head);
	end
	return #connection.text >= connection.size and connection.size or nil;
end

-- (connection or nil for a new one each time) → bytes of one answer
function Visitor:page(connection)
	local conn = connection or self:open();
	self:ask(conn, not connection);
	local size;
	repeat
		assert(socket.select({ conn.socket }, nil, patience)[1], "no answer in time");
		size = Visitor.take(conn);
	until size;
	if not connection then conn.socket:close(); end
	return size;
end

-- (seconds) → the median of the seconds that one page took, over a connection of its own
function Visitor:latency(seconds)
	local times, deadline = {}, socket.gettime() + seconds;
	repeat
		local before = socket.gettime();
		self:page();
		table.insert(times, socket.gettime() - before);
	until socket.gettime() >= deadline;
	return figures.median(times);
end

-- (how many connections at a time, seconds, is each of them for one page only?) → pages a second, share of that time in which this process was busy
function Visitor:busy(connections, seconds, once)
	local of, sockets, pages = {}, {}, 0; -- socket → { its connection, its place in the list }
	local function begin(at)
		local conn = self:open();
		sockets[at], of[conn.socket] = conn.socket, { conn, at };
		self:ask(conn, once);
	end
	for i = 1, connections do begin(i); end
	local began, worked = socket.gettime(), os.clock();
	local deadline = began + seconds;
	repeat
		local ready = socket.select(sockets, nil, patience);
		assert(ready[1], "no answer in time");
		for i = 1, #ready do
			local conn, at = table.unpack(of[ready[i]]);
			if Visitor.take(conn) then
				pages = pages + 1;
				if once then
					of[conn.socket] = nil;
					conn.socket:close();
					begin(at);
				else
					self:ask(conn);
				end
			end
		end
	until socket.gettime() >= deadline;
	local took = socket.gettime() - began;
	for i = 1, connections do sockets[i]:close(); end
	return pages / took, (os.clock() - worked) / took;
end

-- (list, what is in it) takes it out.
local function remove(list, item)
	for at, other in ipairs(list) do
		if other == item then return table.remove(list, at); end
	end
end

-- (XMPP client, pages a second or 0, seconds) → list of seconds that pings of that client took, one after the other with a short pause of any
-- length between them; list of seconds that the pages took, each over a connection of its own
function Visitor:pings(client, rate, seconds)
	local pings, pages = {}, {};
	local sockets, visits = { client.socket }, {}; -- visits: socket → { connection, when it began }
	local now = socket.gettime();
	local deadline = now + seconds;
	local next_page, next_ping, sent, id = rate > 0 and now or math.huge, now, nil, nil;

	local function visit()
		local conn = self:open();
		table.insert(sockets, conn.socket);
		visits[conn.socket] = { conn, now };
		self:ask(conn, true);
		next_page = next_page + 1 / rate;
	end

	local function read(from)
		local conn, began = table.unpack(visits[from]);
		if not Visitor.take(conn) then return; end
		table.insert(pages, now - began);
		visits[from] = nil;
		remove(sockets, from):close();
	end

	local function read_ping()
		if not sent or not client:reply(id, 0) then return; end
		table.insert(pings, now - sent);
		sent, next_ping = nil, now + math.random() * longest_pause;
	end

	collectgarbage();
	collectgarbage("stop");
	repeat
		now = socket.gettime();
		if now >= next_page and now < deadline then visit(); end
		now = socket.gettime();
		if not sent and now >= next_ping then
			id, sent = client:request("get", client.host, "<ping xmlns='urn:xmpp:ping'/>"), now;
		end
		local ready = socket.select(sockets, nil, math.max(0, math.min(next_page, sent and math.huge or next_ping, now + patience) - socket.gettime()));
		now = socket.gettime();
		assert(not sent or now - sent < patience, "no answer in time");
		for i = 1, #ready do
			if ready[i] == client.socket then read_ping(); else read(ready[i]); end
		end
	until now >= deadline and not sent;
	for i = 2, #sockets do sockets[i]:close(); end
	collectgarbage("restart");
	return pings, pages;
end

return Visitor;
