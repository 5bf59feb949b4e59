use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::CATALOG;
use crate::escalation;
use crate::facts::{Changed, Facts, RuleChange};
use crate::outcome::{Outcome, Severity, State, Subject};
use crate::rule::{Group, Rule, Sentence};

/// What the whole catalogue finds, as at a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// The day as at which the facts were asked.
    pub as_at: Date,
    /// The edition of the catalogue that was asked.
    pub catalogue: &'static str,
    /// The value of every threshold on that day.
    pub thresholds: BTreeMap<&'static str, u32>,
    /// At least one result per rule, worst first.
    pub results: Vec<Outcome>,
}

/// Asks every rule, as at the day the facts name, of what was known at the end of that day.
///
/// Grades are raised and lowered across rules, and the results come worst first:
/// failures before what is unknown, before what is due soon, before passes; major before minor.
///
/// ```
/// use rules::facts::{Facts, Organisation, Purpose, Zone};
///
/// let fernhill = Organisation {
///     id: "org_1".into(),
///     name: "Fernhill".into(),
///     as_at: "2026-06-15".parse()?,
///     now: "2026-06-15T09:30:00Z".parse()?,
///     time_zone: Zone::named("Europe/Berlin")?,
///     purpose: Purpose::Live,
///     legal_entities: Vec::new(),
///     strategic_changes: Vec::new(),
/// };
/// let readiness = rules::judge(&Facts::nothing_recorded(fernhill));
/// assert_eq!(readiness.failing(), ["stmt-missing"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge(facts: &Facts) -> Readiness {
    let known = facts.as_known();
    let mut results: Vec<_> = CATALOG.iter().flat_map(|rule| ask(rule, &known)).collect();
    escalation::grade(&mut results);
    results.sort_by_key(Outcome::rank);
    Readiness {
        as_at: known.as_at(),
        catalogue: env!("CARGO_PKG_VERSION"),
        thresholds: known.thresholds(),
        results,
    }
}

fn ask(rule: &Rule, facts: &Facts) -> Vec<Outcome> {
    match switched_off(rule, facts) {
        Some(change) => vec![off(rule, facts, change)],
        None => rule.check(facts),
    }
}

/// The change that switched a rule off and was not reversed.
/// Rules about integrity cannot be switched off: they watch who switches rules off.
fn switched_off<'a>(rule: &Rule, facts: &'a Facts) -> Option<&'a RuleChange> {
    if rule.group == Group::Integrity {
        return None;
    }
    let about_rule = |change: &&RuleChange| match &change.changed {
        Changed::RuleDisabled { rule: id } | Changed::RuleEnabled { rule: id } => id == rule.id,
        _ => false,
    };
    let last = facts.rule_changes.iter().rfind(about_rule)?;
    matches!(last.changed, Changed::RuleDisabled { .. }).then_some(last)
}

fn off(rule: &Rule, facts: &Facts, change: &RuleChange) -> Outcome {
    let (who, on) = (facts.name_of(&change.by), facts.day_of(change.at));
    let reason = change.reason.as_deref().unwrap_or("no reason given");
    let sentence = Sentence {
        rule: rule.id,
        severity: rule.severity,
        ..Sentence::SWITCHED_OFF
    };
    sentence.about(
        Subject::new(rule.id, rule.id),
        &[("who", &who), ("on", &on), ("reason", &reason)],
    )
}

impl Readiness {
    /// The worst result of a rule.
    pub fn worst_of(&self, rule: &str) -> Option<&Outcome> {
        self.results.iter().find(|outcome| outcome.rule == rule)
    }

    /// The rules that fail, each once, worst first.
    pub fn failing(&self) -> Vec<&'static str> {
        let mut seen = BTreeSet::new();
        let failing = self
            .results
            .iter()
            .filter(|outcome| outcome.state == State::Fail);
        failing
            .map(|outcome| outcome.rule)
            .filter(|rule| seen.insert(*rule))
            .collect()
    }

    /// Gaps in the integrity of the records that put every answer in doubt.
    pub(crate) fn doubt(&self) -> Option<&Outcome> {
        let underlies_all = |outcome: &&Outcome| {
            crate::rule(outcome.rule).is_some_and(|rule| rule.questions.is_empty())
        };
        self.results
            .iter()
            .filter(|outcome| outcome.state == State::Fail && outcome.severity == Severity::Maj)
            .find(underlies_all)
    }
}

#[cfg(test)]
mod tests {
    use super::judge;
    use crate::facts::{Changed, LogStatus, RuleChange};
    use crate::outcome::{Severity, State};
    use crate::testing::{duty, firm, noon, nothing};
    use crate::{CATALOG, rule};

    #[test]
    fn every_rule_has_at_least_one_result_whatever_the_facts() {
        for facts in [firm(), nothing()] {
            let readiness = judge(&facts);
            assert!(
                CATALOG
                    .iter()
                    .all(|rule| readiness.worst_of(rule.id).is_some())
            );
        }
    }

