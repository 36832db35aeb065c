# Che cosa dicono le pagine degli inviti; vedi en.ftl.
language-name = Italiano
languages = Lingue
invited-by = Invito di { $inviter }

account-heading = Hai ricevuto un invito per { $site }
account-heading-inviter = { $inviter } ti invita su { $site }
account-lead = Crea il tuo account e inizia a chattare. Bastano circa tre minuti.
contact-heading = { $inviter } vuole chattare con te
contact-lead = Aggiungi { $inviter } nella tua app di chat. Va bene qualsiasi app e qualsiasi provider, purché usino XMPP, una rete aperta per chattare. L’indirizzo è { $address }.
contact-account-lead = Accetta l’invito per chattare insieme. Non hai ancora un account? Puoi crearne uno su { $site }.
reset-heading = Scegli una nuova password
reset-lead = Con questo link puoi scegliere una nuova password per { $address }. Se non l’hai chiesta tu, chiudi questa pagina: non è cambiato niente.
bound = Il tuo indirizzo sarà { $address }.
rooms-lead = Stanze in cui entrerai: { $rooms }

open-account = Apri l’invito nella mia app
open-account-lead = Alcune app XMPP possono aprire direttamente l’invito.
open-contact = Aggiungi { $inviter }
open-contact-lead = Molte app XMPP possono aggiungere direttamente { $inviter } ai tuoi contatti.
open-contact-account-lead = { open-contact-lead }
open-reset = Apri nella mia app
open-reset-lead = In alcune app puoi impostare direttamente la nuova password.

apps-heading = Scarica un’app di chat
apps-heading-contact = Mi serve un account
apps-heading-contact-account = Non ho ancora un account
apps-heading-reset = In un’app
apps-lead = Scegli un’app: ti guidiamo noi nel resto.
apps-lead-contact = Scegli un’app. Ti aiuta a creare un account con il provider che preferisci. Poi torna su questa pagina.
other-apps = Altre app
no-apps = Cerca un’app XMPP nello store del tuo dispositivo, poi torna su questa pagina.
browser-lead = Oppure crea prima il tuo account e scegli un’app più tardi:
browser-account = Crea il mio account
browser-reset = Scegli una nuova password

phone-heading = Preferisci il telefono?
phone-lead = Inquadra questo codice con la fotocamera del telefono: la pagina si aprirà lì.
code = Codice QR di questa pagina
link-label = Link a questa pagina
copy = Copia
copied = Copiato
share = Condividi
print = Stampa
moment = { $day } { $month ->
    [1] gennaio
    [2] febbraio
    [3] marzo
    [4] aprile
    [5] maggio
    [6] giugno
    [7] luglio
    [8] agosto
    [9] settembre
    [10] ottobre
    [11] novembre
   *[12] dicembre
} { $year }, { $time } UTC

expires-soon = Valido per meno di un minuto.
expires-hours = { $count ->
    [one] Valido ancora per un’ora.
   *[other] Valido ancora per { $count } ore.
}
expires-minutes = { $count ->
    [one] Valido ancora per un minuto.
   *[other] Valido ancora per { $count } minuti.
}
expires-at = Scadenza: { $date }
get-app = Scarica { $app }
have-app = Ho già un’app
open-invitation = Apri l’invito
nothing-happened = Non è successo niente? Copia questo link e incollalo nella tua app di chat.
contact-address = Indirizzo di { $inviter }
contact-open = Apri solo l’indirizzo nella mia app
other-ways = Altri modi per partecipare
other-ways-contact = Non ho ancora un’app di chat
other-ways-reset = Apri questa pagina su un altro dispositivo
in-app-browser = Sei nel browser di un’altra app, che forse non può aprire gli inviti. Apri questa pagina nel tuo browser: cerca «Apri nel browser» nel menu.

