-- `make screenshots`: the pictures of README.markdown, docs/*.png, of a real Prosody: the page of an invite, and commands in a terminal.

local paths = require "spec.support.paths";
local docs = require "spec.support.docs";
local json = require "util.json";
local Fixture = require "spec.live.harness.fixture";
local Server = require "spec.live.harness.server";
local shell = require "spec.live.docs.shell";

local host = "home.example";

local ok, err = xpcall(function ()
	local server = Server.start_new {
		hosts = { [host] = { site_name = "Our family" } }; http = true; https = true; tls = true;
		modules = { "invites_page"; "invites_register_web" };
	};
	local fixture = Fixture.on(server, host);
	fixture:account "mum";
	local link = server:invites(host, "make", { kind = "account"; inviter = "mum"; creator = "mum" }).landing_page;
	local sample = docs.block "family-invites":gsub("create_account tim@[^\n]*", "%0 --qr");
	local _, _, typed = shell.replay(server, sample);
	local order = Server.directory().."/screenshots.json";
	local file = assert(io.open(order, "w"));
	assert(file:write(json.encode { host = host; port = server.http_port; path = link:match("/invites_page.*"); typed = typed }));
	file:close();
	assert(os.execute(("cd '%s' && node spec/browser/pictures/readme.mjs '%s'"):format(paths.root, order)), "the browser has failed");
	server:stop();
end, debug.traceback);
Server.finish();
if not ok then error(err, 0); end
