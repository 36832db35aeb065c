# What the pages of invites say. $site is the name of the server, $inviter who invites, $address an address such as juliet@example.com, $app the
# name of an app, $host the server's domain.
language-name = English
languages = Languages
invited-by = Invited by { $inviter }

account-heading = You are invited to { $site }
account-heading-inviter = { $inviter } invites you to { $site }
account-lead = With this invitation you get your own account for chatting there. It takes three minutes.
contact-heading = { $inviter } would like to chat with you
contact-lead = { $inviter } is { $address }. You can chat with any app and any provider that speaks XMPP.
contact-account-lead = With this invitation you become contacts. If you have no account yet, you get one at { $site }.
reset-heading = A new password for { $address }
reset-lead = With this link you choose a new password. If you did not ask for one, close this page: nothing has changed.
bound = Your address will be { $address }.

have-account-heading = I have an account
have-app-heading = Do you have an app already?
open-account = Open the invitation in my app
open-account-lead = If a chat app for XMPP is on this device, it can open the invitation now.
open-contact = Add { $inviter }
open-contact-lead = Press this, and your app adds { $inviter } to your contacts.
open-contact-account-lead = Press this, and your app adds { $inviter } to your contacts.
open-reset = Open the link in my app
open-reset-lead = Some apps can set the new password themselves.

apps-heading = Choose an app
apps-heading-contact = I need an account
apps-heading-contact-account = I need an account
apps-heading-reset = With an app
apps-lead = Chatting needs an app. Press one to see the steps.
apps-lead-contact = Choose an app. It helps you to make an account at a provider that you like. Then come back here.
other-apps = Other apps
no-apps = Get a chat app for XMPP from your device’s app store, then come back to this page.
browser-lead = Or without an app, right here:
browser-account = Make my account in this browser
browser-reset = Choose a new password

phone-heading = On your phone instead?
phone-lead = Point its camera at this square. It opens this page there.
code = This page’s link as a QR code
link-label = The link to this page
copy = Copy
copied = Copied

expires-days = { $count ->
    [one] This link works for one more day.
   *[other] This link works for { $count } more days.
}
expires-soon = This link works for less than a minute.
expires-hours = { $count ->
    [one] This link works for one more hour.
   *[other] This link works for { $count } more hours.
}
expires-minutes = { $count ->
    [one] This link works for one more minute.
   *[other] This link works for { $count } more minutes.
}

setup-heading = With { $app }, step by step
download = Get the app
step-install = Install { $app }
step-visit = Open { $app }
step-come-back = When that is done, come back to this page. The link in your message leads here again.
step-press = Come back and press this
step-then = Then
step-register = Choose a name and a password. Keep both: you need them in a moment.
step-open-account = { $app } opens and shows your invitation. Choose a name and a password there.
step-open-contact = { $app } opens and asks whether to add { $inviter }. If you have no account yet, make one first.
step-open-contact-account = { $app } opens and shows your invitation. It adds { $inviter } for you.
step-open-reset = { $app } opens. Choose the new password there.
step-add-contact = If you have no account yet, make one first. Add { $address } to your contacts in { $app }.
step-log-in = Log in to { $app } with the address and the password that you have chosen.
step-other-app = { $app } can not open invitations. Make your account with another app first, then log in to { $app } with its address and password.
trouble = Nothing happens? Copy this link and paste it into { $app }.
back = Choose another app

