-- Creating invites: one, or many at once.

local jid = require "util.jid";

local ask = require_once "ledger".ask;
local events = require_once "events/events";
local permissions = require_once "accounts/permissions";
local prepared = require_once "api/username";
local rooms = require_once "rooms/rooms";
local yield_points = require_once "jobs/yield_points";

local function with(data, key, value)
	local copy = {};
	for k, v in next, data or {} do copy[k] = v; end
	copy[key] = value;
	return copy;
end

local create = {};

-- (spec) → the same with the JID of the one person whom it is for prepared, or nil: it is none
local function with_invitee(spec)
	local invitee = type(spec.data) == "table" and spec.data.invitee;
	if not invitee then return spec; end
	local address = type(invitee) == "string" and jid.prep(invitee);
	return address and with(spec, "data", with(spec.data, "invitee", jid.bare(address))) or nil;
end

-- (spec, prepared names) → boolean: are the rooms of the invite there, and may its maker invite people to them?
local function may_lead(spec, names)
	local makers = { spec.authority == "user" and (names.creator or names.inviter) or nil };
	local username, host = jid.split(spec.grantor);
	if host == module.host then table.insert(makers, username); end
	return rooms.allowed(spec.data.rooms, makers);
end

-- (spec, prepared names) → boolean, code: may the invite grant these roles and groups, and lead to these rooms?
local function may_give(spec, names)
	if not permissions.roles_exist(spec.data) then return false, "data-invalid"; end
	if spec.authority == "user" and not permissions.may_give(spec.data, names.creator or names.inviter) then return false, "not-allowed"; end
	if spec.grantor ~= nil and not permissions.may_give(spec.data, spec.grantor) then return false, "not-allowed"; end
	return type(spec.data) ~= "table" or may_lead(spec, names), "room-refused";
end

-- (spec) → the same with the JIDs of rooms prepared, or nil if they are none
local function with_rooms(spec)
	local list = type(spec.data) == "table" and spec.data.rooms;
	if not list then return spec; end
	local known = rooms.prepared(list);
	return known and with(spec, "data", with(spec.data, "rooms", known)) or nil;
end

-- (spec) → { spec, names } with all that Prosody prepares, which may be created as far as Prosody knows; or nil, code
local function checked(spec)
	if type(spec) ~= "table" then return nil, "data-invalid"; end
	spec = with_rooms(spec);
	if not spec then return nil, "room-refused"; end
	spec = with_invitee(spec);
	if not spec then return nil, "jid-invalid"; end
	local names = { username = prepared(spec.username); inviter = prepared(spec.inviter); creator = prepared(spec.creator) };
	local ok, code = may_give(spec, names);
	if not ok then return nil, code; end
	return { spec = spec; names = names };
end

-- (what is wanted, count) → array of invites, array of drafts; or nil, code
local function draft(wanted, count)
	local invites, drafts, words = ask("draft", wanted.spec, wanted.names, count);
	if not invites then
		module:log("debug", "No invite was made: %s", words or drafts);
		return nil, drafts;
	end
	-- Handlers may change the invite. It is stored afterwards, with their changes.
	for _, invite in ipairs(invites) do
		local ok, err = pcall(module.fire_event, module, "invite-created", invite);
		if not ok then
			module:log("error", "A module failed on a new invite, which was not made therefore: %s", err);
			return nil, "internal-server-error";
		end
	end
	return invites, drafts;
end

local function write(wanted, count)
	local invites, drafts = draft(wanted, count);
	if not invites then return nil, drafts; end
	local stored, code = ask("create", drafts, invites, wanted.spec.form);
	return stored and invites, code;
end

-- (spec, count) → array of invites, or nil, code
function create.make_many(spec, count)
	local wanted, code = checked(spec);
	local invites;
	if wanted then invites, code = write(wanted, count); end
	-- Somebody used up the quota between draft and transaction. The second draft is a contact invite.
	if wanted and not invites and code:find("^quota") and spec.kind == "contact-account" then invites, code = write(wanted, count); end
	if not invites then return events.refused("make", code); end
	events.made(invites);
	return invites;
end

local function tell_of(invites)
	local by_kind = {};
	for _, invite in ipairs(invites) do
		by_kind[invite.kind] = by_kind[invite.kind] or {};
		table.insert(by_kind[invite.kind], invite);
	end
	for _, list in pairs(by_kind) do events.made(list); end
end

local function append(list, more)
	for _, item in ipairs(more) do table.insert(list, item); end
end

-- (array of specs, call of the HTTP API) → its answer; or nil, code, which of the specs it is about or nil. All are created, or none; and if the call
-- has happened before, they are there already.
function create.make_for(specs, call)
	local answer, code = ask("made_before", call);
	if answer or code then return answer or nil, code; end
	local invites, drafts, yield = {}, {}, yield_points();
	for i, spec in ipairs(specs) do
		local wanted, made, more;
		wanted, code = checked(spec);
		if wanted then made, more = draft(wanted, 1); end
		if not made then
			events.refused("make", code or more);
			return nil, code or more, i;
		end
		append(invites, made);
		append(drafts, more);
		yield();
	end
	local is_new;
	answer, code, is_new = ask("create_for", drafts, invites, call);
	if not answer then
		if code ~= "idempotency-key-reused" then events.refused("make", code); end
		return nil, code;
	end
	if is_new then tell_of(invites); end
	return answer;
end

-- (spec) → invite, or nil, code
function create.make(spec)
	local invites, code = create.make_many(spec, 1);
	if not invites then return nil, code; end
	return invites[1];
end

-- (bound username or nil; additional_data or nil; seconds, or nil for the default) → invite
function create.create_account(username, additional_data, ttl)
	local reset_for = type(additional_data) == "table" and additional_data.allow_reset;
	if reset_for then return create.create_account_reset(reset_for, additional_data, ttl); end
	if prepared(username) == false then return nil, "username-invalid"; end
	return create.make { kind = "account"; username = username; data = additional_data; ttl = ttl };
end

-- (username of the account; additional_data or nil, or already the ttl; ttl in seconds, or nil for invites_reset_expiry) → invite
function create.create_account_reset(username, additional_data, ttl)
	if additional_data ~= nil and type(additional_data) ~= "table" then
		additional_data, ttl = nil, additional_data;
	end
	local name = prepared(username);
	if not name then return nil, "username-invalid"; end
	return create.make { kind = "reset"; username = name; data = with(additional_data, "allow_reset", name); ttl = ttl };
end

-- (username of the inviter; may people register through it? additional_data; ttl) → invite
function create.create_contact(username, allow_registration, additional_data, ttl)
	if not prepared(username) then return nil, "username-invalid"; end
	return create.make { kind = allow_registration and "contact-account" or "contact"; inviter = username; data = additional_data; ttl = ttl };
end

-- (array of group ids; additional_data; ttl) → invite; with a ttl it may be used any number of times, else once
function create.create_group(group_ids, additional_data, ttl)
	if type(group_ids) ~= "table" or additional_data ~= nil and type(additional_data) ~= "table" then return nil, "data-invalid"; end
	return create.make { kind = "account"; data = with(additional_data, "groups", group_ids); ttl = ttl; uses = ttl and math.huge or nil };
end

return create;
