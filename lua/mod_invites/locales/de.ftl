# Was die Seiten der Einladungen sagen; siehe en.ftl.
language-name = Deutsch
languages = Sprachen
invited-by = Eingeladen von { $inviter }

account-heading = Du bist zu { $site } eingeladen
account-heading-inviter = { $inviter } hat dich zu { $site } eingeladen
account-lead = Erstelle dein Konto und fang an zu chatten. Das dauert etwa drei Minuten.
contact-heading = { $inviter } möchte mit dir chatten
contact-lead = Füge { $inviter } in deiner Chat-App hinzu. Das klappt mit jeder App und jedem Anbieter für XMPP, ein offenes Netz zum Chatten. Die Adresse lautet { $address }.
contact-account-lead = Nimm die Einladung an, dann könnt ihr miteinander chatten. Noch kein Konto? Du kannst eines bei { $site } erstellen.
reset-heading = Neues Passwort wählen
reset-lead = Mit diesem Link legst du ein neues Passwort für { $address } fest. Du hast das nicht angefordert? Dann schließe diese Seite: Es hat sich nichts geändert.
bound = Deine Adresse wird { $address } lauten.
rooms-lead = Räume, denen du beitrittst: { $rooms }

open-account = Einladung in meiner App öffnen
open-account-lead = Manche XMPP-Apps können die Einladung direkt öffnen.
open-contact = { $inviter } hinzufügen
open-contact-lead = Viele XMPP-Apps können { $inviter } direkt zu deinen Kontakten hinzufügen.
open-contact-account-lead = { open-contact-lead }
open-reset = In meiner App öffnen
open-reset-lead = In manchen Apps kannst du das neue Passwort direkt festlegen.

apps-heading = Hol dir eine Chat-App
apps-heading-contact = Ich brauche ein Konto
apps-heading-contact-account = Ich bin neu hier
apps-heading-reset = In einer App
apps-lead = Wähle eine App, wir führen dich durch den Rest.
apps-lead-contact = Wähle eine App. Sie hilft dir, bei einem Anbieter deiner Wahl ein Konto zu erstellen. Komm danach auf diese Seite zurück.
other-apps = Weitere Apps
no-apps = Suche im App-Store deines Geräts nach einer XMPP-App und komm dann auf diese Seite zurück.
browser-lead = Oder erstelle zuerst dein Konto und wähle die App später:
browser-account = Mein Konto erstellen
browser-reset = Neues Passwort wählen

phone-heading = Lieber auf dem Handy?
phone-lead = Scanne diesen Code mit der Kamera deines Handys, dann öffnet sich diese Seite dort.
code = QR-Code für diese Seite
link-label = Link zu dieser Seite
copy = Kopieren
copied = Kopiert
share = Teilen
print = Drucken
moment = { $day }. { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
} { $year }, { $time } UTC

expires-soon = Läuft in weniger als einer Minute ab.
expires-hours = { $count ->
    [one] Noch eine Stunde gültig.
   *[other] Noch { $count } Stunden gültig.
}
expires-minutes = { $count ->
    [one] Noch eine Minute gültig.
   *[other] Noch { $count } Minuten gültig.
}
expires-at = Gültig bis { $date }
get-app = { $app } holen
have-app = Ich habe schon eine App
open-invitation = Einladung öffnen
nothing-happened = Nichts passiert? Kopiere diesen Link und füge ihn in deine Chat-App ein.
contact-address = Adresse von { $inviter }
contact-open = Nur die Adresse in meiner App öffnen
other-ways = Andere Möglichkeiten
other-ways-contact = Ich habe noch keine Chat-App
other-ways-reset = Diese Seite auf einem anderen Gerät öffnen
in-app-browser = Du bist im Browser einer anderen App, der Einladungen vielleicht nicht öffnen kann. Öffne diese Seite in deinem eigenen Browser: Such im Menü nach „Im Browser öffnen“.

