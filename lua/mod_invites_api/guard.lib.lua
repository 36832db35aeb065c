-- Decides whether a request is allowed: by its method, encryption and key, and by the rate limit.

local cache = require "util.cache";
local throttle = require "util.throttle";

local rate_limit = module:depends "invites".rate_limit;
local option = require_once "invites_config/option";

local require_encryption = option "invites_api_require_encryption";
local per_minute = option "invites_api_limit";
local guessing_pause = 60; -- seconds to wait after too many wrong keys
local most_throttles = 10000;

local function list(methods)
	local names = {};
	for name, is_allowed in pairs(methods) do
		if is_allowed then table.insert(names, name); end
	end
	table.sort(names);
	return table.concat(names, ", ");
end

local throttles = cache.new(most_throttles);

local function must_wait(id)
	local bucket = throttles:get(id) or throttle.create(per_minute, 60);
	throttles:set(id, bucket);
	local may, _, missing = bucket:poll(1);
	return not may and missing / bucket.rate or nil;
end

local methods = { GET = option "invites_api_allow_get"; POST = true }; -- what this host allows

-- (keys, request) → key, or nil, code, details. Wrong keys are counted together with the wrong tokens of the same address.
local function identify(keys, request)
	local who = { ip = request.ip };
	local key, code;
	local throttled = rate_limit:blocked(who);
	if not throttled then
		key, code = keys:find(request.key);
		if key then return key; end
		throttled = code == "key-invalid" and request.key and rate_limit:failed(who, code, "API key");
	end
	if throttled then return nil, throttled, { retry_after = guessing_pause }; end
	return nil, code;
end

-- (keys, request) → key, or nil, code, details for the answer
return function (keys, request)
	if not methods[request.method] then return nil, "method-not-allowed", { allow = list(methods) }; end
	if require_encryption and not request.private then return nil, "not-encrypted"; end
	local key, code, details = identify(keys, request);
	if not key then return nil, code, details; end
	local allowed = key.allowed_methods;
	if allowed and not allowed[request.method] then
		return nil, "method-not-allowed", { allow = list { GET = methods.GET and allowed.GET; POST = allowed.POST } };
	end
	local wait = must_wait(key.id);
	if wait then return nil, "key-throttled", { retry_after = wait }; end
	return key;
end
