use crate::days::days_between;
use crate::facts::{Facts, TimeTrail};
use crate::outcome::{Args, Outcome, Subject};
use crate::rule::{Sentence, rule};

rule! {
    /// # Nothing is back-dated
    ///
    /// **Looks at** the three times of every record (when it is said to have happened, when it was recorded, when somebody outside first witnessed it) and at statements that claim to hold from before they were signed.
    ///
    /// **Why** evidence made up the week before the audit is worth less than none. Late entries are lawful and stay visible; unlabelled ones deceive.
    ///
    /// **What to do** record things when they happen. Above `late.label` days label the entry as late, above `late.label.explain` days say why.
    ///
    /// **How it is gamed** the clock of the server is turned back. Records are numbered, so a later number with an earlier time stands out, and so does a record witnessed outside before it was made.
    "backdated-record"
    group: Integrity,
    questions: [],
    tier: 1,
    severity: Maj,
    obligations: ["OB-35"],
    requirements: ["iso27001:7.5.3"],
    thresholds: ["late.label", "late.label.explain"],
    says: {
        STRAIGHT = Pass "straight" "Records looked at: {records}, labelled as late entries: {late}; none is back-dated.";
        UNLABELLED = Fail "unlabelled" "“{subject}” is said to have happened on {claimed} but was recorded on {recorded}, without being labelled as a late entry.";
        UNEXPLAINED = Fail "unexplained" "“{subject}” is said to have happened on {claimed} but was recorded on {recorded}, as a late entry without a reason.";
        EFFECTIVE_EARLIER = Fail "effective-before-signature" "“{subject}” claims to hold from {claimed} but was first signed on {recorded}.";
        CLOCK_WENT_BACK = Fail "clock-went-back" "Record {index} (“{subject}”) carries an earlier time than a record before it: {recorded}.";
        WITNESSED_EARLIER = Fail "witnessed-earlier" "Record {index} (“{subject}”) was witnessed outside on {claimed}, before its own time of {recorded}.";
        NOTHING_RECORDED = Unknown "nothing-recorded" "Nothing recorded yet: there are no records whose times could be compared.";
    }
}

fn check(facts: &Facts) -> Vec<Outcome> {
    if facts.trail.records == 0 {
        return vec![NOTHING_RECORDED.about(facts.organisation.subject(), &[])];
    }
    let gaps = facts
        .trail
        .entries
        .iter()
        .filter_map(|entry| backdated(facts, entry));
    let gaps: Vec<_> = gaps
        .chain(clock_went_back(facts))
        .chain(effective_earlier(facts))
        .collect();
    if gaps.is_empty() {
        let late = facts
            .trail
            .entries
            .iter()
            .filter(|entry| entry.late.is_some())
            .count();
        let args: Args<'_> = &[("records", &facts.trail.records), ("late", &late)];
        return vec![STRAIGHT.about(facts.organisation.subject(), args)];
    }
    gaps
}

fn backdated(facts: &Facts, entry: &TimeTrail) -> Option<Outcome> {
    if entry
        .anchored_at
        .is_some_and(|anchored| anchored < entry.recorded_at)
    {
        let anchored = facts.day_of(entry.anchored_at?);
        return Some(say(facts, WITNESSED_EARLIER, entry, &anchored));
    }
    let claimed = facts.day_of(entry.claimed_at?);
    let days_late = days_between(claimed, facts.day_of(entry.recorded_at));
    let above = |key| days_late > i64::from(facts.threshold(key));
    let sentence = match entry.late.as_deref().map(str::trim) {
        None if above("late.label") => UNLABELLED,
        Some("") if above("late.label.explain") => UNEXPLAINED,
        _ => return None,
    };
    Some(say(facts, sentence, entry, &claimed))
}

fn clock_went_back(facts: &Facts) -> impl Iterator<Item = Outcome> {
    let mut entries: Vec<_> = facts.trail.entries.iter().collect();
    entries.sort_by_key(|entry| entry.index);
    let mut latest = None;
    entries.into_iter().filter_map(move |entry| {
        let went_back = latest.is_some_and(|latest| entry.recorded_at < latest);
        latest = latest.max(Some(entry.recorded_at));
        went_back.then(|| {
            say(
                facts,
                CLOCK_WENT_BACK,
                entry,
                &facts.day_of(entry.recorded_at),
            )
        })
    })
}

