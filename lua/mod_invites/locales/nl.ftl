# Wat de pagina’s van uitnodigingen zeggen; zie en.ftl.
language-name = Nederlands
languages = Talen
invited-by = Uitnodiging van { $inviter }

account-heading = Je bent uitgenodigd voor { $site }
account-heading-inviter = { $inviter } heeft je uitgenodigd voor { $site }
account-lead = Maak je account en begin met chatten. Het duurt ongeveer drie minuten.
contact-heading = { $inviter } wil met je chatten
contact-lead = Voeg { $inviter } toe in je chatapp. Elke app en elke aanbieder is goed, zolang ze XMPP gebruiken, een open netwerk om te chatten. Het adres is { $address }.
contact-account-lead = Accepteer de uitnodiging om samen te chatten. Nog geen account? Je kunt er een maken bij { $site }.
reset-heading = Kies een nieuw wachtwoord
reset-lead = Met deze link stel je een nieuw wachtwoord in voor { $address }. Heb je hier niet om gevraagd? Sluit dan deze pagina: er is niets veranderd.
bound = Je adres wordt { $address }.
rooms-lead = Ruimtes waar je bij komt: { $rooms }

open-account = Uitnodiging openen in mijn app
open-account-lead = Sommige XMPP-apps kunnen de uitnodiging meteen openen.
open-contact = { $inviter } toevoegen
open-contact-lead = Veel XMPP-apps kunnen { $inviter } meteen aan je contacten toevoegen.
open-contact-account-lead = { open-contact-lead }
open-reset = Openen in mijn app
open-reset-lead = In sommige apps kun je het nieuwe wachtwoord meteen instellen.

apps-heading = Download een chatapp
apps-heading-contact = Ik heb een account nodig
apps-heading-contact-account = Ik ben hier nieuw
apps-heading-reset = In een app
apps-lead = Kies een app, wij helpen je verder.
apps-lead-contact = Kies een app. Die helpt je een account te maken bij een aanbieder naar keuze. Kom daarna terug naar deze pagina.
other-apps = Meer apps
no-apps = Zoek in de appstore van je apparaat naar een XMPP-app en kom daarna terug naar deze pagina.
browser-lead = Of maak eerst je account en kies later een app:
browser-account = Mijn account maken
browser-reset = Nieuw wachtwoord kiezen

phone-heading = Liever op je telefoon?
phone-lead = Scan deze code met de camera van je telefoon. Deze pagina gaat dan daar open.
code = QR-code voor deze pagina
link-label = Link naar deze pagina
copy = Kopiëren
copied = Gekopieerd
share = Delen
print = Printen
moment = { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }, { $time } UTC

expires-soon = Minder dan een minuut geldig.
expires-hours = { $count ->
    [one] Nog één uur geldig.
   *[other] Nog { $count } uur geldig.
}
expires-minutes = { $count ->
    [one] Nog één minuut geldig.
   *[other] Nog { $count } minuten geldig.
}
expires-at = Geldig tot { $date }
get-app = { $app } downloaden
have-app = Ik heb al een app
open-invitation = Uitnodiging openen
nothing-happened = Gebeurde er niets? Kopieer deze link en plak hem in je chatapp.
contact-address = Adres van { $inviter }
contact-open = Alleen het adres openen in mijn app
other-ways = Andere manieren
other-ways-contact = Ik heb nog geen chatapp
other-ways-reset = Deze pagina op een ander apparaat openen
in-app-browser = Je zit in de browser van een andere app, die uitnodigingen misschien niet kan openen. Open deze pagina in je eigen browser: zoek in het menu naar ‘Openen in browser’.

