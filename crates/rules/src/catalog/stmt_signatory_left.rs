use jiff::civil::Date;

use crate::days::Deadline;
use crate::facts::{Appointment, Facts, InForce, Signature};
use crate::outcome::{Args, Outcome, State};
use crate::questions::Question::Q1;
use crate::rule::rule;

rule! {
    /// # Whoever signed the statement is still in office
    ///
    /// **Looks at** the members of top management who signed each statement in force: whether they are still there, and still in the capacity in which they signed.
    ///
    /// **Why** a promise of somebody who left binds nobody. The successor has `stmt.resign` days, sixty by default, to sign in their own name.
    ///
    /// **What to do** let the successor read, change and sign the statement; end the appointment of whoever left.
    ///
    /// **How it is gamed** the appointment of somebody who left is kept open. The last day in the people records counts as well, and whichever comes first decides.
    "stmt-signatory-left"
    group: Statement,
    questions: [Q1],
    tier: 2,
    severity: Min,
    obligations: ["OB-01"],
    requirements: ["iso27001:5.1"],
    thresholds: ["stmt.resign"],
    says: {
        STILL_THERE = Pass "still-there" "{signatory}, who signed “{title}” version {version}, is still {capacity}.";
        SUCCESSOR_HAS_TIME = Pass "successor-has-time" "{signatory}, who signed “{title}” version {version}, was {capacity} until {gone}; a successor has until {due} to sign.";
        DUE_SOON = DueSoon "due-soon" "{signatory}, who signed “{title}” version {version}, was {capacity} until {gone}; a successor is to sign by {due}.";
        LEFT = Fail "left" "{signatory}, who signed “{title}” version {version}, was {capacity} until {gone}; no successor had signed by {due}.";
        LEFT_BUT_OPEN = Fail "left-but-open" "{signatory}, who signed “{title}” version {version} as {capacity}, left on {gone} although the register still shows the appointment; no successor had signed by {due}.";
        NOTHING_RECORDED = Unknown "nothing-recorded" "Nothing recorded yet: no statement is in force that a member of top management has signed.";
    }
}

/// A signatory, the line in the register under which they signed, and their last day in it.
struct Signatory<'a> {
    line: &'a Appointment,
    gone_on: Option<Date>,
}

fn check(facts: &Facts) -> Vec<Outcome> {
    let found: Vec<_> = facts
        .statements_in_force()
        .into_iter()
        .filter_map(|held| successor(facts, held))
        .collect();
    if found.is_empty() {
        return vec![NOTHING_RECORDED.about(facts.organisation.subject(), &[])];
    }
    found
}

/// Judges by the signatory who stays longest; `None` if nobody of top management signed.
fn successor(facts: &Facts, held: InForce<'_>) -> Option<Outcome> {
    let signatures = held.version.valid_signatures();
    let signatories = signatures
        .iter()
        .filter_map(|signature| signatory(facts, signature));
    let longest = signatories.max_by_key(|signatory| signatory.gone_on.unwrap_or(Date::MAX))?;
    Some(match longest.gone_on.filter(|gone| *gone < facts.as_at()) {
        None => still_there(facts, held, longest.line),
        Some(gone) => succession(facts, held, longest.line, gone),
    })
}

fn signatory<'a>(facts: &'a Facts, signature: &Signature) -> Option<Signatory<'a>> {
    let line = appointed_as(facts, signature)?;
    let same_office =
        |other: &&Appointment| other.person == line.person && other.capacity == line.capacity;
    let last_days = facts
        .appointments
        .iter()
        .filter(same_office)
        .map(|line| line.until.unwrap_or(Date::MAX));
    let left = facts.person(&line.person).and_then(|person| person.left_on);
    let gone_on = last_days
        .max()
        .into_iter()
        .chain(left)
        .min()
        .filter(|gone| *gone < Date::MAX);
    Some(Signatory { line, gone_on })
}

/// The line under which somebody signed: the one named, else the one that covers the day.
fn appointed_as<'a>(facts: &'a Facts, signature: &Signature) -> Option<&'a Appointment> {
    let on = facts.signing_day(signature);
    let covering = |line: &&Appointment| line.person == signature.person && line.covers(on);
    let named = |line: &&Appointment| signature.appointment.as_ref() == Some(&line.id);
    let lines = || facts.appointments.iter().filter(covering);
    lines().find(named).or_else(|| lines().next())
}

