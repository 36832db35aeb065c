# Wat de pagina’s van uitnodigingen zeggen; zie en.ftl.
language-name = Nederlands
languages = Talen
invited-by = Uitnodiging van { $inviter }

account-heading = Je bent uitgenodigd voor { $site }
account-heading-inviter = { $inviter } nodigt je uit voor { $site }
account-lead = Met deze uitnodiging krijg je daar je eigen account om te chatten. Het duurt drie minuten.
contact-heading = { $inviter } wil graag met je chatten
contact-lead = { $inviter } is { $address }. Je kunt chatten met elke app en elke aanbieder die XMPP gebruikt.
contact-account-lead = Met deze uitnodiging worden jullie contacten. Als je nog geen account hebt, krijg je er een bij { $site }.
reset-heading = Kies een nieuw wachtwoord
reset-lead = Met deze link stel je een nieuw wachtwoord in voor { $address }. Heb je hier niet om gevraagd? Sluit dan deze pagina: er is niets veranderd.
bound = Je adres wordt { $address }.

have-account-heading = Ik heb een account
have-app-heading = Heb je al een app?
open-account = Uitnodiging openen in mijn app
open-account-lead = Als er een chat-app voor XMPP op dit apparaat staat, kan die de uitnodiging nu openen.
open-contact = { $inviter } toevoegen
open-contact-lead = Druk hierop, en je app voegt { $inviter } toe aan je contacten.
open-contact-account-lead = Druk hierop, en je app voegt { $inviter } toe aan je contacten.
open-reset = Link openen in mijn app
open-reset-lead = Sommige apps kunnen het nieuwe wachtwoord zelf instellen.

apps-heading = Kies een app
apps-heading-contact = Ik heb een account nodig
apps-heading-contact-account = Ik heb een account nodig
apps-heading-reset = Met een app
apps-lead = Om te chatten heb je een app nodig. Druk op een app om de stappen te zien.
apps-lead-contact = Kies een app. Die helpt je om een account te maken bij een aanbieder die je bevalt. Kom daarna hier terug.
other-apps = Andere apps
no-apps = Haal een chat-app voor XMPP uit de appwinkel van je apparaat en kom daarna terug naar deze pagina.
browser-lead = Of zonder app, gewoon hier:
browser-account = Mijn account maken in deze browser
browser-reset = Een nieuw wachtwoord kiezen

phone-heading = Liever op je telefoon?
phone-lead = Richt de camera van je telefoon op dit vierkant. Deze pagina gaat daar dan open.
code = De link naar deze pagina als QR-code
link-label = De link naar deze pagina
copy = Kopiëren
copied = Gekopieerd

expires-days = { $count ->
    [one] Deze link werkt nog één dag.
   *[other] Deze link werkt nog { $count } dagen.
}
expires-soon = Deze link werkt nog minder dan een minuut.
expires-hours = { $count ->
    [one] Deze link werkt nog één uur.
   *[other] Deze link werkt nog { $count } uur.
}
expires-minutes = { $count ->
    [one] Deze link werkt nog één minuut.
   *[other] Deze link werkt nog { $count } minuten.
}

setup-heading = Met { $app }, stap voor stap
download = De app ophalen
step-install = Installeer { $app }
step-visit = Open { $app }
step-come-back = Kom daarna terug naar deze pagina. Ben je de pagina kwijt? Open dan de link uit je bericht en kies opnieuw { $app }.
step-press = Kom terug en druk hierop
step-then = Daarna
step-register = Kies een naam en een wachtwoord. Bewaar ze allebei: je hebt ze zo meteen nodig.
step-open-account = { $app } gaat open en laat je uitnodiging zien. Kies daar een naam en een wachtwoord.
step-open-contact = { $app } gaat open en vraagt of { $inviter } toegevoegd moet worden. Als je nog geen account hebt, maak er dan eerst een.
step-open-contact-account = { $app } gaat open en laat je uitnodiging zien. De app voegt { $inviter } voor je toe.
step-open-reset = { $app } gaat open. Kies daar het nieuwe wachtwoord.
step-add-contact = Als je nog geen account hebt, maak er dan eerst een. Voeg { $address } toe aan je contacten in { $app }.
step-log-in = Log in bij { $app } met het adres en het wachtwoord die je hebt gekozen.
step-other-app = { $app } kan geen uitnodigingen openen. Maak je account eerst met een andere app, en log dan in bij { $app } met het adres en het wachtwoord ervan.
trouble = Gebeurt er niets? Kopieer deze link en plak die in { $app }.
back = Een andere app kiezen

