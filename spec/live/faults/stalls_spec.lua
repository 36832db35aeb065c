-- The event loop belongs to everybody: whatever comes in from outside, nobody else waits for it. Beside each entry point, with the largest inputs
-- that get through, another client pings the server. What takes quadratic time needs hundreds of milliseconds. The best of some tries counts.

local Database = require "spec.live.harness.database";
local Client = require "spec.live.harness.client";
local Http = require "spec.live.harness.http";
local Fixture = require "spec.live.harness.fixture";
local hostile = require "spec.live.harness.hostile";
local inside = require "spec.live.harness.inside";
local Pings = require "spec.live.harness.pings";

local host = "verona.example";
local longest_wait, tries = 0.050, 3; -- seconds; times

-- Bytes, a little less than Prosody's own limits. Of elements it can be fewer: to build so large a stanza takes Prosody itself as long.
local stanza_size, elements_size, stranger_size, body_size, header_size = 250000, 25000, 9400, 16 * 1024, 7000;
local avatar_size = 187000; -- in base64 it just fits a stanza
local path_size = 500; -- for longer paths of its HTTP server, Prosody itself takes quadratic time, whatever is there
local most_data, rows = 128 * 1024, 6; -- bytes that are read of a row; rows of each sort
local typed_size = 20000; -- in the shell: what reads it in quadratic time takes seconds

local commands = "http://jabber.org/protocol/commands";

-- What our modules hook that brings nothing from outside, or only what one of the entry points below has brought.
local inner = {};
for _, event in ipairs {
	"stream-features"; "user-registering"; "user-registered"; "user-password-reset"; "invite-created"; "invite-redeemed"; "user-deleted";
	"user-password-changed"; "user-disabled"; "user-enabled"; "server-started"; "config-reloaded"; "stats-update"; "account-disabled"; "account-enabled";
	"item-added/site-app-provider"; "item-removed/site-app-provider"; "module-loaded"; "module-unloaded"; "module-reloaded"; "server-stopping";
	"server-stopped"; "host-deactivating"; "invite-promised";
} do inner["event "..event] = true; end

