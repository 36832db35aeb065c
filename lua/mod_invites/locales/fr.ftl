# Ce que disent les pages d’invitation ; voir en.ftl.
language-name = Français
languages = Langues
invited-by = Invitation de { $inviter }

account-heading = Vous êtes invité·e sur { $site }
account-heading-inviter = { $inviter } vous invite sur { $site }
account-lead = Avec cette invitation, vous y recevez votre propre compte pour discuter. Cela prend trois minutes.
contact-heading = { $inviter } aimerait discuter avec vous
contact-lead = { $inviter }, c’est { $address }. Vous pouvez prendre n’importe quelle application et n’importe quel fournisseur XMPP.
contact-account-lead = Avec cette invitation, vous devenez contacts. Si vous n’avez pas encore de compte, vous en recevez un sur { $site }.
reset-heading = Choisir un nouveau mot de passe
reset-lead = Ce lien vous permet de choisir un nouveau mot de passe pour { $address }. Si vous n’avez rien demandé, fermez cette page : rien n’a changé.
bound = Votre adresse sera { $address }.

have-account-heading = J’ai un compte
have-app-heading = Avez-vous déjà une application ?
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
browser-lead = Ou sans application, ici même :
browser-account = Créer mon compte dans ce navigateur
browser-reset = Choisir un nouveau mot de passe

phone-heading = Plutôt sur votre téléphone ?
phone-lead = Dirigez son appareil photo vers ce carré. Cette page s’y ouvre.
code = Le lien vers cette page en code QR
link-label = Le lien vers cette page
copy = Copier
copied = Copié

expires-days = { $count ->
    [one] Ce lien marche encore un jour.
   *[other] Ce lien marche encore { $count } jours.
}
expires-soon = Ce lien marche encore moins d’une minute.
expires-hours = { $count ->
    [one] Ce lien marche encore une heure.
   *[other] Ce lien marche encore { $count } heures.
}
expires-minutes = { $count ->
    [one] Ce lien marche encore une minute.
   *[other] Ce lien marche encore { $count } minutes.
}

setup-heading = Avec { $app }, pas à pas
download = Obtenir l’application
step-install = Installer { $app }
step-visit = Ouvrir { $app }
step-come-back = Revenez ensuite sur cette page. Si vous la perdez, ouvrez le lien de votre message et choisissez de nouveau { $app }.
step-press = Revenir et appuyer ici
step-then = Ensuite
step-register = Choisissez un nom et un mot de passe. Gardez les deux : vous en aurez besoin tout de suite.
step-open-account = { $app } s’ouvre et montre votre invitation. Choisissez-y un nom et un mot de passe.
step-open-contact = { $app } s’ouvre et demande s’il faut ajouter { $inviter }. Si vous n’avez pas de compte, créez-en d’abord un.
step-open-contact-account = { $app } s’ouvre, montre votre invitation et ajoute { $inviter } pour vous.
step-open-reset = { $app } s’ouvre. Choisissez-y le nouveau mot de passe.
step-add-contact = Si vous n’avez pas de compte, créez-en d’abord un. Ajoutez { $address } à vos contacts dans { $app }.
step-log-in = Connectez-vous dans { $app } avec l’adresse et le mot de passe que vous avez choisis.
step-other-app = { $app } ne sait pas ouvrir les invitations. Créez d’abord votre compte avec une autre application, puis connectez-vous dans { $app } avec l’adresse et le mot de passe.
trouble = Rien ne se passe ? Copiez ce lien et collez-le dans { $app }.
back = Choisir une autre application

