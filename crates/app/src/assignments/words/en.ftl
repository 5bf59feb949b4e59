assignments-breadcrumb = Breadcrumb

acknowledgement-head = Version { $version }. Published by { $name }. { $minutes ->
    [one] About a minute to read.
   *[other] About { $minutes } minutes to read.
}
acknowledgement-digest = SHA-256 { $digest }
acknowledgement-due = Due { $day }.
acknowledgement-changed = What changed since version { $version }
acknowledgement-diff = What changed
acknowledgement-consent = I have read this and will follow it
acknowledgement-ask = Ask a question
acknowledgement-decline = Decline
acknowledgement-back = Back to the text
acknowledgement-done = You acknowledged this on { $moment }.
acknowledgement-to-receipt = Receipt
acknowledgement-not-in-force = A later version took the place of this text, or it was withdrawn. There is nothing to do.
acknowledgement-text-changed = The text on your screen is not the text that was published. Nothing was recorded; here is the published text, please read it again.
acknowledgement-question-title = Ask a question
acknowledgement-question-lead = Your question and the answer are kept with the text.
acknowledgement-question-label = Your question
acknowledgement-question-button = Ask
acknowledgement-question-missing = Write at least a sentence.
acknowledgement-question-sent = Your question was sent. The answer comes by mail.
acknowledgement-decline-title = Decline to acknowledge
acknowledgement-decline-lead = An acknowledgement means something only if you may refuse it. Your refusal and its reason are recorded and go to the security manager and to your line manager. Somebody other than you decides what follows: a talk, asking you again, or letting it stand as a gap that management answers for.
acknowledgement-decline-label = Your reason
acknowledgement-decline-button = Decline
acknowledgement-decline-missing = Say in a sentence why you decline.
acknowledgement-decline-sent = Declined. Your reason is recorded.
acknowledgement-decline-acknowledged = You have acknowledged this already. What was said stays on record; ask a question instead.
acknowledgement-declined = You declined this on { $moment }
acknowledgement-declined-next = Your refusal is recorded and was sent to the security manager and to your line manager. Somebody other than you decides what follows; you get no reminders meanwhile.
acknowledgement-declined-over = A later version took the place of this text, or it was withdrawn. Your refusal stays on record; what the later version asks of you stands on your page.
acknowledgement-declined-still = You can change your mind as long as no later version takes the place of this text. Your refusal stays on record beside it.
acknowledgement-declined-place = In the log as no. { $place }.

receipt-title = Receipt
receipt-heading = Acknowledged
receipt-lead = { $name } has read “{ $title }” and will follow it.
receipt-document = Document
receipt-version = { $title }, version { $version }
receipt-words = Words
receipt-recorded = Recorded
receipt-how = How
receipt-level = level { $level ->
    [L2] 2
   *[other] 1
}
receipt-method-passkey = Signed in with a passkey
receipt-method-code = Signed in with a mailed code
receipt-method-link = By the link in a letter
receipt-method-setup = During set-up
receipt-method-demo = In a demonstration
receipt-method-token = By a program, with a token
receipt-record = Record
receipt-place = No. { $place }
receipt-waiting = Being sealed in the log, a few seconds.
receipt-look-again = Look again
receipt-by-link = It is recorded, and there is nothing more to do here: you can close this window. Your receipt comes by mail as well, with a file that proves your acknowledgement to anybody; whoever wants to check a whole pack does so on the page “Verify”, without signing in.
receipt-check = Check a pack
receipt-text = Digest of the text (SHA-256)
receipt-copy = Copy
receipt-copied = Copied
receipt-proves = This proves that an acknowledgement of exactly this text was recorded and has stayed in the log. How certain it is who pressed the button depends on how they came in; that stands above.
receipt-download = Download the proof
receipt-next = Next: { $title }

