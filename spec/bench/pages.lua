-- `make bench`, fourth part: our landing pages side by side with the community's, on real servers, in one run.
--
-- lua5.4 spec/bench/pages.lua [quick]
--
-- The community's mod_invites_page works on the mod_invites that Prosody brings, which reads a file with all invites for each page. Its figures
-- are for as many as can be measured in reasonable time, which is not a million. All servers run at the same time and take turns; ratios are those of
-- each round, and of these the median. Nothing here fails because a figure is bad: the figures are there to be read.
--
-- Prosody leaves Nagle's algorithm on, and hands an answer to the system in pieces of 8 KB (LuaSocket's). On a connection that stays open, the last
-- piece of a longer answer waits until the other side confirms the one before, which it puts off for 40 ms. So there are figures without it too,
-- as with the option network_settings = { nagle = false }.

local socket = require "socket";
local figures = require "spec.bench.figures";
local paths = require "spec.support.paths";
local Server = require "spec.live.harness.server";
local Subject = require "spec.bench.benchmark_server";
local Visitor = require "spec.bench.visitor";

local host = "localhost";
local quick = arg[1] == "quick";
local million = quick and 100000 or 1000000;
local theirs = quick and 1000 or 10000;
local connections = 8; -- that are kept busy
local page_rate = 200; -- pages a second that come while somebody pings

-- How many rounds; seconds after which no other sample is begun in a turn; samples in one turn.
local plans = {
	latency = { rounds = quick and 5 or 20, turn = 0.3, samples = 50 };
	busy = { rounds = quick and 3 or 7, turn = quick and 0.5 or 1 };
	pings = { rounds = quick and 2 or 5, turn = quick and 1 or 2 };
};

local turns = {}; -- the servers
local community, ours, ours_most;

-- Servers have the first processor, this client has the last one, so that neither takes the other's time. nil: there is only one.
local last = figures.use_last_processor();
local processors = last and last ~= "0" and { server = "0"; client = last } or nil;