register-heading = Votre compte sur { $site }
register-lead = Choisissez un nom et un mot de passe. C’est tout.
register-lead-bound = Choisissez un mot de passe. C’est tout.
register-lead-contact = Choisissez un nom et un mot de passe. Ensuite, { $inviter } et vous devenez contacts.
register-submit = Créer mon compte
reset-form-lead = Choisissez un nouveau mot de passe. Toutes vos applications vous le demanderont.
reset-submit = Enregistrer le mot de passe
field-username = Nom
field-username-hint = Une partie de votre adresse. Les minuscules, les chiffres, les points et les traits d’union marchent partout.
field-address = Votre adresse
field-password = Mot de passe
field-new-password = Nouveau mot de passe
field-password-hint = Personne ne pourra vous le renvoyer : notez-le ou laissez votre navigateur le retenir.
field-password-length = { $count ->
    [one] Au moins un caractère.
   *[other] Au moins { $count } caractères.
}
username-free = Ce nom d’utilisateur est disponible.
username-suggestions = Que dites-vous de l’un de ceux-ci ?
password-weak = Facile à deviner. Quelques mots pris au hasard seraient plus sûrs.
password-fair = Peut être renforcé. Ajoutez un autre mot.
password-good = Mot de passe solide.
password-suggest = Proposer un mot de passe
error-password-weak = Ce mot de passe est facile à deviner. Choisissez-en un autre, ou saisissez-le à nouveau pour le garder.
progress-account = Compte
progress-app = Application
progress-chat = Discussion
extra-nick = Surnom
extra-name = Nom complet
extra-first = Prénom
extra-last = Nom de famille
extra-email = Adresse e-mail
extra-address = Rue
extra-city = Ville
extra-state = État ou région
extra-zip = Code postal
extra-phone = Numéro de téléphone
extra-url = Page web
extra-date = Date de naissance
extra-optional = Vous pouvez laisser ce champ vide.
extra-required = Ce champ doit être rempli.
show = Afficher
hide = Masquer
error-username-empty = Choisissez un nom.
error-username-invalid = Ce nom contient un caractère qui ne marche pas dans une adresse, par exemple un espace ou @.
error-username-long = Ce nom est trop long. Choisissez-en un plus court.
error-username-taken = Quelqu’un d’autre a déjà ce nom. Essayez-en un autre.
error-password-empty = Choisissez un mot de passe.
error-password-short = { $count ->
    [one] C’est trop court. Il faut au moins un caractère.
   *[other] C’est trop court. Il faut au moins { $count } caractères.
}
error-password-username = Le mot de passe ne doit pas contenir votre nom.
error-password-long = C’est trop long. Quelques mots suffisent.
error-password-control = Il contient un caractère invisible, comme une tabulation ou un retour à la ligne. Saisissez le mot de passe vous-même, ou copiez-le sans ce caractère.
error-password-characters = Il contient un caractère que les applications de messagerie ne peuvent pas envoyer. Utilisez des lettres, des chiffres, des espaces et des signes comme ! ou -.
error-extra-missing = Remplissez aussi ce champ.
error-extra-long = C’est trop long.
error-extra-invalid = Cela ne convient pas ici. Vérifiez, puis essayez encore une fois.
error-extra-email = Ce n’est pas une adresse e-mail comme name@example.com.
error-in-use = Quelqu’un utilise cette invitation en ce moment. Appuyez encore une fois dans une minute.
error-form-too-old = Cette page est restée ouverte trop longtemps, ou votre navigateur ne garde pas les cookies. Saisissez votre mot de passe et appuyez encore une fois.
error-no-cookies = Votre navigateur ne garde pas les cookies de cette page, et sans cookie le formulaire ne marche pas. Autorisez les cookies pour { $host }, ou ouvrez le lien dans un autre navigateur.
success-heading = Bienvenue sur { $site }
success-lead = Votre compte est prêt.
success-keep = Vous vous connectez avec cette adresse et votre mot de passe, sur tous vos appareils.
success-contact = { $inviter } est déjà dans vos contacts.
success-save = Enregistrez votre mot de passe maintenant, dans votre navigateur ou sur papier. Nous ne pouvons pas vous l’envoyer.
success-webchat = Commencez ici même
success-webchat-lead = Discutez dans ce navigateur, sans rien installer.
success-webchat-open = Ouvrir la discussion dans le navigateur
success-apps = Prenez maintenant une application
success-apps-lead = Installez l’une de celles-ci et connectez-vous avec votre adresse et votre mot de passe.
success-log-in = Se connecter
success-open-app = Ouvrir { $app }
reset-success-heading = Votre nouveau mot de passe est enregistré
reset-success-lead = Utilisez-le pour vous connecter dans votre application. Vos contacts et vos messages sont comme avant.