fn still_there(facts: &Facts, held: InForce<'_>, line: &Appointment) -> Outcome {
    let signatory = facts.name_of(&line.person);
    STILL_THERE.about(
        held.subject(),
        &[
            ("title", &held.statement.title),
            ("version", &held.version.number),
            ("signatory", &signatory),
            ("capacity", &line.capacity),
        ],
    )
}

fn succession(facts: &Facts, held: InForce<'_>, line: &Appointment, gone: Date) -> Outcome {
    let deadline = Deadline::days_after(gone, facts.threshold("stmt.resign"));
    let sentence = match deadline.state(facts.as_at()) {
        State::Fail if line.covers(facts.as_at()) => LEFT_BUT_OPEN,
        State::Fail => LEFT,
        State::DueSoon => DUE_SOON,
        _ => SUCCESSOR_HAS_TIME,
    };
    let signatory = facts.name_of(&line.person);
    let args: Args<'_> = &[
        ("title", &held.statement.title),
        ("version", &held.version.number),
        ("signatory", &signatory),
        ("capacity", &line.capacity),
        ("gone", &gone),
        ("due", &deadline.last_day),
    ];
    sentence
        .about(held.subject(), args)
        .late_by(deadline.lateness(facts.as_at()))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::outcome::State::{DueSoon, Fail, Pass, Unknown};
    use crate::testing::{TEXT, appointment, day, firm, nothing, says, signature};

    #[test]
    fn a_signatory_who_is_still_in_office_passes() {
        assert_eq!(says(&RULE, &firm()), (Pass, "still-there"));
    }

    #[test]
    fn without_a_statement_nobody_can_have_left() {
        assert_eq!(says(&RULE, &nothing()), (Unknown, "nothing-recorded"));
    }

    #[test]
    fn a_successor_has_sixty_days_and_not_one_more() {
        let mut firm = firm();
        firm.appointments[0].until = Some(day(2026, 3, 31));
        assert_eq!(
            says(&RULE, &firm.clone().asked(2026, 4, 20)),
            (Pass, "successor-has-time")
        );
        assert_eq!(
            says(&RULE, &firm.clone().asked(2026, 5, 30)),
            (DueSoon, "due-soon")
        );
        assert_eq!(says(&RULE, &firm.asked(2026, 5, 31)), (Fail, "left"));
    }

    #[test]
    fn on_the_last_day_in_office_the_signatory_is_still_there() {
        let mut firm = firm();
        firm.appointments[0].until = Some(day(2026, 6, 15));
        assert_eq!(says(&RULE, &firm), (Pass, "still-there"));
    }

    #[test]
    fn another_signatory_of_top_management_keeps_the_statement_alive() {
        let mut firm = firm();
        firm.appointments[0].until = Some(day(2026, 1, 31));
        firm.text()
            .signatures
            .push(signature("omar", "2026-02-20", TEXT));
        assert_eq!(says(&RULE, &firm), (Pass, "still-there"));
    }

    #[test]
    fn changing_office_counts_as_leaving_it() {
        let mut firm = firm();
        firm.appointments[0].until = Some(day(2026, 1, 31));
        let mut other = appointment("dana", "Adviser to the board", "omar");
        other.from = day(2026, 2, 1);
        firm.appointments.push(other);
        assert_eq!(says(&RULE, &firm), (Fail, "left"));
    }

    #[test]
    fn a_renewed_mandate_is_no_departure() {
        let mut firm = firm();
        firm.appointments[0].until = Some(day(2026, 1, 31));
        let mut renewed = appointment("dana", "Managing director", "omar");
        renewed.from = day(2026, 2, 1);
        firm.appointments.push(renewed);
        assert_eq!(says(&RULE, &firm), (Pass, "still-there"));
    }

    #[test]
    fn an_appointment_kept_open_after_the_person_left_hides_nothing() {
        let mut firm = firm();
        firm.people[0].left_on = Some(day(2026, 1, 31));
        assert_eq!(says(&RULE, &firm), (Fail, "left-but-open"));
    }
}
