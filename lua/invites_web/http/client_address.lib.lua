-- From which address does a request come? Prosody reads X-Forwarded-For of the proxies that it trusts, but takes what stands there as it is: with a
-- port or brackets, "unknown", or nothing at all.
--
-- Returns function (request of Prosody's HTTP server) → address as text. It is the proxy's where that does not say whom it speaks for: those are
-- counted together then (invites_lib/rate_limit_key), and the log says so once.

local address = require_once "invites_lib/ip_address";
local forwards = require_once "invites_web/http/forwards";
local is_proxy = require_once "invites_lib/trusted_proxies";

local longest = 2048; -- bytes of a header that are looked at, from its end: the nearest proxy writes there

local silent = module:shared "/*/invites_web/silent_proxies"; -- address → true, for the log and for the command check

-- (text) → address, or nil if it is none or a proxy's
local function client(text)
	local known = address.read(text);
	return known and not is_proxy(known) and known or nil;
end

-- (header X-Forwarded-For) → the address nearest to us that is no proxy's, or nil. Behind what is no address nobody knows who wrote the rest.
local function forwarded(header)
	local hops = {};
	for hop in header:sub(-longest):gmatch("[^,]+") do table.insert(hops, hop); end
	for i = #hops, 1, -1 do
		local known = address.read(hops[i]);
		if not known then return nil; end
		if not is_proxy(known) then return known; end
	end
end

return function (http)
	local known = client(http.ip);
	if known then return known.addr; end
	local peer = address.read(http.conn:ip());
	if not peer then return http.ip; end
	if not is_proxy(peer) then return peer.addr; end
	local header = http.headers.x_forwarded_for;
	known = header and forwarded(header);
	if known then return known.addr; end
	if forwards(http) and not silent[peer.addr] then
		silent[peer.addr] = true;
		module:log("warn", "The proxy %s does not say for which address it forwards requests (X-Forwarded-For: %q), so that all who come through it are "
			.."counted together when they try invites or passwords. Let it set that header to the address of its client", peer.addr, header or "");
	end
	return peer.addr;
end