used-heading = Cette invitation a déjà servi
used-lead = C’était vous ? Alors vous avez un compte : ouvrez votre application et connectez-vous. Sinon, demandez un nouveau lien à la personne qui vous l’a envoyé.
used-reset-heading = Ce lien a déjà servi
used-reset-lead = C’était vous ? Alors connectez-vous avec votre nouveau mot de passe. Sinon, demandez un nouveau lien et prévenez les responsables de { $site }.
used-contact-heading = Cette invitation a déjà servi
used-contact-lead = C’était vous ? Alors vous êtes contacts : ouvrez votre application. Sinon, demandez un nouveau lien à la personne qui vous l’a envoyé.
expired-heading = Ce lien est trop ancien
expired-lead = Demandez un nouveau lien à la personne qui vous l’a envoyé.
revoked-heading = Cette invitation a été retirée
revoked-lead = Demandez une nouvelle invitation à la personne qui vous l’a envoyée.
unknown-heading = Nous ne connaissons pas cette invitation
unknown-lead = Une partie du lien s’est peut-être perdue. Ouvrez-le encore une fois depuis votre message, ou copiez-le en entier. Les invitations très anciennes sont oubliées.
incomplete-heading = Ce lien est incomplet
incomplete-lead = Ouvrez-le encore une fois depuis votre message, ou copiez-le en entier.
start-heading = Invitez d’autres personnes sur { $site }
start-lead = Connectez-vous avec votre adresse et votre mot de passe, puis créez une invitation ici.
start-log-in = Se connecter
start-log-out = Se déconnecter
start-hello = Vous êtes connecté·e avec l’adresse { $address }.
start-make-heading = Une nouvelle invitation
start-for = Pour qui est-elle ?
start-for-newcomer = Une personne qui a besoin d’un compte sur { $site }
start-for-newcomer-hint = Vous devenez contacts dès qu’elle l’a créé.
start-for-contact = Une personne qui a déjà un compte quelque part
start-note = Note pour vous-même
start-note-hint = Un nom, par exemple. Il n’y a que vous et les responsables du serveur qui la voient.
start-make = Créer l’invitation
start-made-heading = Votre invitation est prête
start-made-lead = Envoyez ce lien à la seule personne à qui il est destiné. Il ne marche qu’une fois.
start-made-contact-only = Vous avez créé toutes les invitations pour de nouveaux comptes auxquelles vous avez droit en ce moment. Celle-ci est pour une personne qui a déjà un compte.
start-made-code = Le lien en code QR
start-link = Le lien à envoyer
start-list-heading = Vos invitations qui n’ont pas encore servi
start-list-none = Il n’y en a pas.
start-list-more = Seules les plus récentes sont affichées.
start-list-account = Pour un compte
start-list-contact = Pour un contact
start-list-contact-account = Pour un compte et un contact
start-list-reset = Pour un nouveau mot de passe
start-valid-until = Valable jusqu’au { $date }
start-valid-always = Valable sans limite
start-revoke = Retirer
start-revoke-this = Retirer l’invitation { $note }
start-revoked = L’invitation a été retirée.
start-sheet-heading = Cartes à imprimer
start-sheet-lead = Pour un événement : chaque carte a sa propre invitation, pour une seule personne.
start-sheet-count = Nombre de cartes
start-sheet-make = Créer les cartes
start-back = Retour
start-print = Imprimez cette page, puis découpez les cartes. Toute personne qui a une carte peut s’en servir : gardez-les en lieu sûr.
error-login = Cette adresse ou ce mot de passe n’est pas correct.
error-login-throttled = Il y a eu trop d’essais. Réessayez dans quelques minutes.
error-logged-out = Vous avez été déconnecté·e, car rien ne s’est passé pendant un moment. Connectez-vous encore une fois.
error-count = Choisissez un nombre de 1 à { $count }.
error-note = La note est trop longue ou contient des caractères qui ne peuvent pas être affichés. Utilisez au plus { $count } lettres.
error-failed = Cela n’a pas fonctionné. Réessayez dans quelques minutes.
error-not-revocable = Cette invitation ne peut plus être retirée.
error-not-allowed = Vous n’avez pas le droit de créer une telle invitation ici.
error-quota-pending = Trop de vos invitations n’ont pas encore servi. Retirez-en quelques-unes, ou attendez qu’elles servent.
error-quota-daily = Vous avez créé aujourd’hui toutes les invitations auxquelles vous avez droit. Réessayez demain.

