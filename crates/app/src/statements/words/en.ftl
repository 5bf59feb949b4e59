statements-title = Statement of top management
statements-intro = What top management promises about information security, in its own words, signed and current.
statements-none = There is no statement yet
statements-none-why = Auditors begin here: “Show me top management’s own statement, signed and dated.” A text that nobody at the top signed is not one.
statements-none-example = “I hold myself and my fellow directors to the same rules, the same training and the same checks.”
statements-new = A new statement
statements-new-why = You start from a sample with blanks. It cannot be sent for signature before every blank is filled in.
statements-begin = Start writing
statement-field-title = Title
statement-field-language = Language of the text
statement-default-title = Security statement { $year }
statement-standing-draft = Being written
statement-standing-waiting = Waiting for a signature
statement-standing-declined = Declined
statement-standing-signed = Signed, not yet in force
statement-standing-unpublished = In force, not published
statement-standing-announced = Published, not yet in force
statement-standing-in-force = In force
statement-published-title = Published
statement-in-force-means = In force means: signed by top management, its day has come, and not withdrawn. Published means that everybody can read it.
statement-standing-ended = Withdrawn
statement-waits-for = { $name } is asked to sign by { $due }.
statement-late = { $name } was asked to sign by { $due }. Reminders go out on working days.
statement-begun = Begun on { $day }.
statement-signed-by = Signed by { $name } on { $day }.
statement-next-review = Next review { $day }.
statement-read-and-sign = Read and sign
statement-go-on-writing = Go on writing
statement-publish = Publish
statement-renew = Renew from this text
statement-waiting = Waiting for a signature
statement-in-force-since = Version { $version }, published on { $day }
statement-acknowledged = { $done } of { $owed } acknowledged
statement-signatory-gone = { $name }, who signed this statement, is no longer on the register of top management. A successor signs a new one.
statement-signatory-gone-open = { $name }, who is asked to sign, is no longer on the register of top management. Withdraw the request and ask a successor.
statement-review-near = The next review is due on { $day }. Renew the statement from its current text.
statement-consent = I have read “{ $title }”, version { $version }. I sign it as { $capacity } of { $organisation }, and it binds me as it binds everybody else.

statement-language-en = English
statement-language-de = Deutsch
statement-sha256 = sha256
statement-breadcrumb = Breadcrumb
statement-field-optional = (optional)
statement-reason = Reason
statement-copy = Copy
statement-copied = Copied
statement-version = Version
statement-version-n = Version { $n }
statement-versions-title = Versions
statement-versions-none = No version yet. Sending the draft for signature makes the first.
statement-versions-caption = Every version ever sent for signature, newest first.
statement-version-made = Made
statement-version-author = Written by
statement-version-change = Change
statement-version-outcome = What became of it
statement-version-signed = Signed { $moment }, { $level ->
    [L1] level 1
   *[other] level 2
}
statement-version-declined = Signature declined { $moment }
statement-version-declined-by = { $name } declined to sign on { $moment } and gave this reason:
statement-version-withdrawn = Request withdrawn { $moment }
statement-version-withdrawn-from = { $name } was asked to sign. The request was withdrawn on { $moment } with this reason:
statement-version-waiting = Waiting for a signature
statement-version-digest = Digest of the text (SHA-256)
statement-version-text = The exact text (Markdown)
statement-version-proof = Proof of its place in the log
statement-version-published = This version is published.
statement-version-record-request = Request in the log
statement-version-record-signature = Signature in the log
statement-change-first = First version
statement-change-material = In substance
statement-change-material-hint = It asks something new of people: everybody acknowledges it again.
statement-change-editorial = In wording only
statement-change-editorial-hint = Only the wording changed: whoever has acknowledged it is not asked again.
statement-document-minutes = { $minutes ->
    [one] About a minute to read
   *[other] About { $minutes } minutes to read
}

statement-draft-title = Draft
statement-draft-intro = Say it in your own words. What people sign is exactly this text.
statement-draft-text = Text
statement-draft-text-hint = Markdown: ## for a heading, - for a list. At most 256 KiB.
statement-draft-save = Save
statement-draft-then-contents = Save, then the twelve contents
statement-draft-then-request = Save and send for signature
statement-draft-saved = Saved.
statement-draft-preview = Preview
statement-draft-preview-title = As people will read it
statement-draft-left = Still to be filled in
statement-draft-left-none = Nothing left
statement-draft-left-why = The text cannot be sent for signature before these blanks are filled in:
statement-draft-headings = Headings
statement-draft-not-saved = Not saved
statement-draft-theirs = What is different from the saved text
statement-draft-theirs-why = Struck out: what somebody else saved. Marked: what you wrote. Saving now keeps yours.

