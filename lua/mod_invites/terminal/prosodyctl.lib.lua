-- prosodyctl mod_invites COMMAND HOST ..., and the like for other modules.
--
-- Works while the server runs and while it does not, on the same database. Returns function (section, as terminal/registry.lib.lua has it)
-- → function (arguments) → exit status: 0; 1 for a refusal; 2 for what was typed wrongly.

local logger = require "util.logger";

local terminal_text = require_once "invites_lib/terminal_text".text;
local arguments = require_once "mod_invites/terminal/arguments";
local output = require_once "mod_invites/terminal/output";
local run = require_once "mod_invites/terminal/runner";

-- Under prosodyctl, Prosody would log to where the answers go: from now on what matters of that goes to stderr. (What Prosody logs before any module
-- is loaded, nobody can hold back but `prosodyctl --silent`.)
local function log_elsewhere()
	local opts = prosody.opts or {};
	local min = os.getenv "PROSODYCTL_LOG_LEVEL" or opts.verbose and "debug" or opts.quiet and "error" or "warn";
	local levels, is_wanted = {}, false;
	for _, level in ipairs { "debug"; "info"; "warn"; "error" } do
		is_wanted = is_wanted or level == min;
		if is_wanted and not opts.silent then table.insert(levels, level); end
	end
	logger.reset();
	logger.add_simple_sink(function (name, level, message) io.stderr:write(name, "\t", level, "\t", message, "\n"); end, levels);
end

local function overview(section, prefix, out)
	out.write("usage: "..prefix.."COMMAND ...");
	out.write(section.intro or "Works while Prosody runs and while it does not. \""..prefix.."COMMAND --help\" says more.");
	for _, command in ipairs(section) do
		out.write(("\n  %s\n      %s"):format(arguments.usage(command, ""), command.desc));
	end
end

-- (section, words) → the command that is named first among them and taken out; or nil, error. Some write the host before it.
local function take_command(section, words)
	local names = {};
	for i, command in ipairs(section) do names[i], names[command.name] = command.name, command; end
	for i, word in ipairs(words) do
		if names[word] then return names[table.remove(words, i)]; end
	end
	return nil, arguments.unknown("command", words[1], names);
end

return function (section)
	local prefix = "prosodyctl mod_"..section.module.." ";

	local function complain(text)
		io.stderr:write(section.error_prefix or "", terminal_text(text), "\n");
	end

	return function (words)
		log_elsewhere();
		local out = output.terminal();

		-- (exit status if everything could be written, last line or nil) → exit status
		local function finish(status, text)
			local ok, err = out.finish(text);
			if ok then return status; end
			complain(err);
			return 1;
		end

		local is_help = words[1] == "--help" or words[1] == "-h" or words[1] == "help";
		if is_help or not words[1] then
			overview(section, prefix, out);
			return finish(is_help and 0 or 2);
		end
		local command, unknown = take_command(section, words);
		if not command then
			complain(("%s (\"%shelp\" lists the commands)"):format(unknown, prefix));
			return 2;
		end

		local outcome, text = run(command, words, out, section.open);
		if outcome == "help" then
			out.write(arguments.help(command, prefix));
			return finish(0);
		elseif outcome == "mistyped" then
			io.stderr:write("usage: ", arguments.usage(command, prefix), "\n");
			complain(text);
			return 2;
		end
		local written = finish(0, outcome == "done" and text or nil) == 0;
		if outcome == "refused" and written then complain(text); end
		return outcome == "done" and written and 0 or 1;
	end;
end
