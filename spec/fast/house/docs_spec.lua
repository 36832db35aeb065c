-- The documentation: every code block is known to a spec, links lead somewhere, and what is quoted is what the program says.

local paths = require "spec.support.paths";
local docs = require "spec.support.docs";

-- (command) → array of the lines that it prints
local function lines_of(command)
	local lines = {};
	for line in io.popen(command):lines() do table.insert(lines, line); end
	return lines;
end

-- (paths for find) → all that stands in these files
local function everything_in(where)
	local texts = {};
	for _, path in ipairs(lines_of("find "..where.." -type f")) do table.insert(texts, docs.read(path)); end
	return table.concat(texts, "\n");
end

-- (text of a heading) → the anchor that web sites make of it
local function anchor(heading)
	return (heading:lower():gsub("[^%w%s_-]", ""):gsub("%s", "-"));
end

-- (path) → anchor → true
local function anchors_of(path)
	local found = {};
	for heading in ("\n"..docs.read(path)):gmatch("\n#+ ([^\n]+)") do found[anchor(heading)] = true; end
	return found;
end

-- (text) → the same without code blocks
local function without_blocks(text) return (text:gsub("\n```.-\n```", "")); end

describe("The documentation", function ()
	it("has no code block that no spec runs or compares", function ()
		local specs, seen, unknown = everything_in("spec src"), {}, {};
		for _, block in ipairs(docs.blocks) do
			local place = ("%s:%d"):format(block.file, block.line);
			if block.language == "" or block.name == "" or seen[block.name] then
				table.insert(unknown, place.." has no language and name of its own");
			elseif not specs:find(('docs.block "%s"'):format(block.name), 1, true) then
				table.insert(unknown, ("%s %s is in no spec"):format(place, block.name));
			end
			seen[block.name] = true;
		end
		assert.same({}, unknown);
	end);

	it("has code blocks between fences, and no others", function ()
		for _, path in ipairs(docs.files) do
			local was_empty, in_list = true, false;
			for line in (without_blocks(docs.read(path)).."\n"):gmatch("([^\n]*)\n") do
				in_list = line:find("^[%d-]") ~= nil or in_list and line:find("^ *$") ~= nil or in_list and line:find("^ ") ~= nil;
				assert.is_true(not (was_empty and not in_list and line:find("^    ")), path..": "..line);
				was_empty = line == "";
			end
		end
	end);

	it("has links that lead somewhere", function ()
		local broken = {};
		local files = { "ARCHITECTURE.md", table.unpack(docs.files) };
		for _, path in ipairs(files) do
			local folder = path:match("^(.*/)") or "";
			local text = without_blocks(docs.read(path));
			local function look(target)
				if target:find("^%a+:") then return; end
				local to, at = target:match("^([^#]*)#?(.*)$");
				local other = to == "" and path or (folder..to):gsub("[^/]+/%.%./", "");
				local file = io.open(other);
				if not file then return table.insert(broken, path.." → "..target); end
				file:close();
				if at ~= "" and not anchors_of(other)[at] then table.insert(broken, path.." → "..target); end
			end
			for target in text:gmatch("%]%(([^)]+)%)") do look(target); end
			for target in text:gmatch("<img src=\"([^\"]+)\"") do look(target); end
		end
		assert.same({}, broken);
	end);

	it("begins with a README that one can read in a few minutes", function ()
		assert.is_true(#lines_of "cat README.markdown" < 200);
	end);

	it("names make targets that there are", function ()
		for target in (docs.block "try"..docs.block "test"):gmatch("make (%S+)") do
			assert.is_true(os.execute(("make -n -C '%s' %s >/dev/null 2>&1"):format(paths.root, target)), target);
		end
	end);

	it("quotes texts as the program says them", function ()
		local program, missing = everything_in("lua src"):gsub("\\\n%s*", ""), {};
		local trouble = docs.section("docs/admin.md", "Troubleshooting");
		for cell in trouble:gmatch("\n| (`[^|]+) |") do
			for quote in cell:gmatch("`([^`]+)`") do
				for part in (quote.."…"):gmatch("%s*(.-)%s*…") do
					if not program:find(part, 1, true) then table.insert(missing, part); end
				end
			end
		end
		assert.same({}, missing);
	end);

	it("names the events of the suite with their fields", function ()
		local section = docs.section("docs/integrate.md", "Events");
		local events = 0;
		for name, fields in docs.read "src/step.rs":gsub("\n *///", ""):gmatch("`(invites?%-%l+)` %(([^)]*)%):") do
			events = events + 1;
			assert.truthy(section:find(("\n| `%s` | %s | "):format(name, fields), 1, true), name);
		end
		assert.equal(events + 1, select(2, section:gsub("\n| `", ""))); -- invite-created is fired before there is an invite
	end);

	it("shows contributors code that is there", function ()
		for path, code in pairs {
			["src/options/table.rs"] = docs.block "option-row"; ["lua/mod_invites_api/guard.lib.lua"] = docs.block "option-use";
			["src/refusal.rs"] = docs.block "refusal"; ["lua/mod_invites/locales/en.ftl"] = docs.block "refusal-text";
		} do
			assert.truthy(docs.read(path):find(code, 1, true), path);
		end
		for path in docs.read "docs/CONTRIBUTING.md":gmatch("`([%w_]+/[%w_./]+)`") do
			assert.truthy(io.open(path), path);
		end
	end);

	it("has the commands that there are, with their flags", function ()
		local commands, described = docs.section("docs/admin.md", "On the command line"), 0;
		local source = docs.read "src/command/invites.rs";
		for name in source:gmatch('of_host%(%s*"([%w_]+)"') do
			described = described + 1;
			assert.truthy(commands:find("`"..name.." ", 1, true), name);
		end
		assert.is_true(described > 10);
		for flag in source:gmatch('Flag::%l+%("([%w_]+)"') do
			assert.truthy(commands:find("--"..flag:gsub("_", "-"), 1, true), flag);
		end
	end);

	it("has the metrics that there are", function ()
		local metrics = docs.section("docs/admin.md", "Monitor");
		for kind, name in docs.read "lua/mod_invites/events/metrics.lib.lua":gmatch('metric%("(%l+)", "(%l+)"') do
			local suffix = kind == "counter" and "_total" or kind == "summary" and "_seconds" or "";
			assert.truthy(metrics:find("`prosody_mod_invites__"..name..suffix.."`", 1, true), name);
		end
	end);
end);
