-- What is measured: a Prosody with so many invites stored, either with our modules or with those that come with it, and one that has none of them.
-- All have the same invites, the same configuration and the same driver inside; each sample is taken by the same code.

local socket = require "socket";
local Server = require "spec.live.harness.server";
local figures = require "spec.bench.figures";
local preload = require "spec.bench.preload";

local Subject = {};
Subject.__index = Subject;

local host = preload.host;

-- What each kind of server is called in the document.
Subject.names = {
	ours = "ours"; internal = "bundled, internal storage"; sqlite = "bundled, SQLite storage"; bare = "no invites"; community = "community's pages";
};

-- (kind, how many invites are stored, { version, modules, options, env, plugin_paths } or nil) → subject with .kind, .count, .server (which runs)
-- and .rate (see preload.ours)
--   ours       our modules                    internal, sqlite   the modules that come with Prosody, on either storage
--   bare       open registration without invites
function Subject.new(kind, count, wish)
	local self = setmetatable({ kind = kind, count = count, names = 0 }, Subject);
	-- The rate limit is on, and counts, but never bites: one stream shows thousands of bad tokens here.
	local options = { authentication = "internal_hashed", invites_guess_limit = 1000000000 };
	for name, value in pairs(wish and wish.options or {}) do options[name] = value; end
	local settings = { bundled = kind ~= "ours", hosts = { host }, options = options };
	for name, value in pairs(wish or {}) do
		if name ~= "options" then settings[name] = value; end
	end
	if kind == "bare" then
		settings.without, options.allow_registration = { "invites", "invites_register" }, true;
		settings.modules = { "register_ibr", table.unpack(settings.modules or {}) };
	end
	self.server = Server.new(settings);
	options.log = { info = self.server.log_file }; -- what a server has that nobody is debugging
	if kind == "sqlite" then
		options.sql = { driver = "SQLite3", database = self.server.data.."/prosody.sqlite" };
		settings.storage = "sql";
	elseif kind == "internal" and count > 0 then
		preload.internal(self.server.data, count);
	elseif kind == "ours" and count > 0 then
		self.rate = preload.ours(self.server.data, count);
	end
	self.server:start();
	if kind == "sqlite" and count > 0 then
		self:invite(); -- by which Prosody makes its tables
		preload.sqlite(options.sql.database, count);
	end
	return self;
end

-- Has the system read the files that the server has its data in, so that they are in memory: some systems drop what nobody has read for a minute.
function Subject:read_in()
	assert(os.execute(("find '%s' -type f -exec cat {} + >/dev/null"):format(self.server.data)), "the data can't be read");
end

-- () → the token of a new invite
function Subject:invite()
	return assert(self.server:invites(host, "create_account")).token;
end

-- (seconds, function that takes a sample) → the median of the samples that it took in that time: one at least, besides one that warms up
local function series(seconds, take)
	local samples, deadline = {}, socket.gettime() + seconds;
	collectgarbage();
	collectgarbage("stop");
	local first = take();
	repeat
		table.insert(samples, socket.gettime() < deadline and take() or first);
	until socket.gettime() >= deadline;
	collectgarbage("restart");
	return figures.median(samples);
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
		self.only_token = self.only_token or self:invite();
		return self.only_token;
	end
	return (preload.stored(math.random(self.count // 10) * 10 - 5));
end

-- (method that gives a token, is it good, seconds) → seconds from sending it on an open stream to the answer
local function preauth(self, token_of, good, seconds)
	local client = self.server:client(host);
	local median = series(seconds, function ()
		local token = token_of(self);
		local before = socket.gettime();
		local ok = client:preauth(token);
		local took = socket.gettime() - before;
		assert((ok == true) == good, "a token was judged wrongly");
		return took;
	end);
	client:close();
	return median;
end

function Subject:bad_preauth(seconds) return preauth(self, self.bad_token, false, seconds); end
function Subject:good_preauth(seconds) return preauth(self, self.good_token, true, seconds); end

-- (seconds) → seconds from connecting until the stream is closed by a client that has an account now
function Subject:registration(seconds)
	return series(seconds, function ()
		local token = self:invite();
		self.names = self.names + 1;
		local before = socket.gettime();
		local client = self.server:client(host);
		local ok = client:preauth(token) and client:register("user"..self.names, "a password");
		client:close();
		assert(ok, "a registration was refused");
		return socket.gettime() - before;
	end);
end

-- Code for inside the server. (seconds) → the median of the seconds that the making of an invite takes, during which it waits for nothing else
local create = [[
	local seconds = ...;
	local monotonic = require "util.time".monotonic;
	local times, deadline = {}, monotonic() + seconds;
	repeat
		local before = monotonic();
		local invite = invites.create_account();
		table.insert(times, monotonic() - before);
		assert(invites.delete_account_invite(invite.token));
	until monotonic() >= deadline;
	table.sort(times);
	return times[#times // 2 + 1];
]];

function Subject:creation(seconds)
	return self.server:eval(host, create, seconds);
end

-- () → seconds from making the process until the server serves
function Subject:start()
	self.server:stop();
	local before = socket.gettime();
	self.server:start();
	return socket.gettime() - before;
end

return Subject;