statement-contents-title = Twelve contents
statement-contents-intro = Somebody who did not write the text says under which heading each content stands. Choose only what you really found.
statement-contents-who = Who may confirm?
statement-contents-who-why = Somebody who did not write the text: a member of top management (the signatory too), the security manager, an internal auditor or a consultant. Without that, nobody but the author says what the text holds: auditors call that unknown, and the first question stays open.
statement-contents-these = Here these are: { $names }.
statement-contents-nobody = Nobody else here holds one of these roles. If you work alone, ask somebody you trust, a colleague or an adviser, and have the administrator give them the role of internal auditor or consultant. Until then the contents stay unconfirmed, and readiness says so.
statement-contents-confirmed = { $confirmed } of 12 confirmed
statement-contents-author = You wrote this text. Ask somebody else to confirm what it contains.
statement-contents-not-found = Not found
statement-contents-found-by = { $name }: “{ $heading }”, { $moment }
statement-contents-confirm = Confirm what I found
statement-contents-kept = Kept with your name.
statement-contents-not-kept = Not kept
statement-content-speaker = Who speaks: name, office, legal entities
statement-content-own-reason = Why security matters to this business, with a fact of its own
statement-content-binds-everyone = It binds everybody, management included
statement-content-what-to-do = What each person must do
statement-content-own-commitment = Management’s own commitment: same training, same rules
statement-content-resources = Resources will be provided, and how to ask
statement-content-roles = Who is accountable, by name
statement-content-speak-up = The right to raise concerns, protection, channels
statement-content-consequences = Fair and graduated consequences
statement-content-improvement = Improvement and yearly review
statement-content-dates = From when it holds, and the next review
statement-content-personal-signature = Whose personal signature stands below

statement-compare-title = Compare
statement-compare-from = From
statement-compare-to = To
statement-compare-show = Compare
statement-compare-with-before = What changed since version { $version }
statement-compare-same = The two texts are the same.
statement-compare-changes = { $changes ->
    [one] One paragraph changed.
   *[other] { $changes } paragraphs changed.
}

statement-request-title = Send for signature
statement-request-intro = From now on this text is a version: exact bytes that nobody changes.
statement-request-who = Who signs?
statement-request-nobody = Nobody is on the register of top management today
statement-request-nobody-why = A statement is signed by somebody who serves on the register on that day, with the basis of the appointment.
statement-request-changes = What changed since the last signed version
statement-request-change = What kind of change is it?
statement-request-effective = In force from
statement-request-review = Next review
statement-request-due = Signature needed by
statement-request-send = Send for signature
statement-request-sent-own = It is a version now. Read it once more and sign it; you also get the link by mail, to sign on your phone.
statement-request-sent = Sent. The signatory gets a letter with a link.
statement-request-not-sent = Not sent
statement-request-withdraw = Withdraw the request

statement-publication-title = Publish to everybody
statement-publication-why = { $people ->
    [one] One person works here and is asked to acknowledge it, and so is everybody who joins later.
   *[other] All { $people } people here get a letter and are asked to acknowledge it, and so is everybody who joins later.
}
statement-publication-why-editorial = Only the wording changed: of the { $people } people here, those who have not acknowledged the text before get a letter, and so does everybody who joins later.
statement-publication-unconfirmed = { $confirmed } of the twelve contents are confirmed by somebody who did not write the text. You can publish it all the same; readiness says that the contents are unconfirmed until somebody has confirmed them.
statement-publication-due-days = Days to acknowledge
statement-publication-publish = Publish to everybody
statement-publication-done = { $people ->
    [0] Published. Nobody has to acknowledge it again, and no letters go out.
    [one] Published. One person gets a letter and is asked to acknowledge it by { $day }.
   *[other] Published. { $people } people get a letter and are asked to acknowledge it by { $day }.
}
statement-publication-not-done = Not published
statement-publication-since = Published
statement-publication-acknowledged = Acknowledged
statement-publication-to-version = Version, evidence and questions
statement-publication-withdraw = Withdraw this statement
statement-publication-withdrawn = Withdrawn on { $moment }: { $reason }
statement-publication-withdrawn-done = Withdrawn.
statement-publication-superseded = A later version took its place on { $moment }.
statement-evidence-title = Evidence
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

letter-review-due-subject = Review due: “{ $title }”
letter-review-due-text = { $name }, “{ $title }” of { $organisation } is to be reviewed by { $review } ({ $days ->
    [0] now
    [one] one day left
   *[other] { $days } days left
}).

    Renew it from its current text, show what changed, and have it signed again. A statement that is older than its review is one of the first things an auditor notices.
