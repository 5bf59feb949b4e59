policies-title = Policies
policies-intro = What the firm asks of everybody, approved by named people together with what it takes.
policies-new = New policy
policies-none = There is no policy yet
policies-none-why = Auditors ask who approved each policy, which version, and when. Bring the ones you have, or start from a text of ours.
policies-no-matrix = Nothing says yet who has to approve which policy. Until there is an approval matrix, whoever sends a text chooses.
policies-begin-matrix = Write the approval matrix
policy-kind-information-security-policy = Information security policy
policy-kind-topic-policy = Topic policy
policy-kind-guideline = Guideline
policy-kind-approval-matrix = Approval matrix
policy-kinds-information-security-policy = At the top
policy-kinds-topic-policy = Topic policies
policy-kinds-guideline = Guidelines
policy-kinds-approval-matrix = Who approves what
policy-standing-draft = Being written
policy-standing-waiting = Waiting for approval
policy-standing-refused = Refused
policy-standing-approved = Approved, not published
policy-standing-in-force = In force
policy-standing-review-overdue = Review overdue
policy-standing-retired = Retired
policy-list-published = Version { $version }, published on { $day }. Next review { $review }.
policy-list-en = In English
policy-list-de = In German

policy-begin-intro = Bring a text that you have, start from one of ours, or from an empty page. It becomes a draft; nobody else sees it before you send it.
policy-begin-not = Nothing was begun
policy-field-kind = What it is
policy-import-title = A file that you have
policy-import-why = Markdown or Word (DOCX). Tracked changes are accepted; pictures, comments and macros are left out, and you are told.
policy-import-file = File
policy-import-hint = Up to 10 MB
policy-import-no-file = Choose a file.
policy-import-do = Bring it in
policy-starter-title = A starter text of ours
policy-starter-why = Short and plain, with blanks to fill in and the duties it creates. It cannot be sent before every blank is filled in.
policy-starter-which = Which one
policy-starter-do = Start from this text
policy-blank-title = An empty page
policy-blank-do = Start writing
policy-blank = # { $title }

    ## Duties

    - [who does what, and how often]
policy-imported = Brought in as a draft
policy-imported-how-much = { $minutes ->
    [one] About a minute to read
   *[other] About { $minutes } minutes to read
}, { $duties ->
    [0] no duties listed
    [one] one duty listed
   *[other] { $duties } duties listed
}.
policy-imported-whole = Everything came along
policy-imported-left-out = What was left out or changed
policy-imported-no-duties = The text has no list below a heading “Duties”. Whoever approves it decides what each duty takes, so name them: who does what, and how often.
policy-imported-go-on = Read the draft

policy-read-and-approve = Read and approve
policy-change = Change this text
policy-round-title = Approval of version { $version }
policy-round-open = It waits for the approvals below, asked for by { $due }.
policy-round-approved = Everybody it needs has approved it.
policy-round-refused = Too few are left who could approve it. Withdraw it with a reason, change the text, and send it again.
policy-round-withdrawn = It was withdrawn; nobody approves it any more.
policy-round-stage = Stage { $n }: { $quorum } of { $of }
policy-round-withdraw = Withdraw it, to change the text
policy-round-withdraw-why = Everybody who was asked is told. What was approved so far counts for nothing; it stays on record.
policy-step-later = Asked later
policy-step-open = Asked
policy-step-approved = Approved
policy-step-refused = Refused
policy-step-withdrawn = Withdrawn
policy-step-not-needed = No longer needed
policy-step-acts-for = acts for another
policy-duties-title = Duties, and what they take
policy-duties-why = Approving a policy decides what it takes. Propose it for each duty; the approvers confirm the count, or refuse.
policy-duties-none = The text lists no duties below a heading “Duties”.
policy-duties-tally = { $duties ->
    [0] No duties.
    [one] One duty: { $resourced } resourced, { $none } without need, { $risks } accepted as a risk.
   *[other] { $duties } duties: { $resourced } resourced, { $none } without need, { $risks } accepted as a risk.
}
policy-resourcing-resourced = Resourced
policy-resourcing-needs-none = Needs nothing
policy-resourcing-risk-accepted = Accepted as a risk
policy-duty-because = By what, or why
policy-duty-until = Until (for a risk only)
policy-versions-none = No version yet. Sending the draft for approval makes the first.
policy-versions-caption = Every version ever sent for approval, newest first.
policy-version-approved = Approved
policy-version-waiting = Waiting for approval
policy-version-refused = Refused
policy-version-withdrawn = Withdrawn

policy-approval-title = Send for approval
policy-approval-intro = The draft becomes a version that nobody can change any more. Everybody you name reads exactly this text.
policy-approval-not-sent = It was not sent
policy-approval-sent = Sent for approval.
policy-approval-who = Who approves
policy-approval-no-matrix = No approval matrix is in force, so you choose. An auditor will ask who decided that.
policy-approval-matrix-asks = The approval matrix asks for:
policy-approval-matrix-line = { $quorum } of { $body }
policy-approval-for = For { $name }, { $capacity }
policy-approval-not-asked = Not asked
policy-approval-stage = Stage { $n }
policy-approval-quorum = How many of each stage
policy-approval-quorum-hint = The next stage is asked when this many have approved.
policy-approval-change = What changes, as you see it
policy-approval-due = Needed by
policy-approval-send = Send for approval

policy-review-title = Review
policy-review-do = Review it
policy-review-intro = Look at the text again and say whether it still holds, and why.
policy-review-not = The review was not kept
policy-review-text = The text in force
policy-review-what = What came of it
policy-review-no-change = No change needed
policy-review-to-be-changed = To be changed
policy-review-to-be-retired = To be retired
policy-review-reason = Why
policy-review-reason-hint = What you looked at, and what it means for this text.
policy-review-trigger = What made it due
policy-review-trigger-hint = An incident, a finding or a law, if it was not the calendar.
policy-review-keep = Keep the review
policy-review-kept = The review is on record.
policy-reviews-title = Reviews
policy-review-line = { $name } on { $day }, version { $version }

delegations-title = Who approves in whose place
delegations-intro = For a holiday or an illness: certain kinds of documents, for a time. Every approval given so says it.
delegations-none = Nobody approves in another’s place
delegations-none-why = Whoever holds an office can let somebody else approve for it. Nobody can do it for them.
delegation-line = { $delegate } for { $delegator }, { $first } to { $last }
delegation-holds = Holds
delegation-later = Later
delegation-over = Over
delegation-ended = Ended
delegation-end = End it now
delegation-give-title = Let somebody approve in your place
delegation-office = Your office
delegation-to = Their e-mail address
delegation-scope = For
delegation-first-day = From
delegation-last-day = Until
delegation-give = Let them approve
delegation-given = They may approve in your place.
delegation-not-given = Nothing was delegated
policy-starter-duties = Duties
policy-starter-always = always
policy-starter-months = { $months ->
    [1] every month
    [3] every quarter
    [12] every year
   *[other] every { $months } months
}
policy-draft-then-approval = Save and send for approval
