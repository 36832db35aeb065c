-- Addresses of whoever connects.

local ip = require "util.ip";

local address = {};

local ipv4_in_ipv6 = ("\0"):rep(10).."\255\255"; -- ::ffff:192.0.2.1
local ipv6_loopback = ("\0"):rep(15).."\1";

-- (text, or anything else) → address as util.ip has it, in IPv4 where it is one of those in IPv6; or nil
function address.read(text)
	local ok, known = pcall(ip.new_ip, text);
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
