# Ce que disent les pages d’invitation ; voir en.ftl.
language-name = Français
languages = Langues
invited-by = Invitation de { $inviter }

account-heading = Vous avez une invitation pour { $site }
account-heading-inviter = { $inviter } vous invite sur { $site }
account-lead = Créez votre compte et commencez à discuter. Comptez environ trois minutes.
contact-heading = { $inviter } aimerait discuter avec vous
contact-lead = Ajoutez { $inviter } dans votre application de messagerie. N’importe quelle application et n’importe quel fournisseur conviennent, du moment qu’ils utilisent XMPP, un réseau de messagerie ouvert. L’adresse est { $address }.
contact-account-lead = Acceptez l’invitation pour discuter ensemble. Pas encore de compte ? Vous pouvez en créer un sur { $site }.
reset-heading = Choisissez un nouveau mot de passe
reset-lead = Ce lien vous permet de choisir un nouveau mot de passe pour { $address }. Si vous n’avez rien demandé, fermez cette page : rien n’a changé.
bound = Votre adresse sera { $address }.
rooms-lead = Salons que vous rejoindrez : { $rooms }

open-account = Ouvrir l’invitation dans mon application
open-account-lead = Certaines applications XMPP peuvent ouvrir directement l’invitation.
open-contact = Ajouter { $inviter }
open-contact-lead = Beaucoup d’applications XMPP peuvent ajouter directement { $inviter } à vos contacts.
open-contact-account-lead = { open-contact-lead }
open-reset = Ouvrir dans mon application
open-reset-lead = Certaines applications permettent de choisir directement le nouveau mot de passe.

apps-heading = Installez une application de messagerie
apps-heading-contact = J’ai besoin d’un compte
apps-heading-contact-account = Je n’ai pas encore de compte
apps-heading-reset = Dans une application
apps-lead = Choisissez une application, nous vous guidons pour la suite.
apps-lead-contact = Choisissez une application. Elle vous aide à créer un compte chez le fournisseur de votre choix. Revenez ensuite sur cette page.
other-apps = Autres applications
no-apps = Cherchez une application XMPP dans la boutique d’applications de votre appareil, puis revenez sur cette page.
browser-lead = Ou créez d’abord votre compte et choisissez une application plus tard :
browser-account = Créer mon compte
browser-reset = Choisir un nouveau mot de passe

phone-heading = Plutôt sur votre téléphone ?
phone-lead = Scannez ce code avec l’appareil photo de votre téléphone : cette page s’y ouvrira.
code = Code QR de cette page
link-label = Lien vers cette page
copy = Copier
copied = Copié
share = Partager
print = Imprimer
moment = { $day ->
    [1] 1er
   *[2] { $day }
} { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }, { $time } UTC

expires-soon = Valable moins d’une minute.
expires-hours = { $count ->
    [one] Encore valable une heure.
   *[other] Encore valable { $count } heures.
}
expires-minutes = { $count ->
    [one] Encore valable une minute.
   *[other] Encore valable { $count } minutes.
}
expires-at = Valable jusqu’au { $date }
get-app = Installer { $app }
have-app = J’ai déjà une application
open-invitation = Ouvrir l’invitation
nothing-happened = Rien ne s’est passé ? Copiez ce lien et collez-le dans votre application de messagerie.
contact-address = Adresse de { $inviter }
contact-open = Ouvrir seulement l’adresse dans mon application
other-ways = Autres possibilités
other-ways-contact = Je n’ai pas encore d’application de messagerie
other-ways-reset = Ouvrir cette page sur un autre appareil
in-app-browser = Vous êtes dans le navigateur d’une autre application, qui ne sait peut-être pas ouvrir les invitations. Ouvrez cette page dans votre propre navigateur : cherchez « Ouvrir dans le navigateur » dans le menu.

