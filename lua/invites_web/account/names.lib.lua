-- Usernames that somebody would like to have: what is wrong with them, and which others are free.

local nodeprep = require "util.encodings".stringprep.nodeprep;

local invites = module:depends "invites";
local web = require_once "invites_core".web;

local most_suggestions = 3;

local names = {};

-- (values of a form, invite) → the name that is asked for, or nil: it can't be one
function names.wanted(fields, invite)
	return invite.username or web.wanted_name(fields.user or "", module.host);
end

-- (name that is asked for, or nil; invite) → id of the text that says what is wrong or nil, prepared name or nil
function names.problem(wanted, invite)
	local prepared = wanted and nodeprep(wanted, true) or nil;
	return web.name_problem(wanted, prepared, invite.kind ~= "reset"), prepared;
end

-- (invite that view has just returned, prepared name) → nil: a registration would get it; or code
function names.obstacle(invite, prepared)
	local may, code = invites.may_claim(invite, prepared);
	return not may and code or nil;
end

-- (invite as above, text that does not fit or is taken) → array of free names, or nil. The number of look-ups is bounded.
function names.suggest(invite, typed)
	if invite.username then return nil; end
	local found = {};
	for _, name in ipairs(web.name_suggestions(typed)) do
		local problem, prepared = names.problem(name, invite);
		if not problem and not names.obstacle(invite, prepared) then table.insert(found, prepared); end
		if #found == most_suggestions then break; end
	end
	return found[1] and found or nil;
end

return names;
