-- `make demo`: the main job of the suite on a real Prosody and real streams, step by step, with what was expected and what was seen.
-- Exit status 0 only if all of it held.

local Client = require "spec.live.harness.client";
local Http = require "spec.live.harness.http";
local Server = require "spec.live.harness.server";

local host = "localhost";
local server;
local steps, failed = 0, 0;

-- (text) → a heading
local function title(text)
	print("\n"..text);
end

-- (what is looked at, what is expected of it, what was seen) prints one line, and counts it
local function step(what, expected, seen)
	steps = steps + 1;
	local ok = expected == seen;
	if not ok then failed = failed + 1; end
	print(("  %-6s  %-46s  %s"):format(ok and "ok" or "FAILED", what, ok and seen or "expected "..expected..", saw "..seen));
end

-- (ok, err as the client's methods return them, word for ok) → what was seen, in a few words
local function seen(ok, err, word)
	return ok and (word or "accepted") or "refused: "..tostring(type(err) == "table" and err.condition or err);
end

-- (token or nil, function (client, answer to the token)) → what the function returned, which has a new stream to itself
local function on_stream(token, action)
	local client = server:client(host);
	local ok, err = true, nil;
	if token then ok, err = client:preauth(token); end
	local result = action(client, seen(ok, err));
	client:close();
	return result;
end

-- (token or nil, username, password, word for success or nil) → what came of registering on a new stream
local function register(token, username, password, word)
	return on_stream(token, function (client, presented)
		if presented ~= "accepted" then return presented; end
		local ok, err = client:register(username, password);
		return seen(ok, err, word or "registered");
	end);
end

-- (username, password) → what came of logging in on a new stream
local function login(username, password)
	return on_stream(nil, function (client)
		local jid, err = client:login(username, password);
		return seen(jid, err, "logged in");
	end);
end

-- (name of a function of mod_invites, its arguments...) → invite; where it was refused, a token that opens nothing stands in for it
local function invite(name, ...)
	local made, err = server:invites(host, name, ...);
	return made or { token = "none", uri = "refused: "..tostring(err) };
end

-- (invite) → its URI without the token, which nobody should see on a screen
local function shown(made)
	return (made.uri:gsub("preauth=%w+", "preauth=…"));
end

-- (roster, username) → the state of the subscription to that user
local function subscription(roster, username)
	local item = roster[username.."@"..host];
	return item and item.subscription or "no contact";
end

-- (client, username) waits until that contact is mutual, and gives up after a while. → the state of the subscription
local function until_mutual(client, username)
	client:roster_push(username.."@"..host, "both", 2);
	return subscription(client:roster(), username);
end

local function without_invite()
	title("Without an invite");
	step("register romeo", "refused: not-acceptable", register(nil, "romeo", "rose"));
	step("present a token that was never issued", "refused: item-not-found", on_stream("abcdefghijklmnopqrstuvwx", function (_, presented)
		return presented;
	end));
end

local function with_invite()
	title("With an invite");
	local made = invite("create_account");
	step("make an invite", "xmpp:localhost?register;preauth=…", shown(made));
	step("register romeo through it", "registered", register(made.token, "romeo", "rose"));
	step("log in as romeo", "logged in", login("romeo", "rose"));
	step("present the same token again", "refused: item-not-found", register(made.token, "tybalt", "cat"));
end

local function one_invite_two_streams()
	title("One invite, two streams that both presented it, and register at once");
	local token = invite("create_account").token;
	local names, streams, requests = { "mercutio", "benvolio" }, {}, {};
	local presented, accounts = 0, 0;
	for i in ipairs(names) do
		streams[i] = server:client(host);
		if streams[i]:preauth(token) then presented = presented + 1; end
	end
	for i, name in ipairs(names) do
		requests[i] = streams[i]:request("set", nil, Client.xml.register(name, "queen mab"));
	end
	for i in ipairs(names) do
		streams[i]:reply(requests[i]);
		streams[i]:close();
	end
	for _, name in ipairs(names) do
		if login(name, "queen mab") == "logged in" then accounts = accounts + 1; end
	end
	step("streams that may use it", "2", tostring(presented));
	step("accounts that came of it", "1", tostring(accounts));
end

local function bound_name()
	title("An invite for one name");
	local made = invite("create_account", "juliet");
	step("make an invite for juliet", "xmpp:juliet@localhost?register;preauth=…", shown(made));
	step("register mallory through it", "refused: not-acceptable", register(made.token, "mallory", "evil"));
	step("register juliet through another invite", "refused: conflict", register(invite("create_account").token, "juliet", "evil"));
	step("what the form says after presenting it", "juliet", on_stream(made.token, function (client)
		local form = client:registration_form();
		return form and form:get_child_text("username") or "no name";
	end));
	step("register juliet through it", "registered", register(made.token, "juliet", "balcony"));
end

local function password_reset()
	title("A password reset");
	local made = invite("create_account_reset", "juliet");
	step("make a reset link for juliet", "xmpp:juliet@localhost?register;preauth=…", shown(made));
	step("set a new password through it", "done", register(made.token, "juliet", "tomb", "done"));
	step("log in with the old password", "refused: not-authorized", login("juliet", "balcony"));
	step("log in with the new password", "logged in", login("juliet", "tomb"));
	step("use the link again", "refused: item-not-found", register(made.token, "juliet", "dagger"));
end

-- XEP-0379: whoever made the invite has agreed and whoever uses it has asked, so that on one server both are contacts at once.
local function contact_invite()
	title("A contact invite");
	local romeo, juliet = server:client(host), server:client(host);
	for client, account in pairs { [romeo] = { "romeo", "rose" }, [juliet] = { "juliet", "tomb" } } do
		client:login(table.unpack(account));
		client:roster();
		client:presence();
		client:ping();
	end

	local made = invite("create_contact", "romeo", false);
	step("romeo makes one", "xmpp:romeo@localhost?roster;preauth=…", shown(made));
	juliet:presence("subscribe", "romeo@localhost", Client.xml.preauth(made.token));
	local asked = juliet:wait_for(function (stanza) return stanza.name == "presence" and stanza.attr.type == "subscribe"; end, 0.5);
	step("juliet uses it, and needs to confirm nothing", "not asked", asked and "asked" or "not asked");
	step("juliet in romeo's contacts", "both", until_mutual(romeo, "juliet"));
	step("romeo in juliet's contacts", "both", until_mutual(juliet, "romeo"));

	made = invite("create_contact", "romeo", true);
	step("romeo makes one that allows registration", "xmpp:romeo@localhost?roster;preauth=…;ibr=y", shown(made));
	step("register rosaline through it", "registered", register(made.token, "rosaline", "feast"));
	step("rosaline in romeo's contacts", "both", until_mutual(romeo, "rosaline"));
	step("romeo in rosaline's contacts", "both", on_stream(nil, function (client)
		return client:login("rosaline", "feast") and subscription(client:roster(), "romeo") or "no account";
	end));
	romeo:close();
	juliet:close();
end

-- What a browser does that opens the page of an invite and fills in the form behind it.
local function in_a_browser()
	title("In a browser");
	local http, made = Http.new(server.http_port, host), invite "create_account";
	local page = http:ask { path = "/invites_page?"..made.token };
	step("open the page of an invite", "You’re invited to localhost", (page.body:match("<h1>(.-)</h1>") or "no page"):gsub("</?bdi>", ""));
	step("look at it, and again", "still pending", "still "..server:invites(host, "info", made.token).state);
	local function send(username, password)
		local fields = { token = made.token; user = username; password = password };
		local answer = http:ask(http:form("/register?t="..made.token, fields));
		return answer.body:match("id=\"user%-problem\">(.-)</p>") or answer.body:match("id=\"address\"[^>]- value=\"(.-)\"")
			or answer.body:match("<h1>(.-)</h1>") or "no answer";
	end
	step("choose a name in the form that is taken", "This username is already taken. Try another one.", send("romeo", "prince-of-cats"));
	step("choose another name", "balthasar@localhost", send("balthasar", "prince-of-cats"));
	step("log in with the account", "logged in", login("balthasar", "prince-of-cats"));
	step("open the form again", "This invitation has already been used", send("paris", "prince-of-cats"));
end

local ok, err = xpcall(function ()
	server = Server.start_new { hosts = { host }, http = true, modules = { "invites_page", "invites_register_web" } };
	print(("Prosody %s with the suite from this checkout, on 127.0.0.1 port %d, database in %s"):format(
		server.version, server.port, server.data));
	for _, chapter in ipairs { without_invite, with_invite, one_invite_two_streams, bound_name, password_reset, contact_invite, in_a_browser } do
		chapter();
	end
	server:stop();
end, debug.traceback);
if not ok then print("\n"..err); end
if failed > 0 or not ok then Server.keep(); end
local kept = Server.finish();

print();
if ok and failed == 0 then
	print(("All %d steps went as expected."):format(steps));
else
	print(("%d of %d steps FAILED%s. The server's log: %s/1/prosody.log"):format(
		failed, steps, ok and "" or ", and it ended early", kept or "(none)"));
	os.exit(1, true);
end
