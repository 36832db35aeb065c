-- Using invites, from the presented token to the existing account.

local accounts = require_once "accounts/status";
local ledger = require_once "ledger";
local events = require_once "events/events";
local in_background = require_once "jobs/background";
local permissions = require_once "accounts/permissions";
local prepared = require_once "api/username";
local rate_limit = require_once "rate_limit";

local ask = ledger.ask;

local redeem = {};

-- This survives a reload of the module: sessions keep validated invites for minutes, and their method :use() must work.
local kept = module.saved_state or {};
function module.save() return kept; end

-- Beside the invites, because callers blank their fields and print them.
kept.presentations = kept.presentations or setmetatable({}, { __mode = "k" }); -- validated invite → its presentation
kept.methods = kept.methods or {};
local validated_mt = { __index = kept.methods };
local views = setmetatable({}, { __mode = "k" }); -- invite of `view` → argument for the verb `present`

-- (verb and arguments for the ledger) → validated invite; or nil, code, short id if there was a token
local function check(...)
	local validated, presentation_or_code, words, id = ask(...);
	if not validated then
		if id then module:log("debug", "Invite %s refused: %s", id, words or presentation_or_code); end
		return nil, presentation_or_code, id;
	end
	kept.presentations[validated] = presentation_or_code;
	return setmetatable(validated, validated_mt);
end

-- (validated invite) → its presentation, or nil, code. A copy of a validated invite gets a presentation of its own.
local function presentation_of(validated)
	if type(validated) ~= "table" then return nil, "token-invalid"; end
	if not kept.presentations[validated] then
		local subscribes_to = validated.type == "roster" and not validated.inviter and validated.username or nil;
		local original, code = check("check", validated.token, prepared(subscribes_to));
		if not original then return nil, code; end
		kept.presentations[validated] = kept.presentations[original];
	end
	return kept.presentations[validated];
end

-- (verb of the ledger, validated invite, username or nil, bare JID of a contact or nil) → true, further result; or nil, code. Fires the events.
local function use(verb, validated, username, contact)
	local presentation, code = presentation_of(validated);
	if not presentation then return nil, code; end
	local done, more, happened = ask(verb, presentation, prepared(username), contact);
	if not done then return nil, more; end
	for name, event in pairs(happened) do
		event.validated = validated;
		events.tell(name, event);
	end
	return true, more;
end

local function refused(verb, validated, code, username)
	local presentation = kept.presentations[validated];
	return events.refused(verb, code, presentation and presentation:id(), username);
end

-- (prepared username or nil, results of check) → validated invite, or nil, code. Fires the event.
local function checked(username, validated, code, id)
	if not validated then return events.refused("check", code, id, username); end
	events.tell("invite-checked", { id = validated.id; kind = validated.kind; creator = validated.creator; validated = validated });
	return validated;
end

-- (token; username to subscribe to, nil to register; bare JID of who subscribes, or nil) → validated invite
local function get(token, username, contact)
	local name = prepared(username);
	if name == false then return nil, "username-invalid"; end
	return checked(name, check("check", token, name, contact));
end

-- (token; username to subscribe to, nil to register) → validated invite. Invites for one person are refused, as nobody says who presents them.
function redeem.get(token, username) return get(token, username); end

-- (token; presenter: { ip }) → invite, and nil or the code why it can't be used; or nil, code if there is no such invite; nil, "throttled" after too
-- many failures. Reads only. A dead invite is no failure: people open old links again and again.
function redeem.view(token, who)
	local throttled = rate_limit:blocked(who);
	if throttled then return nil, throttled; end
	local invite, code, viewed = rate_limit:look_up(who, ask, "view", token);
	if not invite then return nil, code ~= "no-token" and rate_limit:failed(who, code) or code; end
	views[invite] = viewed;
	return invite, code;
end

