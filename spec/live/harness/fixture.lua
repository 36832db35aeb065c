-- What the live specs have in common: a server and a host of it, invites and accounts there, streams that have presented an invite, and changes
-- inside the server that are undone after each test.

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

-- (server, host) → fixture for that host of it
function Fixture.on(server, host)
	return setmetatable({ server = server, host = host, version = server.version, secrets = {} }, Fixture);
end

-- (host; options of Server.new or nil; Lua patterns of lines of the log that tests provoke, or nil) → fixture; the server has started
function Fixture.new(host, options, provoked)
	options = options or {};
	options.hosts = options.hosts or { host };
	return Fixture.begin(setmetatable({ host = host, secrets = {}, provoked = provoked }, Fixture), options);
end

function Fixture:begin(options)
	self.server = Server.start_new(options);
	self.version = self.server.version;
	self.http = self.server.http_port and Http.new(self.server.http_port, self.host);
	return self;
end

-- In a block of tests: one server for all of them. After each test its streams end, and what it changed inside the server is taken back.
-- (as Fixture.new; function (server, HTTP client for the host) that prepares the server, or nil, stands before the patterns) → fixture
function Fixture.shared(host, options, prepare, provoked)
	options = options or {};
	options.hosts = options.hosts or { host };
	local fixture = setmetatable({ host = host, secrets = {}, provoked = provoked }, Fixture);
	busted.setup(function ()
		fixture:begin(options);
		if prepare then prepare(fixture.server, fixture.http); end
	end);
	local lasting; -- number of the clients that were there before a test
	busted.before_each(function () lasting = #fixture.server.clients; end);
	busted.after_each(function ()
		local clients = fixture.server.clients;
		for i = #clients, lasting + 1, -1 do table.remove(clients, i):drop(); end
		if fixture.server.pid then fixture:undo(); end
	end);
	busted.teardown(function () fixture:stop(); end);
	return fixture;
end

-- Stops the server, in whose log there must be no error that nobody has provoked, and none of the secrets.
function Fixture:stop()
	server_log.assert(self.server, self.provoked);
	server_log.assert_secret(self.server, self.secrets);
	if self.server.pid then self.server:stop(); end
end

-- (text, or nil for none) must be in no log → the text
function Fixture:secret(text)
	table.insert(self.secrets, text);
	return text;
end

-- (text with a link) → token in it
function Fixture:token_in(text)
	return self:secret(assert(text:match("preauth=(%w+)") or text:match("[?#/](%w+)%s*$"), text));
end

-- (name of a function of mod_invites that makes an invite, its arguments) → invite
function Fixture:make(name, ...)
	local invite, code = self.server:invites(self.host, name, ...);
	assert.is_table(invite, code);
	self:secret(invite.token);
	return invite;
end

-- (username, fields of the spec besides or nil) → account invite on this user's own permission; or nil, code
function Fixture:own(username, more)
	local spec = { kind = "account"; creator = username; authority = "user" };
	for key, value in pairs(more or {}) do spec[key] = value; end
	return self.server:invites(self.host, "make", spec);
end

-- (as Fixture:make) → token
function Fixture:invite(...)
	return self:make(...).token;
end

-- (token; username whose contact one would become, or nil) → is there a use left? Asked without showing it on a stream.
function Fixture:usable(...)
	return self:eval("return (invites.get(...)) ~= nil", ...);
end

-- (token) → "pending", "claimed", "redeemed", …
function Fixture:state(token)
	return self:eval("return invites.info(...).state", token);
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
	self:eval ""; -- what others have done before is done
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

-- (as Fixture:login) → client that is logged in and online, and is told of changes of its roster
function Fixture:online(...)
	local client = self:login(...);
	client:roster();
	client:presence();
	client:ping();
	return client;
end

-- (username, token or nil for a new invite, password or nil) registers an account on a stream of its own
function Fixture:register(username, token, password)
	local client = self:stream(token or self:invite("create_account"));
	assert.is_true(client:register(username, password or "secret"));
	client:close();
	self:eval ""; -- what follows a registration is done
end

-- What follows redemptions is done when nothing of it is noted any more.
function Fixture:followed_up()
	assert.is_true(self.server:wait_until(function ()
		return self:eval "return #invites.require_once('ledger').ask('follow_ups') == 0";
	end));
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

return Fixture;
