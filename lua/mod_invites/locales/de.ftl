# Was die Seiten der Einladungen sagen; siehe en.ftl.
language-name = Deutsch
languages = Sprachen
invited-by = Eingeladen von { $inviter }

account-heading = Du bist zu { $site } eingeladen
account-heading-inviter = { $inviter } lädt dich zu { $site } ein
account-lead = Mit dieser Einladung bekommst du dort dein eigenes Konto zum Chatten. Das dauert drei Minuten.
contact-heading = { $inviter } möchte mit dir chatten
contact-lead = { $inviter } ist { $address }. Du kannst jede App und jeden Anbieter für XMPP nehmen.
contact-account-lead = Mit dieser Einladung werdet ihr Kontakte. Wenn du noch kein Konto hast, bekommst du eines bei { $site }.
reset-heading = Neues Passwort wählen
reset-lead = Mit diesem Link legst du ein neues Passwort für { $address } fest. Du hast das nicht angefordert? Dann schließe diese Seite: Es hat sich nichts geändert.
bound = Deine Adresse wird { $address } sein.

have-account-heading = Ich habe ein Konto
have-app-heading = Hast du schon eine App?
open-account = Einladung in meiner App öffnen
open-account-lead = Wenn eine Chat-App für XMPP auf diesem Gerät ist, kann sie die Einladung jetzt öffnen.
open-contact = { $inviter } hinzufügen
open-contact-lead = Drücke hier, und deine App fügt { $inviter } zu deinen Kontakten hinzu.
open-contact-account-lead = Drücke hier, und deine App fügt { $inviter } zu deinen Kontakten hinzu.
open-reset = Link in meiner App öffnen
open-reset-lead = Manche Apps können das neue Passwort selbst setzen.

apps-heading = Wähle eine App
apps-heading-contact = Ich brauche ein Konto
apps-heading-contact-account = Ich brauche ein Konto
apps-heading-reset = Mit einer App
apps-lead = Zum Chatten braucht man eine App. Drücke auf eine, um die Schritte zu sehen.
apps-lead-contact = Wähle eine App. Sie hilft dir, bei einem Anbieter deiner Wahl ein Konto anzulegen. Komm danach hierher zurück.
other-apps = Andere Apps
no-apps = Hole dir im App-Store deines Geräts eine Chat-App für XMPP und komm dann auf diese Seite zurück.
browser-lead = Oder ohne App, gleich hier:
browser-account = Mein Konto in diesem Browser anlegen
browser-reset = Neues Passwort wählen

phone-heading = Lieber auf dem Handy?
phone-lead = Richte seine Kamera auf dieses Quadrat. Dort öffnet sich dann diese Seite.
code = Der Link zu dieser Seite als QR-Code
link-label = Der Link zu dieser Seite
copy = Kopieren
copied = Kopiert

expires-days = { $count ->
    [one] Dieser Link gilt noch einen Tag.
   *[other] Dieser Link gilt noch { $count } Tage.
}
expires-soon = Dieser Link gilt noch weniger als eine Minute.
expires-hours = { $count ->
    [one] Dieser Link gilt noch eine Stunde.
   *[other] Dieser Link gilt noch { $count } Stunden.
}
expires-minutes = { $count ->
    [one] Dieser Link gilt noch eine Minute.
   *[other] Dieser Link gilt noch { $count } Minuten.
}

