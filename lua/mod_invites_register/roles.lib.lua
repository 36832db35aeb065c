-- The roles that an invite gives: a list with the primary role first (13.0), or a map role → true (invites made on 0.12).
-- An account has one primary and any number of secondary roles on 13.0, and an unordered set of roles on 0.12.

local usermanager = require "core.usermanager";

-- A map says nothing of order: the built-in roles come first, the most powerful first, as an account can have just one of them.
local rank = { ["prosody:operator"] = 1, ["prosody:admin"] = 2, ["prosody:member"] = 3, ["prosody:registered"] = 4, ["prosody:guest"] = 5 };

local function by_rank(a, b)
	local rank_a, rank_b = rank[a] or math.huge, rank[b] or math.huge;
	if rank_a ~= rank_b then return rank_a < rank_b; end
	return a < b;
end

local function known(role)
	if type(role) ~= "string" then return false; end
	if not usermanager.get_all_roles then return true; end -- on 0.12 any name is a role
	local all = usermanager.get_all_roles(module.host);
	return all and all[role] ~= nil;
end

-- (roles of an invite, or nil) → list of role names, primary first; nil, name if one does not exist here
local function list(roles)
	if roles ~= nil and type(roles) ~= "table" then return nil, tostring(roles); end
	local names = {};
	local is_list = roles and roles[1] ~= nil;
	for key, value in pairs(roles or {}) do
		local name = is_list and value or key;
		if not known(name) then return nil, tostring(name); end
		if is_list then
			names[key] = name;
		elseif value then
			names[#names + 1] = name;
		end
	end
	if not is_list then table.sort(names, by_rank); end
	return names;
end

-- (user name, roles of the invite, or nil) → true, or nil, error
local function give(username, roles)
	local names, unknown = list(roles);
	if not names then return nil, "no such role: "..unknown; end
	if not names[1] then return true; end

	if usermanager.set_roles then -- 0.12
		local set = {};
		for _, name in ipairs(names) do set[name] = true; end
		return usermanager.set_roles(username.."@"..module.host, module.host, set);
	end

	local current = usermanager.get_user_role(username, module.host);
	if not current or current.name ~= names[1] then
		local ok, err = usermanager.set_user_role(username, module.host, names[1]);
		if not ok then return nil, err; end
	end
	for i = 2, #names do
		local ok, err = usermanager.add_user_secondary_role(username, module.host, names[i]);
		if not ok then return nil, err; end
	end
	return true;
end

return { list = list, give = give };
