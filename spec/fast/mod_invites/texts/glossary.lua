-- One word for one thing: term → the English words that mean it, and what stands for them in each language; `never` are words of other countries,
-- registers or translators. All are Lua patterns, and endings are left off where a language inflects. What is `free` has verbs or pronouns instead.
return {
	free = {
		["start-heading"] = true; ["start-made-contact-only"] = true; ["incomplete-lead"] = true; ["contact-only-lead"] = true; ["app-yaxim"] = true;
		["adhoc-reset-title"] = true; ["adhoc-user"] = true; ["adhoc-note-later"] = true; ["start-sheet-title"] = true;
	};
	english = {
		invitation = { "[Ii]nvitations?%f[%A]"; "%f[%a][Ii]nvites?%f[%A]" };
		username = { "[Uu]sername" }; account = { "[Aa]ccount" }; app = { "%f[%a]apps?%f[%A]" };
		password = { "[Pp]assword" }; link = { "[Ll]ink" }; card = { "%f[%a][Cc]ards?%f[%A]" }; withdraw = { "[Ww]ithdraw"; "[Rr]evoke" };
	};
	languages = {
		ar = {
			card = { "بطاق" }; withdraw = { "إلغاء"; "لغ" };
			invitation = { "دعو" }; username = { "اسم المستخدم"; "اسم مستخدم"; "اسمَ مستخدم" };
			account = { "حساب" }; app = { "تطبيق" }; password = { "مرور" };
			link = { "رابط"; "روابط" }; never = { "باسوورد"; "لينك" };
		};
		de = {
			card = { "[Kk]arte" }; withdraw = { "[Zz]urück"; "Ziehe" };
			invitation = { "[Ee]inladung" }; username = { "Benutzername" }; account = { "Kont[oe]" }; app = { "App" }; password = { "Passw[oö]" };
			link = { "Link" }; never = { "Account"; "Kennwort"; "Nutzername%f[%s]"; "Anwendung"; "Bitte die Person"; "%f[%a]Sie haben" };
		};
		es = {
			card = { "[Tt]arjeta" }; withdraw = { "[Aa]nul" };
			invitation = { "[Ii]nvitaci" }; username = { "[Nn]ombres? de usuario" }; account = { "[Cc]uenta" }; app = { "[Aa]plicaci" };
			password = { "[Cc]ontraseña" }; link = { "[Ee]nlace" };
			never = { "móvil"; "ordenador"; "%f[%a][Oo]s%f[%A]"; "vosotr"; "[Vv]uestr"; "usted" };
		};
		fr = {
			card = { "[Cc]arte" }; withdraw = { "[Aa]nnul" };
			invitation = { "[Ii]nvitation" }; username = { "[Nn]oms? d’utilisateur" }; account = { "[Cc]ompte" }; app = { "[Aa]ppli" };
			password = { "[Mm]ots? de passe" }; link = { "[Ll]ien" }; never = { "·"; "%f[%a]tu%f[%A]"; "%f[%a]marche"; "login" };
		};
		it = {
			card = { "[Bb]igliett" }; withdraw = { "[Aa]nnull" };
			invitation = { "[Ii]nvit[oi]" }; username = { "[Nn]om[ei] utente" };
			account = { "[Aa]ccount" }; app = { "[Aa]pp" }; password = { "[Pp]assword" };
			link = { "[Ll]ink" }; never = { "fornitore"; "collegamento"; "parola d’ordine"; "applicazion" };
		};
		nl = {
			card = { "[Kk]aart" }; withdraw = { "[Tt]rek"; "trokken" };
			invitation = { "[Uu]itnodiging" }; username = { "[Gg]ebruikersna" };
			account = { "[Aa]ccount" }; app = { "[Aa]pp" }; password = { "[Ww]achtwoord" };
			link = { "[Ll]ink" }; never = { "paswoord"; "koppeling"; "%f[%a]u%f[%A]" };
		};
		pl = {
			card = { "[Kk]ar[tc]" }; withdraw = { "[Ww]ycof" };
			invitation = { "[Zz]aprosze" }; username = { "[Nn]azw%S* użytkownika" };
			account = { "[Kk]on[ct]" }; app = { "[Aa]plikacj" }; password = { "[Hh]as[łe]" };
			link = { "[Ll]ink" }; never = { "odnośnik"; "rachun"; "%f[%a]Pan[ai]?%f[%A]" };
		};
		["pt-BR"] = {
			card = { "[Cc]art[ãõ]" }; withdraw = { "[Cc]ancel" };
			invitation = { "[Cc]onvite" }; username = { "[Nn]omes? de usuário" };
			account = { "[Cc]onta" }; app = { "[Aa]plicativo" }; password = { "[Ss]enha" };
			link = { "[Ll]ink" }; never = { "telemóvel"; "ecrã"; "utilizador"; "contacto"; "palavra%-passe"; "ligação" };
		};
		["pt-PT"] = {
			card = { "[Cc]art[ãõ]" }; withdraw = { "[Cc]ancel" };
			invitation = { "[Cc]onvite" }; username = { "[Nn]omes? de utilizador" };
			account = { "[Cc]onta" }; app = { "[Aa]plicaç" };
			password = { "[Pp]alavras?%-passe" }; link = { "[Ll]igaç" };
			never = { "usuário"; "celular"; "[Ss]enha"; "aplicativo"; "você"; "%f[%a]contatos?%f[%A]"; "caractere%f[%A]" };
		};
		ru = {
			card = { "арточ" }; withdraw = { "тозв"; "тзыв"; "тзов" };
			invitation = { "риглашени" }; username = { "м[яе]%S* пользователя" };
			account = { "ккаунт" }; app = { "риложени" }; password = { "арол" };
			link = { "сылк"; "сылок" }; never = { "чётн"; "логин"; "ы с вами"; "тыкн" };
		};
		uk = {
			card = { "артк"; "арток"; "артц" }; withdraw = { "ідкли" };
			invitation = { "апрошен" }; username = { "м[’е]%S* користувача" };
			account = { "бліков" }; app = { "астосун" }; password = { "арол" };
			link = { "осилан" }; never = { "каунт"; "ссилк"; "логін"; "лінк" };
		};
		["zh-Hans"] = {
			card = { "卡片" }; withdraw = { "撤回" };
			invitation = { "邀请" }; username = { "用户名" }; account = { "账号" };
			app = { "应用" }; password = { "密码" }; link = { "链接" };
			never = { "帐"; "账户"; "QR"; "口令"; "您"; "管理者" };
		};
	};
}