setup-heading = Aan de slag met { $app }
setup-title = Met { $app } naar { $site }
progress-install = Installeren
progress-open = Uitnodiging openen
download = Downloaden
download-store = Downloaden via
download-site = Downloaden van
# Its hyphen is no place to break a line.
-f-droid = F-{ "\u2060" }Droid
store-paid = Deze app kost geld op Google Play en is gratis op { -f-droid }.
step-install = Installeer { $app }
step-visit = Open { $app }
step-come-back = Kom daarna terug naar deze pagina. Ben je de pagina kwijt? Open dan de link uit je bericht en kies opnieuw { $app }.
step-brings = Installeer { $app } en open de app. Je uitnodiging verschijnt daar vanzelf.
step-other-store = Installeer je de app ergens anders vandaan, kom daarna dan hier terug.
step-press = Kom terug en open je uitnodiging
step-then = Laatste stap
step-open-account = { $app } gaat open met je uitnodiging. Maak daar je account.
step-open-contact = { $app } gaat open en vraagt of je { $inviter } wilt toevoegen. Heb je nog geen account? Maak er dan eerst een.
step-open-contact-account = { $app } gaat open met je uitnodiging en voegt { $inviter } toe aan je contacten.
step-open-reset = { $app } gaat open. Kies daar je nieuwe wachtwoord.
step-add-contact = Maak een account in { $app } als je er nog geen hebt. Voeg daarna { $address } toe aan je contacten.
step-log-in = Log in op { $app } met je adres en wachtwoord.
step-other-app = { $app } kan deze link niet openen. Open hem eerst in een andere app en log daarna in op { $app } met hetzelfde adres en wachtwoord.
trouble = Gebeurt er niets? Kopieer deze link en plak hem in { $app }.
back = Een andere app kiezen

register-heading = Maak je account bij { $site }
register-lead = Kies een gebruikersnaam en een wachtwoord.
register-lead-bound = Kies een wachtwoord.
register-lead-contact = Kies een gebruikersnaam en een wachtwoord. Daarna kun je met { $inviter } chatten.
register-submit = Account maken
reset-form-lead = Daarna vragen al je apps om het nieuwe wachtwoord.
reset-submit = Nieuw wachtwoord opslaan
field-username = Gebruikersnaam
field-username-hint = Bijvoorbeeld anna of anna.devries. Gebruik kleine letters, cijfers, punten en streepjes.
field-address = Je adres
field-password = Wachtwoord
field-new-password = Nieuw wachtwoord
field-password-hint = Bewaar het in je browser of schrijf het op. We kunnen het je niet sturen.
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
error-password-weak = Dit wachtwoord is makkelijk te raden. Kies een ander, of vul het nog een keer in om het te houden.
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
extra-optional = Optioneel
extra-required = Verplicht
show = Tonen
hide = Verbergen
error-username-empty = Vul een gebruikersnaam in.
error-username-invalid = In een gebruikersnaam mogen geen spaties of tekens zoals @ of / staan.
error-username-long = Deze gebruikersnaam is te lang. Kies een kortere.
error-username-taken = Deze gebruikersnaam is al bezet. Probeer een andere.
error-password-empty = Vul een wachtwoord in.
error-password-short = { $count ->
    [one] Te kort. Gebruik minstens één teken.
   *[other] Te kort. Gebruik minstens { $count } tekens.
}
error-password-username = Je gebruikersnaam mag niet in je wachtwoord staan.
error-password-long = Dit wachtwoord is te lang. Een paar woorden zijn genoeg.
error-password-control = In je wachtwoord zit een onzichtbaar teken, zoals een tab of een regeleinde. Typ het zelf, of kopieer het zonder dat teken.
error-password-characters = In je wachtwoord zit een teken dat chatapps niet kunnen versturen. Gebruik letters, cijfers, spaties en tekens zoals ! of -.
error-extra-missing = Vul dit veld in.
error-extra-long = Dit is te lang.
error-extra-invalid = Dit is hier niet geldig. Controleer het en probeer het opnieuw.
error-extra-email = Dit is geen e-mailadres zoals name@example.com.
error-in-use = Iemand anders gebruikt deze uitnodiging op dit moment. Probeer het over een minuut opnieuw.
error-form-too-old = Deze pagina stond te lang open, of je browser blokkeert cookies. Vul je wachtwoord in en probeer het opnieuw.
error-no-cookies = Je browser bewaart geen cookies voor deze pagina, en het formulier heeft er een nodig. Sta cookies toe voor { $host }, of open de link in een andere browser.
success-heading = Welkom bij { $site }!
success-lead = Je account is klaar.
success-keep = Gebruik dit adres en je wachtwoord om op al je apparaten in te loggen.
success-contact = { $inviter } staat al in je contacten.
success-save = Bewaar je wachtwoord nu in je browser of schrijf het op. We kunnen het je niet sturen.
success-webchat = Begin meteen met chatten
success-webchat-lead = Chat gewoon hier in je browser. Je hoeft niets te installeren.
success-webchat-open = Webchat openen
success-apps = Installeer nu een app
success-apps-lead = Installeer deze app en log daarna in met je adres en wachtwoord.
success-apps-lead-more = Installeer deze app of een andere uit de lijst hieronder en log daarna in met je adres en wachtwoord.
success-log-in = Inloggen
success-open-app = { $app } openen
reset-success-heading = Je wachtwoord is gewijzigd
reset-success-lead = Log in op je apps met het nieuwe wachtwoord. Verder is er niets veranderd.