register-heading = Je account bij { $site }
register-lead = Kies een naam en een wachtwoord. Dat is alles.
register-lead-bound = Kies een wachtwoord. Dat is alles.
register-lead-contact = Kies een naam en een wachtwoord. Daarna zijn { $inviter } en jij contacten.
register-submit = Mijn account maken
reset-form-lead = Kies een nieuw wachtwoord. Al je apps zullen erom vragen.
reset-submit = Wachtwoord instellen
field-username = Naam
field-username-hint = Een deel van je adres. Kleine letters, cijfers, punten en streepjes werken overal.
field-address = Je adres
field-password = Wachtwoord
field-new-password = Nieuw wachtwoord
field-password-hint = Niemand kan het je nog eens sturen: schrijf het op of laat je browser het bewaren.
field-password-length = { $count ->
    [one] Minstens één teken.
   *[other] Minstens { $count } tekens.
}
username-free = Deze gebruikersnaam is beschikbaar.
username-suggestions = Misschien een van deze?
password-weak = Makkelijk te raden. Een paar willekeurige woorden zijn veiliger.
password-fair = Kan sterker. Voeg nog een woord toe.
password-good = Sterk wachtwoord.
password-suggest = Wachtwoord voorstellen
error-password-weak = Dit wachtwoord is makkelijk te raden. Kies een ander, of voer het nog een keer in om het te houden.
progress-account = Account
progress-app = App
progress-chat = Chatten
extra-nick = Bijnaam
extra-name = Volledige naam
extra-first = Voornaam
extra-last = Achternaam
extra-email = E-mailadres
extra-address = Straat
extra-city = Plaats
extra-state = Provincie of regio
extra-zip = Postcode
extra-phone = Telefoonnummer
extra-url = Webpagina
extra-date = Geboortedatum
extra-optional = Je mag dit leeg laten.
extra-required = Dit moet ingevuld zijn.
show = Tonen
hide = Verbergen
error-username-empty = Kies een naam.
error-username-invalid = In deze naam staat een teken dat in een adres niet werkt, zoals een spatie of @.
error-username-long = Deze naam is te lang. Kies een kortere.
error-username-taken = Iemand anders heeft deze naam al. Probeer een andere.
error-password-empty = Kies een wachtwoord.
error-password-short = { $count ->
    [one] Dit is te kort. Er is minstens één teken nodig.
   *[other] Dit is te kort. Er zijn minstens { $count } tekens nodig.
}
error-password-username = Je naam mag niet in het wachtwoord staan.
error-password-long = Dit is te lang. Een paar woorden zijn genoeg.
error-password-control = Hier zit een onzichtbaar teken in, zoals een tab of een regeleinde. Typ het wachtwoord zelf, of kopieer het zonder dat teken.
error-password-characters = Hier zit een teken in dat chat-apps niet kunnen versturen. Gebruik letters, cijfers, spaties en tekens zoals ! of -.
error-extra-missing = Vul dit ook in.
error-extra-long = Dit is te lang.
error-extra-invalid = Dit past hier niet. Kijk het nog een keer na.
error-extra-email = Dit is geen e-mailadres zoals name@example.com.
error-in-use = Iemand gebruikt deze uitnodiging op dit moment. Druk over een minuut nog een keer.
error-form-too-old = Deze pagina was te lang open, of je browser bewaart geen cookies. Vul je wachtwoord in en druk nog een keer.
error-no-cookies = Je browser bewaart geen cookies voor deze pagina, en zonder cookies werkt het formulier niet. Sta cookies toe voor { $host }, of open de link in een andere browser.
success-heading = Welkom bij { $site }
success-lead = Je account is klaar.
success-keep = Je logt in met dit adres en je wachtwoord, op al je apparaten.
success-contact = { $inviter } staat al in je contacten.
success-save = Bewaar je wachtwoord nu, in je browser of op papier. We kunnen het je niet sturen.
success-webchat = Begin gewoon hier
success-webchat-lead = Chat in deze browser, zonder iets te installeren.
success-webchat-open = De webchat openen
success-apps = Haal nu een app
success-apps-lead = Installeer een van deze apps en log in met je adres en je wachtwoord.
success-log-in = Inloggen
success-open-app = { $app } openen
reset-success-heading = Je nieuwe wachtwoord is ingesteld
reset-success-lead = Log ermee in bij je app. Je contacten en berichten zijn zoals ze waren.

