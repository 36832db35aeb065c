-- The loader of the library, and the table of refusals.

local prosody = require "spec.support.prosody";

describe("invites_core.lib.lua", function ()
	local lua_version = _VERSION:match("%d+%.%d+");
	local server, folder;

	-- A copy of the plugin folder with another library in it: nil for none, or the text of the file.
	local function plugin_folder(library)
		folder = os.tmpname();
		os.remove(folder);
		assert(os.execute(("cp -R lua %s && rm -f %s/invites_core/*.so"):format(folder, folder)));
		if library then
			local file = assert(io.open(folder.."/invites_core/invites_core.so", "w"));
			file:write(library);
			file:close();
		end
		return folder;
	end

	local function complaint()
		local lines = server:logged("error", "invites_core%.so");
		local own = {};
		for _, line in ipairs(lines) do
			if not line:find("^Error initializing module") then table.insert(own, line); end
		end
		assert.equal(1, #own, table.concat(own, "\n"));
		assert.is_nil(own[1]:find("\n"));
		return own[1];
	end

	after_each(function ()
		if server then server:stop(); end
		if folder then os.execute("rm -rf "..folder); end
		server, folder = nil, nil;
	end);

	it("loads the library that lies beside it", function ()
		server = prosody.new {};
		local invites = assert(server:load("example.com", "invites"));
		assert.same({}, server:logged("error"));
		assert.is_table(invites.refusals);
	end);

	-- what is wrong; the library; what loading it says, or nil; pattern of the line in the log
	for _, case in ipairs {
		{ "it is not there"; nil; nil; "invites_core/invites_core%.so: not there.*'make'" };
		{ "it is no library"; "this is not a library"; nil; "invites_core%.so: " };
		{ "it is for another Lua"; "x"; ": undefined symbol: lua_newuserdata"; "built for another Lua than "..lua_version:gsub("%.", "%%.")
			.." %(undefined symbol: lua_newuserdata%)" };
	} do
		it("says in one line what is wrong, where it was looked for and what to do, and the module does not load: "..case[1], function ()
			local loadlib = package.loadlib;
			finally(function () package.loadlib = loadlib; end); -- luacheck: ignore 122
			function package.loadlib(path, ...) -- luacheck: ignore 122
				if case[3] and path:find("invites_core", 1, true) then return nil, path..case[3], "open"; end
				return loadlib(path, ...);
			end
			server = prosody.new { plugin_path = plugin_folder(case[2]) };
			local invites, err = server:load("example.com", "invites");
			assert.is_falsy(invites);
			assert.is_string(err);
			local line = complaint();
			assert.truthy(line:find(folder, 1, true) and line:find("Lua "..lua_version, 1, true), line);
			assert.truthy(line:find(case[4]), line);
		end);
	end

	-- (id) writes it where the Lua files of the copied folder have theirs
	local function set_interface(id)
		local file = assert(io.open(folder.."/invites_core/interface", "w"));
		file:write(id, "\n");
		file:close();
	end

	for what, id in pairs { ["Lua files newer than the library"] = "invites interface 0123456789ab"; ["no id at all"] = "" } do
		it("does not take a library of another time: "..what, function ()
			server = prosody.new { plugin_path = plugin_folder() };
			assert(os.execute("cp lua/invites_core/invites_core.so "..folder.."/invites_core/"));
			set_interface(id);
			local invites, err = server:load("example.com", "invites");
			assert.is_falsy(invites);
			local line = complaint();
			assert.truthy(line:find("not of the same version as the Lua files", 1, true), line);
			assert.truthy(err:find("not of the same version as the Lua files", 1, true), err);
		end);
	end

	it("asks for a restart where library and Lua files were replaced, since a process keeps the library that it has", function ()
		server = prosody.new { plugin_path = plugin_folder() };
		local file = folder.."/invites_core/invites_core.so";
		assert(os.execute("cp lua/invites_core/invites_core.so "..file));
		assert(server:load("example.com", "invites"));
		-- The same with another id of the same length, put in place as `make install` does.
		local old = assert(io.open("lua/invites_core/interface")):read("l");
		assert(os.execute(("sed 's/%s/invites interface 0123456789ab/' %s >%s.new && mv %s.new %s"):format(old, file, file, file, file)));
		set_interface("invites interface 0123456789ab");
		assert.is_falsy(server:reload("example.com", "invites"));
		local line = complaint();
		assert.truthy(line:find("newer than the one that Prosody has loaded: restart Prosody", 1, true), line);
	end);

	for where, prepare in pairs {
		["Lua's cpath"] = function ()
			server = prosody.new { plugin_path = plugin_folder() };
			package.cpath = "./lua/invites_core/?.so;"..package.cpath; -- luacheck: ignore 122
		end;
		["the tree of the plugin installer"] = function ()
			local tree = ("%s/installed/lib/lua/%s"):format(plugin_folder(), lua_version);
			assert(os.execute(("mkdir -p %s && cp lua/invites_core/invites_core.so %s"):format(tree, tree)));
			server = prosody.new { plugin_path = folder, paths = { installer = folder.."/installed" } };
		end;
	} do
		it("finds the library in "..where, function ()
			local cpath = package.cpath;
			finally(function () package.cpath = cpath; end); -- luacheck: ignore 122
			prepare();
			assert(server:load("example.com", "invites"));
		end);
	end

	it("has a row for each refusal of the library and those that Lua has itself, and no others", function ()
		server = prosody.new {};
		local refusals = assert(server:load("example.com", "invites")).refusals;
		local codes = assert(package.loadlib("./lua/invites_core/invites_core.so", "luaopen_invites_core"))().codes;
		local rows = { ["managed-elsewhere"] = "own"; throttled = "own" };
		for _, code in ipairs(codes) do rows[code] = "library's"; end
		for code, row in pairs(refusals) do
			assert.truthy(rows[code], code);
			assert.same({ "string", "string", "string", "number" }, { type(row.type), type(row.condition), type(row.text), type(row.status) }, code);
			rows[code] = nil;
		end
		assert.same({}, rows);
		local invalid = refusals["token-invalid"];
		assert.same({ "cancel", "item-not-found", "The provided token is invalid or expired" }, { invalid.type, invalid.condition, invalid.text });
	end);
end);
