-- What an account shows everybody of itself: a nickname and an avatar (option `invites_page_avatars`). It is read as a stranger may read it, so that
-- what somebody publishes for their contacts alone stays with them.

local new_cache = require "util.cache".new;
local base64_decode = require "util.encodings".base64.decode;
local st = require "util.stanza";
local monotonic = require "util.time".monotonic;

local modulemanager = require "core.modulemanager";

local core = require_once "invites_core";
local option = require_once "invites_config/option";

local shows_profiles = option "invites_page_avatars";
local vcards = shows_profiles and module:open_store "vcard"; -- mod_vcard's

local fresh, most = 60, 200; -- seconds; accounts
local largest = math.ceil(core.pictures.largest * 4 / 3) * 2; -- bytes of an avatar in base64, with line breaks between

-- Items of a node that is read. Some storages read all of them to find one, and a user chooses how many there are.
local most_items = 10;

local ns_vcard4, ns_nick = "urn:ietf:params:xml:ns:vcard-4.0", "http://jabber.org/protocol/nick";
local ns_data, ns_metadata = "urn:xmpp:avatar:data", "urn:xmpp:avatar:metadata";

local profile = {};

-- (stanza or nil, names of elements in it …) → text or nil
local function text_in(stanza, ...)
	for _, name in ipairs { ... } do stanza = stanza and stanza:get_child(name); end
	return stanza and stanza:get_text();
end

-- (<metadata/> or nil) → its <info/> about a picture in PEP: the PNG that there has to be (XEP-0084, section 4.2.1), or else the first; or nil
local function published(metadata)
	local first;
	for info in (metadata or st.stanza "none"):childtags "info" do
		if not info.attr.url and info.attr.id then
			if info.attr.type == "image/png" then return info; end
			first = first or info;
		end
	end
	return first;
end

-- (XEP-0172, XEP-0292, XEP-0084) → nickname, avatar in base64
local function from_pep(username)
	local pep = modulemanager.get_module(module.host, "pep");
	local service = pep and pep.get_pep_service(username);
	if not service then return nil; end
	local stranger = module.host; -- it is in nobody's roster
	local function is_small(node)
		local known = service.nodes[node];
		local number = known and known.config.max_items or 1; -- or "max"
		return (tonumber(number) or math.huge) <= most_items;
	end
	local function last(node)
		if not is_small(node) then return nil; end
		local ok, id, item = service:get_last_item(node, stranger);
		return ok and id and item or nil;
	end
	local nick, vcard, metadata = last(ns_nick), last "urn:xmpp:vcard4", last(ns_metadata);
	local nickname = nick and nick:get_child_text("nick", ns_nick)
		or text_in(vcard and vcard:get_child("vcard", ns_vcard4), "nickname", "text");
	local info = metadata and published(metadata:get_child("metadata", ns_metadata));
	if not info or not is_small(ns_data) then return nickname; end
	local ok, items = service:get_items(ns_data, stranger, { info.attr.id });
	local item = ok and items[info.attr.id];
	return nickname, item and item:get_child_text("data", ns_data) or nil;
end

-- (XEP-0054, with mod_vcard, which gives it to everybody) → nickname, avatar in base64
local function from_vcard(username)
	local vcard = modulemanager.is_loaded(module.host, "vcard") and st.deserialize(vcards:get(username));
	if not vcard then return nil; end
	return text_in(vcard, "NICKNAME"), text_in(vcard, "PHOTO", "BINVAL");
end

local function read(username)
	local nickname, avatar = from_pep(username);
	local other_nickname, other_avatar = from_vcard(username);
	nickname, avatar = nickname or other_nickname, avatar or other_avatar;
	local bytes = avatar and #avatar <= largest and base64_decode((avatar:gsub("%s+", ""))) or "";
	return { nickname = core.input.nickname(nickname or "", username), avatar = bytes ~= "" and core.pictures.avatar(bytes) or nil };
end

local known = new_cache(most);

-- (username of this host) → { nickname, avatar = id of a picture: either may be nil }
function profile.of(username)
	if not shows_profiles then return {}; end
	local found = known:get(username);
	if not found or monotonic() > found.until_when then
		local ok, result = pcall(read, username);
		if not ok then module:log("warn", "The avatar and the nickname of %s can't be read: %s", username, result); end
		found = { profile = ok and result or {}; until_when = monotonic() + fresh };
		known:set(username, found);
	end
	return found.profile;
end

return profile;