setup-heading = Démarrer avec { $app }
setup-title = Rejoindre { $site } avec { $app }
progress-install = Installer
progress-open = Ouvrir l’invitation
download = Télécharger
download-store = Disponible sur
download-site = Télécharger sur
# Its hyphen is no place to break a line.
-f-droid = F-{ "\u2060" }Droid
store-paid = Cette application est payante sur Google Play et gratuite sur { -f-droid }.
step-install = Installez { $app }
step-visit = Ouvrez { $app }
step-come-back = Revenez ensuite sur cette page. Si vous ne la retrouvez pas, ouvrez le lien de votre message et choisissez de nouveau { $app }.
step-brings = Installez { $app }, puis ouvrez l’application. Votre invitation s’y affiche automatiquement.
step-other-store = Si vous l’installez depuis un autre endroit, revenez ensuite sur cette page.
step-press = Revenez et ouvrez l’invitation
step-then = Dernière étape
step-open-account = { $app } s’ouvre avec votre invitation. Créez-y votre compte.
step-open-contact = { $app } s’ouvre et vous propose d’ajouter { $inviter }. Si vous n’avez pas encore de compte, créez-en d’abord un.
step-open-contact-account = { $app } s’ouvre avec votre invitation et ajoute { $inviter } à vos contacts.
step-open-reset = { $app } s’ouvre. Choisissez-y votre nouveau mot de passe.
step-add-contact = Créez un compte dans { $app } si vous n’en avez pas encore. Ajoutez ensuite { $address } à vos contacts.
step-log-in = Connectez-vous dans { $app } avec votre adresse et votre mot de passe.
step-other-app = { $app } ne peut pas ouvrir ce lien. Ouvrez-le d’abord dans une autre application, puis connectez-vous dans { $app } avec la même adresse et le même mot de passe.
trouble = Rien ne se passe ? Copiez ce lien et collez-le dans { $app }.
back = Choisir une autre application

register-heading = Créez votre compte sur { $site }
register-lead = Choisissez un nom d’utilisateur et un mot de passe.
register-lead-bound = Choisissez un mot de passe.
register-lead-contact = Choisissez un nom d’utilisateur et un mot de passe. Vous pourrez ensuite discuter avec { $inviter }.
register-submit = Créer le compte
reset-form-lead = Toutes vos applications vous demanderont ensuite le nouveau mot de passe.
reset-submit = Enregistrer le mot de passe
field-username = Nom d’utilisateur
field-username-hint = Par exemple anna ou anna.martin. Utilisez des minuscules, des chiffres, des points et des traits d’union.
field-address = Votre adresse
field-password = Mot de passe
field-new-password = Nouveau mot de passe
field-password-hint = Enregistrez-le dans votre navigateur ou notez-le. Nous ne pourrons pas vous l’envoyer.
field-password-length = { $count ->
    [one] Au moins un caractère.
   *[other] Au moins { $count } caractères.
}
username-free = Ce nom d’utilisateur est disponible.
username-suggestions = Pourquoi pas l’un de ceux-ci ?
password-weak = Facile à deviner. Quelques mots pris au hasard seraient plus sûrs.
password-fair = Peut être renforcé. Ajoutez un autre mot.
password-good = Mot de passe solide.
password-suggest = Proposer un mot de passe
error-password-weak = Ce mot de passe est facile à deviner. Choisissez-en un autre, ou saisissez-le de nouveau pour le garder.
progress-account = Compte
progress-app = Application
progress-chat = Discussion
extra-nick = Pseudo
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
extra-optional = Facultatif
extra-required = Obligatoire
show = Afficher
hide = Masquer
error-username-empty = Saisissez un nom d’utilisateur.
error-username-invalid = Un nom d’utilisateur ne peut pas contenir d’espace ni de caractère comme @ ou /.
error-username-long = Ce nom d’utilisateur est trop long. Choisissez-en un plus court.
error-username-taken = Ce nom d’utilisateur est déjà pris. Essayez-en un autre.
error-password-empty = Saisissez un mot de passe.
error-password-short = { $count ->
    [one] Trop court. Utilisez au moins un caractère.
   *[other] Trop court. Utilisez au moins { $count } caractères.
}
error-password-username = Votre mot de passe ne doit pas contenir votre nom d’utilisateur.
error-password-long = Ce mot de passe est trop long. Quelques mots suffisent.
error-password-control = Votre mot de passe contient un caractère invisible, comme une tabulation ou un retour à la ligne. Saisissez-le vous-même, ou copiez-le sans ce caractère.
error-password-characters = Votre mot de passe contient un caractère que les applications de messagerie ne peuvent pas envoyer. Utilisez des lettres, des chiffres, des espaces et des symboles comme ! ou -.
error-extra-missing = Veuillez remplir ce champ.
error-extra-long = C’est trop long.
error-extra-invalid = Cela n’est pas valide ici. Vérifiez, puis réessayez.
error-extra-email = Ce n’est pas une adresse e-mail comme name@example.com.
error-in-use = Quelqu’un d’autre utilise cette invitation en ce moment. Réessayez dans une minute.
error-form-too-old = Cette page est restée ouverte trop longtemps, ou votre navigateur bloque les cookies. Saisissez votre mot de passe et réessayez.
error-no-cookies = Votre navigateur ne garde pas de cookie pour cette page, et le formulaire en a besoin. Autorisez les cookies pour { $host }, ou ouvrez le lien dans un autre navigateur.
success-heading = Bienvenue sur { $site } !
success-lead = Votre compte est prêt.
success-keep = Utilisez cette adresse et votre mot de passe pour vous connecter sur tous vos appareils.
success-contact = { $inviter } est déjà dans vos contacts.
success-save = Enregistrez maintenant votre mot de passe dans votre navigateur, ou notez-le. Nous ne pourrons pas vous l’envoyer.
success-webchat = Discutez dès maintenant
success-webchat-lead = Discutez ici même, dans votre navigateur, sans rien installer.
success-webchat-open = Ouvrir la messagerie web
success-apps = Installez maintenant une application
success-apps-lead = Installez cette application, puis connectez-vous avec votre adresse et votre mot de passe.
success-apps-lead-more = Installez cette application ou une autre de la liste ci-dessous, puis connectez-vous avec votre adresse et votre mot de passe.
success-log-in = Se connecter
success-open-app = Ouvrir { $app }
reset-success-heading = Votre mot de passe a été modifié
reset-success-lead = Connectez-vous dans vos applications avec le nouveau mot de passe. Rien d’autre n’a changé.