setup-heading = Loslegen mit { $app }
setup-title = Mit { $app } zu { $site }
progress-install = Installieren
progress-open = Einladung öffnen
download = Herunterladen
download-store = Jetzt bei
download-site = Herunterladen von
# Its hyphen is no place to break a line.
-f-droid = F-{ "\u2060" }Droid
store-paid = Bei Google Play kostet diese App Geld. Bei { -f-droid } ist sie kostenlos.
step-install = { $app } installieren
step-visit = { $app } öffnen
step-come-back = Komm danach hierher zurück. Falls die Seite weg ist: Öffne den Link aus deiner Nachricht und wähle wieder { $app }.
step-brings = Installiere { $app } und öffne die App. Deine Einladung erscheint dort von selbst.
step-other-store = Wenn du die App von woanders installierst, komm danach hierher zurück.
step-press = Zurückkommen und Einladung öffnen
step-then = Letzter Schritt
step-open-account = { $app } öffnet sich mit deiner Einladung. Erstelle dort dein Konto.
step-open-contact = { $app } öffnet sich und fragt, ob du { $inviter } hinzufügen möchtest. Wenn du noch kein Konto hast, erstelle zuerst eines.
step-open-contact-account = { $app } öffnet sich mit deiner Einladung und fügt { $inviter } zu deinen Kontakten hinzu.
step-open-reset = { $app } öffnet sich. Wähle dort dein neues Passwort.
step-add-contact = Erstelle ein Konto in { $app }, falls du noch keines hast. Füge dann { $address } zu deinen Kontakten hinzu.
step-log-in = Melde dich in { $app } mit deiner Adresse und deinem Passwort an.
step-other-app = { $app } kann diesen Link nicht öffnen. Öffne ihn zuerst in einer anderen App und melde dich dann in { $app } mit derselben Adresse und demselben Passwort an.
trouble = Nichts passiert? Kopiere diesen Link und füge ihn in { $app } ein.
back = Andere App wählen

