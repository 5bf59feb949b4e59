use jiff::Timestamp;

use crate::days::days_between;
use crate::facts::{Facts, LogStatus, OutsideCopy};
use crate::outcome::Outcome;
use crate::rule::rule;

rule! {
    /// # The log is intact
    ///
    /// **Looks at** the last verification of the whole log, and whether it was compared with a checkpoint in somebody else's hands.
    ///
    /// **Why** every other answer rests on the records being the ones that were made. A log that does not verify answers nothing.
    ///
    /// **What to do** verify the log. If it is broken, restore nothing over it: keep it as it is, and ask whoever holds a pack or a checkpoint.
    ///
    /// **How it is gamed** whoever runs the server rebuilds the whole log. That is consistent with itself, but not with a checkpoint held outside: by a witness, by an auditor, by everybody who received a pack. Without such a checkpoint the result says so.
    "log-broken"
    group: Integrity,
    questions: [],
    tier: 2,
    severity: Maj,
    obligations: ["OB-35"],
    requirements: ["iso27001:7.5.3", "iso27001:A.5.33"],
    thresholds: [],
    says: {
        INTACT = Pass "intact" "Verified on {checked}: all {records} records are where they were, and agree with a checkpoint held by {holder} since {since}.";
        NO_COPY = Pass "no-copy-outside" "Verified on {checked}: all {records} records are where they were; nobody outside holds a checkpoint yet, so a log rebuilt as a whole would not stand out.";
        BROKEN = Fail "broken" "The log does not verify since {found}: {what}";
        OLDER = Fail "older-than-outside" "The log has {records} records, but {holder} holds a checkpoint of {outside} records since {since}: records are gone, or the log was restored from an older copy.";
        STALE = Unknown "stale" "The log was last verified on {checked}, more than {limit} days ago.";
        NOTHING_RECORDED = Unknown "nothing-recorded" "Nothing recorded yet: the log has not been verified.";
    }
}

/// The log is read every night. A verification speaks until two nights were missed.
const SPEAKS_FOR_DAYS: i64 = 2;

fn check(facts: &Facts) -> Vec<Outcome> {
    let subject = facts.organisation.subject();
    vec![match &facts.log {
        LogStatus::NotChecked | LogStatus::Verified { records: 0, .. } => {
            NOTHING_RECORDED.about(subject, &[])
        }
        LogStatus::Verified {
            records,
            checked_at,
            outside,
        } => verified(facts, *records, *checked_at, outside.as_ref()),
        LogStatus::Broken { sentence, found_at } => BROKEN.about(
            subject,
            &[("found", &facts.day_of(*found_at)), ("what", sentence)],
        ),
        LogStatus::OlderThanOutside {
            records, outside, ..
        } => OLDER.about(
            subject,
            &[
                ("records", records),
                ("holder", &outside.held_by),
                ("outside", &outside.records),
                ("since", &facts.day_of(outside.since)),
            ],
        ),
    }]
}

fn verified(
    facts: &Facts,
    records: u64,
    checked_at: Timestamp,
    outside: Option<&OutsideCopy>,
) -> Outcome {
    let subject = facts.organisation.subject();
    let checked = facts.day_of(checked_at);
    if days_between(checked, facts.as_at()) > SPEAKS_FOR_DAYS {
        return STALE.about(
            subject,
            &[("checked", &checked), ("limit", &SPEAKS_FOR_DAYS)],
        );
    }
    let Some(copy) = outside else {
        return NO_COPY.about(subject, &[("checked", &checked), ("records", &records)]);
    };
    INTACT.about(
        subject,
        &[
            ("checked", &checked),
            ("records", &records),
            ("holder", &copy.held_by),
            ("since", &facts.day_of(copy.since)),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::{Facts, LogStatus};
    use crate::outcome::Severity::Maj;
    use crate::outcome::State::{Fail, Pass, Unknown};
    use crate::testing::{copy, firm, grades, noon, nothing, only, says};

    fn firm_with(log: LogStatus) -> Facts {
        Facts { log, ..firm() }
    }

    #[test]
    fn a_verified_log_passes_and_names_who_holds_a_checkpoint() {
        let found = only(&RULE, &firm());
        assert_eq!(found.state, Pass);
        assert!(
            found
                .sentence
                .ends_with("agree with a checkpoint held by the auditor since 2026-03-01.")
        );
    }

    #[test]
    fn a_broken_log_is_a_major_gap_in_the_words_of_the_verifier() {
        let sentence = "Record 12 does not match its leaf hash.".to_owned();
        let firm = firm_with(LogStatus::Broken {
            sentence,
            found_at: noon("2026-06-14"),
        });
        assert!(
            only(&RULE, &firm)
                .sentence
                .ends_with("since 2026-06-14: Record 12 does not match its leaf hash.")
        );
        assert_eq!(grades(&RULE, &firm), Maj);
    }

    #[test]
    fn a_verification_older_than_two_nights_is_no_answer() {
        assert_eq!(says(&RULE, &firm().asked(2026, 6, 17)), (Pass, "intact"));
        assert_eq!(says(&RULE, &firm().asked(2026, 6, 18)), (Unknown, "stale"));
    }

    #[test]
    fn a_later_verification_speaks_for_every_day_before_it() {
        assert_eq!(says(&RULE, &firm().asked(2025, 12, 31)), (Pass, "intact"));
    }

    #[test]
    fn a_log_that_nobody_has_verified_is_unknown() {
        assert_eq!(says(&RULE, &nothing()), (Unknown, "nothing-recorded"));
    }

    #[test]
    fn a_log_rebuilt_as_a_whole_disagrees_with_the_checkpoint_outside() {
        let log = LogStatus::OlderThanOutside {
            records: 20,
            outside: copy(),
            found_at: noon("2026-06-14"),
        };
        assert_eq!(says(&RULE, &firm_with(log)), (Fail, "older-than-outside"));
    }

    #[test]
    fn where_nobody_outside_holds_a_checkpoint_the_result_says_what_that_means() {
        let log = LogStatus::Verified {
            records: 40,
            checked_at: noon("2026-06-15"),
            outside: None,
        };
        assert!(
            only(&RULE, &firm_with(log))
                .sentence
                .ends_with("a log rebuilt as a whole would not stand out.")
        );
    }
}