used-heading = Cette invitation a déjà été utilisée
used-lead = Si c’était vous, votre compte est prêt : ouvrez votre application et connectez-vous. Sinon, demandez un nouveau lien à la personne à l’origine de l’invitation.
used-reset-heading = Ce lien a déjà été utilisé
used-reset-lead = Si c’était vous, connectez-vous avec votre nouveau mot de passe. Sinon, prévenez sans attendre l’administration de { $site }.
later-heading = Cette invitation ne peut pas être utilisée pour le moment
later-lead = Vous pourrez l’utiliser plus tard : rien n’est perdu. Réessayez demain ou demandez à la personne qui vous a invité.
used-contact-heading = Cette invitation a déjà été utilisée
used-contact-lead = Si c’était vous, vous pouvez déjà discuter : ouvrez votre application. Sinon, demandez un nouveau lien à la personne à l’origine de l’invitation.
expired-heading = Ce lien a expiré
expired-lead = Demandez un nouveau lien à la personne qui vous l’a envoyé.
revoked-heading = Cette invitation n’est plus valable
revoked-lead = Elle a été annulée. Demandez une nouvelle invitation à la personne qui vous l’a envoyée.
unknown-heading = Invitation introuvable
unknown-lead = Il manque peut-être une partie du lien. Ouvrez-le de nouveau depuis votre message, ou copiez-le en entier. Si le lien est ancien, demandez-en un nouveau.
try-again = Réessayer
to-invitation = Revenir à l’invitation
open-my-app = Ouvrir mon application
contact-server = Contacter { $site }
ask-label = Message pour la personne qui vous a envoyé le lien
ask-message = Bonjour, le lien vers { $site } que j’ai reçu ne fonctionne pas. Est-ce possible d’en avoir un nouveau ?
ask-copy = Copier le message
open-secure = Ouvrir la page sécurisée
open-yourself = Rien ne s’est passé ? Ouvrez vous-même votre application de messagerie.
incomplete-heading = Ce lien est incomplet
incomplete-lead = Ouvrez-le de nouveau depuis votre message, ou copiez-le en entier.
start-heading = Invitez des personnes sur { $site }
start-lead = Connectez-vous avec votre adresse et votre mot de passe pour créer des invitations.
start-log-in = Se connecter
start-log-out = Se déconnecter
start-hello = Session ouverte avec l’adresse { $address }
start-make-heading = Nouvelle invitation
start-for = Pour qui ?
start-for-newcomer = Une personne qui n’est pas encore sur { $site }
start-for-newcomer-hint = Elle crée un compte et vous êtes aussitôt en contact.
start-for-contact = Une personne qui a déjà un compte XMPP
start-username = Nom d’utilisateur (facultatif)
start-username-hint = Laissez ce champ vide pour que la personne choisisse elle-même.
start-message = Message (facultatif)
start-message-hint = Il apparaît sur la page de l’invitation, et le nouveau compte le reçoit comme premier message.
start-note = Note pour vous-même
start-note-hint = Un nom, par exemple. Visible uniquement par vous et par l’administration du serveur.
start-rooms = { adhoc-rooms }
start-make = Créer l’invitation
start-made-heading = Votre invitation est prête
start-made-lead = Envoyez ce lien à une seule personne. Il ne fonctionne qu’une fois.
start-made-contact-only = Pour le moment, vous ne pouvez plus inviter personne à créer un compte. Ce lien est destiné à une personne qui en a déjà un.
start-made-code = Code QR du lien
start-link = Lien à envoyer
start-list-heading = Invitations en attente
start-list-none = Aucune invitation en attente.
start-list-more = Seules les plus récentes sont affichées.
start-list-account = Nouveau compte
start-list-contact = Nouveau contact
start-list-contact-account = Nouveau compte et contact
start-list-reset = Nouveau mot de passe
start-cards = Cartes d’invitation
start-sheet-left = Il en reste { $left } sur { $most }
start-valid-until = Valable jusqu’au { $date }
start-valid-always = N’expire jamais
start-copy-this = Copier le lien : { $note }
start-share-this = Partager le lien : { $note }
start-revoke = Annuler l’invitation
start-revoke-this = Annuler l’invitation : { $note }
start-revoke-sure = Le lien ne fonctionnera plus.
start-revoke-yes = Oui, annuler l’invitation
start-revoke-cards-sure = Les cartes que personne n’a encore utilisées ne fonctionneront plus.
start-revoke-cards = Annuler toutes les cartes
start-revoked = Invitation annulée. Son lien ne fonctionne plus.
start-revoked-cards = { $count ->
    [one] { $count } carte a été annulée.
   *[other] { $count } cartes ont été annulées.
}
start-sheet-heading = Imprimer des cartes d’invitation
start-sheet-lead = Pour les événements : chaque carte est une invitation pour une personne.
start-sheet-title = Pour quelle occasion ?
start-sheet-title-hint = Indiquée sur chaque carte. Par exemple : Fête d’été
start-sheet-count = Nombre de cartes
start-sheet-room = { $count ->
    [one] Vous pouvez encore créer { $count } invitation pour le moment.
   *[other] Vous pouvez encore créer { $count } invitations pour le moment.
}
start-sheet-make = Créer les cartes
start-sheet-again = Réimprimer
start-back = Retour
start-print = Imprimez cette page et découpez les cartes. Toute personne qui a une carte peut l’utiliser : gardez-les en lieu sûr.
error-login = Adresse ou mot de passe incorrect.
error-login-throttled = Trop de tentatives. Réessayez dans quelques minutes.
error-logged-out = Votre session a été fermée après une période d’inactivité. Reconnectez-vous.
error-count = Choisissez un nombre de 1 à { $count }.
error-note = La note est trop longue ou contient des caractères qui ne peuvent pas être affichés. Utilisez au plus { $count } caractères.
error-message = Le message est trop long ou contient des caractères qui ne peuvent pas être affichés. Utilisez au plus { $count } caractères.
error-title = Le texte est trop long ou contient des caractères qui ne peuvent pas être affichés. Utilisez au plus { $count } caractères.
error-lifetime = Vos invitations ne peuvent pas être valables aussi longtemps. Choisissez une durée plus courte.
error-rooms = L’un de ces salons n’est pas possible. Choisissez à nouveau.
error-no-cards = Il ne reste aucune carte à imprimer.
error-failed = Un problème est survenu. Réessayez dans quelques minutes.
error-not-revocable = Cette invitation ne peut plus être annulée.
error-not-allowed = Vous ne pouvez pas créer ce type d’invitation ici.
error-quota-pending = Trop de vos invitations sont encore en attente. Annulez-en quelques-unes, ou attendez qu’elles soient utilisées.
error-quota-daily = Vous avez atteint votre limite pour aujourd’hui. Réessayez demain.

