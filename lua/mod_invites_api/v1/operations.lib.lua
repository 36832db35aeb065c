-- What version 1 of the API does: one function for each operation (src/api/v1/endpoint.rs). Each gets the call and the presenter of tokens, { ip },
-- and returns an answer; or nil, code, and field and words or nil.

local nodeprep = require "util.encodings".stringprep.nodeprep;

local invites = module:depends "invites";
local core = require_once "invites_core".v1;
local portal = require_once "v1/portal";

local operations = { check = portal.check; register = portal.register; reset = portal.reset };

-- (call, JSON or nil, code) → answer
local function done(call, json, code)
	if not json then return nil, code; end
	return call:done(json);
end

-- (name from outside) → prepared name; or nil, code. Looking for an account that the storage can't keep is an error to the storage.
local function possible(name)
	local prepared = nodeprep(name, true);
	if not prepared or prepared == "" then return nil, "username-invalid"; end
	local fits, code = invites.input.new_name(prepared);
	return fits and prepared or nil, code;
end

-- A key gives no power: neither to whoever registers a name, nor over an account that has some.
local function gives_power(spec)
	return spec.username and invites.is_privileged(spec.username);
end

local function create(call, places)
	local specs = call:specs();
	for i, spec in ipairs(specs) do
		local function at(field) return places and ("invites/%d/%s"):format(i - 1, field) or field; end
		for _, field in ipairs { "username"; "inviter" } do
			local name, code = possible(spec[field] or "x");
			if not name then return nil, code, at(field); end
		end
		if gives_power(spec) then return nil, "username-reserved", at "username"; end
	end
	local json, code, at = invites.http.create(specs, call);
	if not json then return nil, code, places and at and ("invites/%d"):format(at - 1) or nil; end
	return call:created(json);
end

function operations.create(call) return create(call, false); end
function operations.createMany(call) return create(call, true); end

function operations.list(call)
	local found, cursor = invites.http.search(call);
	if not found then return nil, cursor; end
	return call:done(core.list("invites", found, "next", cursor));
end

function operations.show(call) return done(call, invites.http.record(call)); end
function operations.change(call) return done(call, invites.http.amend(call)); end
function operations.restore(call) return done(call, invites.http.restore(call)); end

-- An invite that was revoked before is as it was wished.
function operations.revoke(call)
	local revoked, code = invites.revoke(call:subject());
	if not revoked and code ~= "token-revoked" then return nil, code; end
	return done(call, invites.http.record(call));
end

function operations.stats(call)
	local rows, code = invites.stats "json";
	if not rows then return nil, code; end
	local texts = {};
	for i, row in ipairs(rows) do texts[i] = row.json; end
	return call:done(core.list("counts", texts));
end

function operations.tree(call)
	local limit, texts, is_more = call:limit(), {}, false;
	local name, code = possible(call:subject());
	if not name then return nil, code; end
	local walked;
	walked, code = invites.visit_tree(name, function (account)
		is_more = #texts == limit;
		if is_more then return false; end
		table.insert(texts, account.member:json(account.depth));
	end);
	if not walked then return nil, code; end
	return call:done(core.list("accounts", texts, "more", is_more));
end

function operations.apps(call)
	local texts = {};
	for i, app in ipairs(module:shared "register_apps/apps") do texts[i] = core.app(app); end
	return call:done(core.list("apps", texts));
end

return operations;
