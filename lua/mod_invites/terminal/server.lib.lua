-- What a command of prosodyctl has done to accounts is told to the running server, which ends their sessions. Inside the server it
-- knows already.
--
-- Returns function (out, event) → { tell(username); done() }.

local resolve_relative_path = require "util.paths".resolve_relative_path;

local tell = require_once "invites_core".command.tell_server;
local reader = require_once "invites_config/reader";

local at_once = 20; -- accounts

return function (out, event)
	local names, is_silent = {}, prosody.process_type == "prosody";
	local function send()
		local done, why = tell(resolve_relative_path(prosody.paths.data, reader.read("*", "admin_socket")), event, module.host, names);
		names = {};
		if done then return; end
		is_silent = true;
		out.aside(("The server was not told (%s). If it is running, restart it: sessions stay open until then"):format(why));
	end
	local server = {};
	function server.tell(username)
		if is_silent then return; end
		table.insert(names, username);
		if #names >= at_once then send(); end
	end
	function server.done()
		if #names > 0 then send(); end
	end
	return server;
end