setup-heading = Mit { $app }, Schritt für Schritt
download = App holen
step-install = { $app } installieren
step-visit = { $app } öffnen
step-come-back = Komm danach hierher zurück. Falls die Seite weg ist: Öffne den Link aus deiner Nachricht und wähle wieder { $app }.
step-press = Zurückkommen und hier drücken
step-then = Danach
step-register = Wähle einen Namen und ein Passwort. Merke dir beide: Du brauchst sie gleich.
step-open-account = { $app } öffnet sich und zeigt deine Einladung. Wähle dort einen Namen und ein Passwort.
step-open-contact = { $app } öffnet sich und fragt, ob { $inviter } hinzugefügt werden soll. Wenn du kein Konto hast, lege zuerst eines an.
step-open-contact-account = { $app } öffnet sich, zeigt deine Einladung und fügt { $inviter } für dich hinzu.
step-open-reset = { $app } öffnet sich. Wähle dort das neue Passwort.
step-add-contact = Wenn du kein Konto hast, lege zuerst eines an. Füge in { $app } den Kontakt { $address } hinzu.
step-log-in = Melde dich in { $app } mit der Adresse und dem Passwort an, die du gewählt hast.
step-other-app = { $app } kann keine Einladungen öffnen. Lege dein Konto zuerst mit einer anderen App an und melde dich dann in { $app } mit Adresse und Passwort an.
trouble = Es passiert nichts? Kopiere diesen Link und füge ihn in { $app } ein.
back = Eine andere App wählen

register-heading = Dein Konto bei { $site }
register-lead = Wähle einen Namen und ein Passwort. Das ist alles.
register-lead-bound = Wähle ein Passwort. Das ist alles.
register-lead-contact = Wähle einen Namen und ein Passwort. Dann seid ihr Kontakte, { $inviter } und du.
register-submit = Mein Konto anlegen
reset-form-lead = Wähle ein neues Passwort. Alle deine Apps werden danach fragen.
reset-submit = Passwort setzen
field-username = Name
field-username-hint = Er wird ein Teil deiner Adresse. Kleinbuchstaben, Ziffern, Punkte und Bindestriche gehen überall.
field-address = Deine Adresse
field-password = Passwort
field-new-password = Neues Passwort
field-password-hint = Niemand kann es dir noch einmal schicken: Schreib es auf, oder lass es deinen Browser speichern.
field-password-length = { $count ->
    [one] Mindestens ein Zeichen.
   *[other] Mindestens { $count } Zeichen.
}
username-free = Dieser Benutzername ist noch frei.
username-suggestions = Wie wäre es mit einem von diesen?
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
extra-optional = Du kannst das leer lassen.
extra-required = Das muss ausgefüllt sein.
show = Zeigen
hide = Verbergen
error-username-empty = Wähle einen Namen.
error-username-invalid = In diesem Namen ist ein Zeichen, das in einer Adresse nicht geht, zum Beispiel ein Leerzeichen oder @.
error-username-long = Dieser Name ist zu lang. Wähle einen kürzeren.
error-username-taken = Diesen Namen hat schon jemand. Versuche es mit einem anderen.
error-password-empty = Wähle ein Passwort.
error-password-short = { $count ->
    [one] Das ist zu kurz. Es braucht mindestens ein Zeichen.
   *[other] Das ist zu kurz. Es braucht mindestens { $count } Zeichen.
}
error-password-username = Das Passwort darf deinen Namen nicht enthalten.
error-password-long = Das ist zu lang. Ein paar Wörter reichen.
error-password-control = Darin ist ein unsichtbares Zeichen, etwa ein Tabulator oder ein Zeilenumbruch. Tippe das Passwort selbst ein oder kopiere es ohne dieses Zeichen.
error-password-characters = Darin ist ein Zeichen, das Chat-Apps nicht senden können. Nimm Buchstaben, Ziffern, Leerzeichen und Zeichen wie ! oder -.
error-extra-missing = Fülle auch das aus.
error-extra-long = Das ist zu lang.
error-extra-invalid = Das passt hier nicht. Sieh noch einmal nach.
error-extra-email = Das ist keine E-Mail-Adresse wie name@example.com.
error-in-use = Jemand benutzt diese Einladung gerade. Drücke in einer Minute noch einmal.
error-form-too-old = Diese Seite war zu lange offen, oder dein Browser speichert keine Cookies. Gib dein Passwort ein und drücke noch einmal.
error-no-cookies = Dein Browser speichert für diese Seite keine Cookies, und ohne funktioniert das Formular nicht. Erlaube Cookies für { $host } oder öffne den Link in einem anderen Browser.
success-heading = Willkommen bei { $site }
success-lead = Dein Konto ist fertig.
success-keep = Mit dieser Adresse und deinem Passwort meldest du dich auf allen deinen Geräten an.
success-contact = { $inviter } ist schon in deinen Kontakten.
success-save = Speichere dein Passwort jetzt, im Browser oder auf Papier. Wir können es dir nicht schicken.
success-webchat = Gleich hier anfangen
success-webchat-lead = Chatte in diesem Browser, ohne etwas zu installieren.
success-webchat-open = Web-Chat öffnen
success-apps = Hol dir jetzt eine App
success-apps-lead = Installiere eine davon und melde dich mit deiner Adresse und deinem Passwort an.
success-log-in = Anmelden
success-open-app = { $app } öffnen
reset-success-heading = Dein neues Passwort gilt
reset-success-lead = Melde dich damit in deiner App an. Deine Kontakte und Nachrichten sind noch da.

