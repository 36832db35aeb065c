-- What the live specs have in common: one server and host, invites and accounts there, streams that have presented an invite, and changes inside
-- the server that are undone after each test.

local busted = require "busted";
local assert = require "luassert";
local Client = require "spec.live.harness.client";
local Http = require "spec.live.harness.http";
local Server = require "spec.live.harness.server";
local server_log = require "spec.live.harness.server_log";

local Fixture = {};
Fixture.__index = Fixture;

-- What strangers are told (XEP-0445, example 7), and what those are told who show nothing.
Fixture.invalid = { type = "cancel", condition = "item-not-found", text = "The provided token is invalid or expired" };
Fixture.not_invited = { type = "modify", condition = "not-acceptable", text = "Registration on this server is through invitation only" };

-- (host, options of Server.new) → fixture; the server has started
function Fixture.new(host, options)
	options = options or {};
	options.hosts = options.hosts or { host };
	return Fixture.on(Server.start_new(options), host);
end

-- In a block of tests: one server for all of them. After each test its streams end, and what it changed inside the server is taken back. In the end
-- the server's log must show no mistake of ours.
-- (host; options of Server.new or nil; function (server, HTTP client for the host) that prepares the server, or nil; Lua patterns of mistakes that
-- tests provoke, or nil) → fixture
function Fixture.shared(host, options, prepare, provoked)
	options = options or {};
	options.hosts = options.hosts or { host };
	local fixture = setmetatable({ host = host }, Fixture);
	busted.setup(function ()
		fixture.server = Server.start_new(options);
		fixture.version = fixture.server.version;
		if prepare then prepare(fixture.server, options.http and Http.new(fixture.server.http_port, host)); end
	end);
	local lasting; -- number of the clients that were there before a test
	busted.before_each(function () lasting = #fixture.server.clients; end);
	busted.after_each(function ()
		local clients = fixture.server.clients;
		for i = #clients, lasting + 1, -1 do
			if not clients[i].stays then table.remove(clients, i):drop(); end
		end
		if fixture.server.pid then fixture:undo(); end
	end);
	busted.teardown(function ()
		server_log.assert_sound(fixture.server, provoked);
		fixture:stop();
	end);
	return fixture;
end

-- (server, host) → fixture for that host of it
function Fixture.on(server, host)
	return setmetatable({ server = server, host = host, version = server.version }, Fixture);
end

-- (name of a function of mod_invites that makes an invite, its arguments) → token
function Fixture:invite(name, ...)
	local invite, code = self.server:invites(self.host, name, ...);
	assert.is_table(invite, code);
	return invite.token;
end

-- (token) → is there a use left? Asked without showing it on a stream.
function Fixture:usable(token)
	return self:eval("return (invites.get(...)) ~= nil", token);
end

-- (code, arguments for it as ...) → what it returned inside the server
function Fixture:eval(code, ...)
	return self.server:eval(self.host, code, ...);
end

-- (username, password or nil) makes an account
function Fixture:account(username, password)
	self:eval([[
		local create = usermanager.create_user_with_role or usermanager.create_user;
		local username, password = ...;
		assert(create(username, password, host, "prosody:registered"));
	]], username, password or "secret");
end

function Fixture:account_exists(username)
	return self:eval("return not not usermanager.user_exists(..., host)", username);
end

-- (token or nil) → client with a stream, that has shown this invite
function Fixture:stream(token)
	local client = self.server:client(self.host);
	if token then assert.is_true(client:preauth(token)); end
	return client;
end

-- (username, password or nil, resource or nil) → client that is logged in
function Fixture:login(username, password, resource)
	local client = self.server:client(self.host);
	local jid, condition = client:login(username, password or "secret", resource or "r");
	assert.equal(username.."@"..self.host.."/"..(resource or "r"), jid or condition);
	return client;
end

-- (username, token or nil for a new invite, password or nil) registers an account on a stream of its own
function Fixture:register(username, token, password)
	local client = self:stream(token or self:invite("create_account"));
	assert.is_true(client:register(username, password or "secret"));
	client:close();
end

-- (client, username) asks for an account whose creation takes a while, and waits until that has begun → id of the request
function Fixture:register_slowly(client, username)
	self:replace("prosody.hosts[host].users", "create_user", "spec.waiting = true; require 'util.async'.sleep(0.2); return old(...)");
	local id = client:request("set", nil, Client.xml.register(username, "secret"));
	assert.is_true(self.server:wait_until(function () return self:eval("return prosody.spec.waiting"); end));
	return id;
end

-- (expected: a table, or "type/condition"; what :preauth or :register of a client returned)
function Fixture.refused(expected, ok, err)
	assert.is_nil(ok);
	if type(expected) == "string" then
		assert.equal(expected, tostring(err.type).."/"..tostring(err.condition));
	else
		assert.same(expected, err);
	end
end

-- Inside the server: `spec` of the code below is a table for whatever a test wants to keep there.
local changes = [[
	prosody.spec = prosody.spec or { undo = {} };
	local spec = prosody.spec;
	local function compile(code, old)
		return assert(load(code, "=change", "t", setmetatable({ old = old, spec = spec, module = module, host = host }, {
			__index = function (_, name) return name:find("manager$") and require("core."..name) or _G[name]; end;
		})));
	end
]];

-- Hooks an event inside the server. (event, code with the event in `event`, priority or nil)
function Fixture:hook(event, code, priority)
	self:eval(changes..[[
		local name, code, priority = ...;
		local handler = compile("local event = ...; "..code);
		table.insert(spec.undo, function () module:unhook(name, handler); end);
		module:hook(name, handler, priority);
	]], event, code, priority or 0);
end

-- Replaces a function inside the server. (expression for its table, its name, code with the arguments in ... and the old one in `old`)
function Fixture:replace(where, name, code)
	self:eval(changes..[[
		local where, name, code = ...;
		local target = compile("return "..where)();
		local old = target[name];
		target[name] = compile(code, old);
		table.insert(spec.undo, 1, function () target[name] = old; end);
	]], where, name, code);
end

-- Sets the server's clock forward. (seconds)
function Fixture:pass(seconds)
	self:replace("os", "time", ("return old(...) + (... and 0 or %d)"):format(seconds));
end

-- Takes back what the functions above have done.
function Fixture:undo()
	self:eval("for _, undo in ipairs(prosody.spec and prosody.spec.undo or {}) do undo(); end prosody.spec = nil;");
end

function Fixture:stop()
	self.server:stop();
end

return Fixture;
