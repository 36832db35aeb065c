-- The command check. It collects facts about the host; src/command/check decides what there is to do.
--
-- It also works where mod_invites can't be loaded.

local command = require_once "invites_core".command;
local admins = require_once "accounts/admins";
local database = require_once "commands/check/database";
local links = require_once "commands/check/links";
local modules = require_once "commands/check/modules";
local new_host = require_once "terminal/hosts";
local provider = require_once "invites_lib/provider";
local reader = require_once "invites_config/reader";

local function options(host)
	local facts = { problems = {}; places = {} };
	for _, row in ipairs(reader.rows()) do
		local _, problem = reader.read(host.name, row.name);
		table.insert(facts.problems, problem);
	end
	for _, name in ipairs(reader.hosts()) do
		table.insert(facts.places, { host = name; is_component = reader.is_component(name); names = reader.names(name) });
	end
	return facts;
end

-- (host, mod_invites of it or nil)
local function accounts(host, invites)
	local absent = {};
	for username in pairs(invites and admins(host.name) or {}) do
		if invites.require_once "accounts/status".state(username) == "absent" then table.insert(absent, username); end
	end
	table.sort(absent);
	return {
		provider = host.option "authentication"; creates = provider.creates(host.name); sets_passwords = provider.sets_passwords(host.name);
		absent_admins = absent;
	};
end

-- (host, mod_invites of it or nil, why there is none) → facts for src/command/check/mod.rs
local function facts_about(host, invites, load_error)
	local names, is_ibr_disabled = {}, false;
	for name in pairs(host.modules) do table.insert(names, tostring(name)); end
	for _, name in ipairs(host.option "modules_disabled" or {}) do is_ibr_disabled = is_ibr_disabled or name == "register_ibr"; end
	return {
		host = host.name; is_disabled = host.is_disabled; is_server = prosody.process_type == "prosody";
		load_error = not invites and tostring(load_error) or nil; lua = _VERSION:match("%d+%.%d+"); prosody = prosody.version;
		modules = names; is_ibr_disabled = is_ibr_disabled;
		registration_invite_only = host.option "registration_invite_only"; allow_registration = host.option "allow_registration";
		c2s_require_encryption = host.option "c2s_require_encryption"; has_direct_tls = (host.option "c2s_direct_tls_ports" or {})[1] ~= nil;
		database = invites and database(invites); options = options(host); accounts = accounts(host, invites);
		links = links(invites, host); suite = modules(host);
	};
end

-- (mod_invites of the host, or nil; out; request; why there is none)
local function check(invites, out, request, load_error)
	local host = new_host(request.host);
	local facts = host.is_component and { host = host.name; is_component = true } or facts_about(host, invites, load_error);
	local lines, to_do = command.check(facts);
	for _, line in ipairs(lines) do out.write(line); end
	if to_do > 0 then return nil, to_do == 1 and "1 thing to do" or to_do.." things to do"; end
	return true, "All is well";
end

return { check = check };