register-heading = Erstelle dein Konto bei { $site }
register-lead = Wähle einen Benutzernamen und ein Passwort.
register-lead-bound = Wähle ein Passwort.
register-lead-contact = Wähle einen Benutzernamen und ein Passwort. Dann kannst du mit { $inviter } chatten.
register-submit = Konto erstellen
reset-form-lead = Danach fragen alle deine Apps nach dem neuen Passwort.
reset-submit = Neues Passwort speichern
field-username = Benutzername
field-username-hint = Zum Beispiel anna oder anna.schmidt. Erlaubt sind Kleinbuchstaben, Ziffern, Punkte und Bindestriche.
field-address = Deine Adresse
field-password = Passwort
field-new-password = Neues Passwort
field-password-hint = Speichere es im Browser oder schreib es auf. Wir können es dir nicht schicken.
field-password-length = { $count ->
    [one] Mindestens ein Zeichen.
   *[other] Mindestens { $count } Zeichen.
}
username-free = Dieser Benutzername ist noch frei.
username-suggestions = Wie wäre es mit einem davon?
password-weak = Leicht zu erraten. Ein paar zufällige Wörter wären sicherer.
password-fair = Das geht noch sicherer. Füge ein weiteres Wort hinzu.
password-good = Sicheres Passwort.
password-suggest = Passwort vorschlagen
error-password-weak = Dieses Passwort ist leicht zu erraten. Wähle ein anderes, oder gib es noch einmal ein, um es zu behalten.
progress-account = Konto
progress-app = App
progress-chat = Chatten
extra-nick = Spitzname
extra-name = Voller Name
extra-first = Vorname
extra-last = Nachname
extra-email = E-Mail-Adresse
extra-address = Straße
extra-city = Ort
extra-state = Bundesland oder Region
extra-zip = Postleitzahl
extra-phone = Telefonnummer
extra-url = Webseite
extra-date = Geburtsdatum
extra-optional = Optional
extra-required = Pflichtfeld
show = Anzeigen
hide = Verbergen
error-username-empty = Gib einen Benutzernamen ein.
error-username-invalid = Ein Benutzername darf keine Leerzeichen und keine Zeichen wie @ oder / enthalten.
error-username-long = Dieser Benutzername ist zu lang. Wähle einen kürzeren.
error-username-taken = Dieser Benutzername ist schon vergeben. Versuche es mit einem anderen.
error-password-empty = Gib ein Passwort ein.
error-password-short = { $count ->
    [one] Zu kurz. Verwende mindestens ein Zeichen.
   *[other] Zu kurz. Verwende mindestens { $count } Zeichen.
}
error-password-username = Dein Passwort darf deinen Benutzernamen nicht enthalten.
error-password-long = Dieses Passwort ist zu lang. Ein paar Wörter reichen.
error-password-control = Dein Passwort enthält ein unsichtbares Zeichen, etwa einen Tabulator oder einen Zeilenumbruch. Tippe es selbst ein oder kopiere es ohne dieses Zeichen.
error-password-characters = Dein Passwort enthält ein Zeichen, das Chat-Apps nicht senden können. Verwende Buchstaben, Ziffern, Leerzeichen und Sonderzeichen wie ! oder -.
error-extra-missing = Bitte fülle dieses Feld aus.
error-extra-long = Das ist zu lang.
error-extra-invalid = Diese Angabe passt hier nicht. Prüfe sie und versuche es noch einmal.
error-extra-email = Das ist keine E-Mail-Adresse wie name@example.com.
error-in-use = Jemand anderes verwendet diese Einladung gerade. Versuche es in einer Minute noch einmal.
error-form-too-old = Diese Seite war zu lange offen, oder dein Browser blockiert Cookies. Gib dein Passwort ein und versuche es noch einmal.
error-no-cookies = Dein Browser speichert für diese Seite keine Cookies, aber das Formular braucht eines. Erlaube Cookies für { $host } oder öffne den Link in einem anderen Browser.
success-heading = Willkommen bei { $site }!
success-lead = Dein Konto ist fertig.
success-keep = Mit dieser Adresse und deinem Passwort meldest du dich auf allen deinen Geräten an.
success-contact = { $inviter } ist schon in deinen Kontakten.
success-save = Speichere dein Passwort jetzt im Browser oder schreib es auf. Wir können es dir nicht schicken.
success-webchat = Jetzt loschatten
success-webchat-lead = Chatte direkt hier im Browser. Du musst nichts installieren.
success-webchat-open = Web-Chat öffnen
success-apps = Hol dir jetzt eine App
success-apps-lead = Installiere diese App und melde dich dann mit deiner Adresse und deinem Passwort an.
success-apps-lead-more = Installiere diese App oder eine andere aus der Liste unten und melde dich dann mit deiner Adresse und deinem Passwort an.
success-log-in = Anmelden
success-open-app = { $app } öffnen
reset-success-heading = Dein Passwort wurde geändert
reset-success-lead = Melde dich in deinen Apps mit dem neuen Passwort an. Sonst hat sich nichts geändert.

