-- Invites: make them, look at them, use them. The Rust core decides everything; this file is what other modules call.
--
-- A function that can't do what it was asked returns nil and a code, a row of `refusals`. None of them raises an error for odd arguments.

-- luacheck: ignore 131 (the functions without "local" are the API)

if module.host == "*" then -- prosodyctl has loaded this only to find the command
	module.command = module:require "prosodyctl";
	return;
end

-- Options

local core = module:require "invites_core"; -- first, so that nothing is left half done where it is missing
local compat = module:require "compat";
local database, place = module:require "database"();

local ledger, ask = module:require "ledger"(core, {
	database = database; place = place; host = module.host;
	store_tokens = module:get_option_boolean("invites_store_tokens", true) ~= false;
	ttl = compat.period("invite_expiry", 7 * 86400);
	reset_ttl = compat.period("invites_reset_expiry", 86400);
	history = math.max(compat.period("invites_history", 30 * 86400), 1);
});

-- Dependencies

local arguments = module:require "arguments";
local roles = module:require "roles";

local kept = module.saved_state or {};
local permits = module:require "permits"(ask, ledger, kept);

-- Hooks

module:hook("invite-created", module:require "landing", -1);

module:hook_global("user-deleted", function (event)
	if type(event) ~= "table" or event.host ~= module.host or type(event.username) ~= "string" then return; end
	ask(function (_, now) return ledger:forget(event.username, now); end);
end);

module:require "chores"(ask, ledger, module:require "import");
compat.add_shell_commands(module:require "commands");

function module.save() return kept; end
function module.unload() ledger:close(); end

-- API: making invites

refusals = core.refusals;

-- (spec for the ledger) → invite
local function create(spec)
	local known, code = roles.check(spec.data);
	if not known then return nil, code; end
	local invite, draft, words = ask(function (facts, now) return ledger:draft(spec, facts, now); end);
	if not invite then
		module:log("debug", "No invite was made: %s", words or draft);
		return nil, draft;
	end

	-- Whoever is asked here may change the invite, so it is stored afterwards, as they leave it.
	local ok, err = pcall(module.fire_event, module, "invite-created", invite);
	if not ok then
		module:log("error", "A module failed on a new invite, which was not made therefore: %s", err);
		return nil, "internal-server-error";
	end
	local stored, store_code = ask(function (_, now) return ledger:create({ draft }, { invite }, now); end);
	if not stored then return nil, store_code; end
	return invite;
end

-- (username that the account must have, or nil; table to keep with the invite, or nil; seconds, or nil for the default) → invite
function create_account(username, additional_data, ttl)
	local reset_for = type(additional_data) == "table" and additional_data.allow_reset;
	if reset_for then return create_account_reset(reset_for, additional_data, ttl); end
	local name, code;
	if username ~= nil then
		name, code = arguments.username(username);
		if not name then return nil, code; end
	end
	return create { kind = "account"; username = name; data = additional_data; ttl = ttl };
end

-- (username of the account; additional_data or nil, or at once the ttl; ttl in seconds, or nil for invites_reset_expiry) → invite
function create_account_reset(username, additional_data, ttl)
	if additional_data ~= nil and type(additional_data) ~= "table" then
		additional_data, ttl = nil, additional_data;
	end
	local name, code = arguments.username(username);
	if not name then return nil, code; end
	return create { kind = "reset"; username = name; data = arguments.with(additional_data, "allow_reset", name); ttl = ttl };
end

-- (username of the inviter; may somebody without account register through it? additional_data; ttl) → invite
function create_contact(username, allow_registration, additional_data, ttl)
	local name, code = arguments.username(username);
	if not name then return nil, code; end
	return create { kind = allow_registration and "contact-account" or "contact"; inviter = name; data = additional_data; ttl = ttl };
end

-- (array of group ids; additional_data; ttl) → invite, for any number of accounts if a ttl is given, else for one
function create_group(group_ids, additional_data, ttl)
	if type(group_ids) ~= "table" or additional_data ~= nil and type(additional_data) ~= "table" then return nil, "data-invalid"; end
	return create { kind = "account"; data = arguments.with(additional_data, "groups", group_ids); ttl = ttl; uses = ttl and math.huge or nil };
