use super::Loosening::{Lowering, Raising};
use super::Origin::{GoodPractice, Law, OwnPolicy, Standard};
use super::Unit::{Days, Hours, Months, Percent, Times, WorkingDays};
use super::{Loosening, Origin, Parameter, Threshold, Unit};

/// All parameters, in the order of the domain catalogue.
pub const PARAMETERS: &[Parameter] = &[
    parameter("stmt.max_age", GoodPractice, &[], &[at_most("stmt.max_age", 12, Months)])
        .note("ISO 27001 names no figure."),
    parameter("stmt.resign", GoodPractice, &[], &[at_most("stmt.resign", 60, Days)])
        .note("Counts from the day the signatory left or changed role."),
    parameter(
        "policy.interval",
        OwnPolicy,
        &["ir2690:1.1.2", "nydfs:500.3", "pci4:12.1.2"],
        &[at_most("policy.interval", 12, Months)],
    )
    .note("ISO 27001 asks for planned intervals."),
    parameter("policy.trigger", OwnPolicy, &[], &[at_most("policy.trigger", 90, Days)])
        .note("Counts from a significant incident or change."),
    parameter("ack.new_version", OwnPolicy, &[], &[at_most("ack.new_version", 30, Days)]),
    parameter("ack.refresh", Standard, &["pci4:12.6.3", "csf2:GV.PO-01"], &[at_most("ack.refresh", 12, Months)]),
    parameter("report.cadence", Standard, &["uk-code:E2", "nydfs:500.4(b)"], &[at_most("report.cadence", 3, Months)])
        .note("The UK code asks for a quarterly report, 23 NYCRR 500 for a yearly one."),
    parameter("resource.answer", OwnPolicy, &[], &[at_most("resource.answer", 30, Days)]),
    parameter("budget.review", Law, &["dora:5(2)(g)", "rts1774:28(2)(e)"], &[at_most("budget.review", 12, Months)])
        .note("Periodically; yearly under the simplified framework."),
    parameter("mr.interval", OwnPolicy, &["iso27001:9.3.1"], &[at_most("mr.interval", 12, Months)])
        .note("ISO 27001 asks for planned intervals; every three to six months is better."),
    parameter("mr.confirm", OwnPolicy, &[], &[at_most("mr.confirm", 14, Days)]),
    parameter("train.exec", OwnPolicy, &["nydfs:500.14(a)(3)", "pci4:12.6.3"], &[at_most("train.exec", 12, Months)]),
    parameter("train.body", Law, &["nis2:20(2)"], &[at_most("train.body", 12, Months).limited_to(36)])
        .note("NIS2 asks for regular training; the German memorandum reads that as every three years at least."),
    parameter("train.coverage", OwnPolicy, &[], &[at_least("train.coverage", 95, Percent)])
        .note("Executives and privileged users: all of them."),
    parameter(
        "needs.review",
        Law,
        &["ir2690:8.1.3", "pci4:12.6.2", "nydfs:500.14(a)(3)"],
        &[at_most("needs.review", 12, Months), at_most("needs.review.after_risk_change", 60, Days)],
    ),
    parameter(
        "exception.max",
        OwnPolicy,
        &[],
        &[
            at_most("exception.max", 12, Months),
            at_most("exception.max.executives", 6, Months),
            at_most("exception.max.renewals", 2, Times),
        ],
    ),
    parameter(
        "leaver.access",
        Standard,
        &["pci4:8.2.5", "nydfs:500.7(a)(6)", "rts1774:21"],
        &[at_most("leaver.access", 24, Hours), at_most("leaver.access.privileged", 0, Hours)],
    )
    .note("At the end time for privileged accounts and involuntary leavers."),
    parameter("leaver.assets", OwnPolicy, &[], &[at_most("leaver.assets", 10, WorkingDays)]),
    parameter("mover.review", OwnPolicy, &[], &[at_most("mover.review", 5, WorkingDays)]),
    parameter("wb.ack", Law, &["wbd:9"], &[at_most("wb.ack", 7, Days).limited_to(7)]).note("Article 9(1)(b)."),
    parameter("wb.feedback", Law, &["wbd:9"], &[at_most("wb.feedback", 3, Months).limited_to(3)])
        .note("Article 9(1)(f)."),
    parameter(
        "concern.answer",
        OwnPolicy,
        &[],
        &[at_most("concern.answer", 14, Days), at_most("concern.answer.per_level", 14, Days)],
    )
    .note("Each further level has as long again."),
    parameter(
        "late.label",
        GoodPractice,
        &[],
        &[at_most("late.label", 3, Days), at_most("late.label.explain", 7, Days)],
    )
    .note("Above the first figure a late entry is labelled, above the second it is explained."),
    parameter(
        "audit.window",
        GoodPractice,
        &[],
        &[at_least("audit.window", 30, Days), at_most("audit.window.share", 40, Percent)],
    )
    .note("The days before an audit, and the share of approvals that may fall into them."),
    parameter("similarity", GoodPractice, &[], &[at_most("similarity", 85, Percent)])
        .note("Share of runs of five words that two texts have in common."),
];