used-heading = Diese Einladung wurde bereits verwendet
used-lead = Warst du das? Dann ist dein Konto fertig: Öffne deine App und melde dich an. Wenn nicht, frag die Person, die dich eingeladen hat, nach einem neuen Link.
used-reset-heading = Dieser Link wurde bereits verwendet
used-reset-lead = Warst du das? Dann melde dich mit deinem neuen Passwort an. Wenn nicht, wende dich sofort an die Administration von { $site }.
later-heading = Diese Einladung geht gerade nicht
later-lead = Du kannst sie später verwenden: Es ist nichts verbraucht. Versuche es morgen noch einmal oder frag die Person, die dich eingeladen hat.
used-contact-heading = Diese Einladung wurde bereits verwendet
used-contact-lead = Warst du das? Dann könnt ihr schon chatten: Öffne deine App. Wenn nicht, frag die Person, die dich eingeladen hat, nach einem neuen Link.
expired-heading = Dieser Link ist abgelaufen
expired-lead = Frag die Person, die ihn dir geschickt hat, nach einem neuen.
revoked-heading = Diese Einladung gilt nicht mehr
revoked-lead = Sie wurde zurückgezogen. Frag die Person, die sie dir geschickt hat, nach einer neuen.
unknown-heading = Wir können diese Einladung nicht finden
unknown-lead = Vielleicht fehlt ein Teil des Links. Öffne ihn noch einmal aus deiner Nachricht oder kopiere ihn ganz. Wenn der Link schon älter ist, frag nach einem neuen.
try-again = Noch einmal versuchen
to-invitation = Zurück zur Einladung
open-my-app = Meine App öffnen
contact-server = { $site } kontaktieren
ask-label = Nachricht an die Person, die dir den Link geschickt hat
ask-message = Der Link zu { $site }, den du mir geschickt hast, funktioniert nicht. Kannst du mir einen neuen schicken?
ask-copy = Nachricht kopieren
open-secure = Sichere Seite öffnen
open-yourself = Nichts passiert? Öffne deine Chat-App selbst.
incomplete-heading = Dieser Link ist unvollständig
incomplete-lead = Öffne ihn noch einmal aus deiner Nachricht oder kopiere ihn ganz.
start-heading = Lade Leute zu { $site } ein
start-lead = Melde dich mit deiner Adresse und deinem Passwort an, um Einladungen zu erstellen.
start-log-in = Anmelden
start-log-out = Abmelden
start-hello = Angemeldet als { $address }
start-make-heading = Neue Einladung
start-for = Für wen ist sie?
start-for-newcomer = Eine Person, die neu bei { $site } ist
start-for-newcomer-hint = Sie erstellt ein Konto, und danach habt ihr euch gegenseitig in den Kontakten.
start-for-contact = Eine Person, die schon ein XMPP-Konto hat
start-username = Benutzername (optional)
start-username-hint = Lass das Feld leer, wenn die Person selbst wählen soll.
start-message = Nachricht (optional)
start-message-hint = Sie steht auf der Seite der Einladung, und ein neues Konto bekommt sie als erste Nachricht.
start-note = Notiz für dich
start-note-hint = Zum Beispiel ein Name. Nur für dich und die Administration des Servers sichtbar.
start-rooms = { adhoc-rooms }
start-make = Einladung erstellen
start-made-heading = Deine Einladung ist fertig
start-made-lead = Schicke diesen Link an eine einzige Person. Er funktioniert nur einmal.
start-made-contact-only = Du kannst gerade niemanden mehr einladen, ein Konto zu erstellen. Dieser Link ist für eine Person, die schon eines hat.
start-made-code = QR-Code für den Link
start-link = Link zum Verschicken
start-list-heading = Offene Einladungen
start-list-none = Du hast keine offenen Einladungen.
start-list-more = Nur die neuesten werden angezeigt.
start-list-account = Neues Konto
start-list-contact = Neuer Kontakt
start-list-contact-account = Neues Konto und neuer Kontakt
start-list-reset = Neues Passwort
start-cards = Einladungskarten
start-sheet-left = Noch { $left } von { $most } übrig
start-valid-until = Gültig bis { $date }
start-valid-always = Läuft nie ab
start-copy-this = Link kopieren: { $note }
start-share-this = Link teilen: { $note }
start-revoke = Zurückziehen
start-revoke-this = Einladung zurückziehen: { $note }
start-revoke-sure = Der Link funktioniert dann nicht mehr.
start-revoke-yes = Einladung zurückziehen
start-revoke-cards-sure = Die Karten, die noch niemand verwendet hat, funktionieren dann nicht mehr.
start-revoke-cards = Alle Karten zurückziehen
start-revoked = Einladung zurückgezogen. Ihr Link funktioniert nicht mehr.
start-revoked-cards = { $count ->
    [one] Eine Karte wurde zurückgezogen.
   *[other] { $count } Karten wurden zurückgezogen.
}
start-sheet-heading = Einladungskarten drucken
start-sheet-lead = Für Veranstaltungen: Jede Karte ist eine Einladung für eine Person.
start-sheet-title = Für welchen Anlass sind die Karten?
start-sheet-title-hint = Steht auf jeder Karte. Zum Beispiel: Sommerfest
start-sheet-count = Anzahl der Karten
start-sheet-room = { $count ->
    [one] Du kannst zurzeit noch eine Einladung erstellen.
   *[other] Du kannst zurzeit noch { $count } Einladungen erstellen.
}
start-sheet-make = Karten erstellen
start-sheet-again = Noch einmal drucken
start-back = Zurück
start-print = Drucke diese Seite und schneide die Karten aus. Wer eine Karte hat, kann sie verwenden. Bewahre sie also gut auf.
error-login = Adresse oder Passwort ist falsch.
error-login-throttled = Das waren zu viele Versuche. Probiere es in ein paar Minuten noch einmal.
error-logged-out = Du warst eine Weile nicht aktiv und wurdest abgemeldet. Melde dich bitte wieder an.
error-count = Wähle eine Zahl von 1 bis { $count }.
error-note = Die Notiz ist zu lang oder enthält Zeichen, die nicht angezeigt werden können. Verwende höchstens { $count } Zeichen.
error-message = Die Nachricht ist zu lang oder enthält Zeichen, die nicht angezeigt werden können. Verwende höchstens { $count } Zeichen.
error-title = Das ist zu lang oder enthält Zeichen, die nicht angezeigt werden können. Verwende höchstens { $count } Zeichen.
error-lifetime = So lange dürfen deine Einladungen nicht gelten. Wähle einen kürzeren Zeitraum.
error-rooms = Einer dieser Räume geht nicht. Wähle noch einmal.
error-no-cards = Es sind keine Karten zum Drucken mehr übrig.
error-failed = Etwas ist schiefgegangen. Versuche es in ein paar Minuten noch einmal.
error-not-revocable = Diese Einladung lässt sich nicht mehr zurückziehen.
error-not-allowed = Solche Einladungen darfst du hier nicht erstellen.
error-quota-pending = Zu viele deiner Einladungen sind noch offen. Ziehe einige zurück oder warte, bis sie verwendet wurden.
error-quota-daily = Du hast dein Limit für heute erreicht. Versuche es morgen wieder.