card-heading = Vous êtes invité·e sur { $site }
card-lead = Dirigez l’appareil photo de votre téléphone vers le carré, ou tapez ceci dans un navigateur :
card-expires = Valable jusqu’au { $date }, pour une personne.
card-always = Pour une personne.

contact-only-heading = Cette invitation ne crée pas de compte
contact-only-lead = Elle est pour les personnes qui en ont un. Ouvrez-la encore une fois depuis votre message pour voir ce qu’elle permet.
not-encrypted-heading = Cette page n’est pas sûre ici
not-encrypted-lead = Un mot de passe ne doit pas voyager sans chiffrement. Ouvrez le lien avec https au début, ou adressez-vous aux responsables de { $site }.
bad-request-heading = Votre navigateur a envoyé quelque chose d’étrange
bad-request-lead = Il ne s’est rien passé. Revenez en arrière et essayez encore une fois.
app-unknown-heading = Nous ne connaissons pas cette application
app-unknown-lead = Ouvrez encore une fois votre invitation et choisissez-en une autre.
throttled-heading = Un peu de patience
throttled-lead = Trop de liens qui ne marchent pas ont été ouverts depuis votre réseau. Réessayez dans quelques minutes.
elsewhere-heading = Ce n’est pas possible ici
elsewhere-lead = Les comptes de { $host } sont gérés ailleurs : aucune invitation ne peut en créer un ni définir un mot de passe. Adressez-vous aux personnes qui gèrent ce serveur.
failed-heading = Cela ne marche pas en ce moment
failed-lead = C’est notre faute, et votre invitation n’est pas perdue. Réessayez dans quelques minutes.

footer-terms = Conditions
footer-privacy = Confidentialité
footer-imprint = Mentions légales
footer-contact = Contact

app-conversations = Discussion et appels pour Android. Facile pour débuter, et économe en batterie.
app-cheogram = Pour Android : une parente de Conversations, qui peut aussi joindre le réseau téléphonique.
app-yaxim = Une petite application pour Android, qui marche aussi sur de vieux téléphones.
app-monal = Discussion et appels pour iPhone, iPad et Mac.
app-siskin-im = Une application légère pour iPhone et iPad.
app-beagle-im = Une application légère pour Mac, par les auteurs de Siskin.
app-dino = Claire et simple, pour les ordinateurs sous Linux.
app-gajim = Pour l’ordinateur, avec tout ce que l’on peut vouloir régler un jour.
app-kaidan = Pour Linux, sur ordinateur et sur téléphone, réalisée au sein de KDE.
app-psi = Pour l’ordinateur et pour les personnes expérimentées ; Psi+ est la même, avec les nouveautés.
app-converse-js = Discuter dans le navigateur, sans rien installer.
app-movim = Discussions et actualités dans le navigateur. Le site que vous y choisissez se connecte à votre place : prenez-en un qui a votre confiance.
app-renga = Pour les ordinateurs sous Haiku.

