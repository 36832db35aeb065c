-- Who invited whom: the command tree USER@HOST.

local record = module:require "record";

local family = {};

local most = 100000; -- accounts in one answer

-- Could this account have invited the other one? A name that was deleted and made again is two accounts.
local function may_be_parent(parent, child)
	return parent.depth == child.depth - 1 and parent.username == child.inviter
		and parent.joined <= child.joined and (not parent.left or parent.left >= child.joined);
end

-- (array of accounts, those nearest to the top first) → array of the same, each followed by those who came through it
local function by_branch(accounts)
	local invited, of_depth = {}, {};
	for _, account in ipairs(accounts) do
		invited[account] = {};
		of_depth[account.depth] = of_depth[account.depth] or {};
		local namesakes = of_depth[account.depth];
		namesakes[account.username] = namesakes[account.username] or {};
		table.insert(namesakes[account.username], account);
		local above = (of_depth[account.depth - 1] or {})[account.inviter or ""] or {};
		local parent = above[1];
		for _, candidate in ipairs(above) do
			if may_be_parent(candidate, account) then parent = candidate; end
		end
		if parent then table.insert(invited[parent], account); end
	end
	local ordered = {};
	local function add(account)
		table.insert(ordered, account);
		for _, child in ipairs(invited[account]) do add(child); end
	end
	for _, account in ipairs(accounts) do
		if account.depth == 0 then add(account); end
	end
	return ordered;
end

local function date(seconds)
	return record.date(seconds, "%Y-%m-%d");
end

local function line_of(account)
	local words = ("  "):rep(account.depth)..account.username;
	if account.depth == 0 and account.inviter then words = words..", invited by "..account.inviter; end
	words = words..", since "..date(account.joined);
	return account.left and words..", deleted "..date(account.left) or words;
end

-- The fields in JSON, in this order
local fields = {
	{ "depth", function (account) return account.depth; end };
	{ "username", function (account) return account.username; end };
	{ "inviter", function (account) return account.inviter; end };
	{ "joined_at", function (account) return account.joined; end };
	{ "left_at", function (account) return account.left; end };
};

-- The command
function family.run(invites, out, arg, flags)
	if not arg.username then return nil, "give the JID of a user"; end
	local accounts, code = invites.tree(arg.username, most);
	if not accounts then return nil, code; end
	local put = flags.json and record.array(out);
	local below = 0;
	for _, account in ipairs(by_branch(accounts)) do
		if account.depth > 0 then below = below + 1; end
		if put then put(record.object(fields, account)); else out.print(line_of(account)); end
		if not out.breathe() then return nil, "nobody-reads"; end
	end
	if put then put(nil); end
	if #accounts == most then return nil, ("there are more than these %d accounts"):format(most); end
	return true, ("%s came through %s"):format(record.count(below, "account"), arg.username);
end

return family;