card-heading = Du bist zu { $site } eingeladen
card-chat = Chatte mit uns bei { $site }
card-lead = Scanne den Code mit der Kamera deines Handys oder gib diese Adresse in einen Browser ein:
card-lead-app = Scanne den Code mit der Kamera deines Handys oder öffne diesen Link in einer XMPP-App:
card-expires = Gültig bis { $date }, für eine Person.
card-always = Für eine Person.

contact-only-heading = Für diese Einladung brauchst du schon ein Konto
contact-only-lead = Diese Einladung verbindet dich mit einem Kontakt, erstellt aber kein Konto. Öffne noch einmal den Link aus deiner Nachricht, um zu sehen, was du tun kannst.
not-encrypted-heading = Diese Verbindung ist nicht sicher
not-encrypted-lead = Andere könnten dein Passwort mitlesen. Öffne den Link mit https:// am Anfang oder wende dich an die Administration von { $site }.
bad-request-heading = Das hat nicht geklappt
bad-request-lead = Es wurde nichts geändert. Geh zurück und versuche es noch einmal.
app-unknown-heading = Diese App wird hier nicht angeboten
app-unknown-lead = Geh zurück zu deiner Einladung und wähle eine andere App.
throttled-heading = Bitte warte einen Moment
throttled-lead = Aus deinem Netzwerk wurden zu viele ungültige Links geöffnet. Versuche es in ein paar Minuten noch einmal.
elsewhere-heading = Das geht hier nicht
elsewhere-lead = Konten auf { $host } werden anderswo verwaltet. Deshalb kann keine Einladung ein Konto erstellen oder ein Passwort festlegen. Frag die Administration des Servers.
busy-heading = { throttled-heading }
busy-lead = Der Server ist gerade ausgelastet. Versuche es in einer Minute noch einmal.
failed-heading = Etwas ist schiefgegangen
failed-lead = Es liegt an uns, nicht an dir. Versuche es in ein paar Minuten noch einmal.

footer-terms = Nutzungsbedingungen
footer-privacy = Datenschutz
footer-imprint = Impressum
footer-contact = Kontakt

