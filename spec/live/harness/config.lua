-- The configuration of a server of the live specs, and its certificate.

local paths = require "spec.support.paths";
local Client = require "spec.live.harness.client";
local quoted = require "spec.live.harness.run".quoted;
local serialization = require "util.serialization";

local config = {};

-- (table option → value) → lines for Prosody's configuration
local function config_lines(options)
	local names, lines = {}, {};
	for name in pairs(options) do table.insert(names, name); end
	table.sort(names);
	for _, name in ipairs(names) do
		table.insert(lines, ("%s = %s;"):format(name, serialization.serialize(options[name], "oneline")));
	end
	return table.concat(lines, "\n").."\n";
end

-- (list, list of what to leave out) → list
local function without(list, unwanted)
	local result = {};
	for _, name in ipairs(list) do
		for _, other in ipairs(unwanted or {}) do
			if name == other then name = nil; end
		end
		table.insert(result, name);
	end
	return result;
end

-- (server) → text of prosody.cfg.lua
function config.text(self)
	local settings = self.settings;
	local plugin_paths = settings.plugin_paths or (settings.bundled and {} or { paths.root.."/lua" });
	local modules = without({ "roster", "saslauth", "disco", "ping", "invites", "invites_register", "spec_driver" }, settings.without);
	local disabled = {};
	if settings.tls then table.insert(modules, "tls"); end
	if settings.s2s then
		table.insert(modules, "dialback");
	else
		disabled = { "s2s", "s2s_auth_certs" };
	end
	for _, name in ipairs(settings.modules or {}) do table.insert(modules, name); end

	local options = {
		data_path = self.data, pidfile = self.directory.."/prosody.pid";
		plugin_paths = { paths.root.."/spec/live/harness/modules", table.unpack(plugin_paths) };
		modules_enabled = modules, modules_disabled = disabled;
		log = { debug = self.log_file };
		interfaces = { "127.0.0.1" }, local_interfaces = { "127.0.0.1" }, use_ipv6 = false;
		c2s_ports = { self.port }, c2s_direct_tls_ports = {}, s2s_ports = { self.s2s_port or nil }, s2s_direct_tls_ports = {};
		http_ports = { self.http_port or nil }, https_ports = {}, http_interfaces = { "127.0.0.1" };
		spec_driver_ports = { self.driver_port }, spec_driver_ready = self.directory.."/ready", spec_driver_routes = self.routes;
		admin_socket = self.directory.."/admin.sock";
		network_default_read_size = Client.read_size; -- see there
		run_as_root = true;
		c2s_require_encryption = false, allow_unencrypted_plain_auth = true;
		s2s_require_encryption = false, s2s_secure_auth = false;
		storage = settings.storage;
	};
	if settings.tls then
		options.ssl = { key = self.directory.."/key.pem", certificate = self.directory.."/cert.pem" };
	end
	for name, value in pairs(settings.options or {}) do options[name] = value; end

	local text = { config_lines(options), settings.config or "" };
	for _, host in ipairs(self.hosts) do
		local of_host = settings.hosts and settings.hosts[host] or "";
		table.insert(text, ("VirtualHost %q\n"):format(host)..(type(of_host) == "table" and config_lines(of_host) or of_host));
	end
	table.insert(text, settings.components or "");
	return table.concat(text, "\n");
end

-- (server) makes a certificate for its hosts that is signed by itself
function config.make_certificate(self)
	local log = self.directory.."/openssl.log";
	assert(os.execute(("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=%s"
		.." -addext subjectAltName=DNS:%s -keyout %s -out %s 2>%s"):format(self.hosts[1], table.concat(self.hosts, ",DNS:"),
		quoted(self.directory.."/key.pem"), quoted(self.directory.."/cert.pem"), quoted(log))), "openssl failed, see "..log);
end

return config;
