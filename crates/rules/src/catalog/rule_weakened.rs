use std::collections::BTreeMap;

use crate::days::{days_between, days_later};
use crate::facts::{Audit, Changed, Facts, RuleChange};
use crate::outcome::{Args, Outcome, Severity, Subject};
use crate::parameters;
use crate::rule::rule;

rule! {
    /// # No rule is weakened without a decision of management
    ///
    /// **Looks at** every change of a threshold, of the rules that are asked, and of the people and things they look at; who made it, why, and whether somebody on the register of top management decided it.
    ///
    /// **Why** the easiest way to pass is to ask for less. Loosening a rule is a decision of management like any other: allowed, signed, and shown to the auditor.
    ///
    /// **What to do** have top management decide the change, with its reason, or take it back.
    ///
    /// **How it is gamed** somebody ticks “decided by management”, or edits a value behind the product's back. A decision counts only from somebody who was on the register that day, and a change whose old value is not the one last recorded stands out. Within 60 days before an audit the gap is major.
    "rule-weakened"
    group: Integrity,
    questions: [],
    tier: 2,
    severity: Min,
    obligations: ["OB-35", "OB-11"],
    requirements: ["iso27001:7.5.3", "iso27001:9.3.1"],
    thresholds: [],
    says: {
        UNCHANGED = Pass "unchanged" "Changes of rules and thresholds on record: none; all stand as shipped.";
        ALL_DECIDED = Pass "all-decided" "Changes of rules and thresholds on record: {changes}; top management decided every loosening.";
        LOOSENED = Fail "loosened" "{who} changed “{what}” from {from} to {to} on {on} without a decision of top management.";
        TAKEN_BACK = Fail "taken-back" "{who} had changed “{what}” from {from} to {to} on {on} without a decision of top management; it has been taken back since.";
        DISABLED = Fail "disabled" "{who} switched the rule “{what}” off on {on} without a decision of top management.";
        CUT = Fail "cut" "{who} cut “{what}” from {from} to {to} on {on} without a decision of top management.";
        UNRECORDED = Fail "unrecorded" "“{what}” stood at {from} when {who} changed it on {on}, but the last value on record was {to}: it had been changed outside.";
        UNKNOWN_KEY = Unknown "unknown-threshold" "{who} changed “{what}” on {on}, which no rule here uses.";
    }
}

/// An audit within this many days after the change makes the gap major.
const BEFORE_AUDIT_DAYS: u32 = 60;

/// A loosening that was taken back is pointed out for this long: results of the time in between rest on it.
const POINTED_OUT_DAYS: i64 = 365;

fn check(facts: &Facts) -> Vec<Outcome> {
    let subject = facts.organisation.subject();
    let changes = facts.rule_changes.len();
    if changes == 0 {
        return vec![UNCHANGED.about(subject, &[])];
    }
    let undecided = facts
        .rule_changes
        .iter()
        .enumerate()
        .filter(|(_, change)| !is_decided(facts, change));
    let weakened = undecided.filter_map(|(position, change)| {
        weakening(facts, change, &facts.rule_changes[position + 1..])
    });
    let gaps: Vec<_> = weakened.chain(changed_outside(facts)).collect();
    if gaps.is_empty() {
        return vec![ALL_DECIDED.about(subject, &[("changes", &changes)])];
    }
    gaps
}

fn is_decided(facts: &Facts, change: &RuleChange) -> bool {
    change
        .decision
        .as_ref()
        .is_some_and(|decision| facts.is_top_manager(&decision.by, facts.day_of(decision.at)))
}

/// What an undecided change weakens, in the light of the changes after it; `None` if it asks for more.
fn weakening(facts: &Facts, change: &RuleChange, later: &[RuleChange]) -> Option<Outcome> {
    let found = match &change.changed {
        Changed::Threshold { key, from, to } => {
            return loosened(facts, change, later, (key, *from, *to));
        }
        Changed::RuleEnabled { .. } => return None,
        Changed::RuleDisabled { rule } => {
            let enabled_again = |it: &RuleChange| matches!(&it.changed, Changed::RuleEnabled { rule: again } if again == rule);
            if later.iter().any(enabled_again) {
                return None;
            }
            let (who, on) = author(facts, change);
            DISABLED.about(
                Subject::new(rule, rule),
                &[("who", &who), ("what", rule), ("on", &on)],
            )
        }
        Changed::PopulationCut { what, from, to } if to < from => {
            let (who, on) = author(facts, change);
            let args: Args<'_> = &[
                ("who", &who),
                ("what", what),
                ("from", from),
                ("to", to),
                ("on", &on),
            ];
            CUT.about(facts.organisation.subject(), args)
        }
        Changed::PopulationCut { .. } => return None,
    };
    Some(graded_by_audit(facts, change, found))
}