describe("beside whoever sends", function ()
	local server, fixture, http, boss, driver, pings;
	local covered = {}; -- entry points for which there was a row

	fixture = Fixture.shared(host, {
		http = true;
		modules = { "admin_shell"; "invites_adhoc"; "invites_api"; "invites_page"; "invites_register_web"; "invites_start"; "pep"; "register_apps" };
		hosts = { [host] = { allow_user_invites = true; admins = { "boss@"..host }; http_external_url = "https://chat.verona.example/" } };
		options = { default_iteration_count = 4096; invites_page_avatars = true; trusted_proxies = { "127.0.0.1" } };
	}, function (...)
		server, http = ...;
		driver = inside.new(server, host);
		for _, name in ipairs { "witness"; "boss"; "romeo" } do fixture:account(name, "secret-secret"); end
		boss, pings = fixture:login("boss", "secret-secret"), Pings.new(server, fixture:online("witness", "secret-secret"));
	end);

	-- (entry point; what is sent there, for a failure to name; as above; function (what came of it) → is it a clear answer?)
	local function assert_quick(entry, name, begin, is_clear)
		covered[entry] = true;
		local best = math.huge;
		for _ = 1, tries do
			local took, outcome = pings:slowest(begin);
			assert.is_true(is_clear(outcome), ("%s, %s: %s"):format(entry, name, tostring(outcome):sub(1, 300)));
			best = math.min(best, took);
			if best < longest_wait then return; end
		end
		assert.is_true(false, ("%s, %s: others waited for %.0f ms"):format(entry, name, best * 1000));
	end

	-- (client, XML with ID in it) → as above
	local function stanza(client, xml, drops)
		return function ()
			local id = "s"..tostring(math.random(1e9));
			client:send((xml:gsub("ID", id, 1)));
			return client.socket, function ()
				local answer = client:reply(id, 10);
				if drops then client:drop(); end
				return answer;
			end;
		end;
	end

	local function is_answer(answer)
		if not answer then return false; end
		local _, condition = answer:get_error();
		return answer.attr.type == "result" or answer.attr.type == "error" and condition ~= "internal-server-error";
	end

	-- (entry, name, XML, token to present first or nil): a stream of its own for each try
	local function stranger(entry, name, xml, token)
		assert_quick(entry, name, function () return stanza(fixture:stream(token), xml, true)(); end, is_answer);
	end

	local function is_response(answer) return answer ~= nil and answer.status ~= nil and answer.status < 500; end

	-- (function () → request) → as above
	local function asked(next_request)
		return function ()
			local conn = http:open();
			conn:send(http:text(next_request()));
			return conn, function ()
				local answer = Http.read(conn);
				conn:close();
				return answer;
			end;
		end;
	end

	local function web(entry, name, request) assert_quick(entry, name, asked(function () return request; end), is_response); end

	it("preauth tokens", function ()
		for name, text in pairs(hostile.texts(stranger_size)) do
			stranger("event stanza/iq/urn:xmpp:pars:0:preauth", name, ("<iq type='set' to='%s' id='ID'>%s</iq>"):format(host, Client.xml.preauth(text)));
		end
	end);

	it("registration stanzas", function ()
		local entry = "event stanza/iq/jabber:iq:register:query";
		local form = "<iq type='set' id='ID'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'>"
			.."<field var='FORM_TYPE'><value>jabber:iq:register</value></field>%s</x></query></iq>";
		for _, token in ipairs {
			server:invites(host, "make", { kind = "account"; uses = 1000 }).token; fixture:invite("create_account_reset", "romeo");
		} do
			for name, text in pairs(hostile.texts(stranger_size - 400)) do
				local iq = "<iq type='set' id='ID'>"..Client.xml.register("%s", "%s").."</iq>";
				stranger(entry, "username: "..name, iq:format(hostile.escape(text), "secret-secret"), token);
				stranger(entry, "password: "..name, iq:format("romeo", hostile.escape(text)), token);
				stranger(entry, "form: "..name, form:format(hostile.field("username", text)), token);
			end
			for name, xml in pairs(hostile.elements(stranger_size - 400)) do stranger(entry, name, form:format(xml), token); end
		end
		local tagged = "<iq type='get' id='ID' xml:lang='%s'><query xmlns='jabber:iq:register'/></iq>";
		stranger(entry, "xml:lang", tagged:format(("a-"):rep(stranger_size // 2)));
	end);

	it("subscriptions with an invite", function ()
		local entry, pinged = "event presence/bare", "<iq type='get' to='%s' id='ID'><ping xmlns='urn:xmpp:ping'/></iq>";
		for name, text in pairs(hostile.long(stanza_size)) do
			local presence = ("<presence type='subscribe' to='romeo@%s'>%s</presence>"):format(host, Client.xml.preauth(text));
			assert_quick(entry, name, stanza(boss, presence..pinged:format(host)), is_answer);
		end
	end);

	for node, fields in pairs(hostile.commands) do
		it("the command "..node, function ()
			local entry = "adhoc "..node;
			covered["event iq-set/host/"..commands..":command"] = true;
			local iq = ("<iq type='set' to='%s' id='ID'><command xmlns='%s' node='%s'>%%s</command></iq>"):format(host, commands, node);
			local form = iq:format "<x xmlns='jabber:x:data' type='submit'>%s</x>";
			for _, field in ipairs(fields) do
				for name, text in pairs(hostile.long(stanza_size)) do
					assert_quick(entry, field..": "..name, stanza(boss, form:format(hostile.field(field, text))), is_answer);
				end
			end
			for name, xml in pairs(hostile.elements(elements_size, fields[1])) do
				assert_quick(entry, name, stanza(boss, form:format(xml)), is_answer);
			end
			for _, attribute in ipairs { "action"; "sessionid"; "xml:lang" } do
				local long = ("<iq type='set' to='%s' id='ID'><command xmlns='%s' node='%s' %s='%s'/></iq>"):format(
					host, commands, node, attribute, ("a "):rep(stanza_size // 2));
				assert_quick(entry, attribute, stanza(boss, long), is_answer);
			end
		end);
	end

	it("service discovery", function ()
		for _, kind in ipairs { "info"; "items" } do
			for name, text in pairs(hostile.long(stanza_size)) do
				local iq = "<iq type='get' to='%s' id='ID'><query xmlns='http://jabber.org/protocol/disco#%s' node='%s'/></iq>";
				assert_quick("event host-disco-"..kind.."-node", name, stanza(boss, iq:format(host, kind, hostile.escape(text))), is_answer);
			end
		end
	end);

	it("requests to web pages and to the API", function ()
		local form_type = "application/x-www-form-urlencoded";
		for entry, path in pairs(hostile.paths) do
			for name, query in pairs(hostile.queries(header_size)) do
				web(entry, "query: "..name, { path = path:gsub("%*", "dino").."?"..query });
				local last = query:gsub("[%s?#]", "a"):sub(1, path_size);
				if path:find("*", 1, true) then web(entry, "path: "..name, { path = (path:gsub("%*", function () return last; end)) }); end
			end
			for _, header in ipairs(path:find("/$") and {} or hostile.headers) do
				for name, text in pairs(hostile.lines(header_size)) do
					web(entry, header..": "..name, { path = (path:gsub("%*", "dino")); headers = { [header] = text } });
				end
			end
			if hostile.takes_bodies[path] then
				for name, body in pairs(hostile.bodies(body_size)) do
					web(entry, "form: "..name, { method = "POST"; path = path; body = body; headers = { ["Content-Type"] = form_type } });
				end
				for name, text in pairs(hostile.lines(body_size // 4)) do
					for _, field in ipairs(hostile.takes_bodies[path]) do
						local body = (hostile.forms[path] or "")..field.."="..hostile.urlencode(text);
						web(entry, field..": "..name, { method = "POST"; path = path; body = body; headers = { ["Content-Type"] = form_type } });
					end
				end
			end
		end
	end);

	it("names and passwords in a form of ours", function ()
		local token = fixture:invite "create_account";
		for entry, path in pairs { ["http invites_register_web"] = "/register"; ["http invites_register_web/check"] = "/register/check" } do
			for name, text in pairs(hostile.names(body_size // 8)) do
				local request = http:form("/register?t="..token, { token = token; user = text.." "; password = text; warn = "1" });
				request.path = path;
				web(entry, "form: "..name, request);
			end
		end
	end);

	it("the largest avatars, and pictures for links", function ()
		local png = http:ask({ path = "/invites_page/preview/0.png" }).body;
		local pages, previews, avatars = {}, {}, {}; -- for each try those of an inviter whose avatar nobody has seen
		for i = 1, tries do
			local user = "artist"..i;
			fixture:account(user, "secret-secret");
			fixture:login(user, "secret-secret"):publish_avatar(png..tostring(i):rep(avatar_size - #png));
			pages[i] = "/invites_page?"..server:invites(host, "make", { kind = "account"; inviter = user }).token;
		end
		local function each(entry, paths)
			local next_one = coroutine.wrap(function () for _, path in ipairs(paths) do coroutine.yield { path = path }; end end);
			assert_quick(entry, "large avatars", asked(next_one), is_response);
		end
		each("http invites_page", pages);
		for i, page in ipairs(pages) do
			local body = http:ask({ path = page }).body;
			previews[i] = "/invites_page/"..body:match "preview/%x+%.png";
			avatars[i] = "/invites_page/"..body:match "avatar/%x+%.png";
		end
		each("http invites_page/preview/*", previews);
		each("http invites_page/avatar/*", avatars);
	end);

	it("JSON to the API", function ()
		local key = server:eval(host, "return (require 'core.modulemanager'.get_module(host, 'invites_api').keys:create {})");
		for name, body in pairs(hostile.json(body_size)) do
			web("http invites_api", name, {
				method = "POST"; path = "/invites_api"; body = body; headers = { ["Content-Type"] = "application/json"; Authorization = "Bearer "..key };
			});
		end
		for name, request in pairs(hostile.calls(server:eval(host, hostile.make_key))) do web("http invites_api/v1/*", name, request); end
	end);

	it("commands in the shell", function ()
		for _, command in ipairs(driver:commands()) do
			for name, text in pairs(hostile.lines(typed_size)) do
				for _, arguments in ipairs { { text }; { host; text }; { host; "1"; text } } do
					assert_quick("shell "..command, name, driver:run(command, arguments, {}), function (answered) return answered; end);
				end
			end
		end
		for _, flag in ipairs { "role"; "group"; "expires_after"; "uses"; "note"; "contact" } do
			for name, text in pairs(hostile.lines(typed_size)) do
				assert_quick("shell invite create_account", flag..": "..name, driver:run("invite create_account", { host }, { [flag] = text }),
					function (answered) return answered; end);
			end
		end
		for name, text in pairs(hostile.files()) do
			local path = server.directory.."/"..name:gsub("%W", "_");
			local file = assert(io.open(path, "w"));
			file:write(text);
			file:close();
			assert_quick("shell invite import", "file: "..name, driver:run("invite import", { host; path }, {}), function (answered) return answered; end);
		end
	end);

	it("rows of the database", function ()
		local database = Database.of(server);
		local fill = [[WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
			INSERT INTO invites (id, host, kind, creator, user_authority, max_uses, created_at, expires_at, sweep_at, data)
			SELECT randomblob(16), ?, 'account', 'boss', 1, 1, ? + n, ? + 90000, ? + 99000, ? FROM numbers]];
		local now, is_answered = os.time(), function (answered) return answered; end;
		for _, size in ipairs { 1000, most_data // 2, most_data, 10 * most_data } do
			for _, data in pairs(hostile.data(size)) do database:run(fill, rows, host, now, now, now, data); end
		end
		local id = database:number("SELECT substr(hex(id), 1, 12) AS n FROM invites WHERE length(data) = ? LIMIT 1", most_data):lower();
		database:close();
		for name, run in pairs {
			list = driver:run("invite list", { host }, { all = true }); json = driver:run("invite list", { host }, { json = true });
			none = driver:run("invite list", { host }, { used = true }); stats = driver:run("invite stats", { host }, {});
			show = driver:run("invite show", { host; id }, {});
		} do
			assert_quick("shell invite "..name, "large rows", run, is_answered);
		end
		local command = ("<iq type='set' to='%s' id='ID'><command xmlns='%s' node='xmpp:prosody-invites/adhoc#%%s'>"
			.."<x xmlns='jabber:x:data' type='submit'>%%s</x></command></iq>"):format(host, commands);
		for name, xml in pairs {
			own = command:format("own", ""); all = command:format("all", hostile.field("which", "all"));
			one = command:format("own", hostile.field("invite", id)..hostile.field("action", "show"));
		} do
			assert_quick("adhoc "..name, "large rows", stanza(boss, xml), is_answer);
		end
		local jar, login = {}, { action = "login"; user = "boss"; password = "secret-secret" };
		assert.equal(303, http:browse(http:form("/invites_start", login, nil, jar), jar).status);
		web("http invites_start", "large rows", { path = "/invites_start"; headers = Http.with_cookies(nil, jar) });
	end);

	it("there is an entry point for each that the server has", function ()
		local missing = {};
		for _, entry in ipairs(driver:entries()) do
			if not covered[entry] and not inner[entry] then table.insert(missing, entry); end
		end
		assert.same({}, missing);
		assert.is_true(pings.witness:ping());
	end);
end);
