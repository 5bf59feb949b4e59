use jiff::Timestamp;

use crate::facts::{
    Appointment, Coverage, Duty, Facts, Person, Signature, Statement, TimeTrail, Version,
};
use crate::outcome::{Outcome, Subject};
use crate::rule::{Sentence, rule};

rule! {
    /// # Events stand in an order that is possible
    ///
    /// **Looks at** texts, signatures, confirmations, publications, acknowledgements, appointments and people's first and last days, and compares their times.
    ///
    /// **Why** nobody signs a text that does not exist yet, and nobody who has left acknowledges anything. Where the times contradict each other, somebody has made something up, or a date is wrong.
    ///
    /// **What to do** find out which of the two times is wrong, and correct it with a new record that says so.
    ///
    /// **How it is gamed** both records are edited until they agree. The log shows every edit, and receipts of the first state are in other people's hands.
    "impossible-chronology"
    group: Integrity,
    questions: [],
    tier: 2,
    severity: Maj,
    obligations: ["OB-35"],
    requirements: ["iso27001:7.5.3"],
    thresholds: [],
    says: {
        POSSIBLE = Pass "possible" "Acts compared: {acts}; their times do not contradict each other.";
        SIGNED_BEFORE_TEXT = Fail "signed-before-text" "{person} signed “{subject}” on {at}, before the text was recorded on {other}.";
        SIGNED_BEFORE_START = Fail "signed-before-start" "{person} signed “{subject}” on {at}, before joining on {other}.";
        SIGNED_AFTER_LEAVING = Fail "signed-after-leaving" "{person} signed “{subject}” on {at}, after leaving on {other}.";
        CONFIRMED_BEFORE_TEXT = Fail "confirmed-before-text" "{person} confirmed a content of “{subject}” on {at}, before the text was recorded on {other}.";
        PUBLISHED_BEFORE_TEXT = Fail "published-before-text" "“{subject}” was published on {at}, before its text was recorded on {other}.";
        ACKNOWLEDGED_BEFORE_PUBLICATION = Fail "acknowledged-before-publication" "{person} acknowledged “{subject}” on {at}, before it was published on {other}.";
        ACKNOWLEDGED_AFTER_LEAVING = Fail "acknowledged-after-leaving" "{person} acknowledged “{subject}” on {at}, after leaving on {other}.";
        RECORDED_BEFORE_CLAIMED = Fail "recorded-before-claimed" "“{subject}” was recorded on {other}, before it is said to have happened on {at}.";
        APPOINTMENT_ENDS_FIRST = Fail "appointment-ends-first" "The appointment of {person} as {subject} ends on {at}, before it begins on {other}.";
        LEFT_BEFORE_JOINING = Fail "left-before-joining" "{person} left on {at}, before joining on {other}.";
        NOTHING_RECORDED = Unknown "nothing-recorded" "Nothing recorded yet: there are no acts whose order could be compared.";
    }
}

fn check(facts: &Facts) -> Vec<Outcome> {
    let acts = count_acts(facts);
    if acts == 0 {
        return vec![NOTHING_RECORDED.about(facts.organisation.subject(), &[])];
    }
    let found = contradictions(facts);
    if found.is_empty() {
        return vec![POSSIBLE.about(facts.organisation.subject(), &[("acts", &acts)])];
    }
    found
}

fn count_acts(facts: &Facts) -> usize {
    let versions = facts
        .statements
        .iter()
        .flat_map(|statement| &statement.versions);
    let on_texts = versions
        .map(|it| it.signatures.len() + it.contents.len() + it.publications.len())
        .sum::<usize>();
    let duties = facts.coverages.iter().flat_map(|coverage| &coverage.duties);
    let acknowledged = duties.filter(|duty| duty.acknowledged_at.is_some()).count();
    on_texts + acknowledged + facts.appointments.len() + facts.trail.entries.len()
}