owed-title = Who has read “{ $title }”
owed-intro = Version { $version }, published { $moment }.
owed-download = Download as CSV
owed-done = Acknowledged
owed-of = { $done } of { $asked }
owed-declined = { $declined } declined
owed-late = { $late } late
owed-parity = Management and staff
owed-group = Group
owed-share = Share
owed-management = Management
owed-staff = Staff
owed-crumb = Who has read it
owed-standing = State
owed-standing-done = Acknowledged
owed-standing-declined = Declined
owed-standing-open = Open
owed-standing-late = Late
owed-late-since = late with an earlier version since { $day }
owed-standing-left = Left the organisation
owed-staff-is-counted = You see the members of top management by name, and staff as numbers.
owed-any = Any
owed-unit = Unit
owed-show = Show
owed-nobody = Nobody fits
owed-nobody-why = Choose another state or unit. Everybody engaged when the text was published is on the list, and whoever joined since.
owed-caption = { $asked ->
    [one] One person was asked. Whoever left stays on the list and is not counted.
   *[other] { $asked } people were asked. Whoever left stays on the list and is not counted.
}
owed-name = Name
owed-asked = Asked
owed-because = Because
owed-because-published = Was there when it was published
owed-because-joined = Joined later
owed-by = Due
owed-acknowledged = When
owed-how = How
owed-pages = Pages
owed-next = Next

history-title = What { $name } was asked to acknowledge
history-crumb = Acknowledgements
history-intro = Every version of every text, the newest first. A later version takes the place of an earlier one; what was left undone stays visible.
history-none = Nothing yet
history-none-why = When a text is published that concerns this person, it appears here.
history-text = { $title }, version { $version }
history-due = Asked { $asked }, due { $due }.
history-late-since = Late with an earlier version since { $day }.
history-done = Acknowledged { $day }.
history-withdrawn = Withdrawn { $day }.
history-superseded = Replaced by a later version { $day }.
history-never = Never acknowledged
history-reminders = { $count ->
    [one] One reminder.
   *[other] { $count } reminders.
}

declinings-title = Who declined “{ $title }”
declinings-crumb = Declined
declinings-intro = A refusal is never an acknowledgement. Somebody other than the person who declined decides what follows, and says why; each decision is recorded.
declinings-none = Nobody declined
declinings-over = A later version took the place of this text, or it was withdrawn. What was refused stays on record; nothing is decided on it any more. A later version asks everybody again who had not acknowledged.
declinings-before = Who declined version { $version }
declinings-none-why = When somebody refuses to acknowledge this text, the refusal appears here with its reason, top management first.
declinings-leads = Top management
declinings-ended = Declined before
declinings-decision = What follows?
declinings-spoken-with = I spoke with them
declinings-spoken-with-hint = The refusal stands. Write what was spoken about.
declinings-asked-again = Ask again
declinings-asked-again-hint = They get a letter with your words and owe the acknowledgement as before, by the same day.
declinings-accepted-as-gap = Let it stand as a gap
declinings-accepted-as-gap-hint = They are not asked again, and it stays open in readiness: management answers for it. For a member of top management only another member can say so.
declinings-words = Your words
declinings-decide = Record the decision
declinings-decided = Recorded.
declinings-not-decided = Nothing was decided
declinings-own = You declined this yourself. Somebody else decides what follows; while nobody does, it stays open in readiness.
declinings-said-spoken-with = { $name } spoke with the person:
declinings-said-asked-again = { $name } asks again:
declinings-said-accepted-as-gap = { $name } lets it stand as a gap:
declinings-refused-own = You declined this yourself. Somebody else decides what follows.
declinings-refused-not-yours = That is for whoever directs information security, or for top management, to decide.
declinings-refused-not-their-peer = Only another member of top management answers for the refusal of one of its members.
declinings-refused-settled = This is settled already: the text was acknowledged, asked again, replaced or withdrawn.
declinings-refused-words = Choose what follows, and say in a sentence what was spoken about or why you decide so.

reminders-title = Reminders
reminders-schedule = A week before the due day, on the day, three and seven days after it, then every two weeks. Never at weekends, one letter for everything that is open, and from the third letter after the due day the line manager is told too.
reminders-none = No reminder yet
reminders-none-why = Reminders appear here when they go out.
reminders-round = { $count ->
    [one] Reminder { $step } for what was due { $due } went to one person.
   *[other] Reminder { $step } for what was due { $due } went to { $count } people.
}
reminders-stopped-by = { $name } stopped the reminders on { $moment }: { $reason }
reminders-begun-by = { $name } let the reminders go on from { $moment }: { $reason }
reminders-reason = Why?
reminders-reason-missing = Say in a sentence why.
reminders-stop = Stop the reminders
reminders-begin = Let the reminders go on
reminders-stopped = The reminders are stopped.
reminders-begun = The reminders go on.

