use crate::facts::{Coverage, Duty, Facts};
use crate::outcome::{Args, Outcome, Subject};
use crate::questions::Question::Q6;
use crate::rule::{Sentence, rule};

rule! {
    /// # Management has not acknowledged
    ///
    /// **Looks at** everybody on the register of top management, and every published version that asks for acknowledgement: done, open, declined, late with this version or an earlier one, excluded, or not asked at all.
    ///
    /// **Why** executives first. The managers who order the rules are the first whom an auditor asks for their own acknowledgement.
    ///
    /// **What to do** read and acknowledge. Where something really does not concern a member of management, have somebody else approve the exclusion, with its reason.
    ///
    /// **How it is gamed** the audience is defined so that the board is not in it. What binds everybody binds the board: whoever is on the register and not on the list is a gap, and an exclusion needs a reason and somebody else's approval.
    "exec-ack-missing"
    group: Conduct,
    questions: [Q6],
    tier: 1,
    severity: Min,
    obligations: ["OB-23", "OB-04"],
    requirements: ["iso27001:A.5.4", "iso27001:5.1"],
    thresholds: [],
    says: {
        DONE = Pass "done" "{manager} acknowledged “{title}” version {version} on {done}.";
        DUE_SOON = DueSoon "due-soon" "{manager} is to acknowledge “{title}” version {version} by {due}.";
        LATE = Fail "late" "{manager} should have acknowledged “{title}” version {version} by {due}.";
        LATE_BEFORE = Fail "late-before" "{manager} let the last day of an earlier version of “{title}” pass on {before} and has acknowledged nothing since; version {version} is due by {due}.";
        DECLINED = Fail "declined" "{manager} declined on {declined} to acknowledge “{title}” version {version}.";
        NOT_ASKED = Fail "not-asked" "“{title}” version {version} binds everybody, but {manager} was not asked to acknowledge it.";
        UNJUSTIFIED = Fail "unjustified-exclusion" "{manager} is excluded from “{title}” version {version} without a reason that somebody else has approved.";
        EXCUSED = NotApplicable "excused" "{manager} is excluded from “{title}” version {version}, approved by {approver}: {reason}.";
        NOTHING_RECORDED = Unknown "nothing-recorded" "Nothing recorded yet: there is no member of top management and published document to compare.";
    }
}

fn check(facts: &Facts) -> Vec<Outcome> {
    let found: Vec<_> = facts
        .top_managers(facts.as_at())
        .into_iter()
        .filter(|manager| {
            facts
                .person(manager)
                .is_none_or(|person| person.is_there(facts.as_at()))
        })
        .flat_map(|manager| {
            facts
                .current_coverages()
                .filter_map(move |coverage| judge(facts, manager, coverage))
        })
        .collect();
    if found.is_empty() {
        return vec![NOTHING_RECORDED.about(facts.organisation.subject(), &[])];
    }
    found
}

fn judge(facts: &Facts, manager: &str, coverage: &Coverage) -> Option<Outcome> {
    if let Some(duty) = coverage.duty_of(manager) {
        return Some(progress(facts, coverage, duty));
    }
    if let Some(exclusion) = coverage.exclusion_of(manager) {
        let approver = exclusion
            .approved_by
            .as_deref()
            .map_or("", |id| facts.name_of(id));
        let reason = exclusion.reason.as_deref().unwrap_or_default();
        let sentence = if exclusion.is_justified() {
            EXCUSED
        } else {
            UNJUSTIFIED
        };
        return Some(say(
            facts,
            sentence,
            manager,
            coverage,
            &[("approver", &approver), ("reason", &reason)],
        ));
    }
    coverage
        .binds_everyone
        .then(|| say(facts, NOT_ASKED, manager, coverage, &[]))
}

fn progress(facts: &Facts, coverage: &Coverage, duty: &Duty) -> Outcome {
    if let Some(at) = duty.acknowledged_at {
        return say(
            facts,
            DONE,
            &duty.person,
            coverage,
            &[("done", &facts.day_of(at))],
        );
    }
    // What is owed is no evidence yet, however long there is left.
    if let Some(declined) = duty.declined_at {
        let declined = facts.day_of(declined);
        let args: Args<'_> = &[("declined", &declined)];
        return say(facts, DECLINED, &duty.person, coverage, args);
    }
    if let (Some(before), false) = (duty.late_since, duty.is_late(facts.as_at())) {
        let args: Args<'_> = &[("before", &before), ("due", &duty.due_on)];
        return say(facts, LATE_BEFORE, &duty.person, coverage, args);
    }
    let sentence = if duty.is_late(facts.as_at()) {
        LATE
    } else {
        DUE_SOON
    };
    say(
        facts,
        sentence,
        &duty.person,
        coverage,
        &[("due", &duty.due_on)],
    )
}

