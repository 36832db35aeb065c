-- TLS for a connection of LuaSocket's, whose certificate is looked at.
--
-- Returns function (connection; name of the host that it should be; service of its certificate as util.x509 takes it, false for web servers; seconds
-- that the handshake may take) → encrypted connection, array of what is wrong with the certificate; or nil, error. The caller decides about the
-- certificate.

local to_ascii = require "util.encodings".idna.to_ascii;
local verify_identity = require "util.x509".verify_identity;

local authorities = os.getenv "SSL_CERT_FILE"; -- as OpenSSL and programs that use it have it
local context = {
	mode = "client"; protocol = "any"; options = { "all"; "no_sslv2"; "no_sslv3" };
	verify = { "peer" }; verifyext = { "lsec_continue"; "lsec_ignore_purpose" };
	cafile = authorities; capath = not authorities and (os.getenv "SSL_CERT_DIR" or "/etc/ssl/certs") or nil;
};

-- (encrypted connection, host, service) → array of what is wrong
local function problems_of(conn, host, service)
	local problems, seen = {}, {};
	local _, errors = conn:getpeerverification();
	for _, of_certificate in pairs(type(errors) == "table" and errors or {}) do
		for _, problem in ipairs(type(of_certificate) == "table" and of_certificate or { of_certificate }) do
			if not seen[problem] then table.insert(problems, tostring(problem)); end
			seen[problem] = true;
		end
	end
	table.sort(problems);
	local certificate = conn:getpeercertificate();
	if not certificate or not verify_identity(host, service, certificate) then table.insert(problems, "it is not for "..host); end
	return problems;
end

return function (conn, host, service, seconds)
	local have_ssl, ssl = pcall(require, "ssl");
	if not have_ssl then return nil, "LuaSec is missing"; end
	local encrypted, err = ssl.wrap(conn, context);
	if not encrypted then return nil, err; end
	encrypted:settimeout(seconds);
	encrypted:sni(to_ascii(host) or host);
	local ok, why = encrypted:dohandshake();
	if not ok then
		encrypted:close();
		return nil, why;
	end
	return encrypted, problems_of(encrypted, host, service);
end