used-heading = Deze uitnodiging is al gebruikt
used-lead = Was jij dat? Dan is je account klaar: open je app en log in. Zo niet, vraag dan een nieuwe link aan de persoon die je heeft uitgenodigd.
used-reset-heading = Deze link is al gebruikt
used-reset-lead = Was jij dat? Log dan in met je nieuwe wachtwoord. Zo niet, neem dan meteen contact op met de beheerder van { $site }.
later-heading = Deze uitnodiging kan nu niet worden gebruikt
later-lead = Je kunt haar later gebruiken: er is niets verbruikt. Probeer het morgen opnieuw, of vraag het aan degene die je heeft uitgenodigd.
used-contact-heading = Deze uitnodiging is al gebruikt
used-contact-lead = Was jij dat? Dan kunnen jullie al chatten: open je app. Zo niet, vraag dan een nieuwe link aan de persoon die je heeft uitgenodigd.
expired-heading = Deze link is verlopen
expired-lead = Vraag een nieuwe aan de persoon die je de link heeft gestuurd.
revoked-heading = Deze uitnodiging is niet meer geldig
revoked-lead = De uitnodiging is ingetrokken. Vraag een nieuwe aan de persoon die je de link heeft gestuurd.
unknown-heading = We kunnen deze uitnodiging niet vinden
unknown-lead = Misschien ontbreekt een deel van de link. Open hem opnieuw vanuit je bericht, of kopieer de hele link. Is de link al oud? Vraag dan een nieuwe.
try-again = Opnieuw proberen
to-invitation = Terug naar de uitnodiging
open-my-app = Mijn app openen
contact-server = Contact opnemen met { $site }
ask-label = Bericht aan de persoon die je de link heeft gestuurd
ask-message = De link naar { $site } die je me hebt gestuurd, werkt niet. Kun je me een nieuwe sturen?
ask-copy = Bericht kopiëren
open-secure = Beveiligde pagina openen
open-yourself = Gebeurde er niets? Open zelf je chatapp.
incomplete-heading = Deze link is niet volledig
incomplete-lead = Open hem opnieuw vanuit je bericht, of kopieer de hele link.
start-heading = Nodig mensen uit voor { $site }
start-lead = Log in met je adres en wachtwoord om uitnodigingen te maken.
start-log-in = Inloggen
start-log-out = Uitloggen
start-hello = Ingelogd als { $address }
start-make-heading = Nieuwe uitnodiging
start-for = Voor wie is de uitnodiging?
start-for-newcomer = Iemand die nieuw is bij { $site }
start-for-newcomer-hint = Diegene maakt een account, en jullie staan in elkaars contacten.
start-for-contact = Iemand die al een XMPP-account heeft
start-username = Gebruikersnaam (optioneel)
start-username-hint = Laat dit leeg om de ander te laten kiezen.
start-message = Bericht (optioneel)
start-message-hint = Het staat op de pagina van de uitnodiging, en een nieuw account krijgt het als eerste bericht.
start-note = Notitie voor jezelf
start-note-hint = Een naam, bijvoorbeeld. Alleen jij en de beheerders van de server kunnen de notitie zien.
start-rooms = { adhoc-rooms }
start-make = Uitnodiging maken
start-made-heading = Je uitnodiging is klaar
start-made-lead = Stuur deze link naar één persoon. Hij werkt maar één keer.
start-made-contact-only = Je kunt nu niemand meer uitnodigen om een account te maken. Deze link is voor iemand die er al een heeft.
start-made-code = QR-code voor de link
start-link = Link om te delen
start-list-heading = Ongebruikte uitnodigingen
start-list-none = Je hebt geen ongebruikte uitnodigingen.
start-list-more = Alleen de nieuwste worden getoond.
start-list-account = Nieuw account
start-list-contact = Nieuw contact
start-list-contact-account = Nieuw account en contact
start-list-reset = Nieuw wachtwoord
start-cards = Uitnodigingskaartjes
start-sheet-left = Nog { $left } van { $most } over
start-valid-until = Geldig tot { $date }
start-valid-always = Verloopt nooit
start-copy-this = Link kopiëren: { $note }
start-share-this = Link delen: { $note }
start-revoke = Intrekken
start-revoke-this = Uitnodiging intrekken: { $note }
start-revoke-sure = De link werkt dan niet meer.
start-revoke-yes = Uitnodiging intrekken
start-revoke-cards-sure = De kaartjes die nog niemand heeft gebruikt, werken dan niet meer.
start-revoke-cards = Alle kaartjes intrekken
start-revoked = Uitnodiging ingetrokken. De link werkt niet meer.
start-revoked-cards = { $count ->
    [one] Eén kaartje is ingetrokken.
   *[other] { $count } kaartjes zijn ingetrokken.
}
start-sheet-heading = Uitnodigingskaartjes printen
start-sheet-lead = Voor evenementen: elk kaartje is een uitnodiging voor één persoon.
start-sheet-title = Voor welke gelegenheid zijn de kaartjes?
start-sheet-title-hint = Staat op elk kaartje. Bijvoorbeeld: Zomerfeest
start-sheet-count = Aantal kaartjes
start-sheet-room = { $count ->
    [one] Je kunt nu nog één uitnodiging maken.
   *[other] Je kunt nu nog { $count } uitnodigingen maken.
}
start-sheet-make = Kaartjes maken
start-sheet-again = Opnieuw printen
start-back = Terug
start-print = Print deze pagina en knip de kaartjes uit. Iedereen die een kaartje heeft, kan het gebruiken, dus bewaar ze goed.
error-login = Adres of wachtwoord klopt niet.
error-login-throttled = Te veel pogingen. Probeer het over een paar minuten opnieuw.
error-logged-out = Je was een tijdje niet actief en bent uitgelogd. Log opnieuw in.
error-count = Kies een getal van 1 tot en met { $count }.
error-note = De notitie is te lang of bevat tekens die niet getoond kunnen worden. Gebruik hoogstens { $count } tekens.
error-message = Het bericht is te lang of bevat tekens die niet getoond kunnen worden. Gebruik hoogstens { $count } tekens.
error-title = Dit is te lang of bevat tekens die niet getoond kunnen worden. Gebruik hoogstens { $count } tekens.
error-lifetime = Je uitnodigingen kunnen niet zo lang geldig zijn. Kies een kortere periode.
error-rooms = Een van deze ruimtes kan niet. Kies opnieuw.
error-no-cards = Er zijn geen kaartjes meer om te printen.
error-failed = Er is iets misgegaan. Probeer het over een paar minuten opnieuw.
error-not-revocable = Deze uitnodiging kan niet meer worden ingetrokken.
error-not-allowed = Je mag hier niet zo’n uitnodiging maken.
error-quota-pending = Te veel van je uitnodigingen zijn nog ongebruikt. Trek er een paar in, of wacht tot ze gebruikt zijn.
error-quota-daily = Je hebt je limiet voor vandaag bereikt. Probeer het morgen opnieuw.