fn contradictions(facts: &Facts) -> Vec<Outcome> {
    let versions = facts
        .statements
        .iter()
        .flat_map(|statement| statement.versions.iter().map(move |it| (statement, it)));
    let on_texts = versions.flat_map(|(statement, version)| around_text(facts, statement, version));
    let duties = facts
        .coverages
        .iter()
        .flat_map(|coverage| coverage.duties.iter().map(move |duty| (coverage, duty)));
    let acknowledged =
        duties.flat_map(|(coverage, duty)| around_acknowledgement(facts, coverage, duty));
    let claimed = facts
        .trail
        .entries
        .iter()
        .filter_map(|entry| around_record(facts, entry));
    let appointed = facts
        .appointments
        .iter()
        .filter_map(|line| around_appointment(facts, line));
    let joined = facts.people.iter().filter_map(around_person);
    on_texts
        .chain(acknowledged)
        .chain(claimed)
        .chain(appointed)
        .chain(joined)
        .collect()
}

fn around_text(facts: &Facts, statement: &Statement, version: &Version) -> Vec<Outcome> {
    let subject = statement.subject(version);
    let before_text = |sentence: Sentence, by: &str, at: Timestamp| {
        let about = || {
            contradiction(
                sentence,
                &subject,
                facts.name_of(by),
                facts.day_of(at),
                facts.day_of(version.recorded_at),
            )
        };
        (at < version.recorded_at).then(about)
    };
    let signed = version
        .signatures
        .iter()
        .filter_map(|it| before_text(SIGNED_BEFORE_TEXT, &it.person, it.at));
    let confirmed = version
        .contents
        .iter()
        .filter_map(|it| before_text(CONFIRMED_BEFORE_TEXT, &it.by, it.at));
    let published = version
        .publications
        .iter()
        .filter_map(|it| before_text(PUBLISHED_BEFORE_TEXT, "", it.at));
    let signers = version
        .signatures
        .iter()
        .filter_map(|it| around_signer(facts, &subject, it));
    signed
        .chain(confirmed)
        .chain(published)
        .chain(signers)
        .collect()
}

fn around_signer(facts: &Facts, subject: &Subject, signature: &Signature) -> Option<Outcome> {
    let signer = facts.person(&signature.person)?;
    let on = facts.signing_day(signature);
    if signer.starts_after(on) {
        return Some(contradiction(
            SIGNED_BEFORE_START,
            subject,
            &signer.name,
            on,
            signer.started_on?,
        ));
    }
    let left = signer.left_before(on).then_some(signer.left_on)??;
    Some(contradiction(
        SIGNED_AFTER_LEAVING,
        subject,
        &signer.name,
        on,
        left,
    ))
}

/// Acknowledging before the first day is no contradiction: people may be briefed before they start.
fn around_acknowledgement(facts: &Facts, coverage: &Coverage, duty: &Duty) -> Option<Outcome> {
    let at = duty.acknowledged_at?;
    let on = facts.day_of(at);
    if at < coverage.published_at {
        let published = facts.day_of(coverage.published_at);
        return Some(contradiction(
            ACKNOWLEDGED_BEFORE_PUBLICATION,
            &coverage.subject(),
            facts.name_of(&duty.person),
            on,
            published,
        ));
    }
    let left = facts
        .person(&duty.person)?
        .left_on
        .filter(|left| *left < on)?;
    Some(contradiction(
        ACKNOWLEDGED_AFTER_LEAVING,
        &coverage.subject(),
        facts.name_of(&duty.person),
        on,
        left,
    ))
}

fn around_record(facts: &Facts, entry: &TimeTrail) -> Option<Outcome> {
    let claimed = entry
        .claimed_at
        .filter(|claimed| *claimed > entry.recorded_at)?;
    let subject = Subject::new(entry.index.to_string(), &entry.subject);
    Some(contradiction(
        RECORDED_BEFORE_CLAIMED,
        &subject,
        "",
        facts.day_of(claimed),
        facts.day_of(entry.recorded_at),
    ))
}

fn around_appointment(facts: &Facts, line: &Appointment) -> Option<Outcome> {
    let until = line.until.filter(|until| *until < line.from)?;
    let subject = Subject::new(&line.id, &line.capacity);
    Some(contradiction(
        APPOINTMENT_ENDS_FIRST,
        &subject,
        facts.name_of(&line.person),
        until,
        line.from,
    ))
}

