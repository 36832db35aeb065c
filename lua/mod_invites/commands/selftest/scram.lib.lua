-- Logging in by SCRAM (RFC 5802, RFC 7677), as a client.

local base64 = require "util.encodings".base64;
local hashes = require "util.hashes";
local random = require "util.random".bytes;
local xor = require "util.strbitop".sxor;

local header = "n,,"; -- no channel binding

-- What our own passwords need: they and usernames are of ASCII.
local methods = {
	["SCRAM-SHA-256"] = { hash = hashes.sha256; hmac = hashes.hmac_sha256; derive = hashes.pbkdf2_hmac_sha256 };
	["SCRAM-SHA-1"] = { hash = hashes.sha1; hmac = hashes.hmac_sha1; derive = hashes.pbkdf2_hmac_sha1 };
};

local most_iterations = 1000000; -- a server that asks for more would keep us busy for minutes

local scram = { mechanisms = { "SCRAM-SHA-256"; "SCRAM-SHA-1" } };

-- (mechanism, username, password) → first message; function (challenge) → answer, signature that the server owes; or nil, why
function scram.begin(mechanism, username, password)
	local method = methods[mechanism];
	local nonce = base64.encode(random(18));
	local first = "n="..username:gsub("[=,]", { ["="] = "=3D"; [","] = "=2C" })..",r="..nonce;
	return header..first, function (challenge)
		local whole_nonce, salt, iterations = challenge:match("^r=([^,]+),s=([^,]+),i=(%d+)");
		salt, iterations = salt and base64.decode(salt), tonumber(iterations);
		if not salt or whole_nonce:sub(1, #nonce) ~= nonce or iterations < 1 or iterations > most_iterations then return nil, "bad-challenge"; end
		local salted = method.derive(password, salt, iterations);
		local client_key = method.hmac(salted, "Client Key");
		local last = "c="..base64.encode(header)..",r="..whole_nonce;
		local signed = first..","..challenge..","..last;
		local proof = xor(client_key, method.hmac(method.hash(client_key), signed));
		return last..",p="..base64.encode(proof), "v="..base64.encode(method.hmac(method.hmac(salted, "Server Key"), signed));
	end;
end

return scram;
