# Che cosa dicono le pagine degli inviti; vedi en.ftl.
language-name = Italiano
languages = Lingue
invited-by = Invito di { $inviter }

account-heading = Hai ricevuto un invito per { $site }
account-heading-inviter = { $inviter } ti invita su { $site }
account-lead = Con questo invito ricevi lì il tuo account personale per chattare. Bastano tre minuti.
contact-heading = { $inviter } vorrebbe chattare con te
contact-lead = L’indirizzo di { $inviter } è { $address }. Puoi chattare con qualsiasi app e con qualsiasi fornitore che usi XMPP.
contact-account-lead = Con questo invito diventate contatti. Se non hai ancora un account, ne ricevi uno su { $site }.
reset-heading = Scegli una nuova password
reset-lead = Con questo link puoi scegliere una nuova password per { $address }. Se non l’hai chiesta tu, chiudi questa pagina: non è cambiato niente.
bound = Il tuo indirizzo sarà { $address }.

have-account-heading = Ho un account
have-app-heading = Hai già un’app?
open-account = Apri l’invito nella mia app
open-account-lead = Se su questo dispositivo c’è un’app di chat per XMPP, può aprire l’invito adesso.
open-contact = Aggiungi { $inviter }
open-contact-lead = Premi qui e la tua app aggiunge { $inviter } ai tuoi contatti.
open-contact-account-lead = Premi qui e la tua app aggiunge { $inviter } ai tuoi contatti.
open-reset = Apri il link nella mia app
open-reset-lead = Alcune app possono impostare da sole la nuova password.

apps-heading = Scegli un’app
apps-heading-contact = Mi serve un account
apps-heading-contact-account = Mi serve un account
apps-heading-reset = Con un’app
apps-lead = Per chattare serve un’app. Premi su una per vedere i passaggi.
apps-lead-contact = Scegli un’app. Ti aiuta a creare un account presso un fornitore che ti piace. Poi torna qui.
other-apps = Altre app
no-apps = Prendi un’app di chat per XMPP dallo store del tuo dispositivo, poi torna su questa pagina.
browser-lead = Oppure senza app, proprio qui:
browser-account = Crea il mio account in questo browser
browser-reset = Scegli una nuova password

phone-heading = Preferisci il telefono?
phone-lead = Inquadra questo quadrato con la sua fotocamera. Questa pagina si apre lì.
code = Il link a questa pagina come codice QR
link-label = Il link a questa pagina
copy = Copia
copied = Copiato

expires-days = { $count ->
    [one] Questo link funziona ancora per un giorno.
   *[other] Questo link funziona ancora per { $count } giorni.
}
expires-soon = Questo link funziona ancora per meno di un minuto.
expires-hours = { $count ->
    [one] Questo link funziona ancora per un’ora.
   *[other] Questo link funziona ancora per { $count } ore.
}
expires-minutes = { $count ->
    [one] Questo link funziona ancora per un minuto.
   *[other] Questo link funziona ancora per { $count } minuti.
}

setup-heading = Con { $app }, passo per passo
download = Ottieni l’app
step-install = Installa { $app }
step-visit = Apri { $app }
step-come-back = Poi torna su questa pagina. Se la perdi, apri il link del messaggio e scegli di nuovo { $app }.
step-press = Torna qui e premi questo pulsante
step-then = Poi
step-register = Scegli un nome e una password. Conservali entrambi: ti servono tra un attimo.
step-open-account = { $app } si apre e mostra il tuo invito. Scegli lì un nome e una password.
step-open-contact = { $app } si apre e chiede se aggiungere { $inviter }. Se non hai ancora un account, prima creane uno.
step-open-contact-account = { $app } si apre e mostra il tuo invito. Aggiunge { $inviter } per te.
step-open-reset = { $app } si apre. Scegli lì la nuova password.
step-add-contact = Se non hai ancora un account, prima creane uno. Aggiungi { $address } ai tuoi contatti in { $app }.
step-log-in = Accedi a { $app } con l’indirizzo e la password che hai scelto.
step-other-app = { $app } non può aprire gli inviti. Prima crea il tuo account con un’altra app, poi accedi a { $app } con quell’indirizzo e quella password.
trouble = Non succede niente? Copia questo link e incollalo in { $app }.
back = Scegli un’altra app

