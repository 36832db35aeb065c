-- Who invited whom: the command tree USER@HOST.

local format = require_once "commands/format";

local tree = {};

-- (mod_invites of the host, username) → is it certain that there is no such account, and never was one in the ledger? Or nil, code
function tree.is_stranger(invites, username)
	local accounts, code = invites.tree(username, 1);
	if not accounts then return nil, code; end
	return not accounts[1] and invites.require_once "accounts/status".state(username) == "absent";
end

function tree.tree(invites, out, request)
	local put, below, known, heard = nil, 0, false, true;
	local done, code = invites.visit_tree(request.username, function (account)
		put = put or request.json and format.array(out);
		known = true;
		if account.depth > 0 then below = below + 1; end
		if put then put(account.member:json(account.depth)); else out.write(account.member:line(account.depth)); end
		heard = out.yield();
		return heard;
	end);
	if not done then return nil, code; end
	if not heard then return nil, "nobody-reads"; end
	if not known and tree.is_stranger(invites, request.username) then return nil, "account-not-found"; end
	if request.json then (put or format.array(out))(nil); end
	return true, ("%s came through %s"):format(format.count(below, "account"), request.username);
end

return tree;
