-- `make bench`, second part: our modules side by side with those that Prosody brings, on real servers, in one run.
--
-- lua5.4 spec/bench/compare.lua [quick]
--
-- All servers run at the same time and take turns, so that a machine that gets slower or faster meanwhile does so for all of them. Ratios are
-- those of each round, and of these the median. Nothing here fails because a figure is bad: the figures are there to be read.
--
-- Before each measurement the files of all servers are read once: some systems drop what nobody has read for a minute, and with a part of a large
-- file gone the median would be now the disk's time and now ours.
--
-- Of ten stored invites six are for anybody, three for a certain name, and one is a contact invite that allows registration.

local socket = require "socket";
local figures = require "spec.bench.figures";
local paths = require "spec.support.paths";
local Server = require "spec.live.harness.server";
local Subject = require "spec.bench.benchmark_server";

local quick = arg[1] == "quick";
local million = quick and 100000 or 1000000;
local sizes = quick and { 0, 1000, 10000 } or { 0, 1000, 10000, 100000 };

-- Seconds of samples that come first and do not count; how many rounds; samples in one turn; seconds after which no other sample is begun in a turn;
-- seconds that one server may take of all rounds.
local plans = {
	preauth = { warm_up = 1, rounds = quick and 10 or 100, samples = 20, turn = 0.2, budget = quick and 1 or 5 };
	look_up = { rounds = quick and 5 or 20, samples = 50, turn = 0.2, budget = quick and 1 or 4 };
	registration = { rounds = quick and 5 or 50, samples = 3, turn = 0.5, budget = quick and 2 or 12 };
	creation = { rounds = quick and 5 or 30, samples = 20, turn = 0.5, budget = quick and 2 or 10 };
	start = { rounds = quick and 3 or 15, samples = 1, turn = 1, budget = 30 };
};

