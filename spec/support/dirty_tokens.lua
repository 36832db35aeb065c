-- Links and tokens as they come out of mails, chats and printed pages: what is stuck to them must not matter. src/text/pasted.rs has the whole table;
-- this is what people and programs really send. Each is a format for the token.

return {
	-- as the query of a page, or the field or attribute with the token
	"%s."; "%s,"; "%s)"; "%s>"; "%s!"; "%s\""; "%s\226\128\157"; "%s*"; "%s/"; "%s "; "%s\r\n"; "%s\226\128\139";
	"%s (Romeo)"; "\226\128\156%s"; "%s\194\173";
	"token=%s"; "amp;t=%s"; "%s?utm_source=x"; "%s\226\159\168=de"; "https://chat.example/invites_page?%s";
	"https://chat.example/register?t=%s&amp;c=dino";
	"xmpp:example.com?register;preauth=%s"; "xmpp:example.com?register%%3Bpreauth%%3D%s"; "%s%%20"; "%s%%250A";
}