card-heading = Je bent uitgenodigd voor { $site }
card-chat = Chat met ons bij { $site }
card-lead = Scan de code met de camera van je telefoon, of typ dit adres in een browser:
card-lead-app = Scan de code met de camera van je telefoon of open deze link in een XMPP-app:
card-expires = Geldig tot { $date }, voor één persoon.
card-always = Voor één persoon.

contact-only-heading = Voor deze uitnodiging heb je al een account nodig
contact-only-lead = Deze uitnodiging brengt je in contact met iemand, maar maakt geen account. Open de link opnieuw vanuit je bericht om te zien wat je kunt doen.
not-encrypted-heading = Deze verbinding is niet veilig
not-encrypted-lead = Anderen zouden je wachtwoord kunnen lezen. Open de link met https:// aan het begin, of neem contact op met de beheerder van { $site }.
bad-request-heading = Dat is niet gelukt
bad-request-lead = Er is niets veranderd. Ga terug en probeer het opnieuw.
app-unknown-heading = Deze app wordt hier niet aangeboden
app-unknown-lead = Ga terug naar je uitnodiging en kies een andere app.
throttled-heading = Wacht even
throttled-lead = Vanaf je netwerk zijn te veel ongeldige links geopend. Probeer het over een paar minuten opnieuw.
elsewhere-heading = Dat kan hier niet
elsewhere-lead = Accounts op { $host } worden ergens anders beheerd. Daarom kan geen uitnodiging een account maken of een wachtwoord instellen. Vraag het aan de beheerder van de server.
busy-heading = { throttled-heading }
busy-lead = Het is op dit moment erg druk op de server. Probeer het over een minuut opnieuw.
failed-heading = Er is iets misgegaan
failed-lead = Het ligt aan ons, niet aan jou. Probeer het over een paar minuten opnieuw.

