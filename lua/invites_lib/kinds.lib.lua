-- The kinds of invites, one row each: what a request for one has to name, and how it is spoken of. Pages have texts of their own for each
-- (invites_web, mod_invites_page, mod_invites_register_web). spec/fast/house/kinds_spec.lua compares the rows with src/invite/kind.rs.
--
-- needs, excludes    what a request for mod_invites.make must and must not have
-- supported_as       the words of invites_page_supports that mean it; the second one is not in the documentation, but in use
-- heading            what commands call it, told its address (heading_bound: told host and username, where it is bound to a name)
-- purpose            text of ad-hoc commands, likewise

return {
	account = {
		needs = {}; excludes = {}; supported_as = { "account" };
		heading = "Invitation to register on %s"; heading_bound = "Invitation to register on %s with username '%s'";
		purpose = "adhoc-purpose-account"; purpose_bound = "adhoc-purpose-account-named";
	};
	contact = {
		needs = { inviter = true }; excludes = { username = true }; supported_as = { "contact"; "contact-only" };
		heading = "Invitation to become a contact of %s"; purpose = "adhoc-purpose-contact";
	};
	["contact-account"] = {
		needs = { inviter = true }; excludes = { username = true }; supported_as = { "account-and-contact" };
		heading = "Invitation to register and become a contact of %s"; purpose = "adhoc-purpose-contact-account";
	};
	reset = {
		needs = { username = true }; excludes = { inviter = true }; supported_as = { "account"; "password-reset" };
		heading = "Password reset for %s"; purpose = "adhoc-purpose-reset";
	};
};
