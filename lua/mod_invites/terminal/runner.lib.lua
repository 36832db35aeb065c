-- Runs a command for both front ends.
--
-- Returns function (front: "shell" or "prosodyctl"; section, as commands/commands.lib.lua has it; { n, the name of the command and what was typed for
-- it }; out; open = function (host, request) → environment of the module on that host, or nil, error)
--   → outcome: "done", "help", "overview", "mistyped" or "refused"; text for people, or nil; usage, or nil

local it = require "util.iterators";
local split_jid = require "util.jid".prepped_split;

local command = require_once "invites_core".command;
local compat = require_once "invites_lib/compat";
local reader = require_once "invites_config/reader";

local others = { ["nobody-reads"] = "stopped, as nobody reads the answer any more" };

local function reason(environment, request, code, words)
	local refusals = environment and rawget(environment, "refusals"); -- rawget: Prosody logs an error if an environment lacks a name
	local refusal = refusals and refusals[code];
	local told = refusal and command.refused(code, request);
	if told then return told; end
	local text = refusal and ("%s (%s)"):format(refusal.owner_text or refusal.text, code) or others[code] or tostring(code);
	return words and ("%s: %s"):format(text, words) or text;
end

-- → request; or nil, outcome, text, usage. The library asks for prepared JIDs.
local function read(front, section, typed)
	local jids = {};
	while true do
		local request, outcome, detail, usage = command.read(front, section.name, typed, jids);
		if outcome ~= "ask" then return request, outcome, detail, usage; end
		for _, jid in ipairs(detail) do
			local username, host = split_jid(jid);
			jids[jid] = { username = username; host = host };
		end
	end
end

local function unfit(request)
	local name = request.host;
	if not prosody.hosts[name] or name == "*" then return command.unknown_host(name, it.to_array(it.keys(prosody.hosts))); end
	local host = reader.host(name);
	return command.unfit(request, {
		is_component = host.is_component; is_disabled = host.is_disabled; has_register = host.modules:contains "invites_register";
	});
end

-- (request, environment) → error, or nil. Roles and languages are known only once the host is loaded.
local function unknown(request, environment)
	for _, role in ipairs(request.role or {}) do
		if not compat.role_exists(role, request.host) then return ("--role: The role %q does not exist on %s"):format(role, request.host); end
	end
	return request.lang and command.unknown_language(request.lang, environment.i18n.tags());
end

return function (front, section, typed, out, open)
	local request, outcome, text, usage = read(front, section, typed);
	if not request then return outcome, text, usage; end
	local why = unfit(request);
	if why then return "refused", why; end
	local environment, load_err = open(request.host, request);
	if not environment and not request.alone then return "refused", ("mod_invites could not be loaded on %s: %s"):format(request.host, load_err); end
	local wrong = unknown(request, environment);
	if wrong then return "mistyped", wrong, request.usage; end
	local called, ok, answer, detail = pcall(section.run(environment, request.command), environment, out, request, load_err);
	if not called and type(ok) ~= "table" then error(ok, 0); end -- else commands/need has raised it
	if not called then return "refused", reason(environment, request, ok.code, ok.words); end
	if not ok then return "refused", reason(environment, request, answer, detail); end
	return "done", answer;
end
