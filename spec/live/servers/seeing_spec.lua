-- What admins, other modules and inviters can see of invites on a real server. In detail: spec/fast/mod_invites/events_spec.lua and metrics_spec.lua.

local Fixture = require "spec.live.harness.fixture";

local host = "example.com";

describe("what becomes of an invite", function ()
	local fixture, http;

	fixture = Fixture.shared(host, { hosts = { host, "example.net" }, modules = { "http_openmetrics" }, http = true;
		options = { allow_user_invites = true, invites_notify_inviter = true, statistics = "internal", statistics_interval = "manual" } },
	function (_, ...)
		http = ...;
		fixture:account("juliet");
	end, { "change:1: no", "stack traceback:" });

	local function own(more)
		local invite = assert(fixture:own("juliet", more));
		fixture:secret(invite.token);
		return invite;
	end

	-- (host) → table: name and labels → value, as a collector of metrics would get them
	local function metrics(of_host)
		local answer = http:ask { path = "/metrics"; host = "127.0.0.1" };
		assert.equal(200, answer.status);
		local values = {};
		for line in answer.body:gmatch("[^\n]+") do
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

	it("is told to other modules, whatever they make of it, to the log by the short id, and to the inviter", function ()
		local steps = { "invite-stored", "invite-checked", "invite-claimed", "invite-redeemed" };
		for _, name in ipairs(steps) do
			fixture:hook(name, ("spec.seen = (spec.seen or '')..' %s '..tostring(event.username); error('no')"):format(name), -1000);
		end
		local juliet = fixture:online("juliet");
		local invite = own { data = { note = "for the ball" } };
		fixture:register("rosaline", invite.token);
		assert.equal("redeemed", fixture:state(invite.id));
		assert.equal(" invite-stored nil invite-checked nil invite-claimed rosaline invite-redeemed rosaline", fixture:eval("return prosody.spec.seen"));
		fixture.server:invites(host, "revoke", own().token, "juliet");
		for _, line in ipairs {
			"Invite "..invite.id.." was made (account) by juliet"; "Invite "..invite.id.." was used (account) by rosaline"; " was revoked by juliet";
		} do
			assert.is_truthy(fixture.server:log():find(line, 1, true), line);
		end
		local message = juliet:wait_for(function (stanza)
			return stanza.name == "message" and stanza:get_child_text("body"):find("rosaline", 1, true);
		end);
		assert.same({ host, "en" }, { message.attr.from, message.attr["xml:lang"] });
		assert.equal("rosaline@example.com created an account with your invite (for the ball).", message:get_child_text("body"));
	end);
end);