register-heading = Il tuo account su { $site }
register-lead = Scegli un nome e una password. Tutto qui.
register-lead-bound = Scegli una password. Tutto qui.
register-lead-contact = Scegli un nome e una password. Poi tu e { $inviter } siete contatti.
register-submit = Crea il mio account
reset-form-lead = Scegli una nuova password. Tutte le tue app te la chiederanno.
reset-submit = Imposta la password
field-username = Nome
field-username-hint = Fa parte del tuo indirizzo. Lettere minuscole, cifre, punti e trattini funzionano ovunque.
field-address = Il tuo indirizzo
field-password = Password
field-new-password = Nuova password
field-password-hint = Nessuno può mandartela di nuovo: scrivila da qualche parte o lascia che il tuo browser la ricordi.
field-password-length = { $count ->
    [one] Almeno un carattere.
   *[other] Almeno { $count } caratteri.
}
username-free = Questo nome utente è disponibile.
username-suggestions = Che ne dici di uno di questi?
password-weak = Facile da indovinare. Qualche parola a caso sarebbe più sicura.
password-fair = Può essere più sicura. Aggiungi un’altra parola.
password-good = Password sicura.
password-suggest = Suggerisci una password
error-password-weak = Questa password è facile da indovinare. Scegline un’altra, oppure inseriscila di nuovo per tenerla.
progress-account = Account
progress-app = App
progress-chat = Chat
extra-nick = Soprannome
extra-name = Nome e cognome
extra-first = Nome
extra-last = Cognome
extra-email = Indirizzo email
extra-address = Via
extra-city = Città
extra-state = Provincia o regione
extra-zip = Codice postale
extra-phone = Numero di telefono
extra-url = Pagina web
extra-date = Data di nascita
extra-optional = Puoi lasciarlo vuoto.
extra-required = Va compilato.
show = Mostra
hide = Nascondi
error-username-empty = Scegli un nome.
error-username-invalid = Questo nome contiene un carattere che non funziona in un indirizzo, come uno spazio o @.
error-username-long = Questo nome è troppo lungo. Scegline uno più corto.
error-username-taken = Questo nome è già di qualcun altro. Provane un altro.
error-password-empty = Scegli una password.
error-password-short = { $count ->
    [one] È troppo corta. Serve almeno un carattere.
   *[other] È troppo corta. Servono almeno { $count } caratteri.
}
error-password-username = La password non deve contenere il tuo nome.
error-password-long = È troppo lunga. Bastano poche parole.
error-password-control = Contiene un carattere invisibile, come una tabulazione o un a capo. Scrivi tu la password, o copiala senza quel carattere.
error-password-characters = Contiene un carattere che le app di chat non possono inviare. Usa lettere, cifre, spazi e segni come ! o -.
error-extra-missing = Compila anche questo.
error-extra-long = È troppo lungo.
error-extra-invalid = Qui non va bene. Controlla e riprova.
error-extra-email = Non è un indirizzo email come name@example.com.
error-in-use = Qualcuno sta usando questo invito proprio ora. Premi di nuovo tra un minuto.
error-form-too-old = Questa pagina è rimasta aperta troppo a lungo, oppure il tuo browser non conserva i cookie. Scrivi la tua password e premi di nuovo.
error-no-cookies = Il tuo browser non conserva i cookie di questa pagina, e senza il modulo non funziona. Consenti i cookie per { $host } oppure apri il link in un altro browser.
success-heading = Ti diamo il benvenuto su { $site }
success-lead = Il tuo account è pronto.
success-keep = Accedi con questo indirizzo e la tua password, su tutti i tuoi dispositivi.
success-contact = { $inviter } è già tra i tuoi contatti.
success-save = Salva la password adesso, nel browser o su carta. Non possiamo inviartela.
success-webchat = Comincia subito qui
success-webchat-lead = Chatta in questo browser, senza installare niente.
success-webchat-open = Apri la chat web
success-apps = Ora prendi un’app
success-apps-lead = Installa una di queste e accedi con il tuo indirizzo e la tua password.
success-log-in = Accedi
success-open-app = Apri { $app }
reset-success-heading = La tua nuova password è impostata
reset-success-lead = Usala per accedere nella tua app. I tuoi contatti e i tuoi messaggi sono come prima.

