use std::collections::HashSet;

use jiff::civil::Date;

use crate::days::Deadline;
use crate::facts::{Coverage, Duty, Facts, Person};
use crate::outcome::{Args, Lateness, Outcome, Severity, Subject};
use crate::questions::Question::Q7;
use crate::rule::rule;

rule! {
    /// # Not acknowledged in time
    ///
    /// **Looks at** every published version that asks for acknowledgement: who is bound, who has acknowledged, who has declined, who is past the last day of this version or of an earlier one, who was excluded and why.
    ///
    /// **Why** people can only be held to what they were shown. Coverage at a date, with the names behind it, is what an auditor samples.
    ///
    /// **What to do** remind whoever is late, beginning at the top; decide what follows from each refusal; write down a reason and a decision for everybody who was left out.
    ///
    /// **How it is gamed** the list of the bound is made shorter until the rest is complete. Whoever is with the organisation and neither bound nor excluded with a reason is counted as missing. Or a new version is published, so that a new last day begins: whoever let the day of an earlier version pass and has acknowledged nothing since stays late. A refusal is a gap until the person acknowledges. A member of top management among those who are late or declined, or less than 80 percent of those whose day has passed, is graded major.
    "policy-ack-missing"
    group: Policies,
    questions: [Q7],
    tier: 1,
    severity: Min,
    obligations: ["OB-04"],
    requirements: ["iso27001:5.2(f)", "iso27001:7.3(a)", "pci4:12.6.3"],
    thresholds: ["ack.new_version"],
    says: {
        COMPLETE = Pass "complete" "“{title}” version {version}: all {owed} bound people have acknowledged.";
        DUE_SOON = DueSoon "due-soon" "“{title}” version {version}: {done} of {owed} bound people have acknowledged; the others are due from {due} on.";
        LATE = Fail "late" "“{title}” version {version}: {done} of {owed} bound people have acknowledged, {late} are late, the longest since {due}.";
        TOP_LATE = Fail "top-late" "“{title}” version {version}: {done} of {owed} bound people have acknowledged, {late} are late, the longest since {due}; among them from top management: {managers}.";
        DECLINED = Fail "declined" "“{title}” version {version}: {declined} of {owed} bound people have declined to acknowledge it, first on {first}.";
        TOP_DECLINED = Fail "top-declined" "“{title}” version {version}: {declined} of {owed} bound people have declined to acknowledge it, first on {first}; among them from top management: {managers}.";
        LATE_BEFORE = Fail "late-before" "“{title}” version {version}: {late} of {owed} bound people let the last day of an earlier version pass and have acknowledged nothing since, the longest since {due}.";
        TOP_LATE_BEFORE = Fail "top-late-before" "“{title}” version {version}: {late} of {owed} bound people let the last day of an earlier version pass and have acknowledged nothing since, the longest since {due}; among them from top management: {managers}.";
        LEFT_OUT = Fail "left-out" "“{title}” version {version} binds everybody, but {missing} people are neither bound nor excluded.";
        UNEXPLAINED = Fail "unexplained-exclusion" "“{title}” version {version} does not bind {excluded}, without a reason that somebody else has approved.";
        NOBODY = Unknown "nobody-bound" "“{title}” version {version} is published but binds nobody yet.";
        NOTHING_RECORDED = Unknown "nothing-recorded" "Nothing recorded yet: no published document asks for acknowledgement.";
    }
}

/// Below this share of those whose last day has passed, the gap is major.
const MAJOR_BELOW_PERCENT: usize = 80;

fn check(facts: &Facts) -> Vec<Outcome> {
    let found: Vec<_> = facts
        .current_coverages()
        .flat_map(|coverage| judge(facts, coverage))
        .collect();
    if found.is_empty() {
        return vec![NOTHING_RECORDED.about(facts.organisation.subject(), &[])];
    }
    found
}

fn judge(facts: &Facts, coverage: &Coverage) -> Vec<Outcome> {
    let gaps = [
        left_out(facts, coverage),
        unexplained(facts, coverage),
        declined(facts, coverage),
        late_before(facts, coverage),
        progress(facts, coverage),
    ];
    gaps.into_iter().flatten().collect()
}