setup-heading = Inizia con { $app }
setup-title = Unisciti a { $site } con { $app }
progress-install = Installa
progress-open = Apri l’invito
download = Scarica
download-store = Disponibile su
download-site = Scarica da
# Its hyphen is no place to break a line.
-f-droid = F-{ "\u2060" }Droid
store-paid = Questa app è a pagamento su Google Play e gratuita su { -f-droid }.
step-install = Installa { $app }
step-visit = Apri { $app }
step-come-back = Poi torna su questa pagina. Se non la trovi più, apri il link nel tuo messaggio e scegli di nuovo { $app }.
step-brings = Installa { $app } e aprila. Il tuo invito appare lì da solo.
step-other-store = Se la installi da un’altra parte, poi torna qui.
step-press = Torna qui e apri l’invito
step-then = Ultimo passaggio
step-open-account = { $app } si apre con il tuo invito. Crea lì il tuo account.
step-open-contact = { $app } si apre e ti chiede se vuoi aggiungere { $inviter }. Se non hai ancora un account, prima creane uno.
step-open-contact-account = { $app } si apre con il tuo invito e aggiunge { $inviter } ai tuoi contatti.
step-open-reset = { $app } si apre. Scegli lì la tua nuova password.
step-add-contact = Crea un account in { $app } se non ne hai ancora uno. Poi aggiungi { $address } ai tuoi contatti.
step-log-in = Accedi a { $app } con il tuo indirizzo e la tua password.
step-other-app = { $app } non può aprire questo link. Aprilo prima in un’altra app, poi accedi a { $app } con lo stesso indirizzo e la stessa password.
trouble = Non succede niente? Copia questo link e incollalo in { $app }.
back = Scegli un’altra app

register-heading = Crea il tuo account su { $site }
register-lead = Scegli un nome utente e una password.
register-lead-bound = Scegli una password.
register-lead-contact = Scegli un nome utente e una password. Poi potrai chattare con { $inviter }.
register-submit = Crea account
reset-form-lead = Dopo, tutte le tue app ti chiederanno la nuova password.
reset-submit = Salva la nuova password
field-username = Nome utente
field-username-hint = Per esempio anna o anna.rossi. Usa lettere minuscole, cifre, punti e trattini.
field-address = Il tuo indirizzo
field-password = Password
field-new-password = Nuova password
field-password-hint = Salvala nel browser o annotala. Non possiamo inviartela.
field-password-length = { $count ->
    [one] Usa almeno un carattere.
   *[other] Usa almeno { $count } caratteri.
}
username-free = Questo nome utente è disponibile.
username-suggestions = Che ne dici di uno di questi?
password-weak = Facile da indovinare. Qualche parola a caso è più sicura.
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
extra-optional = Facoltativo
extra-required = Obbligatorio
show = Mostra
hide = Nascondi
error-username-empty = Inserisci un nome utente.
error-username-invalid = Un nome utente non può contenere spazi o caratteri come @ o /.
error-username-long = Questo nome utente è troppo lungo. Scegline uno più corto.
error-username-taken = Questo nome utente è già in uso. Provane un altro.
error-password-empty = Inserisci una password.
error-password-short = { $count ->
    [one] Troppo corta. Usa almeno un carattere.
   *[other] Troppo corta. Usa almeno { $count } caratteri.
}
error-password-username = La tua password non deve contenere il tuo nome utente.
error-password-long = Questa password è troppo lunga. Bastano poche parole.
error-password-control = La tua password contiene un carattere invisibile, come una tabulazione o un a capo. Scrivila a mano o copiala senza quel carattere.
error-password-characters = La tua password contiene un carattere che le app di chat non possono inviare. Usa lettere, cifre, spazi e simboli come ! o -.
error-extra-missing = Compila questo campo.
error-extra-long = È troppo lungo.
error-extra-invalid = Qui non è valido. Controlla e riprova.
error-extra-email = Non è un indirizzo email, come name@example.com.
error-in-use = Qualcun altro sta usando questo invito in questo momento. Riprova tra un minuto.
error-form-too-old = Questa pagina è rimasta aperta troppo a lungo oppure il tuo browser blocca i cookie. Inserisci la tua password e riprova.
error-no-cookies = Il tuo browser non conserva i cookie di questa pagina e il modulo ne ha bisogno. Consenti i cookie per { $host } oppure apri il link in un altro browser.
success-heading = Ti diamo il benvenuto su { $site }!
success-lead = Il tuo account è pronto.
success-keep = Usa questo indirizzo e la tua password per accedere su tutti i tuoi dispositivi.
success-contact = { $inviter } è già tra i tuoi contatti.
success-save = Salva adesso la password nel browser o annotala. Non possiamo inviartela.
success-webchat = Inizia subito a chattare
success-webchat-lead = Chatta qui nel tuo browser, senza installare niente.
success-webchat-open = Apri la chat web
success-apps = Ora installa un’app
success-apps-lead = Installa questa app, poi accedi con il tuo indirizzo e la tua password.
success-apps-lead-more = Installa questa app o un’altra dell’elenco qui sotto, poi accedi con il tuo indirizzo e la tua password.
success-log-in = Accedi
success-open-app = Apri { $app }
reset-success-heading = La tua password è stata cambiata
reset-success-lead = Accedi alle tue app con la nuova password. Non è cambiato nient’altro.