register-heading = Your account at { $site }
register-lead = Choose a name and a password. That is all.
register-lead-bound = Choose a password. That is all.
register-lead-contact = Choose a name and a password. Then { $inviter } and you are contacts.
register-submit = Make my account
reset-form-lead = Choose a new password. All your apps will ask for it.
reset-submit = Set the password
field-username = Name
field-username-hint = Part of your address. Small letters, digits, dots and hyphens work everywhere.
field-address = Your address
field-password = Password
field-new-password = New password
field-password-hint = Nobody can send it to you again: write it down or let your browser keep it.
field-password-length = { $count ->
    [one] At least one character.
   *[other] At least { $count } characters.
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
extra-optional = You may leave this empty.
extra-required = This must be filled in.
show = Show
hide = Hide
error-username-empty = Choose a name.
error-username-invalid = This name has a character that does not work in an address, such as a space or @.
error-username-long = This name is too long. Choose a shorter one.
error-username-taken = Somebody else has this name. Try another one.
error-password-empty = Choose a password.
error-password-short = { $count ->
    [one] This is too short. It needs at least one character.
   *[other] This is too short. It needs at least { $count } characters.
}
error-password-username = The password must not contain your name.
error-password-long = This is too long. A few words are enough.
error-password-control = This has a character that can’t be seen, such as a tab or a line break. Type the password yourself, or copy it without that.
error-password-characters = This has a character that chat apps can’t send. Use letters, digits, spaces and signs such as ! or -.
error-extra-missing = Fill this in, too.
error-extra-long = This is too long.
error-extra-invalid = This does not fit here. Check it, and try once more.
error-extra-email = This is no email address, such as name@example.com.
error-in-use = Somebody is using this invitation at this moment. Press once more in a minute.
error-form-too-old = This page was open for too long, or your browser keeps no cookies. Enter your password and press once more.
error-no-cookies = Your browser keeps no cookies for this page, and without one the form does not work. Allow cookies for { $host }, or open the link in another browser.
success-heading = Welcome to { $site }
success-lead = Your account is ready.
success-keep = You log in with this address and your password, on all your devices.
success-contact = { $inviter } is in your contacts already.
success-save = Save your password now, in your browser or on paper. We can’t send it to you.
success-webchat = Start right here
success-webchat-lead = Chat in this browser, with nothing to install.
success-webchat-open = Open the web chat
success-apps = Now get an app
success-apps-lead = Install one of these and log in with your address and your password.
success-log-in = Log in
success-open-app = Open { $app }
reset-success-heading = Your new password is set
reset-success-lead = Log in with it in your app. Your contacts and messages are as they were.

used-heading = This invitation has been used
used-lead = Was it you? Then you have an account: open your app and log in. If not, ask the person who sent you the link for a new one.
used-reset-heading = This link has been used
used-reset-lead = Was it you? Then log in with your new password. If not, ask for a new link, and tell whoever runs { $site }.
used-contact-heading = This invitation has been used
used-contact-lead = Was it you? Then you are contacts: open your app. If not, ask the person who sent you the link for a new one.
expired-heading = This link is too old
expired-lead = Ask the person who sent it to you for a new one.
revoked-heading = This invitation was withdrawn
revoked-lead = Ask the person who sent it to you for a new one.
unknown-heading = We do not know this invitation
unknown-lead = Perhaps a part of the link got lost. Open it once more from your message, or copy all of it. Very old invitations are forgotten.
incomplete-heading = This link is incomplete
incomplete-lead = Open it once more from your message, or copy all of it.
start-heading = Invite people to { $site }
start-lead = Log in with your address and your password, and make an invitation here.
start-log-in = Log in
start-log-out = Log out
start-hello = You are logged in as { $address }.
start-make-heading = A new invitation
start-for = Who is it for?
start-for-newcomer = Somebody who needs an account at { $site }
start-for-newcomer-hint = You two become contacts when they have made it.
start-for-contact = Somebody who has an account somewhere
start-note = Note for yourself
start-note-hint = A name, for instance. Only you and those who run the server see it.
start-make = Make the invitation
start-made-heading = Your invitation is ready
start-made-lead = Send this link to the one person it is for. It works once.
start-made-contact-only = You have made all the invitations for new accounts that you may make now. This one is for somebody who has an account.
start-made-code = The link as a QR code
start-link = The link to send
start-list-heading = Your invitations that were not used yet
start-list-none = There are none.
start-list-more = Only the newest are shown.
start-list-account = For an account
start-list-contact = For a contact
start-list-contact-account = For an account and a contact
start-list-reset = For a new password
start-valid-until = Valid until { $date }
start-valid-always = Valid without end
start-revoke = Withdraw
start-revoke-this = Withdraw the invitation { $note }
start-revoked = The invitation was withdrawn.
start-sheet-heading = Cards to print
start-sheet-lead = For an event: each card has an invitation of its own, for one person.
start-sheet-count = How many cards
start-sheet-make = Make the cards
start-back = Back
start-print = Print this page, then cut the cards apart. Whoever has a card can use it, so keep them safe.
error-login = This address or this password is not right.
error-login-throttled = There were too many attempts. Try again in some minutes.
error-logged-out = You were logged out, as nothing happened for a while. Log in once more.
error-count = Choose a number from 1 to { $count }.
error-note = The note is too long, or has characters that can't be shown. Use at most { $count } characters.
error-failed = This did not work. Try again in some minutes.
error-not-revocable = This invitation can no longer be withdrawn.
error-not-allowed = You may not make such an invitation here.
error-quota-pending = Too many of your invitations are not used yet. Withdraw some, or wait until they are used.
error-quota-daily = You have made as many invitations today as you may. Try again tomorrow.

card-heading = You are invited to { $site }
card-lead = Point the camera of your phone at the square, or type this into a browser:
card-expires = Valid until { $date }, for one person.
card-always = For one person.

contact-only-heading = This invitation makes no account
contact-only-lead = It is for people who have one. Open it once more from your message to see what it can do.
not-encrypted-heading = This page is not safe here
not-encrypted-lead = A password must not travel unencrypted. Open the link with https in front, or ask whoever runs { $site }.
bad-request-heading = Your browser has sent something odd
bad-request-lead = Nothing has happened. Go back, and try once more.
app-unknown-heading = We do not know this app
app-unknown-lead = Open your invitation once more and choose another one.
throttled-heading = Please wait a little
throttled-lead = Too many links that do not work were opened from your network. Try again in some minutes.
elsewhere-heading = This can't be done here
elsewhere-lead = Accounts of { $host } are managed elsewhere, so no invitation can create one or set a password. Ask the people who run this server.
failed-heading = This does not work at the moment
failed-lead = It is our fault, and your invitation is not lost. Try again in some minutes.

footer-terms = Terms
footer-privacy = Privacy
footer-imprint = About us
footer-contact = Contact

# What apps are, in a line: the same as mod_register_apps says.
app-conversations = Chat and calls for Android. Easy to start with, and easy on the battery.
app-cheogram = For Android: a relative of Conversations that can also reach the telephone network.
app-yaxim = A small app for Android that also runs on old telephones.
app-monal = Chat and calls for iPhone, iPad and Mac.
app-siskin-im = A light app for iPhone and iPad.
app-beagle-im = A light app for the Mac, by the makers of Siskin.
app-dino = Tidy and simple, for computers with Linux.
app-gajim = For the computer, with everything that one may ever want to set.
app-kaidan = For Linux on computers and telephones, made within KDE.
app-psi = For the computer and for people with experience; Psi+ is the same with what is new.
app-converse-js = Chat in the browser, with nothing to install.
app-movim = Chat and news in the browser. The site that you choose there logs in for you, so choose one that you trust.
app-renga = For computers with Haiku.

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
refusal-invite-in-use = Somebody is using this invite, try again later
refusal-username-invalid = This is not a valid username
refusal-username-too-long = This username is too long
refusal-username-mismatch = This invite is for another username
refusal-username-reserved = The requested username is reserved
refusal-managed-elsewhere = Accounts of this server are managed elsewhere
refusal-account-exists = The requested username already exists.
refusal-account-not-found = There is no such account
refusal-data-invalid = The data of the invite can't be kept
refusal-form-invalid = This form can't be read
refusal-text-too-long = This text is too long
refusal-text-unclean = This text has characters that can't be shown
refusal-ttl-invalid = The invite can't be valid for this long
refusal-uses-invalid = The invite can't be used this often
refusal-ttl-too-long = Your invites can't be valid for this long
refusal-uses-too-many = Your invites can't be used this often
refusal-quota-pending = Too many of your invites are still unused
refusal-quota-daily = You have made too many invites today
refusal-not-allowed = You may not make such an invite
refusal-reference-ambiguous = This fits more than one invite
refusal-throttled = Too many invites that do not work, try again later
refusal-ask = The account could not be looked up
refusal-internal-server-error = Invites don't work now, try again later

adhoc-refusal-token-invalid = There is no such invite
adhoc-refusal-token-expired = The invite has expired
adhoc-refusal-token-used = The invite has been used
adhoc-refusal-token-revoked = The invite has been revoked
adhoc-refusal-invite-damaged = The row of this invite in the database is damaged
adhoc-forbidden = You may not use this command
adhoc-unavailable = This item is not available to you
adhoc-no-action = This command has no such action
adhoc-problem = { $field }: { $problem }
adhoc-value-missing = this must be filled in
adhoc-value-address = this is not an address
adhoc-value-boolean = this is neither yes nor no
adhoc-value-choice = this is none of the choices
adhoc-value-long = this is too long
adhoc-value-unclean = this has characters that can't be shown
adhoc-whole-address = Give a whole address, such as { $address }

adhoc-created = Your invite has been created
adhoc-contact-only = You have made all the invites for new accounts that you may make now. This one is for somebody who has an account somewhere.
adhoc-link = Invite link
adhoc-page = Web page to share
adhoc-valid-until = Valid until

adhoc-account-title = Create new account invite
adhoc-account-lead = Makes a link with which somebody can make an account on { $host }.
adhoc-no-registration = Nobody can register on { $host }, so an invite would be of no use. Those who run the server can change that
adhoc-username = Username
adhoc-username-hint = Leave it empty to let them choose
adhoc-befriend = Make the new account and me contacts of each other
adhoc-lifetime = How long the invite is valid
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
adhoc-without-end = without end
adhoc-most-uses = How many accounts can be made with it
adhoc-role = Role of the new account
adhoc-role-usual = As every new account
adhoc-groups = Groups of the new account
adhoc-note = Note
adhoc-note-hint = Who it is for: shown in your list of invites

adhoc-reset-title = Create password reset invite
adhoc-reset-lead = Makes a link with which the owner of this account can set a new password.
adhoc-reset-address = Address of the account
adhoc-account-here = The account must be one on { $host }
adhoc-higher-role = This account has a higher role than you

adhoc-own-title = My invites
adhoc-all-title = Manage all invites
adhoc-all-lead = Which invites do you want to see?
adhoc-list-title = All invites
adhoc-invites = Invites
adhoc-which-usable = that can be used
adhoc-which-pending = that can be used to make an account or set a password
adhoc-which-used = that were used
adhoc-which-all = all, also revoked and expired ones
adhoc-user = Only those made by this user
adhoc-choose-lead = Choose an invite, and what to do with it.
adhoc-invite = Invite
adhoc-verb = What to do
adhoc-verb-show = Show it, with its link
adhoc-verb-extend = Let it be valid for longer or shorter
adhoc-verb-label = Write a note on it
adhoc-verb-revoke = Revoke it: its link stops working
adhoc-more-invites = … (more invites)
adhoc-all-of-them = … (all, also those that were used or are over)
adhoc-no-such-invites = There are no such invites
adhoc-no-more-invites = There are no more invites

# An invite in one line, such as "for Julia: account, until 2030-01-31, used 3 of 5 times, by romeo [a1b2c3]": $about is what stands in the middle,
# put together from parts of lines with adhoc-comma between them.
adhoc-line = { $about } [{ $id }]
adhoc-line-note = { $note }: { $about } [{ $id }]
adhoc-comma = { ", " }
adhoc-purpose-account = account
adhoc-purpose-account-named = account { $address }
adhoc-purpose-contact = contact
adhoc-purpose-contact-account = account and contact
adhoc-purpose-reset = new password for { $address }
adhoc-state-usable = can be used
adhoc-state-until = until { $date }
adhoc-state-claimed = in use now
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
adhoc-purpose = What it is for
adhoc-state = State
adhoc-uses = Uses
adhoc-maker = Made by
adhoc-created-at = Made at
adhoc-id = Short name in lists and logs
adhoc-link-left-out = The link is left out, as the invite gives more than you may give
adhoc-valid-for = Valid for
adhoc-extend-lead = Counted from now.
adhoc-extend-gives-more = You can’t extend an invite that gives more than you may give
adhoc-extend-admins = Only an admin can let this invite be valid for longer
adhoc-extended = The invite is valid until another time now
adhoc-label-lead = Whoever made the invite and admins can see it. Leave it empty to remove it.
adhoc-labelled = The note is written
adhoc-label-removed = The note is removed
adhoc-revoked = The invite is revoked