end

-- API: looking at invites, and revoking them

-- () → iterator of token (short id, where the token is not kept), invite: those that can be used and allow registration or a reset
function pending_account_invites()
	local page, at, cursor, last = {}, 0, nil, false;
	return function ()
		at = at + 1;
		while not page[at] and not last do
			page, cursor = ask(function (_, now) return ledger:list("pending", nil, cursor, 500, now); end);
			at, last = 1, not page or cursor == nil;
			page = page or {};
		end
		local invite = page[at];
		if invite then return invite.token or invite.id, invite; end
	end
end

-- What callers have always been told about invites that are over.
local over = { expired = "token-expired"; redeemed = "token-invalid"; revoked = "token-invalid" };

-- (token or short id) → invite, or nil, "no-token", "token-invalid" or "token-expired"
function get_account_invite_info(token)
	local reference, code = arguments.token(token);
	if not reference then return nil, code; end
	local invite, refused = ask(function (_, now) return ledger:info(reference, now); end);
	if not invite then return nil, refused; end
	if over[invite.state] then return nil, over[invite.state]; end
	if not invite.allow_registration then return nil, "token-invalid"; end
	return invite;
end

-- (token or short id) → true
function delete_account_invite(token)
	local reference, code = arguments.token(token);
	if not reference then return nil, code; end
	return ask(function (_, now) return ledger:revoke(reference, nil, now); end);
end

-- API: using invites

-- (token; username: for a subscription to that user, nil: for a registration) → validated invite
function get(token, username)
	local name, code;
	if username ~= nil then
		name, code = arguments.username(username);
		if not name then return nil, code; end
	end
	return permits.check(token, name);
end

-- (token) → true. For callers that know nothing of claims, and have made the account already.
function use(token)
	local validated, code = get(token);
	if not validated then return nil, code; end
	return validated:use();
end

-- (validated invite, username) → true: from now until redeem or release nobody else gets this use, nor this name
function claim(validated, username)
	local known, code = roles.check(type(validated) == "table" and validated.additional_data);
	if not known then return nil, code; end
	return permits.through(validated, username or "", function (permit, name, facts, now) return ledger:claim(permit, name, facts, now); end);
end

-- (validated invite, username) → true: the account exists. Never refuses for a rule; may be repeated.
function redeem(validated, username)
	local done, beyond = permits.through(validated, username, function (permit, name, _, now) return ledger:redeem(permit, name, now); end);
	if not done then
		module:log("error", "An invite was used for the account %s but could not be marked as used: %s", username, beyond);
		return nil, beyond;
	elseif beyond then
		module:log("error", "The account %s was made through an invite that had no use left", username);
	end
	return true;
end

-- (validated invite) → true: the attempt has ended without an account
function release(validated)
	return permits.through(validated, nil, function (permit) return ledger:release(permit); end);
end

-- (validated invite) → true: for a claim whose outcome the caller did not see. If there is an account, redeems; if there is none, releases.
function settle(validated)
	local counts, code = permits.through(validated, nil, function (permit, _, facts, now) return ledger:settle(facts, now, permit); end);
	if not counts then return nil, code; end
	return true;
end

-- (validated invite, username or nil) → true: claim and redeem in one
function spend(validated, username)
	return permits.through(validated, username, function (permit, name, facts, now) return ledger:spend(permit, name, facts, now); end);
end

-- (username) → true, or nil, "username-reserved": may somebody without an invite register it?
function open_name(username)
	local name, code = arguments.username(username);
	if not name then return nil, code; end
	return ask(function (_, now) return ledger:open_name(name, now); end);
end

-- Without a claim before the account was made, two streams may both have made one: only the first of them gets true.
function kept.methods:use()
	local done, code = spend(self);
	if not done then
		module:log("warn", "An account was made or a contact added through an invite that could not be used: %s", code);
	end
	return done, code;
end