used-heading = Questo invito è già stato usato
used-lead = L’hai usato tu? Allora hai un account: apri la tua app e accedi. Se no, chiedi un nuovo link alla persona che te l’ha mandato.
used-reset-heading = Questo link è già stato usato
used-reset-lead = L’hai usato tu? Allora accedi con la tua nuova password. Se no, chiedi un nuovo link e avvisa chi gestisce { $site }.
used-contact-heading = Questo invito è già stato usato
used-contact-lead = L’hai usato tu? Allora siete contatti: apri la tua app. Se no, chiedi un nuovo link alla persona che te l’ha mandato.
expired-heading = Questo link è troppo vecchio
expired-lead = Chiedine uno nuovo alla persona che te l’ha mandato.
revoked-heading = Questo invito è stato ritirato
revoked-lead = Chiedine uno nuovo alla persona che te l’ha mandato.
unknown-heading = Non conosciamo questo invito
unknown-lead = Forse una parte del link è andata persa. Aprilo ancora una volta dal tuo messaggio, oppure copialo tutto. Gli inviti molto vecchi vengono dimenticati.
incomplete-heading = Questo link è incompleto
incomplete-lead = Aprilo ancora una volta dal tuo messaggio, oppure copialo tutto.
start-heading = Invita altre persone su { $site }
start-lead = Accedi con il tuo indirizzo e la tua password e crea qui un invito.
start-log-in = Accedi
start-log-out = Esci
start-hello = Hai fatto l’accesso come { $address }.
start-make-heading = Un nuovo invito
start-for = Per chi è?
start-for-newcomer = Una persona a cui serve un account su { $site }
start-for-newcomer-hint = Quando l’avrà creato, diventerete contatti.
start-for-contact = Una persona che ha già un account da qualche parte
start-note = Nota per te
start-note-hint = Un nome, per esempio. Possono vederla solo tu e chi gestisce il server.
start-make = Crea l’invito
start-made-heading = Il tuo invito è pronto
start-made-lead = Manda questo link solo alla persona a cui è destinato. Funziona una volta sola.
start-made-contact-only = Hai già creato tutti gli inviti per nuovi account che puoi creare per ora. Questo è per una persona che ha già un account.
start-made-code = Il link come codice QR
start-link = Il link da mandare
start-list-heading = I tuoi inviti non ancora usati
start-list-none = Non ce ne sono.
start-list-more = Sono mostrati solo i più recenti.
start-list-account = Per un account
start-list-contact = Per un contatto
start-list-contact-account = Per un account e un contatto
start-list-reset = Per una nuova password
start-valid-until = Valido fino al { $date }
start-valid-always = Valido senza scadenza
start-revoke = Ritira
start-revoke-this = Ritira l’invito { $note }
start-revoked = L’invito è stato ritirato.
start-sheet-heading = Biglietti da stampare
start-sheet-lead = Per un evento: ogni biglietto ha un invito tutto suo, per una sola persona.
start-sheet-count = Quanti biglietti
start-sheet-make = Crea i biglietti
start-back = Indietro
start-print = Stampa questa pagina, poi ritaglia i biglietti. Chi ha un biglietto può usarlo, quindi conservali con cura.
error-login = L’indirizzo o la password non sono giusti.
error-login-throttled = Ci sono stati troppi tentativi. Riprova tra qualche minuto.
error-logged-out = L’accesso è terminato, perché per un po’ non è successo niente. Accedi di nuovo.
error-count = Scegli un numero da 1 a { $count }.
error-note = La nota è troppo lunga o contiene caratteri che non si possono mostrare. Usa al massimo { $count } lettere.
error-failed = Non ha funzionato. Riprova tra qualche minuto.
error-not-revocable = Questo invito non si può più ritirare.
error-not-allowed = Qui non puoi creare un invito di questo tipo.
error-quota-pending = Troppi dei tuoi inviti non sono ancora stati usati. Ritirane qualcuno, o aspetta che vengano usati.
error-quota-daily = Oggi hai già creato tutti gli inviti che puoi creare. Riprova domani.