fn loosened(
    facts: &Facts,
    change: &RuleChange,
    later: &[RuleChange],
    changed: (&str, u32, u32),
) -> Option<Outcome> {
    let (key, from, to) = changed;
    let (who, on) = author(facts, change);
    let subject = Subject::new(key, key);
    let Some((_, threshold)) = parameters::find(key) else {
        return Some(UNKNOWN_KEY.about(subject, &[("who", &who), ("what", &key), ("on", &on)]));
    };
    if !threshold.is_loosened(from, to) {
        return None;
    }
    let args: Args<'_> = &[
        ("who", &who),
        ("what", &key),
        ("from", &from),
        ("to", &to),
        ("on", &on),
    ];
    let Some(restored) = later
        .iter()
        .find(|it| restores(it, key, |value| !threshold.is_loosened(from, value)))
    else {
        return Some(graded_by_audit(
            facts,
            change,
            LOOSENED.about(subject, args),
        ));
    };
    let recent = days_between(facts.day_of(restored.at), facts.as_at()) <= POINTED_OUT_DAYS;
    recent.then(|| TAKEN_BACK.about(subject, args).graded(Severity::Obs))
}

fn restores(change: &RuleChange, key: &str, is_as_strict: impl Fn(u32) -> bool) -> bool {
    matches!(&change.changed, Changed::Threshold { key: changed, to, .. } if changed == key && is_as_strict(*to))
}

fn graded_by_audit(facts: &Facts, change: &RuleChange, found: Outcome) -> Outcome {
    let on = facts.day_of(change.at);
    let shortly_after =
        |audit: &Audit| on <= audit.on && audit.on <= days_later(on, BEFORE_AUDIT_DAYS);
    if facts.audits.iter().any(shortly_after) {
        found.graded(Severity::Maj)
    } else {
        found
    }
}

/// Changes whose old value is not the last one on record, nor the one we ship.
fn changed_outside(facts: &Facts) -> Vec<Outcome> {
    let mut on_record: BTreeMap<&str, u32> = BTreeMap::new();
    let mut found = Vec::new();
    for change in &facts.rule_changes {
        let Changed::Threshold { key, from, to } = &change.changed else {
            continue;
        };
        let shipped = parameters::find(key).map_or(*from, |(_, threshold)| threshold.default);
        let expected = on_record.insert(key, *to).unwrap_or(shipped);
        if expected != *from {
            let (who, on) = author(facts, change);
            let args: Args<'_> = &[
                ("who", &who),
                ("what", key),
                ("from", from),
                ("to", &expected),
                ("on", &on),
            ];
            found.push(graded_by_audit(
                facts,
                change,
                UNRECORDED.about(Subject::new(key, key), args),
            ));
        }
    }
    found
}