used-heading = Diese Einladung wurde schon benutzt
used-lead = Warst du das? Dann hast du ein Konto: Öffne deine App und melde dich an. Wenn nicht, bitte die Person, die dir den Link geschickt hat, um einen neuen.
used-reset-heading = Dieser Link wurde schon benutzt
used-reset-lead = Warst du das? Dann melde dich mit deinem neuen Passwort an. Wenn nicht, bitte um einen neuen Link und sag denen Bescheid, die { $site } betreiben.
used-contact-heading = Diese Einladung wurde schon benutzt
used-contact-lead = Warst du das? Dann seid ihr Kontakte: Öffne deine App. Wenn nicht, bitte die Person, die dir den Link geschickt hat, um einen neuen.
expired-heading = Dieser Link ist zu alt
expired-lead = Bitte die Person, die ihn dir geschickt hat, um einen neuen.
revoked-heading = Diese Einladung wurde zurückgezogen
revoked-lead = Bitte die Person, die sie dir geschickt hat, um eine neue.
unknown-heading = Diese Einladung kennen wir nicht
unknown-lead = Vielleicht ist ein Teil des Links verloren gegangen. Öffne ihn noch einmal aus deiner Nachricht, oder kopiere ihn ganz. Sehr alte Einladungen werden vergessen.
incomplete-heading = Dieser Link ist unvollständig
incomplete-lead = Öffne ihn noch einmal aus deiner Nachricht, oder kopiere ihn ganz.
start-heading = Leute zu { $site } einladen
start-lead = Melde dich mit deiner Adresse und deinem Passwort an und erstelle hier eine Einladung.
start-log-in = Anmelden
start-log-out = Abmelden
start-hello = Du bist als { $address } angemeldet.
start-make-heading = Eine neue Einladung
start-for = Für wen ist sie?
start-for-newcomer = Für jemanden, der ein Konto bei { $site } braucht
start-for-newcomer-hint = Ihr beide werdet Kontakte, sobald das Konto angelegt ist.
start-for-contact = Für jemanden, der schon irgendwo ein Konto hat
start-note = Notiz für dich
start-note-hint = Zum Beispiel ein Name. Nur du und die, die den Server betreiben, sehen sie.
start-make = Einladung erstellen
start-made-heading = Deine Einladung ist fertig
start-made-lead = Schicke diesen Link nur der Person, für die er ist. Er geht genau einmal.
start-made-contact-only = Mehr Einladungen für neue Konten darfst du im Moment nicht erstellen. Diese hier ist für jemanden, der schon ein Konto hat.
start-made-code = Der Link als QR-Code
start-link = Der Link zum Verschicken
start-list-heading = Deine Einladungen, die noch nicht benutzt wurden
start-list-none = Es gibt keine.
start-list-more = Nur die neuesten sind zu sehen.
start-list-account = Für ein Konto
start-list-contact = Für einen Kontakt
start-list-contact-account = Für ein Konto und einen Kontakt
start-list-reset = Für ein neues Passwort
start-valid-until = Gültig bis { $date }
start-valid-always = Unbegrenzt gültig
start-revoke = Zurückziehen
start-revoke-this = Einladung zurückziehen: { $note }
start-revoked = Die Einladung wurde zurückgezogen.
start-sheet-heading = Karten zum Ausdrucken
start-sheet-lead = Für eine Veranstaltung: Auf jeder Karte steht eine eigene Einladung, für eine Person.
start-sheet-count = Wie viele Karten
start-sheet-make = Karten erstellen
start-back = Zurück
start-print = Drucke diese Seite und schneide dann die Karten auseinander. Wer eine Karte hat, kann sie benutzen. Bewahre sie also gut auf.
error-login = Diese Adresse oder dieses Passwort stimmt nicht.
error-login-throttled = Das waren zu viele Versuche. Versuche es in einigen Minuten wieder.
error-logged-out = Du wurdest abgemeldet, weil eine Weile nichts passiert ist. Melde dich noch einmal an.
error-count = Wähle eine Zahl von 1 bis { $count }.
error-note = Die Notiz ist zu lang, oder darin sind Zeichen, die nicht angezeigt werden können. Nimm höchstens { $count } Buchstaben.
error-failed = Das hat nicht geklappt. Versuche es in einigen Minuten noch einmal.
error-not-revocable = Diese Einladung lässt sich nicht mehr zurückziehen.
error-not-allowed = So eine Einladung darfst du hier nicht erstellen.
error-quota-pending = Zu viele deiner Einladungen sind noch nicht benutzt. Ziehe einige zurück, oder warte, bis sie benutzt sind.
error-quota-daily = Mehr Einladungen darfst du heute nicht erstellen. Versuche es morgen wieder.

