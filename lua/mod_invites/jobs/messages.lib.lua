-- The first messages to a new account: from whoever invited it, and from the host.
--
-- Both are function ({ account, id, creator, text }) → true: it is done, or can't be done any more. It may be done twice, so the id of a message
-- is the same each time. Before the first login they wait in offline storage or in the archive.

local it = require "util.iterators";
local jid = require "util.jid";
local st = require "util.stanza";
local usermanager = require "core.usermanager";

local option = require_once "invites_config/option";

local default_language = "en";

-- (what is to be done, sender) → message without a body; or nil: there is no such account any more
local function message_to(to_do, from)
	local username, host = jid.split(to_do.account);
	if not usermanager.user_exists(username, host) then return nil; end
	return st.message { type = "chat"; from = from; to = to_do.account; id = to_do.id };
end

local messages = {};

function messages.from_inviter(to_do)
	local creator = to_do.creator;
	if creator and not usermanager.user_exists(creator, module.host) then creator = nil; end
	local message = to_do.text and message_to(to_do, creator and jid.join(creator, module.host) or module.host);
	if message then module:send(message:text_tag("body", to_do.text)); end
	return true;
end

-- In all languages in which there is one: the client picks (RFC 6121, section 5.2.3).
function messages.from_host(to_do)
	local text = option "invites_welcome";
	local texts = type(text) == "table" and text or { [default_language] = text };
	local first = texts[default_language] and default_language or it.sorted_pairs(texts)();
	local message = first and message_to(to_do, module.host);
	if not message then return true; end
	if type(text) == "table" then message.attr["xml:lang"] = first; end
	message:text_tag("body", texts[first]);
	for tag, other in it.sorted_pairs(texts) do
		if tag ~= first then message:text_tag("body", other, { ["xml:lang"] = tag }); end
	end
	module:send(message);
	return true;
end

return messages;