used-heading = Deze uitnodiging is al gebruikt
used-lead = Was jij dat? Dan heb je een account: open je app en log in. Zo niet, vraag dan een nieuwe link aan wie je de link heeft gestuurd.
used-reset-heading = Deze link is al gebruikt
used-reset-lead = Was jij dat? Log dan in met je nieuwe wachtwoord. Zo niet, vraag dan een nieuwe link, en vertel het aan wie { $site } beheert.
used-contact-heading = Deze uitnodiging is al gebruikt
used-contact-lead = Was jij dat? Dan zijn jullie contacten: open je app. Zo niet, vraag dan een nieuwe link aan wie je de link heeft gestuurd.
expired-heading = Deze link is te oud
expired-lead = Vraag een nieuwe aan wie je de link heeft gestuurd.
revoked-heading = Deze uitnodiging is ingetrokken
revoked-lead = Vraag een nieuwe aan wie je de uitnodiging heeft gestuurd.
unknown-heading = We kennen deze uitnodiging niet
unknown-lead = Misschien is een stuk van de link verloren gegaan. Open de link nog een keer vanuit je bericht, of kopieer hem helemaal. Heel oude uitnodigingen worden vergeten.
incomplete-heading = Deze link is niet volledig
incomplete-lead = Open de link nog een keer vanuit je bericht, of kopieer hem helemaal.
start-heading = Nodig mensen uit voor { $site }
start-lead = Log in met je adres en je wachtwoord, en maak hier een uitnodiging.
start-log-in = Inloggen
start-log-out = Uitloggen
start-hello = Je bent ingelogd als { $address }.
start-make-heading = Een nieuwe uitnodiging
start-for = Voor wie is die?
start-for-newcomer = Iemand die een account bij { $site } nodig heeft
start-for-newcomer-hint = Jullie worden contacten zodra het account er is.
start-for-contact = Iemand die ergens al een account heeft
start-note = Notitie voor jezelf
start-note-hint = Een naam, bijvoorbeeld. Alleen jij en de beheerders van de server zien die.
start-make = De uitnodiging maken
start-made-heading = Je uitnodiging is klaar
start-made-lead = Stuur deze link alleen naar de persoon voor wie die is. Hij werkt één keer.
start-made-contact-only = Je hebt alle uitnodigingen voor nieuwe accounts gemaakt die je nu mag maken. Deze is voor iemand die al een account heeft.
start-made-code = De link als QR-code
start-link = De link om te sturen
start-list-heading = Je uitnodigingen die nog niet zijn gebruikt
start-list-none = Er zijn er geen.
start-list-more = Alleen de nieuwste staan hier.
start-list-account = Voor een account
start-list-contact = Voor een contact
start-list-contact-account = Voor een account en een contact
start-list-reset = Voor een nieuw wachtwoord
start-valid-until = Geldig tot { $date }
start-valid-always = Onbeperkt geldig
start-revoke = Intrekken
start-revoke-this = De uitnodiging { $note } intrekken
start-revoked = De uitnodiging is ingetrokken.
start-sheet-heading = Kaartjes om te printen
start-sheet-lead = Voor een evenement: elk kaartje heeft een eigen uitnodiging, voor één persoon.
start-sheet-count = Hoeveel kaartjes
start-sheet-make = De kaartjes maken
start-back = Terug
start-print = Print deze pagina en knip dan de kaartjes uit. Wie een kaartje heeft, kan het gebruiken, dus bewaar ze goed.
error-login = Dit adres of dit wachtwoord klopt niet.
error-login-throttled = Er waren te veel pogingen. Probeer het over een paar minuten opnieuw.
error-logged-out = Je bent uitgelogd, omdat er een tijdje niets is gebeurd. Log nog een keer in.
error-count = Kies een getal van 1 tot en met { $count }.
error-note = De notitie is te lang of bevat tekens die niet getoond kunnen worden. Gebruik hoogstens { $count } letters.
error-failed = Dat is niet gelukt. Probeer het over een paar minuten opnieuw.
error-not-revocable = Deze uitnodiging kan niet meer worden ingetrokken.
error-not-allowed = Je mag hier niet zo’n uitnodiging maken.
error-quota-pending = Te veel van je uitnodigingen zijn nog niet gebruikt. Trek er een paar in, of wacht tot ze gebruikt zijn.
error-quota-daily = Je hebt vandaag zoveel uitnodigingen gemaakt als je mag maken. Probeer het morgen opnieuw.

