-- Why a command did not do what it was told, in words.
--
-- Returns function (environment of the command's module, or nil; code of a refusal or text; words for detail or nil) → text

local others = { ["nobody-reads"] = "stopped, as nobody reads the answer any more" };

return function (environment, code, words)
	local refusals = environment and rawget(environment, "refusals"); -- which mod_invites has: Prosody logs a read of what others lack
	local refusal = refusals and refusals[code];
	local text = refusal and ("%s (%s)"):format(refusal.owner_text or refusal.text, code) or others[code] or tostring(code);
	return words and ("%s: %s"):format(text, words) or text;
end
