-- Using invites, from the token that somebody shows to the account that is there.
--
-- Returns function (ask, ledger, kept, rights, steps, rate limit) → { get, present, claim, redeem, release, settle, spend, open_name }.

local arguments = require_once "api/arguments";
local roles = require_once "accounts/roles";

return function (ask, ledger, kept, permissions, events, rate_limit)
	local presentations = require_once "api/presentation"(ask, ledger, kept);
	local redeem = {};

	-- (name of an event, validated invite, its presentation, username or nil)
	local function tell(step, validated, shown, username)
		events.tell(step, { id = shown.id; kind = shown.kind; creator = shown.creator; validated = validated; username = username });
	end

	-- (what was asked for, validated invite, code, username) → nil, code
	local function refused(verb, validated, code, username)
		local shown = presentations.of(validated);
		return events.refused(verb, code, shown and shown.id, username);
	end

	-- (validated invite, username or nil): its use is counted now, and was not before
	local function used(validated, username)
		local shown = presentations.of(validated);
		if not shown or shown.redeemed then return; end
		shown.redeemed = true;
		tell("invite-redeemed", validated, shown, username or shown.username);
	end

	-- (token; username: for a subscription to that user, nil: for a registration) → validated invite
	function redeem.get(token, username)
		local name, code;
		if username ~= nil then
			name, code = arguments.username(username);
			if not name then return nil, code; end
		end
		local validated, why, id = presentations.check(token, name);
		if not validated then return events.refused("check", why, id, name); end
		tell("invite-checked", validated, presentations.of(validated));
		return validated;
	end

	-- (token, who shows it: a session, { ip } or { sender }; username as above) → validated invite; nil, "throttled" for whoever guesses too often
	function redeem.present(token, who, username)
		local throttled = rate_limit:blocked(who);
		if throttled then return nil, throttled; end
		local validated, code = redeem.get(token, username);
		if validated then return validated; end
		return nil, rate_limit:failed(who, code) or code;
	end

	-- (validated invite) → true, or nil, code: can the roles be given that it promises? They may be gone since it was made, and so may the power
	-- of whoever made it.
	local function roles_hold(validated)
		local data = type(validated) == "table" and validated.additional_data;
		if not roles.exist(data) then return nil, "internal-server-error"; end
		if validated.authority == "user" and not roles.all(data, function (role) return permissions.may_grant(validated.creator, role); end) then
			return nil, "inviter-gone";
		end
		return true;
	end

	-- (validated invite, username) → true: from now until redeem or release nobody else gets this use, nor this name
	function redeem.claim(validated, username)
		local done, code = presentations.of(validated); -- code: why not, and after the claim who becomes a contact
		if done then done, code = roles_hold(validated); end
		if done then
			done, code = presentations.through(validated, username or "", function (presentation, name, facts, now)
				return ledger:claim(presentation, name, facts, now);
			end);
		end
		if not done then return refused("claim", validated, code, username); end
		if not code then validated.inviter = nil; end -- the account is gone since the token was shown
		local shown = presentations.of(validated);
		shown.username = arguments.username(username);
		tell("invite-claimed", validated, shown, shown.username);
		return true;
	end

	-- (validated invite, username) → true: the account exists. Never refuses for a rule; may be repeated.
	function redeem.redeem(validated, username)
		local done, beyond = presentations.through(validated, username, function (presentation, name, _, now)
			return ledger:redeem(presentation, name, now);
		end);
		if not done then
			module:log("error", "An invite was used for the account %s but could not be marked as used: %s", username, beyond);
			return nil, beyond;
		elseif beyond then
			module:log("error", "The account %s was made through an invite that had no use left", username);
		end
		used(validated, arguments.username(username));
		return true;
	end

	-- (validated invite): its claim, if it had one, is no more
	local function let_go(validated)
		local shown = presentations.of(validated);
		if not shown or not shown.username then return; end
		local username = shown.username;
		shown.username = nil;
		tell("invite-released", validated, shown, username);
	end

	-- (validated invite) → true: the attempt has ended without an account
	function redeem.release(validated)
		local done, code = presentations.through(validated, nil, function (presentation) return ledger:release(presentation); end);
		if not done then return nil, code; end
		let_go(validated);
		return true;
	end

	-- (validated invite) → true: for a claim whose outcome the caller did not see. If there is an account, redeems; if there is none, releases.
	function redeem.settle(validated)
		local accounts, released = presentations.through(validated, nil, function (presentation, _, facts, now)
			return ledger:settle(facts, now, presentation);
		end);
		if not accounts then return nil, released; end
		if accounts[1] then used(validated); end
		if released > 0 then let_go(validated); end
		return true;
	end

	-- (validated invite, username or nil) → true: claim and redeem in one
	function redeem.spend(validated, username)
		local done, code = presentations.through(validated, username, function (presentation, name, facts, now)
				return ledger:spend(presentation, name, facts, now);
			end);
		if not done then return refused("spend", validated, code, username); end
		used(validated, arguments.username(username));
		return true;
	end

	-- (username) → true, or nil, "username-reserved": may somebody without an invite register it?
	function redeem.open_name(username)
		local name, code = arguments.username(username);
		if not name then return nil, code; end
		return ask(function (facts, now) return ledger:open_name(name, facts, now); end);
	end

	-- Without a claim before the account was made, two streams may both have made one: only the first of them gets true.
	function kept.methods:use()
		local done, code = redeem.spend(self);
		if not done then
			module:log("warn", "An account was made or a contact added through an invite that could not be used: %s", code);
		end
		return done, code;
	end

	return redeem;
end