card-heading = Je bent uitgenodigd voor { $site }
card-lead = Richt de camera van je telefoon op het vierkant, of typ dit in een browser:
card-expires = Geldig tot { $date }, voor één persoon.
card-always = Voor één persoon.

contact-only-heading = Deze uitnodiging maakt geen account
contact-only-lead = Deze uitnodiging is voor mensen die al een account hebben. Open de link nog een keer vanuit je bericht om te zien wat je ermee kunt doen.
not-encrypted-heading = Deze pagina is hier niet veilig
not-encrypted-lead = Een wachtwoord mag niet onversleuteld reizen. Open de link met https ervoor, of vraag het aan wie { $site } beheert.
bad-request-heading = Je browser heeft iets vreemds gestuurd
bad-request-lead = Er is niets gebeurd. Ga terug en probeer het nog een keer.
app-unknown-heading = We kennen deze app niet
app-unknown-lead = Open je uitnodiging nog een keer en kies een andere.
throttled-heading = Wacht even
throttled-lead = Vanuit je netwerk zijn te veel links geopend die niet werken. Probeer het over een paar minuten opnieuw.
elsewhere-heading = Dat kan hier niet
elsewhere-lead = De accounts van { $host } worden ergens anders beheerd. Geen uitnodiging kan hier een account maken of een wachtwoord instellen. Vraag het aan de mensen die deze server beheren.
failed-heading = Dit lukt op dit moment niet
failed-lead = Het ligt aan ons, en je uitnodiging is niet verloren. Probeer het over een paar minuten opnieuw.

footer-terms = Voorwaarden
footer-privacy = Privacy
footer-imprint = Over ons
footer-contact = Contact

app-conversations = Chatten en bellen voor Android. Makkelijk om mee te beginnen, en zuinig met de batterij.
app-cheogram = Voor Android: familie van Conversations, die ook het telefoonnet kan bereiken.
app-yaxim = Een kleine app voor Android, die ook op oude telefoons werkt.
app-monal = Chatten en bellen voor iPhone, iPad en Mac.
app-siskin-im = Een lichte app voor iPhone en iPad.
app-beagle-im = Een lichte app voor de Mac, van de makers van Siskin.
app-dino = Netjes en eenvoudig, voor computers met Linux.
app-gajim = Voor de computer, met alles wat je ooit zou willen instellen.
app-kaidan = Voor Linux op computers en telefoons, gemaakt binnen KDE.
app-psi = Voor de computer en voor mensen met ervaring; Psi+ is hetzelfde, met wat nieuw is.
app-converse-js = Chatten in de browser, zonder iets te installeren.
app-movim = Chat en nieuws in de browser. De site die je daar kiest, logt voor je in, dus kies er een die je vertrouwt.
app-renga = Voor computers met Haiku.

