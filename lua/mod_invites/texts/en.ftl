# What the pages of invites say. $site is the name of the server, $inviter who invites, $address an address such as juliet@example.com, $app the
# name of an app, $host the server's domain.
language-name = English
languages = Languages

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
expires-hours = { $count ->
    [one] This link works for one more hour.
   *[other] This link works for { $count } more hours.
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
step-add-contact = Add { $address } to your contacts in { $app }.
step-log-in = Log in to { $app } with the address and the password that you have chosen.
step-other-app = { $app } can not open invitations. Make your account with another app first, then log in to { $app } with its address and password.
trouble = Nothing happens? Copy this link and paste it into { $app }.
back = Choose another app

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
app-unknown-heading = We do not know this app
app-unknown-lead = Open your invitation once more and choose another one.
throttled-heading = Please wait a little
throttled-lead = Too many links that do not work were opened from your network. Try again in some minutes.
failed-heading = This does not work at the moment
failed-lead = It is our fault, and your invitation is not lost. Try again in some minutes.

footer-terms = Terms
footer-privacy = Privacy
footer-imprint = About us
footer-contact = Contact