/// How far it has come; nothing where only refusals are left, which say so themselves.
fn progress(facts: &Facts, coverage: &Coverage) -> Option<Outcome> {
    let owed: Vec<_> = facts.owed(coverage).collect();
    let (title, version) = (&coverage.title, coverage.version);
    if owed.is_empty() {
        let args: Args<'_> = &[("title", title), ("version", &version)];
        return Some(NOBODY.about(coverage.subject(), args));
    }
    let open: Vec<_> = owed.iter().copied().filter(|duty| duty.is_open()).collect();
    let Some(due) = open.iter().map(|duty| duty.due_on).min() else {
        let args: Args<'_> = &[
            ("title", title),
            ("version", &version),
            ("owed", &owed.len()),
        ];
        let is_complete = owed.iter().all(|duty| duty.acknowledged_at.is_some());
        return is_complete.then(|| COMPLETE.about(coverage.subject(), args));
    };
    if due < facts.as_at() {
        return Some(late(facts, coverage, &owed));
    }
    let args: Args<'_> = &[
        ("title", title),
        ("version", &version),
        ("done", &done(&owed)),
        ("owed", &owed.len()),
        ("due", &due),
    ];
    Some(DUE_SOON.about(coverage.subject(), args))
}

fn done(owed: &[&Duty]) -> usize {
    let done = owed.iter().filter(|duty| duty.acknowledged_at.is_some());
    done.count()
}

/// The names of those among them who are on the register of top management.
fn managers(facts: &Facts, among: &[&Duty]) -> String {
    let leads = |duty: &&&Duty| facts.is_top_manager(&duty.person, facts.as_at());
    let names: Vec<_> = among
        .iter()
        .filter(leads)
        .map(|duty| facts.name_of(&duty.person))
        .collect();
    names.join(", ")
}

/// A refusal is an answer, and never the one that was asked for.
fn declined(facts: &Facts, coverage: &Coverage) -> Option<Outcome> {
    let owed: Vec<_> = facts.owed(coverage).collect();
    let declined: Vec<_> = owed
        .iter()
        .copied()
        .filter(|duty| duty.is_declined())
        .collect();
    let first = declined.iter().filter_map(|duty| duty.declined_at).min()?;
    let managers = managers(facts, &declined);
    let args: Args<'_> = &[
        ("title", &coverage.title),
        ("version", &coverage.version),
        ("declined", &declined.len()),
        ("owed", &owed.len()),
        ("first", &facts.day_of(first)),
        ("managers", &managers),
    ];
    Some(if managers.is_empty() {
        DECLINED.about(coverage.subject(), args)
    } else {
        TOP_DECLINED
            .about(coverage.subject(), args)
            .graded(Severity::Maj)
    })
}

/// Whoever was late with an earlier version is late still, whatever the new last day.
fn late_before(facts: &Facts, coverage: &Coverage) -> Option<Outcome> {
    let owed: Vec<_> = facts.owed(coverage).collect();
    let still_late =
        |duty: &&Duty| duty.late_since.is_some() && duty.is_open() && !duty.is_late(facts.as_at());
    let late: Vec<_> = owed.iter().copied().filter(still_late).collect();
    let longest = late.iter().filter_map(|duty| duty.late_since).min()?;
    let managers = managers(facts, &late);
    let args: Args<'_> = &[
        ("title", &coverage.title),
        ("version", &coverage.version),
        ("late", &late.len()),
        ("owed", &owed.len()),
        ("due", &longest),
        ("managers", &managers),
    ];
    let many = (owed.len() - late.len()) * 100 < owed.len() * MAJOR_BELOW_PERCENT;
    Some(match (managers.is_empty(), many) {
        (false, _) => TOP_LATE_BEFORE
            .about(coverage.subject(), args)
            .graded(Severity::Maj),
        (true, true) => LATE_BEFORE
            .about(coverage.subject(), args)
            .graded(Severity::Maj),
        (true, false) => LATE_BEFORE
            .about(coverage.subject(), args)
            .late_by(lateness(facts, longest)),
    })
}

fn late(facts: &Facts, coverage: &Coverage, owed: &[&Duty]) -> Outcome {
    let late: Vec<_> = owed
        .iter()
        .copied()
        .filter(|duty| duty.is_late(facts.as_at()))
        .collect();
    let longest = late
        .iter()
        .map(|duty| duty.due_on)
        .min()
        .unwrap_or(facts.as_at());
    let managers = managers(facts, &late);
    let sentence = if managers.is_empty() { LATE } else { TOP_LATE };
    let found = sentence.about(
        coverage.subject(),
        &[
            ("title", &coverage.title),
            ("version", &coverage.version),
            ("done", &done(owed)),
            ("owed", &owed.len()),
            ("late", &late.len()),
            ("due", &longest),
            ("managers", &managers),
        ],
    );
    if !managers.is_empty() || is_low(facts.as_at(), owed) {
        return found.graded(Severity::Maj);
    }
    found.late_by(lateness(facts, longest))
}

