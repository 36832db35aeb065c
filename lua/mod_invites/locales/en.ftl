# What the pages of invites say. $site is the name of the server, $inviter who invites, $address an address such as juliet@example.com, $app the
# name of an app, $host the server's domain.
language-name = English
languages = Languages
invited-by = Invited by { $inviter }

account-heading = You’re invited to { $site }
account-heading-inviter = { $inviter } invited you to { $site }
account-lead = Create your account and start chatting. It takes about three minutes.
contact-heading = { $inviter } wants to chat with you
contact-lead = Add { $inviter } in your chat app. Any app and any provider will do, as long as they use XMPP, an open network for chat. The address is { $address }.
contact-account-lead = Accept the invitation to chat with each other. No account yet? You can create one on { $site }.
reset-heading = Choose a new password
reset-lead = This link lets you set a new password for { $address }. If you didn’t ask for it, close this page: nothing has changed.
bound = Your address will be { $address }.
rooms-lead = Rooms you’ll join: { $rooms }

open-account = Open invitation in my app
open-account-lead = Some XMPP chat apps can open the invitation directly.
open-contact = Add { $inviter }
open-contact-lead = Many XMPP chat apps can add { $inviter } to your contacts directly.
open-contact-account-lead = { open-contact-lead }
open-reset = Open in my app
open-reset-lead = Some apps let you set the new password directly.

apps-heading = Get a chat app
apps-heading-contact = I need an account
apps-heading-contact-account = I’m new here
apps-heading-reset = In an app
apps-lead = Choose an app and we’ll guide you through the rest.
apps-lead-contact = Choose an app. It helps you create an account with a provider of your choice. Then come back to this page.
other-apps = More apps
no-apps = Look for an XMPP chat app in your device’s app store, then come back to this page.
browser-lead = Or create your account first and choose an app later:
browser-account = Create my account
browser-reset = Choose a new password

phone-heading = Use your phone instead
phone-lead = Scan this code with your phone’s camera. This page will open there.
code = QR code for this page
link-label = Link to this page
copy = Copy
copied = Copied
share = Share
print = Print
moment = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }, { $time } UTC

expires-soon = Valid for less than a minute.
expires-hours = { $count ->
    [one] Valid for one more hour.
   *[other] Valid for { $count } more hours.
}
expires-minutes = { $count ->
    [one] Valid for one more minute.
   *[other] Valid for { $count } more minutes.
}
expires-at = Valid until { $date }
get-app = Get { $app }
have-app = I already have an app
open-invitation = Open invitation
nothing-happened = Nothing happened? Copy this link and paste it into your chat app.
contact-address = Address of { $inviter }
contact-open = Open only the address in my app
other-ways = Other ways to join
other-ways-contact = I don’t have a chat app yet
other-ways-reset = Open this page on another device
in-app-browser = You’re in the browser of another app, which may not be able to open invitations. Open this page in your own browser: look for “Open in browser” in the menu.

setup-heading = Get started with { $app }
setup-title = Join { $site } with { $app }
progress-install = Install
progress-open = Open invitation
download = Download
download-store = Get it on
download-site = Download from
# Its hyphen is no place to break a line.
-f-droid = F-{ "\u2060" }Droid
store-paid = Google Play charges for this app. On { -f-droid } it’s free.
step-install = Install { $app }
step-visit = Open { $app }
step-come-back = Then come back here. If you lose this page, open the link from your message and choose { $app } again.
step-brings = Install { $app }, then open it. Your invitation appears there by itself.
step-other-store = If you install it from another place, come back here afterwards.
step-press = Come back and open your invitation
step-then = Last step
step-open-account = { $app } opens with your invitation. Create your account there.
step-open-contact = { $app } opens and asks if you want to add { $inviter }. If you don’t have an account yet, create one first.
step-open-contact-account = { $app } opens with your invitation and adds { $inviter } to your contacts.
step-open-reset = { $app } opens. Choose your new password there.
step-add-contact = Create an account in { $app } if you don’t have one yet. Then add { $address } to your contacts.
step-log-in = Log in to { $app } with your address and password.
step-other-app = { $app } can’t open this link. Open it in another app first, then log in to { $app } with the same address and password.
trouble = Nothing happened? Copy this link and paste it into { $app }.
back = Choose another app