refusal-no-token = Er is geen uitnodigingscode gegeven
refusal-token-missing = De uitnodigingscode ontbreekt
refusal-token-invalid = Deze uitnodigingscode is ongeldig of verlopen
refusal-token-expired = { refusal-token-invalid }
refusal-token-used = { refusal-token-invalid }
refusal-token-revoked = { refusal-token-invalid }
refusal-token-not-for-registration = { refusal-token-invalid }
refusal-token-not-for-contact = { refusal-token-invalid }
refusal-inviter-gone = { refusal-token-invalid }
refusal-permit-spent = { refusal-token-invalid }
refusal-invite-damaged = { refusal-token-invalid }
refusal-not-invited = Registreren op deze server kan alleen met een uitnodiging
refusal-password-unusable = Dit wachtwoord kan niet worden gebruikt
refusal-invite-in-use = Iemand gebruikt deze uitnodiging, probeer het later opnieuw
refusal-username-invalid = Dit is geen geldige gebruikersnaam
refusal-username-too-long = Deze gebruikersnaam is te lang
refusal-username-mismatch = Deze uitnodiging is voor een andere gebruikersnaam
refusal-username-reserved = Deze gebruikersnaam is gereserveerd
refusal-managed-elsewhere = De accounts van deze server worden ergens anders beheerd
refusal-account-exists = Deze gebruikersnaam bestaat al
refusal-account-not-found = Dit account bestaat niet
refusal-data-invalid = De gegevens van de uitnodiging kunnen niet worden bewaard
refusal-form-invalid = Dit formulier kan niet gelezen worden
refusal-text-too-long = Deze tekst is te lang
refusal-text-unclean = Deze tekst bevat tekens die niet getoond kunnen worden
refusal-ttl-invalid = De uitnodiging kan niet zo lang geldig zijn
refusal-uses-invalid = De uitnodiging kan niet zo vaak worden gebruikt
refusal-ttl-too-long = Jouw uitnodigingen kunnen niet zo lang geldig zijn
refusal-uses-too-many = Jouw uitnodigingen kunnen niet zo vaak worden gebruikt
refusal-quota-pending = Te veel van je uitnodigingen zijn nog niet gebruikt
refusal-quota-daily = Je hebt vandaag te veel uitnodigingen gemaakt
refusal-not-allowed = Je mag niet zo’n uitnodiging maken
refusal-reference-ambiguous = Dit past bij meer dan één uitnodiging
refusal-throttled = Te veel uitnodigingen die niet werken, probeer het later opnieuw
refusal-ask = Het account kon niet worden opgezocht
refusal-internal-server-error = Uitnodigingen werken nu niet, probeer het later opnieuw

adhoc-refusal-token-invalid = Deze uitnodiging bestaat niet
adhoc-refusal-token-expired = De uitnodiging is verlopen
adhoc-refusal-token-used = De uitnodiging is al gebruikt
adhoc-refusal-token-revoked = De uitnodiging is ingetrokken
adhoc-refusal-invite-damaged = De rij van deze uitnodiging in de database is beschadigd
adhoc-forbidden = Je mag deze opdracht niet gebruiken
adhoc-unavailable = Dit onderdeel is voor jou niet beschikbaar
adhoc-no-action = Deze opdracht kent die actie niet
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = dit moet worden ingevuld
adhoc-value-address = dit is geen adres
adhoc-value-boolean = dit is geen ja en geen nee
adhoc-value-choice = dit is geen van de keuzes
adhoc-value-long = dit is te lang
adhoc-value-unclean = dit bevat tekens die niet getoond kunnen worden
adhoc-whole-address = Geef een heel adres, zoals { $address }

adhoc-created = Je uitnodiging is gemaakt
adhoc-contact-only = Je hebt alle uitnodigingen voor nieuwe accounts gemaakt die je nu mag maken. Deze is voor iemand die ergens al een account heeft.
adhoc-link = Uitnodigingslink
adhoc-page = Webpagina om te delen
adhoc-valid-until = Geldig tot

adhoc-account-title = Uitnodiging voor een nieuw account maken
adhoc-account-lead = Maakt een link waarmee iemand een account op { $host } kan maken.
adhoc-no-registration = Niemand kan zich registreren op { $host }, dus een uitnodiging heeft geen zin. De beheerders van de server kunnen dat veranderen
adhoc-username = Gebruikersnaam
adhoc-username-hint = Laat dit leeg om de ander te laten kiezen
adhoc-befriend = Het nieuwe account en ik worden elkaars contacten
adhoc-lifetime = Hoelang de uitnodiging geldig is
adhoc-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
}
adhoc-hours = { $count ->
    [one] { $count } uur
   *[other] { $count } uur
}
adhoc-minutes = { $count ->
    [one] { $count } minuut
   *[other] { $count } minuten
}
adhoc-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } seconden
}
adhoc-without-end = onbeperkt
adhoc-most-uses = Hoeveel accounts ermee gemaakt kunnen worden
adhoc-role = Rol van het nieuwe account
adhoc-role-usual = Zoals elk nieuw account
adhoc-groups = Groepen van het nieuwe account
adhoc-note = Notitie
adhoc-note-hint = Voor wie de uitnodiging is: te zien in je lijst van uitnodigingen

