-- Commands of the documentation, run as an admin types them: `prosodyctl` is that of a server under test, and `curl` finds the server's hosts, whose
-- certificate it trusts.

local docs = require "spec.support.docs";
local paths = require "spec.support.paths";

local shell = {};

-- (server, port for https, its address) → shell functions. Left out of what prosodyctl prints is Prosody's advice about libraries, between lines of
-- stars, and about options that as_written (config.lua) has set once more.
local function prelude(server, port, address)
	return ([[
		prosodyctl() {
			(%s) >'%s/said' 2>&1
			set -- $?
			sed -e '/^\*\*\*\*/,/^\*\*\*\*/d' -e '/Configuration warning: .*Duplicate option/d' '%s/said' | sed '/./,$!d'
			return $1
		}
		curl() { command curl --silent --show-error --max-time 20 --cacert '%s/cert.pem' --connect-to '::%s:%s' "$@"; }
	]]):format(server:command("prosodyctl", '"$@"'), server.directory, server.directory, server.directory, address or "127.0.0.1",
		port or server.https_port or 0);
end

-- (server, shell text, port and address for https or nil) → what it printed, exit status
function shell.run(server, text, port, address)
	server:write_config();
	local path = server.directory.."/commands.sh";
	local file = assert(io.open(path, "w"));
	assert(file:write(prelude(server, port, address), text, "\n"));
	file:close();
	local pipe = io.popen(("sh '%s' 2>&1 </dev/null"):format(path));
	local output = pipe:read("a");
	local _, _, status = pipe:close();
	return output, status;
end

-- (server, text) → the same as the documentation has it: usual ports and directories
function shell.usual(server, text)
	for own, usual in pairs {
		[":"..(server.https_port or "").."/"] = ":5281/"; [server.data] = "/var/lib/prosody";
		[paths.root.."/lua"] = server.usual_modules or "/usr/local/lib/prosody/modules";
		["127.0.0.1:"..(server.http_port or "")] = "127.0.0.1:5280"; [server.installation.source] = "/usr/lib/prosody";
		[server.directory.."/admin.sock"] = "/var/lib/prosody/prosody.sock";
	} do
		text = text:gsub(own:gsub("%p", "%%%0"), usual);
	end
	return (text:gsub("Prosody 1?[03]%.%d+%.%d+", "Prosody 13.0.1"):gsub("Prosody 0%.12%.%d+", "Prosody 13.0.1"));
end

-- (server, sample: lines that begin with "$ " are commands, the others what they print) → the sample, and what the commands print today, both with
-- stable names for tokens, ids and times. (server, sample, function (text) → text that makes both alike before that, or nil)
function shell.replay(server, sample, alike)
	local script = {};
	for line in sample:gmatch("[^\n]+") do
		local command = line:match("^%$ (.*)$");
		if command then
			if script[1] then table.insert(script, "echo"); end
			table.insert(script, ("cat <<'.'\n%s\n.\n%s"):format(line, command));
			if command:find(" create_") then table.insert(script, "sleep 1"); end -- lists are ordered by the second
		end
	end
	local said = shell.usual(server, (shell.run(server, table.concat(script, "\n"))));
	-- Empty lines separate the commands, and some commands print no newline at their end.
	local function even(text)
		text = text:gsub("\n\n+", "\n"):gsub("\n*$", "\n");
		return docs.stable(alike and alike(text) or text);
	end
	return even(sample), even(said), said;
end

return shell;
