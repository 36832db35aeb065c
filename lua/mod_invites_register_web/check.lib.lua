-- What the form asks while somebody fills it in: is this username free, how strong is this password? Only a form that we have sent, with an invite
-- that still registers, gets an answer. It hears what submitting the form would tell, and nothing is claimed.

local new_cache = require "util.cache".new;
local new_throttle = require "util.throttle".create;

local invites = module:depends "invites";
local csrf = require_once "invites_web/http/csrf";
local key_of = require_once "invites_web/http/client".key;
local web = require_once "invites_core".web;
local names = require_once "invites_web/account/names";
local passwords = require_once "invites_web/account/passwords";

local i18n = invites.i18n;

-- Questions per period (seconds): through one invite or from one address, and from a proxy that does not tell the addresses of its clients. A form
-- asks about ten times.
local most, most_shared, period = 300, 3000, 600;
local most_known = 10000;

-- Who is throttled is not forgotten; when all are, nobody else gets an answer.
local function is_free(_, bucket) return bucket:peek(1); end
local places, counted_invites = new_cache(most_known, is_free), new_cache(most_known, is_free);

local function is_too_many(counted, key, number)
	local bucket = counted:get(key) or new_throttle(number, period);
	return not (counted:set(key, bucket) and bucket:poll(1));
end

local function refused(code)
	local row = web.refusals[code] or web.refusals["internal-server-error"];
	return { answer = {}; status = row.status or 503; retry_after = row.retry_after };
end

-- (what the form has for a name, invite, function (id) → text) → what it says of it; or nil, code: nobody can say
local function about_name(fields, invite, say)
	local wanted = names.wanted(fields, invite);
	local problem, prepared = names.problem(wanted, invite);
	if not problem then
		local code = names.obstacle(invite, prepared);
		local row = code and web.refusals[code];
		if row and row.field ~= "user" then return nil, code; end
		problem = row and row.form;
	end
	return {
		name = prepared; is_wrong = problem ~= nil; words = say(problem or "username-free");
		suggestions = problem and names.suggest(invite, wanted or fields.user);
	};
end

local function about_password(password, username, invite, say)
	local problem, words = passwords.problem(password, username);
	if problem or words then return { is_wrong = true; words = words or say(problem) }; end
	local strength, is_weak = passwords.strength(password, invite, username);
	return { is_weak = is_weak; words = say(strength) };
end

-- (what was asked for, request) → { answer, status }
return function (asked, http)
	local fields, code = csrf.fields(http);
	if not fields then return refused(code); end
	if not csrf.accepts(http, fields.form_token) then return refused "form-foreign"; end
	local place, is_shared = key_of(asked.who.ip);
	if is_too_many(places, tostring(place), is_shared and most_shared or most) then return refused "throttled"; end
	local invite;
	invite, code = invites.view(fields.token, asked.who);
	if not invite or code then return refused(code); end
	if not web.kinds[invite.kind].form then return refused "token-not-for-registration"; end
	if is_too_many(counted_invites, invite.id, most) then return refused "throttled"; end

	local tag = i18n.choose(asked.language, asked.accepted);
	local function say(id) return i18n.format(tag, id, { count = passwords.policy().length; host = module.host }); end
	local answer = {};
	if fields.user and not invite.username then
		answer.user, code = about_name(fields, invite, say);
		if code then return refused(code); end
	end
	if fields.password then
		local _, username = names.problem(names.wanted(fields, invite), invite);
		answer.password = about_password(fields.password, username ~= "" and username or nil, invite, say);
	end
	return { answer = answer; status = 200 };
end