card-heading = Hai ricevuto un invito per { $site }
card-lead = Inquadra il quadrato con la fotocamera del tuo telefono, oppure scrivi questo in un browser:
card-expires = Valido fino al { $date }, per una persona.
card-always = Per una persona.

contact-only-heading = Questo invito non crea un account
contact-only-lead = È per chi ne ha già uno. Aprilo ancora una volta dal tuo messaggio per vedere che cosa può fare.
not-encrypted-heading = Questa pagina non è sicura qui
not-encrypted-lead = Una password non deve viaggiare senza cifratura. Apri il link con https davanti, oppure chiedi a chi gestisce { $site }.
bad-request-heading = Il tuo browser ha mandato qualcosa di strano
bad-request-lead = Non è successo niente. Torna indietro e prova ancora una volta.
app-unknown-heading = Non conosciamo questa app
app-unknown-lead = Apri ancora una volta il tuo invito e scegline un’altra.
throttled-heading = Aspetta un momento
throttled-lead = Dalla tua rete sono stati aperti troppi link che non funzionano. Riprova tra qualche minuto.
elsewhere-heading = Qui non si può fare
elsewhere-lead = Gli account di { $host } sono gestiti altrove, quindi nessun invito può crearne uno o impostare una password. Chiedi a chi gestisce questo server.
failed-heading = In questo momento non funziona
failed-lead = È colpa nostra, e il tuo invito non è perso. Riprova tra qualche minuto.

footer-terms = Condizioni
footer-privacy = Privacy
footer-imprint = Chi siamo
footer-contact = Contatti

app-conversations = Chat e chiamate per Android. Facile per cominciare, e consuma poca batteria.
app-cheogram = Per Android: una parente di Conversations, che può raggiungere anche la rete telefonica.
app-yaxim = Una piccola app per Android, che funziona anche sui vecchi telefoni.
app-monal = Chat e chiamate per iPhone, iPad e Mac.
app-siskin-im = Un’app leggera per iPhone e iPad.
app-beagle-im = Un’app leggera per Mac, degli autori di Siskin.
app-dino = Ordinata e semplice, per computer con Linux.
app-gajim = Per il computer, con tutto quello che si può voler regolare.
app-kaidan = Per Linux su computer e telefoni, nata all’interno di KDE.
app-psi = Per il computer e per chi ha esperienza; Psi+ è la stessa, con le novità.
app-converse-js = Chat nel browser, senza installare niente.
app-movim = Chat e notizie nel browser. Il sito che scegli lì accede al posto tuo: scegline uno di cui ti fidi.
app-renga = Per computer con Haiku.

