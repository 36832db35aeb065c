# Ce que disent les pages d’invitation ; voir en.ftl.
language-name = Français
languages = Langues

account-heading = Vous êtes invité·e sur { $site }
account-heading-inviter = { $inviter } vous invite sur { $site }
account-lead = Avec cette invitation, vous y recevez votre propre compte pour discuter. Cela prend trois minutes.
contact-heading = { $inviter } aimerait discuter avec vous
contact-lead = { $inviter }, c’est { $address }. Vous pouvez prendre n’importe quelle application et n’importe quel fournisseur XMPP.
contact-account-lead = Avec cette invitation, vous devenez contacts. Si vous n’avez pas encore de compte, vous en recevez un sur { $site }.
reset-heading = Un nouveau mot de passe pour { $address }
reset-lead = Avec ce lien, vous choisissez un nouveau mot de passe. Si vous n’en avez pas demandé, fermez cette page : rien n’a changé.
bound = Votre adresse sera { $address }.

have-account-heading = J’ai un compte
have-app-heading = Avez-vous déjà une application ?
open-account = Ouvrir l’invitation dans mon application
open-account-lead = Si une application de discussion XMPP est sur cet appareil, elle peut ouvrir l’invitation maintenant.
open-contact = Ajouter { $inviter }
open-contact-lead = Appuyez ici, et votre application ajoute { $inviter } à vos contacts.
open-contact-account-lead = Appuyez ici, et votre application ajoute { $inviter } à vos contacts.
open-reset = Ouvrir le lien dans mon application
open-reset-lead = Certaines applications peuvent changer le mot de passe elles-mêmes.

apps-heading = Choisissez une application
apps-heading-contact = J’ai besoin d’un compte
apps-heading-contact-account = J’ai besoin d’un compte
apps-heading-reset = Avec une application
apps-lead = Pour discuter, il faut une application. Appuyez sur l’une d’elles pour voir les étapes.
apps-lead-contact = Choisissez une application. Elle vous aide à créer un compte chez un fournisseur de votre choix. Revenez ensuite ici.
other-apps = Autres applications
no-apps = Prenez une application de discussion XMPP dans la boutique de votre appareil, puis revenez sur cette page.
browser-lead = Ou sans application, ici même :
browser-account = Créer mon compte dans ce navigateur
browser-reset = Choisir un nouveau mot de passe

phone-heading = Plutôt sur votre téléphone ?
phone-lead = Dirigez son appareil photo vers ce carré. Cette page s’y ouvre.
code = Le lien vers cette page en code QR
link-label = Le lien vers cette page
copy = Copier
copied = Copié

expires-days = { $count ->
    [one] Ce lien marche encore un jour.
   *[other] Ce lien marche encore { $count } jours.
}
expires-hours = { $count ->
    [one] Ce lien marche encore une heure.
   *[other] Ce lien marche encore { $count } heures.
}

setup-heading = Avec { $app }, pas à pas
download = Obtenir l’application
step-install = Installer { $app }
step-visit = Ouvrir { $app }
step-come-back = Quand c’est fait, revenez sur cette page. Le lien dans votre message y mène de nouveau.
step-press = Revenir et appuyer ici
step-then = Ensuite
step-register = Choisissez un nom et un mot de passe. Gardez les deux : vous en aurez besoin tout de suite.
step-open-account = { $app } s’ouvre et montre votre invitation. Choisissez-y un nom et un mot de passe.
step-open-contact = { $app } s’ouvre et demande s’il faut ajouter { $inviter }. Si vous n’avez pas de compte, créez-en d’abord un.
step-open-contact-account = { $app } s’ouvre, montre votre invitation et ajoute { $inviter } pour vous.
step-open-reset = { $app } s’ouvre. Choisissez-y le nouveau mot de passe.
step-add-contact = Ajoutez { $address } à vos contacts dans { $app }.
step-log-in = Connectez-vous dans { $app } avec l’adresse et le mot de passe que vous avez choisis.
step-other-app = { $app } ne sait pas ouvrir les invitations. Créez d’abord votre compte avec une autre application, puis connectez-vous dans { $app } avec l’adresse et le mot de passe.
trouble = Rien ne se passe ? Copiez ce lien et collez-le dans { $app }.
back = Choisir une autre application

used-heading = Cette invitation a déjà servi
used-lead = C’était vous ? Alors vous avez un compte : ouvrez votre application et connectez-vous. Sinon, demandez un nouveau lien à la personne qui vous l’a envoyé.
used-reset-heading = Ce lien a déjà servi
used-reset-lead = C’était vous ? Alors connectez-vous avec votre nouveau mot de passe. Sinon, demandez un nouveau lien et prévenez les responsables de { $site }.
used-contact-heading = Cette invitation a déjà servi
used-contact-lead = C’était vous ? Alors vous êtes contacts : ouvrez votre application. Sinon, demandez un nouveau lien à la personne qui vous l’a envoyé.
expired-heading = Ce lien est trop ancien
expired-lead = Demandez un nouveau lien à la personne qui vous l’a envoyé.
revoked-heading = Cette invitation a été retirée
revoked-lead = Demandez une nouvelle invitation à la personne qui vous l’a envoyée.
unknown-heading = Nous ne connaissons pas cette invitation
unknown-lead = Une partie du lien s’est peut-être perdue. Ouvrez-le encore une fois depuis votre message, ou copiez-le en entier. Les invitations très anciennes sont oubliées.
incomplete-heading = Ce lien est incomplet
incomplete-lead = Ouvrez-le encore une fois depuis votre message, ou copiez-le en entier.
app-unknown-heading = Nous ne connaissons pas cette application
app-unknown-lead = Ouvrez encore une fois votre invitation et choisissez-en une autre.
throttled-heading = Un peu de patience
throttled-lead = Trop de liens qui ne marchent pas ont été ouverts depuis votre réseau. Réessayez dans quelques minutes.
failed-heading = Cela ne marche pas en ce moment
failed-lead = C’est notre faute, et votre invitation n’est pas perdue. Réessayez dans quelques minutes.

footer-terms = Conditions
footer-privacy = Confidentialité
footer-imprint = Mentions légales
footer-contact = Contact
