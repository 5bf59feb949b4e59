sign-in = Sign in
sign-out = Sign out
sign-in-sentence = With the passkey on your device, or with a code by mail.
sign-in-by-passkey = Sign in with a passkey
sign-in-by-code = Or with a code by mail
sign-in-address = Your e-mail address
sign-in-address-hint = If it belongs to somebody here, six digits are on their way.
sign-in-address-missing = Give an e-mail address, such as dana@example.com.
sign-in-mail-code = Mail me a code
sign-in-no-passkey = The browser sent no passkey. Ask for a code instead.
sign-in-passkey-sending = Signing in…
sign-in-passkey-cancelled = You are not signed in. Try again, or ask for a code by mail.
sign-in-passkey-unable = This browser cannot use passkeys. Ask for a code by mail.
sign-in-passkey-unknown = Nobody here has this passkey, or it was revoked. Ask for a code by mail.
sign-in-code-title = The code from your mail
sign-in-code-sentence = If the address belongs to somebody here, a letter with six digits is on its way. It works for ten minutes, once, in this browser.
sign-in-code-label = Six digits
sign-in-code-wrong = { $left ->
    [one] This is not the code from the mail. One attempt is left.
   *[other] This is not the code from the mail. { $left } attempts are left.
}
sign-in-code-over = This code does not work any more: it was used, tried too often, or is older than ten minutes.
sign-in-another-code = Ask for another code
sign-in-code-missing = No letter came?
sign-in-code-missing-sentence = Look among unwanted mail, and check the address. If you are new, your information security manager may not have entered you yet.
sign-in-organisation-title = Which organisation?
sign-in-organisation-sentence = This address belongs to somebody in several organisations here.
sign-in-organisation-legend = Sign in to
letter-sign-in-code-subject = Your sign-in code for { $organisation }
letter-sign-in-code-text =
    { $name }, here is the code to sign in:

    { $code }

    It works for { $minutes } minutes, once, in the browser that asked for it. Nobody from us will ever ask you for it.
    If you did not ask, you need not do anything.
letter-fresh-link-subject = The fresh link that you asked for
letter-fresh-link-text =
    { $name }, here is a fresh link in place of the one that had expired:

    { $link }

    Nothing is recorded until you press a button there.
letter-passkey-enrolled-subject = A passkey was added for you at { $organisation }
letter-passkey-enrolled-text =
    { $name }, the passkey “{ $passkey }” can now sign in and sign in your name.

    If that was not you, tell your information security manager at once, who can revoke it.
link-unknown = This link leads nowhere
link-unknown-sentence = Perhaps the mail program cut it in two: copy the whole line from the letter. Or sign in; what is waiting for you is on your page.
link-expired = This link has expired
link-expired-sentence = Nothing is lost. Ask for a fresh one, and it is mailed to the same person.
link-done = This is done
link-done-sentence = The link led to something that has been finished since. Sign in to look at it.
link-renewed = A fresh link is on its way
link-renewed-sentence = It was mailed to the person whom the first letter was for.
link-renew = Mail a fresh link
passkey-say-preparing = One moment…
passkey-say-waiting = Confirm with your face, finger or PIN.
passkey-say-sending = One moment…
passkey-say-failed = The server could not be reached. Nothing was done.
passkey-say-known = This device already has a passkey of yours.
passkey-say-cancelled = No passkey was made. You can try again.
passkey-say-unable = This browser cannot make passkeys.
passkeys-title = Passkeys
passkeys-add = Add a passkey
passkeys-none = You have no passkey yet
passkeys-none-sentence = With one you sign in without mail, and statements with your face, finger or PIN. It stays on your device; we keep only the key to check with.
passkeys-link-is-not-enough = You have a passkey already. To add another, sign in first.
passkeys-over = That took more than five minutes, or was answered already. Please try again.
passkeys-not-genuine = What the device answered cannot be accepted: it was made for another site, altered on the way, or without recognising its owner.
passkeys-known = This passkey is enrolled already.
passkeys-no-script = Making a passkey needs JavaScript, which this browser does not run here. Signing in by mailed code works without.
passkeys-unnamed = Passkey of { $day }
passkeys-enrolled = The passkey is ready.
passkeys-everybody = Passkeys
passkeys-everybody-sentence = The log shows which key signed. Whose key it is, a second person confirms: top management or the security manager, never the administrator.
passkeys-nobody = Nobody has a passkey yet
passkeys-nobody-sentence = Until members of top management have one, their signatures are the server's word only. They make one when they first sign, or in their preferences.
passkeys-pages = Pages
passkeys-next = Next
passkeys-of = Passkey of { $name }.
passkeys-enrolled-at = Enrolled { $moment }
passkeys-state-revoked = Revoked
passkeys-state-confirmed = Confirmed
passkeys-state-self-asserted = Not confirmed yet
passkeys-fact-enrolled = Enrolled
passkeys-fact-copies = Copies
passkeys-fact-confirmed = Confirmed by
passkeys-fact-revoked = Revoked
passkeys-synced = May be copied to other devices of its owner
passkeys-device-bound = Stays on one device
passkeys-via-setup = when the organisation was set up
passkeys-via-invitation = by the link in a letter
passkeys-via-existing-passkey = in a session opened with an earlier passkey
passkeys-via-session = in a session opened without a passkey
passkeys-via-recovery = after a loss
passkeys-name = Name
passkeys-name-missing = Give the passkey a name.
passkeys-rename = Save the name
passkeys-renamed = Saved.
passkeys-confirm = Confirm the passkey
passkeys-confirm-title = Whose key is this?
passkeys-confirm-sentence = Confirm only what you have seen or heard yourself: that { $name } has this passkey in hand.
passkeys-confirm-how = How do you know?
passkeys-confirm-how-hint = For example: face to face, while the passkey was used.
passkeys-confirmed = Confirmed.
passkeys-confirm-own = Somebody else has to confirm your passkey.
passkeys-confirm-not-yours = Only top management or the security manager confirms a passkey.
passkeys-confirm-twice = You have confirmed this passkey already.
passkeys-confirm-how-missing = Say how you know that the passkey is in this person's hands.
passkeys-revoke = Revoke the passkey
passkeys-revoke-title = Lost or stolen?
passkeys-revoke-sentence = A revoked passkey opens nothing and signs nothing any more. Signatures from before the day of the loss stay good.
passkeys-revoke-reason = Why?
passkeys-revoke-since = Since when may others have had it?
passkeys-revoke-since-hint = Signatures from this day on are not believed.
passkeys-optional = (optional)
passkeys-revoked = Revoked.
passkeys-revoke-twice = This passkey was revoked already.
passkeys-revoke-reason-missing = Say why the passkey is revoked.
passkeys-revoke-future = A passkey cannot be compromised in the future.
passkeys-revoke-since-unreadable = Give the day as a date.