    #[test]
    fn the_worst_comes_first() {
        let mut firm = firm();
        firm.text().publications.clear();
        firm.log = LogStatus::Broken {
            sentence: "Record 3 is gone.".into(),
            found_at: noon("2026-06-14"),
        };
        let readiness = judge(&firm);
        assert_eq!(readiness.failing(), ["log-broken", "stmt-unpublished"]);
        assert!(readiness.results.is_sorted_by_key(|outcome| outcome.rank()));
    }

    #[test]
    fn what_was_recorded_after_the_day_asked_is_not_known_then() {
        let before_signature = judge(&firm().asked(2026, 1, 11));
        assert_eq!(
            before_signature.worst_of("stmt-missing").map(|it| it.case),
            Some("unsigned")
        );
        let on_the_day = judge(&firm().asked(2026, 1, 12));
        assert_eq!(
            on_the_day.worst_of("stmt-missing").map(|it| it.state),
            Some(State::Pass)
        );
        assert_eq!(
            on_the_day.worst_of("stmt-unpublished").map(|it| it.case),
            Some("never")
        );
    }

    #[test]
    fn three_minor_gaps_on_one_obligation_are_major() {
        let mut firm = firm().asked(2027, 6, 15);
        firm.text().signatures.push(crate::testing::signature(
            "priya",
            "2026-01-12",
            crate::testing::TEXT,
        ));
        firm.text().signatures.remove(0);
        firm.communications = Some(Vec::new());
        let readiness = judge(&firm);
        for id in [
            "stmt-stale",
            "stmt-wrong-signatory",
            "comms-from-top-missing",
        ] {
            assert_eq!(
                readiness.worst_of(id).map(|it| it.severity),
                Some(Severity::Maj),
                "{id}"
            );
        }
    }

    #[test]
    fn a_lateness_of_less_than_a_tenth_of_the_interval_is_an_observation() {
        let severity =
            |facts: &crate::facts::Facts| judge(facts).worst_of("stmt-stale").map(|it| it.severity);
        assert_eq!(severity(&firm().asked(2027, 2, 17)), Some(Severity::Obs));
        assert_eq!(severity(&firm().asked(2027, 2, 18)), Some(Severity::Min));
    }

    #[test]
    fn a_late_director_is_never_a_mere_observation() {
        let mut firm = firm().asked(2026, 2, 13);
        firm.coverages[0].duties[0] = duty("dana", None);
        assert_eq!(
            judge(&firm)
                .worst_of("policy-ack-missing")
                .map(|it| it.severity),
            Some(Severity::Maj)
        );
        assert_eq!(
            judge(&firm)
                .worst_of("exec-ack-missing")
                .map(|it| it.severity),
            Some(Severity::Min)
        );
    }

    #[test]
    fn a_rule_switched_off_does_not_apply_and_is_a_gap_of_its_own() {
        let mut firm = firm();
        let changed = Changed::RuleDisabled {
            rule: "stmt-stale".into(),
        };
        firm.rule_changes = vec![RuleChange {
            changed,
            at: noon("2026-02-01"),
            by: "priya".into(),
            reason: None,
            decision: None,
        }];
        let readiness = judge(&firm.asked(2028, 1, 1));
        assert_eq!(
            readiness.worst_of("stmt-stale").map(|it| it.state),
            Some(State::NotApplicable)
        );
        assert_eq!(
            readiness.worst_of("rule-weakened").map(|it| it.case),
            Some("disabled")
        );
    }

    #[test]
    fn rules_about_integrity_cannot_be_switched_off() {
        let mut firm = firm();
        let changed = Changed::RuleDisabled {
            rule: "rule-weakened".into(),
        };
        firm.rule_changes = vec![RuleChange {
            changed,
            at: noon("2026-02-01"),
            by: "priya".into(),
            reason: None,
            decision: None,
        }];
        assert_eq!(
            judge(&firm).worst_of("rule-weakened").map(|it| it.state),
            Some(State::Fail)
        );
    }

    #[test]
    fn facts_travel_as_json_and_give_the_same_results() {
        let json = serde_json::to_string(&firm()).expect("JSON");
        let read: crate::facts::Facts = serde_json::from_str(&json).expect("facts");
        assert_eq!(judge(&read), judge(&firm()));
    }

    #[test]
    fn a_result_in_json_has_the_names_that_scripts_rely_on() {
        let json = serde_json::to_value(judge(&nothing())).expect("JSON");
        assert_eq!(json["as_at"], "2026-06-15");
        let first = &json["results"][0];
        assert_eq!(
            (first["state"].as_str(), first["severity"].as_str()),
            (Some("fail"), Some("min"))
        );
        assert_eq!(first["rule"], "stmt-missing");
        assert_eq!(first["subject"], "Fernhill");
        assert!(
            first["sentence"]
                .as_str()
                .is_some_and(|sentence| sentence.starts_with("Nothing recorded yet"))
        );
    }

    #[test]
    fn a_rule_is_found_by_its_name() {
        assert_eq!(
            rule("stmt-stale").map(|rule| rule.manual().title),
            Some("The statement is renewed in time".to_owned())
        );
        assert!(rule("no-such-rule").is_none());
    }
}