/// Whether too few of those whose last day has passed have acknowledged.
fn is_low(today: Date, owed: &[&Duty]) -> bool {
    let is_due = |duty: &&Duty| duty.due_on < today;
    let due: Vec<_> = owed.iter().copied().filter(is_due).collect();
    done(&due) * 100 < due.len() * MAJOR_BELOW_PERCENT
}

fn lateness(facts: &Facts, due: Date) -> Option<Lateness> {
    let interval = i64::from(facts.threshold("ack.new_version"));
    Deadline::days_after(due, 0)
        .lateness(facts.as_at())
        .map(|lateness| Lateness {
            interval,
            ..lateness
        })
}

/// People who are there, and of whom the list of a document that binds everybody says nothing.
fn left_out(facts: &Facts, coverage: &Coverage) -> Option<Outcome> {
    let bound = coverage.duties.iter().map(|duty| duty.person.as_str());
    let excluded = coverage.exclusions.iter().map(|it| it.person.as_str());
    let listed: HashSet<&str> = bound.chain(excluded).collect();
    let unlisted =
        |person: &&Person| person.is_there(facts.as_at()) && !listed.contains(person.id.as_str());
    let missing = facts.people.iter().filter(unlisted).count();
    let args: Args<'_> = &[
        ("title", &coverage.title),
        ("version", &coverage.version),
        ("missing", &missing),
    ];
    (coverage.binds_everyone && missing > 0).then(|| LEFT_OUT.about(coverage.subject(), args))
}

fn unexplained(facts: &Facts, coverage: &Coverage) -> Option<Outcome> {
    let unjustified = coverage
        .exclusions
        .iter()
        .filter(|exclusion| !exclusion.is_justified());
    let excluded = unjustified
        .map(|exclusion| facts.name_of(&exclusion.person))
        .collect::<Vec<_>>()
        .join(", ");
    let args: Args<'_> = &[
        ("title", &coverage.title),
        ("version", &coverage.version),
        ("excluded", &excluded),
    ];
    (!excluded.is_empty()).then(|| UNEXPLAINED.about(coverage.subject(), args))
}

