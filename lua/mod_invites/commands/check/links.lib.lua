-- Part of the command check: the web address that goes with an invite, and what a proxy in front of it has to do.

local to_ascii = require "util.encodings".idna.to_ascii;
local url = require "socket.url";

local page_address = require_once "invites_lib/url/page_address";

-- (address) → what is wrong with it, or nil
local function wrong_with(address)
	local parts = url.parse(address) or {};
	if parts.scheme ~= "https" and parts.scheme ~= "http" then return "it must begin with https://"; end
	local host = (parts.host or ""):lower();
	if host == "" then return "it names no host"; end
	if host == "localhost" or host:find("^127%.") or host == "::1" or host:find("%.invalid$") then return "nobody outside this machine can open it"; end
	if parts.scheme == "http" then return "it needs https, as whoever listens on the way could take the invite"; end
end

-- () → invite that was never made, to see what its address would be
local function sample(host)
	local token = ("x"):rep(24);
	return { type = "register"; jid = host; token = token; allow_registration = true; uri = ("xmpp:%s?register;preauth=%s"):format(host, token) };
end

local function from_template(report, invites, host)
	local invite = sample(host.name);
	invites.require_once "invites_lib/url/landing_page"(host.option("invites_page"))(invite);
	local address = invite.landing_page;
	if not address then
		report.ok("Links: invites_page is not for account invites (invites_page_supports), so those have xmpp: links");
		return;
	end
	local wrong = wrong_with(address);
	if not wrong and not address:find(invite.token, 1, true) then wrong = "it lacks the token: {invite.token} or {invite.uri}"; end
	if wrong then
		report.to_do("Links: change invites_page: %s (an invite would get %s)", wrong, address);
	else
		report.ok("Links: %s", address);
	end
end

-- Pages that Prosody serves itself. Its own function for their address is there only in a running server.
local function from_prosody(report, host, page_module)
	local address, external, http, web_host = page_address(host.option, host.name, page_module);
	if not address then
		report.to_do("Links: mod_%s needs Prosody's HTTP server, but both http_ports and https_ports are empty", page_module);
		return;
	end
	local ascii = web_host:find("[\128-\255]") and to_ascii(web_host);
	if ascii then
		report.to_do("Links: browsers ask for %s, so set http_host = %q for this host (links are %s?TOKEN)", ascii, ascii, address);
		return;
	end
	local wrong = wrong_with(address);
	if wrong and not external then
		report.to_do("Links: %s: %s. Behind a web server that has https, set http_external_url = \"https://%s/\"", address, wrong, web_host);
		return;
	elseif wrong then
		report.to_do("Links: change http_external_url: %s (pages are at %s)", wrong, address);
		return;
	end
	report.ok("Links: %s?TOKEN", address);
	if external and http then
		report.ok("Proxy: what serves %s must forward to http://127.0.0.1:%d with the headers Host: %s, X-Forwarded-For and X-Forwarded-Proto: https, "
			.."from an address in trusted_proxies", external, http, web_host);
	end
end

-- What the running server has seen (invites_web/http/client).
local function trusted_proxies(report)
	if prosody.process_type ~= "prosody" then return; end
	for proxy in pairs(module:shared "/*/invites_web/silent_proxies") do
		report.to_do("Proxy: %s does not say for which address it forwards requests: let it set X-Forwarded-For to the address of its client", proxy);
	end
end

-- (report, mod_invites of the host or nil, host as commands/check/check.lib.lua has it)
return function (report, invites, host)
	trusted_proxies(report);
	local page_module = host.option "invites_page_module";
	if invites and host.option("invites_page") then
		from_template(report, invites, host);
	elseif host.has(page_module) then
		from_prosody(report, host, page_module);
	else
		report.ok("Links: xmpp: links alone, which need a client that is installed (a web page for invites: see invites_page)");
	end
end
