-- What each verb of the library takes by itself, among few and many rows, on both engines: spec/bench/scale, a program of its own.

local figures = require "spec.bench.figures";
local json = require "util.json";
local machine = require "spec.bench.machine";
local paths = require "spec.support.paths";
local run = require "spec.live.harness.run";

-- (plan, progress) → list of what the program wrote: { engine, rows, bytes, seconds, verbs: list of { name, median, p10, p90, p99 in µs } }
local function measure_all(plan, progress)
	local results = {};
	for _, rows in ipairs(plan.rows) do
		progress:step("the library alone, %s invites, both engines", figures.count(rows));
		local file = run.directory().."/scale.json";
		machine.run(("cd %s && spec/tools/postgres.sh run %s bench -q --locked --features %s --bench scale -- %d %s >/dev/null"):format(
			run.quoted(paths.root), run.quoted(os.getenv("CARGO") or "cargo"), run.quoted(os.getenv("FEATURES") or "lua54"), rows, run.quoted(file)));
		local written = assert(io.open(file));
		for _, result in ipairs(json.decode(written:read("a"))) do table.insert(results, result); end
		written:close();
	end
	return results;
end

return { name = "verbs"; steps = function (plan) return #plan.rows; end; measure = measure_all };
