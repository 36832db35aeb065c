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

-- (server, plugin folders) → table of options: its own directories and ports
local function places(self, plugin_paths)
	return {
		data_path = self.data, pidfile = self.directory.."/prosody.pid";
		plugin_paths = { paths.root.."/spec/live/harness/modules", table.unpack(plugin_paths) };
		log = { debug = self.log_file };
		interfaces = { "127.0.0.1" }, local_interfaces = { "127.0.0.1" }, use_ipv6 = false;
		c2s_ports = { self.port }, c2s_direct_tls_ports = {}, s2s_ports = { self.s2s_port or nil }, s2s_direct_tls_ports = {};
		http_ports = { self.http_port or nil }, https_ports = { self.https_port or nil };
		http_interfaces = { "127.0.0.1" }, https_interfaces = { "127.0.0.1" };
		spec_driver_ports = { self.driver_port }, spec_driver_ready = self.directory.."/ready", spec_driver_routes = self.routes;
		admin_socket = self.directory.."/admin.sock";
		network_default_read_size = Client.read_size; -- see there
		run_as_root = true;
	};
end

-- (server, a whole configuration, plugin folders) → the same with the server's own directories and ports
local function as_written(self, text, plugin_paths)
	local own = places(self, plugin_paths);
	own.prosody_user, own.prosody_group = paths.capture "id -un", paths.capture "id -gn"; -- to whom prosodyctl gives certificates
	for name, value in pairs(self.settings.options or {}) do own[name] = value; end
	local enabled;
	text, enabled = text:gsub("modules_enabled = {", "%0 \"spec_driver\"; ", 1);
	assert(enabled == 1, "the configuration enables no modules");
	return (text:gsub("\n(VirtualHost)", function (word) return "\n"..config_lines(own)..word; end, 1));
end

-- (server) → text of prosody.cfg.lua
function config.text(self)
	local settings = self.settings;
	local plugin_paths = settings.plugin_paths or (settings.bundled and {} or { paths.root.."/lua" });
	if settings.written then return as_written(self, settings.written, plugin_paths); end
	local modules = without({ "roster", "saslauth", "disco", "ping", "invites", "invites_register", "spec_driver" }, settings.without);
	local disabled = {};
	if settings.tls then table.insert(modules, "tls"); end
	if settings.s2s then
		table.insert(modules, "dialback");
	else
		disabled = { "s2s", "s2s_auth_certs" };
	end
	for _, name in ipairs(settings.modules or {}) do table.insert(modules, name); end

	local options = places(self, plugin_paths);
	options.modules_enabled, options.modules_disabled, options.storage = modules, disabled, settings.storage;
	options.c2s_require_encryption, options.allow_unencrypted_plain_auth = false, true;
	options.s2s_require_encryption, options.s2s_secure_auth = false, false;
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
