-- Samples and what to say about them: rounds of servers that take turns, median, spread, ratio of two side by side, tables to read.

local paths = require "spec.support.paths";
local Server = require "spec.live.harness.server";

local figures = {};

-- (number of rounds; list of servers; function (server) → list of samples, or nil for none; function to call after each round, or nil)
-- → server → round → samples. The servers take turns, in each round the other way round.
function figures.rounds(number, list, take, each_round)
	local results = {};
	for _, subject in ipairs(list) do results[subject] = {}; end
	for round = 1, number do
		for i = 1, #list do
			local subject = list[round % 2 == 1 and i or #list + 1 - i];
			results[subject][round] = take(subject);
		end
		if each_round then each_round(round); end
	end
	return results;
end

-- (list of numbers, share between 0 and 1) → the number below which that share of them lies
function figures.quantile(list, share)
	local sorted = { table.unpack(list) };
	table.sort(sorted);
	local at = 1 + share * (#sorted - 1);
	local low = math.floor(at);
	local high = math.min(low + 1, #sorted);
	return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
end

function figures.median(list)
	return figures.quantile(list, 0.5);
end

-- (two lists of rounds, each round a list of samples; function (median, median) → number) → list of what that made of each round that
-- both took part in. What slows a machine down for a while, slows both sides of a round, so it does not show here.
function figures.paired(ours, theirs, compare)
	local results = {};
	for round, samples in pairs(ours) do
		if theirs[round] then
			table.insert(results, compare(figures.median(samples), figures.median(theirs[round])));
		end
	end
	return results;
end

-- (rounds of one, rounds of another) → their ratio in the round in the middle
function figures.ratio(ours, theirs)
	return figures.median(figures.paired(ours, theirs, function (a, b) return a / b; end));
end

-- (list of rounds) → list of all their samples
function figures.all(rounds)
	local list = {};
	for _, samples in pairs(rounds) do
		table.move(samples, 1, #samples, #list + 1, list);
	end
	return list;
end

-- (number) → text with three digits that mean something
function figures.digits(number)
	local size = math.abs(number);
	return ((size >= 100 or size == 0) and "%.0f" or size >= 10 and "%.1f" or size >= 1 and "%.2f" or "%.3f"):format(number);
end

-- (whole number) → text with commas
function figures.count(number)
	local text = ("%d"):format(number):reverse():gsub("(%d%d%d)", "%1,"):reverse();
	return (text:gsub("^,", ""));
end

-- (list of seconds) → "median (p10–p90)" in milliseconds
function figures.spread(list)
	local function ms(share) return figures.digits(figures.quantile(list, share) * 1000); end
	return ("%s (%s–%s)"):format(ms(0.5), ms(0.1), ms(0.9));
end

-- (rows, each a list of texts; the first one is the heading) prints them in columns: the first one to the left, the others to the right
function figures.print_table(rows)
	local widths = {};
	for _, row in ipairs(rows) do
		for column, text in ipairs(row) do
			widths[column] = math.max(widths[column] or 0, utf8.len(text));
		end
	end
	for _, row in ipairs(rows) do
		local line = {};
		for column, text in ipairs(row) do
			local space = (" "):rep(widths[column] - utf8.len(text));
			table.insert(line, column == 1 and text..space or space..text);
		end
		print("  "..table.concat(line, "   "));
	end
end

-- () → table of aims: function (what, aim as text, seen as text, is it met) adds one; :print()
function figures.aims()
	local rows = { { "", "aim", "seen", "" } };
	return setmetatable({ print = function () figures.print_table(rows); end }, { __call = function (_, what, aim, seen, met)
		table.insert(rows, { what, aim, seen, met and "met" or "MISSED" });
	end });
end

-- () → number of the last processor of this machine, after this process, and so all that it starts, was moved there; nil where that is impossible
function figures.use_last_processor()
	local last = paths.capture("taskset -cp $PPID 2>/dev/null | sed 's/.*[^0-9]//'");
	return last and last ~= "" and os.execute("taskset -cp "..last.." $PPID >/dev/null") and last or nil;
end

function figures.load_average()
	return paths.capture("cut -d' ' -f1 /proc/loadavg 2>/dev/null") or "?";
end

-- (function) runs a part of `make bench`, and stops its servers however that ends
function figures.run(part)
	local ok, err = xpcall(part, debug.traceback);
	if not ok then print("\n"..tostring(err)); end
	Server.finish();
	if not ok then os.exit(1, true); end
end

return figures;
