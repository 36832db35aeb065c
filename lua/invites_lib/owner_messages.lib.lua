-- What became of an invite, for those who may know it: whoever made it, and admins. Strangers are told the same of every token that does not work
-- (the refusals of invites_core).
--
-- Returns table: refusal code → text

return {
	["token-invalid"] = "There is no such invite";
	["token-expired"] = "The invite has expired";
	["token-used"] = "The invite has been used";
	["token-revoked"] = "The invite has been revoked";
	["invite-damaged"] = "The row of this invite in the database is damaged";
};
