statement-publish = Publish
statement-consent = I have read “{ $title }”, version { $version }. I sign it as { $capacity } of { $organisation }, and it binds me as it binds everybody else.

statement-sha256 = sha256
statement-field-optional = (optional)
statement-copy = Copy
statement-copied = Copied
statement-version = Version
statement-version-digest = Digest of the text (SHA-256)

statement-compare-same = The two texts are the same.

statement-place-at = No. { $index }
statement-place-waiting = Being sealed in the log, a few seconds
statement-look-again = Look again
statement-proof-waiting = The record gets its place in the log within a second or so. Please try again.

statement-signature-sentence = { $capacity }. Signed { $moment }. { $how }
statement-signature-waiting = { $name } has not signed yet.
statement-signature-declined = { $name } declined to sign.
statement-signature-withdrawn = { $name } was asked to sign; the request was withdrawn.
statement-level-l1 = Level 1: a click in a signed-in session.
statement-level-l2 = Level 2: a passkey that recognised its user.
statement-sign-asked-own = Version { $version }. You prepared it yourself. { $minutes ->
    [one] About a minute to read.
   *[other] About { $minutes } minutes to read.
}
statement-sign-asked = Version { $version }. Asked by { $by }. { $minutes ->
    [one] About a minute to read.
   *[other] About { $minutes } minutes to read.
}
statement-sign-due = Needed by
statement-sign-changes = What changed since version { $version }, the last one signed
statement-sign-words = You sign with these words:
statement-sign-as = Sign as { $name }, { $capacity }
statement-sign-without = Sign without a passkey (level 1)
statement-sign-decline = Decline
statement-sign-ask = Ask a question
statement-sign-back = Back to the text
statement-sign-not-signed = Nothing was signed
statement-sign-no-passkey-came = Your browser sent no passkey. Nothing was signed. You can sign without one with the second button; the receipt then says level 1.
statement-sign-first-use = You have no passkey here yet. The button first makes one on this device, with your face, finger or PIN, and then signs with it; nothing is installed, and the key never leaves your device or your own key store.
statement-sign-declined = You declined to sign on { $moment }
statement-sign-declined-next = Your reason went to { $by } and is recorded. Nothing is needed from you now; if the text changes, you are asked again.
statement-sign-withdrawn = Your signature is no longer needed
statement-sign-withdrawn-next = The request was withdrawn on { $moment }, with the reason above. Nothing is needed from you now.
statement-passkey-say-preparing = One moment…
statement-passkey-say-enrolling = First, make a passkey on this device.
statement-passkey-say-waiting = Confirm with your face, finger or PIN.
statement-passkey-say-sending = Signing…
statement-passkey-say-again = Your passkey is ready. Press once more to sign.
statement-passkey-say-cancelled = Nothing was signed. Try again, or sign without a passkey.
statement-passkey-say-known = This device already has a passkey of yours. Press once more to sign.
statement-passkey-say-unable = This browser cannot use passkeys. You can sign without one.
statement-passkey-say-failed = The server could not be reached. Nothing was signed.
statement-changed-this-year = What changed this year?
statement-changed-this-year-hint = A sentence in your own words. An auditor takes it as a sign that you looked.
statement-decline-title = Decline to sign “{ $title }”
statement-decline-intro = A signature means something only because you can decline. Your reason goes to { $by } and is kept in the log.
statement-decline-intro-own = A signature means something only because you can decline. Your reason is kept in the log.
statement-decline-label = Why do you decline?
statement-decline-button = Decline to sign
statement-decline-done = Declined. Your reason is recorded.
statement-ask-title = Ask about “{ $title }”
statement-ask-intro = Your question goes to { $by }. Question and answer are kept with the text.
statement-ask-intro-own = You prepared this text yourself: your question stands beside it until you answer it.
statement-ask-label = Your question
statement-ask-button = Send the question
statement-ask-done = Sent. You get a letter with the answer.
statement-answer-done = Answered. The answer is on its way.
statement-words-not-sent = Not sent
statement-questions-title = Questions
statement-question-answer = Your answer
statement-question-send-answer = Send the answer
statement-question-waiting = Not answered yet.

statement-receipt-title = Signed
statement-receipt-lead = { $name } signed “{ $title }”.
statement-receipt-signed = Signed { $moment }
statement-receipt-what = Document
statement-receipt-document = { $title }, version { $n }
statement-receipt-who = Signed by
statement-receipt-when = Recorded
statement-receipt-how = Level
statement-receipt-came-in = Signed in
statement-receipt-place = Place in the log
statement-receipt-words = Words of consent
statement-receipt-proves-title = What this proves, and what it does not
statement-receipt-proves-l1 = That somebody in this person’s signed-in session pressed the button for exactly this text, and that the record cannot be changed unseen once its place in the log is known outside.
statement-receipt-proves-l2 = That the holder of this passkey confirmed exactly this text, for exactly this request, after the state of the log that it names. An administrator cannot make such a signature.
statement-receipt-not-display = Not what the screen showed: no browser can prove that. Compare the text you keep with the one you remember.
statement-receipt-not-before = Not the clock: until a time stamp authority is configured, the log gives the order and our clock gives the time.
statement-receipt-not-name = Not the name behind the passkey, until somebody else has confirmed whose passkey it is.
statement-receipt-not-person = Not the person: a server administrator could have done this. A passkey would rule that out.
statement-receipt-dissent = Was this not you, or not the text you saw? Say so within a day: your word is recorded as visibly as this signature.
statement-receipt-proof = Download the proof
statement-receipt-check = Check a pack
statement-receipt-by-link = It is recorded, and there is nothing more to do here: you can close this window. Your receipt comes by mail as well, with the exact text. Keep the proof if you want to show later that your signature is in the log; whole packs are checked on the page “Verify”, without signing in.
statement-receipt-text = The text, byte for byte
statement-came-in-passkey = With a passkey
statement-came-in-code = With a mailed code
statement-came-in-link = By the link in a letter
statement-came-in-setup = When the product was set up
statement-came-in-demo = In the demonstration
statement-came-in-token = With a token
approval-consent = I have read “{ $title }”, version { $version }. I approve it as { $capacity } of { $organisation }. { $duties ->
    [0] It creates no duties
    [one] Of its one duty
   *[other] Of its { $duties } duties
}{ $duties ->
    [0] .
   *[other] , { $resourced } have what they take, { $none } need nothing, and for { $risks } the firm bears the risk until the day named.
}
approval-approve-as = Approve as { $name }, { $capacity }
approval-asked = { $by } asks you to approve version { $version }. About { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
} to read.
approval-no-longer-needed = Enough others have approved.
approval-not-needed = Your approval is no longer needed: since { $moment } enough others have approved.
approval-not-needed-next = You need not do anything. What you asked or wrote is kept.
approval-duties-title = What you decide with it
approval-tally = { $duties ->
    [0] The text creates no duties.
    [one] The text creates one duty: { $resourced } resourced, { $none } without need, { $risks } accepted as a risk.
   *[other] The text creates { $duties } duties: { $resourced } resourced, { $none } without need, { $risks } accepted as a risk.
}
approval-change = How much does it change?
approval-change-proposed = { $change ->
    [editorial] Whoever sent it calls it a change of wording.
   *[other] Whoever sent it calls it a change of substance.
}
