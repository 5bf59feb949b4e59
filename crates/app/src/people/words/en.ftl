people-title = People
people-lead = Everybody the rules apply to: who they are, whom they report to, and what is on record about them.
people-crumbs = Where you are
people-pages = Pages
people-next = Next page
people-older = Older entries
people-import = Import people
people-add = Add a person
people-change = Change
people-change-of = Change { $name }
people-save = Save the change
people-cancel = Cancel
people-show = Show
people-show-now = Show the present.
people-not-saved = Nothing was saved
people-empty-title = Nobody is here yet
people-empty = People decide who has to read, sign and learn. Bring the list that your HR system exports; you see what would happen before anything does, and you can undo it.
people-names-withheld = Names and addresses are withheld. Ask the information security manager for those in your sample.
people-metadata-only = An administrator sees that somebody is here and since when, and nothing else.
people-name-begins = Name begins with
people-name = Name
people-email = E-mail address
people-email-hint = Letters go there, and people sign in with it.
people-job-title = Job title
people-unit = Unit
people-any-unit = Any unit
people-manager = Line manager
people-manager-hint = E-mail address or full name of somebody who is here.
people-number = Employee number
people-number-hint = As the HR system knows the person; it makes later imports certain.
people-language = Language
people-language-none = As the browser asks
people-employment = Employment
people-contractor = Contractor
people-since = Since
people-first-day = First day
people-last-day = Last day
people-effective = Counts from
people-effective-hint = Not in the future, and not before the first day.
people-pseudonym = Pseudonym in records
people-status = Who
people-status-here = Here now
people-status-gone = Left
people-status-everybody = Everybody
people-as-of = As at
people-as-they-were = who were here on { $day }, with their unit, title and manager of that day. The search uses today's names and units.
people-count-here = { $count ->
    [one] One person is here.
   *[other] { $count } people are here.
}
people-count-gone = { $count ->
    [one] One person has left.
   *[other] { $count } people have left.
}
people-count-everybody = { $count ->
    [one] One person is or was here.
   *[other] { $count } people are or were here.
}
people-count-found = { $count ->
    [one] One person found.
   *[other] { $count } people found.
}
people-count-many = More than 1,000 people found.
people-nobody-found = Nobody fits. Clear the filter to see everybody.
people-no-such-status = There is no such status.
people-not-a-day = Give a date, such as 2026-11-22.
people-day-to-come = That day is still to come.
people-shown-as-of = Shown as at { $day }.
people-was-not-here = The person was not here on that day.
people-has-left = This person has left. What was known stays as it was.
people-no-address = There is no e-mail address: no letter arrives, and no code to sign in.
people-without-address = no e-mail address
people-manager-is-gone = The line manager has left. Reminders go nowhere until somebody else is entered.
people-reports-left-alone = { $count ->
    [one] One person still reports to somebody who has left.
   *[other] { $count } people still report to somebody who has left.
}
people-timeline = On record
people-timeline-lead = Every entry is in the log; none can be changed or taken out unseen.
people-in-the-log = Entry { $place } of the log,
people-waits-for-the-log = Waits for its place in the log,
people-receipt = Receipt
people-entered-late = It happened on { $moment } and was entered later.
people-added = { $name } was added.
people-changed = The change is recorded.
people-nothing-changed = Nothing was different, so nothing was recorded.
people-leaving = Leaving
people-leaving-link = Note a last day
people-leaving-title = { $name } leaves
people-leaving-lead = The last day belongs to them: access ends when it is over. Where the organisation ends it, access ends at once on the last day.
people-leaving-reason = Why?
people-leaving-reason-hint = No more than this is kept: deadlines depend on it.
people-reason-voluntary = Their own decision
people-reason-involuntary = The organisation's decision
people-reason-end-of-term = A fixed term ended
people-reason-other = Other, or not told
people-leaving-note = Note the last day
people-leaving-noted = The last day of { $name } is { $day }.
people-wrong-name = A person needs a name of at most 200 characters.
people-wrong-email = This is not an e-mail address.
people-wrong-email-taken = Somebody else already has this e-mail address.
people-wrong-title = A job title has at most 200 characters.
people-wrong-unit = A unit has at most 200 characters.
people-wrong-number = An employee number has at most 100 characters.
people-wrong-number-taken = Somebody else already has this employee number.
people-wrong-manager = There is nobody here of that name or address.
people-wrong-several-managers = Several people are called so; give the e-mail address.
people-wrong-circle = The managers would go round in a circle: { $chain }.
people-wrong-when = A change counts from a day between the first day and today.
people-wrong-before-start = Nobody leaves before they started.
people-fact-name = Name
people-fact-email = E-mail address
people-fact-title = Job title
address-crumb = E-mail address
address-title = The e-mail address of { $name }
address-lead = A new address was entered. Whoever reads the mail there could sign in and sign as this member of top management, so it counts only when they, or another member of top management, confirm it – or when nobody has refused it in time.
address-now = Address now
address-new = New address
address-none = None
address-entered = Entered
address-counts-from = Counts without an answer from
address-confirm = Confirm the new address
address-refuse = Keep the address as it is
address-confirm-done = The new address counts from now on.
address-refuse-done = The address stays as it is.
address-nothing-waits = No new address waits for an answer.
address-not-yours = The person themselves or another member of top management confirms a new address.
address-own-request = Somebody else has to confirm the address that you entered.
address-waits-now = Saved. The new e-mail address waits: it counts once this person or another member of top management confirms it.
address-waits-notice = A new e-mail address waits to be confirmed.
address-waits-link = Look at it
letter-address-changed-subject = Your e-mail address at { $organisation } was changed
letter-address-changed-text =
    { $name }, another e-mail address was entered for you at { $organisation }, by { $by }. Letters and sign-in codes go there from now on; this is the last letter to this address.

    If you know of this, you need not do anything. If not, tell top management and your internal auditor at once: whoever reads the mail at the new address can sign in as you.
letter-address-waits-subject = Is this your new e-mail address at { $organisation }?
letter-address-waits-text =
    { $name }, another e-mail address was entered for you at { $organisation }, by { $by }. It does not count yet, because you are in the register of top management. Confirm or refuse it here:

    { $link }

    If nobody answers, it counts from { $until }. All of top management and the auditors were told.
letter-address-waits-of-subject = A new e-mail address for { $whose } waits
letter-address-waits-of-text =
    { $name }, another e-mail address was entered for { $whose } at { $organisation }, by { $by }. Whoever reads the mail there can sign in as { $whose }. Ask { $whose } in person or by telephone, then confirm or refuse it here:

    { $link }

    If nobody answers, it counts from { $until }.
letter-address-waits-auditor-subject = A new e-mail address for { $whose } waits
letter-address-waits-auditor-text =
    { $name }, another e-mail address was entered for { $whose }, a member of top management of { $organisation }, by { $by }. It counts once { $whose } or another member of top management confirms it, and from { $until } if nobody answers.

    You need not do anything. You are told because whoever reads the mail at an address can sign in and sign with it.
