diff-changed = Changed
diff-changed-under = Changed: { $heading }
diff-removed = removed:
diff-added = added:

document-refused-title = A document needs a title of at most 200 characters.
document-refused-language = A text is written in English or in German.
document-refused-too-long = A text has at most 256 KiB.
document-refused-empty = A text cannot be empty.
document-refused-changed-meanwhile = Somebody else saved this text while you were writing. Your text is still below: compare, then save again.
document-refused-draft-exists = There is a draft already. Go on with that one.
document-refused-nothing-written = Nothing has been written yet that a new draft could start from.
document-refused-nothing-to-send = There is no draft to send.
document-refused-text-changed = The text changed since it was on your screen. Read it again, then send it.
document-refused-placeholders = Something is still to be filled in: { $detail }
document-refused-nothing-changed = The text is the same as in the last signed version. Change it, or leave that version in force.
document-refused-not-serving = This person is not on the register of top management today.
document-refused-still-open = An earlier version still waits for its signature. Withdraw that request first.
document-refused-review = The next review lies after the day the text takes effect, and not more than ten years later.
document-refused-due = The day by which you need the signature has passed.
document-refused-ended = This request has ended. Nothing was signed.
document-refused-ended-already = This request has ended already.
document-refused-text-changed-sign = The text changed since it was on your screen. Nothing was signed.
document-refused-text-changed-look = The text changed since it was on your screen. Read it again.
document-refused-text-changed-publish = The text changed since it was on your screen. Nothing was published.
document-refused-not-serving-you = You are not on the register of top management today. Nothing was signed.
document-refused-no-passkey = You have no passkey yet.
document-refused-answer-too-long = This is longer than 4,000 characters. Nothing was signed.
document-refused-unreadable = The answer of the passkey cannot be read. Nothing was signed.
document-refused-foreign = This answer belongs to another question. Nothing was signed.
document-refused-replayed = This answer was used already. Nothing was signed a second time.
document-refused-expired = Five minutes have passed since you were asked. Nothing was signed; please press again.
document-refused-foreign-passkey = This passkey is not one of yours. Nothing was signed.
document-refused-forged = The passkey’s signature does not hold ({ $detail }). Nothing was signed.
document-refused-decline-reason = Say in a sentence why you decline.
document-refused-question-words = Write at least a sentence, and at most 4,000 characters.
document-refused-answered = This question is answered already.
document-refused-author = You wrote this text. Somebody else has to confirm what it contains.
document-refused-nothing-found = Choose for at least one content the heading under which you found it.
document-refused-no-such-heading = The text has no such heading: { $detail }
document-refused-unsigned = This version is not signed. Only what is signed is published.
document-refused-superseded = A later version is published already.
document-refused-withdrawn = This publication was withdrawn. Make a new version.
document-refused-due-days = Give people between 1 and 365 days.
document-refused-withdraw-reason = Say in a sentence why; it is kept with the record.
document-refused-request-answered = This request is signed or declined already.

letter-sign-request-subject = “{ $title }” needs your signature ({ $minutes ->
    [one] about a minute to read
   *[other] about { $minutes } minutes to read
})
letter-sign-request-text = { $name }, { $by } asks you to sign “{ $title }” by { $due }.

    Read it, with what changed since the last one on top, and sign with your face, finger or PIN:
    { $link }
    (opens the text; nothing is recorded until you press the button)

    You can just as well decline with a reason, or ask first. Replies to this mail go to { $by }.

    Why you: you are on the register of top management of { $organisation }.
letter-sign-request-own-subject = “{ $title }” is ready for your signature ({ $minutes ->
    [one] about a minute to read
   *[other] about { $minutes } minutes to read
})
letter-sign-request-own-text = { $name }, you prepared “{ $title }” for your own signature, by { $due }.

    Read it once more, with what changed since the last one on top, and sign with your face, finger or PIN:
    { $link }
    (opens the text; nothing is recorded until you press the button)
letter-sign-remind-subject = “{ $title }” still needs your signature
letter-sign-remind-text = { $name }, the signature under “{ $title }” was due on { $due }.

    Read and sign, decline, or ask:
    { $link }
    (opens the text; nothing is recorded until you press the button)

    Replies to this mail go to { $by }. Reminders come on working days only, and stop when you have answered either way.
letter-sign-receipt-subject = You signed “{ $title }”
letter-sign-receipt-text = { $name }, this is your receipt. You signed “{ $title }” for { $organisation } at level { $level ->
        [L1] 1
       *[other] 2
    }.

    The text has the SHA-256 digest
    { $digest }
    It is attached, byte for byte as you signed it. Keep this mail: it would contradict anybody who changed the text later.

    Receipt with the place in the log:
    { $link }

    If this was not you, or not the text you saw, reply to this mail today.
