-- What admins, other modules and inviters can see of invites on a real server.

local http = require "socket.http";

local Fixture = require "spec.live.harness.fixture";

local host = "example.com";

describe("what becomes of invites", function ()
	local fixture;

	fixture = Fixture.shared(host, { hosts = { host, "example.net" }, modules = { "http_openmetrics" }, http = true;
		options = { allow_user_invites = true, invites_notify_inviter = true, statistics = "internal", statistics_interval = "manual" } }, function ()
		fixture:account("juliet");
	end);

	local function own(more)
		local spec = { kind = "account", creator = "juliet", authority = "user" };
		for key, value in pairs(more or {}) do spec[key] = value; end
		local invite, code = fixture.server:invites(host, "make", spec);
		assert.is_table(invite, code);
		return invite;
	end

	-- (host) → table: name and labels → value, as a collector of metrics would get them
	local function metrics(of_host)
		local page, code = http.request(("http://127.0.0.1:%d/metrics"):format(fixture.server.http_port));
		assert.equal(200, code);
		local values = {};
		for line in page:gmatch("[^\n]+") do
			local name, labels, value = line:match("^prosody_mod_invites__([%w_]+){host=\""..of_host:gsub("%.", "%%.").."\",?([^}]*)} (%S+)$");
			if name then values[name..(labels ~= "" and " "..labels or "")] = tonumber(value); end
		end
		return values;
	end

	it("is counted for mod_http_openmetrics, for each host", function ()
		local before = metrics(host);
		local invite = own();
		own();
		fixture.server:invites(host, "revoke", fixture:invite("create_account"));
		local client = fixture:stream(invite.token);
		assert.is_nil((client:preauth("guess")));
		assert.is_true(client:preauth(invite.token));
		assert.is_true(client:register("romeo", "secret"));
		client:close();
		local now = metrics(host);
		for name, more in pairs {
			["created_total kind=\"account\""] = 3; checked_total = 2; claimed_total = 1; ["redeemed_total kind=\"account\""] = 1; revoked_total = 1;
			["refused_total code=\"token-invalid\""] = 1;
		} do
			assert.equal(more, now[name] - (before[name] or 0), name);
		end
		assert.is_true(fixture.server:wait_until(function () return metrics(host).pending == 1; end)); -- not counted anew for each collector
		assert.equal(0, metrics("example.net").checked_total);
	end);

	it("is in the log, by the short id", function ()
		local invite, other = own(), own();
		assert.is_true(fixture:stream(invite.token):register("mercutio", "secret"));
		fixture.server:invites(host, "revoke", other.token, "juliet");
		for _, line in ipairs {
			"Invite "..invite.id.." was made (account) by juliet"; "Invite "..invite.id.." was used (account) by mercutio";
			"Invite "..other.id.." was revoked by juliet";
		} do
			assert.is_truthy(fixture.server:log():find("info\t"..line, 1, true), line);
		end
		assert.is_nil(fixture.server:log():find(other.token, 1, true));
	end);

	it("is told to other modules", function ()
		for _, name in ipairs { "invite-stored", "invite-checked", "invite-claimed", "invite-redeemed", "invite-refused" } do
			fixture:hook(name, ("spec.seen = (spec.seen or '')..' %s '..tostring(event.username)"):format(name));
		end
		local client = fixture:stream(own().token);
		assert.is_true(client:register("benvolio", "secret"));
		assert.is_nil((client:preauth("guess")));
		assert.equal(" invite-stored nil invite-checked nil invite-claimed benvolio invite-redeemed benvolio invite-refused nil",
			fixture:eval("return prosody.spec.seen"));
	end);

	it("does not depend on what other modules make of it", function ()
		local errors = select(2, fixture.server:log():gsub("\terror\t", ""));
		for _, name in ipairs { "invite-stored", "invite-checked", "invite-claimed", "invite-redeemed" } do fixture:hook(name, "error('no')"); end
		local invite = own();
		assert.is_true(fixture:stream(invite.token):register("paris", "secret"));
		assert.equal("redeemed", fixture.server:invites(host, "info", invite.id).state);
		assert.equal(errors + 4, select(2, fixture.server:log():gsub("\terror\t", "")));
	end);

	it("is told to the inviter", function ()
		local juliet = fixture:login("juliet");
		juliet:presence();
		juliet:ping();
		assert.is_true(fixture:stream(own({ data = { note = "for the ball" } }).token):register("rosaline", "secret"));
		local message = juliet:wait_for(function (stanza)
			return stanza.name == "message" and stanza:get_child_text("body"):find("rosaline", 1, true);
		end);
		assert.same({ host, "en" }, { message.attr.from, message.attr["xml:lang"] });
		assert.equal("rosaline@example.com has made an account through your invite (for the ball).", message:get_child_text("body"));
	end);
end);