refusal-no-token = Aucun code d’invitation n’a été donné
refusal-token-missing = Le code d’invitation manque
refusal-token-invalid = Ce code d’invitation n’est pas valable ou a expiré
refusal-token-expired = { refusal-token-invalid }
refusal-token-used = { refusal-token-invalid }
refusal-token-revoked = { refusal-token-invalid }
refusal-token-not-for-registration = { refusal-token-invalid }
refusal-token-not-for-contact = { refusal-token-invalid }
refusal-inviter-gone = { refusal-token-invalid }
refusal-permit-spent = { refusal-token-invalid }
refusal-invite-damaged = { refusal-token-invalid }
refusal-not-invited = On ne peut s’inscrire sur ce serveur qu’avec une invitation
refusal-password-unusable = Ce mot de passe ne peut pas être utilisé
refusal-invite-in-use = Quelqu’un utilise cette invitation, réessayez plus tard
refusal-username-invalid = Ce nom d’utilisateur n’est pas valable
refusal-username-too-long = Ce nom d’utilisateur est trop long
refusal-username-mismatch = Cette invitation est pour un autre nom d’utilisateur
refusal-username-reserved = Ce nom d’utilisateur est réservé
refusal-managed-elsewhere = Les comptes de ce serveur sont gérés ailleurs
refusal-account-exists = Ce nom d’utilisateur existe déjà
refusal-account-not-found = Ce compte n’existe pas
refusal-data-invalid = Les données de l’invitation ne peuvent pas être conservées
refusal-form-invalid = Ce formulaire est illisible
refusal-text-too-long = Ce texte est trop long
refusal-text-unclean = Ce texte contient des caractères qui ne peuvent pas être affichés
refusal-ttl-invalid = L’invitation ne peut pas être valable aussi longtemps
refusal-uses-invalid = L’invitation ne peut pas servir autant de fois
refusal-ttl-too-long = Vos invitations ne peuvent pas être valables aussi longtemps
refusal-uses-too-many = Vos invitations ne peuvent pas servir autant de fois
refusal-quota-pending = Trop de vos invitations n’ont pas encore servi
refusal-quota-daily = Vous avez créé trop d’invitations aujourd’hui
refusal-not-allowed = Vous n’avez pas le droit de créer une telle invitation
refusal-reference-ambiguous = Cela correspond à plusieurs invitations
refusal-throttled = Trop d’invitations qui ne marchent pas, réessayez plus tard
refusal-ask = La recherche du compte n’a pas marché
refusal-internal-server-error = Les invitations ne marchent pas en ce moment, réessayez plus tard

adhoc-refusal-token-invalid = Cette invitation n’existe pas
adhoc-refusal-token-expired = L’invitation a expiré
adhoc-refusal-token-used = L’invitation a déjà servi
adhoc-refusal-token-revoked = L’invitation a été retirée
adhoc-refusal-invite-damaged = La ligne de cette invitation dans la base de données est endommagée
adhoc-forbidden = Vous n’avez pas le droit d’utiliser cette commande
adhoc-unavailable = Cet élément n’est pas disponible pour vous
adhoc-no-action = Cette commande ne connaît pas cette action
adhoc-problem = { $field } : { $problem }
adhoc-value-missing = il faut remplir ce champ
adhoc-value-address = ce n’est pas une adresse
adhoc-value-boolean = ce n’est ni oui ni non
adhoc-value-choice = cela ne fait pas partie des choix
adhoc-value-long = c’est trop long
adhoc-value-unclean = il y a des caractères qui ne peuvent pas être affichés
adhoc-whole-address = Indiquez une adresse entière, par exemple { $address }

adhoc-created = Votre invitation a été créée
adhoc-contact-only = Vous avez créé toutes les invitations pour de nouveaux comptes auxquelles vous avez droit en ce moment. Celle-ci est pour une personne qui a déjà un compte quelque part.
adhoc-link = Lien d’invitation
adhoc-page = Page web à partager
adhoc-valid-until = Valable jusqu’au