refusal-no-token = Non è stato dato nessun codice d’invito
refusal-token-missing = Manca il codice d’invito
refusal-token-invalid = Questo codice d’invito non è valido o è scaduto
refusal-token-expired = { refusal-token-invalid }
refusal-token-used = { refusal-token-invalid }
refusal-token-revoked = { refusal-token-invalid }
refusal-token-not-for-registration = { refusal-token-invalid }
refusal-token-not-for-contact = { refusal-token-invalid }
refusal-inviter-gone = { refusal-token-invalid }
refusal-permit-spent = { refusal-token-invalid }
refusal-invite-damaged = { refusal-token-invalid }
refusal-not-invited = Su questo server ci si può registrare solo con un invito
refusal-password-unusable = Questa password non si può usare
refusal-invite-in-use = Qualcuno sta usando questo invito, riprova più tardi
refusal-username-invalid = Questo nome utente non è valido
refusal-username-too-long = Questo nome utente è troppo lungo
refusal-username-mismatch = Questo invito è per un altro nome utente
refusal-username-reserved = Questo nome utente è riservato
refusal-managed-elsewhere = Gli account di questo server sono gestiti altrove
refusal-account-exists = Questo nome utente esiste già
refusal-account-not-found = Questo account non esiste
refusal-data-invalid = I dati dell’invito non possono essere conservati
refusal-form-invalid = Questo modulo non può essere letto
refusal-text-too-long = Questo testo è troppo lungo
refusal-text-unclean = Questo testo contiene caratteri che non si possono mostrare
refusal-ttl-invalid = L’invito non può valere così a lungo
refusal-uses-invalid = L’invito non può essere usato così tante volte
refusal-ttl-too-long = I tuoi inviti non possono valere così a lungo
refusal-uses-too-many = I tuoi inviti non possono essere usati così tante volte
refusal-quota-pending = Troppi dei tuoi inviti non sono ancora stati usati
refusal-quota-daily = Oggi hai creato troppi inviti
refusal-not-allowed = Non puoi creare un invito di questo tipo
refusal-reference-ambiguous = Questo corrisponde a più di un invito
refusal-throttled = Troppi inviti che non funzionano, riprova più tardi
refusal-ask = Non è stato possibile cercare l’account
refusal-internal-server-error = Gli inviti ora non funzionano, riprova più tardi

adhoc-refusal-token-invalid = Questo invito non esiste
adhoc-refusal-token-expired = L’invito è scaduto
adhoc-refusal-token-used = L’invito è già stato usato
adhoc-refusal-token-revoked = L’invito è stato ritirato
adhoc-refusal-invite-damaged = La riga di questo invito nel database è danneggiata
adhoc-forbidden = Non puoi usare questo comando
adhoc-unavailable = Questo elemento non è disponibile per te
adhoc-no-action = Questo comando non ha questa azione
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = va compilato
adhoc-value-address = questo non è un indirizzo
adhoc-value-boolean = questo non è né sì né no
adhoc-value-choice = questa non è una delle scelte
adhoc-value-long = è troppo lungo
adhoc-value-unclean = contiene caratteri che non si possono mostrare
adhoc-whole-address = Scrivi un indirizzo intero, come { $address }

adhoc-created = Il tuo invito è stato creato
adhoc-contact-only = Hai già creato tutti gli inviti per nuovi account che puoi creare per ora. Questo è per una persona che ha già un account da qualche parte.
adhoc-link = Link d’invito
adhoc-page = Pagina web da condividere
adhoc-valid-until = Valido fino al