adhoc-reset-title = Uitnodiging voor een nieuw wachtwoord maken
adhoc-reset-lead = Maakt een link waarmee de eigenaar van dit account een nieuw wachtwoord kan instellen.
adhoc-reset-address = Adres van het account
adhoc-account-here = Het moet een account op { $host } zijn
adhoc-higher-role = Dit account heeft een hogere rol dan jij

adhoc-own-title = Mijn uitnodigingen
adhoc-all-title = Alle uitnodigingen beheren
adhoc-all-lead = Welke uitnodigingen wil je zien?
adhoc-list-title = Alle uitnodigingen
adhoc-invites = Uitnodigingen
adhoc-which-usable = die gebruikt kunnen worden
adhoc-which-pending = die gebruikt kunnen worden om een account te maken of een wachtwoord in te stellen
adhoc-which-used = die gebruikt zijn
adhoc-which-all = allemaal, ook ingetrokken en verlopen
adhoc-user = Alleen die van deze gebruiker
adhoc-choose-lead = Kies een uitnodiging, en wat je ermee wilt doen.
adhoc-invite = Uitnodiging
adhoc-verb = Wat je wilt doen
adhoc-verb-show = Tonen, met de link
adhoc-verb-extend = Langer of korter geldig laten zijn
adhoc-verb-label = Er een notitie bij schrijven
adhoc-verb-revoke = Intrekken: de link werkt dan niet meer
adhoc-more-invites = … (meer uitnodigingen)
adhoc-all-of-them = … (allemaal, ook die gebruikt of voorbij zijn)
adhoc-no-such-invites = Zulke uitnodigingen zijn er niet
adhoc-no-more-invites = Er zijn geen uitnodigingen meer

adhoc-line = { $about } [{ $id }]
adhoc-line-note = { $note }: { $about } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = account
adhoc-purpose-account-named = account { $address }
adhoc-purpose-contact = contact
adhoc-purpose-contact-account = account en contact
adhoc-purpose-reset = nieuw wachtwoord voor { $address }
adhoc-state-usable = kan gebruikt worden
adhoc-state-until = tot { $date }
adhoc-state-claimed = nu in gebruik
adhoc-state-redeemed = opgebruikt
adhoc-state-revoked = ingetrokken
adhoc-state-expired = verlopen
adhoc-used = { $count ->
    [one] één keer gebruikt
   *[other] { $count } keer gebruikt
}
adhoc-used-of = { $count } van { $most } keer gebruikt
adhoc-made-by = van { $creator }

adhoc-invite-title = Uitnodiging { $id }
adhoc-purpose = Waarvoor die is
adhoc-state = Toestand
adhoc-uses = Gebruik
adhoc-maker = Gemaakt door
adhoc-created-at = Gemaakt op
adhoc-id = Korte naam in lijsten en logboeken
adhoc-link-left-out = De link is weggelaten, want de uitnodiging geeft meer dan jij mag geven
adhoc-valid-for = Geldigheidsduur
adhoc-extend-lead = Gerekend vanaf nu.
adhoc-extend-gives-more = Je kunt een uitnodiging niet verlengen die meer geeft dan jij mag geven
adhoc-extend-admins = Alleen beheerders kunnen deze uitnodiging langer geldig laten zijn
adhoc-extended = De uitnodiging is nu tot een ander tijdstip geldig
adhoc-label-lead = Wie de uitnodiging heeft gemaakt en de beheerders kunnen de notitie zien. Laat dit leeg om de notitie te verwijderen.
adhoc-labelled = De notitie is opgeschreven
adhoc-label-removed = De notitie is verwijderd
adhoc-revoked = De uitnodiging is ingetrokken