-- (are these the community's pages, how many invites are stored) → a server that has pages, as Subject.new makes them
local function start(bundled, count)
	local subject = Subject.new(bundled, count);
	local server = subject.server;
	server.http_port = Server.free_port();
	server:restart {
		modules = { "register_apps", "invites_page", "ping" }, plugin_paths = bundled and { paths.root.."/target/prosody-modules" } or nil;
	};
	if processors then assert(os.execute(("taskset -acp %s %d >/dev/null"):format(processors.server, server.pid))); end
	subject.name = ("%s, %s invites"):format(bundled and "community's" or "ours", figures.count(count));
	local function visitor(path)
		return Visitor.new(server.http_port, host, function () return path..subject:good_token(); end);
	end
	subject.pages, subject.codes = visitor "/invites_page?", visitor "/invites_page/qr.svg?";
	subject.size = subject.pages:page();
	assert(server:eval(host, "return usermanager.create_user('pinger', 'secret', host)"));
	table.insert(turns, subject);
	return subject;
end

-- (plan, function (subject) → list of samples, list of subjects or nil for all) → subject → round → samples
local function measure(plan, take, list)
	return figures.rounds(plan.rounds, list or turns, take);
end

-- (results, a subject, another) → the ratio of the two in the round in the middle
local function ratio(results, a, b) return figures.ratio(results[a], results[b]); end

-- (should Nagle's algorithm be on?) sets it for all connections that come from now on.
local function nagle(on)
	for _, subject in ipairs(turns) do
		subject.server:eval(host, "require 'net.server'.set_config { nagle = ... }", on);
	end
end

local target = figures.aims();

-- Latency

-- (does each page get a connection of its own?) → function (subject) → list of seconds that pages took
local function latencies(new)
	local plan = plans.latency;
	return function (subject)
		local visitor, times = subject.pages, {};
		local connection = not new and visitor:open() or nil;
		visitor:page(connection);
		local deadline = socket.gettime() + plan.turn;
		repeat
			local before = socket.gettime();
			visitor:page(connection);
			table.insert(times, socket.gettime() - before);
		until #times == plan.samples or socket.gettime() >= deadline;
		if connection then connection.socket:close(); end
		return times;
	end
end

local function latency()
	local new = measure(plans.latency, latencies(true));
	local kept = measure(plans.latency, latencies(false));
	nagle(false);
	local quickly = measure(plans.latency, latencies(false));
	nagle(true);
	print("\nOne page after the other, ms (p10–p90)");
	local rows = { { "", "bytes", "new connections", "× community's at 0", "one connection", "×", "the same without Nagle", "×" } };
	for _, subject in ipairs(turns) do
		local row = { subject.name, figures.count(subject.size) };
		for _, results in ipairs { new, kept, quickly } do
			table.insert(row, figures.spread(figures.all(results[subject])));
			table.insert(row, figures.digits(ratio(results, subject, community)));
		end
		table.insert(rows, row);
	end
	figures.print_table(rows);
end

-- Throughput

local most_busy = 0; -- share of its time that this client needed, at the most

-- (list of numbers) → "median (p10–p90)"
local function spread(list)
	local function at(share) return figures.count(figures.quantile(list, share) // 1); end
	return ("%s (%s–%s)"):format(at(0.5), at(0.1), at(0.9));
end

-- (which visitors of a subject, does each answer get a connection of its own?) → function (subject) → list with one sample: answers a second
local function rate(of, once)
	return function (subject)
		local visitor = subject[of];
		visitor:page();
		local pages, busy = visitor:busy(connections, plans.busy.turn, once);
		most_busy = math.max(most_busy, busy);
		return { pages };
	end
end

local function throughput()
	local both = { ours, ours_most };
	local new, kept, codes = measure(plans.busy, rate("pages", true)), measure(plans.busy, rate "pages"), measure(plans.busy, rate "codes", both);
	nagle(false);
	local quickly, quick_codes = measure(plans.busy, rate "pages"), measure(plans.busy, rate "codes", both);
	nagle(true);
	print(("\nPages a second, %d connections being never idle (p10–p90)"):format(connections));
	local rows = { { "", "new connections", "× community's at 0", "open ones", "×", "without Nagle", "×", "QR codes, open ones", "without Nagle" } };
	for _, subject in ipairs(turns) do
		local row = { subject.name };
		for _, results in ipairs { new, kept, quickly } do
			table.insert(row, spread(figures.all(results[subject])));
			table.insert(row, figures.digits(ratio(results, subject, community)));
		end
		for _, results in ipairs { codes, quick_codes } do
			table.insert(row, results[subject] and spread(figures.all(results[subject])) or "");
		end
		table.insert(rows, row);
	end
	figures.print_table(rows);
	print(("  The client itself was busy for %.0f %% of the time at the most."):format(most_busy * 100));

	local function aim(what, results, a, b, least)
		local seen = ratio(results, a, b);
		target(what, "≥ "..least, ("%.2f"):format(seen), seen >= least);
	end
	local most = figures.count(million);
	aim("pages a second over new connections: ours at 0 against the community's", new, ours, community, 5);
	aim("over connections that stay open", kept, ours, community, 5);
	aim("over these without Nagle", quickly, ours, community, 5);
	aim(("pages a second over new connections: ours at %s against the community's at 0"):format(most), new, ours_most, community, 5);
	aim("over connections that stay open", kept, ours_most, community, 5);
	aim("over these without Nagle", quickly, ours_most, community, 5);
	aim(("pages a second over new connections, ours: at %s against 0"):format(most), new, ours_most, ours, 0.9);
end

-- Pings of others

local function pings()
	local loads = { quiet = 0, busy = page_rate };
	local taken, pages = { quiet = {}, busy = {} }, {};
	measure(plans.pings, function (subject)
		local client = subject.server:client(host);
		assert(client:login("pinger", "secret", "r"));
		for state, per_second in pairs(loads) do
			local times, loaded = subject.pages:pings(client, per_second, plans.pings.turn);
			taken[state][subject] = taken[state][subject] or {};
			table.insert(taken[state][subject], times);
			if per_second > 0 then
				pages[subject] = pages[subject] or {};
				table.insert(pages[subject], loaded);
			end
		end
		client:close();
		return {};
	end, { community, ours, ours_most });

	print(("\nPings of an XMPP client, ms, and the same while %d pages are loaded in each second, over a connection each"):format(page_rate));
	local rows = { { "", "calm (p10–p90)", "p99", "slowest", "under load (p10–p90)", "p99", "slowest", "a page (p10–p90)" } };
	local function ms(list, share) return figures.digits(figures.quantile(list, share) * 1000); end
	for _, subject in ipairs { community, ours, ours_most } do
		local quiet, busy = figures.all(taken.quiet[subject]), figures.all(taken.busy[subject]);
		table.insert(rows, {
			subject.name, figures.spread(quiet), ms(quiet, 0.99), ms(quiet, 1), figures.spread(busy), ms(busy, 0.99), ms(busy, 1);
			figures.spread(figures.all(pages[subject]));
		});
		if not subject.bundled then
			local more = (figures.median(busy) - figures.median(quiet)) * 1000;
			target(("a ping under load, %s: beyond a calm one"):format(subject.name), "≤ 0.5 ms", ("%.2f ms"):format(more), more <= 0.5);
			local slow = (figures.quantile(busy, 0.99) - figures.quantile(quiet, 0.99)) * 1000;
			target("one in a hundred: beyond a calm one of these", "≤ 5 ms", ("%.2f ms"):format(slow), slow <= 5);
		end
	end
	figures.print_table(rows);
end

figures.run(function ()
	local began = socket.gettime();
	community, ours, ours_most = start(true, 0), start(false, 0), start(false, million);
	start(true, theirs);
	print(("Prosody %s, default storage; %s; load of the machine: %s"):format(paths.version, processors
		and ("servers on processor %s, this client on %s"):format(processors.server, processors.client) or "everything on any processor",
		figures.load_average()));
	latency();
	throughput();
	pings();
	print(("\nWhat it was to be like (the community's at more than %s invites: not measured, its pages read the file of all of them)"):format(
		figures.count(theirs)));
	target.print();
	print(("\nTook %.0f seconds"):format(socket.gettime() - began));
end);
