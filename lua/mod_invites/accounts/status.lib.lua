-- Facts about accounts, which the ledger asks for. A fact that can't be found out is "unknown", never a guess.

local modulemanager = require "core.modulemanager";
local storagemanager = require "core.storagemanager";
local usermanager = require "core.usermanager";

local compat = require_once "invites_lib/compat";
local core = require_once "invites_core";

local accounts = {};

-- Providers of Prosody that keep accounts in its own store. There, "no such account" and a failure of the storage can be told apart.
local reads_store = { internal_hashed = true; internal_plain = true };

-- Providers say "no such account" as false, nil, or nil with one of these; any other error is a failure.
local no_such_account = { "invalid username"; "not found"; "not%-found"; "no such"; "unknown user"; "n.t exist"; "not available" };

local function says_absent(err)
	local text = tostring(err):lower();
	for _, pattern in ipairs(no_such_account) do
		if text:find(pattern) then return true; end
	end
	return err == nil;
end

local store; -- opened when needed: under prosodyctl there is no storage yet while modules are loaded

-- account: { exists, enabled, credentials, created, is_half_made }, where nil is unknown
local function look_in_store(provider, username)
	store = store or module:open_store("accounts");
	local ok, data, err = pcall(store.get, store, username);
	if ok and err and not core.input.new_name(username) then return { exists = false }; end -- no file can have this name
	if not ok or err or data ~= nil and type(data) ~= "table" then
		module:log("warn", "Could not read the account %s: %s", username, ok and err or data);
		return {};
	elseif not data then
		return { exists = false };
	end
	local account = core.account(data);
	account.exists = true;
	-- If the provider can't enable an account (internal_plain of 13.0), the flag stays from creation and means nothing.
	account.enabled = not (data.disabled and rawget(provider, "enable"));
	return account;
end

-- Some providers also say "no" when they can't say (mod_auth_ldap, while the directory is away). If their module has a look-up that tells why, that
-- is asked. (provider, username) → what kept it from answering, or nil
local function why_no_answer(provider, username)
	local auth = modulemanager.get_module(module.host, "auth_"..tostring(provider.name));
	local look_up = auth and rawget(auth, "get_user");
	if type(look_up) ~= "function" then return nil; end
	local ok, found, err = pcall(look_up, username);
	if not ok then return found; end
	return not found and not says_absent(err) and err or nil;
end

local function ask_provider(provider, username)
	local ok, exists, err = pcall(provider.user_exists, username);
	if ok and not exists and err == nil then err = why_no_answer(provider, username); end
	if not ok or not exists and not says_absent(err) then
		module:log("warn", "Could not look up the account %s: %s", username, ok and err or exists);
		return {};
	elseif not exists then
		return { exists = false };
	end
	return { exists = true; enabled = compat.is_enabled(username); created = compat.created(username) };
end

local function look(username)
	local provider = usermanager.get_provider(module.host);
	if not provider then return {}, nil; end
	return (reads_store[provider.name] and look_in_store or ask_provider)(provider, username), provider;
end

-- (prepared username) → "active", "disabled", "absent" or "unknown"; its creation time, and a text that changes with its password, or nil
function accounts.state(username)
	local account = look(username);
	if not account.exists then
		-- A user who is online has an account, as Prosody itself sees it.
		local sessions = prosody.hosts[module.host].sessions;
		if sessions and sessions[username] then return "active"; end
		return account.exists == false and "absent" or "unknown";
	end
	if account.enabled == nil then return "unknown"; end
	return account.enabled and "active" or "disabled", account.created, account.credentials or nil;
end

-- () → is "absent" certain? Other providers may be unable to look.
function accounts.knows_absence()
	local provider = usermanager.get_provider(module.host);
	return provider ~= nil and reads_store[provider.name] == true;
end

-- (prepared username) → a text that changes with the account and its password; nil if there is no account. It stays the same if the provider tells
-- neither.
function accounts.mark(username)
	local state, created, credentials = accounts.state(username);
	return state == "active" and ("%s %s"):format(created or "", credentials or "") or nil;
end

-- Not by usermanager.delete_user: that fires "user-deleted" for an account that was never announced, and mod_tombstones would then refuse the name.
local function remove(provider, username)
	module:log("info", "Removing the account %s, which an interrupted registration left incomplete", username);
	local ok, err = pcall(provider.delete_user, username);
	if ok then ok, err = pcall(storagemanager.purge, username, module.host); end
	if not ok then module:log("error", "Could not remove the incomplete account %s: %s", username, err); end
	return look(username).exists == false;
end

-- (prepared username, time of the claim) → "active": the claim made a complete account; "absent": there is none, or none any more; "unknown"
function accounts.of_claim(username, since)
	local account, provider = look(username);
	if account.exists == nil then return "unknown"; end
	if not account.exists or account.created and account.created < since then return "absent"; end
	if account.enabled and account.credentials ~= false then return "active"; end
	if account.is_half_made then return remove(provider, username) and "absent" or "unknown"; end
	return account.credentials and "active" or "unknown";
end

-- Answers the ledger's questions. (earlier questions with their answers; array of { username, subject = "account", "permission" (with the account),
-- "privilege" (of the name), or "claim"; since = time of the claim }; accounts/permissions.lib.lua) → the first array with the others appended, in
-- which the facts are filled in: see src/lua/arguments/mod.rs
function accounts.answer(facts, questions, permissions)
	for _, question in ipairs(questions) do
		local username, subject = question.username, question.subject;
		if subject == "claim" then
			question.status = accounts.of_claim(username, question.since);
		elseif subject ~= "privilege" then
			question.status, question.created, question.credentials = accounts.state(username);
			question.gone = question.status == "absent" and accounts.knows_absence();
		end
		if subject == "permission" then question.permission = permissions.may_invite(username, question.status); end
		-- The next question about a free name.
		if subject == "privilege" or subject == "account" and question.status == "absent" then question.privilege = permissions.privileged(username); end
		table.insert(facts, question);
	end
	return facts;
end

return accounts;
