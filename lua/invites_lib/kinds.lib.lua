-- The kinds of invites, one row each: what a request for one has to name, and how it is spoken of. Pages have texts of their own for each
-- (invites_web, mod_invites_page, mod_invites_register_web). spec/fast/house/kinds_spec.lua compares the rows with src/invite/kind.rs.
--
-- needs, excludes    what a request for mod_invites.make must and must not have
-- supported_as       the words of invites_page_supports that mean it; the second one is not in the documentation, but in use
-- purpose            text of ad-hoc commands, told its address (purpose_bound: told host and username, where it is bound to a name)

return {
	account = {
		needs = {}; excludes = {}; supported_as = { "account" };
		purpose = "adhoc-purpose-account"; purpose_bound = "adhoc-purpose-account-named";
	};
	contact = {
		needs = { inviter = true }; excludes = { username = true }; supported_as = { "contact"; "contact-only" };
		purpose = "adhoc-purpose-contact";
	};
	["contact-account"] = {
		needs = { inviter = true }; excludes = { username = true }; supported_as = { "account-and-contact" };
		purpose = "adhoc-purpose-contact-account";
	};
	reset = {
		needs = { username = true }; excludes = { inviter = true }; supported_as = { "account"; "password-reset" };
		purpose = "adhoc-purpose-reset";
	};
};