footer-terms = Voorwaarden
footer-privacy = Privacy
footer-imprint = Colofon
footer-contact = Contact

app-conversations = Chatten en bellen, makkelijk in gebruik. Gratis in { -f-droid }, betaald in Google Play.
app-cheogram = Gebaseerd op Conversations, met extra’s zoals bellen naar telefoonnummers. Gratis in { -f-droid }, betaald in Google Play.
app-yaxim = Een kleine, lichte app die ook op oudere telefoons werkt.
app-monocles-chat = Gebaseerd op Conversations, met meer instellingen. Gratis in { -f-droid }, betaald in Google Play.
app-monal = Chatten en bellen voor iPhone, iPad en Mac.
app-siskin-im = Een lichte app voor iPhone en iPad.
app-beagle-im = Een lichte app voor de Mac, van de makers van Siskin.
app-dino = Netjes en eenvoudig, voor Linux.
app-gajim = Veel functies, voor Windows, Linux en Mac.
app-kaidan = Vriendelijk en modern, voor Linux op computers en telefoons.
app-psi = Veel instellingen, voor ervaren gebruikers. Psi+ is de versie met de nieuwste functies.
app-converse-js = Chatten in je browser. Je hoeft niets te installeren.
app-movim = Chat en nieuws in je browser. Je geeft je wachtwoord aan de website die je daar kiest, dus kies er een die je vertrouwt.
app-renga = Voor computers met Haiku.

refusal-no-token = Er is geen uitnodigingscode opgegeven
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
refusal-invite-in-use = Iemand gebruikt deze uitnodiging op dit moment. Probeer het later opnieuw
refusal-username-invalid = Dit is geen geldige gebruikersnaam
refusal-jid-invalid = Dit is geen geldig adres
refusal-username-too-long = Deze gebruikersnaam is te lang
refusal-username-mismatch = Deze uitnodiging is voor een andere gebruikersnaam
refusal-username-reserved = Deze gebruikersnaam is gereserveerd
refusal-managed-elsewhere = De accounts van deze server worden ergens anders beheerd
refusal-account-exists = Deze gebruikersnaam is al bezet
refusal-account-not-found = Dit account bestaat niet
refusal-data-invalid = De uitnodiging bevat gegevens die niet kunnen worden opgeslagen
refusal-room-refused = Een van deze ruimtes bestaat niet, of je mag er niemand binnenlaten
refusal-form-invalid = Dit formulier kan niet worden gelezen
refusal-text-too-long = Deze tekst is te lang
refusal-text-unclean = Deze tekst bevat tekens die niet getoond kunnen worden
refusal-ttl-invalid = Een uitnodiging kan niet zo lang geldig zijn
refusal-uses-invalid = Een uitnodiging kan niet zo vaak worden gebruikt
refusal-ttl-too-long = Jouw uitnodigingen kunnen niet zo lang geldig zijn
refusal-contact-ttl-too-long = Een contactuitnodiging kan niet zo lang geldig zijn
refusal-uses-too-many = Jouw uitnodigingen kunnen niet zo vaak worden gebruikt
refusal-quota-pending = Te veel van je uitnodigingen zijn nog ongebruikt
refusal-quota-daily = Je hebt je daglimiet voor uitnodigingen bereikt
refusal-inviter-new = Deze uitnodiging kan nog niet worden gebruikt. Probeer het later opnieuw
refusal-tree-full = Deze uitnodiging kan nu niet worden gebruikt. Probeer het later opnieuw
refusal-not-allowed = Je mag niet zo’n uitnodiging maken
refusal-reference-ambiguous = Dit past bij meer dan één uitnodiging
refusal-throttled = Te veel ongeldige uitnodigingen. Probeer het later opnieuw
refusal-ask = Je account kon niet worden gecontroleerd. Probeer het later opnieuw
refusal-busy = Het is op dit moment erg druk op de server. Probeer het over een minuut opnieuw
refusal-internal-server-error = Uitnodigingen werken op dit moment niet. Probeer het later opnieuw