card-heading = Vous avez une invitation pour { $site }
card-chat = Discutez avec nous sur { $site }
card-lead = Scannez le code avec l’appareil photo de votre téléphone ou saisissez cette adresse dans un navigateur :
card-lead-app = Scannez le code avec l’appareil photo de votre téléphone, ou ouvrez ce lien dans une application XMPP :
card-expires = Valable jusqu’au { $date }, pour une personne.
card-always = Pour une personne.

contact-only-heading = Il faut déjà un compte pour cette invitation
contact-only-lead = Cette invitation vous met en contact avec quelqu’un, mais ne crée pas de compte. Ouvrez de nouveau le lien depuis votre message pour voir ce que vous pouvez faire.
not-encrypted-heading = Cette connexion n’est pas sécurisée
not-encrypted-lead = Votre mot de passe pourrait être lu par d’autres. Ouvrez le lien avec https:// au début, ou contactez l’administration de { $site }.
bad-request-heading = Cela n’a pas fonctionné
bad-request-lead = Rien n’a été modifié. Revenez en arrière et réessayez.
app-unknown-heading = Cette application n’est pas proposée ici
app-unknown-lead = Revenez à votre invitation et choisissez une autre application.
throttled-heading = Un peu de patience
throttled-lead = Trop de liens non valables ont été ouverts depuis votre réseau. Réessayez dans quelques minutes.
elsewhere-heading = Ce n’est pas possible ici
elsewhere-lead = Les comptes de { $host } sont gérés ailleurs : aucune invitation ne peut donc créer de compte ni définir de mot de passe. Adressez-vous à l’administration du serveur.
busy-heading = { throttled-heading }
busy-lead = Le serveur est très occupé en ce moment. Réessayez dans une minute.
failed-heading = Un problème est survenu
failed-lead = L’erreur vient de nous, pas de vous. Réessayez dans quelques minutes.

