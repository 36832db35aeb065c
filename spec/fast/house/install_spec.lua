-- `make install`: the modules that it puts into the plugin folder. The library has been built before (`make spec`).

local lfs = require "lfs";

describe("make install", function ()
	local target;

	before_each(function ()
		target = os.tmpname();
		os.remove(target);
	end);

	after_each(function ()
		os.execute(("rm -rf '%s'"):format(target));
	end);

	-- (command for the shell) → what it printed
	local function run(command)
		local pipe = assert(io.popen("exec 2>&1; "..command));
		local output = pipe:read("a");
		assert(pipe:close(), output);
		return output;
	end

	-- (arguments of make, shell text before it) → what it printed
	local function install(arguments, before)
		return run(("%s env -u MAKEFLAGS -u MFLAGS make install CARGO=/nonexistent %s"):format(before or "", arguments));
	end

	local function count(pattern)
		return tonumber((run(("find '%s' -mindepth 1 %s | wc -l"):format(target, pattern))));
	end

	it("lets everybody read all of it, whatever the umask, and needs no Rust where the library is up to date", function ()
		install(("DESTDIR='%s' PREFIX='/with a space/modules'"):format(target), "umask 077;");
		assert.equal("directory", lfs.attributes(target.."/with a space/modules/mod_invites", "mode"));
		assert.equal(0, count("-type d ! -perm 755"));
		assert.equal(0, count("-type f ! -perm 644"));
		assert.truthy(count("-name invites_core.so") == 1);
	end);

	it("leaves no file of an older version, nor of a run that was broken off, and does not touch what is not ours", function ()
		run(("mkdir -p '%s/mod_invites' '%s/mod_other' '%s/.new/mod_invites' '%s/.old'"):format(target, target, target, target));
		for _, name in ipairs { "mod_invites/old.lib.lua"; "mod_other/mod_other.lua"; ".new/mod_invites/half.lua"; "mod_mine.lua" } do
			assert(io.open(target.."/"..name, "w")):close();
		end
		install(("PREFIX='%s'"):format(target));
		assert.is_nil(lfs.attributes(target.."/mod_invites/old.lib.lua"));
		assert.is_nil(lfs.attributes(target.."/mod_invites/half.lua"));
		assert.equal(0, count("-name '.*'"));
		assert.equal("file", lfs.attributes(target.."/mod_other/mod_other.lua", "mode"));
		assert.equal("file", lfs.attributes(target.."/mod_mine.lua", "mode"));
	end);

	it("replaces a module that is a link, and not what it leads to", function ()
		run(("mkdir -p '%s/modules' '%s/elsewhere' && ln -s ../elsewhere '%s/modules/mod_invites'"):format(target, target, target));
		assert(io.open(target.."/elsewhere/kept", "w")):close();
		install(("PREFIX='%s/modules'"):format(target));
		assert.equal("file", lfs.attributes(target.."/elsewhere/kept", "mode"));
		assert.equal("directory", lfs.symlinkattributes(target.."/modules/mod_invites", "mode"));
	end);

	it("says so where not everybody can read the folder that is there already", function ()
		run(("mkdir -m 700 '%s'"):format(target));
		assert.truthy(install(("PREFIX='%s'"):format(target)):find("only some users can read", 1, true));
	end);

	for _, source in ipairs { "src/lib.rs"; "Cargo.lock"; ".cargo/config.toml"; "lua/invites_core/interface" } do
		it("builds the library anew where "..source.." is newer", function ()
			local output = run(("env -u MAKEFLAGS -u MFLAGS make -n -W %s install PREFIX='%s'"):format(source, target));
			assert.truthy(output:find("cargo build --release", 1, true), output);
			output = run(("env -u MAKEFLAGS -u MFLAGS make -n install PREFIX='%s'"):format(target));
			assert.is_nil(output:find("cargo build", 1, true), output);
		end);
	end
end);
