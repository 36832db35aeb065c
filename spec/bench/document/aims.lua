-- What the suite is meant to reach, and whether it did.

local figures = require "spec.bench.figures";
local markdown = require "spec.bench.document.tables".markdown;

local aims = {};

-- (list, table of values) → the one that has all these values, or nil
local function find(list, values)
	for _, row in ipairs(list or {}) do
		local fits = true;
		for name, value in pairs(values) do fits = fits and row[name] == value; end
		if fits then return row; end
	end
end

-- (what was measured) → table of aims in Markdown
function aims.text(data)
	local rows = {};
	local digits, count = figures.digits, figures.count;

	-- (what, figure or nil, factor, sign "≤" or "≥", limit, unit)
	local function aim(what, figure, factor, sign, limit, unit)
		if not figure then return; end
		local seen = figure.median * factor;
		local met = sign == "≤" and seen <= limit or sign == "≥" and seen >= limit;
		table.insert(rows, { what, ("%s %s%s"):format(sign, digits(limit), unit), digits(seen)..unit, met and "met" or "**missed**" });
	end

	local most = data.plan.sizes[#data.plan.sizes];
	local tokens = data.tokens and data.tokens.rows;
	local none, many = find(tokens, { kind = "ours", count = 0 }), find(tokens, { kind = "ours", count = most });
	if none and many then
		for _, part in ipairs { { "bad", "A bad token", 1.1 }, { "good", "A good token", 1.1 }, { "registration", "A whole registration", 1.15 } } do
			aim(part[2]..", ours against bundled", none[part[1]].ratio, 1, "≤", part[3], "");
		end
		aim(("A bad token at %s invites against none"):format(count(most)), many.bad.growth, 1, "≤", 1.1, "");
		aim(("A new invite at %s invites against none"):format(count(most)), many.creation.growth, 1, "≤", 1.1, "");
		aim(("Invites taken over in a second, of %s"):format(count(most)), many.import and { median = many.import }, 1, "≥", 20000, "");
		local growth = (many.memory.started - none.memory.started) / 1e6;
		aim(("Memory at %s invites beyond that at none"):format(count(most)), { median = growth }, 1, "≤", 10, " MB");
		local suite = (none.memory.started - find(tokens, { kind = "bare" }).memory.started) / 1e6;
		aim("Memory of a server with the suite beyond one without", { median = suite }, 1, "≤", 25, " MB");
	end

	local slowest = data.plan.delays[#data.plan.delays];
	for _, prosody in ipairs(data.prosody) do
		local version = prosody.version:match("^%d+%.%d+");
		for _, limit in ipairs { { 1, 10 }, { 4, 10 }, { 40, 25 } } do
			local row = find(data.registrations, { version = version, kind = "ours", streams = limit[1], delay = slowest }) or {};
			local where = ("Prosody %s, sync +%d ms, %d at a time: "):format(version, slowest, limit[1]);
			aim(where.."p99 of others’ pings", row.p99, 1000, "≤", limit[2], " ms");
			if limit[1] == 40 then aim(where.."rate against that without delay", row.without_delay, 100, "≥", 85, " %"); end
		end
	end

	local pages = find(data.pages and data.pages.rows, { kind = "ours", count = most });
	if pages then
		aim(("Pages over new connections, ours at %s against the community's at none"):format(count(most)), pages.pages.new.ratio, 1, "≥", 5, "");
		aim("The same over open connections without Nagle", pages.pages.quick.ratio, 1, "≥", 5, "");
		aim(("A ping while %d pages are loaded in a second"):format(data.pages.page_rate), pages.pings.busy, 1000, "≤", 2, " ms");
	end
	for _, row in ipairs(data.admin and data.admin.rows or {}) do
		if row.command ~= "(nothing)" then aim("The slowest ping during `"..row.command.."`", { median = row.slowest }, 1000, "≤", 20, " ms"); end
	end
	return markdown({ "What", "aim", "seen", "" }, rows);
end

return aims;
