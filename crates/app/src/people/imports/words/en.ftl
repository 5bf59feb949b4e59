import-title = Import people
import-back-to-set-up = Back to the set-up
import-step-file = File
import-step-columns = Columns
import-step-check = Check
import-step-done = Done
import-step-is-done = (done)
import-file = A file from your HR system
import-file-hint = CSV with a heading row, up to 64 MB and 200,000 people. BambooHR, Personio, HiBob and Google Workspace are understood as they are. Nothing changes before you have seen what would.
import-no-file = Choose a file first.
import-cannot-read = This file cannot be read
import-continue = Continue
import-latest = Imports so far
import-counts = { $joiners } joined, { $changes } changed, { $leavers } left
import-undone-tag = Taken back
import-wrong = The file has mistakes; nothing was imported
import-rows = { $count ->
    [one] One line.
   *[other] { $count } lines.
}
import-encoding-utf8 = Read as UTF-8,
import-encoding-utf8-with-mark = Read as UTF-8,
import-encoding-utf16 = Read as UTF-16,
import-encoding-windows1252 = Assumed to be Windows-1252, because it is not UTF-8: look at the umlauts,
import-delimiter-comma = separated by commas.
import-delimiter-semicolon = separated by semicolons.
import-delimiter-tab = separated by tabs.
import-which-column = Which column is what?
import-column = Column in the file
import-samples = For example
import-becomes = Becomes
import-nameless = Column { $number }, without a heading
import-ignore = Ignore
import-dates = Dates such as 03/04/2021
import-dates-found = As the file shows
import-dates-day-first = Day first: 3 April
import-dates-month-first = Month first: March 4
import-complete-question = Does the file name everybody?
import-complete-yes = Yes, everybody
import-complete-yes-hint = Whoever is here and not in the file has left.
import-complete-no = No, only some
import-complete-no-hint = Nobody leaves because they are missing.
import-show-what = Show what would happen
import-another-file = Another file
import-field-twice = Two columns cannot both be the { $field }.
import-field-external-id = employee number
import-field-given-name = given name
import-field-family-name = family name
import-field-full-name = full name
import-field-email = e-mail address
import-field-job-title = job title
import-field-unit = unit
import-field-manager-id = manager's number
import-field-manager-email = manager's address
import-field-manager = manager
import-field-started-on = first day
import-field-left-on = last day
import-field-status = status
import-field-language = language
import-field-contractor = kind of employment
import-field-name = name
import-check-title = Check before it happens
import-not-applied = Nothing was imported
import-plan = { $joiners } join, { $returners } come back, { $changes } change, { $leavers } leave. { $unchanged } stay as they are.
import-change-columns = Change the columns.
import-warnings = { $count ->
    [one] One thing to know
   *[other] { $count } things to know
}
import-more-warnings = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
import-nothing-to-do = Everybody is already as the file says. There is nothing to do.
import-what-happens = What would happen
import-leaves = Leaves
import-changes = Changes
import-returns = Comes back
import-joins = Joins
import-line = Line { $line }
import-why-not-in-file = Not in the file. Last day:
import-why-last-day = The last day is over:
import-why-status = The file says so. Last day:
import-why-suspended = Suspended, which may be temporary. Last day:
import-shown = { $from } to { $to } of { $total }
import-many-leavers = { $leavers } of { $of } people would leave.
import-look-twice = That is more than one in ten. A file that lost half its lines looks exactly like this: look twice.
import-i-mean-it = I have looked: these { $leavers } people leave
import-apply = { $count ->
    [one] Apply one change
   *[other] Apply { $count } changes
}
import-discard = Discard
import-not-as-shown = The people have changed since this was shown. Here is what would happen now.
import-address-waits = The file gives { $address } to somebody else, but it is still the address of a member of top management, whose new one has to be confirmed first. Nothing was imported.
import-applied = The import is done. You can take it back below.
import-result-title = Imported
import-result-undone = Imported, then taken back
import-file-name = File
import-when = When
import-lines = Lines
import-undo = Take this import back
import-undo-lead = Whoever joined goes, whoever left is back, whatever changed is as before. Each of these is recorded; nothing is erased.
import-undo-hint = For example: it was last month's file.
import-undo-reason = Say why the import is taken back, in at most 500 characters.
import-undo-leave = Leave these people as they are and take back the rest
import-not-undone = Nothing was taken back
import-undone = { $count ->
    [one] Taken back: one person is as before.
   *[other] Taken back: { $count } people are as before.
}
import-undone-already = This import was taken back already.
import-changed-since = { $count ->
    [one] One person has changed since: { $names }.
   *[other] { $count } people have changed since, among them { $names }.
}
import-more-problems = { $count ->
    [one] And one more problem.
   *[other] And { $count } more problems.
}
import-unreadable-empty = The file is empty.
import-unreadable-too-large = The file is larger than { $mebibytes } MiB.
import-unreadable-workbook = This is an Excel workbook; save it as CSV and import that.
import-unreadable-zip = This is a ZIP archive; unpack it and import the CSV file inside.
import-unreadable-compressed = This is a compressed file; unpack it and import the CSV file inside.
import-unreadable-pdf = This is a PDF document; export the people as CSV instead.
import-unreadable-web-page = This is a web page, perhaps a sign-in page; download the CSV file again.
import-unreadable-nul = Line { $line } contains NUL bytes, so this is not a text file; export the people as CSV in UTF-8.
import-unreadable-damaged = Line { $line } is damaged: the file is UTF-8 except there; export it again.
import-unreadable-unclosed-quote = A quotation mark opens on line { $line } and never closes.
import-unreadable-too-many-columns = Line { $line } has more than { $limit } cells.
import-unreadable-too-many-rows = The file has more than { $limit } lines; import it in parts.
import-unreadable-long-heading = The heading of column { $column } is longer than { $limit } characters.
import-problem-column-missing = No column is the { $required }; choose one.
import-problem-no-such-column = The { $field } should be in column { $column }, which this file does not have.
import-problem-nobody = There is nobody in this file.
import-problem-ragged = Line { $line }: the heading row has { $headings } cells, this line { $cells }.
import-problem-missing = Line { $line }: the { $field } is missing.
import-problem-too-long = Line { $line }: the { $field } has { $length } characters; the most is { $limit }.
import-problem-control-character = Line { $line }: the { $field } contains a control character, such as a line break.
import-problem-bad-email = Line { $line }: “{ $value }” is not an e-mail address.
import-problem-bad-date = Line { $line }: “{ $value }” is not a date ({ $field }).
import-problem-dates-ambiguous = Line { $line }: “{ $value }” may be day or month first, and no date in the file decides; choose one.
import-problem-dates-mixed = Line { $day_first } has a date with the day first, line { $month_first } one with the month first.
import-problem-left-before-starting = Line { $line }: the last day, { $left_on }, is before the first, { $started_on }.
import-problem-unknown-status = Line { $line }: the status “{ $value }” is unknown.
import-problem-unknown-language = Line { $line }: the language “{ $value }” is unknown.
import-problem-same-email = Lines { $first } and { $line } have the same e-mail address, { $email }.
import-problem-same-name = Lines { $first } and { $line } are both called { $name } and have neither an e-mail address nor a number; give one of them.
import-problem-same-id = Lines { $first } and { $line } have the same employee number, { $id }.
import-problem-other-id = Line { $line }: { $email } belongs to { $name }, who is known by the number { $known }, not { $given }.
import-problem-address-taken = Line { $line }: the address { $email } is already { $name }'s.
import-problem-two-managers = Line { $line }: the manager's number is { $by_id }'s, the manager's address is { $by_email }'s.
import-problem-circular-managers = Line { $line }: the managers go round in a circle: { $chain }.
import-warning-nobody = There is nobody in the file, so nobody leaves.
import-warning-no-address = Line { $line }: { $name } has no e-mail address, so no letter arrives and no code to sign in.
import-warning-known-by-name = Line { $line }: { $name } is known by name only, and nobody else here is called so; the line is taken to be this person.
import-warning-namesake-here = Line { $line }: somebody called { $name } is here already, with an e-mail address or a number that this line does not have; it becomes a second person.
import-warning-unknown-manager = Line { $line }: { $name }'s manager “{ $manager }” is unknown; the manager stays as it is.
import-warning-ambiguous-manager = Line { $line }: { $name }'s manager “{ $manager }” could be { $count } people; the manager stays as it is.
import-warning-manager-left = Line { $line }: { $name }'s manager { $manager } has left; the manager stays as it is.
import-warning-active-after-last-day = Line { $line }: { $name } is marked as active, but the last day was { $left_on }; the status counts.
import-warning-address-reused = Line { $line }: { $name } gets the address { $email }, which was { $former }'s until { $left_on }.
import-warning-former-passed-over = { $count ->
    [one] One person in the file had left before they were ever here and is passed over.
   *[other] { $count } people in the file had left before they were ever here; they are passed over.
}
