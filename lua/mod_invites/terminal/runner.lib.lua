-- Runs a command, for either front end.
--
-- Returns function (command; array of words; out; open) → what became of it: "done", "help", "mistyped" or "refused"; text for people, or nil.
-- open = function (host, command) → environment of the module on that host, the command as that module has it; or nil, error

local arguments = require_once "mod_invites/terminal/arguments";
local new_host = require_once "mod_invites/terminal/hosts";
local reason = require_once "mod_invites/commands/error_text";

-- (host, command) → why the command makes no sense there, or nil
local function unfit(name, command)
	if not prosody.hosts[name] or name == "*" then
		local names = {};
		for known in pairs(prosody.hosts) do
			if known ~= "*" then table.insert(names, known); end
		end
		return arguments.unknown("host", name, names).." (in the configuration)";
	end
	local host = new_host(name);
	return (command.makes_links or host.is_component and not command.alone) and host.unfit() or nil;
end

return function (command, words, out, open)
	local named, typed = arguments.parse(command, words);
	if named == "help" then return "help"; end
	if not named then return "mistyped", typed; end
	local why = unfit(named.host, command);
	if why then return "refused", why; end
	local environment, opened = open(named.host, command);
	local flags, err = arguments.read(command, named, typed);
	if not flags then return "mistyped", err; end
	if not environment and not command.alone then return "refused", ("mod_invites could not be loaded on %s: %s"):format(named.host, opened); end
	local ok, text, detail = (environment and opened or command).run(environment, out, named, flags, opened);
	if not ok then return "refused", reason(environment, text, detail); end
	return "done", text;
end