used-heading = Questo invito è già stato usato
used-lead = Se l’hai usato tu, il tuo account è pronto: apri la tua app e accedi. Altrimenti chiedi un nuovo link a chi te l’ha mandato.
used-reset-heading = Questo link è già stato usato
used-reset-lead = Se l’hai usato tu, accedi con la nuova password. Altrimenti avvisa subito chi gestisce { $site }.
later-heading = Questo invito non si può usare in questo momento
later-lead = Potrai usarlo più tardi: non è andato perso nulla. Riprova domani o chiedi alla persona che ti ha invitato.
used-contact-heading = Questo invito è già stato usato
used-contact-lead = Se l’hai usato tu, potete già chattare: apri la tua app. Altrimenti chiedi un nuovo link a chi te l’ha mandato.
expired-heading = Questo link è scaduto
expired-lead = Chiedine uno nuovo a chi te l’ha mandato.
revoked-heading = Questo invito non è più valido
revoked-lead = È stato annullato. Chiedine uno nuovo a chi te l’ha mandato.
unknown-heading = Non troviamo questo invito
unknown-lead = Forse manca una parte del link. Aprilo di nuovo dal tuo messaggio oppure copialo tutto. Se il link è vecchio, chiedine uno nuovo.
try-again = Riprova
to-invitation = Torna all’invito
open-my-app = Apri la mia app
contact-server = Contatta { $site }
ask-label = Messaggio per chi ti ha mandato il link
ask-message = Il link di { $site } che mi hai mandato non funziona. Me ne puoi mandare uno nuovo?
ask-copy = Copia il messaggio
open-secure = Apri la pagina sicura
open-yourself = Non è successo niente? Apri tu la tua app di chat.
incomplete-heading = Questo link è incompleto
incomplete-lead = Aprilo di nuovo dal tuo messaggio oppure copialo tutto.
start-heading = Invita altre persone su { $site }
start-lead = Accedi con il tuo indirizzo e la tua password per creare inviti.
start-log-in = Accedi
start-log-out = Esci
start-hello = Accesso effettuato come { $address }
start-make-heading = Nuovo invito
start-for = Per chi è?
start-for-newcomer = Una persona che non è ancora su { $site }
start-for-newcomer-hint = Crea il suo account e vi ritrovate tra i contatti.
start-for-contact = Una persona che ha già un account XMPP
start-username = Nome utente (facoltativo)
start-username-hint = Lascia vuoto per far scegliere l’altra persona.
start-message = Messaggio (facoltativo)
start-message-hint = Appare sulla pagina dell’invito, e il nuovo account lo riceve come primo messaggio.
start-note = Nota per te
start-note-hint = Un nome, per esempio. Possono vederla solo tu e chi gestisce il server.
start-rooms = { adhoc-rooms }
start-make = Crea invito
start-made-heading = Il tuo invito è pronto
start-made-lead = Manda questo link a una sola persona. Funziona una volta sola.
start-made-contact-only = Per ora non puoi invitare altre persone a creare un account. Questo link è per una persona che ne ha già uno.
start-made-code = Codice QR del link
start-link = Link da mandare
start-list-heading = Inviti non ancora usati
start-list-none = Nessun invito ancora da usare.
start-list-more = Sono mostrati solo i più recenti.
start-list-account = Nuovo account
start-list-contact = Nuovo contatto
start-list-contact-account = Nuovo account e contatto
start-list-reset = Nuova password
start-cards = Biglietti d’invito
start-sheet-left = Ne restano { $left } su { $most }
start-valid-until = Scadenza: { $date }
start-valid-always = Senza scadenza
start-copy-this = Copia il link: { $note }
start-share-this = Condividi il link: { $note }
start-revoke = Annulla l’invito
start-revoke-this = Annulla l’invito: { $note }
start-revoke-sure = Il link non funzionerà più.
start-revoke-yes = Sì, annulla l’invito
start-revoke-cards-sure = I biglietti che nessuno ha ancora usato non funzioneranno più.
start-revoke-cards = Annulla tutti i biglietti
start-revoked = Invito annullato. Il suo link non funziona più.
start-revoked-cards = { $count ->
    [one] È stato annullato un biglietto.
   *[other] Sono stati annullati { $count } biglietti.
}
start-sheet-heading = Biglietti d’invito da stampare
start-sheet-lead = Per gli eventi: ogni biglietto è un invito per una persona.
start-sheet-title = Per quale occasione sono i biglietti?
start-sheet-title-hint = Compare su ogni biglietto. Per esempio: Festa d’estate
start-sheet-count = Numero di biglietti
start-sheet-room = { $count ->
    [one] Al momento puoi creare ancora un invito.
   *[other] Al momento puoi creare ancora { $count } inviti.
}
start-sheet-make = Crea i biglietti
start-sheet-again = Stampa di nuovo
start-back = Indietro
start-print = Stampa questa pagina e ritaglia i biglietti. Chi ha un biglietto può usarlo, quindi conservali con cura.
error-login = Indirizzo o password errati.
error-login-throttled = Troppi tentativi. Riprova tra qualche minuto.
error-logged-out = L’accesso è scaduto per inattività. Accedi di nuovo.
error-count = Scegli un numero da 1 a { $count }.
error-note = La nota è troppo lunga o contiene caratteri che non si possono mostrare. Usa al massimo { $count } caratteri.
error-message = Il messaggio è troppo lungo o contiene caratteri che non si possono mostrare. Usa al massimo { $count } caratteri.
error-title = È troppo lungo o contiene caratteri che non si possono mostrare. Usa al massimo { $count } caratteri.
error-lifetime = I tuoi inviti non possono valere così a lungo. Scegli una durata più breve.
error-rooms = Una di queste stanze non è possibile. Scegli di nuovo.
error-no-cards = Non ci sono più biglietti da stampare.
error-failed = Qualcosa è andato storto. Riprova tra qualche minuto.
error-not-revocable = Questo invito non si può più annullare.
error-not-allowed = Qui non puoi creare inviti di questo tipo.
error-quota-pending = Troppi dei tuoi inviti non sono ancora stati usati. Annullane qualcuno o aspetta che vengano usati.
error-quota-daily = Hai raggiunto il tuo limite per oggi. Riprova domani.