const fn parameter(
    name: &'static str,
    origin: Origin,
    bound_by: &'static [&'static str],
    thresholds: &'static [Threshold],
) -> Parameter {
    Parameter {
        name,
        origin,
        bound_by,
        note: "",
        thresholds,
    }
}

const fn at_most(key: &'static str, default: u32, unit: Unit) -> Threshold {
    threshold(key, default, unit, Raising)
}

const fn at_least(key: &'static str, default: u32, unit: Unit) -> Threshold {
    threshold(key, default, unit, Lowering)
}

const fn threshold(
    key: &'static str,
    default: u32,
    unit: Unit,
    loosened_by: Loosening,
) -> Threshold {
    Threshold {
        key,
        default,
        unit,
        loosened_by,
        hard_limit: None,
    }
}

impl Parameter {
    const fn note(self, note: &'static str) -> Self {
        Self { note, ..self }
    }
}

impl Threshold {
    const fn limited_to(self, limit: u32) -> Self {
        Self {
            hard_limit: Some(limit),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::PARAMETERS;
    use crate::parameters::find;

    #[test]
    fn there_are_twenty_five_parameters_and_no_key_twice() {
        let keys: Vec<_> = PARAMETERS
            .iter()
            .flat_map(|parameter| parameter.thresholds)
            .map(|it| it.key)
            .collect();
        assert_eq!(PARAMETERS.len(), 25);
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
    }

    #[test]
    fn the_first_threshold_has_the_name_of_its_parameter_and_the_others_begin_with_it() {
        for parameter in PARAMETERS {
            assert_eq!(parameter.thresholds[0].key, parameter.name);
            assert!(
                parameter
                    .thresholds
                    .iter()
                    .all(|threshold| threshold.key.starts_with(parameter.name))
            );
        }
    }

    #[test]
    fn what_binds_a_parameter_is_in_the_frameworks() {
        for reference in PARAMETERS.iter().flat_map(|parameter| parameter.bound_by) {
            assert!(
                frameworks::crosswalk().requirement(reference).is_some(),
                "{reference}"
            );
        }
    }

    #[test]
    fn seven_days_of_law_cannot_become_eight_but_six() {
        let (_, threshold) = find("wb.ack").expect("a parameter");
        assert!(!threshold.allows(8));
        assert!(threshold.allows(7) && threshold.allows(6));
    }

    #[test]
    fn less_coverage_is_looser_and_more_age_is_looser() {
        let threshold = |key| find(key).expect("a threshold").1;
        assert!(threshold("train.coverage").is_loosened(95, 90));
        assert!(threshold("stmt.max_age").is_loosened(12, 13));
        assert!(!threshold("stmt.max_age").is_loosened(12, 6));
    }
}
