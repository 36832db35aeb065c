-- Invites: make them, look at them, use them. The Rust core decides everything; this file is what other modules call.
--
-- A function that can't do what it was asked returns nil and a code, a row of `refusals`. None of them raises an error for odd arguments.

-- luacheck: ignore 131 (the functions without "local" are the API)

module:require "invites_lib/require_once";

if module.host == "*" then -- prosodyctl has loaded this only to find the command
	module.command = require_once "terminal/prosodyctl"(require_once "commands/commands");
	return;
end

-- Options

local core = require_once "invites_core"; -- first, so that nothing is left half done where it is missing
local accounts = require_once "accounts/status";
local compat = require_once "invites_lib/compat";
local option = require_once "invites_config/option";
local permissions = require_once "accounts/permissions";
local database, place = require_once "database"();

local settings = require_once "settings";
local ledger, ask = require_once "ledger"(core, {
	database = database; place = place; host = module.host;
	store_tokens = option "invites_store_tokens";
	ttl = settings.ttl; reset_ttl = settings.reset_ttl; history = settings.history;
	per_user = settings.per_user; per_day = settings.per_day; contacts_per_user = settings.contacts_per_user;
	contacts_per_day = settings.contacts_per_day; most_uses = settings.most_uses; longest_ttl = settings.longest_ttl;
}, permissions);

-- Dependencies

local arguments = require_once "api/arguments";
local events = require_once "events/events";
events.count_from_zero(core.refusals);

local kept = module.saved_state or {};
-- ("token", "API key" or "password"; address as text): says in the log that it was wrong
wrong = require_once "events/failed_attempts";
rate_limit = require_once "rate_limit"(events, wrong);
local creation = require_once "api/create"(ask, ledger, permissions, events);
local management = require_once "api/manage"(core, ask, ledger, events);
local lineage = require_once "api/tree"(ask, ledger);
local redemption = require_once "api/redeem"(ask, ledger, kept, permissions, events, rate_limit);
local viewing = require_once "api/view"(ask, ledger, rate_limit);

-- Hooks

module:hook("invite-created", require_once "invites_lib/url/landing_page"(option "invites_page"), -1);

if option "invites_notify_inviter" then
	module:hook("invite-redeemed", require_once "events/notify_inviter");
end

local maintenance = require_once "jobs/maintenance"(ask, ledger, events, require_once "jobs/legacy_import", place);

-- (username): from now on the name is another account's, and nothing that was made under it works any more
local function account_ended(username)
	if ask(function (_, now) return ledger:account_ended(username, now); end) then maintenance.tidy(); end
end

-- (global event) → username, if it is about an account of this host
local function username_of(event)
	return type(event) == "table" and event.host == module.host and type(event.username) == "string" and event.username or nil;
end

module:hook_global("user-deleted", function (event)
	local username = username_of(event);
	if username then account_ended(username); end
end);

-- Nobody tells the server of an account that prosodyctl deletes. Whoever takes its name next does not get what it made. With an invite, the ledger
-- sees to that when the name is claimed, if it is certain then that there is no account. This comes before mod_invites_register redeems (1000).
module:hook("user-registered", function (event)
	local session = event.session;
	if type(event.username) ~= "string" then return; end
	local is_invited = event.validated_invite or session and session.validated_invite;
	if not is_invited or not accounts.knows_absence() then
		ask(function (_, now) return ledger:account_began(event.username, now); end);
		maintenance.tidy();
	end
end, 1001);

module:hook_global("user-password-changed", function (event)
	local username = username_of(event);
	if username then ask(function (_, now) return ledger:password_changed(username, now); end); end
end);

require_once "events/metrics".watch_pending(management.stats);
compat.add_shell_commands(require_once "terminal/shell"(require_once "commands/commands"));

function module.save() return kept; end
function module.unload() ledger:close(); end

-- API: what other files of the suite need to know

refusals = core.refusals;
-- (text; "svg", "terminal", or "light-on-dark" for a terminal that gets no colours) → the text as a QR code
qr = core.qr;
-- Texts from outside, in linear time: { line(text, characters of the longest) → line without spaces around it; fields(form or query) and object(JSON)
-- → name → value; lines(JSON array) → array of lines with one object each;
-- new_name(prepared username) → true: there can be such an account; each of them may refuse;
-- clean(text, characters of the longest) → text that can be shown }
input = core.input;
-- what people read, in their language: see i18n.lib.lua
i18n = require_once "i18n"(core);
-- (username) → boolean: may this user, with an account that is enabled, invite people to register?
function may_invite(username)
	local name = arguments.username(username);
	return name ~= nil and permissions.may_invite(name) == true;
end
-- (username) → boolean: does this name give power to whoever registers it? True where nobody can say. What nobody can register gives none.
function is_privileged(username)
	local name = arguments.username(username);
	return name ~= nil and input.new_name(name) == true and permissions.privileged(name) ~= false;
