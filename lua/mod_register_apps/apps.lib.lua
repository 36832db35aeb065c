-- The apps that are offered where site_apps says nothing, the first of each platform being what we would give to somebody new.
--
-- Facts, and where they are from:
-- * Links were taken from each project's own pages, from its README or its description of itself (DOAP). Exceptions, taken from lists of apps that
--   others keep: Monal's in the App Store, Cheogram's on Google Play and F-Droid, Dino's anchor #download, Movim's join.movim.eu, Renga's.
-- * supports_preauth_uri is true where a link such as xmpp:example.com?register;preauth=TOKEN (XEP-0401, XEP-0445) is known to lead to a new account:
--   Conversations and yaxim (for which that was invented), Monal (since 5.3; its issues 127 and 172), Siskin and Cheogram (whose sources read action
--   and token of links; we have tried neither). Conversations also takes the link as Google Play's install referrer; of yaxim others say so.
-- * It is false where an app's list of protocols names none of these (Dino, Gajim, Kaidan), where we found no word about it (Beagle, Psi,
--   Converse.js, Renga), and where only making invites is spoken of (Movim). With those, people register on a web page and then log in.
-- * Dino and Kaidan are built for more than Linux, by others or as an experiment. They are offered for Linux.
-- * Quicksy is missing: it asks for a telephone number, for an account of its own server.
--
-- Besides the fields that other modules know: `needs` names modules of Prosody one of which must be enabled for the app to be of use here, and
-- buttons may have `platforms` and `magic_link_format` of their own. What stands on buttons are names, which need no translation.

-- Google Play hands what follows as referrer to the app when that first starts, so that nobody has to come back to the link.
local function play(package, hands_on)
	local url = "https://play.google.com/store/apps/details?id="..package;
	return { text = "Google Play"; url = url; target = "_blank"; magic_link_format = hands_on and url.."&referrer={invite.uri}" or nil };
end

local function button(text, url, platforms)
	return { text = text; url = url; target = "_blank"; platforms = platforms };
end

local apps = {
	{
		id = "conversations"; name = "Conversations"; link = "https://conversations.im/";
		text = "Chat and calls for Android. Easy to start with, and easy on the battery.";
		platforms = { "Android" }; supports_preauth_uri = true;
		magic_link_format = play("eu.siacs.conversations", true).magic_link_format;
		download = { buttons = {
			play("eu.siacs.conversations", true);
			button("F-Droid", "https://f-droid.org/packages/eu.siacs.conversations/");
		} };
	};
	{
		id = "cheogram"; name = "Cheogram"; link = "https://cheogram.com/";
		text = "For Android: a relative of Conversations that can also reach the telephone network.";
		platforms = { "Android" }; supports_preauth_uri = true;
		download = { buttons = {
			button("F-Droid", "https://f-droid.org/packages/com.cheogram.android/");
			play("com.cheogram.android.playstore");
		} };
	};
	{
		id = "yaxim"; name = "yaxim"; link = "https://yaxim.org/";
		text = "A small app for Android that also runs on old telephones.";
		platforms = { "Android" }; supports_preauth_uri = true;
		magic_link_format = play("org.yaxim.androidclient", true).magic_link_format;
		download = { buttons = {
			play("org.yaxim.androidclient", true);
			button("F-Droid", "https://f-droid.org/packages/org.yaxim.androidclient/");
		} };
	};
	{
		id = "monal"; name = "Monal"; link = "https://monal-im.org/";
		text = "Chat and calls for iPhone, iPad and Mac.";
		platforms = { "iOS"; "macOS" }; supports_preauth_uri = true;
		download = { buttons = {
			button("App Store", "https://apps.apple.com/app/id317711500", { "iOS" });
			button("Mac App Store", "https://apps.apple.com/app/id1637078500", { "macOS" });
		} };
	};
	{
		id = "siskin-im"; name = "Siskin IM"; link = "https://siskin.im/";
		text = "A light app for iPhone and iPad.";
		platforms = { "iOS" }; supports_preauth_uri = true;
		download = { buttons = { button("App Store", "https://apps.apple.com/app/id1153516838") } };
	};
	{
		id = "beagle-im"; name = "Beagle IM"; link = "https://beagle.im/";
		text = "A light app for the Mac, by the makers of Siskin.";
		platforms = { "macOS" }; supports_preauth_uri = false;
		download = { buttons = { button("Mac App Store", "https://apps.apple.com/app/id1445349494") } };
	};
	{
		id = "dino"; name = "Dino"; link = "https://dino.im/";
		text = "Tidy and simple, for computers with Linux.";
		platforms = { "Linux" }; supports_preauth_uri = false;
		download = { buttons = { button("dino.im", "https://dino.im/#download") } };
	};
	{
		id = "gajim"; name = "Gajim"; link = "https://gajim.org/";
		text = "For the computer, with everything that one may ever want to set.";
		platforms = { "Windows"; "Linux"; "macOS" }; supports_preauth_uri = false;
		download = { buttons = { button("gajim.org", "https://gajim.org/download/") } };
	};
	{
		id = "kaidan"; name = "Kaidan"; link = "https://www.kaidan.im/";
		text = "For Linux on computers and telephones, made within KDE.";
		platforms = { "Linux" }; supports_preauth_uri = false;
		download = { buttons = { button("kaidan.im", "https://www.kaidan.im/download/") } };
	};
	{
		id = "psi"; name = "Psi"; link = "https://psi-im.org/";
		text = "For the computer and for people with experience; Psi+ is the same with what is new.";
		platforms = { "Windows"; "Linux"; "macOS" }; supports_preauth_uri = false;
		download = { buttons = {
			button("psi-im.org", "https://psi-im.org/");
			button("psi-plus.com", "https://psi-plus.com/");
		} };
	};
	{
		id = "converse-js"; name = "Converse.js"; link = "https://conversejs.org/";
		text = "Chat in the browser, with nothing to install.";
		platforms = { "Web" }; supports_preauth_uri = false;
		needs = { "websocket"; "bosh" };
		download = { buttons = { button("conversejs.org", "https://conversejs.org/fullscreen.html") } };
	};
	{
		id = "movim"; name = "Movim"; link = "https://movim.eu/";
		text = "Chat and news in the browser. The site that you choose there logs in for you, so choose one that you trust.";
		platforms = { "Web" }; supports_preauth_uri = false;
		download = { buttons = { button("join.movim.eu", "https://join.movim.eu/") } };
	};
	{
		id = "renga"; name = "Renga"; link = "https://pulkomandy.tk/projects/renga";
		text = "For computers with Haiku.";
		platforms = { "Haiku" }; supports_preauth_uri = false;
		download = { buttons = { button("HaikuDepot", "https://depot.haiku-os.org/#!/pkg/renga") } };
	};
};

for _, app in ipairs(apps) do
	app.image = "assets/logos/"..app.id..".svg";
end

return apps;
