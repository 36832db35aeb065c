-- What selftests make, which has to go again, also after one of them was killed. Before a run makes anything, it notes in a store of Prosody's
-- which names it is going to use; and each token before its invite is stored.
--
-- Returns { begin = function (run, array of usernames) → true, or nil, error: the invites that are made from now on belong to that run;
-- clean = function (mod_invites, run, can no account come any more?) → how many accounts and invites were removed, error or nil;
-- clean_old = function (mod_invites) → the same, of all runs that were killed }

local getpid = require "util.pposix".getpid;
local kill = require "util.signal".kill;

local usermanager = require "core.usermanager";

local store = module:open_store("invites_selftest");
local longest_run = 600; -- seconds; a process with this id is another one then

local leftovers = {};
local current; -- { run, record }

function leftovers.begin(run, names)
	current = { run = run; record = { pid = getpid(); started = os.time(); names = names; tokens = {} } };
	return store:set(run, current.record);
end

-- Whoever is called last sees what is going to be stored. An error keeps the invite from being made.
module:hook("invite-created", function (invite)
	if not current then return; end
	table.insert(current.record.tokens, invite.token);
	assert(store:set(current.run, current.record));
end, -1000);

-- (username) → was there such an account?; error
local function delete_account(username)
	if not usermanager.user_exists(username, module.host) then return false; end
	local ok, err = usermanager.delete_user(username, module.host);
	if usermanager.user_exists(username, module.host) then return false, ("%s is still there (%s)"):format(username, tostring(err)); end
	return true, not ok and err or nil;
end

function leftovers.clean(invites, run, is_over)
	local record, accounts, failure = store:get(run), 0, nil;
	if not record then return 0, 0; end
	for _, username in ipairs(record.names) do
		local was_there, err = delete_account(username);
		accounts, failure = accounts + (was_there and 1 or 0), failure or err;
	end
	local erased, code = invites.erase(record.tokens, record.names);
	failure = failure or not erased and code or nil;
	if is_over and not failure then
		local ok, err = store:set(run, nil);
		failure = not ok and tostring(err) or nil;
	end
	return accounts, erased or 0, failure;
end

local function is_alive(record)
	return os.time() - record.started < longest_run and kill(record.pid, 0) == 0;
end

function leftovers.clean_old(invites)
	local killed, accounts, erased, failure = {}, 0, 0, nil;
	for run in store:users() do
		local record = store:get(run);
		if record and not is_alive(record) then table.insert(killed, run); end
	end
	for _, run in ipairs(killed) do
		local some_accounts, some_invites, err = leftovers.clean(invites, run, true);
		accounts, erased, failure = accounts + some_accounts, erased + some_invites, failure or err;
	end
	return accounts, erased, failure;
end

return leftovers;