card-heading = Hai ricevuto un invito per { $site }
card-chat = Chatta con noi su { $site }
card-lead = Inquadra il codice con la fotocamera del telefono oppure scrivi questo indirizzo in un browser:
card-lead-app = Inquadra il codice con la fotocamera del telefono o apri questo link in un’app XMPP:
card-expires = Scadenza: { $date }. Per una persona.
card-always = Per una persona.

contact-only-heading = Per questo invito serve già un account
contact-only-lead = Questo invito ti mette in contatto con qualcuno, ma non crea un account. Apri di nuovo il link nel tuo messaggio per vedere che cosa puoi fare.
not-encrypted-heading = Questa connessione non è sicura
not-encrypted-lead = La tua password potrebbe essere letta da altri. Apri il link con https:// all’inizio oppure contatta chi gestisce { $site }.
bad-request-heading = Qualcosa non ha funzionato
bad-request-lead = Non è stato cambiato niente. Torna indietro e riprova.
app-unknown-heading = Questa app non è disponibile qui
app-unknown-lead = Torna al tuo invito e scegli un’altra app.
throttled-heading = Aspetta un momento
throttled-lead = Dalla tua rete sono stati aperti troppi link non validi. Riprova tra qualche minuto.
elsewhere-heading = Qui non si può fare
elsewhere-lead = Gli account di { $host } sono gestiti altrove, quindi nessun invito può creare un account o impostare una password. Chiedi a chi gestisce il server.
busy-heading = { throttled-heading }
busy-lead = Il server è molto occupato in questo momento. Riprova tra un minuto.
failed-heading = Qualcosa è andato storto
failed-lead = È colpa nostra, non tua. Riprova tra qualche minuto.

