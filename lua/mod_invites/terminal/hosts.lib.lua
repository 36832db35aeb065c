-- What the configuration or the running server says about a host.
--
-- Returns function (name of a host) → { name; option(name); modules = set: those that are loaded, or (under prosodyctl) going to be; has(module);
-- is_component, is_disabled }

local modulemanager = require "core.modulemanager";

local reader = require_once "invites_config/reader";

return function (name)
	local host = { name = name; modules = {} };

	function host.option(option) return (reader.read(name, option)); end

	if prosody.process_type == "prosody" then
		for module_name in pairs(modulemanager.get_modules(name) or {}) do host.modules[module_name] = true; end
	else
		for module_name in modulemanager.get_modules_for_host(name) do host.modules[module_name] = true; end
	end

	function host.has(module_name) return host.modules[module_name] or false; end

	host.is_component = reader.is_component(name) or (prosody.hosts[name] or {}).type == "component";
	host.is_disabled = reader.is_disabled(name);

	return host;
end