fn author<'a>(facts: &'a Facts, change: &'a RuleChange) -> (&'a str, jiff::civil::Date) {
    (facts.name_of(&change.by), facts.day_of(change.at))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::{Audit, Changed, Decision, Facts, RuleChange};
    use crate::outcome::Severity::{Maj, Min, Obs};
    use crate::outcome::State::{Fail, Pass, Unknown};
    use crate::testing::{cases, day, firm, grades, noon, nothing, only, says};

    fn change(changed: Changed, on: &str, decided_by: Option<&str>) -> RuleChange {
        let decision = decided_by.map(|by| Decision {
            by: by.into(),
            at: noon(on),
        });
        RuleChange {
            changed,
            at: noon(on),
            by: "priya".into(),
            reason: Some("too much work".into()),
            decision,
        }
    }

    fn threshold(key: &str, from: u32, to: u32) -> Changed {
        Changed::Threshold {
            key: key.into(),
            from,
            to,
        }
    }

    fn firm_with(changes: impl IntoIterator<Item = RuleChange>) -> Facts {
        Facts {
            rule_changes: changes.into_iter().collect(),
            ..firm()
        }
    }

    #[test]
    fn rules_as_shipped_pass_even_where_nothing_else_is_recorded() {
        assert_eq!(says(&RULE, &nothing()), (Pass, "unchanged"));
    }

    #[test]
    fn loosening_without_top_management_fails_and_tells_the_whole_story() {
        let firm = firm_with([change(
            threshold("stmt.max_age", 12, 24),
            "2026-02-01",
            None,
        )]);
        let expected = "Priya changed “stmt.max_age” from 12 to 24 on 2026-02-01 without a decision of top management.";
        assert_eq!(only(&RULE, &firm).sentence, expected);
    }

    #[test]
    fn a_loosening_that_top_management_decided_passes() {
        let firm = firm_with([change(
            threshold("stmt.max_age", 12, 24),
            "2026-02-01",
            Some("dana"),
        )]);
        assert_eq!(says(&RULE, &firm), (Pass, "all-decided"));
    }

    #[test]
    fn a_tick_of_the_security_officer_is_no_decision_of_top_management() {
        let firm = firm_with([change(
            threshold("stmt.max_age", 12, 24),
            "2026-02-01",
            Some("priya"),
        )]);
        assert_eq!(says(&RULE, &firm), (Fail, "loosened"));
    }

    #[test]
    fn asking_for_more_needs_no_decision() {
        let firm = firm_with([change(
            threshold("train.coverage", 95, 100),
            "2026-02-01",
            None,
        )]);
        assert_eq!(says(&RULE, &firm), (Pass, "all-decided"));
    }

    #[test]
    fn sixty_days_before_an_audit_it_is_major_and_sixty_one_days_before_it_is_not() {
        let mut firm = firm_with([change(
            threshold("stmt.max_age", 12, 24),
            "2026-02-01",
            None,
        )]);
        let audit = |on| Audit {
            id: "aud_1".into(),
            title: "Surveillance".into(),
            on,
            recorded_at: noon("2026-01-02"),
        };
        firm.audits = vec![audit(day(2026, 4, 2))];
        assert_eq!(grades(&RULE, &firm), Maj);
        firm.audits = vec![audit(day(2026, 4, 3))];
        assert_eq!(grades(&RULE, &firm), Min);
    }

    #[test]
    fn loosened_for_the_audit_and_tightened_after_it_is_still_pointed_out_for_a_year() {
        let loosened = change(threshold("stmt.max_age", 12, 24), "2026-02-01", None);
        let restored = change(threshold("stmt.max_age", 24, 12), "2026-03-01", None);
        let firm = firm_with([loosened, restored]);
        assert_eq!(says(&RULE, &firm), (Fail, "taken-back"));
        assert_eq!(grades(&RULE, &firm), Obs);
        assert_eq!(says(&RULE, &firm.asked(2027, 3, 2)), (Pass, "all-decided"));
    }

    #[test]
    fn switching_a_rule_off_or_cutting_its_population_is_weakening_too() {
        let off = Changed::RuleDisabled {
            rule: "stmt-stale".into(),
        };
        let cut = Changed::PopulationCut {
            what: "Audience of the statement".into(),
            from: 48,
            to: 40,
        };
        let firm = firm_with([
            change(off, "2026-02-01", None),
            change(cut, "2026-02-02", None),
        ]);
        assert_eq!(cases(&RULE, &firm), ["disabled", "cut"]);
    }

    #[test]
    fn a_value_edited_behind_the_products_back_stands_out_at_the_next_change() {
        let firm = firm_with([change(
            threshold("stmt.max_age", 36, 12),
            "2026-02-01",
            None,
        )]);
        assert_eq!(says(&RULE, &firm), (Fail, "unrecorded"));
    }

    #[test]
    fn a_threshold_that_no_rule_knows_is_unknown() {
        let firm = firm_with([change(threshold("no.such.thing", 1, 2), "2026-02-01", None)]);
        assert_eq!(says(&RULE, &firm), (Unknown, "unknown-threshold"));
    }
}
