-- The library as a file: its symbols, its interface id and what it links to.

describe("invites_core.so", function ()
	local path = "lua/invites_core/invites_core.so";

	-- LuaDBI brings its own SQLite into the same process: a symbol of ours with the same name would be taken for it, or the other way round.
	it("exports the function by which Lua opens it, and two of C (src/c_library.rs)", function ()
		local exported = {};
		for line in assert(io.popen("nm -D --defined-only " .. path)):lines() do
			exported[#exported + 1] = line:match("%S+$");
		end
		assert.same({ "fmod", "fmodf", "luaopen_invites_core" }, exported);
	end);

	-- A library that speaks with other words than the Lua files beside it must be known by that.
	it("has the interface that its sources have, as the Lua files do", function ()
		local id = assert(io.popen("lua5.4 spec/tools/interface.lua")):read("l");
		local file = assert(io.open("lua/invites_core/interface"));
		finally(function () file:close(); end);
		assert.equal(id, file:read("l"), "run 'make interface', and commit what it has changed");
		assert.equal(id, assert(package.loadlib("./"..path, "luaopen_invites_core"))().interface, "run 'make'");
	end);

	-- See .cargo/config.toml.
	it("waits for its data with fdatasync", function ()
		local imported = assert(io.popen("nm -D --undefined-only "..path)):read("a");
		assert.truthy(imported:find(" fdatasync", 1, true));
	end);

	it("needs nothing that is not in every installation", function ()
		for line in assert(io.popen("objdump -p " .. path)):lines() do
			local library = line:match("^%s+NEEDED%s+(%S+)");
			if library then
				assert.truthy(library:match("^lib[cm]%.so") or library:match("^libgcc_s%.so") or library:match("^ld%-linux"), library);
			end
		end
	end);
end);