app-conversations = Chat und Anrufe, leicht zu bedienen. Bei { -f-droid } kostenlos, bei Google Play kostenpflichtig.
app-cheogram = Basiert auf Conversations und kann mehr, zum Beispiel Anrufe ins Telefonnetz. Bei { -f-droid } kostenlos, bei Google Play kostenpflichtig.
app-yaxim = Eine kleine, schlanke App, die auch auf älteren Handys läuft.
app-monocles-chat = Basiert auf Conversations, mit mehr Einstellungen. Bei { -f-droid } kostenlos, bei Google Play kostenpflichtig.
app-monal = Chat und Anrufe für iPhone, iPad und Mac.
app-siskin-im = Eine schlanke App für iPhone und iPad.
app-beagle-im = Eine schlanke App für den Mac, vom selben Team wie Siskin.
app-dino = Aufgeräumt und einfach, für Linux.
app-gajim = Viele Funktionen, für Windows, Linux und Mac.
app-kaidan = Freundlich und modern, für Linux auf Computern und Handys.
app-psi = Viele Einstellungen, für Fortgeschrittene. Psi+ ist die Version mit den neuesten Funktionen.
app-converse-js = Chat im Browser, ganz ohne Installation.
app-movim = Chat und Neuigkeiten im Browser. Du gibst dein Passwort der Website, die du dort wählst. Nimm also eine, der du vertraust.
app-renga = Für Computer mit Haiku.

refusal-no-token = Es wurde kein Einladungscode angegeben
refusal-token-missing = Der Einladungscode fehlt
refusal-token-invalid = Der Einladungscode ist ungültig oder abgelaufen
refusal-token-expired = { refusal-token-invalid }
refusal-token-used = { refusal-token-invalid }
refusal-token-revoked = { refusal-token-invalid }
refusal-token-not-for-registration = { refusal-token-invalid }
refusal-token-not-for-contact = { refusal-token-invalid }
refusal-inviter-gone = { refusal-token-invalid }
refusal-permit-spent = { refusal-token-invalid }
refusal-invite-damaged = { refusal-token-invalid }
refusal-not-invited = Auf diesem Server kann man sich nur mit einer Einladung registrieren
refusal-password-unusable = Dieses Passwort kann nicht verwendet werden
refusal-invite-in-use = Jemand verwendet diese Einladung gerade. Versuche es später noch einmal
refusal-username-invalid = Das ist kein gültiger Benutzername
refusal-jid-invalid = Das ist keine gültige Adresse
refusal-username-too-long = Dieser Benutzername ist zu lang
refusal-username-mismatch = Diese Einladung gilt für einen anderen Benutzernamen
refusal-username-reserved = Dieser Benutzername ist reserviert
refusal-managed-elsewhere = Die Konten dieses Servers werden anderswo verwaltet
refusal-account-exists = Dieser Benutzername ist schon vergeben
refusal-account-not-found = Dieses Konto gibt es nicht
refusal-data-invalid = Die Einladung enthält Daten, die nicht gespeichert werden können
refusal-room-refused = Einen dieser Räume gibt es nicht, oder du darfst niemanden hineinlassen
refusal-form-invalid = Dieses Formular kann nicht gelesen werden
refusal-text-too-long = Dieser Text ist zu lang
refusal-text-unclean = Dieser Text enthält Zeichen, die nicht angezeigt werden können
refusal-ttl-invalid = So lange kann eine Einladung nicht gelten
refusal-uses-invalid = So oft kann eine Einladung nicht verwendet werden
refusal-ttl-too-long = So lange dürfen deine Einladungen nicht gelten
refusal-contact-ttl-too-long = So lange kann eine Kontakteinladung nicht gelten
refusal-uses-too-many = So oft dürfen deine Einladungen nicht verwendet werden
refusal-quota-pending = Zu viele deiner Einladungen sind noch offen
refusal-quota-daily = Du hast dein Tageslimit für Einladungen erreicht
refusal-inviter-new = Diese Einladung geht noch nicht. Versuche es später noch einmal
refusal-tree-full = Diese Einladung geht gerade nicht. Versuche es später noch einmal
refusal-not-allowed = Solche Einladungen darfst du nicht erstellen
refusal-reference-ambiguous = Das passt zu mehr als einer Einladung
refusal-throttled = Zu viele ungültige Einladungen. Versuche es später noch einmal
refusal-ask = Dein Konto konnte nicht überprüft werden. Versuche es später noch einmal
refusal-busy = Der Server ist gerade ausgelastet. Versuche es in einer Minute noch einmal
refusal-internal-server-error = Einladungen funktionieren gerade nicht. Versuche es später noch einmal