card-heading = Du bist zu { $site } eingeladen
card-lead = Richte die Kamera deines Handys auf das Quadrat, oder tippe das hier in einen Browser:
card-expires = Gültig bis { $date }, für eine Person.
card-always = Für eine Person.

contact-only-heading = Mit dieser Einladung bekommst du kein Konto
contact-only-lead = Sie ist für Leute, die schon eines haben. Öffne sie noch einmal aus deiner Nachricht, um zu sehen, was sie kann.
not-encrypted-heading = Diese Seite ist hier nicht sicher
not-encrypted-lead = Ein Passwort darf nicht unverschlüsselt übertragen werden. Öffne den Link mit https am Anfang, oder frage die, die { $site } betreiben.
bad-request-heading = Dein Browser hat etwas Seltsames geschickt
bad-request-lead = Es ist nichts passiert. Geh zurück und versuche es noch einmal.
app-unknown-heading = Diese App kennen wir nicht
app-unknown-lead = Öffne deine Einladung noch einmal und wähle eine andere.
throttled-heading = Bitte warte ein wenig
throttled-lead = Aus deinem Netz wurden zu viele Links geöffnet, die nicht funktionieren. Versuche es in einigen Minuten wieder.
elsewhere-heading = Das geht hier nicht
elsewhere-lead = Die Konten von { $host } werden anderswo verwaltet. Keine Einladung kann hier ein Konto anlegen oder ein Passwort setzen. Frag die Leute, die diesen Server betreiben.
failed-heading = Das geht gerade nicht
failed-lead = Es liegt an uns, und deine Einladung ist nicht verloren. Versuche es in einigen Minuten wieder.

footer-terms = Bedingungen
footer-privacy = Datenschutz
footer-imprint = Impressum
footer-contact = Kontakt