-- (token, or an invite that view has just returned, to register; presenter: a session, { ip }, or { sender, contact = bare JID }; username as with
-- get) → validated invite; nil, "throttled" after too many failures
function redeem.present(token, who, username)
	local throttled = rate_limit:blocked(who);
	if throttled then return nil, throttled; end
	local validated, code;
	if username == nil and views[token] then
		validated, code = checked(nil, check("present", views[token]));
	else
		validated, code = rate_limit:look_up(who, get, token, username, who.contact);
	end
	if validated then return validated; end
	return nil, rate_limit:failed(who, code) or code;
end

-- (validated invite) → true, or nil, code: can its roles be granted? The roles, or the creator's power, may be gone since it was created.
local function roles_hold(validated)
	local data = type(validated) == "table" and validated.additional_data;
	if not permissions.roles_exist(data) then return nil, "internal-server-error"; end
	if validated.authority ~= "user" then return true; end
	return permissions.all_roles(data, function (role) return permissions.may_grant(validated.creator, role); end) or nil, "inviter-gone";
end

-- Somebody may have made the account while the claim waited for the database. Prosody would write over it.
local function is_made_meanwhile(validated, username)
	local data = validated.additional_data;
	if data and data.allow_reset then return false; end
	local state = accounts.state(prepared(username));
	return state == "active" or state == "disabled";
end

-- (validated invite, username) → true: until redeem or release, nobody else gets this use or this name
function redeem.claim(validated, username)
	local waits = ledger.waits();
	local done, code = presentation_of(validated);
	if done then done, code = roles_hold(validated); end
	if done then done, code = use("claim", validated, username or ""); end
	if done and ledger.waits() ~= waits and is_made_meanwhile(validated, username) then
		redeem.release(validated);
		done, code = nil, "account-exists";
	end
	if not done then return refused("claim", validated, code, username); end
	if not code then validated.inviter = nil; end -- their account is gone meanwhile
	return true;
end

local function redeem_now(validated, username)
	local done, beyond = use("redeem", validated, username);
	if not done then
		module:log("error", "An invite was used for the account %s but could not be marked as used: %s", username, beyond);
		return nil, beyond;
	elseif beyond then
		module:log("error", "The account %s was made through an invite that had no use left", username);
	end
	return true;
end

-- (validated invite, username) → true: the account exists. No rule makes it refuse, and it may be repeated. Nobody waits for the database: if this
-- fails, the claim is settled later.
function redeem.redeem(validated, username)
	local done, code = true, nil;
	in_background(function () done, code = redeem_now(validated, username); end);
	return done, code;
end

-- (validated invite) → true: the attempt ended without an account
function redeem.release(validated) return use("release", validated); end

-- (validated invite) → true: the caller does not know how the attempt ended. If there is an account, the invite is redeemed, else released.
function redeem.settle(validated) return use("settle", validated); end

-- (validated invite; username or nil; prepared bare JID of the contact who subscribes, or nil) → true: claim and redeem in one
function redeem.spend(validated, username, contact)
	local done, code = use("spend", validated, username, contact);
	if not done then return refused("spend", validated, code, username); end
	return true;
end

-- (token) → true. For callers that know no claims and have created the account already.
function redeem.use(token)
	local validated, code = redeem.get(token);
	if not validated then return nil, code; end
	return validated:use();
end

-- (invite that view has just returned, username) → true: a claim would get that name now; or nil, code. Nothing is claimed.
function redeem.may_claim(invite, username)
	if not views[invite] then return nil, "token-invalid"; end
	return ask("may_claim", views[invite], prepared(username));
end

-- (username) → true, or nil, "username-reserved": may somebody without an invite register it?
function redeem.open_name(username) return ask("open_name", prepared(username)); end

-- Without a claim, two streams may both have created an account: only the first gets true.
function kept.methods:use()
	local done, code = redeem.spend(self);
	if not done then
		module:log("warn", "An account was made or a contact added through an invite that could not be used: %s", code);
	end
	return done, code;
end

return redeem;
