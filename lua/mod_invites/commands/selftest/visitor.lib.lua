-- Somebody on this machine who uses invites: opens streams to the running server, registers, logs in.

local random = require "util.random";

local Client = require_once "commands/selftest/client";

local patience = 5; -- seconds for each answer
local ttl = 600; -- seconds for which an invite is valid

local Visitor = {};
Visitor.__index = Visitor;

-- (number of bytes) → text
function Visitor.random(count)
	return (random.bytes(count):gsub(".", function (byte) return ("%02x"):format(byte:byte()) end));
end

-- → password that policies of other modules accept
function Visitor.random_password() return Visitor.random(12).."aA1!"; end

-- (host as invites_config/reader has it) → array of { address, port, is_direct = is it for TLS from the start? }
local function places(host)
	local list = {};
	for is_direct, ports in pairs { [false] = host.option "c2s_ports"; [true] = host.option "c2s_direct_tls_ports" } do
		for _, address in ipairs(host.option "c2s_interfaces" or { "*" }) do
			address = (address == "*" or address == "0.0.0.0") and "127.0.0.1" or address == "::" and "::1" or address;
			for _, port in ipairs(ports or {}) do table.insert(list, { address = address; port = port; is_direct = is_direct }); end
		end
	end
	table.sort(list, function (a, b) return not a.is_direct and b.is_direct; end);
	return list;
end

-- (mod_invites of the host; host as invites_config/reader has it; array of usernames to use) → visitor; .unanswered: the server has not answered
function Visitor.new(invites, host, names)
	local self = { invites = invites; host = host; names = names; places = places(host); password = Visitor.random_password(); streams = {} };
	return setmetatable(self, Visitor);
end

-- Goes through a step. (function (try), where try(name, result, error) notes something that was tried, and returns the result)
-- → array of what was tried, as src/command/selftest takes it
function Visitor:tries(go)
	local tries = {};
	go(function (name, result, err)
		local failure = not result and (type(err) == "table" and err or { condition = tostring(err) }) or nil;
		if failure and failure.condition == "timeout" then self.unanswered = true; end
		table.insert(tries, { name = name; error = failure });
		return result;
	end);
	self:close();
	return tries;
end

-- Ends all streams, and waits until the server has ended them: it writes nothing about their accounts then.
function Visitor:close()
	for _, client in ipairs(self.streams) do
		if not client.closed then client:send("</stream:stream>"); end
	end
	for _, client in ipairs(self.streams) do
		if not self.unanswered and not client:wait_closed() then self.unanswered = true; end
		client:drop();
	end
	self.streams = {};
end

-- () → stream that is as encrypted as the server offers; or nil, error, and at which point: "dial", "open" or "encrypt"
function Visitor:stream()
	local client, err = Client.dial(self.host.name, self.place.address, self.place.port, patience);
	if not client then return nil, err, "dial"; end
	table.insert(self.streams, client);
	local ok, why = true, nil;
	if self.place.is_direct then ok, why = client:encrypt(); end
	if ok then ok, why = client:open(); end
	if not ok then return nil, why, "open"; end
	if not client.problems and client.features:get_child("starttls", "urn:ietf:params:xml:ns:xmpp-tls") then
		ok, why = client:starttls();
		if not ok then return nil, why, "encrypt"; end
	end
	return client;
end

-- Looks for the port on which the server has its clients. → as above
function Visitor:find()
	local client, err, point;
	for _, place in ipairs(self.places) do
		self.place = place;
		client, err, point = self:stream();
		if client or point ~= "dial" then break; end
	end
	return client, err, point;
end

-- (spec for mod_invites.make) → token, invite; or nil, code
function Visitor:invite(spec)
	spec.ttl, spec.data = ttl, { note = "selftest" };
	local invite, code = self.invites.make(spec);
	return invite and invite.token, code or invite;
end

-- (function (try), spec of the invite) → stream that has presented a new invite, token; or nil
function Visitor:holder(try, spec)
	local token = try("make", self:invite(spec));
	local client = token and try("open", self:stream());
	if client and try("present", client:preauth(token)) then return client, token; end
end

-- (stream, username) → the element that asks for an account, with whatever else the server wants to know
function Visitor:registration(client, username)
	local more = {};
	local form = client:registration_form();
	for _, field in ipairs(form and form.tags or {}) do
		local name = field.name;
		if field.attr.xmlns == form.attr.xmlns and name ~= "username" and name ~= "password" and name ~= "instructions" and name ~= "registered" then
			table.insert(more, ("<%s>%s</%s>"):format(name, name == "email" and username.."@"..self.host.name or "selftest", name));
		end
	end
	return Client.xml.register(username, self.password, table.concat(more));
end

-- (stream, username) → true, or nil, error
function Visitor:register(client, username)
	return Client.outcome(client:iq("set", nil, self:registration(client, username)));
end

-- (function (try), username, password, name of the try) → stream that is logged in, or nil
function Visitor:login(try, username, password, name)
	local client = try("open", self:stream());
	if not client then return; end
	return try(name, client:login(username, password)) and client;
end

return Visitor;