register-heading = Create your account on { $site }
register-lead = Choose a username and a password.
register-lead-bound = Choose a password.
register-lead-contact = Choose a username and a password. Then you can chat with { $inviter }.
register-submit = Create account
reset-form-lead = After this, all your apps will ask for the new password.
reset-submit = Save new password
field-username = Username
field-username-hint = For example anna or anna.smith. Use lowercase letters, numbers, dots and hyphens.
field-address = Your address
field-password = Password
field-new-password = New password
field-password-hint = Save it in your browser or write it down. We can’t send it to you.
field-password-length = { $count ->
    [one] Use at least one character.
   *[other] Use at least { $count } characters.
}
username-free = This username is available.
username-suggestions = How about one of these?
password-weak = Easy to guess. A few random words would be safer.
password-fair = Could be stronger. Add another word.
password-good = Strong password.
password-suggest = Suggest a password
error-password-weak = This password is easy to guess. Choose another one, or enter it again to keep it.
progress-account = Account
progress-app = App
progress-chat = Chat
extra-nick = Nickname
extra-name = Full name
extra-first = First name
extra-last = Last name
extra-email = Email address
extra-address = Street
extra-city = City
extra-state = State or region
extra-zip = Postal code
extra-phone = Telephone number
extra-url = Web page
extra-date = Date of birth
extra-optional = Optional
extra-required = Required
show = Show
hide = Hide
error-username-empty = Enter a username.
error-username-invalid = A username can’t contain spaces or characters like @ or /.
error-username-long = This username is too long. Choose a shorter one.
error-username-taken = This username is already taken. Try another one.
error-password-empty = Enter a password.
error-password-short = { $count ->
    [one] Too short. Use at least one character.
   *[other] Too short. Use at least { $count } characters.
}
error-password-username = Your password must not contain your username.
error-password-long = This password is too long. A few words are enough.
error-password-control = Your password contains a character that can’t be seen, such as a tab or a line break. Type it yourself, or copy it without that character.
error-password-characters = Your password contains a character that chat apps can’t send. Use letters, numbers, spaces and symbols such as ! or -.
error-extra-missing = Please fill this in.
error-extra-long = This is too long.
error-extra-invalid = This isn’t valid here. Check it and try again.
error-extra-email = This isn’t an email address, such as name@example.com.
error-in-use = Someone else is using this invitation right now. Try again in a minute.
error-form-too-old = This page was open too long, or your browser blocks cookies. Enter your password and try again.
error-no-cookies = Your browser doesn’t keep cookies for this page, and the form needs one. Allow cookies for { $host }, or open the link in another browser.
success-heading = Welcome to { $site }!
success-lead = Your account is ready.
success-keep = Use this address and your password to log in on all your devices.
success-contact = { $inviter } is already in your contacts.
success-save = Save your password now, in your browser or on paper. We can’t send it to you.
success-webchat = Start chatting now
success-webchat-lead = Chat right here in your browser. There’s nothing to install.
success-webchat-open = Open web chat
success-apps = Now get an app
success-apps-lead = Install this app, then log in with your address and password.
success-apps-lead-more = Install this app or another one from the list below, then log in with your address and password.
success-log-in = Log in
success-open-app = Open { $app }
reset-success-heading = Your password was changed
reset-success-lead = Log in to your apps with the new password. Nothing else has changed.

