-- Tells admins which limit of a tree is reached, so that people have to wait (options `invites_tree_accounts`, `invites_tree_depth`).
--
-- Both are function ({ account, id }, function that lets the server do other things) → true.

local permissions = require_once "accounts/permissions";
local option = require_once "invites_config/option";
local send = require_once "events/notice";

local function tell_admins(to_do, text, rest)
	for _, admin in ipairs(permissions.admins(rest)) do
		send(admin, text, { address = to_do.account }, nil, to_do.id);
	end
	return true;
end

local limits = {};

function limits.full(to_do, rest)
	module:log("warn", "%s accounts have joined below %s lately, so further ones have to wait (invites_tree_accounts)",
		option "invites_tree_accounts", to_do.account);
	return tell_admins(to_do, "notice-tree-full", rest);
end

function limits.deep(to_do, rest)
	module:log("warn", "Below %s, the last of %s generations has joined lately, so its invites have to wait (invites_tree_depth)",
		to_do.account, option "invites_tree_depth");
	return tell_admins(to_do, "notice-tree-deep", rest);
end

return limits;
