-- Tokens: what a preauth, a registration and a new invite take, by the number of stored invites, next to the modules that Prosody brings. Memory and
-- start of the same servers.

local figures = require "spec.bench.figures";
local machine = require "spec.bench.machine";
local Subject = require "spec.bench.subject";

local measures = {
	{ name = "bad", method = "bad_preauth", title = "a bad token" };
	{ name = "good", method = "good_preauth", title = "a good token" };
	{ name = "registration", method = "registration", title = "a whole registration" };
	{ name = "creation", method = "creation", title = "a new invite" };
};

-- (plan, progress) → list of subjects: of each kind and size
local function start_all(plan, progress)
	local list = {};
	for _, size in ipairs(plan.sizes) do
		for _, kind in ipairs { "ours", "internal", "sqlite" } do
			if kind == "ours" or size <= plan.most_bundled then
				progress:step("starting a server: %s, %s invites", Subject.names[kind], figures.count(size));
				table.insert(list, Subject.new(kind, size));
			end
		end
	end
	progress:step("starting a server: no invites");
	table.insert(list, Subject.new("bare", 0));
	return list;
end

-- (plan) → number of steps
local function steps(plan)
	local count = 1;
	for _, size in ipairs(plan.sizes) do count = count + (size <= plan.most_bundled and 3 or 1); end
	return count + (#measures + 1) * plan.rounds;
end

-- (plan, progress) → { rows, sync }: rows are a list of { kind, count, import: invites a second, memory = { started, used }: bytes, start, bad, good,
-- registration, creation: each { median, low, high, ratio: to the bundled modules, growth: to none } }
local function measure_all(plan, progress)
	local subjects = start_all(plan, progress);
	os.execute("sync"); -- else what was just stored is still being written while we measure
	local rows, of, with = {}, {}, {};
	for _, subject in ipairs(subjects) do
		machine.place(subject.server, "first");
		of[subject] = { kind = subject.kind, count = subject.count, import = subject.rate, memory = { started = machine.memory(subject.server) } };
		table.insert(rows, of[subject]);
		if subject.kind ~= "bare" then table.insert(with, subject); end
	end
	machine.place(nil, "first");

	-- (name, list of subjects, function (subject) → number) measures it in rounds.
	local function measure(name, title, list, take)
		for _, subject in ipairs(list) do subject:read_in(); end
		local results = figures.rounds(plan.rounds, list, take, function (round)
			progress:step("%s, round %d of %d", title, round, plan.rounds);
		end);
		for subject, rounds in pairs(results) do
			of[subject][name] = figures.of(rounds);
			for _, other in ipairs(list) do
				-- Next to Prosody's own modules with as many invites, and ours without any.
				if subject.kind == "ours" and other.kind == "internal" and other.count == subject.count then
					of[subject][name].ratio = figures.ratio(rounds, results[other]);
				end
				if subject.kind == "ours" and other.kind == "ours" and other.count == 0 then
					of[subject][name].growth = figures.ratio(rounds, results[other]);
				end
			end
		end
	end

	local syncs = {};
	for _, this in ipairs(measures) do
		measure(this.name, this.title, with, function (subject) return subject[this.method](subject, plan.sample); end);
		table.insert(syncs, machine.sync().median);
	end
	for _, subject in ipairs(subjects) do of[subject].memory.used = machine.memory(subject.server); end

	-- Only some are started again and again.
	local few = {};
	for _, subject in ipairs(subjects) do
		if subject.kind == "bare" or subject.kind == "ours" and (subject.count == 0 or subject.count == plan.sizes[#plan.sizes]) then
			table.insert(few, subject);
		end
	end
	measure("start", "a start", few, function (subject) return subject:start(); end);
	machine.place(nil, "any");
	for _, subject in ipairs(subjects) do
		subject.server:stop();
		subject.server:remove();
	end
	return { rows = rows, sync = figures.of(syncs) };
end

return { name = "tokens"; steps = steps; measure = measure_all };