adhoc-refusal-token-invalid = Diese Einladung gibt es nicht
adhoc-refusal-token-expired = Die Einladung ist abgelaufen
adhoc-refusal-token-used = Die Einladung wurde bereits verwendet
adhoc-refusal-token-revoked = Die Einladung wurde zurückgezogen
adhoc-refusal-invite-damaged = Die Einladung ist in der Datenbank beschädigt
adhoc-refusal-inviter-new = Dein Konto ist noch zu neu, um andere ein Konto erstellen zu lassen. Versuche es später noch einmal.
adhoc-refusal-tree-full = Über deine Einladungen sind in letzter Zeit viele dazugekommen. Versuche es später noch einmal.
adhoc-forbidden = Du darfst diesen Befehl nicht verwenden
adhoc-unavailable = Das steht dir nicht zur Verfügung
adhoc-no-action = Dieser Befehl unterstützt diese Aktion nicht
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = muss ausgefüllt werden
adhoc-value-address = keine gültige Adresse
adhoc-value-boolean = muss ja oder nein sein
adhoc-value-choice = steht nicht zur Auswahl
adhoc-value-long = zu lang
adhoc-value-unclean = enthält Zeichen, die nicht angezeigt werden können
adhoc-whole-address = Gib eine vollständige Adresse ein, zum Beispiel { $address }

adhoc-created = Deine Einladung ist fertig
adhoc-contact-only = Du kannst gerade niemanden mehr einladen, ein Konto zu erstellen. Diese Einladung ist für eine Person, die schon ein Konto hat.
adhoc-link = Link für Leute mit XMPP-App
adhoc-page = Link zum Verschicken
adhoc-valid-until = Gültig bis
adhoc-expire = Genauer Ablaufzeitpunkt
adhoc-note-later = Unter „{ $command }“ kannst du notieren, für wen sie ist

adhoc-account-title = Einladung für ein neues Konto erstellen
adhoc-account-lead = Erstellt einen Link, mit dem jemand ein Konto auf { $host } erstellen kann.
adhoc-no-registration = Auf { $host } ist die Registrierung abgeschaltet, eine Einladung würde nicht funktionieren. Wende dich an die Administration des Servers
adhoc-username = Benutzername
adhoc-username-hint = Leer lassen, damit die Person ihn selbst wählt
adhoc-befriend = Das neue Konto und mich gegenseitig als Kontakte hinzufügen
adhoc-lifetime = Gültigkeitsdauer
adhoc-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
adhoc-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
adhoc-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
adhoc-seconds = { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
}
adhoc-without-end = läuft nie ab
adhoc-most-uses = Anzahl der Konten, die damit erstellt werden können
adhoc-role = Rolle des neuen Kontos
adhoc-role-usual = Standard
adhoc-role-registered = Registriertes Konto
adhoc-role-member = Mitglied
adhoc-role-admin = Admin
adhoc-role-operator = Operator, darf auf dem ganzen Server alles
adhoc-role-named = { $words } ({ $role })
adhoc-groups = Gruppen des neuen Kontos
adhoc-options-cut = Nur die ersten { $count } stehen in der Liste. Admins können die übrigen auf der Kommandozeile vergeben.
adhoc-note = Notiz
adhoc-note-hint = Zum Beispiel ein Name. Wird in der Liste deiner Einladungen angezeigt
adhoc-message = Nachricht
adhoc-message-hint = Steht auf der Seite der Einladung und geht als erste Nachricht an das neue Konto

adhoc-contact-title = Kontakteinladung mit Nachricht erstellen
adhoc-contact-lead = Erstellt einen Link, mit dem eine Person, die schon ein Konto hat, dein Kontakt wird.
adhoc-invitee = Nur für diese Adresse
adhoc-invitee-hint = Leer lassen, wenn alle mit dem Link sie verwenden dürfen
adhoc-contact-message-hint = Steht auf der Seite der Einladung
adhoc-rooms = Räume, denen die Person beitritt
adhoc-other-rooms = Weitere Räume
adhoc-other-rooms-hint = Adressen von Räumen, mit Leerzeichen dazwischen