app-conversations = Chat und Anrufe für Android. Leicht für den Anfang, und der Akku hält lange.
app-cheogram = Für Android: mit Conversations verwandt, erreicht aber auch das Telefonnetz.
app-yaxim = Eine kleine App für Android, die auch auf alten Handys läuft.
app-monal = Chat und Anrufe für iPhone, iPad und Mac.
app-siskin-im = Eine schlanke App für iPhone und iPad.
app-beagle-im = Eine schlanke App für den Mac, von den Machern von Siskin.
app-dino = Aufgeräumt und einfach, für Computer mit Linux.
app-gajim = Für den Computer, mit allem, was man je einstellen möchte.
app-kaidan = Für Linux auf Computern und Handys, ein Teil von KDE.
app-psi = Für den Computer und für Leute mit Erfahrung; Psi+ ist dasselbe mit den neuesten Funktionen.
app-converse-js = Chat im Browser, ohne etwas zu installieren.
app-movim = Chat und Neuigkeiten im Browser. Die Website, die du dort wählst, meldet sich für dich an. Wähle also eine, der du vertraust.
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
refusal-invite-in-use = Jemand benutzt diese Einladung gerade, versuche es später wieder
refusal-username-invalid = Das ist kein gültiger Benutzername
refusal-username-too-long = Dieser Benutzername ist zu lang
refusal-username-mismatch = Diese Einladung ist für einen anderen Benutzernamen
refusal-username-reserved = Dieser Benutzername ist reserviert
refusal-managed-elsewhere = Die Konten dieses Servers werden anderswo verwaltet
refusal-account-exists = Diesen Benutzernamen gibt es schon
refusal-account-not-found = Dieses Konto gibt es nicht
refusal-data-invalid = Die Daten der Einladung können nicht gespeichert werden
refusal-form-invalid = Dieses Formular kann nicht gelesen werden
refusal-text-too-long = Dieser Text ist zu lang
refusal-text-unclean = In diesem Text sind Zeichen, die nicht angezeigt werden können
refusal-ttl-invalid = So lange kann die Einladung nicht gelten
refusal-uses-invalid = So oft kann die Einladung nicht benutzt werden
refusal-ttl-too-long = So lange dürfen deine Einladungen nicht gelten
refusal-uses-too-many = So oft dürfen deine Einladungen nicht benutzt werden
refusal-quota-pending = Zu viele deiner Einladungen sind noch nicht benutzt
refusal-quota-daily = Du hast heute zu viele Einladungen erstellt
refusal-not-allowed = So eine Einladung darfst du nicht erstellen
refusal-reference-ambiguous = Das passt zu mehr als einer Einladung
refusal-throttled = Zu viele Einladungen, die nicht funktionieren, versuche es später wieder
refusal-ask = Das Konto konnte nicht nachgeschlagen werden
refusal-internal-server-error = Einladungen gehen gerade nicht, versuche es später wieder

adhoc-refusal-token-invalid = Diese Einladung gibt es nicht
adhoc-refusal-token-expired = Die Einladung ist abgelaufen
adhoc-refusal-token-used = Die Einladung wurde schon benutzt
adhoc-refusal-token-revoked = Die Einladung wurde zurückgezogen
adhoc-refusal-invite-damaged = Die Zeile dieser Einladung in der Datenbank ist beschädigt
adhoc-forbidden = Diesen Befehl darfst du nicht benutzen
adhoc-unavailable = Das ist für dich nicht verfügbar
adhoc-no-action = Diese Aktion gibt es bei diesem Befehl nicht
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = das muss ausgefüllt werden
adhoc-value-address = das ist keine Adresse
adhoc-value-boolean = das ist weder ja noch nein
adhoc-value-choice = das steht nicht zur Auswahl
adhoc-value-long = das ist zu lang
adhoc-value-unclean = darin sind Zeichen, die nicht angezeigt werden können
adhoc-whole-address = Gib eine ganze Adresse an, zum Beispiel { $address }

adhoc-created = Deine Einladung ist erstellt
adhoc-contact-only = Mehr Einladungen für neue Konten darfst du im Moment nicht erstellen. Diese hier ist für jemanden, der schon irgendwo ein Konto hat.
adhoc-link = Link der Einladung
adhoc-page = Webseite zum Weitergeben
adhoc-valid-until = Gültig bis

adhoc-account-title = Einladung für ein neues Konto erstellen
adhoc-account-lead = Erstellt einen Link, mit dem jemand ein Konto auf { $host } anlegen kann.
adhoc-no-registration = Auf { $host } kann sich niemand registrieren, eine Einladung wäre also nutzlos. Wer den Server betreibt, kann das ändern
adhoc-username = Benutzername
adhoc-username-hint = Lass das leer, damit der Name frei gewählt werden kann
adhoc-befriend = Das neue Konto und mich gegenseitig als Kontakte eintragen
adhoc-lifetime = Wie lange die Einladung gilt
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
adhoc-without-end = unbegrenzt
adhoc-most-uses = Wie viele Konten man damit anlegen kann
adhoc-role = Rolle des neuen Kontos
adhoc-role-usual = Wie jedes neue Konto
adhoc-groups = Gruppen des neuen Kontos
adhoc-note = Notiz
adhoc-note-hint = Für wen die Einladung ist: Das steht dann in der Liste deiner Einladungen