used-heading = This invitation has already been used
used-lead = If that was you, your account is ready: open your app and log in. If not, ask the person who invited you for a new link.
used-reset-heading = This link has already been used
used-reset-lead = If that was you, log in with your new password. If it wasn’t you, contact the people who run { $site } right away.
later-heading = This invitation can’t be used right now
later-lead = You can use it later: nothing has been used up. Try again tomorrow, or ask the person who invited you.
used-contact-heading = This invitation has already been used
used-contact-lead = If that was you, you can already chat: open your app. If not, ask the person who invited you for a new link.
expired-heading = This link has expired
expired-lead = Ask the person who sent it to you for a new one.
revoked-heading = This invitation is no longer valid
revoked-lead = It was withdrawn. Ask the person who sent it to you for a new one.
unknown-heading = We can’t find this invitation
unknown-lead = Part of the link may be missing. Open it again from your message, or copy the whole link. If it’s an old link, ask for a new one.
try-again = Try again
to-invitation = Back to the invitation
open-my-app = Open my app
contact-server = Contact { $site }
ask-label = Message to the person who sent you the link
ask-message = The link to { $site } that you sent me doesn’t work. Could you send me a new one?
ask-copy = Copy message
open-secure = Open the secure page
open-yourself = Nothing happened? Open your chat app yourself.
incomplete-heading = This link is incomplete
incomplete-lead = Open it again from your message, or copy the whole link.
start-heading = Invite people to { $site }
start-lead = Log in with your address and password to create invitations.
start-log-in = Log in
start-log-out = Log out
start-hello = Logged in as { $address }
start-make-heading = New invitation
start-for = Who is it for?
start-for-newcomer = Someone new to { $site }
start-for-newcomer-hint = They create an account, and you’re in each other’s contacts.
start-for-contact = Someone who already has an XMPP account
start-username = Username (optional)
start-username-hint = Leave it empty to let them choose their own.
start-message = Message (optional)
start-message-hint = The invitation page shows it, and a new account gets it as the first message.
start-note = Note to self
start-note-hint = A name, for example. Only you and the people who run the server can see it.
start-rooms = { adhoc-rooms }
start-make = Create invitation
start-made-heading = Your invitation is ready
start-made-lead = Send this link to one person. It works only once.
start-made-contact-only = You can’t invite more people to create an account right now. This link is for someone who already has one.
start-made-code = QR code for the link
start-link = Link to send
start-list-heading = Unused invitations
start-list-none = You have no unused invitations.
start-list-more = Only the most recent ones are shown.
start-list-account = New account
start-list-contact = New contact
start-list-contact-account = New account and contact
start-list-reset = New password
start-cards = Invitation cards
start-sheet-left = { $left } of { $most } left
start-valid-until = Valid until { $date }
start-valid-always = Never expires
start-copy-this = Copy link: { $note }
start-share-this = Share link: { $note }
start-revoke = Withdraw
start-revoke-this = Withdraw invitation: { $note }
start-revoke-sure = The link will stop working.
start-revoke-yes = Withdraw invitation
start-revoke-cards-sure = The cards that nobody has used yet will stop working.
start-revoke-cards = Withdraw all cards
start-revoked = Invitation withdrawn. Its link no longer works.
start-revoked-cards = { $count ->
    [one] One card was withdrawn.
   *[other] { $count } cards were withdrawn.
}
start-sheet-heading = Print invitation cards
start-sheet-lead = For events: each card is an invitation for one person.
start-sheet-title = What are the cards for?
start-sheet-title-hint = Printed on each card. For example: Summer party
start-sheet-count = Number of cards
start-sheet-room = { $count ->
    [one] You can create one more invitation right now.
   *[other] You can create { $count } more invitations right now.
}
start-sheet-make = Create cards
start-sheet-again = Print again
start-back = Back
start-print = Print this page and cut out the cards. Anyone who has a card can use it, so keep them safe.
error-login = Wrong address or password.
error-login-throttled = Too many attempts. Try again in a few minutes.
error-logged-out = You were logged out because you were inactive. Please log in again.
error-count = Choose a number from 1 to { $count }.
error-note = The note is too long, or contains characters that can’t be shown. Use { $count } characters at most.
error-message = The message is too long, or contains characters that can’t be shown. Use { $count } characters at most.
error-title = This is too long, or has characters that can’t be shown. Use at most { $count } characters.
error-lifetime = Your invitations can’t be valid that long. Choose a shorter time.
error-rooms = One of these rooms can’t be used. Choose again.
error-no-cards = There are no cards left to print.
error-failed = Something went wrong. Try again in a few minutes.
error-not-revocable = This invitation can’t be withdrawn anymore.
error-not-allowed = You’re not allowed to create this kind of invitation here.
error-quota-pending = Too many of your invitations are still unused. Withdraw some, or wait until they’re used.
error-quota-daily = You’ve reached your limit for today. Try again tomorrow.

