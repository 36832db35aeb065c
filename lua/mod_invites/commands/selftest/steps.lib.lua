-- The steps of selftest: what people do with invites, on the running server.
--
-- Returns array of { about; lacks = function (visitor) → reason why it can't be made, or nil; go = function (visitor) → array of what came of it, as
-- src/command/selftest takes it }.

local url = require "socket.url";

local usermanager = require "core.usermanager";

local Client = require_once "commands/selftest/client";
local fetch = require_once "commands/selftest/page";
local provider = require_once "invites_lib/provider";

local patience = 5; -- seconds for a page

local steps = { racers = 20 };

-- (about, function (visitor, try), lacks or nil) adds a step that is made of tries
local function add(about, go, lacks)
	table.insert(steps, {
		about = about; lacks = lacks or function () end;
		go = function (visitor)
			return { { step = "tries"; about = about; tries = visitor:tries(function (try) go(visitor, try); end) } };
		end;
	});
end

local function needs_account(visitor) return not visitor.account and "no-account" or nil; end

add("register", function (visitor, try)
	local client, token = visitor:holder(try, { kind = "account" });
	if client and try("register", visitor:register(client, visitor.names[1])) then visitor.account, visitor.used = visitor.names[1], token; end
end);

add("used", function (visitor, try)
	local client = try("open", visitor:stream());
	if client then try("used", client:preauth(visitor.used)); end
end, needs_account);

add("bound", function (visitor, try)
	local name = visitor.names[2];
	local client = visitor:holder(try, { kind = "account"; username = name });
	if client then try("other", visitor:register(client, visitor.names[3])); end
	if client and try("register", visitor:register(client, name)) then visitor.contact = name; end
end);

add("reset", function (visitor, try)
	local account, new = visitor.account, visitor.random_password();
	local client = visitor:holder(try, { kind = "reset"; username = account });
	if not client or not try("reset", client:register(account, new)) then return; end
	if visitor:login(try, account, new, "login") then visitor:login(try, account, visitor.password, "old"); end
end, function (visitor)
	return needs_account(visitor) or not provider.sets_passwords(visitor.host.name) and "no-passwords" or nil;
end);

add("contact", function (visitor, try)
	local inviter = visitor.account.."@"..visitor.host.name;
	local token = try("make", visitor:invite { kind = "contact"; inviter = visitor.account });
	local client = token and visitor:login(try, visitor.contact, visitor.password, "login");
	if not client then return; end
	client:iq("get", nil, "<query xmlns='jabber:iq:roster'/>"); -- only then does the server push changes
	client:presence("subscribe", inviter, Client.xml.preauth(token));
	local item = client:roster_push(inviter, "both");
	try("subscribe", item, "nothing");
end, function (visitor)
	return needs_account(visitor) or not visitor.contact and "no-account" or nil;
end);

-- All have presented the invite before anybody registers: those who lose the race have shown no token that does not work.
local function race(visitor)
	local clients, payloads, requests, told, accounts = {}, {}, {}, 0, 0;
	local tries = visitor:tries(function (try)
		local token = try("make", visitor:invite { kind = "account" });
		for i = 1, token and steps.racers or 0 do
			clients[i] = try("open", visitor:stream());
			if not clients[i] or not try("present", clients[i]:preauth(token)) then return; end
			payloads[i] = visitor:registration(clients[i], visitor.names[3 + i]);
		end
		for i, client in ipairs(clients) do requests[i] = client:request("set", nil, payloads[i]); end
		for i, client in ipairs(clients) do
			local ok, err = Client.outcome(client:reply(requests[i]));
			told = told + (ok and 1 or 0);
			if not ok and not err.type then return try("register", ok, err); end
		end
	end);
	for i = 1, steps.racers do
		if usermanager.user_exists(visitor.names[3 + i], visitor.host.name) then accounts = accounts + 1; end
	end
	local last = tries[#tries];
	return { { step = "race"; streams = steps.racers; told = told; accounts = accounts; failure = last.error and last } };
end

-- ("page" or "form", address, token, does somebody else make the page?) → what came of it, the page itself
local function look(about, address, token, is_external)
	local page = fetch(address, patience);
	local body = page.body or "";
	page.step, page.shown, page.body = about, page.url:gsub(token, "TOKEN"), nil;
	page.has_token, page.is_external = body:find(token, 1, true) ~= nil, is_external;
	return page, body;
end

-- The form is where the page leads to.
local function pages(visitor)
	local function left(about, reason) return { step = "left"; about = about; reason = reason }; end
	local has_form = visitor.host.modules:contains "invites_register_web";
	local token, invite = visitor:invite { kind = "account" };
	if not token then
		return { { step = "tries"; about = "page"; tries = visitor:tries(function (try) try("make", nil, invite); end) } };
	elseif not invite.landing_page then
		return { left("page", "no-page"), left("form", has_form and "page-failed" or "no-form") };
	end
	local page, body = look("page", invite.landing_page, token, visitor.host.option "invites_page" ~= nil);
	if not has_form then return { page, left("form", "no-form") }; end
	local link = body:match('href="([^"]*[?&;]t='..token..'[^"]*)"');
	if not link then return { page, left("form", "page-failed") }; end
	return { page, (look("form", url.absolute(page.url, (link:gsub("&amp;", "&"))), token)) };
end

table.insert(steps, { about = "race"; lacks = function () end; go = race });
table.insert(steps, { about = "page"; is_web = true; lacks = function () end; go = pages });

return steps;
