use jiff::civil::Date;

use crate::days::days_between;
use crate::facts::{Appointment, Facts, InForce, Signature};
use crate::outcome::Outcome;
use crate::questions::Question::Q1;
use crate::rule::{Sentence, rule};

rule! {
    /// # Signed by somebody who does not lead
    ///
    /// **Looks at** the signatures on each statement in force and the signatories' lines in the register of top management on the day of signing: first and last day, basis, confirmation, legal entities.
    ///
    /// **Why** leadership cannot be delegated: a statement signed by the security officer shows that the security officer cares.
    ///
    /// **What to do** have a member of top management sign; attach the board minute or register extract to the appointment, and let a second member confirm it.
    ///
    /// **How it is gamed** the security officer is added to the register on the day of signing. An appointment needs a basis and the confirmation of another member; one written into the register or confirmed after the signature does not count (but for the first of the register, which nobody could confirm), and one written less than 30 days before is pointed out.
    "stmt-wrong-signatory"
    group: Statement,
    questions: [Q1],
    tier: 1,
    severity: Min,
    obligations: ["OB-01", "OB-13"],
    requirements: ["iso27001:5.1"],
    thresholds: [],
    says: {
        APPOINTED = Pass "appointed" "{signatory}, {capacity} since {since}, signed “{title}” version {version} on {signed}.";
        RECENT = Pass "appointed-recently" "{signatory}, {capacity} since {since}, signed “{title}” version {version} on {signed}; the appointment was written into the register only {days} days before.";
        SOLE = Pass "sole" "{signatory}, {capacity} since {since}, signed “{title}” version {version} on {signed}; nobody else is in top management who could confirm the appointment.";
        ENTITIES = Fail "entities" "{signatory} signed “{title}” version {version} on {signed} without being appointed for every legal entity in scope.";
        UNCONFIRMED = Fail "unconfirmed" "{signatory} signed “{title}” version {version} on {signed}, but no other member of top management has confirmed the appointment.";
        CONFIRMED_LATER = Fail "confirmed-later" "{signatory} signed “{title}” version {version} on {signed}, before another member of top management had confirmed the appointment.";
        NO_BASIS = Fail "no-basis" "{signatory} signed “{title}” version {version} on {signed}, but nothing shows what the appointment rests on.";
        RECORDED_LATER = Fail "recorded-later" "{signatory} signed “{title}” version {version} on {signed}, before the appointment was written into the register.";
        NOT_APPOINTED = Fail "not-appointed" "{signatory} signed “{title}” version {version} on {signed} without being on the register of top management.";
        NOTHING_RECORDED = Unknown "nothing-recorded" "Nothing recorded yet: no statement is in force whose signatory could be looked up.";
    }
}

/// An appointment written into the register this many days before the signature, or fewer, is pointed out.
const RECENT_DAYS: i64 = 30;

/// How well an appointment carries a signature, best first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Appointed,
    Recent,
    Sole,
    Entities,
    Unconfirmed,
    ConfirmedLater,
    NoBasis,
    RecordedLater,
    NotAppointed,
}

/// A signature with the appointment that carries it best.
struct Signed<'a> {
    standing: Standing,
    signature: &'a Signature,
    appointment: Option<&'a Appointment>,
    on: Date,
}

fn check(facts: &Facts) -> Vec<Outcome> {
    let in_force = facts.statements_in_force();
    if in_force.is_empty() {
        return vec![NOTHING_RECORDED.about(facts.organisation.subject(), &[])];
    }
    in_force
        .into_iter()
        .map(|held| best_signature(facts, held))
        .collect()
}

/// One member of top management is enough; others may sign beside.
fn best_signature(facts: &Facts, held: InForce<'_>) -> Outcome {
    let signatures = held.version.valid_signatures();
    let best = signatures
        .into_iter()
        .map(|signature| look_up(facts, signature))
        .min_by(|a, b| a.standing.cmp(&b.standing));
    let Some(signed) = best else {
        return NOTHING_RECORDED.about(held.subject(), &[]);
    };
    say(facts, held, &signed)
}

