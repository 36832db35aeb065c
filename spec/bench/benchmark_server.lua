-- What is measured: a Prosody with so many invites stored, either ours or the modules that come with it. Both have the same invites,
-- the same configuration and the same driver inside; each sample of either is taken by the same code.

local paths = require "spec.support.paths";
local socket = require "socket";
local datamanager = require "util.datamanager";
local Server = require "spec.live.harness.server";

local Subject = {};
Subject.__index = Subject;

local host = "localhost";
-- One a second, from a while ago on: what is bought as a million invites at once, nobody has.
local created = os.time() - 1000000;
local expires = created + 365 * 86400;
local chunk_size = 500; -- as mod_invites imports them

-- (number of a stored invite) → token, kind, user name. Of ten, six are for anybody, three are bound to a name, one is a contact's.
local function stored(i)
	local token = ("stored%08dabcdefghij"):format(i);
	local digit = i % 10;
	if digit < 6 then return token, "free"; end
	if digit < 9 then return token, "bound", "guest"..i; end
	return token, "contact", "inviter"..i % 100;
end

-- Into the store of the bundled module, in its own form, by Prosody's own library.
local function preload_bundled(data, count)
	local invites = {};
	for i = 1, count do
		local token, kind, username = stored(i);
		local contact, jid = kind == "contact", (username and username.."@" or "")..host;
		invites[token] = {
			type = contact and "roster" or "register", jid = jid, token = token, allow_registration = true;
			uri = ("xmpp:%s?%s;preauth=%s%s"):format(jid, contact and "roster" or "register", token, contact and ";ibr=y" or "");
			created_at = created, expires = expires;
		};
	end
	datamanager.set_data_path(data);
	assert(datamanager.store(nil, host, "invite_token", invites));
end

