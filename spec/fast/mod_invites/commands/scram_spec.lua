-- Logging in by SCRAM, against Prosody's own side of it.

local base64 = require "util.encodings".base64;
local sasl = require "util.sasl";
local paths = require "spec.support.paths";

local scram = dofile(paths.root.."/lua/mod_invites/commands/selftest/scram.lib.lua");

-- (mechanism) → Prosody's side, for the account romeo
local function server(mechanism)
	local handler = sasl.new("example.com", { plain = function () return "wherefore", true; end });
	return handler:select(mechanism) and handler;
end

describe("SCRAM", function ()
	for _, mechanism in ipairs { "SCRAM-SHA-1"; "SCRAM-SHA-256" } do
		it("logs in with "..mechanism..", and knows whether the server knew the password, too", function ()
			local handler = server(mechanism);
			local first, answer_to = scram.begin(mechanism, "romeo", "wherefore");
			local status, challenge = handler:process(first);
			assert.equal("challenge", status);
			local answer, signature = answer_to(challenge);
			assert.same({ "success", signature }, { handler:process(answer) });
		end);
	end

	it("is refused with another password", function ()
		local handler = server "SCRAM-SHA-1";
		local first, answer_to = scram.begin("SCRAM-SHA-1", "romeo", "art thou");
		local _, challenge = handler:process(first);
		local status, condition = handler:process((answer_to(challenge)));
		assert.same({ "failure", "not-authorized" }, { status, condition });
	end);

	it("does not answer a challenge that is not for it, or asks for minutes of work", function ()
		local first, answer_to = scram.begin("SCRAM-SHA-1", "romeo", "wherefore");
		local nonce, salt = first:match("r=(.*)$"), base64.encode "salt";
		for _, challenge in ipairs {
			""; "e=other-error"; "r="..nonce; "r=somebody,s="..salt..",i=4096"; "r="..nonce.."x,s=?,i=4096"; "r="..nonce.."x,s="..salt..",i=0";
			"r="..nonce.."x,s="..salt..",i=1000001"; "r="..nonce.."x,s="..salt..",i=99999999999999999999999999";
		} do
			assert.same({ nil, "bad-challenge" }, { answer_to(challenge) }, challenge);
		end
	end);
end);