footer-terms = Conditions
footer-privacy = Confidentialité
footer-imprint = Mentions légales
footer-contact = Contact

app-conversations = Discussion et appels, facile à utiliser. Gratuite sur { -f-droid }, payante sur Google Play.
app-cheogram = Basée sur Conversations, avec en plus des appels vers le réseau téléphonique. Gratuite sur { -f-droid }, payante sur Google Play.
app-yaxim = Une petite application légère, qui fonctionne aussi sur les téléphones plus anciens.
app-monocles-chat = Basée sur Conversations, avec davantage de réglages. Gratuite sur { -f-droid }, payante sur Google Play.
app-monal = Discussion et appels pour iPhone, iPad et Mac.
app-siskin-im = Une application légère pour iPhone et iPad.
app-beagle-im = Une application légère pour Mac, par les auteurs de Siskin.
app-dino = Claire et simple, pour Linux.
app-gajim = De nombreuses fonctions, pour Windows, Linux et Mac.
app-kaidan = Conviviale et moderne, pour Linux sur ordinateur et téléphone.
app-psi = De nombreux réglages, pour les personnes expérimentées. Psi+ est la version avec les dernières nouveautés.
app-converse-js = Discutez dans votre navigateur, sans rien installer.
app-movim = Discussions et actualités dans votre navigateur. Vous donnez votre mot de passe au site que vous y choisissez : prenez-en un de confiance.
app-renga = Pour les ordinateurs sous Haiku.

refusal-no-token = Aucun code d’invitation fourni
refusal-token-missing = Code d’invitation manquant
refusal-token-invalid = Ce code d’invitation n’est pas valide ou a expiré
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
refusal-invite-in-use = Quelqu’un utilise cette invitation en ce moment. Réessayez plus tard
refusal-username-invalid = Ce nom d’utilisateur n’est pas valide
refusal-jid-invalid = Cette adresse n’est pas valide
refusal-username-too-long = Ce nom d’utilisateur est trop long
refusal-username-mismatch = Cette invitation est destinée à un autre nom d’utilisateur
refusal-username-reserved = Ce nom d’utilisateur est réservé
refusal-managed-elsewhere = Les comptes de ce serveur sont gérés ailleurs
refusal-account-exists = Ce nom d’utilisateur est déjà pris
refusal-account-not-found = Ce compte n’existe pas
refusal-data-invalid = L’invitation contient des données qui ne peuvent pas être enregistrées
refusal-room-refused = L’un de ces salons n’existe pas, ou vous ne pouvez y faire entrer personne
refusal-form-invalid = Ce formulaire est illisible
refusal-text-too-long = Ce texte est trop long
refusal-text-unclean = Ce texte contient des caractères qui ne peuvent pas être affichés
refusal-ttl-invalid = Une invitation ne peut pas être valable aussi longtemps
refusal-uses-invalid = Une invitation ne peut pas être utilisée autant de fois
refusal-ttl-too-long = Vos invitations ne peuvent pas être valables aussi longtemps
refusal-contact-ttl-too-long = Une invitation de contact ne peut pas être valable aussi longtemps
refusal-uses-too-many = Vos invitations ne peuvent pas être utilisées autant de fois
refusal-quota-pending = Trop de vos invitations sont encore en attente
refusal-quota-daily = Vous avez atteint votre limite d’invitations pour aujourd’hui
refusal-inviter-new = Cette invitation ne peut pas encore être utilisée. Réessayez plus tard
refusal-tree-full = Cette invitation ne peut pas être utilisée pour le moment. Réessayez plus tard
refusal-not-allowed = Vous ne pouvez pas créer ce type d’invitation
refusal-reference-ambiguous = Cela correspond à plusieurs invitations
refusal-throttled = Trop d’invitations non valables. Réessayez plus tard
refusal-ask = Impossible de vérifier votre compte. Réessayez plus tard
refusal-busy = Le serveur est très occupé en ce moment. Réessayez dans une minute
refusal-internal-server-error = Les invitations ne fonctionnent pas en ce moment. Réessayez plus tard