footer-terms = Condizioni
footer-privacy = Privacy
footer-imprint = Note legali
footer-contact = Contatti

app-conversations = Chat e chiamate, facile da usare. Gratis su { -f-droid }, a pagamento su Google Play.
app-cheogram = Basata su Conversations, con in più le chiamate verso la rete telefonica. Gratis su { -f-droid }, a pagamento su Google Play.
app-yaxim = Un’app piccola e leggera che funziona anche sui telefoni più vecchi.
app-monocles-chat = Basata su Conversations, con più impostazioni. Gratis su { -f-droid }, a pagamento su Google Play.
app-monal = Chat e chiamate per iPhone, iPad e Mac.
app-siskin-im = Un’app leggera per iPhone e iPad.
app-beagle-im = Un’app leggera per Mac, dagli autori di Siskin.
app-dino = Chiara e semplice, per Linux.
app-gajim = Molte funzioni, per Windows, Linux e Mac.
app-kaidan = Piacevole e moderna, per Linux su computer e telefoni.
app-psi = Molte impostazioni, per chi ha esperienza. Psi+ è la versione con le ultime novità.
app-converse-js = Chatta nel browser, senza installare niente.
app-movim = Chat e notizie nel browser. Dai la tua password al sito che scegli lì: scegline uno di cui ti fidi.
app-renga = Per computer con Haiku.

refusal-no-token = Nessun codice d’invito indicato
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
refusal-invite-in-use = Qualcuno sta usando questo invito in questo momento. Riprova più tardi
refusal-username-invalid = Questo nome utente non è valido
refusal-jid-invalid = Questo indirizzo non è valido
refusal-username-too-long = Questo nome utente è troppo lungo
refusal-username-mismatch = Questo invito è per un altro nome utente
refusal-username-reserved = Questo nome utente è riservato
refusal-managed-elsewhere = Gli account di questo server sono gestiti altrove
refusal-account-exists = Questo nome utente è già in uso
refusal-account-not-found = Questo account non esiste
refusal-data-invalid = L’invito contiene dati che non si possono salvare
refusal-room-refused = Una di queste stanze non esiste, o non puoi farvi entrare altri
refusal-form-invalid = Questo modulo non si può leggere
refusal-text-too-long = Questo testo è troppo lungo
refusal-text-unclean = Questo testo contiene caratteri che non si possono mostrare
refusal-ttl-invalid = Un invito non può valere così a lungo
refusal-uses-invalid = Un invito non può essere usato così tante volte
refusal-ttl-too-long = I tuoi inviti non possono valere così a lungo
refusal-contact-ttl-too-long = Un invito per un contatto non può valere così a lungo
refusal-uses-too-many = I tuoi inviti non possono essere usati così tante volte
refusal-quota-pending = Troppi dei tuoi inviti non sono ancora stati usati
refusal-quota-daily = Hai raggiunto il tuo limite giornaliero di inviti
refusal-inviter-new = Questo invito non si può ancora usare. Riprova più tardi
refusal-tree-full = Questo invito non si può usare in questo momento. Riprova più tardi
refusal-not-allowed = Non puoi creare inviti di questo tipo
refusal-reference-ambiguous = Corrisponde a più di un invito
refusal-throttled = Troppi inviti non validi. Riprova più tardi
refusal-ask = Non è stato possibile verificare il tuo account. Riprova più tardi
refusal-busy = Il server è molto occupato in questo momento. Riprova tra un minuto
refusal-internal-server-error = In questo momento gli inviti non funzionano. Riprova più tardi

