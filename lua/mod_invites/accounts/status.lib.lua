-- Facts about accounts, for the questions of the ledger. A fact that can't be had is "unknown", never a guess.

local modulemanager = require "core.modulemanager";
local storagemanager = require "core.storagemanager";
local usermanager = require "core.usermanager";
local sha256 = require "util.hashes".sha256;

local compat = require_once "invites_lib/compat";

local new_name = require_once "invites_core".input.new_name;

local accounts = {};

-- Prosody 13.0 makes an account in several writes, all within one request. What is disabled and was last written to later than
-- this many seconds after it was made, was complete once and has been disabled since.
local all_writes_within = 60;

-- Providers of Prosody that keep accounts in its own store: there, "no such account" and "the storage failed" can be told apart.
local reads_store = { internal_hashed = true; internal_plain = true };

-- Providers say "no such account" as false, nil, or nil with one of these; any other error is a failure.
local no_such_account = { "invalid username"; "not found"; "not%-found"; "no such"; "unknown user"; "n.t exist"; "not available" };

local function says_absent(err)
	if err == nil then return true; end
	local text = tostring(err):lower();
	for _, pattern in ipairs(no_such_account) do
		if text:find(pattern) then return true; end
	end
	return false;
end

local function filled(value)
	return value ~= nil and value ~= "";
end

-- (account as internal_hashed or internal_plain stores it) → a text that changes with the password; false where there is no password
local function credentials_of(data)
	if not filled(data.password) and not (filled(data.stored_key) and filled(data.server_key)) then return false; end
	local parts = {};
	for i, key in ipairs { "password"; "salt"; "iteration_count"; "stored_key"; "server_key" } do parts[i] = tostring(data[key] or ""); end
	return sha256(table.concat(parts, "\0"), true);
end

local store; -- opened when needed: under prosodyctl there is no storage yet while modules are loaded

-- account: { exists, enabled, credentials, created, updated, disabled_flag, disabled_meta }, with nil for what is not known
local function look_in_store(provider, username)
	store = store or module:open_store("accounts");
	local ok, data, err = pcall(store.get, store, username);
	if ok and err and not new_name(username) then return { exists = false }; end -- no file can have this name
	if not ok or err or data ~= nil and type(data) ~= "table" then
		module:log("warn", "Could not read the account %s: %s", username, ok and err or data);
		return {};
	elseif not data then
		return { exists = false };
	end
	return {
		exists = true;
		-- Where the provider has no way to enable an account (internal_plain of 13.0), the flag stays from creation and nobody looks at it.
		enabled = not (data.disabled and rawget(provider, "enable"));
		credentials = credentials_of(data);
		created = tonumber(data.created); updated = tonumber(data.updated);
		disabled_flag = data.disabled; disabled_meta = data.disabled_meta;
	};
end

-- Some providers say "no" also where they can't say (mod_auth_ldap, while the directory is away). Where their module has a look-up that tells why,
-- that is asked. (provider, username) → what kept it from answering, or nil
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
	local account = (reads_store[provider.name] and look_in_store or ask_provider)(provider, username);
	return account, provider;
end

-- (prepared username) → "active", "disabled", "absent" or "unknown"; when it was created, a text that changes with its password, each nil if unknown
function accounts.state(username)
	local account = look(username);
	if not account.exists then
		-- Somebody who is online has an account, as Prosody itself sees it.
		local sessions = prosody.hosts[module.host].sessions;
		if sessions and sessions[username] then return "active"; end
		return account.exists == false and "absent" or "unknown";
	end
	if account.enabled == nil then return "unknown"; end
	return account.enabled and "active" or "disabled", account.created, account.credentials or nil;
end

-- () → is an account that is said to be absent certainly not there? Other providers may be unable to look.
function accounts.knows_absence()
	local provider = usermanager.get_provider(module.host);
	return provider ~= nil and reads_store[provider.name] == true;
end

-- (prepared username) → a text that is another one once the name is another account's or the password has changed; nil where there is no account.
-- Where the provider tells neither, it stays the same.
function accounts.mark(username)
	local state, created, credentials = accounts.state(username);
	return state == "active" and ("%s %s"):format(created or "", credentials or "") or nil;
end

-- Was this account left in the middle of its creation? Only 13.0 can leave one, and what it leaves is disabled and dated.
local function half_made(account)
	if not account.disabled_flag or account.disabled_meta or not account.created then return false; end
	return not account.credentials or (account.updated or account.created) - account.created <= all_writes_within;
end

-- Without usermanager.delete_user: that announces "user-deleted" for what was never announced as registered, and mod_tombstones would
-- then refuse the name for ever.
local function remove(provider, username)
	module:log("info", "Removing the account %s, which an interrupted registration left incomplete", username);
	local ok, err = pcall(provider.delete_user, username);
	if ok then ok, err = pcall(storagemanager.purge, username, module.host); end
	if not ok then module:log("error", "Could not remove the incomplete account %s: %s", username, err); end
	return look(username).exists == false;
end

-- (prepared username, when the claim was taken) → "active": a complete account that the claim made; "absent": there is none, or
-- none any more; "unknown"
function accounts.of_claim(username, since)
	local account, provider = look(username);
	if account.exists == nil then return "unknown"; end
	if not account.exists then return "absent"; end
	if account.created and account.created < since then return "absent"; end
	if account.enabled and account.credentials ~= false then return "active"; end
	if half_made(account) then return remove(provider, username) and "absent" or "unknown"; end
	return account.credentials and "active" or "unknown";
end

-- Adds the answers to the ledger's questions to the facts. (facts, each by username: see ledger.lib.lua; array of { username, since: when that name
-- was claimed, if this is about a claim, right: true if it is about the right to invite, and with it about the account, privilege: true if it is
-- about what the name alone gives }; accounts/permissions.lib.lua) → how many answers were new
function accounts.answer(facts, questions, permissions)
	local news = 0;
	local function learn(known, username, fact)
		if fact == nil then return; end
		known[username] = fact;
		news = news + 1;
	end
	local function learn_standing(username)
		if facts.standing[username] ~= nil then return; end
		local standing, created, credentials = accounts.state(username);
		learn(facts.standing, username, standing);
		facts.created[username], facts.credentials[username] = created, credentials;
		facts.gone[username] = standing == "absent" and accounts.knows_absence();
	end
	for _, question in ipairs(questions) do
		local username = question.username;
		if question.permission and facts.permissions[username] == nil then
			learn_standing(username);
			learn(facts.permissions, username, permissions.may_invite(username, facts.standing[username]));
			-- "Nobody can say" is no answer to this. The ledger repeats its question, which ends it, with the reason among the facts.
			if facts.permissions[username] == nil then facts.standing[username] = "unknown"; end
		elseif question.privilege and facts.privileged[username] == nil then
			learn(facts.privileged, username, permissions.privileged(username));
			if facts.privileged[username] == nil then facts.standing[username] = "unknown"; end
		elseif question.since and facts.claims[username] == nil then
			learn(facts.claims, username, accounts.of_claim(username, question.since));
		elseif not question.permission and not question.privilege and not question.since then
			learn_standing(username);
			-- Asked next of a name that is free.
			if facts.standing[username] == "absent" and facts.privileged[username] == nil then
				learn(facts.privileged, username, permissions.privileged(username));
			end
		end
	end
	return news;
end

return accounts;