adhoc-refusal-token-invalid = Cette invitation n’existe pas
adhoc-refusal-token-expired = L’invitation a expiré
adhoc-refusal-token-used = L’invitation a déjà été utilisée
adhoc-refusal-token-revoked = L’invitation a été annulée
adhoc-refusal-invite-damaged = L’invitation est endommagée dans la base de données
adhoc-refusal-inviter-new = Votre compte est trop récent pour permettre à d’autres de créer un compte. Réessayez plus tard.
adhoc-refusal-tree-full = Beaucoup de personnes sont arrivées grâce à vos invitations ces derniers temps. Réessayez plus tard.
adhoc-forbidden = Vous ne pouvez pas utiliser cette commande
adhoc-unavailable = Ceci n’est pas disponible pour vous
adhoc-no-action = Cette commande ne permet pas cette action
adhoc-problem = { $field } : { $problem }
adhoc-value-missing = obligatoire
adhoc-value-address = adresse non valide
adhoc-value-boolean = doit être oui ou non
adhoc-value-choice = ne fait pas partie des choix
adhoc-value-long = trop long
adhoc-value-unclean = contient des caractères qui ne peuvent pas être affichés
adhoc-whole-address = Saisissez une adresse complète, par exemple { $address }

adhoc-created = Votre invitation est prête
adhoc-contact-only = Pour le moment, vous ne pouvez plus inviter personne à créer un compte. Cette invitation est destinée à une personne qui en a déjà un.
adhoc-link = Lien pour les personnes ayant déjà une application XMPP
adhoc-page = Lien à partager
adhoc-valid-until = Valable jusqu’au
adhoc-expire = Date et heure exactes d’expiration
adhoc-note-later = Pour noter à qui elle est destinée, ouvrez « { $command } »

adhoc-account-title = Créer une invitation pour un nouveau compte
adhoc-account-lead = Crée un lien qui permet à une personne de créer un compte sur { $host }.
adhoc-no-registration = L’inscription est désactivée sur { $host } : une invitation ne fonctionnerait pas. Adressez-vous à l’administration du serveur
adhoc-username = Nom d’utilisateur
adhoc-username-hint = Laissez vide pour que la personne choisisse elle-même
adhoc-befriend = M’ajouter aux contacts du nouveau compte, et inversement
adhoc-lifetime = Durée de validité
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
adhoc-without-end = n’expire jamais
adhoc-most-uses = Nombre de comptes qu’elle permet de créer
adhoc-role = Rôle du nouveau compte
adhoc-role-usual = Par défaut
adhoc-role-registered = Compte enregistré
adhoc-role-member = Membre
adhoc-role-admin = Admin
adhoc-role-operator = Opérateur, peut tout faire sur le serveur entier
adhoc-role-named = { $words } ({ $role })
adhoc-groups = Groupes du nouveau compte
adhoc-options-cut = Seuls les { $count } premiers sont affichés. Un administrateur peut attribuer les autres en ligne de commande.
adhoc-note = Note
adhoc-note-hint = Un nom, par exemple. Elle est affichée dans la liste de vos invitations
adhoc-message = Message
adhoc-message-hint = Affiché sur la page de l’invitation et envoyé au nouveau compte comme premier message

