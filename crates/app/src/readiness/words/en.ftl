readiness-title = What an auditor will ask
readiness-lead = Twelve questions, answered by evidence that is current. As at { $day }.
readiness-of-twelve = of 12 questions answered
readiness-not-covered = This version keeps no evidence on it. Have your own ready.
readiness-worst = The worst gap:
readiness-help = How these numbers are counted
readiness-help-text = A question is answered when current evidence answers it and no gap above an observation stands in the way and nothing it rests on is unknown. Unknown is never a pass. Grades are proposals: only an auditor grades.
fix-the-worst-gap = Fix the worst gap
see-the-worst-gap = See the worst gap
standing-answered = Answered
standing-due-soon = Answered, due soon
standing-not-answered = Not answered
standing-nothing-recorded = Nothing recorded yet
standing-not-covered = Not covered by this version
rule-state-pass = Holds
rule-state-due-soon = Due soon
rule-state-unknown = Unknown
rule-state-fail = Gap
rule-state-not-applicable = Does not apply
severity-obs = Observation
severity-min = Likely minor nonconformity
severity-maj = Likely major nonconformity
as-of-label = As at
as-of-show = Show
as-of-not-a-day = Give a day such as 2026-03-10.
as-of-in-the-future = Evidence can be asked as at today or a past day.
as-at-day = As at { $day }.
crumbs = Breadcrumb
parity-title = Management beside staff
parity-empty = Nothing is published yet that asks for acknowledgement. As soon as something is, management and staff stand here side by side: auditors look at management first.
parity-caption = Acknowledged: { $title } version { $version }
parity-group = Group
parity-share = Share
parity-done = Acknowledged
parity-management = Management
parity-staff = Staff
parity-of = { $done } of { $owed }
trend-title = Questions answered over twelve months
trend-note = As known at the end of each month, and on the day shown.
trend-as-table = Show as a table
trend-day = Day
trend-answered = Answered
question-number = Question { $number }
question-first-step = Record the first evidence
question-results = What the rules found
question-evidence = The evidence behind it
question-empty-title = This version does not cover this question
question-empty = No evidence on it is kept here and no rule looks at it, so it counts as unanswered. An auditor will ask all the same: have your own evidence ready.
evidence-statements = Statements, their versions and signatures
evidence-acknowledgements = Publications and who has acknowledged them
evidence-register = The register of top management
evidence-people = People
evidence-packs = Evidence packs
rules-title = Rules
rules-lead = Each with the worst that it says.
rule-usually = Usually graded: { $severity }
known-in-records = Known in records and packs as
rule-says = What it says as at { $day }
rule-looks-at = Looks at
rule-why = Why
rule-what-to-do = What to do
rule-how-it-is-gamed = How it is gamed
rule-thresholds = Thresholds
rule-requirements = Asked for most directly by
rule-unverified = reference not checked against the text
rule-asked-by = { $count ->
    [one] One place rests on this
   *[other] { $count } places rest on this
}
parameters-title = Thresholds
parameters-lead = How much the rules ask for, and who says so.
parameters-used = Thresholds that a rule measures against
parameters-name = Threshold
parameters-value = Value
parameters-default = As shipped
parameters-origin = Origin
parameters-limit = Hard limit
parameters-no-limit = none
parameters-changed = Changed
parameters-unused = { $count } more, against which no rule measures yet
parameters-unused-note = They are listed so that nothing is hidden, and cannot be changed before a rule uses them.
parameters-no-switch = Rules cannot be switched off here.
unit-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
unit-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
unit-working-days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
}
unit-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
unit-percent = { $count } %
unit-times = { $count ->
    [one] once
   *[other] { $count } times
}
origin-law = Law
origin-standard = Standard
origin-own-policy = Own policy
origin-good-practice = Good practice
parameter-stmt-max_age = Age of a statement
parameter-stmt-resign = Time for a successor to sign
parameter-ack-new_version = Time to acknowledge a new version
parameter-late-label = Days after which an entry is labelled late
parameter-late-label-explain = Days after which a late entry is explained
parameter-similarity = Likeness to the sample
parameter-policy-interval = Time between reviews of a policy
parameter-policy-trigger = Time to review a policy after an incident or change
parameter-ack-refresh = Time after which an acknowledgement is renewed
parameter-report-cadence = Time between reports to the management body
parameter-resource-answer = Time to decide a request for resources
parameter-budget-review = Time between reviews of the budget
parameter-mr-interval = Time between management reviews
parameter-mr-confirm = Time to confirm minutes
parameter-train-exec = Time between trainings of executives
parameter-train-body = Time between trainings of the management body
parameter-train-coverage = Share of people who are trained
parameter-needs-review = Time between reviews of training needs
parameter-needs-review-after_risk_change = Time to review training needs after a risk changed
parameter-exception-max = Longest exception
parameter-exception-max-executives = Longest exception of an executive
parameter-exception-max-renewals = Renewals of an exception
parameter-leaver-access = Time until a leaver’s access has ended
parameter-leaver-access-privileged = Time until a leaver’s privileged access has ended
parameter-leaver-assets = Time to return what was handed out
parameter-mover-review = Time to review access after a move
parameter-wb-ack = Time to acknowledge a report of wrongdoing
parameter-wb-feedback = Time to answer a report of wrongdoing
parameter-concern-answer = Time to answer a concern
parameter-concern-answer-per_level = Further time at each level
parameter-audit-window = Days before an audit
parameter-audit-window-share = Share of approvals within those days
parameter-bound-by = Fixed for some by
parameter-asked-by = Used by
parameter-change = Change the value
parameter-tighten-only = You can ask for more. Asking for less is decided by a member of top management, signed in personally.
parameter-not-yours = Top management can change this value; the information-security manager can only make it stricter.
parameter-new-value = New value
parameter-reason = Why?
parameter-reason-hint = Auditors read this. It is recorded for ever.
parameter-decide = Decide this value
parameter-was-changed = The value was changed and recorded.
parameter-history = Changes
parameter-never-changed = The value has never been changed.
parameter-changed-to = { $who } set it to { $value }:
parameter-refused-not-a-number = Give a whole number.
parameter-refused-unchanged = This is the value already.
parameter-refused-limit = The law does not allow this value.
parameter-refused-no-reason = Say why, in at most 1,000 characters.
parameter-refused-not-yours = Asking for less is decided by a member of top management, signed in personally.