adhoc-reset-title = Link zum Zurücksetzen eines Passworts erstellen
adhoc-reset-lead = Erstellt einen Link, mit dem die Person, der dieses Konto gehört, ein neues Passwort festlegen kann.
adhoc-reset-address = Adresse des Kontos
adhoc-account-here = Das Konto muss auf { $host } sein
adhoc-higher-role = Dieses Konto hat eine höhere Rolle als du

adhoc-own-title = Meine Einladungen
adhoc-all-title = Alle Einladungen verwalten
adhoc-all-lead = Welche Einladungen möchtest du sehen?
adhoc-list-title = Alle Einladungen
adhoc-invites = Einladungen
adhoc-which-usable = Gültige
adhoc-which-pending = Gültige, nur für Konten und Passwörter
adhoc-which-used = Verwendete
adhoc-which-all = Alle, auch zurückgezogene und abgelaufene
adhoc-user = Nur Einladungen von
adhoc-choose-lead = Wähle eine Einladung und eine Aktion.
adhoc-invite = Einladung
adhoc-verb = Aktion
adhoc-verb-show = Details und Link anzeigen
adhoc-verb-extend = Gültigkeit ändern
adhoc-verb-label = Notiz bearbeiten
adhoc-verb-revoke = Zurückziehen (der Link funktioniert dann nicht mehr)
adhoc-more-invites = … (weitere)
adhoc-all-of-them = … (alle anzeigen, auch verwendete und abgelaufene)
adhoc-no-such-invites = Keine Einladungen gefunden
adhoc-no-more-invites = Keine weiteren Einladungen

adhoc-line-note = { $note }: { $about }
adhoc-line-alike = { $line } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = Konto
adhoc-purpose-account-named = Konto { $address }
adhoc-purpose-contact = Kontakt
adhoc-purpose-contact-account = Konto und Kontakt
adhoc-purpose-reset = neues Passwort für { $address }
adhoc-state-usable = gültig
adhoc-state-until = gültig bis { $date }
adhoc-state-claimed = wird gerade verwendet
adhoc-state-redeemed = aufgebraucht
adhoc-state-revoked = zurückgezogen
adhoc-state-expired = abgelaufen
adhoc-used = { $count ->
    [0] noch nicht verwendet
    [one] einmal verwendet
   *[other] { $count }-mal verwendet
}
adhoc-used-of = { $count } von { $most } Verwendungen
adhoc-made-by = erstellt von { $creator }

adhoc-invite-title = Einladung { $id }
adhoc-purpose = Zweck
adhoc-state = Status
adhoc-uses = Verwendungen
adhoc-maker = Erstellt von
adhoc-created-at = Erstellt am
adhoc-id = Kennung
adhoc-link-left-out = Der Link wird nicht angezeigt, weil die Einladung mehr gewährt, als du gewähren darfst
adhoc-valid-for = Gültigkeitsdauer
adhoc-extend-lead = Gerechnet ab jetzt.
adhoc-extend-gives-more = Du kannst keine Einladung verlängern, die mehr gewährt, als du gewähren darfst
adhoc-extend-admins = Nur Admins können diese Einladung verlängern
adhoc-extended = Die Einladung gilt jetzt bis { $date }
adhoc-extended-endless = Die Einladung gilt jetzt unbegrenzt
adhoc-label-lead = Sichtbar für Admins und für die Person, die die Einladung erstellt hat. Lass das Feld leer, um die Notiz zu entfernen.
adhoc-labelled = Notiz gespeichert
adhoc-label-removed = Notiz entfernt
adhoc-revoked = Einladung zurückgezogen

notice-joined = { $address } hat mit deiner Einladung ein Konto erstellt.
notice-joined-note = { $address } hat mit deiner Einladung ({ $note }) ein Konto erstellt.
notice-tree-full = Über Einladungen von { $address } kann vorerst niemand mehr dazukommen: Es sind so viele dazugekommen, wie die Grenze dieses Servers erlaubt. Der Befehl „tree“ zeigt, wer wen eingeladen hat.
notice-tree-deep = Über Einladungen der neuesten Konten unter { $address } kann vorerst niemand dazukommen: Es sind so viele Generationen dazugekommen, wie die Grenze dieses Servers erlaubt. Der Befehl „tree“ zeigt, wer wen eingeladen hat.
