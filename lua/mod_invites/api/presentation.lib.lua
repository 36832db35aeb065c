-- Validated invites, and the presentations behind them: a presentation is what the ledger knows one presentation of a token by.
--
-- Returns function (ask, ledger, kept) → { check, of, through }. `kept` is what a reload of the module hands on: sessions keep validated invites
-- for minutes, so both the invites and their method :use() have to survive it.

local arguments = require_once "api/arguments";

return function (ask, ledger, kept)
	-- Beside the invites and not in them: callers blank fields of what they were given, and print it.
	-- validated invite → { presentation, id, kind, creator, and once that is so: username = claimed name, redeemed = true }
	kept.presentations = kept.presentations or setmetatable({}, { __mode = "k" });
	kept.methods = kept.methods or {};
	local validated_mt = { __index = kept.methods };

	local presentations = {};

	-- (token, prepared username of the user to subscribe to, or nil to register) → validated invite; or nil, code, short id if there was a token
	function presentations.check(value, username)
		local token, code = arguments.token(value);
		if not token then return nil, code; end
		local validated, presentation, words = ask(function (facts, now) return ledger:check(token, username, facts, now); end);
		if not validated then
			local id = ledger:short_id(token) or "without a token";
			module:log("debug", "Invite %s refused: %s", id, words or presentation);
			return nil, presentation, id;
		end
		kept.presentations[validated] = { presentation = presentation; id = validated.id; kind = validated.kind; creator = validated.creator };
		return setmetatable(validated, validated_mt);
	end

	-- (validated invite) → its presentation, or nil, code. A copy that somebody made of a validated invite counts as one of its own.
	function presentations.of(validated)
		if type(validated) ~= "table" then return nil, "token-invalid"; end
		if not kept.presentations[validated] then
			local subscribes_to = validated.type == "roster" and not validated.inviter and validated.username or nil;
			local original, code = presentations.check(validated.token, subscribes_to);
			if not original then return nil, code; end
			kept.presentations[validated] = kept.presentations[original];
		end
		return kept.presentations[validated];
	end

	-- (validated invite, username or nil, call(presentation, prepared username, facts, now)) → what the call returns, or nil, code
	function presentations.through(validated, username, call)
		local presentation, code = presentations.of(validated);
		if not presentation then return nil, code; end
		local name, invalid;
		if username ~= nil then
			name, invalid = arguments.username(username);
			if not name then return nil, invalid; end
		end
		return ask(function (facts, now) return call(presentation.presentation, name, facts, now); end);
	end

	return presentations;
end
