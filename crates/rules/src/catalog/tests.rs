//! What holds for every rule of the catalogue.

use std::collections::BTreeSet;

use crate::testing::{firm, nothing};
use crate::{CATALOG, State, parameters};

#[test]
fn no_two_rules_have_the_same_name() {
    let ids: BTreeSet<_> = CATALOG.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), CATALOG.len());
}

#[test]
fn every_reference_of_a_rule_leads_somewhere() {
    for rule in CATALOG {
        for id in rule.obligations {
            assert!(
                frameworks::crosswalk().obligation(id).is_some(),
                "{} names {id}",
                rule.id
            );
        }
        for reference in rule.requirements {
            assert!(
                frameworks::crosswalk().requirement(reference).is_some(),
                "{} names {reference}",
                rule.id
            );
        }
        for key in rule.thresholds {
            assert!(parameters::find(key).is_some(), "{} names {key}", rule.id);
        }
    }
}

#[test]
fn every_rule_has_a_complete_page_in_the_manual() {
    for rule in CATALOG {
        let page = rule.manual();
        let parts = [
            &page.title,
            &page.looks_at,
            &page.why,
            &page.what_to_do,
            &page.how_it_is_gamed,
        ];
        assert!(
            parts.iter().all(|part| part.len() > 5),
            "{}: {page:?}",
            rule.id
        );
    }
}

#[test]
fn no_rule_says_two_things_under_one_name() {
    for rule in CATALOG {
        let cases: BTreeSet<_> = rule
            .sentences
            .iter()
            .map(|sentence| sentence.case)
            .collect();
        assert_eq!(cases.len(), rule.sentences.len(), "{}", rule.id);
        assert!(
            rule.sentences
                .iter()
                .all(|sentence| sentence.rule == rule.id)
        );
    }
}

#[test]
fn every_rule_can_pass_and_can_fail() {
    for rule in CATALOG {
        let states: BTreeSet<_> = rule
            .sentences
            .iter()
            .map(|sentence| sentence.state)
            .collect();
        assert!(
            states.contains(&State::Pass) && states.contains(&State::Fail),
            "{}",
            rule.id
        );
    }
}

#[test]
fn a_healthy_firm_passes_every_rule() {
    for rule in CATALOG {
        for outcome in rule.check(&firm()) {
            assert_eq!(
                outcome.state,
                State::Pass,
                "{}: {}",
                rule.id,
                outcome.sentence
            );
        }
    }
}

#[test]
fn where_nothing_is_recorded_only_the_unchanged_thresholds_pass() {
    for rule in CATALOG {
        let outcomes = rule.check(&nothing());
        assert!(!outcomes.is_empty(), "{} says nothing", rule.id);
        let passes = outcomes.iter().any(|outcome| outcome.state == State::Pass);
        assert_eq!(passes, rule.id == "rule-weakened", "{}", rule.id);
    }
}

#[test]
fn everything_a_rule_can_say_is_a_sentence() {
    for sentence in CATALOG.iter().flat_map(|rule| rule.sentences) {
        let text = sentence.english;
        assert!(text.ends_with('.') || text.ends_with("{what}"), "{text}");
        assert_eq!(text.matches('{').count(), text.matches('}').count());
    }
}

#[test]
#[should_panic(expected = "stmt-missing in-force: signed")]
fn a_value_that_a_sentence_asks_for_cannot_be_forgotten() {
    let rule = crate::rule("stmt-missing").expect("it is in the catalogue");
    let in_force = rule.sentences.iter().find(|it| it.case == "in-force");
    let args: crate::outcome::Args<'_> = &[("title", &"T"), ("version", &1), ("signatory", &"D")];
    let subject = crate::Subject::new("doc", "T");
    in_force.expect("it can say so").about(subject, args);
}
