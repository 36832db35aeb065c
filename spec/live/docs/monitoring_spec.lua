-- docs/monitoring: the alerts, the dashboard and the filter of fail2ban, with the metrics and the log of a real Prosody.

local docs = require "spec.support.docs";
local paths = require "spec.support.paths";
local Fixture = require "spec.live.harness.fixture";
local shell = require "spec.live.docs.shell";
local json = require "util.json";

local host = "example.com";

-- (shell text, values for it...) → what it printed, exit status
local function run(text, ...)
	local pipe = io.popen(("PATH=\"$PATH:/usr/sbin\"; exec 2>&1; "..text):format(...));
	local output = pipe:read("a");
	local _, _, status = pipe:close();
	return output, status;
end

-- (text) → set of the names of metrics in it
local function metrics_in(text)
	local names = {};
	for name in text:gmatch("prosody_mod_invites__[%w_]+") do names[name] = true; end
	return names;
end

describe("docs/monitoring", function ()
	local server, exported, codes;

	local fixture = Fixture.shared(host, {
		http = true; https = true; tls = true; modules = { "http_openmetrics"; "invites_page"; "invites_api"; "invites_start" };
		options = { statistics = "internal"; statistics_interval = "manual" };
	});

	setup(function ()
		server = fixture.server;
		fixture:eval("invites.require_once 'events/metrics'.time_sweep(0.1)"); -- it is shown from the first one on
		local page = shell.run(server, "curl https://example.com:5281/metrics");
		exported, codes = metrics_in(page), {};
		for code in page:gmatch('code="([^"]+)"') do codes[code] = true; end
	end);

	it("has alerts about metrics that there are", function ()
		local alerts = docs.read "docs/monitoring/alerts.yml";
		local count = 0;
		for name in pairs(metrics_in(alerts)) do
			count = count + 1;
			assert.truthy(exported[name], name);
		end
		assert.is_true(count >= 3);
		for list in alerts:gmatch('code=~?"([^"]+)"') do
			for code in list:gmatch("[^|]+") do assert.truthy(codes[code], code); end
		end
	end);

	it("has a dashboard of metrics that there are", function ()
		local text = docs.read "docs/monitoring/dashboard.json";
		assert.is_true(#assert(json.decode(text)).panels > 5);
		for name in pairs(metrics_in(text)) do assert.truthy(exported[name], name); end
	end);

	it("has alerts that are set off when they should be, and not otherwise", function ()
		local output, status = run("cd '%s' && cp '%s/docs/monitoring/alerts.yml' '%s/spec/live/docs/alerts_test.yml' . "
			.."&& promtool test rules alerts_test.yml", server.directory, paths.root, paths.root);
		assert.equal(0, status, output);
		for alert in docs.read "docs/monitoring/alerts.yml":gmatch("alert: (%w+)") do
			assert.truthy(docs.read "spec/live/docs/alerts_test.yml":find("alertname: "..alert, 1, true), alert);
		end
	end);

	it("says what to write for Prometheus", function ()
		local file = assert(io.open(server.directory.."/prometheus.yml", "w"));
		file:write((docs.block "prometheus":gsub("/etc/prometheus/prosody%-invites%.yml", paths.root.."/docs/monitoring/alerts.yml")));
		file:close();
		local output, status = run("promtool check config '%s/prometheus.yml'", server.directory);
		assert.equal(0, status, output);
	end);

	it("has a filter for fail2ban that finds each failed attempt, with its address, and nothing else", function ()
		local before = server:log();
		assert.is_nil(before:find("info\tWrong ", 1, true));
		server:invites(host, "present", "nonsense", { ip = "192.0.2.1" });
		server:invites(host, "wrong", "API key", "2001:db8::1");
		server:invites(host, "wrong", "password", "192.0.2.2");
		fixture:register("Wrong");
		server:invites(host, "make", { kind = "account"; data = { note = "Wrong token from 192.0.2.9" } });
		local output, status = run("fail2ban-regex --print-all-matched '%s' '%s/docs/monitoring/fail2ban-filter.conf'", server.log_file, paths.root);
		assert.equal(0, status, output);
		assert.truthy(output:find(", 3 matched,", 1, true), output);
		for _, address in ipairs { "192.0.2.1"; "2001:db8::1"; "192.0.2.2" } do assert.truthy(output:find("from "..address, 1, true), address); end
	end);

	it("has a jail that fail2ban takes", function ()
		local folder = server.directory.."/fail2ban";
		local lines = docs.block "fail2ban":gsub("/etc/fail2ban", folder):gsub("docs/monitoring", paths.root.."/%0")
			:gsub("fail2ban%-client reload", function () return ("fail2ban-client -c '%s' -d"):format(folder); end);
		local output, status = run("cp -R /etc/fail2ban '%s' && %s",
			folder, (lines:gsub("\n(.)", " && %1")));
		assert.equal(0, status, output);
		assert.truthy(output:find("'add', 'prosody-invites'", 1, true), output:sub(-2000));
	end);
end);
