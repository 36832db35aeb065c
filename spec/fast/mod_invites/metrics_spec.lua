-- The metrics of mod_invites, as mod_http_openmetrics shows them.

local Fixture = require "spec.support.fixture";

Fixture.describe("events/metrics", { options = { allow_user_invites = true }; users = { "juliet" } }, function (fixture)
	local server, invites, tick; -- tick: seconds between two looks at the clock that measures how long something takes

	local function start(options, global)
		tick = 0;
		invites, server = fixture:start(options, { global = global; before = function ()
			local seconds = 1000;
			require "util.time".now = function ()
				seconds = seconds + tick;
				return seconds;
			end
		end });
	end

	local function own() return fixture:own_invite "juliet"; end
	local function join(...) return fixture:join(...); end

	local statistics = { statistics = "internal"; statistics_interval = "manual" };

	-- → what mod_http_openmetrics shows of this host's invites: table name and labels → value
	local function shown()
		local statsmanager = require "core.statsmanager";
		statsmanager.collect();
		local values = {};
		for line in statsmanager.get_metric_registry():render():gmatch("[^\n]+") do
			local name, labels, value = line:match("^prosody_mod_invites__([%w_]+){host=\"example.com\",?([^}]*)} (%S+)$");
			if name and not name:find("_created$") then values[name..(labels ~= "" and " "..labels or "")] = tonumber(value); end
		end
		return values;
	end

	it("begin with nothing, for each label", function ()
		start(nil, statistics);
		local values = shown();
		for _, kind in ipairs { "account"; "contact"; "contact-account"; "reset" } do
			for _, name in ipairs { "created"; "redeemed" } do assert.equal(0, values[name.."_total kind=\""..kind.."\""]); end
		end
		for code in pairs(invites.refusals) do
			assert.equal(code ~= "ask" and 0 or nil, values["refused_total code=\""..code.."\""], code);
		end
		for _, name in ipairs { "checked"; "claimed"; "revoked"; "swept" } do assert.equal(0, values[name.."_total"]); end
	end);

	it("count each step", function ()
		start({ invites_history = "1 hour" }, statistics);
		local invite = own();
		own();
		invites.revoke(invites.create_account().token);
		invites.create_contact("juliet", true, nil, 60);
		join("romeo", invite.token);
		invites.get("nonsense");
		local values = shown();
		for name, expected in pairs {
			pending = 2; ["created_total kind=\"account\""] = 3; ["created_total kind=\"contact-account\""] = 1; checked_total = 1; claimed_total = 1;
			["redeemed_total kind=\"account\""] = 1; revoked_total = 1; ["refused_total code=\"token-invalid\""] = 1;
		} do
			assert.equal(expected, values[name], name);
		end
		server:advance(5 * 3600);
		values = shown();
		assert.equal(1, values.pending);
		assert.is_true(values.swept_total > 0 and values.sweep_seconds_count > 0 and values.sweep_seconds_sum >= 0);
	end);

	it("count many pending ones in pieces, and not again at once", function ()
		start(nil, statistics);
		tick = 0.001;
		invites.make_many({ kind = "account" }, 500);
		assert.is_nil(shown().pending);
		server:advance(1);
		assert.equal(500, shown().pending);
		own();
		assert.equal(500, shown().pending);
		tick = 1;
		server:advance(60);
		assert.equal(500, shown().pending);
		server:advance(1);
		assert.equal(501, shown().pending);
	end);

	it("cost nothing where nobody collects them", function ()
		start();
		join("romeo", own().token);
		assert.same({}, server:logged("error"));
	end);
end);
