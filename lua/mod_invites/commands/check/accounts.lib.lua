-- Part of the command check: the accounts that invites are about. Can they be made here, by whom else, and who are the admins?

local admins = require_once "accounts/admins";
local provider = require_once "invites_lib/provider";

-- Community modules that get in the way. What a module refuses when Prosody asks who may register (user-registering) is the admin's wish.
local neighbours = {
	{ "easy_invite", "it answers to tokens with invites of its own" };
	{ "invite", "it makes accounts through invites of its own" };
	{ "pars", "it answers to tokens with invites of its own" };
	{ "register_json", "it makes accounts without an invite" };
	{ "register_oob_url", "it sends people to a web page, also those whose client shows an invite" };
	{ "register_redirect", "it sends people to a web page, also those whose client shows an invite" };
};

local function look_at_provider(report, host)
	local name = host.option "authentication";
	if not provider.creates(host.name) then
		report.to_do("Accounts: authentication = %q makes no accounts, so nobody can register", name);
	elseif not provider.sets_passwords(host.name) then
		report.to_do("Accounts: authentication = %q sets no passwords, so invites to reset one don't work", name);
	end
end

local function look_at_neighbours(report, host)
	for _, row in ipairs(neighbours) do
		local name, why = row[1], row[2];
		if host.has(name) then report.to_do("Neighbours: take \"%s\" out of modules_enabled: %s", name, why); end
	end
end

-- An admin's account that is not there yet is a prize for whoever registers its name.
local function look_for_admins(report, invites, host)
	local accounts, missing = invites.require_once "accounts/status", {};
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
	look_at_provider(report, host);
	look_at_neighbours(report, host);
	if invites then look_for_admins(report, invites, host); end
end
