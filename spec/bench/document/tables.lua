-- The tables of the document.

local figures = require "spec.bench.figures";
local Subject = require "spec.bench.subject";

local digits, count = figures.digits, figures.count;
local tables = {};

-- (heading: list of texts, rows: list of lists of texts) → a table in Markdown: the first column to the left, the others to the right
function tables.markdown(heading, rows)
	local is_of_texts = #heading == 2 and heading[2] == "";
	local lines = { "| "..table.concat(heading, " | ").." |", "|---|"..(is_of_texts and "---|" or "---:|"):rep(#heading - 1) };
	for _, row in ipairs(rows) do table.insert(lines, "| "..table.concat(row, " | ").." |"); end
	return table.concat(lines, "\n");
end

-- (figure { median, low, high } or nil, factor or nil) → "median (low–high)"
local function spread(figure, factor)
	if not figure then return ""; end
	factor = factor or 1;
	return ("%s (%s–%s)"):format(digits(figure.median * factor), digits(figure.low * factor), digits(figure.high * factor));
end

-- (ratio { median, … } or nil) → text
local function times(ratio)
	if not ratio then return ""; end
	return ratio.median < 0.1 and "1 : "..count(math.floor(1 / ratio.median + 0.5)) or digits(ratio.median);
end

function tables.tokens(data)
	local rows = {};
	for _, row in ipairs(data.tokens.rows) do
		if row.bad then
			local line = { Subject.names[row.kind]..", "..count(row.count) };
			for _, name in ipairs { "bad", "good", "creation", "registration" } do
				local ratio = times(row[name].ratio);
				table.insert(line, spread(row[name], 1000)..(ratio ~= "" and " **"..ratio.."**" or ""));
			end
			table.insert(rows, line);
		end
	end
	return tables.markdown({ "Invites", "bad token", "good token", "new invite", "whole registration" }, rows);
end

function tables.registrations(data)
	local rows = {};
	for _, row in ipairs(data.registrations) do
		table.insert(rows, {
			("%s, %s"):format(Subject.names[row.kind], row.version), "+"..row.delay, ("%d"):format(row.streams), spread(row.rate);
			row.delay > 0 and ("%.0f %%"):format(row.without_delay.median * 100) or "", row.refused and ("%.0f %%"):format(row.refused.median * 100) or "";
			spread(row.ping, 1000), spread(row.p99, 1000);
		});
	end
	return tables.markdown({ "Server", "sync, ms", "at a time", "a second", "of that without delay", "refused", "ping, ms", "ping, p99, ms" }, rows);
end

function tables.pages(data)
	local rows = {};
	for _, row in ipairs(data.pages.rows) do
		for _, what in ipairs { { "pages", "page" }, { "codes", "QR code" }, { "api", "API: a new invite" } } do
			local seen = row[what[1]];
			if seen then
				local line = { ("%s, %s: %s"):format(Subject.names[row.kind], count(row.count), what[2]), spread(seen.latency, 1000) };
				for _, name in ipairs { "new", "open", "quick" } do
					local ratio = row.kind == "ours" and times(seen[name].ratio) or "";
					table.insert(line, spread(seen[name])..(ratio ~= "" and " **"..ratio.."**" or ""));
				end
				table.insert(line, ("%.0f %%"):format(seen.client.median * 100));
				table.insert(rows, line);
			end
		end
	end
	return tables.markdown({ "Invites", "one, ms", "a second, new connections", "open connections", "the same without Nagle", "client busy" }, rows)
		.."\n\nIn bold: ratio to the community's pages without invites.";
end

function tables.page_pings(data)
	local rows = {};
	for _, row in ipairs(data.pages.rows) do
		local pings = row.pings;
		table.insert(rows, {
			("%s, %s"):format(Subject.names[row.kind], count(row.count));
			spread(pings.calm, 1000), spread(pings.calm_p99, 1000), spread(pings.busy, 1000), spread(pings.busy_p99, 1000);
		});
	end
	return tables.markdown({ "Server", "calm", "calm, p99", "busy", "busy, p99" }, rows);
end

function tables.memory(data)
	local rows = {};
	for _, row in ipairs(data.tokens.rows) do
		table.insert(rows, {
			row.kind == "bare" and Subject.names.bare or Subject.names[row.kind]..", "..count(row.count);
			("%.1f"):format(row.memory.started / 1e6), ("%.1f"):format(row.memory.used / 1e6), spread(row.start, 1000);
		});
	end
	return tables.markdown({ "Server", "just started", "afterwards", "start, ms" }, rows);
end

function tables.admin(data)
	local rows = {};
	for _, row in ipairs(data.admin.rows) do
		table.insert(rows, { "`"..row.command.."`", digits(row.seconds), digits(row.ping * 1000), digits(row.p99 * 1000), digits(row.slowest * 1000) });
	end
	return tables.markdown({ "Command", "takes, s", "ping", "p99", "slowest" }, rows);
end

function tables.verbs(data)
	local heading, rows = { "" }, {};
	for _, result in ipairs(data.verbs) do
		table.insert(heading, ("%s, %s"):format(result.engine, count(result.rows)));
		for at, verb in ipairs(result.verbs) do
			rows[at] = rows[at] or { verb.name };
			table.insert(rows[at], ("%s, %s"):format(digits(verb.median), digits(verb.p99)));
		end
	end
	local size, load = { "size, MB" }, { "loaded in, s" };
	for _, result in ipairs(data.verbs) do
		table.insert(size, digits(result.bytes / 1e6));
		table.insert(load, digits(result.seconds));
	end
	table.insert(rows, size);
	table.insert(rows, load);
	return tables.markdown(heading, rows);
end

return tables;
