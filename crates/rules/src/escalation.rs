//! What raises or lowers the grade of a gap, whatever the rule.
//!
//! An isolated lateness of less than a tenth of its interval is an observation.
//! Three minor gaps on one obligation, from three rules, are a major one: they show that something fails as a system.

use std::collections::BTreeSet;

use crate::catalog;
use crate::outcome::{Outcome, Severity, State};

/// This many rules with a minor gap on one obligation make each of them major.
const SYSTEMIC: usize = 3;

pub(crate) fn grade(outcomes: &mut [Outcome]) {
    forgive_isolated_lateness(outcomes);
    raise_systemic_failure(outcomes);
}

fn forgive_isolated_lateness(outcomes: &mut [Outcome]) {
    let failing: Vec<_> = outcomes
        .iter()
        .filter(|outcome| outcome.state == State::Fail)
        .map(|it| it.rule)
        .collect();
    for outcome in outcomes.iter_mut().filter(|outcome| is_open_minor(outcome)) {
        let isolated = failing.iter().filter(|rule| **rule == outcome.rule).count() == 1;
        let slight = outcome
            .lateness
            .is_some_and(|lateness| lateness.days * 10 < lateness.interval);
        if isolated && slight {
            outcome.severity = Severity::Obs;
        }
    }
}

fn raise_systemic_failure(outcomes: &mut [Outcome]) {
    let minor: BTreeSet<_> = outcomes
        .iter()
        .filter(|outcome| is_open_minor(outcome))
        .map(|it| it.rule)
        .collect();
    let failing_on = |obligation: &&&str| {
        minor
            .iter()
            .filter(|rule| obligations_of(rule).contains(*obligation))
            .count()
    };
    let systemic: BTreeSet<&str> = minor
        .iter()
        .flat_map(|rule| obligations_of(rule))
        .filter(|obligation| failing_on(obligation) >= SYSTEMIC)
        .copied()
        .collect();
    for outcome in outcomes.iter_mut().filter(|outcome| is_open_minor(outcome)) {
        if obligations_of(outcome.rule)
            .iter()
            .any(|obligation| systemic.contains(obligation))
        {
            outcome.severity = Severity::Maj;
        }
    }
}

fn is_open_minor(outcome: &Outcome) -> bool {
    outcome.state == State::Fail && outcome.severity == Severity::Min
}

fn obligations_of(rule: &str) -> &'static [&'static str] {
    catalog::rule(rule).map_or(&[], |rule| rule.obligations)
}