adhoc-refusal-token-invalid = Questo invito non esiste
adhoc-refusal-token-expired = L’invito è scaduto
adhoc-refusal-token-used = L’invito è già stato usato
adhoc-refusal-token-revoked = L’invito è stato annullato
adhoc-refusal-invite-damaged = L’invito è danneggiato nel database
adhoc-refusal-inviter-new = Il tuo account è troppo nuovo per far registrare altre persone. Riprova più tardi.
adhoc-refusal-tree-full = Di recente molte persone si sono unite con i tuoi inviti. Riprova più tardi.
adhoc-forbidden = Non puoi usare questo comando
adhoc-unavailable = Questo non è disponibile per te
adhoc-no-action = Questo comando non supporta questa azione
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = obbligatorio
adhoc-value-address = indirizzo non valido
adhoc-value-boolean = deve essere sì o no
adhoc-value-choice = non è tra le scelte
adhoc-value-long = troppo lungo
adhoc-value-unclean = contiene caratteri che non si possono mostrare
adhoc-whole-address = Inserisci un indirizzo completo, come { $address }

adhoc-created = Il tuo invito è pronto
adhoc-contact-only = Per ora non puoi invitare altre persone a creare un account. Questo invito è per una persona che ne ha già uno.
adhoc-link = Link per chi ha già un’app XMPP
adhoc-page = Link da condividere
adhoc-valid-until = Valido fino al
adhoc-expire = Data e ora esatte di scadenza
adhoc-note-later = Per annotare per chi è, apri «{ $command }»

adhoc-account-title = Crea un invito per un nuovo account
adhoc-account-lead = Crea un link con cui una persona può creare un account su { $host }.
adhoc-no-registration = La registrazione è disattivata su { $host }, quindi un invito non funzionerebbe. Chiedi a chi gestisce il server
adhoc-username = Nome utente
adhoc-username-hint = Lascia vuoto per far scegliere l’altra persona
adhoc-befriend = Aggiungere il nuovo account e me ai rispettivi contatti
adhoc-lifetime = Validità
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
adhoc-most-uses = Numero di account che permette di creare
adhoc-role = Ruolo del nuovo account
adhoc-role-usual = Predefinito
adhoc-role-registered = Utente registrato
adhoc-role-member = Membro
adhoc-role-admin = Amministratore
adhoc-role-operator = Operatore, può fare tutto sull’intero server
adhoc-role-named = { $words } ({ $role })
adhoc-groups = Gruppi del nuovo account
adhoc-options-cut = Sono elencati solo i primi { $count }. Chi amministra il server può assegnare gli altri dalla riga di comando.
adhoc-note = Nota
adhoc-note-hint = Per esempio un nome. Appare nell’elenco dei tuoi inviti
adhoc-message = Messaggio
adhoc-message-hint = Appare sulla pagina dell’invito e arriva al nuovo account come primo messaggio