fn effective_earlier(facts: &Facts) -> impl Iterator<Item = Outcome> {
    let versions = facts
        .statements
        .iter()
        .flat_map(|statement| statement.versions.iter().map(move |it| (statement, it)));
    versions.filter_map(|(statement, version)| {
        let signed = version
            .valid_signatures()
            .first()
            .map(|signature| facts.signing_day(signature))?;
        let effective = version
            .effective_on
            .filter(|effective| *effective < signed)?;
        let subject = statement.subject(version);
        let name = subject.name.clone();
        Some(EFFECTIVE_EARLIER.about(
            subject,
            &[
                ("subject", &name),
                ("claimed", &effective),
                ("recorded", &signed),
            ],
        ))
    })
}

fn say(
    facts: &Facts,
    sentence: Sentence,
    entry: &TimeTrail,
    other: &dyn std::fmt::Display,
) -> Outcome {
    let recorded = facts.day_of(entry.recorded_at);
    let subject = Subject::new(entry.index.to_string(), &entry.subject);
    sentence.about(
        subject,
        &[
            ("subject", &entry.subject),
            ("index", &entry.index),
            ("claimed", other),
            ("recorded", &recorded),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Facts;
    use crate::outcome::State::{Fail, Pass, Unknown};
    use crate::testing::{cases, day, entry, firm, noon, nothing, only, says};

    /// The firm, with one record of 20 January 2026 that claims another day.
    fn firm_claiming(claimed: &str, late: Option<&str>) -> Facts {
        let mut firm = firm();
        let mut record = entry(9, "2026-01-20");
        record.claimed_at = Some(noon(claimed));
        record.late = late.map(Into::into);
        firm.trail.entries.push(record);
        firm
    }

    #[test]
    fn records_made_when_things_happen_pass() {
        let found = only(&RULE, &firm());
        assert_eq!(
            found.sentence,
            "Records looked at: 40, labelled as late entries: 0; none is back-dated."
        );
    }

    #[test]
    fn three_days_later_needs_no_label_and_the_fourth_does() {
        assert_eq!(
            says(&RULE, &firm_claiming("2026-01-17", None)),
            (Pass, "straight")
        );
        assert_eq!(
            says(&RULE, &firm_claiming("2026-01-16", None)),
            (Fail, "unlabelled")
        );
    }

    #[test]
    fn seven_days_later_a_label_is_enough_and_the_eighth_needs_a_reason() {
        assert_eq!(
            says(&RULE, &firm_claiming("2026-01-13", Some(""))),
            (Pass, "straight")
        );
        assert_eq!(
            says(&RULE, &firm_claiming("2026-01-12", Some(" "))),
            (Fail, "unexplained")
        );
        assert_eq!(
            says(
                &RULE,
                &firm_claiming("2026-01-12", Some("found in the archive"))
            ),
            (Pass, "straight")
        );
    }

    #[test]
    fn without_records_nothing_is_known_about_their_times() {
        assert_eq!(says(&RULE, &nothing()), (Unknown, "nothing-recorded"));
    }

    #[test]
    fn a_statement_cannot_hold_from_before_it_was_signed() {
        let mut firm = firm();
        firm.text().effective_on = Some(day(2026, 1, 11));
        assert_eq!(says(&RULE, &firm), (Fail, "effective-before-signature"));
    }

    #[test]
    fn a_clock_turned_back_stands_out_by_the_numbers_of_the_records() {
        let mut firm = firm();
        firm.trail.entries.push(entry(8, "2026-01-11"));
        assert_eq!(says(&RULE, &firm), (Fail, "clock-went-back"));
    }

    #[test]
    fn a_record_cannot_have_been_witnessed_before_it_was_made() {
        let mut firm = firm();
        firm.trail.entries[0].anchored_at = Some(noon("2026-01-11"));
        assert_eq!(says(&RULE, &firm), (Fail, "witnessed-earlier"));
        firm.trail.entries[0].anchored_at = Some(noon("2026-01-13"));
        assert_eq!(cases(&RULE, &firm), ["straight"]);
    }
}
