-- `make bench`: measures, and writes docs/BENCHMARKS.md with its plots from what it measured.
--
-- lua5.4 spec/bench/main.lua [full]         measures thoroughly, into docs/
-- lua5.4 spec/bench/main.lua quick          measures quickly, into target/bench/: figures to see whether everything works
-- lua5.4 spec/bench/main.lua write          writes docs/BENCHMARKS.md again from the figures of the last full run
--
-- What is measured is kept as JSON beside the plots. Nothing here fails because a figure is bad: the figures are there to be read.

local paths = require "spec.support.paths";
local json = require "util.json";
local document = require "spec.bench.document.text";
local machine = require "spec.bench.machine";
local plans = require "spec.bench.plan";
local plots = require "spec.bench.document.plots";
local Progress = require "spec.bench.progress";
local Server = require "spec.live.harness.server";

local parts = {};
for _, name in ipairs { "tokens", "registrations", "pages", "admin", "verbs" } do
	local part = require("spec.bench.parts."..name);
	table.insert(parts, part);
end

local mode = arg[1] or "full";
local folder = paths.root..(mode == "quick" and "/target/bench" or "/docs");
local figures_file = folder.."/benchmarks/figures.json";

local function write(path, text)
	local file = assert(io.open(path, "w"));
	assert(file:write(text));
	assert(file:close());
end

-- (what was measured) writes document and plots.
local function write_document(data)
	plots.draw(data, folder.."/benchmarks");
	write(folder.."/BENCHMARKS.md", document.text(data));
	io.stderr:write("Written: ", folder:sub(#paths.root + 2), "/BENCHMARKS.md\n");
end

if mode == "write" then
	local file = assert(io.open(figures_file));
	write_document(json.decode(file:read("a")));
	file:close();
	os.exit(true, true);
end

local plan = assert(plans[mode], "neither full, quick nor write: "..mode);
local progress = Progress.new(plan.estimate);
for _, part in ipairs(parts) do progress:expect(part.steps(plan)); end
io.stderr:write(("This takes about %d minutes. The machine should have nothing else to do.\n"):format(plan.estimate // 60));
assert(os.execute("mkdir -p '"..folder.."/benchmarks'"));

local data = { mode = mode, date = os.date("!%Y-%m-%d"), plan = plan, machine = machine.facts(), failed = {} };
data.machine.sync = machine.sync();
data.prosody = {};
for _, version in ipairs(paths.versions) do
	local exact, lua = machine.prosody(version);
	table.insert(data.prosody, { version = exact, lua = lua, is_main = version == paths.version });
end

for _, part in ipairs(parts) do
	-- Whatever else could be measured is not lost.
	local ok, result = xpcall(part.measure, debug.traceback, plan, progress);
	if ok then
		data[part.name] = result;
	else
		io.stderr:write(part.name, ": ", result, "\n");
		table.insert(data.failed, part.name);
	end
	data.seconds = progress:elapsed();
	write(figures_file, json.encode(data));
end
Server.finish();
write_document(data);
os.exit(#data.failed == 0, true);