adhoc-contact-title = Crea un invito per un contatto con un messaggio
adhoc-contact-lead = Crea un link con cui una persona che ha già un account diventa un tuo contatto.
adhoc-invitee = Solo per questo indirizzo
adhoc-invitee-hint = Lascia vuoto se può usarlo chiunque abbia il link
adhoc-contact-message-hint = Appare sulla pagina dell’invito
adhoc-rooms = Stanze in cui entra
adhoc-other-rooms = Altre stanze
adhoc-other-rooms-hint = Indirizzi di stanze, separati da spazi

adhoc-reset-title = Crea un link per cambiare una password
adhoc-reset-lead = Crea un link con cui chi possiede questo account può impostare una nuova password.
adhoc-reset-address = Indirizzo dell’account
adhoc-account-here = L’account deve essere su { $host }
adhoc-higher-role = Questo account ha un ruolo più alto del tuo

adhoc-own-title = I miei inviti
adhoc-all-title = Gestisci tutti gli inviti
adhoc-all-lead = Quali inviti vuoi vedere?
adhoc-list-title = Tutti gli inviti
adhoc-invites = Inviti
adhoc-which-usable = Attivi
adhoc-which-pending = Attivi, solo per account e password
adhoc-which-used = Usati
adhoc-which-all = Tutti, anche annullati e scaduti
adhoc-user = Solo inviti creati da
adhoc-choose-lead = Scegli un invito e un’azione.
adhoc-invite = Invito
adhoc-verb = Azione
adhoc-verb-show = Mostra i dettagli e il link
adhoc-verb-extend = Cambia la scadenza
adhoc-verb-label = Modifica la nota
adhoc-verb-revoke = Annulla l’invito (il link smette di funzionare)
adhoc-more-invites = … (altri)
adhoc-all-of-them = … (mostra tutti, anche usati e scaduti)
adhoc-no-such-invites = Nessun invito trovato
adhoc-no-more-invites = Nessun altro invito

adhoc-line-note = { $note }: { $about }
adhoc-line-alike = { $line } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = account
adhoc-purpose-account-named = account { $address }
adhoc-purpose-contact = contatto
adhoc-purpose-contact-account = account e contatto
adhoc-purpose-reset = nuova password per { $address }
adhoc-state-usable = attivo
adhoc-state-until = valido fino al { $date }
adhoc-state-claimed = in uso in questo momento
adhoc-state-redeemed = esaurito
adhoc-state-revoked = annullato
adhoc-state-expired = scaduto
adhoc-used = { $count ->
    [0] non ancora usato
    [one] usato una volta
   *[other] usato { $count } volte
}
adhoc-used-of = usi: { $count } su { $most }
adhoc-made-by = creato da { $creator }

adhoc-invite-title = Invito { $id }
adhoc-purpose = Scopo
adhoc-state = Stato
adhoc-uses = Usi
adhoc-maker = Creato da
adhoc-created-at = Creato il
adhoc-id = ID
adhoc-link-left-out = Il link non è mostrato perché questo invito concede più di quello che puoi concedere tu
adhoc-valid-for = Validità
adhoc-extend-lead = A partire da adesso.
adhoc-extend-gives-more = Non puoi prolungare un invito che concede più di quello che puoi concedere tu
adhoc-extend-admins = Solo chi amministra il server può prolungare questo invito
adhoc-extended = L’invito ora è valido fino al { $date }
adhoc-extended-endless = L’invito ora è senza scadenza
adhoc-label-lead = Possono vederla chi amministra il server e chi ha creato l’invito. Lascia vuoto per togliere la nota.
adhoc-labelled = Nota salvata
adhoc-label-removed = Nota tolta
adhoc-revoked = Invito annullato

notice-joined = { $address } ha creato un account con il tuo invito.
notice-joined-note = { $address } ha creato un account con il tuo invito ({ $note }).
notice-tree-full = Per ora nessun altro può unirsi a partire da { $address }: si è raggiunto il limite di questo server. Il comando «tree» mostra chi ha invitato chi.
notice-tree-deep = Per ora nessuno può unirsi a partire dagli ultimi account arrivati tramite { $address }: si è raggiunto il limite di generazioni di questo server. Il comando «tree» mostra chi ha invitato chi.
