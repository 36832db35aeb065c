-- Making invites: one, or many in one go.
--
-- Returns function (ask, ledger, rights, steps) → { make, make_many }.

local arguments = module:require "arguments";
local roles = module:require "roles";

local most_at_once = 500; -- what takes a few milliseconds: the server waits meanwhile

-- What each kind is about.
local needs = { account = {}; contact = { inviter = true }; ["contact-account"] = { inviter = true }; reset = { username = true } };
local excludes = { account = {}; contact = { username = true }; ["contact-account"] = { username = true }; reset = { inviter = true } };

-- (spec as the API takes it) → wish for the ledger, or nil, code
local function read(spec)
	if type(spec) ~= "table" or not needs[spec.kind] then return nil, "data-invalid"; end
	local wish = { kind = spec.kind; own_right = spec.own_right == true; uses = spec.uses; ttl = spec.ttl; data = spec.data };
	for _, key in ipairs { "username"; "inviter"; "maker" } do
		if spec[key] ~= nil then
			local name, code = arguments.username(spec[key]);
			if not name then return nil, code; end
			if excludes[spec.kind][key] then return nil, "data-invalid"; end
			wish[key] = name;
		elseif needs[spec.kind][key] then
			return nil, "username-invalid";
		end
	end
	return wish;
end

return function (ask, ledger, rights, steps)
	-- (data of an invite; JID or username of who makes it) → may they give away what it gives: roles, and membership of groups?
	local function may_give(data, who)
		local groups = type(data) == "table" and data.groups;
		if groups and (type(groups) ~= "table" or next(groups) ~= nil) and not rights.is_admin(who) then return false; end
		return roles.all(data, function (role) return rights.may_grant(who, role); end);
	end

	-- (spec) → wish, or nil, code
	local function prepare(spec)
		local wish, code = read(spec);
		if not wish then return nil, code; end
		if not roles.exist(wish.data) then return nil, "data-invalid"; end
		if wish.own_right and not may_give(wish.data, wish.maker or wish.inviter) then return nil, "not-allowed"; end
		if spec.grantor ~= nil and not may_give(wish.data, spec.grantor) then return nil, "not-allowed"; end
		return wish;
	end

	-- (wish) → invite, draft; or nil, code
	local function draft(wish)
		local invite, drafted, words = ask(function (facts, now) return ledger:draft(wish, facts, now); end);
		if not invite then
			module:log("debug", "No invite was made: %s", words or drafted);
			return nil, drafted;
		end
		-- Whoever is asked here may change the invite, so it is stored afterwards, as they leave it.
		local ok, err = pcall(module.fire_event, module, "invite-created", invite);
		if not ok then
			module:log("error", "A module failed on a new invite, which was not made therefore: %s", err);
			return nil, "internal-server-error";
		end
		return invite, drafted;
	end

	-- (wish, count) → array of invites, or nil, code. All or none.
	local function write(wish, count)
		local invites, drafts = {}, {};
		for i = 1, count do
			local invite, drafted = draft(wish);
			if not invite then return nil, drafted; end
			invites[i], drafts[i] = invite, drafted;
		end
		local stored, code = ask(function (_, now) return ledger:create(drafts, invites, now); end);
		if not stored then return nil, code; end
		return invites;
	end

	-- (spec, count) → array of invites, or nil, code
	local function make_many(spec, count)
		if not arguments.is_count(count, most_at_once) then return nil, "data-invalid"; end
		local wish, code = prepare(spec);
		if wish and wish.own_right and count > 1 then return nil, "data-invalid"; end -- a quota may allow some of them
		local invites;
		if wish then
			invites, code = write(wish, count);
			-- Somebody made the last one that the quota allows between draft and transaction. What is drafted now is an invite without registration.
			if not invites and code:find("^quota") and wish.kind == "contact-account" then
				invites, code = write(wish, count);
			end
		end
		if not invites then return steps.refused("make", code); end
		steps.made(invites);
		return invites;
	end

	-- (spec) → invite, or nil, code
	local function make(spec)
		local invites, code = make_many(spec, 1);
		if not invites then return nil, code; end
		return invites[1];
	end

	return { make = make; make_many = make_many };
end
