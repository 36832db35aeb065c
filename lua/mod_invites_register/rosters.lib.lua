-- Roster items of this server's accounts, each changed in one write.

local rostermanager = require "core.rostermanager";
local split_jid = require "util.jid".split;

-- (bare JID of the account, that of the contact, function that changes the item) → true, or nil, error: then the roster is unchanged
local function change(account, jid, f)
	local username, host = split_jid(account);
	local roster, err = rostermanager.load_roster(username, host);
	if err then return nil, err; end
	local pending = roster[false].pending;
	local old_item, old_request = roster[jid], pending[jid];

	local item = { subscription = "none", groups = {} };
	for key, value in pairs(old_item or {}) do item[key] = value; end
	f(item);
	roster[jid], pending[jid] = item, nil;

	local ok;
	ok, err = rostermanager.save_roster(username, host, roster, jid);
	if not ok then
		roster[jid], pending[jid] = old_item, old_request;
		return nil, err or "the roster was not stored";
	end
	rostermanager.roster_push(username, host, jid); -- to the clients that are online
	return true;
end

local function both(item) item.subscription, item.ask = "both", nil; end

-- (bare JIDs of two accounts of this server) → true, or nil, error: they become contacts of each other, and no request stays open between them
local function befriend(account, other)
	local ok, err = change(account, other, both);
	if not ok then return nil, err; end
	return change(other, account, both);
end

-- (username, JID of the contact) → is there something to approve: can the roster be read, and does the contact not see the user yet?
local function can_approve(username, jid)
	local roster, err = rostermanager.load_roster(username, module.host);
	local item = roster[jid];
	return not err and not (item and (item.subscription == "from" or item.subscription == "both"));
end

-- (username, host, bare JID of the contact) → boolean: do they see each other?
local function is_both(username, host, jid)
	local roster, err = rostermanager.load_roster(username, host);
	return not err and roster[jid] ~= nil and roster[jid].subscription == "both";
end

-- (username, JID of the contact) → boolean: must the user's own request be sent now? Or nil, error
-- Lets the contact see the user, and notes that the user asks for the same.
local function approve(username, jid)
	local ask = false;
	local ok, err = change(username.."@"..module.host, jid, function (item)
		if item.subscription == "to" then
			item.subscription = "both";
		elseif item.subscription == "none" then
			item.subscription = "from";
			ask = not item.ask;
			item.ask = "subscribe";
		end
	end);
	if not ok then return nil, err; end
	return ask;
end

return { approve = approve, befriend = befriend, can_approve = can_approve; is_both = is_both };
