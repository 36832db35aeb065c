-- The nodes of the commands, and the types of the forms in their answers. Those of XEP-0401 are the XSF's, one is Prosody's, the rest is ours.

return {
	contact = "urn:xmpp:invite#invite";
	account = "urn:xmpp:invite#create-account";
	reset = "xmpp:prosody.im/mod_invites_adhoc#password-reset";
	own = "xmpp:prosody-invites/adhoc#own";
	all = "xmpp:prosody-invites/adhoc#all";

	invitation = "urn:xmpp:invite#invitation";
	details = "xmpp:prosody-invites/adhoc#details";
};
