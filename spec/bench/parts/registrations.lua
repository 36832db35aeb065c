-- Registrations per second, by the number of streams that register at the same time and by what a sync of the disk takes, and the pings of somebody
-- else meanwhile.

local SlowDisk = require "spec.live.faults.slow_disk";
local figures = require "spec.bench.figures";
local Streams = require "spec.bench.streams";
local Subject = require "spec.bench.subject";
local paths = require "spec.support.paths";

-- (plan) → number of steps
local function steps(plan)
	return plan.rounds * (#plan.streams + (#paths.versions - 1) * #plan.other_version.streams);
end

-- (plan, progress) → list of { version, kind, streams, delay, rate, ping, p99: each { median, low, high }, without_delay: ratio of the rate }
local function measure_all(plan, progress)
	local delay = SlowDisk.new();
	local rows = {};

	-- (version, list of kinds, list of streams, list of delays)
	local function measure(version, kinds, streams, delays)
		local subjects = {};
		for _, kind in ipairs(kinds) do
			local subject = Subject.new(kind, 0, { version = version, env = delay.env });
			subject.streams = Streams.new(subject);
			table.insert(subjects, subject);
		end
		for _, count in ipairs(streams) do
			local samples = {}; -- subject → delay → round
			for _, subject in ipairs(subjects) do
				samples[subject] = {};
				for _, milliseconds in ipairs(delays) do samples[subject][milliseconds] = {}; end
			end
			for round = 1, plan.rounds do
				progress:step("Prosody %s, %d at a time register, round %d of %d", version, count, round, plan.rounds);
				for _, milliseconds in ipairs(delays) do
					for _, subject in ipairs(subjects) do
						-- Without a disk to wait for there is nothing to slow down.
						if milliseconds == 0 or subject.kind == "ours" then
							samples[subject][milliseconds][round] = subject.streams:run(count, plan.burst, delay, milliseconds);
						end
					end
				end
			end
			for _, subject in ipairs(subjects) do
				for _, milliseconds in ipairs(delays) do
					local rounds = samples[subject][milliseconds];
					if rounds[1] then
						local row = figures.by_name(rounds);
						row.version, row.kind, row.streams, row.delay = version, subject.kind, count, milliseconds;
						row.without_delay = figures.ratio(figures.column(rounds, "rate"), figures.column(samples[subject][0], "rate"));
						table.insert(rows, row);
					end
				end
			end
		end
		for _, subject in ipairs(subjects) do
			subject.server:stop();
			subject.server:remove();
		end
	end

	measure(paths.version, { "ours", "bare", "internal" }, plan.streams, plan.delays);
	for _, version in ipairs(paths.versions) do
		if version ~= paths.version then measure(version, { "ours", "bare" }, plan.other_version.streams, plan.other_version.delays); end
	end
	return rows;
end

return { name = "registrations"; steps = steps; measure = measure_all };
