# Was die Seiten der Einladungen sagen; siehe en.ftl.
language-name = Deutsch
languages = Sprachen

account-heading = Du bist zu { $site } eingeladen
account-heading-inviter = { $inviter } lädt dich zu { $site } ein
account-lead = Mit dieser Einladung bekommst du dort dein eigenes Konto zum Chatten. Das dauert drei Minuten.
contact-heading = { $inviter } möchte mit dir chatten
contact-lead = { $inviter } ist { $address }. Du kannst jede App und jeden Anbieter für XMPP nehmen.
contact-account-lead = Mit dieser Einladung werdet ihr Kontakte. Wenn du noch kein Konto hast, bekommst du eines bei { $site }.
reset-heading = Ein neues Passwort für { $address }
reset-lead = Mit diesem Link wählst du ein neues Passwort. Wenn du keines wolltest, schließe diese Seite: Es hat sich nichts geändert.
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
expires-hours = { $count ->
    [one] Dieser Link gilt noch eine Stunde.
   *[other] Dieser Link gilt noch { $count } Stunden.
}

setup-heading = Mit { $app }, Schritt für Schritt
download = App holen
step-install = { $app } installieren
step-visit = { $app } öffnen
step-come-back = Wenn das getan ist, komm auf diese Seite zurück. Der Link in deiner Nachricht führt wieder hierher.
step-press = Zurückkommen und hier drücken
step-then = Danach
step-register = Wähle einen Namen und ein Passwort. Merke dir beide: Du brauchst sie gleich.
step-open-account = { $app } öffnet sich und zeigt deine Einladung. Wähle dort einen Namen und ein Passwort.
step-open-contact = { $app } öffnet sich und fragt, ob { $inviter } hinzugefügt werden soll. Wenn du kein Konto hast, lege zuerst eines an.
step-open-contact-account = { $app } öffnet sich, zeigt deine Einladung und fügt { $inviter } für dich hinzu.
step-open-reset = { $app } öffnet sich. Wähle dort das neue Passwort.
step-add-contact = Füge in { $app } den Kontakt { $address } hinzu.
step-log-in = Melde dich in { $app } mit der Adresse und dem Passwort an, die du gewählt hast.
step-other-app = { $app } kann keine Einladungen öffnen. Lege dein Konto zuerst mit einer anderen App an und melde dich dann in { $app } mit Adresse und Passwort an.
trouble = Es passiert nichts? Kopiere diesen Link und füge ihn in { $app } ein.
back = Eine andere App wählen

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
app-unknown-heading = Diese App kennen wir nicht
app-unknown-lead = Öffne deine Einladung noch einmal und wähle eine andere.
throttled-heading = Bitte warte ein wenig
throttled-lead = Aus deinem Netz wurden zu viele Links geöffnet, die nicht funktionieren. Versuche es in einigen Minuten wieder.
failed-heading = Das geht gerade nicht
failed-lead = Es liegt an uns, und deine Einladung ist nicht verloren. Versuche es in einigen Minuten wieder.

footer-terms = Bedingungen
footer-privacy = Datenschutz
footer-imprint = Impressum
footer-contact = Kontakt
