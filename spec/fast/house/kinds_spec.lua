-- Each kind of invite that the library knows has a row with everything that Lua says of it, and no other has.

local kinds = assert(loadfile "lua/invites_lib/kinds.lib.lua")();

describe("The kinds of invites", function ()
	it("are those of the library", function ()
		local known, source = {}, assert(io.open("src/invite/kind.rs")):read("a");
		for variant in source:match("\npub enum KindName {(.-)\n}"):gmatch("\n    (%u%a+),") do
			known[variant:gsub("(%l)(%u)", "%1-%2"):lower()] = true;
		end
		assert.equal("account", next(known) and known.account and "account");
		for word in pairs(kinds) do assert.is_true(known[word], word); end
		for word in pairs(known) do assert.is_table(kinds[word], word); end
	end);

	it("have each field, with texts that there are", function ()
		local texts = assert(io.open("lua/mod_invites/locales/en.ftl")):read("a");
		for word, kind in pairs(kinds) do
			assert.is_string(kind.supported_as[1], word);
			for _, prefix in ipairs { "start-list-"; "adhoc-purpose-" } do assert.truthy(texts:find("\n"..prefix..word.." =", 1, true), word); end
		end
	end);
end);