team-title = My team
team-intro = Who owes what, of the texts that are published now.
team-caption = Everybody who reports to you.
team-nothing = Nobody reports to you
team-nothing-why = When somebody does, you see here what they were asked to read and whether they have.
team-due = due { $day }
team-not-asked = Not asked
team-nudge = Remind
team-select = Remind { $name }
team-nudged-today = Reminded today
team-nudge-selected = Remind the selected people
team-nobody-selected = Nobody was reminded: select at least one person first.
team-nobody-nudged = Nobody was reminded: nobody selected owes anything that they were not reminded of today.
team-nudged = { $count ->
    [one] One person gets a reminder.
   *[other] { $count } people get a reminder.
}

letter-acknowledge-subject = Please read: { $title } ({ $minutes ->
    [one] about a minute
   *[other] about { $minutes } minutes
})
letter-acknowledge-text =
    { $name },

    “{ $title }” now applies to everybody at { $organisation }. Please read it by { $due } and say that you have:
    { $link }
    (opens the text; nothing is recorded until you press the button)

    You can also ask, or decline with a reason. Replies to this mail reach whoever published it.

letter-acknowledge-again-subject = A new version to read: { $title } ({ $minutes ->
    [one] about a minute
   *[other] about { $minutes } minutes
})
letter-acknowledge-again-text =
    { $name },

    there is a new version of “{ $title }”. What changed stands on top of the text. Please read it by { $due } and say that you have:
    { $link }
    (opens the text; nothing is recorded until you press the button)

    What you acknowledged before stays on record. You can also ask, or decline with a reason. Replies to this mail reach whoever published it.

letter-acknowledged-subject = Receipt: you have read { $title }
letter-acknowledged-text =
    { $name },

    on { $day } you said that you have read “{ $title }”, version { $version }, and will follow it.

    Your receipt: { $link }
    The text begins with the digest { $digest }. The attached file proves to anybody that your acknowledgement is in the log of { $organisation }; keep it.

letter-acknowledgement-declined-subject = { $person } declined to acknowledge “{ $title }”
letter-acknowledgement-declined-text =
    { $name },

    { $person } declined to acknowledge “{ $title }”, version { $version }, with this reason:

    { $reason }

    This is recorded and counts as a gap until somebody decides what follows: speak with them, ask again, or let it stand. Say which on this page:
    { $page }
    (asks you to sign in)

    Replies to this mail go to { $person }.

letter-declining-asked-again-subject = Asked again: { $title }
letter-declining-asked-again-text =
    { $name },

    you declined to acknowledge “{ $title }”. { $by } asks you again and writes:

    { $words }

    The text: { $link }
    (nothing is recorded until you press the button; you can decline again)

letter-declining-accepted-as-gap-subject = Your refusal stands: { $title }
letter-declining-accepted-as-gap-text =
    { $name },

    you declined to acknowledge “{ $title }”. { $by } lets that stand as a gap that management answers for, and writes:

    { $words }

    You are not asked again. If you change your mind: { $link }

letter-reminder-subject = { $count ->
    [one] Still open: { $title }
   *[other] Still open: { $count } texts to read
}
letter-reminder-text =
    { $name },

    { $count ->
        [one] this is still open at { $organisation }:
       *[other] these are still open at { $organisation }:
    }

    { $list }

    (a link opens the text; nothing is recorded until you press the button)

    Is something in the way? Reply to this mail, ask, or decline with a reason.
letter-reminder-item =
    { $title }, due { $due }
    { $link }

letter-team-late-subject = { $count ->
    [one] One acknowledgement of your team is late
   *[other] { $count } acknowledgements of your team are late
}
letter-team-late-text =
    { $name },

    three reminders have passed and this is still open in your team:

    { $list }

    Please speak with them. Your team, with what each of them owes: { $link }
letter-team-late-item = { $person }: { $title }, due { $due }
