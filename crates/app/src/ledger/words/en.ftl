log-title = Log
log-intro = Everything that was recorded, in one order that nobody can change unseen.
log-breadcrumb = Breadcrumb
log-head = Head of the log
log-size = Entries
log-waiting = Waiting for their place
log-last = Latest entry
log-root = Root hash
log-key = Key of the log
log-checkpoint = The signed checkpoint
log-checkpoint-why = Keep a copy outside this server. A later log that does not continue it was rewritten.
log-checkpoint-alone = The checkpoint as text
log-ladder = Trust ladder
log-ladder-of-four = of 4 rungs
log-ladder-plainly = Without an outside time stamp and at least one outside witness or receipt holder, the administrator can still rewrite everything except passkey signatures.
log-rung-reached = Reached
log-rung-missing = Missing
log-rung-signed = Signed and consistent
log-rung-signed-why = Every entry is in one tree, and its head is signed with the key of the log. The administrator holds that key.
log-rung-timed = Timed from outside
log-rung-timed-why = A time stamp authority that the organisation does not run says that the log existed at a time. None is configured.
log-rung-witnessed = Witnessed from outside
log-rung-witnessed-why = Somebody outside signs each head and refuses a second history. None is configured. Receipts and packs in other hands help; this server cannot know whether they are kept.
log-rung-identified = Keys confirmed by an auditor
log-rung-identified-why = An auditor has seen the people use their passkeys, on the auditor’s own machine. This cannot be done here yet.
log-type = Type
log-every-type = Every type
log-day = Day
log-show = Show
log-not-a-day = This is not a day such as 2026-11-22.
log-none = Nothing was recorded here
log-none-why = No record has this type on this day. Choose another day or every type.
log-newest-first = Newest first. Records hold pseudonyms; names are filled in where you may see them.
log-index = Entry
log-recorded = Recorded
log-what = What happened
log-by = Done by
log-waits = Waits
log-pages = Pages
log-older = Older records
log-not-for-administrators = What was recorded is not shown to administrators. You see that the log stands and grows.
log-record = Entry { $index }
log-claimed = Said to have happened
log-late = Why entered late
log-class = Class
log-revision = Revision
log-previous-revision = the one before
log-next-revision = the one after
log-leaf = Leaf
log-leaf-hash = Hash of the leaf
log-commitment = Commitment
log-salt = Salt
log-salt-erased = Erased: the record can no longer be tied to its leaf.
log-bytes = Download the exact bytes
log-proof = Download the proof
log-json = The record
log-json-why = Set out for reading. The digest is taken over the exact bytes, without spaces and line breaks.
log-staff-is-counted = Top management sees the acts of its members by name, and those of staff as entries without names.
log-somebody = A member of staff
log-system = The program
log-class-governance = Acts of management
log-class-people = Acts of and about staff
log-class-control = Keys, roles and settings
log-class-sealed = Sealed
log-class-padding = Cover
log-technical = Technical details

## What a record says. People stand in it as pseudonyms until their names are filled in.

record-acknowledgement-declined = { $person } declined to acknowledge “{ $title }” version { $version }: { $reason }
record-acknowledgement-requested = { $people ->
        [one] One person was
       *[other] { $people } people were
    } asked to acknowledge “{ $title }” version { $version } until { $due_on }.
record-address-change-requested = Another e-mail address was entered for { $person }, a member of top management; it waits until { $waits_until } to be confirmed.
record-address-change-settled = The new e-mail address of { $person } { $settlement ->
        [confirmed] was confirmed
        [refused] was refused
        [unanswered] counts, because nobody answered in time
        [replaced] gave way to another one
       *[other] could not be used any more
    }.
record-appointment-confirmed = { $by } confirmed the appointment of { $person }.
record-approval-delegated = { $from } lets { $to } approve in their place from { $first_day } to { $last_day }: { $reason }
record-approval-requested = “{ $title }” version { $version } was sent for approval.
record-clock-stepped = The clock of the server was put from { $from } to { $to }.
record-contents-confirmed = { $by } confirmed { $items ->
        [one] one required content
       *[other] { $items } required contents
    } of “{ $title }” version { $version }.
record-declining-decided = { $by } decided what follows from the refusal of { $person } to acknowledge: { $decision ->
        [asked-again] ask again
        [accepted-as-gap] accept it as a gap
       *[other] it was spoken about
    }.
record-delegation-ended = A delegation ended before its last day: { $reason }
record-document-acknowledged = { $person } acknowledged “{ $title }” version { $version }, { $proof-level ->
        [L2] with a passkey
       *[other] signed in
    }.
record-document-published = “{ $title }” version { $version } was published to { $people ->
        [one] one person
       *[other] { $people } people
    }, to be acknowledged within { $due_days ->
        [one] one day
       *[other] { $due_days } days
    }.
