use jiff::civil::Date;

use crate::days::Deadline;
use crate::facts::{Facts, InForce, Signature, StrategicChange};
use crate::outcome::{Args, Outcome, State};
use crate::questions::Question::Q1;
use crate::rule::rule;

rule! {
    /// # The statement is renewed in time
    ///
    /// **Looks at** the last signature that renews each statement in force, and the recorded changes of scope, owner and strategy.
    ///
    /// **Why** a statement signed years ago, or before the firm was sold, shows what management thought then. ISO 27001 names no figure; twelve months is good practice and your own to change.
    ///
    /// **What to do** read the statement, change what is no longer true, and sign it again.
    ///
    /// **How it is gamed** the same text is signed again with a new date. A signature on an unchanged text renews it only if the signatory answers what changed this year; both texts are shown side by side.
    "stmt-stale"
    group: Statement,
    questions: [Q1],
    tier: 1,
    severity: Min,
    obligations: ["OB-01"],
    requirements: ["iso27001:5.1"],
    thresholds: ["stmt.max_age"],
    says: {
        FRESH = Pass "fresh" "“{title}” version {version} was signed on {signed} and need not be renewed before {due}.";
        DUE_SOON = DueSoon "due-soon" "“{title}” version {version} was signed on {signed} and is to be renewed by {due}.";
        TOO_OLD = Fail "too-old" "“{title}” version {version} was signed on {signed} and should have been renewed by {due}.";
        UNANSWERED = Fail "renewed-without-answer" "“{title}” version {version} was signed again on {again} with the same text and no word on what changed; its age counts from {signed}, and it should have been renewed by {due}.";
        OVERTAKEN = Fail "overtaken" "“{title}” version {version} was signed on {signed}, before the {turn} changed on {changed}.";
        NOTHING_RECORDED = Unknown "nothing-recorded" "Nothing recorded yet: no statement is in force whose age could be judged.";
    }
}

fn check(facts: &Facts) -> Vec<Outcome> {
    let in_force = facts.statements_in_force();
    if in_force.is_empty() {
        return vec![NOTHING_RECORDED.about(facts.organisation.subject(), &[])];
    }
    in_force.into_iter().map(|held| age(facts, held)).collect()
}

fn age(facts: &Facts, held: InForce<'_>) -> Outcome {
    let signed = facts.day_of(renewal(held).at);
    if let Some(change) = change_since(facts, signed) {
        return overtaken(held, signed, change);
    }
    let deadline = Deadline::months_after(signed, facts.threshold("stmt.max_age"));
    let again = facts.day_of(
        held.signatures_on_this_text()
            .last()
            .unwrap_or(&held.signed)
            .at,
    );
    let sentence = match deadline.state(facts.as_at()) {
        State::Fail if again > signed => UNANSWERED,
        State::Fail => TOO_OLD,
        State::DueSoon => DUE_SOON,
        _ => FRESH,
    };
    let InForce {
        statement, version, ..
    } = held;
    let args: Args<'_> = &[
        ("title", &statement.title),
        ("version", &version.number),
        ("signed", &signed),
        ("again", &again),
        ("due", &deadline.last_day),
    ];
    sentence
        .about(held.subject(), args)
        .late_by(deadline.lateness(facts.as_at()))
}

/// The last signature that renews: the first on a text, or a later one that says what changed.
fn renewal(held: InForce<'_>) -> &Signature {
    let on_this_text = held.signatures_on_this_text();
    let last_with_answer = on_this_text
        .iter()
        .rfind(|signature| signature.says_what_changed());
    last_with_answer
        .or(on_this_text.first())
        .copied()
        .unwrap_or(held.signed)
}

fn change_since(facts: &Facts, signed: Date) -> Option<&StrategicChange> {
    let since = |change: &&StrategicChange| signed < change.on && change.on <= facts.as_at();
    facts
        .organisation
        .strategic_changes
        .iter()
        .filter(since)
        .max_by_key(|change| change.on)
}

