-- What the fast specs have in common: on each version of Prosody, a server for each test, with mod_invites and some users.
--
--   Fixture.describe("api/create", { options = { allow_user_invites = true }; users = { "juliet" } }, function (fixture)
--       it("makes invites", function ()
--           local invites, server = fixture:start { invites_per_user = 2 };
--           ...

local busted = require "busted";
local assert = require "luassert";
local prosody = require "spec.support.prosody";

local Fixture = {};
Fixture.__index = Fixture;

-- Global options for modules with web pages. Ports are not opened.
Fixture.web = { http_ports = {}; https_ports = {}; http_external_url = "https://chat.example.com/" };

local function merged(...)
	local all = {};
	for _, options in ipairs { ... } do
		for name, value in pairs(options) do all[name] = value; end
	end
	return all;
end

-- (name; { options of the host, global = options, modules = {}, users = {}, and what else prosody.new takes } or nil; function (fixture))
-- describes something on each version. fixture has .host, .version and .is_13; once a server has started also .server and .invites.
function Fixture.describe(name, defaults, body)
	for _, version in ipairs(prosody.versions) do
		busted.describe(name.." on Prosody "..version, function ()
			local fixture = setmetatable({ host = "example.com"; version = version; is_13 = version ~= "0.12"; defaults = defaults or {} }, Fixture);
			busted.after_each(function () fixture:stop(); end);
			body(fixture);
		end);
	end
end

-- (options of the host beyond the usual ones, or nil; what else differs from the defaults, or nil) → mod_invites, server.
-- A server that still runs is stopped first. more.before: function to call before modules are loaded.
function Fixture:start(options, more)
	self:stop();
	local wish = merged({ modules = { "invites" } }, self.defaults, more or {});
	wish.version = self.version;
	wish.hosts = merged({ [self.host] = merged(self.defaults.options or {}, options or {}) }, wish.hosts or {});
	self.server = prosody.new(wish);
	if wish.before then wish.before(); end
	for _, module in ipairs(wish.modules) do assert(self.server:load(self.host, module)); end
	self.invites = self:module "invites";
	for _, username in ipairs(wish.users or {}) do self.server:create_user(username, self.host, "secret"); end
	return self.invites, self.server;
end

-- For Fixture:start: Prosody's throttles know no other time than what server:advance lets pass.
function Fixture:frozen()
	return { before = function ()
		package.loaded["util.throttle"] = nil;
		require "util.time".now = self.server.timers.elapsed;
		require "util.throttle";
	end };
end

function Fixture:stop()
	local server = self.server;
	self.server, self.invites = nil, nil;
	if server then server:stop(); end
end

-- (name) → environment of that module on the host
function Fixture:module(name)
	return require "core.modulemanager".get_module(self.host, name);
end

-- (name) reloads that module → mod_invites
function Fixture:reload(name)
	assert(self.server:reload(self.host, name or "invites"));
	self.invites = self:module "invites";
	return self.invites;
end

function Fixture:user_exists(username)
	return require "core.usermanager".user_exists(username, self.host) and true or false;
end

function Fixture:has_password(username, password)
	return require "core.usermanager".test_password(username, self.host, password) and true or false;
end

-- (username, roles...) gives the user these roles and no others. On 13.0 the first one is the primary one.
function Fixture:give_roles(username, ...)
	local usermanager = require "core.usermanager";
	local roles = {};
	for _, role in ipairs { ... } do roles[role] = true; end
	if not self.is_13 then return usermanager.set_roles(username.."@"..self.host, self.host, roles); end
	usermanager.set_user_role(username, self.host, (...));
	for _, role in ipairs { select(2, ...) } do usermanager.add_user_secondary_role(username, self.host, role); end
end

-- (username, more fields for mod_invites.make or nil) → what make returns for an account invite with the user's own authority
function Fixture:own_invite(username, more)
	return self.invites.make(merged({ kind = "account"; creator = username; authority = "user" }, more or {}));
end

-- (username, token) creates an account with an invite, as registration does → the validated invite
function Fixture:join(username, token)
	local validated = assert(self.invites.get(token));
	assert.is_true(self.invites.claim(validated, username));
	self.server:create_user(username, self.host, "secret");
	assert.is_true(self.invites.redeem(validated, username));
	self.server:settle();
	return validated;
end

-- (code, what a function of mod_invites returned)
function Fixture.refused(code, result, got)
	assert.is_nil(result);
	assert.equal(code, got);
end

return Fixture;