card-heading = You’re invited to { $site }
card-chat = Chat with us on { $site }
card-lead = Scan the code with your phone’s camera, or type this address into a browser:
card-lead-app = Scan the code with your phone’s camera, or open this link in an XMPP chat app:
card-expires = Valid until { $date }, for one person.
card-always = For one person.

contact-only-heading = You need an account for this invitation
contact-only-lead = This invitation connects you with a contact but doesn’t create an account. Open the link from your message again to see what you can do.
not-encrypted-heading = This connection isn’t secure
not-encrypted-lead = Your password could be read by others. Open the link with https:// at the beginning, or contact the people who run { $site }.
bad-request-heading = That didn’t work
bad-request-lead = Nothing was changed. Go back and try again.
app-unknown-heading = This app isn’t offered here
app-unknown-lead = Go back to your invitation and choose another app.
throttled-heading = Please wait a moment
throttled-lead = Too many invalid links were opened from your network. Try again in a few minutes.
elsewhere-heading = This can’t be done here
elsewhere-lead = Accounts on { $host } are managed elsewhere, so no invitation can create one or set a password. Ask the people who run the server.
busy-heading = { throttled-heading }
busy-lead = The server is busy right now. Try again in a minute.
failed-heading = Something went wrong
failed-lead = It’s our fault, not yours. Try again in a few minutes.

footer-terms = Terms
footer-privacy = Privacy
footer-imprint = About us
footer-contact = Contact

# What apps are, in a line: the same as mod_register_apps says.
app-conversations = Chat and calls, easy to use. Free on { -f-droid }, paid on Google Play.
app-cheogram = Based on Conversations, with extras such as calls to phone numbers. Free on { -f-droid }, paid on Google Play.
app-yaxim = A small, light app that also runs on older phones.
app-monocles-chat = Based on Conversations, with more settings. Free on { -f-droid }, paid on Google Play.
app-monal = Chat and calls for iPhone, iPad and Mac.
app-siskin-im = A light app for iPhone and iPad.
app-beagle-im = A light app for Mac, from the makers of Siskin.
app-dino = Clean and simple, for Linux.
app-gajim = Many features, for Windows, Linux and Mac.
app-kaidan = Friendly and modern, for Linux computers and phones.
app-psi = Many settings, for experienced users. Psi+ is the version with the newest features.
app-converse-js = Chat in your browser. Nothing to install.
app-movim = Chat and news in your browser. You give your password to the website you choose there, so choose one you trust.
app-renga = For computers running Haiku.