-- Into our database, by the library itself. → list of seconds that each chunk took; every chunk is durable when it is done
local function preload_ours(data, count)
	local open, err = package.loadlib(paths.root.."/lua/invites_core/invites_core.so", "luaopen_invites_core");
	local ledger = assert(open, err)().open {
		database = data.."/invites.sqlite", host = host, store_tokens = true, ttl = 7 * 86400, reset_ttl = 86400, history = 30 * 86400;
	};
	local times = {};
	for from = 1, count, chunk_size do
		local chunk = {};
		for i = from, math.min(from + chunk_size - 1, count) do
			local token, kind, username = stored(i);
			table.insert(chunk, { token = token; user = username; invite = {
				type = kind == "contact" and "roster" or "register"; allow_registration = true; created_at = created + i; expires = expires + i;
			} });
		end
		local before = socket.gettime();
		local counts = assert(ledger:import(nil, created, chunk));
		table.insert(times, socket.gettime() - before);
		assert(counts.imported == #chunk, "some invites were not imported");
	end
	assert(ledger:mark_imported(nil, created));
	ledger:close();
	return times;
end

-- (bundled: boolean, how many invites are stored, names of further modules or nil) → subject with .count, .bundled,
-- .server (which runs) and .chunks (see preload_ours)
function Subject.new(bundled, count, modules)
	local self = setmetatable({ bundled = bundled, count = count, names = 0 }, Subject);
	self.server = Server.new {
		bundled = bundled, hosts = { host }, modules = modules;
		-- The rate limit is on, and counts, but never bites: one stream shows thousands of bad tokens here.
		options = { authentication = "internal_hashed", invites_guess_limit = 1000000000 };
	};
	self.server.settings.options.log = { info = self.server.log_file }; -- what a server has that nobody is debugging
	if count > 0 then
		self.chunks = (bundled and preload_bundled or preload_ours)(self.server.data, count);
	end
	self.server:start();
	return self;
end

-- Has the system read the files that the server has its data in, so that they are in memory.
function Subject:read_in()
	assert(os.execute(("find '%s' -type f -exec cat {} + >/dev/null"):format(self.server.data)), "the data can't be read");
end

-- (how many samples, seconds after which no other one is begun, function that takes a sample) → list of what it returned: at least one
-- The first one warms caches up, and does not count unless it was so slow that it used up the time alone.
local function series(samples, seconds, take)
	local results = {};
	local deadline = socket.gettime() + seconds;
	collectgarbage();
	collectgarbage("stop");
	local first = take();
	repeat
		table.insert(results, (socket.gettime() < deadline or #results > 0) and take() or first);
	until #results == samples or socket.gettime() >= deadline;
	collectgarbage("restart");
	return results;
end

local alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

-- () → a token that nobody has issued
function Subject:bad_token() -- luacheck: ignore 212/self
	return (("?"):rep(24):gsub("?", function ()
		local at = math.random(#alphabet);
		return alphabet:sub(at, at);
	end));
end

-- () → a token of any of the stored invites for anybody; one is made where nothing is stored
function Subject:good_token()
	if self.count == 0 then
		self.only_token = self.only_token or assert(self.server:invites(host, "create_account")).token;
		return self.only_token;
	end
	return (stored(math.random(self.count // 10) * 10 - 5));
end

-- (method of this object that gives a token, is it good, how many, seconds) → list of seconds from sending it on an open stream to the answer
local function preauths(self, token_of, good, samples, seconds)
	local client = self.server:client(host);
	local times = series(samples, seconds, function ()
		local token = token_of(self);
		local before = socket.gettime();
		local ok = client:preauth(token);
		local took = socket.gettime() - before;
		assert((ok == true) == good, "a token was judged wrongly");
		return took;
	end);
	client:close();
	return times;
end

function Subject:bad_preauths(...) return preauths(self, self.bad_token, false, ...); end
function Subject:good_preauths(...) return preauths(self, self.good_token, true, ...); end

-- (how many, seconds) → list of seconds from connecting until the stream is closed by a client that has an account now
function Subject:registrations(samples, seconds)
	return series(samples, seconds, function ()
		local token = assert(self.server:invites(host, "create_account")).token;
		self.names = self.names + 1;
		local before = socket.gettime();
		local client = self.server:client(host);
		local ok = client:preauth(token) and client:register("user"..self.names, "a password");
		client:close();
		assert(ok, "a registration was refused");
		return socket.gettime() - before;
	end);
end

-- Code for inside the server. (how many, seconds, ...) → list of seconds that `once` took each time; first, it is warmed up
local inside = [[
	local samples, seconds, tokens = ...;
	local monotonic = require "util.time".monotonic;
	local times, deadline, at = {}, monotonic() + seconds, 0;
	local function once()
		at = at + 1;
		local before = monotonic();
		%s
		local took = monotonic() - before;
		%s
		return took;
	end
	local first = once();
	repeat
		table.insert(times, (monotonic() < deadline or #times > 0) and once() or first);
	until #times == samples or monotonic() >= deadline;
	return times;
]];

local create = inside:format("local invite = invites.create_account();", "assert(invites.delete_account_invite(invite.token));");
local look_up = inside:format("invites.get(tokens[at]);", "");

-- (how many, seconds) → list of seconds that the server makes an invite in, and waits for nothing else meanwhile
function Subject:creations(samples, seconds)
	return self.server:eval(host, create, samples, seconds);
end

local function look_ups(self, token_of, samples, seconds)
	local tokens = {};
	for i = 1, samples + 1 do tokens[i] = token_of(self); end
	return self.server:eval(host, look_up, samples, seconds, tokens);
end

-- (how many, seconds) → list of seconds that the server is busy with a token and with nothing else
function Subject:bad_look_ups(...) return look_ups(self, self.bad_token, ...); end
function Subject:good_look_ups(...) return look_ups(self, self.good_token, ...); end

-- () → resident memory of the server in MB after a full collection, and the most that it ever had
function Subject:memory()
	self.server:eval(host, "collectgarbage(); collectgarbage();");
	local file = assert(io.open(("/proc/%d/status"):format(self.server.pid)));
	local text = file:read("a");
	file:close();
	return tonumber(text:match("VmRSS:%s*(%d+)")) / 1024, tonumber(text:match("VmHWM:%s*(%d+)")) / 1024;
end

-- () → list of the seconds (one) that a start takes, from making the process until it serves
function Subject:starts()
	if self.server.pid then self.server:stop(); end
	local before = socket.gettime();
	self.server:start();
	local took = socket.gettime() - before;
	self.server:stop();
	return { took };
end

return Subject;
