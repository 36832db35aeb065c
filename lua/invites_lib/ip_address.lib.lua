-- Addresses of whoever connects.

local ip = require "util.ip";

local address = {};

local ipv4_in_ipv6 = ("\0"):rep(10).."\255\255"; -- ::ffff:192.0.2.1
local ipv6_loopback = ("\0"):rep(15).."\1";

local longest = 64; -- bytes, with brackets and a port

-- ("192.0.2.1:4711", "[2001:db8::1]:4711", with quotes as in the header Forwarded) → the address alone
local function bare(text)
	text = text:match("^%s*\"?([^%s\"]*)");
	return text:match("^%[([^%]]*)%]") or text:match("^([%d.]+):%d+$") or text;
end

-- (text, or anything else; as proxies write it, too) → address as util.ip has it, in IPv4 where it is one of those in IPv6; or nil
function address.read(text)
	if type(text) ~= "string" or #text > longest then return nil; end
	local ok, known = pcall(ip.new_ip, bare(text));
	if not ok or not known then return nil; end
	if known.packed:sub(1, 12) == ipv4_in_ipv6 then
		return ip.new_ip(("%d.%d.%d.%d"):format(known.packed:byte(13, 16)));
	end
	return known;
end

-- (address) → is it this machine's own?
function address.is_loopback(known)
	return known.packed == ipv6_loopback or known.proto == "IPv4" and known.packed:byte(1) == 127;
end

return address;
