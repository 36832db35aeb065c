-- Why a command did not do what it was told, in words.
--
-- Returns function (mod_invites or nil, code of a refusal or text, words for detail or nil) → text

local owner_messages = require_once "invites_lib/owner_messages";

local others = { ["nobody-reads"] = "stopped, as nobody reads the answer any more" };

return function (invites, code, words)
	local refusal = invites and invites.refusals[code];
	local text = refusal and ("%s (%s)"):format(owner_messages[code] or refusal.text, code) or others[code] or tostring(code);
	return words and ("%s: %s"):format(text, words) or text;
end
