-- What is typed on the command line, how it is read, and what is said about it.

local prosody = require "spec.support.prosody";

describe("the command line's", function ()
	local server, invites, options, flags, record, command;

	setup(function ()
		server = prosody.new { version = prosody.versions[1]; process = "prosodyctl" };
		invites = assert(server:load("example.com", "invites"));
		options, flags, record = invites.require_once "terminal/arguments", invites.require_once "terminal/flags", invites.require_once "commands/format";
		command = {
			name = "feed"; args = { "user_jid"; "dish"; "count?" }; places = { user_jid = "USER@HOST" }; read = { count = flags.read.count };
			desc = "Feed somebody"; more = "DISH: not empty";
			flags = { flags.json; flags.note; flags.role; flags.admin; setmetatable({ short = "g" }, { __index = flags.group }) };
		};
	end);

	teardown(function ()
		server:stop();
	end);

	-- (words after "Juliet@Example.com soup"...) → flags as read, named arguments; or nil, error
	local function read(...)
		local named, typed = options.parse(command, { "Juliet@Example.com", "soup", ... });
		if not named then return nil, typed; end
		local values, err = options.read(command, named, typed);
		return values, values and named or err;
	end

	it("words are split into arguments and flags", function ()
		require "core.usermanager".get_role_by_name = function (name) return { name = name }; end; -- 13.0 has its roles in a running host
		assert.same({ json = true; note = "x y"; group = { "1"; "2"; "3" } },
			(read("--json", "--note", "x y", "5", "-g", "1", "--group=2", "--group", "3")));
		assert.same({ note = "--json" }, (read("--note", "--json")));
		assert.same({ note = "a=b=c" }, (read("--note=a=b=c")));
		assert.same({ role = { "a"; "prosody:admin"; "b" } }, (read("--role", "a", "--admin", "--role", "b")));
		for _, word in ipairs { "-token"; "-"; "-5"; "a=b"; "--json"; "-g" } do
			local named, typed = options.parse({ args = { "host"; "token" }; flags = command.flags }, { "example.com"; "--"; word });
			assert.equal(word, named.token);
			assert.same({}, typed);
		end
		assert.equal("help", options.parse(command, { "-h" }));
		for _, bad in ipairs { { "--what" }; { "-x" }; { "--json=1" }; { "--note" }; { "--notes", "x" }; { "--note", "" }; { "--note=" } } do
			assert.is_nil((read(table.unpack(bad))), bad[1]);
		end
	end);

	it("arguments get their names, and the host", function ()
		local function name(...) return (options.parse(command, { ... })); end
		assert.same({ user_jid = "Juliet@Example.com"; dish = "soup"; count = 3; username = "juliet"; host = "example.com" },
			name("Juliet@Example.com", "soup", "3"));
		assert.same({ user_jid = "example.com"; dish = "soup"; host = "example.com" }, name("example.com", "soup"));
		for _, bad in ipairs { {}; { "example.com" }; { "example.com"; "" }; { "example.com"; "soup"; "x" }; { "a@b@c"; "soup" };
			{ "example.com"; "a"; "1"; "b" } } do
			assert.is_nil((name(table.unpack(bad))));
		end
	end);

	it("help says all that", function ()
		assert.equal("x feed USER@HOST DISH [COUNT] [--json] [--note TEXT] [--role ROLE]... [--admin] [--group ID]...", options.usage(command, "x "));
		local help = options.help(command, "x ");
		assert.truthy(help:find("\nFeed somebody\nDISH: not empty\n", 1, true));
		assert.truthy(help:find("\n    %-g, %-%-group ID +add the new user to this group"));
	end);

	it("periods are a number and a unit", function ()
		local period = flags.read.period;
		assert.equal(2 * 86400, period("2 days"));
		assert.equal(3600, period(" 1H"));
		assert.equal(300, period("5 minutes"));
		assert.equal(31 * 86400, period("1 month"));
		assert.equal(math.huge, period("Never"));
		for _, bad in ipairs { ""; "5"; "days"; "0 days"; "-1 day"; "5 sausages"; "1.5 days"; "1 m"; "2 days later" } do
			assert.is_nil(period(bad), bad);
		end
	end);

	it("periods are read", function ()
		local period = invites.require_once "invites_lib/duration";
		for text, seconds in pairs { ["2 weeks"] = 14 * 86400; ["10 mins"] = 600; ["3hrs"] = 3 * 3600; ["1 y"] = 31556952; ["1 month"] = 31 * 86400 } do
			assert.equal(seconds, period.seconds(text), text);
			assert.equal(seconds, period.or_never(text), text);
		end
		for _, bad in ipairs { ""; "never"; "0 s"; "5 sausages"; ("9"):rep(50).." s"; 5; {}; true } do assert.is_nil(period.seconds(bad)); end
	end);

	it("numbers are whole and not too large", function ()
		assert.equal(500, flags.read.count("500"));
		for _, bad in ipairs { ""; "0"; "-1"; "1.5"; "1e3"; "0x10"; "many"; "99999999999999999999" } do
			assert.is_nil(flags.read.count(bad), bad);
		end
		assert.equal(math.huge, flags.uses.read("unlimited"));
	end);

	it("users are of this host", function ()
		assert.equal("juliet", flags.read.user("Juliet", "example.com"));
		assert.equal("juliet", flags.read.user("JULIET@example.com", "example.com"));
		for _, bad in ipairs { ""; "@"; "juliet@"; "@example.com"; "juliet@example.net"; "a b"; "a@b@example.com" } do
			assert.is_nil(flags.read.user(bad, "example.com"), bad);
		end
	end);

	it("CSV quotes what needs it", function ()
		assert.equal('a,"b,c","say ""x""",,1', record.csv("a", "b,c", 'say "x"', nil, 1));
		assert.equal("a?b", record.csv("a\nb"));
	end);

	it("text for people can't steer a terminal", function ()
		local clean = invites.require_once "invites_lib/terminal_text";
		assert.equal("a?b?c?d?é", clean.text("a\27b\0c\194\155d\127é"));
		-- U+061C, U+200E, U+2028, U+202E, U+2066, U+FEFF, U+FFFE, a lone surrogate, what is not UTF-8
		local steering = "\216\156a\226\128\142b\226\128\168c\226\128\174d\226\129\166e\239\187\191f\239\191\190g\237\160\128h\255";
		assert.equal("?a?b?c?d?e?f?g???h?", clean.text(steering));
		assert.equal("5", clean.text(5));
		local json = require "util.json";
		local odd = "\194\155 \226\128\174 \226\128\168 \240\159\191\190 \27 é";
		local object = clean.json(json.encode { note = odd });
		assert.equal('{"note":"\\u009b \\u202e \\u2028 \\ud83f\\udffe \\u001B é"}', object);
		assert.equal(odd, json.decode(object).note);
	end);

	it("suggestions are made where a word was mistyped", function ()
		local nearest = invites.require_once "terminal/nearest";
		local known = { "create_account"; "create_reset"; "list"; "show"; "revoke"; "stats" };
		for typed, meant in pairs { lsit = "list"; ["create-account"] = "create_account"; LIST = "list"; revok = "revoke"; stat = "stats";
			create_r = "create_reset";
			creat_reset = "create_reset"; shwo = "show" } do
			assert.equal(meant, nearest(typed, known), typed);
		end
		for _, typed in ipairs { ""; "x"; "erase"; "destroy"; ("list"):rep(1000); "\0"; 5; {} } do assert.is_nil(nearest(typed, known)); end
		local _, err = read("--nots", "x");
		assert.equal("there is no flag --nots. Did you mean --note?", err);
	end);

	it("notes have a length, and languages are known", function ()
		assert.equal(2000, #read("--note", ("ä"):rep(1000)).note);
		local _, err = read("--note", ("ä"):rep(1001));
		assert.equal("--note: a note has 1000 characters at the most, and this one has 1001", err);
		for _, tag in ipairs { "de"; "pt-BR"; "DE_at"; "zh-Hant-TW" } do assert.equal(tag, flags.lang.read(tag)); end
		for _, tag in ipairs { "xx"; "deutsch"; ""; "../de"; "d"; "de/../en" } do
			_, err = flags.lang.read(tag);
			assert.truthy(err:find("none of the languages that there are: ar, de, en, ", 1, true), err);
		end
	end);

	it("words say what an invite is", function ()
		local function words(fields)
			local invite = { kind = "account"; jid = "example.com"; uses = 0; max_uses = 1; allow_registration = true };
			for key, value in pairs(fields) do invite[key] = value; end
			return record.describe(invite);
		end
		assert.equal("Account on example.com", words {});
		assert.equal("Account juliet@example.com, and contact of romeo, used 2 of 5, by nurse (x)", words {
			jid = "juliet@example.com"; username = "juliet"; inviter = "romeo"; creator = "nurse"; uses = 2; max_uses = 5; note = "x" });
		assert.equal("Password reset for juliet@example.com", words { kind = "reset"; jid = "juliet@example.com" });
		assert.equal("Contact of juliet@example.com", words { kind = "contact"; jid = "juliet@example.com" });
		assert.equal("Account on example.com, role prosody:admin, used 0 of 30, groups a, b (x)", words {
			max_uses = 30; note = "x"; additional_data = { roles = { "prosody:admin" }; groups = { "a"; "b" } } });
		assert.equal("Account on example.com, roles prosody:admin, staff, group a", words {
			additional_data = { roles = { staff = true; ["prosody:admin"] = true }; groups = { "a" } } });
		local invite = { kind = "contact"; jid = "juliet@example.com"; uses = 7 };
		invite.max_uses = nil;
		assert.equal("Contact of juliet@example.com, used 7 of any number of times", record.describe(invite));
	end);
end);
