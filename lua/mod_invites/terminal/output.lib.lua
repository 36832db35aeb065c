-- Where a command's answer goes: the admin shell, inside the server, or the terminal of prosodyctl.
--
-- Both are { width; is_shell; has_colours = do escape sequences get through?; batch = how many invites to write in one go;
-- print(...) writes a line, cleaned of what could steer a terminal; write(text) writes a clean line;
-- machine() says that a program reads the lines from now on;
-- aside(line) writes a line for people beside the answer;
-- yield(has the database been written?) lets the server do other things, if it is time → false if nobody reads the answer any more;
-- progress(done, total or nil, what) }.

local async = require "util.async";
local now = require "util.time".now;
local st = require "util.stanza";

local terminal_width = require_once "invites_lib/compat".terminal_width;

local output = {};

local not_plain = "[^ -~]"; -- what is not ASCII, and needs a closer look

-- (anything) → its text, in which nothing can steer a terminal (src/text/terminal.rs). It also works where the library is missing: `check` has to say
-- that it is.
function output.clean(value)
	local text = tostring(value);
	if not text:find(not_plain) then return text; end
	local is_there, core = pcall(require_once, "invites_core");
	return is_there and core.plain(text) or (text:gsub(not_plain, "?"));
end

local usual_width = 130; -- Prosody's default for terminals that do not tell their width
local one_turn = 0.002; -- seconds for which the server does nothing else

local function line_of(...)
	local words = { ... };
	for i = 1, select("#", ...) do words[i] = output.clean(words[i]); end
	return table.concat(words, "\t");
end

-- (fields of an output, function that writes a clean line) → output
local function new(out, write)
	out.write = write;
	function out.print(...) write(line_of(...)); end
	function out.machine() out.is_machine = true; end
	return out;
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

-- (session of the admin shell) → output; finish(did the command succeed?) is its end
function output.shell(session)
	local stream = stream_of(session);
	local lines = require_once "invites_core".command.lines(session.write ~= nil);

	-- (does the last line stay?) sends the others
	local function flush(keeps_last)
		local text = lines:take(keeps_last);
		if text then session.print(text); end
	end

	local out = new({ is_shell = true; width = session.width or usual_width; batch = 25 }, function (line)
		local before, parts = lines:add(line);
		if before then session.print(before); end
		for _, part in ipairs(parts) do session.write(part); end
		if session.repl ~= false then flush(false); end -- false: on 13.0 there is one command only. Otherwise the client marks each stanza
	end);

	-- A program's answer has no other place; the log says the same.
	function out.aside(line)
		if not out.is_machine then out.print(line); end
	end

	-- What was written has to leave before there is more, for the client may be a pager: 13.0 closes a connection with 32 MiB in its buffer (130,000
	-- invites), and 0.12 copies the whole buffer for each part that leaves. Prosody tells of it in no other way.
	local function is_leaving()
		return stream and #(stream.conn and stream.conn.writebuffer or "") > 0;
	end

	local since = now();
	function out.yield()
		if now() - since < one_turn then return true; end
		flush(out.is_machine); -- the last line for a program may be the last of all, see below
		if not async.ready() then return true; end
		local pause = 0;
		repeat
			async.sleep(pause);
			pause = 0.01;
		until not is_leaving();
		since = now();
		return not stream or stream.conn ~= nil;
	end

	local through_session = progress_through(function (text) session.print(text); end);
	function out.progress(...)
		if not out.is_machine then through_session(...); end
	end

	-- mod_admin_shell ends the command with a line "OK: ...", which no program expects. The client ends with the first result that it gets.
	function out.finish(succeeded)
		if succeeded and out.is_machine and session.repl == false and stream and stream.conn then
			stream.send(st.stanza("repl-result"):text(lines:take(false) or ""));
		else
			flush(false);
		end
	end

	return out;
end

local narrowest = 60; -- columns, so that tables have room for their last column

-- () → output; finish(text) prints the last line unless a program reads the answer → true, or nil, error if something could not be written
function output.terminal()
	-- Prosody's log makes standard output flush each line, and the C library then forgets whether that worked.
	io.stdout:setvbuf("full");
	local failure;
	local function note(ok, err) failure = failure or not ok and tostring(err) or nil; end
	local out = new({ has_colours = true; width = math.max(terminal_width() or usual_width, narrowest); batch = 500 }, function (line)
		note(io.stdout:write(line, "\n"));
	end);
	out.progress = progress_through(function (text) io.stderr:write(text, "\n"); end);

	function out.aside(line) io.stderr:write(output.clean(line), "\n"); end

	-- A server that waits for the database gets it between two writes. It tries for 50 ms, in steps of some milliseconds.
	local have_socket, socket = pcall(require, "socket");
	function out.yield(wrote)
		note(io.stdout:flush());
		if wrote and have_socket then socket.sleep(0.01); end
		return not failure;
	end

	function out.finish(text)
		if text and not out.is_machine then out.print(text); end
		note(io.stdout:flush());
		if failure then return nil, "the answer could not be written: "..failure; end
		return true;
	end

	return out;
end

-- Prints a link as a QR code, black on white. The shell can't set colours, as XML has no escape character.
-- (mod_invites of the host, out, link) → true, or nil, code
function output.qr(invites, out, link)
	local picture, code = invites.qr(link, out.has_colours and "terminal" or "light-on-dark");
	if not picture then return nil, code; end
	out.write(picture);
	if not out.has_colours then out.print("(For a dark background. \"prosodyctl mod_invites show HOST TOKEN --qr\" brings its own colours.)"); end
	return true;
end

return output;