impl Coverage {
    pub(super) fn subject(&self) -> Subject {
        Subject::new(&self.document, format!("{} v{}", self.title, self.version))
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::{Exclusion, Facts};
    use crate::outcome::Severity::{Maj, Min};
    use crate::outcome::State::{DueSoon, Fail, Pass, Unknown};
    use crate::testing::{cases, day, duty, firm, grades, noon, nothing, only, person, says};

    /// The firm, except that one person has not acknowledged; the last day was 12 February 2026.
    fn firm_without(person: &str) -> Facts {
        let mut firm = firm();
        firm.coverages[0]
            .duties
            .retain(|duty| duty.person != person);
        firm.coverages[0].duties.push(duty(person, None));
        firm
    }

    #[test]
    fn a_document_that_everybody_has_acknowledged_passes() {
        assert_eq!(
            only(&RULE, &firm()).sentence,
            "“Security statement” version 1: all 4 bound people have acknowledged."
        );
    }

    #[test]
    fn on_the_last_day_nobody_is_late_and_a_day_later_somebody_is() {
        assert_eq!(
            says(&RULE, &firm_without("sam").asked(2026, 2, 12)),
            (DueSoon, "due-soon")
        );
        assert_eq!(
            says(&RULE, &firm_without("sam").asked(2026, 2, 13)),
            (Fail, "late")
        );
    }

    #[test]
    fn a_far_last_day_does_not_make_an_open_acknowledgement_pass() {
        let mut firm = firm_without("sam").asked(2026, 1, 20);
        firm.coverages[0].duties[3].due_on = day(2027, 1, 20);
        assert_eq!(says(&RULE, &firm), (DueSoon, "due-soon"));
    }

    #[test]
    fn where_nothing_is_published_nothing_is_known() {
        assert_eq!(says(&RULE, &nothing()), (Unknown, "nothing-recorded"));
    }

    #[test]
    fn a_document_that_binds_nobody_yet_does_not_pass() {
        let mut firm = firm();
        firm.coverages[0].binds_everyone = false;
        firm.coverages[0].duties.clear();
        assert_eq!(says(&RULE, &firm), (Unknown, "nobody-bound"));
    }

    #[test]
    fn a_late_member_of_top_management_is_named_and_graded_major() {
        let found = only(&RULE, &firm_without("omar"));
        assert!(
            found
                .sentence
                .ends_with("among them from top management: Omar."),
            "{}",
            found.sentence
        );
        assert_eq!(found.severity, Maj);
    }

    #[test]
    fn eighty_percent_is_the_limit_below_which_staff_alone_are_graded_major() {
        let mut firm = firm_without("sam");
        firm.people.push(person("kim"));
        firm.coverages[0]
            .duties
            .push(duty("kim", Some("2026-01-30")));
        assert_eq!(grades(&RULE, &firm), Min);
        firm.coverages[0].duties.pop();
        firm.people.pop();
        assert_eq!(grades(&RULE, &firm), Maj);
    }

    #[test]
    fn a_refusal_is_a_gap_at_once_and_no_refusal_completes_anything() {
        let mut firm = firm_without("sam").asked(2026, 1, 25);
        firm.coverages[0].duties[3].declined_at = Some(noon("2026-01-20"));
        assert_eq!(
            only(&RULE, &firm).sentence,
            "“Security statement” version 1: 1 of 4 bound people have declined to acknowledge it, first on 2026-01-20."
        );
        assert_eq!(says(&RULE, &firm), (Fail, "declined"));
        firm.coverages[0].duties[3].acknowledged_at = Some(noon("2026-01-22"));
        assert_eq!(says(&RULE, &firm), (Pass, "complete"));
    }

    #[test]
    fn a_member_of_top_management_who_declined_is_named_and_graded_major() {
        let mut firm = firm_without("omar");
        firm.coverages[0].duties[3].declined_at = Some(noon("2026-01-20"));
        let found = only(&RULE, &firm);
        assert_eq!((found.case, found.severity), ("top-declined", Maj));
        assert!(found.sentence.ends_with(": Omar."), "{}", found.sentence);
    }

    #[test]
    fn a_new_version_gives_a_new_last_day_and_no_clean_slate() {
        let mut firm = firm_without("sam").asked(2026, 1, 25);
        firm.coverages[0].duties[3].late_since = Some(day(2025, 3, 1));
        assert_eq!(cases(&RULE, &firm), ["late-before", "due-soon"]);
        firm.coverages[0].duties[3].acknowledged_at = Some(noon("2026-01-24"));
        assert_eq!(cases(&RULE, &firm), ["complete"]);
    }

    #[test]
    fn a_director_who_was_late_with_an_earlier_version_is_still_named() {
        let mut firm = firm_without("omar").asked(2026, 1, 25);
        firm.coverages[0].duties[3].late_since = Some(day(2025, 3, 1));
        let worst = RULE.check(&firm).remove(0);
        assert_eq!((worst.case, worst.severity), ("top-late-before", Maj));
    }

    #[test]
    fn who_has_left_owes_nothing_any_more() {
        let mut firm = firm_without("sam");
        firm.people[3].left_on = Some(day(2026, 3, 31));
        assert_eq!(says(&RULE, &firm), (Pass, "complete"));
    }

    #[test]
    fn a_list_made_shorter_is_compared_with_the_people_there_are() {
        let mut firm = firm();
        firm.coverages[0].duties.retain(|duty| duty.person != "sam");
        assert_eq!(cases(&RULE, &firm), ["left-out", "complete"]);
    }

    #[test]
    fn an_exclusion_needs_a_reason_that_somebody_else_approved() {
        let mut firm = firm();
        firm.coverages[0].duties.retain(|duty| duty.person != "sam");
        let exclusion = |reason: &str, by: &str| Exclusion {
            person: "sam".into(),
            reason: Some(reason.into()),
            approved_by: Some(by.into()),
            recorded_at: noon("2026-01-13"),
        };
        for (reason, by) in [(" ", "dana"), ("on leave", "sam")] {
            firm.coverages[0].exclusions = vec![exclusion(reason, by)];
            assert_eq!(cases(&RULE, &firm), ["unexplained-exclusion", "complete"]);
        }
        firm.coverages[0].exclusions = vec![exclusion("on leave", "dana")];
        assert_eq!(cases(&RULE, &firm), ["complete"]);
    }
}
