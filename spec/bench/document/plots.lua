-- The plots, by gnuplot: lines with the spread of the rounds, on white, so that they can be read on a dark page too.

local Subject = require "spec.bench.subject";

local plots = {};

local head = [[
set terminal svg size 760,460 background rgb 'white' font 'sans-serif,14' linewidth 1.6
set output '%s'
set title '%s' noenhanced
set xlabel '%s' noenhanced
set ylabel '%s' noenhanced
set grid xtics ytics linecolor rgb '#dddddd'
set border 3
set tics nomirror
set key below center horizontal reverse Left samplen 2 maxrows 2
set decimalsign '.'
]];
-- Colours that differ in brightness too (Okabe and Ito).
local colours = { "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#7f7f7f" };

-- ({ file, title, x, y, more }, list of { title, points: list of { x, median, low, high }, limit: is it one }) draws a plot.
local function draw(folder, plot, lines)
	local script = { head:format(folder.."/"..plot.file, plot.title, plot.x, plot.y), plot.more };
	local drawn, limits = {}, 0;
	for at, line in ipairs(lines) do
		table.insert(script, ("$line%d << END"):format(at));
		for _, point in ipairs(line.points) do
			table.insert(script, ("%.6g %.6g %.6g %.6g"):format(point[1], point[2], point[3] or point[2], point[4] or point[2]));
		end
		table.insert(script, "END");
		if line.limit then
			limits = limits + 1;
			table.insert(drawn, ("$line%d using 1:2 with lines linecolor rgb '#444444' dashtype %d title '%s' noenhanced"):format(at, limits + 1, line.title));
		else
			table.insert(drawn, ("$line%d using 1:2:3:4 with yerrorlines linecolor rgb '%s' pointtype %d pointsize 0.7 title '%s' noenhanced"):format(
				at, colours[at - limits], ({ 7, 5, 9, 11, 13, 4, 6, 8 })[at - limits], line.title));
		end
	end
	table.insert(script, "plot "..table.concat(drawn, ", \\\n"));
	local gnuplot = assert(io.popen("gnuplot", "w"));
	gnuplot:write(table.concat(script, "\n"), "\n");
	assert(gnuplot:close(), "gnuplot failed");
end

-- (figure { median, low, high } or nil, factor) → median, low, high
local function values(figure, factor)
	return figure.median * factor, figure.low * factor, figure.high * factor;
end

-- (tokens, name of a measure) → lines by kind of server
local function by_size(tokens, name)
	local lines = {};
	for _, kind in ipairs { "ours", "internal", "sqlite" } do
		local points = {};
		for _, row in ipairs(tokens.rows) do
			if row.kind == kind and row[name] then
				table.insert(points, { math.max(row.count, 100), values(row[name], 1000) });
			end
		end
		table.insert(lines, { title = Subject.names[kind], points = points });
	end
	return lines;
end

local log_log = "set logscale xy\nset xrange [70:1500000]\n"
	.."set xtics ('0' 100, '1,000' 1000, '10,000' 10000, '100,000' 100000, '1,000,000' 1000000)";

-- (registrations, filter, name of the horizontal axis, name of a figure, factor) → points
local function points_of(rows, filter, axis, name, factor)
	local points = {};
	for _, row in ipairs(rows) do
		local is_meant = true;
		for key, value in pairs(filter) do is_meant = is_meant and row[key] == value; end
		if is_meant then table.insert(points, { row[axis], values(row[name], factor) }); end
	end
	return points;
end

local function registrations(data, folder)
	local rows, main = data.registrations, nil;
	for _, prosody in ipairs(data.prosody) do
		if prosody.is_main then main = prosody.version:match("^%d+%.%d+"); end
	end
	local lines = { { title = "no invites (the ceiling)", limit = true, points = points_of(
		rows, { version = main, kind = "bare", delay = 0 }, "streams", "rate", 1) } };
	for _, delay in ipairs(data.plan.delays) do
		table.insert(lines, { title = ("ours, a sync takes +%d ms"):format(delay), points = points_of(
			rows, { version = main, kind = "ours", delay = delay }, "streams", "rate", 1) });
	end
	table.insert(lines, { title = "bundled, internal storage", points = points_of(
		rows, { version = main, kind = "internal", delay = 0 }, "streams", "rate", 1) });
	draw(folder, {
		file = "streams.svg", title = "Registrations", x = "people who register at the same time", y = "registrations per second";
		more = "set logscale x\nset xrange [0.9:44]\nset yrange [0:*]\nset xtics (1, 4, 10, 40)";
	}, lines);

	for _, plot in ipairs {
		{ file = "sync.svg", title = "Registrations on a slow disk", y = "registrations per second", name = "rate", factor = 1, more = "set yrange [0:*]" };
		{ file = "pings.svg", title = "Others’ pings while people register", y = "99th percentile of a ping, ms", name = "p99", factor = 1000;
			more = "set logscale y" };
	} do
		lines = {};
		if plot.name == "rate" then
			local sync, points = data.machine.sync.median, {};
			for _, delay in ipairs(data.plan.delays) do
				local rate = 1000 / (delay + sync);
				if rate < 400 then table.insert(points, { delay, rate }); end -- what is beyond would only make the plot flat
			end
			if #points > 1 then table.insert(lines, { title = "one sync after the other", limit = true, points = points }); end
		end
		for _, streams in ipairs(data.plan.streams) do
			table.insert(lines, { title = ("%d at a time"):format(streams), points = points_of(
				rows, { version = main, kind = "ours", streams = streams }, "delay", plot.name, plot.factor) });
		end
		plot.x = "milliseconds that each sync takes longer";
		draw(folder, plot, lines);
	end
end

-- (what was measured, folder) draws all that there are figures for.
function plots.draw(data, folder)
	if data.tokens then
		for _, plot in ipairs {
			{ file = "bad-token.svg", title = "A bad token: from the stanza to the answer", name = "bad" };
			{ file = "good-token.svg", title = "A good token: from the stanza to the answer", name = "good" };
			{ file = "creation.svg", title = "A new invite, inside the server", name = "creation" };
		} do
			local lines = by_size(data.tokens, plot.name);
			if plot.name == "creation" then
				local sync = data.tokens.sync.median;
				table.insert(lines, 1, { title = "one sync of this disk", limit = true, points = { { 100, sync }, { 1000000, sync } } });
			end
			plot.x, plot.y, plot.more = "stored invites", "milliseconds", log_log;
			draw(folder, plot, lines);
		end
	end
	if data.registrations then registrations(data, folder); end
end

return plots;
