-- Samples and what is said of them: rounds of servers that take turns, median, spread, ratio of two side by side.

local figures = {};

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

-- (number of rounds; list of subjects; function (subject, round) → a number, or table of numbers by name; function (round) to call before each one)
-- → subject → list of what came of each round. The subjects take turns, in each round the other way round.
function figures.rounds(number, list, take, before)
	local results = {};
	for _, subject in ipairs(list) do results[subject] = {}; end
	for round = 1, number do
		if before then before(round); end
		for i = 1, #list do
			local subject = list[round % 2 == 1 and i or #list + 1 - i];
			results[subject][round] = take(subject, round);
		end
	end
	return results;
end

-- (list of numbers, one of each round) → { median, low, high }: of the rounds
function figures.of(rounds)
	return { median = figures.median(rounds); low = math.min(table.unpack(rounds)); high = math.max(table.unpack(rounds)) };
end

-- (list of tables of numbers by name, one of each round) → table name → { median, low, high }
function figures.by_name(rounds)
	local lists = {};
	for _, round in ipairs(rounds) do
		for name, value in pairs(round) do
			lists[name] = lists[name] or {};
			table.insert(lists[name], value);
		end
	end
	for name, list in pairs(lists) do lists[name] = figures.of(list); end
	return lists;
end

-- (rounds of one, rounds of another: lists of numbers) → the ratio in the round in the middle, and of those at the ends. What slows a machine down
-- for a while slows both sides of a round, so it does not show here.
function figures.ratio(ours, theirs)
	local ratios = {};
	for round = 1, math.min(#ours, #theirs) do ratios[round] = ours[round] / theirs[round]; end
	return figures.of(ratios);
end

-- (list of numbers by round, name) → the same of one name
function figures.column(rounds, name)
	local list = {};
	for round, values in ipairs(rounds) do list[round] = values[name]; end
	return list;
end

-- (number) → text with three digits that mean something
function figures.digits(number)
	local size = math.abs(number);
	if size >= 1000 then return figures.count(math.floor(number + 0.5)); end
	return ((size >= 100 or size == 0) and "%.0f" or size >= 10 and "%.1f" or size >= 1 and "%.2f" or "%.3f"):format(number);
end

-- (whole number) → text with commas
function figures.count(number)
	local text = ("%d"):format(number):reverse():gsub("(%d%d%d)", "%1,"):reverse();
	return (text:gsub("^,", ""):gsub("^-,", "-"));
end

return figures;