fn around_person(person: &Person) -> Option<Outcome> {
    let started = person.started_on?;
    let left = person.left_on.filter(|left| *left < started)?;
    Some(contradiction(
        LEFT_BEFORE_JOINING,
        &Subject::new(&person.id, &person.name),
        &person.name,
        left,
        started,
    ))
}

fn contradiction(
    sentence: Sentence,
    subject: &Subject,
    person: &str,
    at: jiff::civil::Date,
    other: jiff::civil::Date,
) -> Outcome {
    sentence.about(
        subject.clone(),
        &[
            ("subject", &subject.name),
            ("person", &person),
            ("at", &at),
            ("other", &other),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::outcome::Severity::Maj;
    use crate::outcome::State::{Fail, Pass, Unknown};
    use crate::testing::{cases, day, firm, grades, noon, nothing, only, says};

    #[test]
    fn events_in_a_possible_order_pass_and_are_counted() {
        assert_eq!(
            only(&RULE, &firm()).sentence,
            "Acts compared: 21; their times do not contradict each other."
        );
        assert_eq!(says(&RULE, &firm()), (Pass, "possible"));
    }

    #[test]
    fn without_acts_there_is_no_order() {
        assert_eq!(says(&RULE, &nothing()), (Unknown, "nothing-recorded"));
    }

    #[test]
    fn nobody_signs_publishes_or_reads_a_text_before_it_exists() {
        let mut firm = firm();
        firm.text().recorded_at = noon("2026-01-14");
        let found = cases(&RULE, &firm);
        for case in [
            "signed-before-text",
            "confirmed-before-text",
            "published-before-text",
        ] {
            assert!(found.contains(&case), "{case}");
        }
        assert!(
            RULE.check(&firm)
                .iter()
                .all(|outcome| outcome.severity == Maj)
        );
    }

    #[test]
    fn signing_in_the_moment_of_recording_is_possible() {
        let mut firm = firm();
        firm.text().contents.clear();
        firm.text().recorded_at = noon("2026-01-12");
        assert_eq!(says(&RULE, &firm), (Pass, "possible"));
    }

    #[test]
    fn a_leaver_signs_on_the_last_day_but_not_on_the_next() {
        let mut firm = firm();
        firm.people[0].left_on = Some(day(2026, 1, 12));
        assert_eq!(cases(&RULE, &firm), ["acknowledged-after-leaving"]);
        firm.people[0].left_on = Some(day(2026, 1, 11));
        assert_eq!(
            cases(&RULE, &firm),
            ["signed-after-leaving", "acknowledged-after-leaving"]
        );
    }

    #[test]
    fn nobody_signs_before_the_first_day() {
        let mut firm = firm();
        firm.people[0].started_on = Some(day(2026, 1, 13));
        assert_eq!(says(&RULE, &firm), (Fail, "signed-before-start"));
        assert_eq!(grades(&RULE, &firm), Maj);
    }

    #[test]
    fn a_joiner_may_acknowledge_before_the_first_day() {
        let mut firm = firm();
        firm.people[3].started_on = Some(day(2026, 2, 1));
        assert_eq!(says(&RULE, &firm), (Pass, "possible"));
    }

    #[test]
    fn nobody_acknowledges_before_publication() {
        let mut firm = firm();
        firm.coverages[0].duties[3].acknowledged_at = Some(noon("2026-01-12"));
        assert_eq!(
            says(&RULE, &firm),
            (Fail, "acknowledged-before-publication")
        );
    }

    #[test]
    fn dates_edited_until_one_pair_agrees_contradict_another() {
        let mut firm = firm();
        firm.people[0].left_on = Some(day(2019, 12, 31));
        firm.appointments[1].until = Some(day(2019, 12, 31));
        firm.trail.entries[0].claimed_at = Some(noon("2026-01-13"));
        let found = cases(&RULE, &firm);
        for case in [
            "left-before-joining",
            "appointment-ends-first",
            "recorded-before-claimed",
        ] {
            assert!(found.contains(&case), "{case}");
        }
    }
}
