-- The roles that an invite gives: a list with the primary role first (13.0), or a map role → true (invites made on 0.12).
-- That the roles exist is checked by mod_invites, when the invite is made and when it is claimed.

local compat = require_once "invites_lib/compat";

-- A map says nothing of order: the built-in roles come first, the most powerful first, as an account can have just one of them.
local rank = { ["prosody:operator"] = 1, ["prosody:admin"] = 2, ["prosody:member"] = 3, ["prosody:registered"] = 4, ["prosody:guest"] = 5 };

local function by_rank(a, b)
	local rank_a, rank_b = rank[a] or math.huge, rank[b] or math.huge;
	if rank_a ~= rank_b then return rank_a < rank_b; end
	return a < b;
end

-- (additional_data of an invite, or nil) → list of role names, the primary one first
local function list(additional_data)
	local roles = additional_data and additional_data.roles;
	local names = {};
	if type(roles) ~= "table" then return names; end
	if roles[1] ~= nil then
		for i, name in ipairs(roles) do names[i] = name; end
		return names;
	end
	for name, given in pairs(roles) do
		if given and type(name) == "string" then table.insert(names, name); end
	end
	table.sort(names, by_rank);
	return names;
end

-- (user name, additional_data of the invite, or nil) → true, or nil, error. Throws for a role that does not exist.
local function give(username, additional_data)
	local names = list(additional_data);
	if not names[1] then return true; end
	return compat.give_roles(username, names);
end

return { give = give, list = list };