fn say(
    facts: &Facts,
    sentence: Sentence,
    manager: &str,
    coverage: &Coverage,
    more: Args<'_>,
) -> Outcome {
    let name = facts.name_of(manager);
    let mut args: Vec<(&'static str, &dyn std::fmt::Display)> = vec![
        ("manager", &name),
        ("title", &coverage.title),
        ("version", &coverage.version),
    ];
    args.extend(more);
    sentence.about(Subject::new(manager, name), &args)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::{Exclusion, Facts};
    use crate::outcome::State::{Fail, Unknown};
    use crate::testing::{cases, duty, firm, noon, nothing, says};

    /// The firm, except that Dana has not acknowledged; the last day was 12 February 2026.
    fn firm_without_dana() -> Facts {
        let mut firm = firm();
        firm.coverages[0].duties[0] = duty("dana", None);
        firm
    }

    fn excluded(reason: Option<&str>, approved_by: &str) -> Exclusion {
        Exclusion {
            person: "dana".into(),
            reason: reason.map(Into::into),
            approved_by: Some(approved_by.into()),
            recorded_at: noon("2026-01-13"),
        }
    }

    #[test]
    fn every_member_of_top_management_is_looked_at_alone() {
        assert_eq!(cases(&RULE, &firm()), ["done", "done"]);
    }

    #[test]
    fn on_the_last_day_a_director_is_not_late_and_a_day_later_is() {
        assert_eq!(
            cases(&RULE, &firm_without_dana().asked(2026, 2, 12)),
            ["due-soon", "done"]
        );
        assert_eq!(
            cases(&RULE, &firm_without_dana().asked(2026, 2, 13)),
            ["late", "done"]
        );
    }

    #[test]
    fn a_far_last_day_does_not_make_an_open_acknowledgement_pass() {
        let mut firm = firm_without_dana().asked(2026, 1, 20);
        firm.coverages[0].duties[0].due_on = crate::testing::day(2027, 1, 20);
        assert_eq!(cases(&RULE, &firm), ["due-soon", "done"]);
    }

    #[test]
    fn a_director_who_declined_is_a_gap_at_once_and_never_a_pass() {
        let mut firm = firm_without_dana().asked(2026, 1, 25);
        firm.coverages[0].duties[0].declined_at = Some(noon("2026-01-20"));
        assert_eq!(cases(&RULE, &firm), ["declined", "done"]);
    }

    #[test]
    fn a_director_who_let_an_earlier_version_pass_is_not_given_a_clean_slate() {
        let mut firm = firm_without_dana().asked(2026, 1, 25);
        firm.coverages[0].duties[0].late_since = Some(crate::testing::day(2025, 3, 1));
        assert_eq!(cases(&RULE, &firm), ["late-before", "done"]);
    }

    #[test]
    fn without_a_register_or_a_publication_it_is_unknown() {
        assert_eq!(says(&RULE, &nothing()), (Unknown, "nothing-recorded"));
        let mut firm = firm();
        firm.appointments.clear();
        assert_eq!(says(&RULE, &firm), (Unknown, "nothing-recorded"));
    }

    #[test]
    fn an_audience_without_the_board_is_a_gap_for_each_of_its_members() {
        let mut firm = firm();
        firm.coverages[0]
            .duties
            .retain(|duty| !["dana", "omar"].contains(&&*duty.person));
        assert_eq!(cases(&RULE, &firm), ["not-asked", "not-asked"]);
        assert!(RULE.check(&firm).iter().all(|found| found.state == Fail));
    }

    #[test]
    fn a_director_cannot_approve_the_own_exclusion() {
        let mut firm = firm();
        firm.coverages[0].duties.remove(0);
        firm.coverages[0].exclusions = vec![excluded(Some("no time"), "dana")];
        assert_eq!(cases(&RULE, &firm), ["unjustified-exclusion", "done"]);
        firm.coverages[0].exclusions = vec![excluded(None, "omar")];
        assert_eq!(cases(&RULE, &firm), ["unjustified-exclusion", "done"]);
    }

    #[test]
    fn an_exclusion_that_somebody_else_approved_is_named_and_does_not_apply() {
        let mut firm = firm();
        firm.coverages[0].duties.remove(0);
        firm.coverages[0].exclusions = vec![excluded(Some("outside member"), "omar")];
        assert_eq!(cases(&RULE, &firm), ["done", "excused"]);
    }

    #[test]
    fn who_is_no_longer_on_the_register_is_no_longer_asked_as_a_manager() {
        let mut firm = firm_without_dana();
        firm.appointments[0].until = Some(crate::testing::day(2026, 6, 14));
        assert_eq!(cases(&RULE, &firm), ["done"]);
    }
}
