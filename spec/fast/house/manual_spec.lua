-- The manual page and bash's completion, which spec/packages/manual.lua makes from the help of the commands.

local function output(command)
	local pipe = assert(io.popen(command));
	finally(function () pipe:close(); end);
	return pipe:read("a");
end

local function made(what)
	return output("lua5.4 spec/packages/manual.lua "..what);
end

describe("The manual page", function ()
	it("has each command with its options", function ()
		local page = made "page";
		local core = assert(package.loadlib("./lua/invites_core/invites_core.so", "luaopen_invites_core"))();
		local count = 0;
		for _, section in ipairs { "invite"; "invites_api" } do
			for _, command in ipairs(core.command.section(section)) do
				count = count + 1;
				assert.truthy(page:find("\n.SS "..command.name.."\n", 1, true), command.name);
				for flag in command.text:gmatch("\n    [%w, -]-(%-%-[%w-]+)") do
					assert.truthy(page:find((flag:gsub("%-", "\\-")), 1, true), flag);
				end
			end
		end
		assert.is_true(count > 15);
		assert.truthy(page:find("\n.SS generate\n", 1, true));
	end);
end);

describe("The completion for bash", function ()
	-- (words as they are typed, the last one incomplete) → what it can become, in one line
	local function completed(...)
		local script = os.tmpname();
		finally(function () os.remove(script); end);
		local file = assert(io.open(script, "w"));
		file:write(made "completion", ("COMP_WORDS=(prosodyctl %s); COMP_CWORD=%d\n"):format(table.concat({ ... }, " "), select("#", ...)),
			"_prosodyctl; echo \"${COMPREPLY[*]}\"\n");
		file:close();
		return (output("bash "..script):gsub("\n$", ""));
	end

	it("knows modules, commands and options", function ()
		assert.equal("mod_invites mod_invites_api", completed "mod_i");
		assert.equal("create_account create_contact create_reset", completed("mod_invites", "create_"));
		assert.equal("--expires-after", completed("mod_invites", "create_reset", "juliet@example.com", "--e"));
		assert.equal("--help --json", completed("mod_invites_api", "list", "example.com", "--"));
		assert.equal("", completed("mod_invites", "backup", "example.com", "b"));
		assert.equal("", completed("mod_other", "c"));
	end);
end);