adhoc-refusal-token-invalid = Deze uitnodiging bestaat niet
adhoc-refusal-token-expired = De uitnodiging is verlopen
adhoc-refusal-token-used = De uitnodiging is al gebruikt
adhoc-refusal-token-revoked = De uitnodiging is ingetrokken
adhoc-refusal-invite-damaged = De uitnodiging is beschadigd in de database
adhoc-refusal-inviter-new = Je account is te nieuw om anderen een account te laten maken. Probeer het later opnieuw.
adhoc-refusal-tree-full = Er zijn de laatste tijd veel mensen bijgekomen via jouw uitnodigingen. Probeer het later opnieuw.
adhoc-forbidden = Je mag deze opdracht niet gebruiken
adhoc-unavailable = Dit is voor jou niet beschikbaar
adhoc-no-action = Deze opdracht ondersteunt die actie niet
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = verplicht
adhoc-value-address = geen geldig adres
adhoc-value-boolean = moet ja of nee zijn
adhoc-value-choice = geen van de keuzes
adhoc-value-long = te lang
adhoc-value-unclean = bevat tekens die niet getoond kunnen worden
adhoc-whole-address = Vul een volledig adres in, zoals { $address }

adhoc-created = Je uitnodiging is klaar
adhoc-contact-only = Je kunt nu niemand meer uitnodigen om een account te maken. Deze uitnodiging is voor iemand die al een account heeft.
adhoc-link = Link voor wie al een XMPP-app heeft
adhoc-page = Link om te delen
adhoc-valid-until = Geldig tot
adhoc-expire = Verloopt precies op
adhoc-note-later = Onder ‘{ $command }’ kun je noteren voor wie de uitnodiging is

adhoc-account-title = Uitnodiging voor een nieuw account maken
adhoc-account-lead = Maakt een link waarmee iemand een account op { $host } kan maken.
adhoc-no-registration = Registreren is uitgeschakeld op { $host }, dus een uitnodiging zou niet werken. Vraag het aan de beheerder van de server
adhoc-username = Gebruikersnaam
adhoc-username-hint = Laat dit leeg om de ander te laten kiezen
adhoc-befriend = Het nieuwe account en mij aan elkaars contacten toevoegen
adhoc-lifetime = Geldigheidsduur
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
adhoc-without-end = verloopt nooit
adhoc-most-uses = Aantal accounts dat ermee gemaakt kan worden
adhoc-role = Rol van het nieuwe account
adhoc-role-usual = Standaard
adhoc-role-registered = Geregistreerde gebruiker
adhoc-role-member = Lid
adhoc-role-admin = Beheerder
adhoc-role-operator = Operator, mag alles op de hele server
adhoc-role-named = { $words } ({ $role })
adhoc-groups = Groepen van het nieuwe account
adhoc-options-cut = Alleen de eerste { $count } staan in de lijst. Een beheerder kan de andere via de opdrachtregel toekennen.
adhoc-note = Notitie
adhoc-note-hint = Bijvoorbeeld een naam. Te zien in je lijst van uitnodigingen
adhoc-message = Bericht
adhoc-message-hint = Staat op de pagina van de uitnodiging en is het eerste bericht voor het nieuwe account

adhoc-contact-title = Contactuitnodiging met een bericht maken
adhoc-contact-lead = Maakt een link waarmee iemand die al een account heeft je contact wordt.
adhoc-invitee = Alleen voor dit adres
adhoc-invitee-hint = Laat dit leeg als iedereen met de link hem mag gebruiken
adhoc-contact-message-hint = Staat op de pagina van de uitnodiging
adhoc-rooms = Ruimtes waar de ander bij komt
adhoc-other-rooms = Andere ruimtes
adhoc-other-rooms-hint = Adressen van ruimtes, met spaties ertussen

