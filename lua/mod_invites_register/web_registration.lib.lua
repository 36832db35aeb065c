-- Creating accounts and setting passwords elsewhere than on a stream, such as in web forms, with a validated invite. Afterwards the invite is
-- either redeemed or free again.
--
-- Returns { register, reset_password }: function (validated invite, { username, password, ip, source = name of the calling module; additional =
-- values for additional_fields.lib.lua, map name → value, or nil }) → prepared username; or nil, util.error object with the code of mod_invites, or
-- the text of whoever refused, in context.reason.

local errors = require "util.error";
local nodeprep = require "util.encodings".stringprep.nodeprep;
local usermanager = require "core.usermanager";

local additional = require_once "additional_fields";
local compat = require_once "invites_lib/compat";
local invites = require_once "invites";
local option = require_once "invites_config/option";
local provider = require_once "invites_lib/provider";
local registration = require_once "registration";
local reset = require_once "reset";

local default_role = option "register_ibr_default_role";

local fields_missing = { type = "modify"; condition = "not-acceptable"; text = "Something that registration asks for is missing" };

local function refusal_of(event)
	if errors.is_error(event.error) then return event.error; end
	return errors.new({
		type = event.error_type or "cancel"; condition = event.error_condition or "not-allowed"; text = event.reason or "Registration is not allowed";
	}, { reason = event.reason });
end

local function register(validated, request)
	local username = type(request.username) == "string" and nodeprep(request.username, true);
	if not username or username == "" then return nil, "username-invalid"; end
	local data, problems = additional.read(request.additional or {});
	if problems then return nil, fields_missing; end
	local event = {
		username = username; password = request.password; host = module.host; ip = request.ip; source = request.source; role = default_role;
		validated_invite = validated; additional = data; allowed = true;
	};
	-- If all handlers allow it, the claim is taken when this returns, and there is no such account: see registration.lib.lua.
	module:fire_event("user-registering", event);
	if not event.allowed then return nil, refusal_of(event); end
	local created, err = compat.create_user(username, request.password, module.host, event.role);
	if not created and provider.says_never(err) then
		return nil, "managed-elsewhere";
	elseif not created then
		module:log("error", "Could not create the account %s: %s", username, err);
		return nil, "internal-server-error";
	end
	local kept, why = additional.keep(username, data);
	if not kept then
		module:log("error", "What %s has told on registration could not be stored, so the account is not made: %s", username, why);
		usermanager.delete_user(username, module.host);
		return nil, "internal-server-error";
	end
	module:log("info", "User account created: %s@%s", username, module.host);
	registration.announce("user-registered", {
		username = username; host = module.host; ip = request.ip; source = request.source; validated_invite = validated;
	});
	return username;
end

-- (function as above) → the same with util.error objects as refusals, and settled invites
local function settled(act)
	return function (validated, request)
		local called, done, refusal = xpcall(act, debug.traceback, validated, request);
		if called and done then return done; end -- what is still claimed, as a handler failed, is settled in time
		if not called then
			module:log("error", "An account could not be made or its password set: %s", done);
			refusal = "internal-server-error";
		end
		registration.settle(validated);
		return nil, errors.is_error(refusal) and refusal or invites.refusal(refusal);
	end;
end

return {
	register = settled(register);
	reset_password = settled(function (validated, request) return reset.set_password(validated, request.username, request.password, request); end);
};