fn look_up<'a>(facts: &'a Facts, signature: &'a Signature) -> Signed<'a> {
    let on = facts.signing_day(signature);
    let lines = facts.appointments_of(&signature.person, on);
    let best = lines
        .map(|line| (standing(facts, line, signature), line))
        .min_by(|a, b| a.0.cmp(&b.0));
    match best {
        Some((standing, line)) => Signed {
            standing,
            signature,
            appointment: Some(line),
            on,
        },
        None => Signed {
            standing: Standing::NotAppointed,
            signature,
            appointment: None,
            on,
        },
    }
}

fn standing(facts: &Facts, appointment: &Appointment, signature: &Signature) -> Standing {
    if appointment.recorded_at > signature.at {
        return Standing::RecordedLater;
    }
    if !appointment.has_basis() {
        return Standing::NoBasis;
    }
    let alone = facts
        .top_managers(facts.as_at())
        .iter()
        .all(|person| *person == appointment.person);
    let confirmed = facts.is_confirmed(appointment);
    if !confirmed && !alone {
        return Standing::Unconfirmed;
    }
    if confirmed && !facts.counted(appointment, signature.at) {
        return Standing::ConfirmedLater;
    }
    if !appointment.speaks_for(&facts.organisation.legal_entities) {
        return Standing::Entities;
    }
    if !confirmed {
        return Standing::Sole;
    }
    let recent = days_in_register(facts, appointment, signature) <= RECENT_DAYS;
    if recent {
        Standing::Recent
    } else {
        Standing::Appointed
    }
}

fn days_in_register(facts: &Facts, appointment: &Appointment, signature: &Signature) -> i64 {
    days_between(
        facts.day_of(appointment.recorded_at),
        facts.day_of(signature.at),
    )
}

fn say(facts: &Facts, held: InForce<'_>, signed: &Signed<'_>) -> Outcome {
    let signatory = facts.name_of(&signed.signature.person);
    let capacity = signed.appointment.map_or("", |line| &*line.capacity);
    let since = signed.appointment.map_or(signed.on, |line| line.from);
    let days = signed
        .appointment
        .map_or(0, |line| days_in_register(facts, line, signed.signature));
    sentence(&signed.standing).about(
        held.subject(),
        &[
            ("title", &held.statement.title),
            ("version", &held.version.number),
            ("signatory", &signatory),
            ("capacity", &capacity),
            ("since", &since),
            ("signed", &signed.on),
            ("days", &days),
        ],
    )
}