adhoc-reset-title = Link maken om een wachtwoord opnieuw in te stellen
adhoc-reset-lead = Maakt een link waarmee de eigenaar van dit account een nieuw wachtwoord kan instellen.
adhoc-reset-address = Adres van het account
adhoc-account-here = Het account moet op { $host } zijn
adhoc-higher-role = Dit account heeft een hogere rol dan jij

adhoc-own-title = Mijn uitnodigingen
adhoc-all-title = Alle uitnodigingen beheren
adhoc-all-lead = Welke uitnodigingen wil je zien?
adhoc-list-title = Alle uitnodigingen
adhoc-invites = Uitnodigingen
adhoc-which-usable = Geldig
adhoc-which-pending = Geldig, alleen voor accounts en wachtwoorden
adhoc-which-used = Gebruikt
adhoc-which-all = Alle, ook ingetrokken en verlopen
adhoc-user = Alleen uitnodigingen gemaakt door
adhoc-choose-lead = Kies een uitnodiging en een actie.
adhoc-invite = Uitnodiging
adhoc-verb = Actie
adhoc-verb-show = Details en link tonen
adhoc-verb-extend = Geldigheid wijzigen
adhoc-verb-label = Notitie bewerken
adhoc-verb-revoke = Intrekken (de link werkt dan niet meer)
adhoc-more-invites = … (meer)
adhoc-all-of-them = … (alles tonen, ook gebruikt en verlopen)
adhoc-no-such-invites = Geen uitnodigingen gevonden
adhoc-no-more-invites = Geen uitnodigingen meer

adhoc-line-note = { $note }: { $about }
adhoc-line-alike = { $line } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = account
adhoc-purpose-account-named = account { $address }
adhoc-purpose-contact = contact
adhoc-purpose-contact-account = account en contact
adhoc-purpose-reset = nieuw wachtwoord voor { $address }
adhoc-state-usable = geldig
adhoc-state-until = geldig tot { $date }
adhoc-state-claimed = wordt nu gebruikt
adhoc-state-redeemed = volledig gebruikt
adhoc-state-revoked = ingetrokken
adhoc-state-expired = verlopen
adhoc-used = { $count ->
    [0] nog niet gebruikt
    [one] één keer gebruikt
   *[other] { $count } keer gebruikt
}
adhoc-used-of = { $count } van { $most } keer gebruikt
adhoc-made-by = gemaakt door { $creator }

adhoc-invite-title = Uitnodiging { $id }
adhoc-purpose = Doel
adhoc-state = Status
adhoc-uses = Gebruik
adhoc-maker = Gemaakt door
adhoc-created-at = Gemaakt op
adhoc-id = Kenmerk
adhoc-link-left-out = De link wordt niet getoond, omdat deze uitnodiging meer geeft dan jij mag geven
adhoc-valid-for = Geldigheidsduur
adhoc-extend-lead = Gerekend vanaf nu.
adhoc-extend-gives-more = Je kunt een uitnodiging die meer geeft dan jij mag geven, niet verlengen
adhoc-extend-admins = Alleen beheerders kunnen deze uitnodiging verlengen
adhoc-extended = De uitnodiging is nu geldig tot { $date }
adhoc-extended-endless = De uitnodiging verloopt nu nooit
adhoc-label-lead = Zichtbaar voor beheerders en voor wie de uitnodiging heeft gemaakt. Laat dit leeg om de notitie te verwijderen.
adhoc-labelled = Notitie opgeslagen
adhoc-label-removed = Notitie verwijderd
adhoc-revoked = Uitnodiging ingetrokken

notice-joined = { $address } heeft met je uitnodiging een account gemaakt.
notice-joined-note = { $address } heeft met je uitnodiging ({ $note }) een account gemaakt.
notice-tree-full = Via { $address } kan voorlopig niemand meer bijkomen: de limiet van deze server is bereikt. De opdracht ‘tree’ laat zien wie wie heeft uitgenodigd.
notice-tree-deep = Via de nieuwste accounts onder { $address } kan voorlopig niemand bijkomen: de limiet van deze server voor generaties is bereikt. De opdracht ‘tree’ laat zien wie wie heeft uitgenodigd.
