-- Where a command's answer goes: the admin shell, inside the server, or the terminal of prosodyctl.
--
-- Both are { width; is_shell; has_colours = do escape sequences get through?; batch = how many invites to write in one go;
-- print(...) writes a line of what may be anybody's text; write(text) writes lines of our own as they are;
-- machine() tells that lines are for a program from now on;
-- aside(line) is for people, beside an answer that may be for a program;
-- yield(wrote: to the database?) lets others have their turn, if it is time → false if nobody reads the answer any more;
-- progress(done, total or nil, what) }.

local async = require "util.async";
local logger = require "util.logger";
local now = require "util.time".now;
local human_io = require "util.human.io";
local st = require "util.stanza";

local terminal_text = require_once "invites_lib/terminal_text".text;

local output = {};

local usual_width = 130; -- what Prosody's shell takes a terminal for that does not say how wide it is
local one_turn = 0.002; -- seconds for which the server does nothing else

-- `prosodyctl shell` closes its connection over a stanza of more than 10 000 bytes (Prosody 13.0.6, and Debian 13's 13.0.1).
local largest = 8000; -- bytes of text in a stanza, as XML has them
local longest_piece = math.floor(largest / 6); -- bytes of a line, of which XML may make six times as many

local function line_of(...)
	local words = { ... };
	for i = 1, select("#", ...) do words[i] = terminal_text(words[i]); end
	return table.concat(words, "\t");
end

-- (write(text), seconds between two of them) → progress as above
local function progress_through(write)
	local last = now();
	return function (done, total, what)
		if now() - last < 1 then return; end
		last = now();
		write(total and ("%d of %d %s"):format(done, total, what) or ("%d %s"):format(done, what));
	end;
end

-- The stream of a shell session, which mod_admin_shell keeps to itself.
local function stream_of(session)
	for _, stream in pairs(module:shared("/*/admin_socket/sessions")) do
		if stream.shell_session == session then return stream; end
	end
end

-- (stream) → how much of what was written has not left yet
local function unsent(stream)
	local buffer = stream.conn and stream.conn.writebuffer;
	return buffer and #buffer or 0;
end

-- (line) → bytes that it takes in XML
local function size_of(line)
	return #st.xml_escape(line) + 1;
end

-- (line, write(text)) writes what is too much for one stanza → the rest of the line
local function write_in_pieces(line, write)
	while #line > longest_piece do
		local upto = longest_piece;
		while upto > longest_piece - 3 and line:find("^[\128-\191]", upto + 1) do upto = upto - 1; end -- no character is cut in two
		write(line:sub(1, upto));
		line = line:sub(upto + 1);
	end
	return line;
end

-- (session of the admin shell) → output; finish(did the command succeed?) is its end
function output.shell(session)
	local out = { is_shell = true; width = session.width or usual_width; batch = 25 };
	local stream = stream_of(session);
	local one_command = session.repl == false; -- known on 13.0 alone
	local lines, size, is_machine = {}, 0, false;

	-- A stanza a line costs ten times as much as one with many. The last line for a program is kept for the end, see there.
	local function flush()
		local kept = is_machine and table.remove(lines);
		if lines[1] then session.print(table.concat(lines, "\n")); end
		lines, size = { kept or nil }, kept and size_of(kept) or 0;
	end

	local function add(text)
		local of_text = size_of(text);
		if size + of_text > largest then flush(); end
		table.insert(lines, text);
		size = size + of_text;
	end

	-- All lines before go out first, the kept one too: it is not the last.
	local function add_long(text)
		local machine = is_machine;
		is_machine = false;
		flush();
		is_machine = machine;
		add(write_in_pieces(text, session.write));
	end

	-- 0.12 can't write parts of lines, and its client takes long ones.
	function out.write(text)
		local is_long = session.write and size_of(text) > largest;
		if one_command then
			(is_long and add_long or add)(text);
		else
			session.print(is_long and write_in_pieces(text, session.print) or text);
		end
	end

	function out.print(...)
		out.write(line_of(...));
	end

	function out.machine()
		is_machine = true;
	end

	-- A program's answer has no other place; the log says the same.
	function out.aside(line)
		if not is_machine then out.print(line); end
	end

	local since = now();
	function out.yield()
		if now() - since < one_turn then return true; end
		flush();
		if not async.ready() then return true; end
		local pause = 0;
		repeat
			async.sleep(pause);
			pause = 0.01;
		until not stream or unsent(stream) == 0;
		since = now();
		return not stream or stream.conn ~= nil;
	end

	local through_session = progress_through(function (text) session.print(text); end);
	function out.progress(...)
		if not is_machine then through_session(...); end
	end

	-- mod_admin_shell ends the command with a line "OK: ...", which no program expects. The client ends with the first result that it gets.
	function out.finish(succeeded)
		if size > largest then flush(); end
		if succeeded and is_machine and one_command and stream and stream.conn then
			stream.send(st.stanza("repl-result"):text(table.concat(lines, "\n")));
		else
			is_machine = false;
			flush();
		end
	end

	return out;
end

-- Under prosodyctl, Prosody would log to where the answers go: from now on what matters of that goes to stderr. (What Prosody logs before any module
-- is loaded, nobody can hold back but `prosodyctl --silent`.)
function output.log_elsewhere()
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

local narrowest = 60; -- columns with which tables still have room for their last one

-- () → output; finish(text) prints the last line, if that is for people → true, or nil, error where not everything could be written
function output.terminal()
	local width = human_io.term_width and human_io.term_width(usual_width); -- 0.12 can't say
	local out = { has_colours = true; width = math.max(width or tonumber(os.getenv("COLUMNS")) or usual_width, narrowest); batch = 500 };

	-- Prosody's log makes standard output flush each line, and the C library then forgets whether that worked.
	io.stdout:setvbuf("full");
	local failure;
	local function note(ok, err)
		failure = failure or not ok and tostring(err) or nil;
	end
	local function put(...)
		note(io.stdout:write(...));
	end

	out.write = function (text) put(text, "\n"); end;
	out.print = function (...) put(line_of(...), "\n"); end;
	out.progress = progress_through(function (text) io.stderr:write(text, "\n"); end);

	local is_machine = false;
	function out.machine()
		is_machine = true;
	end

	function out.aside(line)
		io.stderr:write(terminal_text(line), "\n");
	end

	-- A server that waits for the database gets it between two writes. It tries for 50 ms, in steps of some milliseconds.
	local have_socket, socket = pcall(require, "socket");
	function out.yield(wrote)
		note(io.stdout:flush());
		if wrote and have_socket then socket.sleep(0.01); end
		return not failure;
	end

	function out.finish(text)
		if text and not is_machine then out.print(text); end
		note(io.stdout:flush());
		if failure then return nil, "the answer could not be written: "..failure; end
		return true;
	end

	return out;
end

return output;
