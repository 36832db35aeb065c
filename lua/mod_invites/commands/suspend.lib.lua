-- The commands suspend and unsuspend: a user and all who joined through them are disabled for a while, and enabled again.
--
-- Whom a suspension has disabled is noted in their accounts, and nowhere else (accounts/suspension). So both commands may be killed at any moment:
-- what they have done is known, and they go on from there when they are given again.

local suspension = require_once "accounts/suspension";
local format = require_once "commands/format";
local need = require_once "commands/need";
local tell_server = require_once "terminal/server";

local days_to_undo = 7;

local suspend = {};

-- (Unix seconds, or -N for N seconds ago; nil for ever) → Unix seconds
local function second(since) return since and since < 0 and os.time() + since or since or 0; end

-- (mod_invites of the host; out; username; with those below who joined since this second, or nil: without them; of a name that several accounts had,
-- one after the other, only with what is below the present one?) → array of { username, line, member or nil }: the user first
local function accounts_of(invites, out, username, since, of_present)
	local found, is_meant = { { username = username } }, false;
	need(invites.visit_tree(username, function (account)
		if account.depth == 0 then
			is_meant = not of_present or not account.left;
			if not account.left then found[1].line = account.member:line(0); end
		elseif is_meant and since and not account.left and account.joined >= since then
			table.insert(found, { username = account.username; line = account.member:line(account.depth); member = account.member });
		end
		need(out.yield(), "nobody-reads");
	end));
	return found;
end

-- (out; array of accounts; is it only to be shown? event that the server is told of; function (account, is it only to be shown?) → what became of it,
-- has the server to be told?) → map what became of accounts → how many
local function each(out, accounts, is_dry, event, change)
	local counts, server = setmetatable({}, { __index = function () return 0; end }), tell_server(out, event);
	for i, account in ipairs(accounts) do
		local outcome, is_news = change(account, is_dry);
		counts[outcome] = counts[outcome] + 1;
		if outcome == "done" and is_dry then out.write(account.line or account.username); end
		if outcome == "failed" then out.aside(("%s: this account could not be looked up or written"):format(account.username)); end
		if is_news and not is_dry then server.tell(account.username); end
		if not is_dry then out.progress(i, #accounts, "accounts"); end
		need(out.yield() or not is_dry, "nobody-reads");
	end
	server.done();
	return counts;
end

-- (map; array of { what became of accounts, words }) → words in brackets about those that there are, or ""
local function apart_from(counts, rows)
	local parts = {};
	for _, row in ipairs(rows) do
		if counts[row[1]] > 0 then table.insert(parts, ("%d %s"):format(counts[row[1]], row[2])); end
	end
	return #parts > 0 and (" (%s)"):format(table.concat(parts, ", ")) or "";
end

-- (number, words that end the sentence, counts) → true, text; or nil, text if accounts could not be read or written
local function answer(counts, text)
	if counts.failed == 0 then return true, text; end
	return nil, ("%s; %s could not be looked up or written. Give the command again"):format(text, format.count(counts.failed, "account"));
end

function suspend.suspend(invites, out, request)
	local username = request.username;
	need(suspension.is_possible(), ("accounts of %s can't be disabled, so nothing was changed: that takes Prosody 13.0 with "
		.."authentication = \"internal_hashed\". To end their invites: revoke %s --by %s --subtree"):format(request.host, request.host, username));
	local status, permissions = invites.require_once "accounts/status", invites.require_once "accounts/permissions";
	local state = status.state(username);
	local accounts = accounts_of(invites, out, username, request.subtree and second(request.since), state ~= "absent");
	need(state ~= "absent" or #accounts > 1, "account-not-found");
	local counts = each(out, accounts, request.dry_run, "user-disabled", function (account, is_dry)
		local is_same, code = true, nil;
		if account.member then is_same, code = invites.is_present(account.member); end
		if code then return "failed"; end
		state = is_same and status.state(account.username) or "absent";
		if state == "unknown" then return "failed"; end
		if state == "absent" then return "gone"; end
		if state == "disabled" then
			local is_ours = suspension.of(account.username, username) ~= nil;
			return is_ours and "ours" or "others", is_ours;
		end
		if account.member and permissions.may_be_admin(account.username) then return "admin"; end
		if is_dry or suspension.disable(account.username, username) then return "done", true; end
		return "failed";
	end);
	local what = request.dry_run and "would be suspended" or "suspended";
	return answer(counts, ("%s %s%s"):format(format.count(counts.done, "account"), what, apart_from(counts, {
		{ "ours", "suspended before" }; { "others", "disabled otherwise" }; { "admin", "left out, as admins" };
	})));
end

function suspend.unsuspend(invites, out, request)
	local username = request.username;
	need(suspension.is_possible(), ("accounts of %s can't be disabled, so none is suspended"):format(request.host));
	local since = os.time() - days_to_undo * 86400;
	local counts = each(out, accounts_of(invites, out, username, 0, false), request.dry_run, "user-enabled", function (account, is_dry)
		local at, err = suspension.of(account.username, username);
		if err then return "failed"; end
		if not at then return "others"; end
		if at < since then return "late"; end
		if is_dry or suspension.enable(account.username) then return "done", true; end
		return "failed";
	end);
	need(counts.done + counts.late + counts.failed > 0, ("no account is suspended with %s"):format(username));
	local what = request.dry_run and "would be enabled again" or "enabled again";
	return answer(counts, ("%s %s%s"):format(format.count(counts.done, "account"), what, apart_from(counts, {
		{ "late", ("suspended more than %d days ago, which stay so"):format(days_to_undo) };
	})));
end

return suspend;
