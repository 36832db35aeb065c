-- The kinds of invites, one row each: what Lua says of them. Pages have texts of their own for each (invites_web, mod_invites_page,
-- mod_invites_register_web). spec/fast/house/kinds_spec.lua compares the rows with src/invite/kind.rs.
--
-- supported_as       the words of invites_page_supports that mean it; the second one is not in the documentation, but in use

return {
	account = { supported_as = { "account" } };
	contact = { supported_as = { "contact"; "contact-only" } };
	["contact-account"] = { supported_as = { "account-and-contact" } };
	reset = { supported_as = { "account"; "password-reset" } };
};
