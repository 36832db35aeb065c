-- The client of a request: its address, and whether anybody on the way can have read what it sent. Prosody reads X-Forwarded-For of the proxies that
-- it trusts, but takes what stands there as it is: with a port or brackets, "unknown", or nothing at all.
--
-- Returns { address = function (request of Prosody's HTTP server) → address as text; is_secure = function (request) → boolean, did it leave the
-- browser encrypted? }

local address = require_once "invites_lib/ip_address";
local is_proxy = require_once "invites_lib/trusted_proxies";
local option = require_once "invites_config/option";

local longest = 2048; -- bytes of X-Forwarded-For that are read, from its end: the nearest proxy writes there
local marks_of_proxies = { "forwarded"; "x_forwarded_for"; "x_forwarded_proto"; "x_forwarded_host"; "x_real_ip"; "via" };
local outside_is_encrypted = (option "http_external_url" or ""):lower():find("^https:") ~= nil;

local silent = module:shared "/*/invites_web/silent_proxies"; -- address → true, for the log and for the command check

local client = {};

local function is_forwarded(http)
	for _, name in ipairs(marks_of_proxies) do
		if http.headers[name] then return true; end
	end
	return false;
end

-- (header X-Forwarded-For) → the address nearest to us that is no proxy's, or nil. Behind what is no address nobody knows who wrote the rest.
local function forwarded_for(header)
	local hops = {};
	for hop in header:sub(-longest):gmatch("[^,]+") do table.insert(hops, 1, hop); end
	for _, hop in ipairs(hops) do
		local known = address.read(hop);
		if not known or not is_proxy(known) then return known; end
	end
end

-- The address is the proxy's where that does not say whom it speaks for: its clients are counted together then (invites_lib/rate_limit_key).
function client.address(http)
	local known = address.read(http.ip);
	if known and not is_proxy(known) then return known.addr; end
	local peer = address.read(http.conn:ip());
	if not peer then return http.ip; end
	if not is_proxy(peer) then return peer.addr; end
	local header = http.headers.x_forwarded_for;
	known = header and forwarded_for(header);
	if known then return known.addr; end
	if is_forwarded(http) and not silent[peer.addr] then
		silent[peer.addr] = true;
		module:log("warn", "The proxy %s does not say for which address it forwards requests (X-Forwarded-For: %q), so that all who come through it are "
			.."counted together when they try invites or passwords. Let it set that header to the address of its client", peer.addr, header or "");
	end
	return peer.addr;
end

-- (request) → do all hops that its proxies name use https? nil: they name none
local function all_encrypted(http)
	local schemes = {};
	for _, hop in ipairs(http.forwarded or {}) do table.insert(schemes, hop.proto); end -- only 13.0 reads the header Forwarded
	if not http.forwarded then
		for scheme in (http.headers.x_forwarded_proto or ""):sub(1, 256):gmatch("[^,%s]+") do table.insert(schemes, scheme); end
	end
	for _, scheme in ipairs(schemes) do
		if scheme:lower() ~= "https" then return false; end
	end
	return schemes[1] and true or nil;
end

-- Prosody says so of TLS, and of proxies that it trusts and that name https. Programs on this machine need no encryption, but a proxy there, or
-- another that the admin trusts, speaks for others: then the scheme of the public address counts, unless the proxy names another.
function client.is_secure(http)
	if http.secure then return true, true; end
	local peer = address.read(http.conn:ip());
	if not peer or not is_proxy(peer) then return false; end
	if not is_forwarded(http) then return address.is_loopback(peer), false; end
	local encrypted = all_encrypted(http);
	if encrypted == nil then encrypted = outside_is_encrypted; end
	return encrypted, encrypted;
end

return client;