local all_sizes = { table.unpack(sizes) }; -- of ours
if million > sizes[#sizes] then table.insert(all_sizes, million); end

local subjects = { bundled = {}, ours = {} }; -- by number of invites
local turns = {}; -- the same ones in a list: first those that are to be compared closely, last those that are slow

-- (plan, name of the method that takes samples, list of subjects or nil for all, function to call in each round or nil)
-- → subject → round → samples
local function measure(plan, method, list, each_round)
	local spent = {};
	list = list or turns;
	for _, subject in ipairs(list) do
		spent[subject] = 0;
		subject:read_in();
		if plan.warm_up then subject[method](subject, math.huge, plan.warm_up); end
	end
	return figures.rounds(plan.rounds, list, function (subject)
		if spent[subject] >= plan.budget then return nil; end
		local began = socket.gettime();
		local samples = subject[method](subject, plan.samples, plan.turn);
		spent[subject] = spent[subject] + socket.gettime() - began;
		return samples;
	end, each_round);
end

local function subtract(a, b) return a - b; end
local ratio = figures.ratio;

-- (title, results of measure) prints a row for each size
local function report(title, results)
	print("\n"..title);
	local rows = { { "stored invites", "bundled, ms (p10–p90)", "ours, ms (p10–p90)", "ours : bundled", "samples" } };
	local function row(size)
		local theirs, ours = subjects.bundled[size], subjects.ours[size];
		local a, b = theirs and figures.all(results[theirs]), figures.all(results[ours]);
		local times = a and ratio(results[ours], results[theirs]);
		table.insert(rows, {
			figures.count(size), a and figures.spread(a) or "", figures.spread(b);
			times and (times < 0.1 and "1 : "..figures.count((1 / times + 0.5) // 1) or figures.digits(times)) or "";
			("%s, %d"):format(a and #a or "–", #b);
		});
	end
	for _, size in ipairs(all_sizes) do row(size); end
	figures.print_table(rows);
end

local target = figures.aims();

-- (what, rounds of ours, rounds of the other, most that the ratio may be)
local function target_ratio(what, ours, other, most)
	local seen = ratio(ours, other);
	target(what, "≤ "..most, ("%.2f"):format(seen), seen <= most);
end

local function start_all()
	local rows = { { "stored invites", "a chunk of 500, ms (p10–p90)", "invites a second" } };
	local function add(kind, size)
		local subject = Subject.new(kind == "bundled", size);
		subjects[kind][size] = subject;
		if subject.chunks then
			local all = 0;
			for _, seconds in ipairs(subject.chunks) do all = all + seconds; end
			subject.rate = size / all;
			table.insert(rows, { figures.count(size), figures.spread(subject.chunks), figures.count(subject.rate // 1) });
		end
		table.insert(turns, subject);
	end
	add("bundled", 0);
	add("ours", 0);
	add("ours", million);
	for i = 2, #all_sizes - 1 do add("ours", all_sizes[i]); end
	for i = 2, #sizes do add("bundled", sizes[i]); end

	os.execute("sync"); -- else what was just stored is still being written while we measure

	print("\nTaking invites over into our database, in chunks that are on the disk when they are done");
	figures.print_table(rows);
	local rate = subjects.ours[million].rate;
	target(("taking over %s in chunks, a second"):format(figures.count(million)), "> 20,000", figures.count(rate // 1), rate > 20000);
end

local function preauths()
	local bundled, ours, most = subjects.bundled[0], subjects.ours[0], subjects.ours[million];
	local bad = measure(plans.preauth, "bad_preauths");
	report("Preauth with a bad token: round trip on an open stream", bad);
	target_ratio(("bad preauth, ours: at %s against 0"):format(figures.count(million)), bad[most], bad[ours], 1.1);
	target_ratio("bad preauth at 0: ours against bundled", bad[ours], bad[bundled], 1.1);
	report("The same, seen from inside: how long the server does nothing else", measure(plans.look_up, "bad_look_ups"));

	local good = measure(plans.preauth, "good_preauths");
	report("Preauth with a good token: round trip on an open stream", good);
	target_ratio("good preauth at 0: ours against bundled", good[ours], good[bundled], 1.1);
	report("The same, seen from inside: how long the server does nothing else", measure(plans.look_up, "good_look_ups"));
end

local function registrations()
	local results = measure(plans.registration, "registrations");
	report("Whole registration: connect, preauth, register, close (password hashing included)", results);
	target_ratio("registration at 0: ours against bundled", results[subjects.ours[0]], results[subjects.bundled[0]], 1.15);
end

-- () → list of seconds that the disk takes for one block, until it is there; where the servers have their data
local function disk_writes()
	local file = Server.directory().."/block";
	local times = {};
	for _ = 1, 20 do
		local output = paths.capture(("LC_ALL=C dd if=/dev/zero of='%s' bs=4096 count=1 conv=notrunc oflag=dsync 2>&1"):format(file));
		table.insert(times, tonumber(output:match("([%d.e-]+) s,")));
	end
	table.remove(times, 1);
	return times;
end

local function creations()
	local disk = {};
	disk_writes(); -- makes the file
	local results = measure(plans.creation, "creations", nil, function (round) disk[round] = disk_writes(); end);
	report("Creation inside the server (ours is on the disk when it returns, the bundled one is not)", results);
	print(("  One fdatasync of this disk: %s ms (p10–p90)"):format(figures.spread(figures.all(disk))));
	for _, size in ipairs(all_sizes) do
		local beyond = figures.median(figures.paired(results[subjects.ours[size]], disk, subtract)) * 1000;
		target(("creation at %s, beyond one fdatasync"):format(figures.count(size)), "≤ 0.1 ms", ("%.3f ms"):format(beyond), beyond <= 0.1);
	end
end

-- () → subject → { resident, most ever }
local function memory()
	local results = {};
	for _, subject in ipairs(turns) do results[subject] = { subject:memory() }; end
	return results;
end

local function report_memory(at_start, at_end)
	print("\nMemory of the server, MB: just started, after all of the above, and the most it ever had");
	local rows = { { "stored invites", "bundled", "ours" } };
	for _, size in ipairs(all_sizes) do
		local row = { figures.count(size) };
		for _, kind in ipairs { "bundled", "ours" } do
			local subject = subjects[kind][size];
			table.insert(row, subject and ("%.1f  %.1f  %.1f"):format(at_start[subject][1], at_end[subject][1], at_end[subject][2]) or "");
		end
		table.insert(rows, row);
	end
	figures.print_table(rows);
	local none, most = subjects.ours[0], subjects.ours[million];
	local growth = math.max(at_start[most][1] - at_start[none][1], at_end[most][1] - at_end[none][1]);
	target(("memory, ours: at %s beyond that at 0"):format(figures.count(million)), "< 10 MB", ("%.1f MB"):format(growth), growth < 10);
end

local function starts()
	for _, subject in ipairs(turns) do subject.server:stop(); end
	local none, most = subjects.ours[0], subjects.ours[million];
	local bundled, bundled_most = subjects.bundled[0], subjects.bundled[sizes[#sizes]];
	local results = measure(plans.start, "starts", { none, most, bundled, bundled_most });
	print("\nStart: from making the process until the server serves, ms (p10–p90)");
	local rows = { { "stored invites", "bundled", "ours" } };
	local function spread(subject) return figures.spread(figures.all(results[subject])); end
	table.insert(rows, { "0", spread(bundled), spread(none) });
	table.insert(rows, { figures.count(bundled_most.count), spread(bundled_most), "" });
	table.insert(rows, { figures.count(million), "", spread(most) });
	figures.print_table(rows);
	local more = figures.median(figures.paired(results[most], results[none], subtract)) * 1000;
	target(("start, ours: at %s beyond that at 0"):format(figures.count(million)), "< 100 ms", ("%.0f ms"):format(more), more < 100);
end

-- On several processors, a round trip is mostly the time that an idle one takes to wake up; on one, it is the work of both sides.
figures.run(function ()
	local began = socket.gettime();
	print(("Prosody %s, default storage, internal_hashed; everything on %s; load of the machine before this: %s"):format(
		paths.version, figures.use_last_processor() and "one processor" or "any processor", figures.load_average()));
	start_all();
	local at_start = memory();
	preauths();
	registrations();
	creations();
	report_memory(at_start, memory());
	starts();
	print("\nWhat it was to be like");
	target.print();
	print(("\nTook %.0f seconds; load of the machine after this: %s"):format(socket.gettime() - began, figures.load_average()));
end);
