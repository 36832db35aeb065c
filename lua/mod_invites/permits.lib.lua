-- Validated invites, and the permits behind them: a permit is what the ledger knows one presentation of a token by.
--
-- Returns function (ask, ledger, kept) → { check, through }. `kept` is what a reload of the module hands on: sessions keep validated invites
-- for minutes, so both the invites and their method :use() have to survive it.

local hashes = require "util.hashes";

local arguments = module:require "arguments";

return function (ask, ledger, kept)
	-- Beside the invites and not in them: callers blank fields of what they were given, and print it.
	kept.permits = kept.permits or setmetatable({}, { __mode = "k" });
	kept.methods = kept.methods or {};
	local validated_mt = { __index = kept.methods };

	local permits = {};

	-- (token, prepared username of the user to subscribe to, or nil to register) → validated invite, or nil, code
	function permits.check(value, username)
		local token, code = arguments.token(value);
		if not token then return nil, code; end
		local validated, permit, words = ask(function (facts, now) return ledger:check(token, username, facts, now); end);
		if not validated then
			module:log("debug", "Invite %s refused: %s", hashes.sha256(token, true):sub(1, 12), words or permit);
			return nil, permit;
		end
		kept.permits[validated] = permit;
		return setmetatable(validated, validated_mt);
	end

	-- A copy that somebody made of a validated invite counts as a presentation of its own.
	local function permit_of(validated)
		if type(validated) ~= "table" then return nil, "token-invalid"; end
		if not kept.permits[validated] then
			local subscribes_to = validated.type == "roster" and not validated.inviter and validated.username or nil;
			local original, code = permits.check(validated.token, subscribes_to);
			if not original then return nil, code; end
			kept.permits[validated] = kept.permits[original];
		end
		return kept.permits[validated];
	end

	-- (validated invite, username or nil, call(permit, prepared username, facts, now)) → what the call returns, or nil, code
	function permits.through(validated, username, call)
		local permit, code = permit_of(validated);
		if not permit then return nil, code; end
		local name, invalid;
		if username ~= nil then
			name, invalid = arguments.username(username);
			if not name then return nil, invalid; end
		end
		return ask(function (facts, now) return call(permit, name, facts, now); end);
	end

	return permits;
end
