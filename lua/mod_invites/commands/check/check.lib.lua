-- The command check. It collects facts about the host; src/command/check decides what there is to do.
--
-- It also works where mod_invites can't be loaded.

local array = require "util.array";
local it = require "util.iterators";
local lfs = require "lfs";
local to_ascii = require "util.encodings".idna.to_ascii;

local address_of_module = require_once "invites_lib/url".of_module;
local command = require_once "invites_core".command;
local modules = require_once "commands/check/modules";
local provider = require_once "invites_lib/provider";
local reader = require_once "invites_config/reader";

local is_server = prosody.process_type == "prosody";

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

local function accounts(host, invites)
	local admins = array.collect(it.keys(invites and reader.admins(host.name) or {}));
	return {
		provider = host.option "authentication"; creates = provider.creates(host.name); sets_passwords = provider.sets_passwords(host.name);
		absent_admins = admins:filter(function (name) return invites.require_once "accounts/status".state(name) == "absent"; end):sort();
	};
end

local function chains(host, invites)
	local function limit(name)
		local most = host.option(name);
		return most ~= math.huge and most or nil;
	end
	local facts = invites.reached_limits() or {};
	facts.has_age = host.option "invites_after" ~= nil;
	facts.accounts, facts.depth = limit "invites_tree_accounts", limit "invites_tree_depth";
	facts.knows_ages = invites.require_once "invites_lib/compat".tells_ages();
	return facts;
end

-- (path of the database) → facts about its files. None is opened: closing a file of SQLite's would drop the locks that SQLite holds on it in this
-- process.
local function files(path)
	local data, directory, parts = prosody.paths.data, path:match("^(.*)/[^/]*$"), {};
	local owner = (lfs.attributes(data) or {}).uid;
	for _, suffix in ipairs { ""; "-wal"; "-shm" } do
		local file = lfs.attributes(path..suffix);
		table.insert(parts, file and {
			path = path..suffix; is_foreign = owner ~= nil and file.uid ~= owner; is_open = file.permissions:sub(7) ~= "---";
		});
	end
	return {
		path = path; data = data; parts = parts; has_wal = lfs.attributes(path.."-wal", "mode") ~= nil;
		missing_directory = not lfs.attributes(directory, "mode") and directory or nil;
	};
end

local function database(invites)
	local settings = invites.require_once "settings";
	local location, address = settings.database, settings.address;
	local health, _, words = invites.health(); -- this makes the file if there is none
	return {
		place = address.shown; problem = not health and (words or "no reason given") or nil;
		engine = health and health.engine; version = health and health.version; servers = health and invites.servers() or 0;
		file = location:sub(1, 1) == "/" and files(location) or nil;
		replication = health and invites.replication() or nil; is_local = address.is_local == true; is_encrypted = address.is_encrypted == true;
	};
end

-- The link of an invite that was never made.
local function from_template(invites, host)
	local token = ("x"):rep(24);
	local uri = ("xmpp:%s?register;preauth=%s"):format(host.name, token);
	local invite = { type = "register"; jid = host.name; token = token; allow_registration = true; uri = uri };
	invites.require_once "invites_lib/url".landing_page(host.option "invites_page", invite);
	return { token = token; address = invite.landing_page };
end

local function from_prosody(host, page_module)
	local address, external, http, web_host = address_of_module(host.option, host.name, page_module);
	return {
		address = address; external = external; http = http; web_host = web_host;
		ascii_host = web_host:find("[\128-\255]") and to_ascii(web_host) or nil;
	};
end

-- () → array of the programs of web servers that are installed on this machine
local function web_servers()
	return array { "nginx"; "apache2"; "httpd"; "caddy"; "haproxy" }:filter(function (name)
		for _, folder in ipairs { "/usr/sbin/"; "/usr/bin/"; "/usr/local/sbin/"; "/usr/local/bin/" } do
			if lfs.attributes(folder..name, "mode") then return true; end
		end
		return false;
	end);
end

local function links(host, invites)
	local page_module = host.option "invites_page_module";
	return {
		silent_proxies = is_server and it.to_array(it.keys(module:shared "/*/invites_web/silent_proxies")) or {}; -- see invites_web/http/client
		web_servers = web_servers(); page_module = page_module; template = invites and host.option "invites_page" and from_template(invites, host) or nil;
		page = host.modules:contains(page_module) and from_prosody(host, page_module) or nil;
	};
end

-- → array of { shown, waiting, failures, since or nil, problem or nil }: the receivers of webhooks
local function webhooks(host, invites)
	local states, found = {}, {};
	for _, state in ipairs(invites and invites.require_once "ledger".ask "receivers" or {}) do states[state.id] = state; end
	for _, receiver in ipairs(host.option "invites_webhooks" or {}) do
		local state = states[receiver.id];
		if state then
			state.shown = receiver.shown;
			table.insert(found, state);
		end
	end
	return found;
end

local function facts_about(host, invites, load_error)
	return {
		host = host.name; is_disabled = host.is_disabled; is_server = is_server;
		load_error = not invites and tostring(load_error) or nil; lua = _VERSION:match("%d+%.%d+"); prosody = prosody.version;
		modules = array.collect(host.modules:items()):map(tostring);
		modules_disabled = host.option "modules_disabled" or {};
		registration_invite_only = host.option "registration_invite_only"; allow_registration = host.option "allow_registration";
		c2s_require_encryption = host.option "c2s_require_encryption"; has_direct_tls = (host.option "c2s_direct_tls_ports" or {})[1] ~= nil;
		database = invites and database(invites); options = options(host); accounts = accounts(host, invites);
		chains = invites and chains(host, invites);
		links = links(host, invites); suite = modules(host); webhooks = webhooks(host, invites);
	};
end

local function check(invites, out, request, load_error)
	local host = reader.host(request.host);
	local facts = host.is_component and { host = host.name; is_component = true } or facts_about(host, invites, load_error);
	local lines, to_do = command.check(facts);
	for _, line in ipairs(lines) do out.write(line); end
	if to_do > 0 then return nil, to_do == 1 and "1 thing to do" or to_do.." things to do"; end
	return true, "All is well";
end

return { check = check };
