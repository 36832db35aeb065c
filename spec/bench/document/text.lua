-- The document: docs/BENCHMARKS.md, from what was measured.

local figures = require "spec.bench.figures";
local aims = require "spec.bench.document.aims";
local tables = require "spec.bench.document.tables";

local document = {};

local function image(file, text)
	return ("![%s](benchmarks/%s)"):format(text, file);
end

-- (data) → lines about where all this was measured
local function conditions(data)
	local machine, versions = data.machine, {};
	for _, prosody in ipairs(data.prosody) do
		local is_usual = prosody.is_main and #data.prosody > 1;
		table.insert(versions, ("%s (%s)%s"):format(prosody.version, prosody.lua, is_usual and ", where nothing else is said" or ""));
	end
	return tables.markdown({ "Where", "" }, {
		{ "Machine", ("%s, %d processors, %.0f GB of memory"):format(machine.processor, machine.processors, machine.memory / 2^30) };
		{ "System", ("%s, %s; files on %s"):format(machine.system, machine.kernel, machine.file_system) };
		{ "One sync of 4 KiB", ("%s ms (9 of 10 times at most %s ms)"):format(figures.digits(machine.sync.median), figures.digits(machine.sync.high)) };
		{ "Prosody", table.concat(versions, "; ") };
		{ "Suite", ("%s, built by %s; PostgreSQL %s"):format(machine.suite, machine.rust, machine.postgresql) };
		{ "Load of the machine before", figures.digits(machine.load) };
		{ "Run", ("%s, %s, %d rounds, %.0f minutes"):format(data.mode, data.date, data.plan.rounds, data.seconds / 60) };
	});
end

local function list(...)
	return table.concat({ ... }, "\n\n");
end

local sections = {};

function sections.tokens(data)
	local plan = data.plan;
	return list(
		"## Tokens",
		("Prosody's own modules (\"bundled\") keep all invites of a host in one file, or, with `storage = \"sql\"`, in rows of SQLite. They are measured "
			.."up to %s invites, ours up to %s. Clients and servers share one processor."):format(
			figures.count(plan.most_bundled), figures.count(plan.sizes[#plan.sizes])),
		image("bad-token.svg", "Answer to a bad token by number of invites"), image("good-token.svg", "Answer to a good token by number of invites"),
		"A new invite of ours is on the disk when the call returns. The bundled modules with internal storage write a file and do not wait for the disk.",
		image("creation.svg", "Creation by number of invites"),
		"Milliseconds, and ratios to the bundled modules on internal storage with as many invites:",
		tables.tokens(data)
	);
end

function sections.registrations(data)
	return list(
		"## Registrations",
		"So many people register at the same time: each connects, presents a token, registers, leaves, and the next one comes. Somebody else pings the "
			.."server meanwhile. Hashing the password and storing the account costs Prosody what it costs without any invites: that is the ceiling.",
		image("streams.svg", "Registrations per second by number of streams"),
		"A slow disk is simulated: a library that is preloaded into the server (`spec/bench/slow_disk.c`) lets each `fdatasync` and `fsync` take so much "
			.."longer. Only servers that wait for the disk are slower then, so the bundled modules on internal storage are measured without it.",
		image("sync.svg", "Registrations per second by the time of a sync"), image("pings.svg", "Others' pings by the time of a sync"),
		tables.registrations(data)
	);
end

function sections.pages(data)
	return list(
		"## Pages and API",
		("The community's `mod_invites_page` works on Prosody's own mod_invites. %d connections are never idle. The server has one processor, the client "
			.."another one. Prosody leaves Nagle's algorithm on: on connections that stay open, the last part of a longer answer then waits for up to 40 ms; "
			.."`network_settings = { nagle = false }` turns it off."):format(data.pages.connections),
		tables.pages(data),
		("Pings of somebody else, in milliseconds, while nothing happens and while %d pages are loaded in each second:"):format(data.pages.page_rate),
		tables.page_pings(data)
	);
end

function sections.memory(data)
	return list(
		"## Memory and start",
		"Resident memory of the server in MB, just started and after all that was measured under \"Tokens\", and the time from making the process until it "
			.."serves. \"No invites\" is the same Prosody without any of the suite's modules.",
		tables.memory(data)
	);
end

function sections.admin(data)
	return list(
		"## An admin at work",
		("Pings of somebody else in milliseconds while a command in the admin shell works on %s invites of one user, and on half as many accounts that "
			.."the user has invited."):format(figures.count(data.admin.count)),
		tables.admin(data)
	);
end

function sections.verbs(data)
	return list(
		"## The library alone",
		"Each verb with its transaction, in microseconds: median, and the 99th percentile. As many accounts as invites are in the tree. "
			.."`cargo bench --bench scale -- 10000000` measures other numbers (see [scale.md](scale.md)).",
		tables.verbs(data)
	);
end

-- (what was measured) → text of the document
function document.text(data)
	local parts = {
		"# Benchmarks",
		"`make bench` has written this, and the plots, from [what it measured](benchmarks/figures.json). It takes about a quarter of an hour; `make bench "
			.."BENCH=quick` takes three minutes and writes to `target/bench/`.",
		conditions(data),
		("All servers run at the same time and take turns, %d rounds in all. A figure is the median of the rounds, in brackets the lowest and the highest "
			.."one. Ratios are those of each round, and of these the median: what slows the machine down for a while slows both sides. The network is "
			.."this machine's own."):format(data.plan.rounds);
		"## Aims", aims.text(data);
	};
	if data.mode == "quick" or data.machine.load > 1 then
		table.insert(parts, 3, "**This was "..(data.mode == "quick" and "a quick run" or "a run").." on a machine with other things to do (see its load). "
			.."The figures show what is measured; how fast the suite is, a full run on a quiet machine shows.**");
	end
	if #data.failed > 0 then table.insert(parts, "Not measured, because it failed: "..table.concat(data.failed, ", ").."."); end
	for _, name in ipairs { "tokens", "registrations", "pages", "memory", "admin", "verbs" } do
		if data[name == "memory" and "tokens" or name] then table.insert(parts, sections[name](data)); end
	end
	return table.concat(parts, "\n\n").."\n";
end

return document;
