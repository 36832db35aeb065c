-- The tables of invites_web: each refusal and each kind has what pages say of it, in texts that exist.

local function load(path) return dofile("lua/invites_web/page/"..path..".lib.lua"); end

describe("the tables of web pages", function ()
	local texts = {};
	for line in io.lines("lua/mod_invites/locales/en.ftl") do
		local id = line:match("^([%w-]+) =");
		if id then texts[id] = true; end
	end
	local function has_text(id, what) assert.truthy(texts[id], ("%s: there is no text %s"):format(what, tostring(id))); end

	it("have a row for each refusal of the library, of which each names texts and a status", function ()
		local refusals = load "refusals";
		for _, code in ipairs(assert(package.loadlib("./lua/invites_core/invites_core.so", "luaopen_invites_core"))().codes) do
			assert.truthy(refusals[code], code.." has no row in invites_web/page/refusals");
		end
		for code, row in pairs(refusals) do
			for _, words in ipairs { row.page, row.reset, row.contact } do
				has_text(words.."-heading", code);
				has_text(words.."-lead", code);
			end
			if row.start then has_text(row.start, code); end
			if row.form then has_text(row.form, code); end
			assert.equal(row.page ~= nil, row.status ~= nil, code);
			assert.equal(row.form ~= nil, row.form_status ~= nil, code);
			assert.truthy(row.form or not row.field, code);
		end
		assert.truthy(refusals["internal-server-error"].page and refusals["internal-server-error"].start);
	end);

	it("have for each kind of invite all that pages say of it", function ()
		local kinds = load "kinds";
		local wanted = { "heading"; "lead"; "open"; "open_lead"; "apps"; "apps_lead" };
		for _, kind in ipairs { "account"; "contact"; "contact-account"; "reset" } do
			local row = assert(kinds[kind], kind.." has no row in invites_web/page/kinds");
			for _, name in ipairs(wanted) do has_text(row.welcome[name], kind.." "..name); end
			has_text(row.handed_over, kind);
			has_text(row.listed, kind);
			assert.equal(row.form ~= nil, row.success ~= nil, kind);
			assert.equal(row.form ~= nil, row.welcome.browser ~= nil, kind);
			if row.welcome.browser then has_text(row.welcome.browser, kind); end
			for _, name in ipairs(row.form and { "heading"; "lead"; "password"; "submit" } or {}) do has_text(row.form[name], kind.." "..name); end
			for _, name in ipairs(row.success and { "heading"; "lead" } or {}) do has_text(row.success[name], kind.." "..name); end
		end
	end);
end);
