-- Version 1 of the API: answers requests below /invites_api/v1. The library reads them, says what is wrong, and writes the answers (src/api/v1).

local cache = require "util.cache";
local throttle = require "util.throttle";

local invites = module:depends "invites";
local client = require_once "invites_web/http/client";
local close = require_once "invites_web/http/response".close;
local core = require_once "invites_core".v1;
local operations = require_once "v1/operations";
local option = require_once "invites_config/option";

local require_encryption = option "invites_api_require_encryption";
local guessing_pause = 60; -- seconds to wait after too many wrong keys
local most_throttles = 10000;
local throttles = cache.new(most_throttles);

-- (key) → seconds to wait, or nil
local function must_wait(key)
	local bucket = throttles:get(key:id()) or throttle.create(key:rate(), 60);
	throttles:set(key:id(), bucket);
	local may, _, missing = bucket:poll(1);
	return not may and missing / bucket.rate or nil;
end

-- (call, code, seconds or nil, field or nil, words or nil) → answer
local function refused(call, code, pause, field, words)
	local refusal = invites.refusals[code];
	return call:refused(code, words or refusal and (refusal.owner_text or refusal.text), pause, field);
end

-- (header Authorization) → key as it is shown, or nil
local function shown_in(header)
	return header and #header < 1000 and header:match("^%s*[Bb][Ee][Aa][Rr][Ee][Rr]%s+(%S+)%s*$") or nil;
end

-- (call, header Authorization, address) → key, the same as it was shown; or nil, answer
local function identify(call, header, who)
	local throttled = invites.rate_limit:blocked(who);
	if throttled then return nil, refused(call, throttled, guessing_pause); end
	local shown = shown_in(header);
	local key, code = invites.rate_limit:look_up(who, invites.http.key, shown);
	if key then return key, shown; end
	if code then return nil, refused(call, code); end
	throttled = shown and invites.rate_limit:failed(who, "key-invalid", "API key");
	return nil, refused(call, throttled or "key-invalid", throttled and guessing_pause);
end

-- (request of Prosody's HTTP server, path below ours) → answer
local function answer(http, path)
	local headers = http.headers;
	local call, ready = core.route(http.method, "/"..path, http.url.query, headers.accept);
	if not call then return ready; end
	if call:is_open() then return call:done(core.document); end
	if require_encryption and not client.is_secure(http) then return refused(call, "not-encrypted"); end
	local who = { ip = client.address(http) };
	local key, shown = identify(call, headers.authorization, who);
	if not key then return shown; end
	local wait = must_wait(key);
	if wait then return refused(call, "key-throttled", wait); end
	local has_length = headers.content_length ~= nil and not headers.transfer_encoding;
	local body = not http.partial and http.body or nil;
	ready = call:read(key, shown, body, has_length, headers.content_type, headers.idempotency_key, os.time());
	if ready then return ready; end
	invites.http.key_used(key:id());
	local made, code, field, words = operations[call:operation()](call, who);
	return made or refused(call, code, nil, field, words);
end

return function (event, path)
	local response = event.response;
	close(response.headers, true);
	response.headers.cache_control = "no-store";
	response.headers.referrer_policy = "no-referrer";
	local ready = answer(event.request, path);
	local conn = response.conn;
	-- See invites_web/http/response.
	if ready.body and #ready.body > 8000 and conn and conn.setoption then pcall(conn.setoption, conn, "tcp-nodelay", true); end
	return ready;
end;