adhoc-reset-title = Einladung für ein neues Passwort erstellen
adhoc-reset-lead = Erstellt einen Link, mit dem man für dieses Konto ein neues Passwort setzen kann. Er ist für die Person, der das Konto gehört.
adhoc-reset-address = Adresse des Kontos
adhoc-account-here = Es muss ein Konto auf { $host } sein
adhoc-higher-role = Dieses Konto hat eine höhere Rolle als du

adhoc-own-title = Meine Einladungen
adhoc-all-title = Alle Einladungen verwalten
adhoc-all-lead = Welche Einladungen möchtest du sehen?
adhoc-list-title = Alle Einladungen
adhoc-invites = Einladungen
adhoc-which-usable = die noch gelten
adhoc-which-pending = mit denen man noch ein Konto anlegen oder ein Passwort setzen kann
adhoc-which-used = die benutzt wurden
adhoc-which-all = alle, auch zurückgezogene und abgelaufene
adhoc-user = Nur die von diesem Benutzerkonto
adhoc-choose-lead = Wähle eine Einladung, und was du mit ihr machen willst.
adhoc-invite = Einladung
adhoc-verb = Was zu tun ist
adhoc-verb-show = Anzeigen, mit ihrem Link
adhoc-verb-extend = Länger oder kürzer gelten lassen
adhoc-verb-label = Notiz dazu schreiben
adhoc-verb-revoke = Zurückziehen: Ihr Link geht dann nicht mehr
adhoc-more-invites = … (weitere Einladungen)
adhoc-all-of-them = … (alle, auch benutzte und solche, die nicht mehr gelten)
adhoc-no-such-invites = Solche Einladungen gibt es nicht
adhoc-no-more-invites = Weitere Einladungen gibt es nicht

adhoc-line = { $about } [{ $id }]
adhoc-line-note = { $note }: { $about } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = Konto
adhoc-purpose-account-named = Konto { $address }
adhoc-purpose-contact = Kontakt
adhoc-purpose-contact-account = Konto und Kontakt
adhoc-purpose-reset = neues Passwort für { $address }
adhoc-state-usable = gültig
adhoc-state-until = bis { $date }
adhoc-state-claimed = wird gerade benutzt
adhoc-state-redeemed = aufgebraucht
adhoc-state-revoked = zurückgezogen
adhoc-state-expired = abgelaufen
adhoc-used = { $count ->
    [one] einmal benutzt
   *[other] { $count }-mal benutzt
}
adhoc-used-of = { $count } von { $most } Mal benutzt
adhoc-made-by = von { $creator }

adhoc-invite-title = Einladung { $id }
adhoc-purpose = Wofür sie ist
adhoc-state = Zustand
adhoc-uses = Benutzung
adhoc-maker = Erstellt von
adhoc-created-at = Erstellt am
adhoc-id = Kurzname in Listen und Protokollen
adhoc-link-left-out = Der Link fehlt hier, weil die Einladung mehr gewährt, als du gewähren darfst
adhoc-valid-for = Wie lange sie gilt
adhoc-extend-lead = Gezählt ab jetzt.
adhoc-extend-gives-more = Du kannst keine Einladung verlängern, die mehr gewährt, als du gewähren darfst
adhoc-extend-admins = Nur Admins können diese Einladung länger gelten lassen
adhoc-extended = Die Einladung gilt jetzt bis zu einem anderen Zeitpunkt
adhoc-label-lead = Sichtbar ist sie für Admins und die Person, die die Einladung erstellt hat. Lass das Feld leer, um die Notiz zu entfernen.
adhoc-labelled = Die Notiz ist gespeichert
adhoc-label-removed = Die Notiz ist entfernt
adhoc-revoked = Die Einladung ist zurückgezogen