letter-signed-subject = { $signatory } signed “{ $title }”
letter-signed-text = { $name }, { $signatory } signed “{ $title }” at level { $level ->
        [L1] 1
       *[other] 2
    }. Nobody else reads it before you publish it:
    { $page }
    (asks you to sign in)

    Digest of the text: { $digest }
letter-declined-subject = { $signatory } declined to sign “{ $title }”
letter-declined-text = { $name }, { $signatory } declined to sign “{ $title }” and gave this reason:

    { $reason }

    Declining is recorded like a signature. Change the text and ask again, or reply to this mail; it goes to { $signatory }.
letter-request-withdrawn-subject = No signature needed: “{ $title }”
letter-request-withdrawn-text = { $name }, you need not sign “{ $title }” any more. The request was withdrawn with this reason:

    { $reason }
letter-question-subject = { $asker } asks about “{ $title }”
letter-question-text = { $name }, { $asker } asks about “{ $title }”:

    { $question }

    Answer on the page of the text, so that question and answer are kept with it:
    { $page }
    (asks you to sign in)
letter-answer-subject = Answer to your question about “{ $title }”
letter-answer-text = { $name }, you asked about “{ $title }”:

    { $question }

    { $answerer } answers:

    { $answer }

    Back to the text:
    { $link }

document-refused-takes-a-round = A document of this kind is approved by several. Send it for approval.
document-refused-change-unsaid = Say whether the change is one of substance or of wording only. Nothing was approved.
document-refused-text = The text cannot be sent yet.
document-refused-round-nobody = Choose who approves: at least one person at every stage.
document-refused-round-quorum = A stage needs at least one of its approvers, and at most all of them.
document-refused-round-twice = Somebody is named twice. Each person approves once.
document-refused-round-requester = You send this text, so somebody else approves it.
document-refused-round-only-authors = Only authors would have to approve. Name somebody who did not write the text, so that one of them is always needed.
document-refused-round-not-entitled = Somebody you chose holds no office that lets them approve this today.
document-refused-round-matrix = The approval matrix asks for more: { $detail }
document-refused-round-duties = Say for every duty what it takes, and why. A risk is borne until a day within twelve months; the other answers have no day.
document-refused-delegate-not-yours = You delegate only what your own office lets you do today.
document-refused-delegate-nobody = Nobody who works here has this address.
document-refused-delegate-yourself = Choose somebody else.
document-refused-delegate-scope = Choose at least one kind of document.
document-refused-delegate-days = A delegation begins today or later and ends within twelve months.
document-refused-delegate-reason = Say in a sentence why.
document-refused-review-nothing = Nothing of this document is approved yet that could be reviewed.
document-refused-review-reason = Choose what came of it, and say why in a sentence; “reviewed” alone says nothing.
document-refused-review-next = The next review comes after today and within twelve months.

matrix-sample-title = Who approves what
matrix-sample-text = A policy holds once the people named here have approved it. Each line names a kind of document, the body whose members approve it, as the register of top management calls it, and how many of them it takes. Several lines for one kind are stages, one after the other. Nobody approves what they sent, and authors alone approve nothing.
matrix-sample-kind = Kind
matrix-sample-who = Body
matrix-sample-quorum = How many
matrix-sample-body = [body, as in the register]

letter-approval-request-subject = “{ $title }” needs your approval ({ $minutes ->
    [one] about a minute to read
   *[other] about { $minutes } minutes to read
})
letter-approval-request-text = { $name }, { $by } asks you to approve “{ $title }” by { $due }.

    Read it, with what changed since the last version and what its duties take, and approve with your face, finger or PIN:
    { $link }
    (opens the text; nothing is recorded until you press the button)

    By approving you also decide what the duties in it take. You can just as well refuse with a reason, or ask first. Replies to this mail go to { $by }.
letter-approval-receipt-subject = You approved “{ $title }”
letter-approval-receipt-text = { $name }, this is your receipt. You approved “{ $title }” for { $organisation } at level { $level }.

    The text has the SHA-256 digest
    { $digest }
    It is attached, byte for byte as you approved it. Keep this mail: it would contradict anybody who changed the text later.

    Receipt with the place in the log:
    { $link }

    If this was not you, or not the text you saw, reply to this mail today.
letter-approved-subject = { $signatory } approved “{ $title }”
letter-approved-text = { $name }, { $signatory } approved “{ $title }” at level { $level }.

    Digest of the text: { $digest }
    Who is asked next, and whether it can be published:
    { $page }
    (asks you to sign in)
letter-delegated-subject = You may approve in the place of { $delegator }
letter-delegated-text = { $name }, { $delegator } lets you approve policies in their place from { $first } to { $last }.

    You are asked like every approver when somebody sends a text. Your approval names the delegation, and everybody can see it.