fn sentence(standing: &Standing) -> Sentence {
    match standing {
        Standing::Appointed => APPOINTED,
        Standing::Recent => RECENT,
        Standing::Sole => SOLE,
        Standing::Entities => ENTITIES,
        Standing::Unconfirmed => UNCONFIRMED,
        Standing::ConfirmedLater => CONFIRMED_LATER,
        Standing::NoBasis => NO_BASIS,
        Standing::RecordedLater => RECORDED_LATER,
        Standing::NotAppointed => NOT_APPOINTED,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Confirmation;
    use crate::outcome::State::{Fail, Pass, Unknown};
    use crate::testing::{TEXT, appointment, day, firm, noon, nothing, only, says, signature};

    #[test]
    fn a_confirmed_managing_director_may_sign() {
        let found = only(&RULE, &firm());
        let expected = "Dana, Managing director since 2020-01-01, signed “Security statement” version 1 on 2026-01-12.";
        assert_eq!(found.sentence, expected);
    }

    #[test]
    fn the_security_officer_may_not() {
        let mut firm = firm();
        firm.text().signatures = vec![signature("priya", "2026-01-12", TEXT)];
        assert_eq!(says(&RULE, &firm), (Fail, "not-appointed"));
    }

    #[test]
    fn the_security_officer_may_sign_beside_the_managing_director() {
        let mut firm = firm();
        firm.text()
            .signatures
            .insert(0, signature("priya", "2026-01-11", TEXT));
        assert_eq!(says(&RULE, &firm), (Pass, "appointed"));
    }

    #[test]
    fn the_last_day_of_an_appointment_still_counts_and_the_day_after_does_not() {
        let mut firm = firm();
        firm.appointments[0].until = Some(day(2026, 1, 12));
        assert_eq!(says(&RULE, &firm), (Pass, "appointed"));
        firm.appointments[0].until = Some(day(2026, 1, 11));
        assert_eq!(says(&RULE, &firm), (Fail, "not-appointed"));
    }

    #[test]
    fn an_appointment_without_basis_or_confirmation_carries_nothing() {
        let mut firm = firm();
        firm.appointments[0].confirmation = None;
        assert_eq!(says(&RULE, &firm), (Fail, "unconfirmed"));
        firm.appointments[0].basis = None;
        assert_eq!(says(&RULE, &firm), (Fail, "no-basis"));
    }

    #[test]
    fn nobody_confirms_an_own_appointment_nor_may_somebody_outside_top_management() {
        let mut firm = firm();
        for by in ["dana", "priya"] {
            firm.appointments[0].confirmation = Some(Confirmation {
                by: by.into(),
                at: noon("2024-01-03"),
            });
            assert_eq!(says(&RULE, &firm), (Fail, "unconfirmed"));
        }
    }

    #[test]
    fn a_sole_director_passes_and_the_sentence_says_that_nobody_could_confirm() {
        let mut firm = firm();
        firm.appointments.truncate(1);
        firm.appointments[0].confirmation = None;
        assert_eq!(says(&RULE, &firm), (Pass, "sole"));
    }

    #[test]
    fn the_security_officer_added_to_the_register_on_the_day_of_signing_stands_out() {
        let mut firm = firm();
        firm.text().signatures = vec![signature("priya", "2026-01-12", TEXT)];
        let mut added = appointment("priya", "Director", "omar");
        added.recorded_at = noon("2026-01-12");
        firm.appointments.push(added);
        assert_eq!(says(&RULE, &firm), (Pass, "appointed-recently"));
        firm.appointments[2].recorded_at = noon("2025-12-12");
        assert_eq!(says(&RULE, &firm), (Pass, "appointed"));
    }

    #[test]
    fn an_appointment_written_down_after_the_signature_does_not_count() {
        let mut firm = firm();
        firm.appointments[0].recorded_at = noon("2026-01-13");
        assert_eq!(says(&RULE, &firm), (Fail, "recorded-later"));
    }

    #[test]
    fn a_signature_made_before_the_confirmation_is_not_made_good_by_it() {
        let mut firm = firm();
        let later = Confirmation {
            by: "omar".into(),
            at: noon("2026-01-13"),
        };
        firm.appointments[0].confirmation = Some(later);
        assert_eq!(says(&RULE, &firm), (Fail, "confirmed-later"));
        firm.appointments[0].first = true;
        assert_eq!(
            says(&RULE, &firm),
            (Pass, "appointed"),
            "nobody could confirm the first"
        );
    }

    #[test]
    fn where_nobody_else_is_left_somebody_outside_confirms() {
        let mut firm = firm();
        firm.appointments.truncate(1);
        firm.appointments[0].confirmation = Some(Confirmation {
            by: "iva".into(),
            at: noon("2024-01-03"),
        });
        assert_eq!(says(&RULE, &firm), (Pass, "appointed"));
    }

    #[test]
    fn who_speaks_for_one_company_cannot_sign_for_two() {
        let mut firm = firm();
        firm.organisation.legal_entities = vec!["Fernhill Ltd".into(), "Fernhill GmbH".into()];
        firm.appointments[0].legal_entities = vec!["Fernhill Ltd".into()];
        assert_eq!(says(&RULE, &firm), (Fail, "entities"));
    }

    #[test]
    fn without_a_statement_in_force_its_signatory_is_unknown() {
        assert_eq!(says(&RULE, &nothing()), (Unknown, "nothing-recorded"));
    }
}
