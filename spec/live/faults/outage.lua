-- What the specs of failing databases and libraries share: a server with two hosts, and what must work during a failure and afterwards.

local assert = require "luassert";
local socket = require "socket";
local Server = require "spec.live.harness.server";
local Fixture = require "spec.live.harness.fixture";
local server_log = require "spec.live.harness.server_log";
local paths = require "spec.support.paths";

local outage = {};

local host, open_host = "verona.example", "open.example";
outage.host, outage.open_host = host, open_host;
local refused, invalid, not_invited = Fixture.refused, Fixture.invalid, Fixture.not_invited;
local closed = "wait/internal-server-error";

local is_old = paths.version == "0.12";

-- (server, shell command, or function) runs it in the data directory
function outage.shell(server, command)
	if type(command) == "function" then return command(server); end
	assert(os.execute(("cd '%s' && %s"):format(server.data, command)));
end

-- (server) asserts that who has an account is served
function outage.assert_serves(server)
	local client = server:client(host);
	assert.equal("romeo@"..host.."/r", (client:login("romeo", "secret", "r")));
	assert.is_true(client:ping());
	assert.same({}, client:roster());
	client:close();
end

-- (server) asserts that nobody registers, with or without invite, and that no invite is made
function outage.assert_closed(server, token)
	local client = server:client(host);
	refused(closed, client:preauth(token));
	refused(not_invited, client:register("mallory", "secret"));
	client:close();
	client = server:client(open_host); -- where a name may be somebody's, nobody can say whose
	refused(closed, client:register("mallory", "secret"));
	client:close();
	assert.is_nil((server:invites(host, "create_account")));
	for _, name in ipairs(server.hosts) do
		assert.is_falsy(server:eval(name, "return usermanager.user_exists('mallory', host)"));
	end
end

-- (server, token, username) asserts that it works again, for an invite that was made before, and a new one
function outage.assert_open(server, token, username)
	local fixture = Fixture.on(server, host);
	local client = server:client(host);
	assert.is_true(client:preauth(token));
	assert.is_true(client:register(username, "secret"));
	client:close();
	server:eval(host, ""); -- the thread of the library has counted it
	refused(invalid, server:client(host):preauth(token));
	fixture:register(username.."2");
end

-- (server, words that the only error of each host must contain)
function outage.assert_one_error(server, mark, ...)
	local errors = server_log.errors(server, mark);
	assert.equal(#server.hosts, #errors, table.concat(errors, "\n"));
	for _, text in ipairs(errors) do
		for _, words in ipairs { ... } do assert.is_truthy(text:find(words, 1, true), text); end
	end
end

-- (options of Server.new or nil) → server with two hosts, on the second of which everybody may register; it has not started
function outage.new_server(settings)
	settings = settings or {};
	settings.hosts = { [host] = "", [open_host] = { registration_invite_only = false, allow_registration = true } };
	settings.options = { default_iteration_count = is_old and 100 or 4096 }; -- how often passwords are hashed: as rarely as the version accepts
	return Server.new(settings);
end

-- (server) starts it, makes the account romeo → token of an invite that was made there, fixture
function outage.populate(server)
	local fixture = Fixture.on(server:start(), host);
	fixture:account("romeo");
	return fixture:invite("create_account"), fixture;
end

-- (server, function that makes the server work, number of tries or nil) → seconds for which another client had to wait: the best of several
-- tries, for what else runs on this machine only adds to it
function outage.stall(server, work, tries)
	local other = server:client(host);
	other:login("romeo", "secret", "r");
	local best = math.huge;
	for _ = 1, tries or 5 do
		local start = socket.gettime();
		work();
		assert.is_true(other:ping());
		best = math.min(best, socket.gettime() - start);
	end
	other:close();
	return best;
end

return outage;