adhoc-account-title = Crea un invito per un nuovo account
adhoc-account-lead = Crea un link con cui una persona può farsi un account su { $host }.
adhoc-no-registration = Nessuno può registrarsi su { $host }, quindi un invito non servirebbe a niente. Chi gestisce il server può cambiarlo
adhoc-username = Nome utente
adhoc-username-hint = Lascialo vuoto per far scegliere l’altra persona
adhoc-befriend = Il nuovo account e io diventiamo contatti
adhoc-lifetime = Per quanto tempo vale l’invito
adhoc-days = { $count ->
    [one] { $count } giorno
   *[other] { $count } giorni
}
adhoc-hours = { $count ->
    [one] { $count } ora
   *[other] { $count } ore
}
adhoc-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minuti
}
adhoc-seconds = { $count ->
    [one] { $count } secondo
   *[other] { $count } secondi
}
adhoc-without-end = senza scadenza
adhoc-most-uses = Quanti account si possono creare con questo invito
adhoc-role = Ruolo del nuovo account
adhoc-role-usual = Come ogni nuovo account
adhoc-groups = Gruppi del nuovo account
adhoc-note = Nota
adhoc-note-hint = Per chi è: appare nell’elenco dei tuoi inviti

adhoc-reset-title = Crea un invito per una nuova password
adhoc-reset-lead = Crea un link con cui chi possiede questo account può impostare una nuova password.
adhoc-reset-address = Indirizzo dell’account
adhoc-account-here = Deve essere un account su { $host }
adhoc-higher-role = Questo account ha un ruolo più alto del tuo

adhoc-own-title = I miei inviti
adhoc-all-title = Gestisci tutti gli inviti
adhoc-all-lead = Quali inviti vuoi vedere?
adhoc-list-title = Tutti gli inviti
adhoc-invites = Inviti
adhoc-which-usable = che si possono usare
adhoc-which-pending = che si possono usare per creare un account o impostare una password
adhoc-which-used = che sono stati usati
adhoc-which-all = tutti, anche quelli ritirati e scaduti
adhoc-user = Solo quelli creati da questo utente
adhoc-choose-lead = Scegli un invito e che cosa farne.
adhoc-invite = Invito
adhoc-verb = Che cosa fare
adhoc-verb-show = Mostrarlo, con il suo link
adhoc-verb-extend = Farlo valere più a lungo o meno a lungo
adhoc-verb-label = Scriverci una nota
adhoc-verb-revoke = Ritirarlo: il suo link smette di funzionare
adhoc-more-invites = … (altri inviti)
adhoc-all-of-them = … (tutti, anche quelli già usati o finiti)
adhoc-no-such-invites = Non ci sono inviti di questo tipo
adhoc-no-more-invites = Non ci sono altri inviti

adhoc-line = { $about } [{ $id }]
adhoc-line-note = { $note }: { $about } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = account
adhoc-purpose-account-named = account { $address }
adhoc-purpose-contact = contatto
adhoc-purpose-contact-account = account e contatto
adhoc-purpose-reset = nuova password per { $address }
adhoc-state-usable = si può usare
adhoc-state-until = fino al { $date }
adhoc-state-claimed = in uso adesso
adhoc-state-redeemed = esaurito
adhoc-state-revoked = ritirato
adhoc-state-expired = scaduto
adhoc-used = { $count ->
    [one] usato una volta
   *[other] usato { $count } volte
}
adhoc-used-of = usi: { $count } su { $most }
adhoc-made-by = di { $creator }

adhoc-invite-title = Invito { $id }
adhoc-purpose = A che cosa serve
adhoc-state = Stato
adhoc-uses = Usi
adhoc-maker = Creato da
adhoc-created-at = Creato il
adhoc-id = Nome breve in elenchi e registri
adhoc-link-left-out = Il link non è mostrato, perché l’invito dà più di quello che tu puoi dare
adhoc-valid-for = Vale per
adhoc-extend-lead = Contando da adesso.
adhoc-extend-gives-more = Non puoi prolungare un invito che dà più di quello che tu puoi dare
adhoc-extend-admins = Solo chi amministra il server può far valere più a lungo questo invito
adhoc-extended = La scadenza dell’invito è stata cambiata
adhoc-label-lead = Possono vederla chi ha creato l’invito e chi amministra il server. Lasciala vuota per toglierla.
adhoc-labelled = La nota è stata scritta
adhoc-label-removed = La nota è stata tolta
adhoc-revoked = L’invito è stato ritirato
