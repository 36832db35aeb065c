-- Part of the command check: the accounts that invites are about. Can they be made here, and who are the admins?

local admins = module:require "admins";

-- An admin's account that is not there yet is a prize for whoever registers its name.
local function look_for_admins(report, invites, host)
	local accounts, missing = invites.module:require "accounts", {};
	for username in pairs(admins(host.name)) do
		if accounts.state(username) == "absent" then table.insert(missing, username); end
	end
	table.sort(missing);
	for _, username in ipairs(missing) do
		report.to_do("Admins: %s@%s has no account: make it (prosodyctl mod_invites create_account %s@%s), or take it out of admins",
			username, host.name, username, host.name);
	end
end

return function (report, invites, host)
	if invites then look_for_admins(report, invites, host); end
end