adhoc-account-title = Créer une invitation pour un nouveau compte
adhoc-account-lead = Crée un lien avec lequel une personne peut créer un compte sur { $host }.
adhoc-no-registration = Personne ne peut s’inscrire sur { $host } : une invitation ne servirait donc à rien. Les responsables du serveur peuvent changer cela
adhoc-username = Nom d’utilisateur
adhoc-username-hint = Laissez vide pour que la personne choisisse elle-même
adhoc-befriend = Le nouveau compte et moi devenons contacts
adhoc-lifetime = Durée de validité de l’invitation
adhoc-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
adhoc-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
adhoc-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
adhoc-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}
adhoc-without-end = sans limite
adhoc-most-uses = Combien de comptes elle permet de créer
adhoc-role = Rôle du nouveau compte
adhoc-role-usual = Comme tout nouveau compte
adhoc-groups = Groupes du nouveau compte
adhoc-note = Note
adhoc-note-hint = Pour qui elle est : affiché dans la liste de vos invitations

adhoc-reset-title = Créer une invitation pour un nouveau mot de passe
adhoc-reset-lead = Crée un lien avec lequel la personne à qui appartient ce compte peut choisir un nouveau mot de passe.
adhoc-reset-address = Adresse du compte
adhoc-account-here = Ce doit être un compte sur { $host }
adhoc-higher-role = Ce compte a un rôle plus élevé que le vôtre

adhoc-own-title = Mes invitations
adhoc-all-title = Gérer toutes les invitations
adhoc-all-lead = Quelles invitations voulez-vous voir ?
adhoc-list-title = Toutes les invitations
adhoc-invites = Invitations
adhoc-which-usable = qui peuvent servir
adhoc-which-pending = qui peuvent servir à créer un compte ou à choisir un mot de passe
adhoc-which-used = qui ont servi
adhoc-which-all = toutes, même retirées ou expirées
adhoc-user = Seulement celles que cette personne a créées
adhoc-choose-lead = Choisissez une invitation, et ce que vous voulez en faire.
adhoc-invite = Invitation
adhoc-verb = Que faire
adhoc-verb-show = L’afficher, avec son lien
adhoc-verb-extend = Changer sa durée, plus longue ou plus courte
adhoc-verb-label = Y écrire une note
adhoc-verb-revoke = La retirer : son lien ne marche plus
adhoc-more-invites = … (plus d’invitations)
adhoc-all-of-them = … (toutes, même celles qui ont servi ou sont terminées)
adhoc-no-such-invites = Il n’y a pas de telles invitations
adhoc-no-more-invites = Il n’y a pas d’autres invitations

adhoc-line = { $about } [{ $id }]
adhoc-line-note = { $note } : { $about } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = compte
adhoc-purpose-account-named = compte { $address }
adhoc-purpose-contact = contact
adhoc-purpose-contact-account = compte et contact
adhoc-purpose-reset = nouveau mot de passe pour { $address }
adhoc-state-usable = peut servir
adhoc-state-until = jusqu’au { $date }
adhoc-state-claimed = en cours d’utilisation
adhoc-state-redeemed = épuisée
adhoc-state-revoked = retirée
adhoc-state-expired = expirée
adhoc-used = { $count ->
    [one] utilisée { $count } fois
   *[other] utilisée { $count } fois
}
adhoc-used-of = utilisée { $count } fois sur { $most }
adhoc-made-by = par { $creator }

adhoc-invite-title = Invitation { $id }
adhoc-purpose = À quoi elle sert
adhoc-state = État
adhoc-uses = Utilisations
adhoc-maker = Créée par
adhoc-created-at = Créée le
adhoc-id = Nom court dans les listes et les journaux
adhoc-link-left-out = Le lien n’est pas affiché, car l’invitation donne plus que ce que vous avez le droit de donner
adhoc-valid-for = Valable pendant
adhoc-extend-lead = Compté à partir de maintenant.
adhoc-extend-gives-more = Vous ne pouvez pas prolonger une invitation qui donne plus que ce que vous avez le droit de donner
adhoc-extend-admins = Seule l’administration du serveur peut rendre cette invitation valable plus longtemps
adhoc-extended = La fin de validité de l’invitation a été changée
adhoc-label-lead = La personne qui a créé l’invitation et l’administration du serveur peuvent voir la note. Laissez vide pour la supprimer.
adhoc-labelled = La note est écrite
adhoc-label-removed = La note est supprimée
adhoc-revoked = L’invitation est retirée
