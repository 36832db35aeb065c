-- Tells admins that nobody can join below an account for a while (options `invites_tree_accounts`, `invites_tree_period`).
--
-- Returns function ({ account, id }) → true.

local st = require "util.stanza";

local i18n = require_once "i18n";
local option = require_once "invites_config/option";
local stanza_language = require_once "invites_lib/stanza_language";

return function (to_do)
	module:log("warn", "%s accounts have joined below %s lately, so further ones have to wait (invites_tree_accounts)",
		option "invites_tree_accounts", to_do.account);
	local say, tag = stanza_language.to(nil, i18n);
	for _, admin in ipairs(option "admins" or {}) do
		module:send(st.message({ type = "chat"; id = to_do.id; from = module.host; to = admin; ["xml:lang"] = tag })
			:text_tag("body", say("notice-tree-full", { address = to_do.account })));
	end
	return true;
end
