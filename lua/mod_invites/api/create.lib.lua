-- Making invites: one, or many in one go.
--
-- Returns function (ask, ledger, rights, steps) → { make, make_many }.

local arguments = require_once "api/arguments";
local kinds = require_once "invites_lib/kinds";
local roles = require_once "accounts/roles";

local most_at_once = 500; -- what takes a few milliseconds: the server waits meanwhile

-- (spec as the API takes it) → wish for the ledger, or nil, code
local function read(spec)
	if type(spec) ~= "table" or not kinds[spec.kind] then return nil, "data-invalid"; end
	local request = { kind = spec.kind; authority = spec.authority; uses = spec.uses; ttl = spec.ttl; data = spec.data; form = spec.form };
	for _, key in ipairs { "username"; "inviter"; "creator" } do
		if spec[key] ~= nil then
			local name, code = arguments.username(spec[key]);
			if not name then return nil, code; end
			if kinds[spec.kind].excludes[key] then return nil, "data-invalid"; end
			request[key] = name;
		elseif kinds[spec.kind].needs[key] then
			return nil, "username-invalid";
		end
	end
	return request;
end

return function (ask, ledger, permissions, events)
	-- (data of an invite; JID or username of who makes it) → may they give away what it gives: roles, and membership of groups?
	local function may_give(data, who)
		local groups = type(data) == "table" and data.groups;
		if groups and (type(groups) ~= "table" or next(groups) ~= nil) and not permissions.is_admin(who) then return false; end
		return roles.all(data, function (role) return permissions.may_grant(who, role); end);
	end

	-- (spec) → wish, or nil, code
	local function prepare(spec)
		local request, code = read(spec);
		if not request then return nil, code; end
		if not roles.exist(request.data) then return nil, "data-invalid"; end
		if request.authority == "user" and not may_give(request.data, request.creator or request.inviter) then return nil, "not-allowed"; end
		if spec.grantor ~= nil and not may_give(request.data, spec.grantor) then return nil, "not-allowed"; end
		return request;
	end

	-- (wish) → invite, draft; or nil, code
	local function draft(request)
		local invite, drafted, words = ask(function (facts, now) return ledger:draft(request, facts, now); end);
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
	local function write(request, count)
		local invites, drafts = {}, {};
		for i = 1, count do
			local invite, drafted = draft(request);
			if not invite then return nil, drafted; end
			invites[i], drafts[i] = invite, drafted;
		end
		local stored, code = ask(function (_, now) return ledger:create(drafts, invites, now, request.form); end);
		if not stored then return nil, code; end
		return invites;
	end

	-- (spec, count) → array of invites, or nil, code
	local function make_many(spec, count)
		if not arguments.is_count(count, most_at_once) then return nil, "data-invalid"; end
		local request, code = prepare(spec);
		if request and request.authority == "user" and count > 1 then return nil, "data-invalid"; end -- a quota may allow some of them
		local invites;
		if request then
			invites, code = write(request, count);
			-- Somebody made the last one that the quota allows between draft and transaction. What is drafted now is an invite without registration.
			if not invites and code:find("^quota") and request.kind == "contact-account" then
				invites, code = write(request, count);
			end
		end
		if not invites then return events.refused("make", code); end
		events.made(invites);
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