adhoc-contact-title = Créer une invitation de contact avec un message
adhoc-contact-lead = Crée un lien avec lequel une personne qui a déjà un compte devient votre contact.
adhoc-invitee = Seulement pour cette adresse
adhoc-invitee-hint = Laissez vide si toute personne qui a le lien peut l’utiliser
adhoc-contact-message-hint = Affiché sur la page de l’invitation
adhoc-rooms = Salons à rejoindre
adhoc-other-rooms = Autres salons
adhoc-other-rooms-hint = Adresses de salons, séparées par des espaces

adhoc-reset-title = Créer un lien pour changer de mot de passe
adhoc-reset-lead = Crée un lien qui permet à la personne à qui appartient ce compte de choisir un nouveau mot de passe.
adhoc-reset-address = Adresse du compte
adhoc-account-here = Le compte doit être sur { $host }
adhoc-higher-role = Ce compte a un rôle plus élevé que le vôtre

adhoc-own-title = Mes invitations
adhoc-all-title = Gérer toutes les invitations
adhoc-all-lead = Quelles invitations voulez-vous voir ?
adhoc-list-title = Toutes les invitations
adhoc-invites = Invitations
adhoc-which-usable = Valables
adhoc-which-pending = Valables, uniquement pour un compte ou un mot de passe
adhoc-which-used = Utilisées
adhoc-which-all = Toutes, y compris annulées et expirées
adhoc-user = Uniquement les invitations créées par
adhoc-choose-lead = Choisissez une invitation et une action.
adhoc-invite = Invitation
adhoc-verb = Action
adhoc-verb-show = Afficher les détails et le lien
adhoc-verb-extend = Modifier la durée de validité
adhoc-verb-label = Modifier la note
adhoc-verb-revoke = Annuler l’invitation (son lien ne fonctionne plus)
adhoc-more-invites = … (suite)
adhoc-all-of-them = … (tout afficher, y compris utilisées et expirées)
adhoc-no-such-invites = Aucune invitation trouvée
adhoc-no-more-invites = Aucune autre invitation

adhoc-line-note = { $note } : { $about }
adhoc-line-alike = { $line } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = compte
adhoc-purpose-account-named = compte { $address }
adhoc-purpose-contact = contact
adhoc-purpose-contact-account = compte et contact
adhoc-purpose-reset = nouveau mot de passe pour { $address }
adhoc-state-usable = valable
adhoc-state-until = valable jusqu’au { $date }
adhoc-state-claimed = en cours d’utilisation
adhoc-state-redeemed = épuisée
adhoc-state-revoked = annulée
adhoc-state-expired = expirée
adhoc-used = { $count ->
    [0] pas encore utilisée
    [one] utilisée une fois
   *[other] utilisée { $count } fois
}
adhoc-used-of = utilisée { $count } fois sur { $most }
adhoc-made-by = créée par { $creator }

adhoc-invite-title = Invitation { $id }
adhoc-purpose = Usage prévu
adhoc-state = État
adhoc-uses = Utilisations
adhoc-maker = Créée par
adhoc-created-at = Créée le
adhoc-id = Identifiant
adhoc-link-left-out = Le lien n’est pas affiché, car cette invitation accorde plus que ce que vous pouvez accorder
adhoc-valid-for = Durée de validité
adhoc-extend-lead = À partir de maintenant.
adhoc-extend-gives-more = Vous ne pouvez pas prolonger une invitation qui accorde plus que ce que vous pouvez accorder
adhoc-extend-admins = Seule l’administration du serveur peut prolonger cette invitation
adhoc-extended = L’invitation est maintenant valable jusqu’au { $date }
adhoc-extended-endless = L’invitation n’expire plus
adhoc-label-lead = Visible par l’administration du serveur et par la personne qui a créé l’invitation. Laissez vide pour supprimer la note.
adhoc-labelled = Note enregistrée
adhoc-label-removed = Note supprimée
adhoc-revoked = Invitation annulée

notice-joined = { $address } a créé un compte grâce à votre invitation.
notice-joined-note = { $address } a créé un compte grâce à votre invitation ({ $note }).
notice-tree-full = Personne d’autre ne peut arriver par { $address } pour le moment : la limite de ce serveur est atteinte. La commande « tree » montre qui a invité qui.
notice-tree-deep = Personne ne peut arriver par les derniers comptes venus de { $address } pour le moment : la limite de générations de ce serveur est atteinte. La commande « tree » montre qui a invité qui.