fn overtaken(held: InForce<'_>, signed: Date, change: &StrategicChange) -> Outcome {
    let InForce {
        statement, version, ..
    } = held;
    let turn = change.turn.word();
    OVERTAKEN.about(
        held.subject(),
        &[
            ("title", &statement.title),
            ("version", &version.number),
            ("signed", &signed),
            ("turn", &turn),
            ("changed", &change.on),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::{StrategicChange, Turn};
    use crate::outcome::State::{DueSoon, Fail, Pass, Unknown};
    use crate::testing::{TEXT, day, firm, noon, nothing, says, signature};

    #[test]
    fn a_statement_signed_half_a_year_ago_is_fresh() {
        assert_eq!(says(&RULE, &firm()), (Pass, "fresh"));
    }

    #[test]
    fn on_the_same_day_of_next_year_it_still_holds_and_a_day_later_it_does_not() {
        assert_eq!(
            says(&RULE, &firm().asked(2027, 1, 12)),
            (DueSoon, "due-soon")
        );
        assert_eq!(says(&RULE, &firm().asked(2027, 1, 13)), (Fail, "too-old"));
    }

    #[test]
    fn the_thirtieth_day_before_is_soon_and_the_one_before_is_not() {
        assert_eq!(
            says(&RULE, &firm().asked(2026, 12, 13)),
            (DueSoon, "due-soon")
        );
        assert_eq!(says(&RULE, &firm().asked(2026, 12, 12)), (Pass, "fresh"));
    }

    #[test]
    fn the_day_of_signing_is_the_one_on_the_calendar_of_the_organisation() {
        let mut firm = firm();
        firm.signed().at = "2026-01-12T23:30:00Z".parse().expect("a time");
        assert_eq!(says(&RULE, &firm.asked(2027, 1, 13)), (DueSoon, "due-soon"));
    }

    #[test]
    fn without_a_statement_in_force_its_age_is_unknown() {
        assert_eq!(says(&RULE, &nothing()), (Unknown, "nothing-recorded"));
    }

    #[test]
    fn a_change_of_owner_after_the_signature_outdates_the_statement_at_once() {
        let mut firm = firm();
        let change = |day| StrategicChange {
            turn: Turn::Owner,
            on: day,
            recorded_at: noon("2026-03-01"),
        };
        firm.organisation.strategic_changes = vec![change(day(2026, 1, 12))];
        assert_eq!(says(&RULE, &firm), (Pass, "fresh"));
        firm.organisation.strategic_changes = vec![change(day(2026, 3, 1))];
        assert_eq!(says(&RULE, &firm), (Fail, "overtaken"));
    }

    #[test]
    fn signing_the_same_text_with_a_new_date_renews_nothing_without_an_answer() {
        let mut firm = firm();
        firm.text()
            .signatures
            .push(signature("dana", "2026-12-20", TEXT));
        assert_eq!(
            says(&RULE, &firm.clone().asked(2027, 2, 1)),
            (Fail, "renewed-without-answer")
        );
        firm.text().signatures[1].changed_this_year = Some("We opened an office in Lisbon.".into());
        assert_eq!(says(&RULE, &firm.asked(2027, 2, 1)), (Pass, "fresh"));
    }

    #[test]
    fn the_same_text_under_a_new_version_number_renews_nothing_either() {
        let mut firm = firm();
        let mut second = crate::testing::version(2, TEXT);
        second.signatures = vec![signature("dana", "2026-12-20", TEXT)];
        second.signatures[0].changed_this_year = Some("  ".into());
        firm.statements[0].versions.push(second);
        assert_eq!(
            says(&RULE, &firm.asked(2027, 2, 1)),
            (Fail, "renewed-without-answer")
        );
    }

    #[test]
    fn a_longer_interval_counts_once_it_is_recorded() {
        use crate::facts::{Changed, RuleChange};
        let mut firm = firm();
        let changed = Changed::Threshold {
            key: "stmt.max_age".into(),
            from: 12,
            to: 24,
        };
        firm.rule_changes.push(RuleChange {
            changed,
            at: noon("2026-02-01"),
            by: "priya".into(),
            reason: None,
            decision: None,
        });
        assert_eq!(says(&RULE, &firm.asked(2027, 6, 1)), (Pass, "fresh"));
    }
}