record-document-reviewed = “{ $title }” version { $version } was reviewed: { $outcome ->
        [no-change] it needs no change
        [to-be-changed] it is to be changed
       *[other] it is to be retired
    }. { $reason }
record-document-signed = { $person }, { $capacity }, signed “{ $title }” version { $version }, { $proof-level ->
        [L2] with a passkey
       *[other] without a passkey
    }.
record-document-withdrawn = “{ $title }” version { $version } was withdrawn.
record-log-started = { $purpose ->
        [demonstration] The log was started for a demonstration. It is not evidence.
       *[other] The log was started.
    }
record-organisation-changed = The organisation is described as “{ $name }”.
record-pack-issued = An evidence pack was issued, with everything until { $as_of }: { $size } entries of the log.
record-parameter-changed = { $decided_by } { $loosens ->
        [true] loosened
       *[other] tightened
    } the threshold “{ $parameter }” { $from ->
        [none] to { $to }
       *[other] from { $from } to { $to }
    }.
record-passkey-confirmed = { $by } confirmed a passkey of { $person }.
record-passkey-enrolled = { $person } added a passkey { $backup_eligible ->
        [true] that is shared between devices
       *[other] that stays on one device
    }.
record-passkey-revoked = { $by } revoked a passkey of { $person }.
record-people-import-undone = An import of people was undone: { $reverted ->
        [one] one change was
       *[other] { $reverted } changes were
    } taken back.
record-people-imported = People were imported from “{ $source }”: { $joiners ->
        [one] one joined
       *[other] { $joiners } joined
    }, { $changes ->
        [one] one changed
       *[other] { $changes } changed
    }, { $leavers ->
        [one] one left
       *[other] { $leavers } left
    }.
record-person-appointed = { $person } was appointed { $capacity } ({ $body }) from { $from }{ $until ->
        [none] {""}
       *[other] {" "}until { $until }
    }.
record-person-changed = What is known of { $person } changed with effect from { $effective_on }: { $changed }.
record-person-joined = { $person } joined on { $started_on }.
record-person-left = { $person } left; the last day is { $left_on }.
record-person-relieved = { $person } is relieved of office at the end of { $until }.
record-question-answered = { $by } answered a question about { $about-request ->
        [none] a published document
       *[other] a request to sign
    }.
record-question-asked = { $person } asked a question about { $about-request ->
        [none] a published document
       *[other] a request to sign
    }.
record-role-ended = { $person } holds the role “{ $role }” until { $until }.
record-role-granted = { $person } was granted the role “{ $role }” from { $from }{ $until ->
        [none] {""}
       *[other] {" "}until { $until }
    }.
record-setting-changed = { $setting ->
        [reminders] { $value-plain ->
            [stopped] The reminders of a publication were stopped.
           *[other] The reminders of a publication go out again.
        }
       *[other] The setting “{ $setting }” was changed.
    }
record-signature-declined = { $person } declined to sign “{ $title }” version { $version }.
record-signature-requested = { $from } was asked to sign “{ $title }” version { $version }.

## Kinds of records

log-type-acknowledgement-declined = Acknowledgement declined
log-type-acknowledgement-requested = Acknowledgement requested
log-type-address-change-requested = New address entered
log-type-address-change-settled = New address settled
log-type-appointment-confirmed = Appointment confirmed
log-type-approval-delegated = Approval delegated
log-type-approval-requested = Sent for approval
log-type-clock-stepped = Clock stepped
log-type-contents-confirmed = Contents confirmed
log-type-declining-decided = Refusal decided on
log-type-delegation-ended = Delegation ended
log-type-document-acknowledged = Document acknowledged
log-type-document-published = Document published
log-type-document-reviewed = Document reviewed
log-type-document-signed = Document signed
log-type-document-withdrawn = Document withdrawn
log-type-log-started = Log started
log-type-organisation-changed = Organisation described
log-type-pack-issued = Evidence pack issued
log-type-parameter-changed = Threshold changed
log-type-passkey-confirmed = Passkey confirmed
log-type-passkey-enrolled = Passkey added
log-type-passkey-revoked = Passkey revoked
log-type-people-import-undone = Import undone
log-type-people-imported = People imported
log-type-person-appointed = Appointed
log-type-person-changed = Person changed
log-type-person-joined = Joined
log-type-person-left = Left
log-type-person-relieved = Relieved of office
log-type-question-answered = Question answered
log-type-question-asked = Question asked
log-type-role-ended = Role ended
log-type-role-granted = Role granted
log-type-setting-changed = Setting changed
log-type-signature-declined = Signature declined
log-type-signature-requested = Signature requested

## Facts about a person

fact-name = name
fact-email = e-mail address
fact-title = job title
fact-unit = unit
fact-manager = line manager
fact-number = employee number
fact-language = language
fact-contractor = employment
fact-started-on = first day
fact-left-on = last day
