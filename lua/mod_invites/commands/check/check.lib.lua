-- The command check: what an admin looks at first. Each line is "ok", or what there is to do.
--
-- It works without mod_invites too: where that can't be loaded, it says so.

local check_accounts = require_once "commands/check/accounts";
local check_database = require_once "commands/check/database";
local check_links = require_once "commands/check/links";
local check_modules = require_once "commands/check/modules";
local check_options = require_once "commands/check/options";
local new_host = require_once "terminal/hosts";
local reader = require_once "invites_config/reader";

local lua_version = _VERSION:match("%d+%.%d+");

-- (out) → { ok(format, ...), to_do(format, ...), count of what is to do }
local function new_report(out)
	local report = { count = 0 };
	function report.ok(...) out.print("ok     "..string.format(...)); end
	function report.to_do(...)
		report.count = report.count + 1;
		out.print("TO DO  "..string.format(...));
	end
	return report;
end

local function library(report, invites, load_err)
	if not invites then
		report.to_do("Library: mod_invites could not be loaded: %s. If it is about invites_core.so: \"make\" builds it for Lua %s", load_err, lua_version);
		return;
	end
	report.ok("Library: invites_core.so is loaded (Lua %s, Prosody %s)", lua_version, prosody.version or "of unknown version");
end

local function registration(report, host)
	if not host.has "invites" then report.to_do("Modules: add \"invites\" to modules_enabled"); end
	if not host.has "invites_register" then
		if host.has "register_ibr" or host.has "register" and host.option "allow_registration" then
			report.to_do("Registration: anybody can register without an invite: add \"invites_register\" to modules_enabled");
		else
			report.to_do("Registration: nobody can register: add \"invites_register\" to modules_enabled");
		end
		return;
	end
	local invite_only, allowed = host.option "registration_invite_only", host.option "allow_registration";
	local disabled = false;
	for _, name in ipairs(host.option "modules_disabled" or {}) do disabled = disabled or name == "register_ibr"; end
	if not invite_only and not allowed then
		report.to_do("Registration: nobody can register: set registration_invite_only = true (or allow_registration = true, for everybody)");
	elseif disabled or prosody.process_type == "prosody" and not host.has "register_ibr" then
		local why = disabled and "in modules_disabled" or "not loaded (the log says why)";
		report.to_do("Registration: clients can't register, as mod_register_ibr is %s", why);
	elseif invite_only then
		report.ok("Registration: for holders of an invite alone");
		if allowed then
			report.to_do("Registration: remove allow_registration = true: nothing needs it, and without invites_register everybody could register");
		end
	else
		report.ok("Registration: open to everybody (registration_invite_only = false); an invite that is shown counts all the same");
	end
end

local function encryption(report, host)
	if not host.option "c2s_require_encryption" then
		report.to_do("Encryption: set c2s_require_encryption = true: tokens and passwords may travel in the clear now");
		return;
	end
	if not host.has "tls" and not (host.option "c2s_direct_tls_ports" or {})[1] then
		report.to_do("Encryption: add \"tls\" to modules_enabled: without encryption nobody is offered to register");
		return;
	end
	report.ok("Encryption: required before registration (whether the certificate is right says \"prosodyctl check certs\")");
end

-- The command: check HOST. (mod_invites of the host, or nil; out; arguments; flags; why there is none)
return function (invites, out, arg, _, load_err)
	local report, host = new_report(out), new_host(arg.host);
	if host.is_component then
		report.to_do("Host: %s is a component, where nobody has an account: the modules belong on a VirtualHost", host.name);
		return nil, "1 thing to do";
	elseif host.is_disabled then
		report.to_do("Host: %s is switched off: remove enabled = false, or no part of this counts", host.name);
	end
	library(report, invites, load_err);
	if invites then check_database(report, invites); end
	if reader.rows()[1] then -- otherwise nobody knows what the options mean
		check_options(report, host);
		registration(report, host);
		check_accounts(report, invites, host);
		encryption(report, host);
		check_links(report, invites, host);
	end
	check_modules(report, host);
	if report.count > 0 then return nil, report.count == 1 and "1 thing to do" or report.count.." things to do"; end
	return true, "All is well";
end