# What clients show: why mod_invites_register refuses (the English texts are those of invites_core and of that module, to the letter: programs
# compare them), and the commands of mod_invites_adhoc. $id is the short name of an invite, $most how often it can be used.
refusal-no-token = No token was provided
refusal-token-missing = The token is missing
refusal-token-invalid = The provided token is invalid or expired
refusal-token-expired = { refusal-token-invalid }
refusal-token-used = { refusal-token-invalid }
refusal-token-revoked = { refusal-token-invalid }
refusal-token-not-for-registration = { refusal-token-invalid }
refusal-token-not-for-contact = { refusal-token-invalid }
refusal-inviter-gone = { refusal-token-invalid }
refusal-permit-spent = { refusal-token-invalid }
refusal-invite-damaged = { refusal-token-invalid }
refusal-not-invited = Registration on this server is through invitation only
refusal-password-unusable = This password cannot be used
refusal-invite-in-use = Someone is using this invite right now. Try again later
refusal-username-invalid = This is not a valid username
refusal-jid-invalid = This is not a valid address
refusal-username-too-long = This username is too long
refusal-username-mismatch = This invite is for a different username
refusal-username-reserved = The requested username is reserved
refusal-managed-elsewhere = Accounts of this server are managed elsewhere
refusal-account-exists = The requested username already exists.
refusal-account-not-found = This account does not exist
refusal-data-invalid = The invite contains data that can’t be stored
refusal-room-refused = One of these rooms doesn’t exist, or you can’t let others in
refusal-form-invalid = This form can’t be read
refusal-text-too-long = This text is too long
refusal-text-unclean = This text contains characters that can’t be shown
refusal-ttl-invalid = An invite can’t be valid that long
refusal-uses-invalid = An invite can’t be used that many times
refusal-ttl-too-long = Your invites can’t be valid that long
refusal-contact-ttl-too-long = A contact invite can’t be valid that long
refusal-uses-too-many = Your invites can’t be used that many times
refusal-quota-pending = Too many of your invites are still unused
refusal-quota-daily = You have reached your daily limit of invites
refusal-inviter-new = This invite can’t be used yet. Try again later
refusal-tree-full = This invite can’t be used right now. Try again later
refusal-not-allowed = You are not allowed to create this kind of invite
refusal-reference-ambiguous = This matches more than one invite
refusal-throttled = Too many invalid invites. Try again later
refusal-ask = Your account could not be checked. Try again later
refusal-busy = The server is busy right now. Try again in a minute
refusal-internal-server-error = Invites are not working right now. Try again later

adhoc-refusal-token-invalid = This invite does not exist
adhoc-refusal-token-expired = The invite has expired
adhoc-refusal-token-used = The invite has already been used
adhoc-refusal-token-revoked = The invite has been revoked
adhoc-refusal-invite-damaged = The invite is damaged in the database
adhoc-refusal-inviter-new = Your account is too new to let people register. Try again later.
adhoc-refusal-tree-full = Many people have joined through your invites lately. Try again later.
adhoc-forbidden = You are not allowed to use this command
adhoc-unavailable = This is not available to you
adhoc-no-action = This command does not support that action
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = required
adhoc-value-address = not a valid address
adhoc-value-boolean = must be yes or no
adhoc-value-choice = not one of the choices
adhoc-value-long = too long
adhoc-value-unclean = contains characters that can’t be shown
adhoc-whole-address = Enter a full address, such as { $address }

adhoc-created = Your invite is ready
adhoc-contact-only = You can’t invite more people to create an account right now. This invite is for someone who already has an account.
adhoc-link = Link for people who already have an XMPP app
adhoc-page = Link to share
adhoc-valid-until = Valid until
adhoc-expire = Exact time of expiry
adhoc-note-later = To note down who it is for, open “{ $command }”

adhoc-account-title = Create new account invite
adhoc-account-lead = Creates a link that lets someone create an account on { $host }.
adhoc-no-registration = Registration is disabled on { $host }, so an invite would not work. Ask the people who run the server
adhoc-username = Username
adhoc-username-hint = Leave empty to let them choose
adhoc-befriend = Add the new account and me to each other’s contacts
adhoc-lifetime = Valid for
adhoc-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
adhoc-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
adhoc-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
adhoc-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
adhoc-without-end = never expires
adhoc-most-uses = Number of accounts it can create
adhoc-role = Role of the new account
adhoc-role-usual = Default
adhoc-role-registered = Registered user
adhoc-role-member = Member
adhoc-role-admin = Administrator
adhoc-role-operator = Operator, can do anything on the whole server
adhoc-role-named = { $words } ({ $role })
adhoc-groups = Groups of the new account
adhoc-options-cut = Only the first { $count } are listed. An admin can give the others on the command line.
adhoc-note = Note
adhoc-note-hint = For example a name. It is shown in your list of invites
adhoc-message = Message
adhoc-message-hint = Shown on the invite’s page, and sent to the new account as its first message

