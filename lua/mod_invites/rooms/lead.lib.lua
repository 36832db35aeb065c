-- Leads an account to a room after an invite was used.
--
-- Returns function ({ account, id, about = room, creator = username, nil for the server }, function that lets the server do other things) → true: it
-- is done, or can't be done any more; nil: later. It may be done again: it looks first.

local jid = require "util.jid";
local st = require "util.stanza";
local usermanager = require "core.usermanager";

local bookmarks = require_once "rooms/bookmarks";
local muc = require_once "rooms/muc";

local function skip(to_do, why)
	module:log("warn", "%s was not led to the room %s: %s", to_do.account, to_do.about, why);
	return true;
end

-- XEP-0249: Direct MUC Invitations. Before the first login it waits in offline storage or in the archive.
local function invite(to_do, password)
	local from = to_do.creator and jid.join(to_do.creator, module.host) or module.host;
	module:send(st.message({ from = from; to = to_do.account; id = to_do.id })
		:tag("x", { xmlns = "jabber:x:conference"; jid = to_do.about; password = password }):up());
	return true;
end

-- What may have changed while the server did other things.
local function look(to_do)
	local room, why = muc.find(to_do.about);
	if not room then return nil, why; end
	local power = muc.power(room, to_do.creator);
	if not power then return nil, "refused"; end
	return room, power;
end

local function not_led(to_do, why)
	if why == "failed" then return nil; end
	if why == "elsewhere" then return invite(to_do); end
	return skip(to_do, why == "gone" and "it is gone" or why == "refused" and "the maker of the invite may not invite people to it" or why);
end

return function (to_do, rest)
	local room, power = look(to_do);
	if not room then return not_led(to_do, power); end
	local username, domain = jid.split(to_do.account);
	local host = prosody.hosts[domain];
	local password = room:get_password() or "";
	password = password ~= "" and password or nil;
	if not host or host.type ~= "local" then return invite(to_do, password); end
	if not usermanager.user_exists(username, domain) then return true; end

	local admitted, why = muc.admit(room, to_do.account, power, to_do.creator);
	if not admitted then return skip(to_do, why); end
	rest();

	room, power = look(to_do); -- a bookmark of a room that is gone would make it anew, with the newcomer as its owner
	if not room then return not_led(to_do, power); end
	local ok;
	ok, why = bookmarks.add(to_do.account, to_do.about, muc.name(room), password);
	if ok then return true; end
	if why == "no-pep" then return skip(to_do, "mod_pep is not loaded, so there are no bookmarks"); end
	module:log("error", "The bookmark of the room %s could not be stored for %s: %s", to_do.about, to_do.account, why);
	return nil;
end;
