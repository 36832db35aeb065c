-- The command line of a module: prosodyctl mod_invites COMMAND HOST ...
--
-- It works whether the server runs or not, on the same database. Returns function (section, as commands/commands.lib.lua has it)
-- → function (arguments) → exit status: 0; 1 for a refusal; 2 for what was typed wrongly.

local logger = require "util.logger";

local output = require_once "mod_invites/terminal/output";

-- Under prosodyctl, Prosody logs to standard output, where the answers go. From now on it logs to stderr, and only what matters. (What it logs before
-- any module is loaded, only `prosodyctl --silent` can suppress.)
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

-- Without the library there are no commands. For check, which looks for that too, this is the only line then.
-- (words that were typed, output, why it could not be loaded) → error
local function without_library(words, out, why)
	for _, word in ipairs(words) do
		if word == "check" then
			out.print(("TO DO  Library: mod_invites could not be loaded: %s. If it is about invites_core.so: \"make\" builds it for Lua %s"):format(
				why, _VERSION:match("%d+%.%d+")));
			return "1 thing to do";
		end
	end
	return "mod_invites could not be loaded: "..why;
end

return function (section)
	return function (words)
		log_elsewhere();
		local out = output.terminal();

		local function complain(text)
			io.stderr:write(section.error_prefix or "", output.clean(text), "\n");
		end

		local function finish(status, text)
			local ok, err = out.finish(text);
			if ok then return status; end
			complain(err);
			return 1;
		end

		local loaded, run = pcall(require_once, "mod_invites/terminal/runner");
		if not loaded then
			complain(without_library(words, out, tostring(run)));
			return finish(1);
		end
		words.n = #words;
		local outcome, text, usage = run("prosodyctl", section, words, out, section.open);
		if outcome == "help" or outcome == "overview" then
			out.write(text);
			return finish(outcome == "help" and 0 or 2);
		elseif outcome == "mistyped" then
			if usage then io.stderr:write("usage: ", usage, "\n"); end
			complain(text);
			return 2;
		end
		local is_done = outcome == "done";
		local written = finish(0, is_done and text or nil) == 0;
		if not is_done and written then complain(text); end
		return is_done and written and 0 or 1;
	end;
end
