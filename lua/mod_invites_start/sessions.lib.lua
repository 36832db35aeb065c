-- The sessions of users who are logged in to the page. They are kept in memory and end after a pause.
--
-- A session: { username, form_token = what its forms have, cards = sheet of cards that was made last or nil; about the last form: news = { text = id,
-- count } or nil, problem = { text = id, count, form = its name or nil, at = field of it or "form" } or nil, filled = name of a field → what was
-- filled in or nil, made = the invite that was just made or nil }.

local cache = require "util.cache";
local equals = require "util.hashes".equals;
local new_id = require "util.id".long;

local usermanager = require "core.usermanager";

local accounts = module:depends "invites".require_once "accounts/status";
local client = require_once "invites_web/http/client";

local name = "invites_session";
local longest_pause, longest, look_each = 15 * 60, 60 * 60, 60; -- seconds
local most = 1000;
local most_of_one = 10; -- sessions of one user, so that repeated logins do not push out other users
local numbers_known = 200; -- of the last forms of a session

local known = cache.new(most);
local sessions = {};

local function is_over(session)
	return os.time() - session.seen > longest_pause or os.time() - session.began > longest;
end

local function finish_those(test)
	local ids = {};
	for id, session in known:items() do
		if test(session) then table.insert(ids, id); end
	end
	for _, id in ipairs(ids) do known:set(id, nil); end
end

module:add_timer(look_each, function ()
	finish_those(is_over);
	return look_each;
end);

-- (request) → session or nil
function sessions.of(http)
	local id = client.read_cookie(http, name);
	local session = id and known:get(id);
	if not session then return nil; end
	-- prosodyctl changes accounts without an event: this one may be deleted, disabled, have another password, or be a new account of the same name.
	if is_over(session) or not usermanager.user_exists(session.username, module.host) or not session.mark
	or session.mark ~= accounts.mark(session.username) then
		known:set(id, nil);
		return nil;
	end
	session.seen = os.time();
	return session;
end

-- (request, username) → session, header Set-Cookie. The id is new, against session fixation.
function sessions.begin(http, username)
	local others = {};
	for id, session in known:items() do -- the last one used first
		if session.username == username then table.insert(others, id); end
	end
	for i = most_of_one, #others do known:set(others[i], nil); end
	local id = new_id();
	local session = {
		username = username; mark = accounts.mark(username); form_token = new_id(); began = os.time(); seen = os.time(); numbered = 0;
		open = cache.new(numbers_known);
	};
	known:set(id, session);
	return session, client.write_cookie(http, name, id, "Strict");
end

-- (request) → header Set-Cookie
function sessions.finish(http)
	local id = client.read_cookie(http, name);
	if id then known:set(id, nil); end
	return client.write_cookie(http, name, "-", "Strict");
end

-- (username) ends all sessions of that user
function sessions.forget(username)
	finish_those(function (session) return session.username == username; end);
end

-- (session, sheet of cards as HTML or nil): the only one that its user has, since sheets are large
function sessions.with_cards(session, cards)
	for _, other in known:items() do
		if other.username == session.username then other.cards = nil; end
	end
	session.cards = cards;
end

-- (session) → number of a form, for its field `once`: the server accepts each number once, and only the last few.
function sessions.number(session)
	session.numbered = session.numbered + 1;
	local number = ("%d"):format(session.numbered);
	session.open:set(number, true);
	return number;
end

-- (session, value of the field `once`, or nil) → is the form submitted for the first time? A form without a number always is.
function sessions.is_first(session, number)
	if not number then return true; end
	local is_open = session.open:get(number) ~= nil;
	session.open:set(number, nil);
	return is_open;
end

-- (session, value of the field form_token) → is this form one that the session was shown?
function sessions.accepts(session, form_token)
	return type(form_token) == "string" and equals(form_token, session.form_token);
end

return sessions;
