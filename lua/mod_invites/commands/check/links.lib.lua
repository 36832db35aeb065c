-- Facts for the command check: the web address that goes with an invite.

local to_ascii = require "util.encodings".idna.to_ascii;
local url = require "socket.url";

local address_of_module = require_once "invites_lib/url".of_module;

-- (address or nil) → the same in parts, or nil
local function parts(address)
	local parsed = address and (url.parse(address) or {});
	return parsed and { text = address; scheme = parsed.scheme; host = parsed.host };
end

-- The link of an invite that was never made.
local function from_template(invites, host)
	local token = ("x"):rep(24);
	local uri = ("xmpp:%s?register;preauth=%s"):format(host.name, token);
	local invite = { type = "register"; jid = host.name; token = token; allow_registration = true; uri = uri };
	invites.require_once "invites_lib/url".landing_page(host.option "invites_page", invite);
	return { token = token; address = parts(invite.landing_page) };
end

-- Pages that Prosody serves itself. (Prosody's function for their address works only in a running server.)
local function from_prosody(host, page_module)
	local address, external, http, web_host = address_of_module(host.option, host.name, page_module);
	return {
		address = parts(address); external = external; http = http; web_host = web_host;
		ascii_host = web_host:find("[\128-\255]") and to_ascii(web_host) or nil;
	};
end

-- (mod_invites of the host or nil, host as terminal/hosts.lib.lua has it) → facts for src/command/check/links.rs
return function (invites, host)
	local page_module, silent = host.option "invites_page_module", {};
	if prosody.process_type == "prosody" then -- what invites_web/http/client has seen
		for proxy in pairs(module:shared "/*/invites_web/silent_proxies") do table.insert(silent, proxy); end
	end
	return {
		silent_proxies = silent; page_module = page_module;
		template = invites and host.option "invites_page" and from_template(invites, host) or nil;
		page = host.has(page_module) and from_prosody(host, page_module) or nil;
	};
end