end
-- (JID, or username of this host) → boolean
is_admin = permissions.is_admin;
-- (JID, or username of this host; role) → boolean: is that role not above their own?
may_grant = permissions.may_grant;

-- API: making invites

-- ({ kind = "account", "contact", "contact-account" or "reset";
--    username = name that the account must have (account) or has (reset); inviter = who becomes a contact (contact kinds, account);
--    creator = local user who makes it, the inviter if nil; authority = "user" if the creator stands behind it, so that their right and limits count;
--    grantor = JID whose power limits the roles that it gives, for somebody who makes it with more than their own right;
--    uses = number, math.huge until it expires, once if nil; ttl = seconds, math.huge for ever, as configured if nil;
--    data = additional_data }) → invite
-- A contact-account invite on the creator's own right becomes a contact invite where the right or the quota is missing.
make = creation.make;
-- (the same, 1 to 500) → array of invites; all or none are made. It takes some milliseconds: whoever wants more lets the server go on between.
make_many = creation.make_many;

-- (username that the account must have, or nil; table to keep with the invite, or nil; seconds, or nil for the default) → invite
function create_account(username, additional_data, ttl)
	local reset_for = type(additional_data) == "table" and additional_data.allow_reset;
	if reset_for then return create_account_reset(reset_for, additional_data, ttl); end
	local name, code;
	if username ~= nil then
		name, code = arguments.username(username);
		if not name then return nil, code; end
	end
	return make { kind = "account"; username = name; data = additional_data; ttl = ttl };
end

-- (username of the account; additional_data or nil, or at once the ttl; ttl in seconds, or nil for invites_reset_expiry) → invite
function create_account_reset(username, additional_data, ttl)
	if additional_data ~= nil and type(additional_data) ~= "table" then
		additional_data, ttl = nil, additional_data;
	end
	local name, code = arguments.username(username);
	if not name then return nil, code; end
	return make { kind = "reset"; username = name; data = arguments.with(additional_data, "allow_reset", name); ttl = ttl };
end

-- (username of the inviter; may somebody without account register through it? additional_data; ttl) → invite
function create_contact(username, allow_registration, additional_data, ttl)
	local name, code = arguments.username(username);
	if not name then return nil, code; end
	return make { kind = allow_registration and "contact-account" or "contact"; inviter = name; data = additional_data; ttl = ttl };
end

-- (array of group ids; additional_data; ttl) → invite, for any number of accounts if a ttl is given, else for one
function create_group(group_ids, additional_data, ttl)
	if type(group_ids) ~= "table" or additional_data ~= nil and type(additional_data) ~= "table" then return nil, "data-invalid"; end
	return make { kind = "account"; data = arguments.with(additional_data, "groups", group_ids); ttl = ttl; uses = ttl and math.huge or nil };
end

-- API: looking at invites, and keeping them

list, info, stats, backup = management.list, management.info, management.stats, management.backup;
view = viewing.view;
revoke, revoke_all, extend, label = management.revoke, management.revoke_all, management.extend, management.label;
inviter, invitees, tree, visit_tree = lineage.inviter, lineage.invitees, lineage.tree, lineage.visit_tree;

-- For the command line: see api/import.lib.lua
import = require_once "api/import"(ask, ledger);

-- For the command line. () → were the invites of Prosody's own module taken over, or is it known that they must not be? Or nil, code
function imported()
	return ask(function () return ledger:imported(); end);
end

-- For the command line: nothing more is taken over from Prosody's own module by itself.
function mark_imported()
	return ask(function (_, now) return ledger:mark_imported(now); end);
end

-- () → how many servers use the database now, as far as can be seen: 0 for PostgreSQL
function servers() return ledger:servers(); end

-- () → { engine, version }, or nil, code, words of the database
function health() return ledger:health(); end

-- () → iterator of token (short id, where the token is not kept), invite: those that can be used and allow registration or a reset
function pending_account_invites()
	local page, at, cursor, last = {}, 0, nil, false;
	return function ()
		at = at + 1;
		while not page[at] and not last do
			page, cursor = list("pending", nil, cursor);
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
	local invite, code = info(token);
	if not invite then return nil, code; end
	if over[invite.state] then return nil, over[invite.state]; end
	if not invite.allow_registration then return nil, "token-invalid"; end
	return invite;
end

-- (token or short id) → true
function delete_account_invite(token) return revoke(token); end

-- API: using invites

get, present, claim, redeem = redemption.get, redemption.present, redemption.claim, redemption.redeem;
release, settle, spend, open_name = redemption.release, redemption.settle, redemption.spend, redemption.open_name;

-- (token) → true. For callers that know nothing of claims, and have made the account already.
function use(token)
	local validated, code = get(token);
	if not validated then return nil, code; end
	return validated:use();
end
