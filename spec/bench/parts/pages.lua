-- Web pages next to the community's, and the HTTP API: how many a second, how long one takes, and the pings of somebody else meanwhile.
--
-- The community's mod_invites_page works on the mod_invites that Prosody brings, which reads a file with all invites for each page. Its figures are
-- for as many as can be measured in reasonable time.
--
-- Prosody leaves Nagle's algorithm on, and hands an answer to the system in pieces of 8 KB (LuaSocket's). On a connection that stays open, the last
-- piece of a longer answer waits until the other side confirms the one before, which it puts off for 40 ms. So there are figures without it too,
-- as with the option network_settings = { nagle = false }.

local figures = require "spec.bench.figures";
local machine = require "spec.bench.machine";
local paths = require "spec.support.paths";
local Server = require "spec.live.harness.server";
local Subject = require "spec.bench.subject";
local Visitor = require "spec.bench.visitor";

local host = "localhost";
local connections = 8; -- that are kept busy
local page_rate = 200; -- pages a second that come while somebody pings

-- (kind, how many invites are stored) → a subject that has pages, and an account for a client that pings
local function start(kind, count)
	local port = Server.free_port();
	local subject = Subject.new(kind == "community" and "internal" or kind, count, {
		modules = { "register_apps", "invites_page", kind == "ours" and "invites_api" or nil };
		plugin_paths = kind == "community" and { paths.root.."/target/prosody-modules" } or nil;
		options = { http_ports = { port }; invites_api_limit = 1e9 };
	});
	subject.kind = kind;
	-- The client has the last processor to itself, so that neither takes the other's time.
	machine.place(subject.server, "first");
	subject.pages = Visitor.new(port, host, function () return "/invites_page?"..subject:good_token(); end);
	subject.bytes = subject.pages:page();
	if kind == "ours" then
		subject.codes = Visitor.new(port, host, function () return "/invites_page/qr.svg?"..subject:good_token(); end);
		local key = subject.server:eval(host, "return (modulemanager.get_module(host, 'invites_api').keys:create {})");
		subject.api = Visitor.new(port, host, function () return "/invites_api"; end, "POST", "Authorization: Bearer "..key.."\r\n");
	end
	assert(subject.server:eval(host, "return usermanager.create_user('pinger', 'secret', host)"));
	return subject;
end

-- (visitor, seconds of each rate, server) → { latency, new, open, quick, client }: seconds of one, answers a second over new connections, over open
-- ones, and over these without Nagle's algorithm; share of the time in which the client was busy
local function rates(visitor, seconds, server)
	visitor:page();
	local result = { latency = visitor:latency(seconds / 2) };
	local once, kept, quick;
	result.new, once = visitor:busy(connections, seconds, true);
	result.open, kept = visitor:busy(connections, seconds);
	server:eval(host, "require 'net.server'.set_config { nagle = false }");
	result.quick, quick = visitor:busy(connections, seconds);
	server:eval(host, "require 'net.server'.set_config { nagle = true }");
	result.client = math.max(once, kept, quick);
	return result;
end

-- (subject, pages a second, seconds) → { calm, calm_p99, busy, busy_p99 }: seconds that pings took, without pages and with them
local function pings(subject, seconds)
	local client = subject.server:client(host);
	assert(client:login("pinger", "secret", "r"));
	local calm, busy = subject.pages:pings(client, 0, seconds), subject.pages:pings(client, page_rate, seconds);
	client:close();
	return {
		calm = figures.median(calm), calm_p99 = figures.quantile(calm, 0.99);
		busy = figures.median(busy), busy_p99 = figures.quantile(busy, 0.99);
	};
end

-- (plan, progress) → { connections, page_rate, rows: list of { kind, count, bytes, pages, codes, api, pings } }
local function measure_all(plan, progress)
	local subjects, rows, of = {}, {}, {};
	progress:step("starting servers with pages");
	machine.place(nil, "last");
	for _, wish in ipairs { { "community", 0 }, { "ours", 0 }, { "ours", plan.sizes[#plan.sizes] }, { "community", plan.theirs } } do
		local subject = start(wish[1], wish[2]);
		table.insert(subjects, subject);
		of[subject] = { kind = subject.kind, count = subject.count, bytes = subject.bytes };
		table.insert(rows, of[subject]);
	end

	-- (name, title, function (subject) → table of numbers, or nil if this one has none of it)
	local function measure(name, title, take)
		local list = {};
		for _, subject in ipairs(subjects) do
			if name == "pings" or subject[name] then table.insert(list, subject); end
		end
		local results = figures.rounds(plan.rounds, list, take, function (round)
			progress:step("%s, round %d of %d", title, round, plan.rounds);
		end);
		for subject, rounds in pairs(results) do
			local row = figures.by_name(rounds);
			local first = results[subjects[1]]; -- the community's, without invites
			for measured, value in pairs(row) do
				if first then value.ratio = figures.ratio(figures.column(rounds, measured), figures.column(first, measured)); end
			end
			of[subject][name] = row;
		end
	end
	local function visit(which)
		return function (subject) return rates(subject[which], plan.pages, subject.server); end
	end
	measure("pages", "pages", visit "pages");
	measure("codes", "QR codes", visit "codes");
	measure("api", "requests to the API", visit "api");
	measure("pings", "pings while pages are loaded", function (subject) return pings(subject, plan.pages); end);

	machine.place(nil, "any");
	for _, subject in ipairs(subjects) do
		subject.server:stop();
		subject.server:remove();
	end
	return { connections = connections, page_rate = page_rate, rows = rows };
end

return { name = "pages"; steps = function (plan) return 1 + 4 * plan.rounds; end; measure = measure_all };
