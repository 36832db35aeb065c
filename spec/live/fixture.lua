-- What the specs of registration, resets and subscriptions have in common: one server and host, invites and accounts there, streams that
-- have shown an invite, and changes inside the server that are taken back after each test.

local Server = require "spec.live.server";
local assert = require "luassert";

local Stage = {};
Stage.__index = Stage;

-- What strangers are told (XEP-0445, example 7), and what those are told who show nothing.
Stage.invalid = { type = "cancel", condition = "item-not-found", text = "The provided token is invalid or expired" };
Stage.not_invited = { type = "modify", condition = "not-acceptable", text = "Registration on this server is through invitation only" };

-- (host, options of Server.new) → stage; the server has started
function Stage.new(host, options)
	options = options or {};
	options.hosts = options.hosts or { host };
	return Stage.on(Server.start_new(options), host);
end

-- (server, host) → stage for that host of it
function Stage.on(server, host)
	return setmetatable({ server = server, host = host, version = server.version }, Stage);
end

-- (name of a function of mod_invites that makes an invite, its arguments) → token
function Stage:invite(name, ...)
	local invite, code = self.server:invites(self.host, name, ...);
	assert.is_table(invite, code);
	return invite.token;
end

-- (token) → is there a use left? Asked without showing it on a stream.
function Stage:usable(token)
	return self:eval("return (invites.get(...)) ~= nil", token);
end

-- (code, arguments for it as ...) → what it returned inside the server
function Stage:eval(code, ...)
	return self.server:eval(self.host, code, ...);
end

-- (username, password or nil) makes an account
function Stage:account(username, password)
	self:eval([[
		local create = usermanager.create_user_with_role or usermanager.create_user;
		local username, password = ...;
		assert(create(username, password, host, "prosody:registered"));
	]], username, password or "secret");
end

function Stage:account_exists(username)
	return self:eval("return not not usermanager.user_exists(..., host)", username);
end

-- (token or nil) → client with a stream, that has shown this invite
function Stage:stream(token)
	local client = self.server:client(self.host);
	if token then assert.is_true(client:preauth(token)); end
	return client;
end

-- (username, password or nil, resource or nil) → client that is logged in
function Stage:login(username, password, resource)
	local client = self.server:client(self.host);
	local jid, condition = client:login(username, password or "secret", resource or "r");
	assert.equal(username.."@"..self.host.."/"..(resource or "r"), jid or condition);
	return client;
end

-- (expected: a table, or "type/condition"; what :preauth or :register of a client returned)
function Stage.refused(expected, ok, err)
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
function Stage:hook(event, code, priority)
	self:eval(changes..[[
		local name, code, priority = ...;
		local handler = compile("local event = ...; "..code);
		table.insert(spec.undo, function () module:unhook(name, handler); end);
		module:hook(name, handler, priority);
	]], event, code, priority or 0);
end

-- Replaces a function inside the server. (expression for its table, its name, code with the arguments in ... and the old one in `old`)
function Stage:replace(where, name, code)
	self:eval(changes..[[
		local where, name, code = ...;
		local target = compile("return "..where)();
		local old = target[name];
		target[name] = compile(code, old);
		table.insert(spec.undo, 1, function () target[name] = old; end);
	]], where, name, code);
end

-- Sets the server's clock forward. (seconds)
function Stage:pass(seconds)
	self:replace("os", "time", ("return old(...) + (... and 0 or %d)"):format(seconds));
end

-- Takes back what the functions above have done.
function Stage:undo()
	self:eval("for _, undo in ipairs(prosody.spec and prosody.spec.undo or {}) do undo(); end prosody.spec = nil;");
end

function Stage:stop()
	self.server:stop();
end

return Stage;
