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
statement-renew = Renew from this text
statement-waiting = Waiting for a signature
statement-in-force-since = Version { $version }, published on { $day }
statement-acknowledged = { $done } of { $owed } acknowledged
statement-signatory-gone = { $name }, who signed this statement, is no longer on the register of top management. A successor signs a new one.
statement-signatory-gone-open = { $name }, who is asked to sign, is no longer on the register of top management. Withdraw the request and ask a successor.
statement-review-near = The next review is due on { $day }. Renew the statement from its current text.

statement-language-en = English
statement-language-de = Deutsch
statement-breadcrumb = Breadcrumb
statement-reason = Reason
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
statement-version-withdrawn = Request withdrawn { $moment }
statement-version-waiting = Waiting for a signature
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

letter-review-due-subject = Review due: “{ $title }”
letter-review-due-text = { $name }, “{ $title }” of { $organisation } is to be reviewed by { $review } ({ $days ->
    [0] now
    [one] one day left
   *[other] { $days } days left
}).

    Renew it from its current text, show what changed, and have it signed again. A statement that is older than its review is one of the first things an auditor notices.
statement-version-declined-by = { $name } declined to sign on { $moment } and gave this reason:
statement-version-withdrawn-from = { $name } was asked to sign. The request was withdrawn on { $moment } with this reason:
