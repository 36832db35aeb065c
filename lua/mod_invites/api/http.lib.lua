-- What mod_invites_api asks, besides what others do: keys with scopes, and what answers in JSON. A call is an object of the library (src/lua/v1).

local events = require_once "events/events";
local ask = require_once "ledger".ask;
local in_background = require_once "jobs/background";
local prepared = require_once "api/username";
local yield_points = require_once "jobs/yield_points";

local http = {};

local noted_every = 60; -- seconds
local noted = {}; -- id → when the last use of this key was written

-- (request of the command new_key) → the key, which nobody can tell again; or nil, code
function http.add_key(request) return ask("add_key", request); end

-- () → array of all keys in the order of creation; or nil, code
function http.keys()
	local list = {};
	repeat
		local page, code = ask("keys", list[#list]);
		if not page then return nil, code; end
		for _, key in ipairs(page) do table.insert(list, key); end
	until #page == 0;
	return list;
end

-- (id) → the key that is no more; or nil, "key-unknown" or another code
function http.remove_key(id)
	local key, code = ask("remove_key", id);
	if key == nil then return nil, code; end
	return key or nil, "key-unknown";
end

-- (what is shown for a key, or nil) → the key; false: it opens nothing; or nil, code
function http.key(shown) return ask("key", shown); end

-- (id) notes that a key was used. Nobody waits for that.
function http.key_used(id)
	local now = os.time();
	if now - (noted[id] or 0) < noted_every then return; end
	noted[id] = now;
	in_background(function () ask("key_used", id); end);
end

local most_pages = 20; -- of some hundred rows that one request looks at

-- (call) → array of invites as JSON, perhaps several in one text; cursor of the next page or nil; or nil, code
function http.search(call)
	local limit, creator = call:limit();
	local found, total, cursor, yield = {}, 0, nil, yield_points();
	for _ = 1, most_pages do
		local text, count, next_cursor, damaged = ask("search", call, prepared(creator), cursor, limit - total);
		if not text then return nil, count; end
		for _, row in ipairs(damaged) do events.damaged(row.id, row.reason); end
		if count > 0 then table.insert(found, text); end
		total, cursor = total + count, next_cursor;
		if not cursor or total >= limit then break; end
		yield();
	end
	return found, cursor;
end

-- (call) → the invite that its address names, as JSON; or nil, code
function http.record(call) return ask("record", call); end

-- (call) → the same, changed
function http.amend(call)
	local json, names, event = ask("amend", call);
	if not json then return nil, names; end
	for _, name in ipairs(names) do events.tell(name, event); end
	return json;
end

-- (call, was it revoked?) → the same, not revoked
function http.restore(call)
	local json, event = ask("restore", call);
	if not json then return nil, event; end
	events.tell("invite-restored", event);
	return json;
end

return http;
