-- Invites: create them, look at them, use them. The Rust library decides; this file is the API for other modules.
--
-- A function that fails returns nil and a code, which is a row of `refusals`. No function raises an error for odd arguments.

-- luacheck: ignore 131 (the functions without "local" are the API)

module:require "invites_lib/require_once";

if module.host == "*" then -- prosodyctl has loaded this only to find the command
	module.command = require_once "terminal/prosodyctl"(require_once "commands/commands");
	return;
end

local core = require_once "invites_core"; -- first: without it nothing may be half done
local accounts = require_once "accounts/status";
local compat = require_once "invites_lib/compat";
local option = require_once "invites_config/option";
local permissions = require_once "accounts/permissions";
local in_background = require_once "jobs/background";
local prepared = require_once "api/username";
local ledger = require_once "ledger";
local creation = require_once "api/create";
local management = require_once "api/manage";
local redemption = require_once "api/redeem";

local ask = ledger.ask;

local page_template, set_landing_page = option "invites_page", require_once "invites_lib/url".landing_page;
module:hook("invite-created", function (invite) set_landing_page(page_template, invite); end, -1);

if option "invites_notify_inviter" then
	module:hook("invite-redeemed", require_once "events/notify_inviter");
end

local maintenance = require_once "jobs/maintenance";

local follow_ups = require_once "jobs/follow_ups";
module:hook("invite-redeemed", function (event)
	if event.has_follow_ups then follow_ups.start(); end
end);

-- (verb of the ledger, global event about an account) → did the ledger take it? Events about other hosts are ignored.
local function told(verb, event)
	if type(event) ~= "table" or event.host ~= module.host or type(event.username) ~= "string" then return false; end
	return ask(verb, event.username);
end

-- Prosody is in the middle of something: it must not wait.
module:hook_global("user-deleted", function (event)
	in_background(function ()
		if told("account_ended", event) then maintenance.tidy(); end
	end);
end);

-- The server does not learn that prosodyctl has deleted an account. The next account of that name must not get its invites. With an invite, the
-- ledger does that at the claim, if it is certain then that there is no account. This hook runs before mod_invites_register redeems (1000).
module:hook("user-registered", function (event)
	local session = event.session;
	if type(event.username) ~= "string" then return; end
	local is_invited = event.validated_invite or session and session.validated_invite;
	if not is_invited or not accounts.knows_absence() then
		ask("account_began", event.username);
		maintenance.tidy();
	end
end, 1001);

module:hook_global("user-password-changed", function (event)
	in_background(function () told("password_changed", event); end);
end);

require_once "events/metrics".watch_pending(management.stats);
compat.add_shell_commands(require_once "terminal/shell"(require_once "commands/commands"));

function module.unload()
	follow_ups.stop();
	require_once "jobs/webhooks".stop();
	ledger.close();
end

-- API: for other files of the suite

-- code → { type and condition of the stanza error, status of HTTP, text for people, `owner_text` for those who may know more, or nil }
refusals = core.refusals();
-- ("token", "API key" or "password"; address as text): says in the log that it was wrong
wrong = require_once "events/failed_attempts";
rate_limit = require_once "rate_limit";

-- (text; "svg", "terminal", or "light-on-dark" for a terminal that gets no colours) → the text as a QR code
qr = core.qr;
-- Reading texts from outside in linear time: { line(text, most characters) → line without spaces around it; fields(form or query) → name → value;
-- lines(JSON array) → array of lines with one object each; new_name(prepared username) → true if such an account is possible; each of them may
-- refuse; clean(text, most characters) → text that can be shown }
input = core.input;
-- texts for people in their language: see i18n.lib.lua
i18n = require_once "i18n";
-- (username) → boolean: may this user, whose account is enabled, invite people to register?
function may_invite(username)
	local name = prepared(username);
	return name and permissions.may_invite(name) == true or false;
end
-- (username) → boolean: would this name give power to whoever registers it? True if that can't be found out; false if nobody can register it.
function is_privileged(username)
	local name = prepared(username);
	return name and input.new_name(name) == true and permissions.privileged(name) ~= false or false;
end
-- Rooms that invites lead to: { names(array of rooms) → array of their names; offers(username) → array of { id = bare JID, name } }
rooms = require_once "rooms/rooms";
-- (JID, or username of this host) → boolean
is_admin = permissions.is_admin;
-- (JID, or username of this host; role) → boolean: is that role not above their own?
may_grant = permissions.may_grant;

-- API: making invites (api/create.lib.lua)

-- ({ kind = "account", "contact", "contact-account" or "reset";
--    username = bound name (account), or name of the account (reset); inviter = future contact (contact kinds, account);
--    creator = local user, the inviter if nil; authority = "user" if the creator's permission and quotas count;
--    grantor = JID whose power limits the roles, for creators who have more power at the moment than by themselves;
--    uses = number, math.huge until it expires, once if nil; ttl = seconds, math.huge for ever, as configured if nil;
--    data = additional_data, with a note, a message (500 characters, shown on the page and sent to a new account), or the invitee: the JID of the one
--    person who may use a contact invite }) → invite
-- A contact-account invite on a user's authority becomes a contact invite if the permission or the quota is missing.
make = creation.make;
-- (the same, 1 to 500) → array of invites; all or none are created. 500 take some milliseconds: callers who want more should yield in between.
-- If they are printed on one sheet, data.sheet = { id, title or nil, of = number of cards, number = that of the first of these }.
make_many = creation.make_many;
create_account, create_account_reset = creation.create_account, creation.create_account_reset;
create_contact, create_group = creation.create_contact, creation.create_group;

-- API: lists, changes, the tree (api/manage.lib.lua)

list, info, stats, backup, import = management.list, management.info, management.stats, management.backup, management.import;
revoke, revoke_all, extend, label = management.revoke, management.revoke_all, management.extend, management.label;
revoke_sheet, room = management.revoke_sheet, management.room;
tree, visit_tree, is_present = management.tree, management.visit_tree, management.is_present;
pending_account_invites, get_account_invite_info = management.pending_account_invites, management.get_account_invite_info;

-- (token or short id) → true
function delete_account_invite(token) return revoke(token); end

-- For the command line. () → has the import from Prosody's own module been done, or ruled out? Or nil, code
function imported() return ask("imported"); end

-- For the command line: rules out a further automatic import from Prosody's own module.
function mark_imported() return ask("mark_imported"); end

-- For the command line: removes invites and all that is known of accounts, as if they had never been. (array of tokens, array of usernames)
-- → number of invites that were there
function erase(tokens, usernames) return ask("erase", tokens, usernames); end

-- () → { full, deep } (src/lua/handle/manage.rs): the chains of invites that are at a limit
function reached_limits() return ask "reached_limits"; end

-- () → number of servers on the database, as far as that is known: 0 for PostgreSQL
function servers() return ledger.call "servers"; end

-- () → { used, others, problems, is_confirmed } of a database that can be at several servers, else nil
function replication() return (ledger.call "replication"); end

-- () → { engine, version }, or nil, code, message of the database
function health() return ledger.call "health"; end

-- For mod_invites_api (api/http.lib.lua, and make_for of api/create.lib.lua)
http = require_once "api/http";
http.create = creation.make_for;

-- API: using invites (api/redeem.lib.lua)

get, view, present, use = redemption.get, redemption.view, redemption.present, redemption.use;
claim, redeem, release, settle = redemption.claim, redemption.redeem, redemption.release, redemption.settle;
may_claim = redemption.may_claim;
spend, open_name = redemption.spend, redemption.open_name;
