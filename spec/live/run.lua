-- `make run`: a Prosody with the suite that stays up until Ctrl-C, for trying things by hand. It takes a directory and ports of its
-- own, and leaves nothing behind.

local socket = require "socket";
local Server = require "spec.live.harness.server";

local host = "localhost";
local server;

local ok, err = pcall(function ()
	server = Server.start_new {
		tls = true; http = true; modules = { "invites_adhoc"; "invites_page"; "invites_register_web"; "invites_start"; "register_apps" };
		hosts = { [host] = { allow_user_invites = true } };
	};
	local invite, why = server:invites(host, "create_account");
	assert(invite, why);
	print(([[
Prosody %s with the suite from this checkout is up.

  server        127.0.0.1, port %d (TLS with a certificate that nobody signed; plain works too)
  domain        %s
  invite        %s
  its page      %s
  make invites  http://%s:%d/invites_start (once you have an account)
  log           %s
  data          %s
  control       kill -HUP %d reloads its configuration

Open the page in a browser, or the invite in an XMPP client. Ctrl-C stops the server and removes its data.]]):format(
		server.version, server.port, host, invite.uri, invite.landing_page, host, server.http_port, server.log_file, server.data, server.pid));
	while server:running() do socket.sleep(0.5); end
	error("Prosody has ended by itself:\n"..server:log():sub(-3000), 0);
end);

local interrupted = tostring(err):find("interrupted!", 1, true);
if not (ok or interrupted) then print(err); end
if server and server.pid then
	print(interrupted and "\nStopping." or "");
	server:stop();
end
Server.finish();
os.exit(interrupted and 0 or 1, true);