adhoc-contact-title = Create new contact invite with a message
adhoc-contact-lead = Creates a link with which someone who has an account becomes your contact.
adhoc-invitee = Only for this address
adhoc-invitee-hint = Leave empty if anyone with the link may use it
adhoc-contact-message-hint = Shown on the invite’s page
adhoc-rooms = Rooms that they join
adhoc-other-rooms = Other rooms
adhoc-other-rooms-hint = Addresses of rooms, with spaces between them

adhoc-reset-title = Create password reset invite
adhoc-reset-lead = Creates a link that lets the owner of this account set a new password.
adhoc-reset-address = Address of the account
adhoc-account-here = The account must be on { $host }
adhoc-higher-role = This account has a higher role than you

adhoc-own-title = My invites
adhoc-all-title = Manage all invites
adhoc-all-lead = Which invites would you like to see?
adhoc-list-title = All invites
adhoc-invites = Invites
adhoc-which-usable = Active
adhoc-which-pending = Active, for accounts and passwords only
adhoc-which-used = Used
adhoc-which-all = All, including revoked and expired
adhoc-user = Only invites created by
adhoc-choose-lead = Choose an invite and an action.
adhoc-invite = Invite
adhoc-verb = Action
adhoc-verb-show = Show details and link
adhoc-verb-extend = Change expiry
adhoc-verb-label = Edit note
adhoc-verb-revoke = Revoke (its link stops working)
adhoc-more-invites = … (more)
adhoc-all-of-them = … (show all, including used and expired)
adhoc-no-such-invites = No invites found
adhoc-no-more-invites = No more invites

# An invite in one line, such as "for Julia: account, until 2030-01-31, used 3 of 5 times, by romeo": $about is all but the
# note, put together from parts with adhoc-comma between them. Lines that look the same get the id of the invite.
adhoc-line-note = { $note }: { $about }
adhoc-line-alike = { $line } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = account
adhoc-purpose-account-named = account { $address }
adhoc-purpose-contact = contact
adhoc-purpose-contact-account = account and contact
adhoc-purpose-reset = new password for { $address }
adhoc-state-usable = active
adhoc-state-until = until { $date }
adhoc-state-claimed = being used right now
adhoc-state-redeemed = used up
adhoc-state-revoked = revoked
adhoc-state-expired = expired
adhoc-used = { $count ->
    [one] used once
   *[other] used { $count } times
}
adhoc-used-of = used { $count } of { $most } times
adhoc-made-by = by { $creator }

adhoc-invite-title = Invite { $id }
adhoc-purpose = Purpose
adhoc-state = Status
adhoc-uses = Uses
adhoc-maker = Created by
adhoc-created-at = Created
adhoc-id = ID
adhoc-link-left-out = The link is hidden because this invite grants more than you are allowed to grant
adhoc-valid-for = Valid for
adhoc-extend-lead = Counted from now.
adhoc-extend-gives-more = You can’t extend an invite that grants more than you are allowed to grant
adhoc-extend-admins = Only an admin can make this invite valid for longer
adhoc-extended = The invite is now valid until { $date }
adhoc-extended-endless = The invite never expires now
adhoc-label-lead = Visible to admins and to the person who created the invite. Leave empty to remove the note.
adhoc-labelled = Note saved
adhoc-label-removed = Note removed
adhoc-revoked = Invite revoked

# The message to the creator of an invite (option invites_notify_inviter).
notice-joined = { $address } created an account with your invite.
notice-joined-note = { $address } created an account with your invite ({ $note }).
# Messages to admins (options invites_tree_accounts, invites_tree_depth).
notice-tree-full = Nobody else can join below { $address } for now: as many people have joined there as the limit of this server allows. To see who invited whom, use the command “tree”.
notice-tree-deep = Nobody can join through the newest accounts below { $address } for now: as many generations have joined there as the limit of this server allows. To see who invited whom, use the command “tree”.
