-- Bookmarks of accounts of this server (XEP-0402: PEP Native Bookmarks). Clients with XEP-0048 see them through mod_bookmarks.

local jid = require "util.jid";
local st = require "util.stanza";

local bookmarks = {};

local xmlns, xmlns_pubsub = "urn:xmpp:bookmarks:1", "http://jabber.org/protocol/pubsub";

-- Without these, the node of a new account would show the bookmarks to all contacts (XEP-0402, section 3).
local options = { persist_items = true; max_items = "max"; send_last_published_item = "never"; access_model = "whitelist" };

local function service_of(account)
	local username, domain = jid.split(account);
	local pep = prosody.hosts[domain].modules.pep;
	return pep and pep.get_pep_service(username);
end

-- (bare JID of an account; bare JID of a room, or nil for all) → util.pubsub's items; or nil, condition
function bookmarks.get(account, room_jid)
	local service = service_of(account);
	if not service then return nil, "no-pep"; end
	local ok, items = service:get_items(xmlns, true, room_jid);
	if not ok then return nil, items; end
	return items;
end

-- (bare JID of an account, bare JID of a room, its name, its password or nil) → true: there is a bookmark, or there was one; or nil, why not
function bookmarks.add(account, room_jid, name, password)
	local items, condition = bookmarks.get(account, room_jid);
	if items and items[room_jid] then return true; end
	local is_new = condition == "item-not-found"; -- a node that a client has made keeps its configuration
	if not items and not is_new then return nil, condition; end
	local item = st.stanza("item", { xmlns = xmlns_pubsub; id = room_jid })
		:tag("conference", { xmlns = xmlns; name = name; autojoin = "true" }):text_tag("nick", (jid.split(account)));
	if password then item:text_tag("password", password); end
	local ok, err = service_of(account):publish(xmlns, true, room_jid, item:reset(), is_new and options or nil);
	if not ok then return nil, tostring(err); end
	return true;
end

return bookmarks;
