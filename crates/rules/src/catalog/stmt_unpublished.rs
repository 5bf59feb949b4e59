use jiff::{SignedDuration, Timestamp};

use crate::facts::{Facts, Gap, InForce, Version};
use crate::outcome::Outcome;
use crate::questions::Question::{Q1, Q7};
use crate::rule::{Sentence, rule};

rule! {
    /// # The statement is available to everybody
    ///
    /// **Looks at** the publications of each statement in force: to whom, since when, whether joiners are shown it without anybody having to think of it, and times at which it could not be read.
    ///
    /// **Why** a statement in a drawer directs nobody; ISO 27001 7.4 and 5.1 ask that its message reaches people.
    ///
    /// **What to do** publish the version in force to everybody, joiners included, and leave it there.
    ///
    /// **How it is gamed** it is published for a day and taken down. More than a day in all without it, between its first publication and now, is a gap.
    "stmt-unpublished"
    group: Statement,
    questions: [Q1, Q7],
    tier: 1,
    severity: Obs,
    obligations: ["OB-01", "OB-36"],
    requirements: ["iso27001:7.4", "iso27001:5.1(d)"],
    thresholds: [],
    says: {
        PUBLISHED = Pass "published" "“{title}” version {version} has been available to everybody, joiners included, since {since}.";
        NEVER = Fail "never" "“{title}” version {version} is signed but has not been published.";
        TAKEN_DOWN = Fail "taken-down" "“{title}” version {version} is in force but no longer available since {since}.";
        UNREACHABLE = Fail "unreachable" "“{title}” version {version} cannot be read since {since}.";
        NOT_EVERYONE = Fail "not-everyone" "“{title}” version {version} is not available to everybody.";
        NOT_JOINERS = Fail "not-joiners" "“{title}” version {version} is not shown to people when they join.";
        INTERRUPTED = Fail "interrupted" "“{title}” version {version} has been published since {since}, but could not be read for {days} days of that time.";
        NOTHING_RECORDED = Unknown "nothing-recorded" "Nothing recorded yet: no statement is in force that could be published.";
    }
}

fn check(facts: &Facts) -> Vec<Outcome> {
    let in_force = facts.statements_in_force();
    if in_force.is_empty() {
        return vec![NOTHING_RECORDED.about(facts.organisation.subject(), &[])];
    }
    in_force
        .into_iter()
        .map(|held| availability(facts, held))
        .collect()
}

fn availability(facts: &Facts, held: InForce<'_>) -> Outcome {
    let mut publications: Vec<_> = held.version.current_publications().collect();
    publications.sort_by_key(|publication| publication.at);
    let Some(current) = publications.first() else {
        return not_there(facts, held);
    };
    if let Some(gap) = current.gaps.iter().find(|gap| gap.until.is_none()) {
        return say(facts, UNREACHABLE, held, Some(gap.from), 0);
    }
    let first = held
        .version
        .publications
        .iter()
        .map(|publication| publication.at)
        .min();
    let away = time_away(held.version);
    let sentence = if !publications
        .iter()
        .any(|publication| publication.reaches_everyone)
    {
        NOT_EVERYONE
    } else if !publications
        .iter()
        .any(|publication| publication.reaches_joiners)
    {
        NOT_JOINERS
    } else if away > SignedDuration::from_hours(24) {
        INTERRUPTED
    } else {
        PUBLISHED
    };
    say(facts, sentence, held, first, away.as_hours().div_euclid(24))
}

fn not_there(facts: &Facts, held: InForce<'_>) -> Outcome {
    let taken_down = held
        .version
        .publications
        .iter()
        .filter_map(|publication| publication.withdrawn_at)
        .max();
    let sentence = if taken_down.is_some() {
        TAKEN_DOWN
    } else {
        NEVER
    };
    say(facts, sentence, held, taken_down, 0)
}

/// How long the text could not be read, while published and between publications.
fn time_away(version: &Version) -> SignedDuration {
    let mut publications: Vec<_> = version.publications.iter().collect();
    publications.sort_by_key(|publication| publication.at);
    let between = publications.windows(2).filter_map(|pair| {
        let taken_down = pair[0].withdrawn_at?;
        Some(
            pair[1]
                .at
                .duration_since(taken_down)
                .max(SignedDuration::ZERO),
        )
    });
    let within = publications
        .iter()
        .flat_map(|publication| &publication.gaps)
        .filter_map(length);
    between.chain(within).sum()
}

fn length(gap: &Gap) -> Option<SignedDuration> {
    Some(gap.until?.duration_since(gap.from))
}

fn say(
    facts: &Facts,
    sentence: Sentence,
    held: InForce<'_>,
    since: Option<Timestamp>,
    days: i64,
) -> Outcome {
    let since = since
        .map(|since| facts.day_of(since))
        .unwrap_or_else(|| facts.as_at());
    sentence.about(
        held.subject(),
        &[
            ("title", &held.statement.title),
            ("version", &held.version.number),
            ("since", &since),
            ("days", &days),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Gap;
    use crate::outcome::State::{Fail, Pass, Unknown};
    use crate::testing::{TEXT, firm, noon, nothing, publication, says};

    #[test]
    fn a_statement_that_everybody_can_read_passes() {
        assert_eq!(says(&RULE, &firm()), (Pass, "published"));
    }

    #[test]
    fn a_signed_statement_that_nobody_sees_fails() {
        let mut firm = firm();
        firm.text().publications.clear();
        assert_eq!(says(&RULE, &firm), (Fail, "never"));
    }

    #[test]
    fn without_a_statement_its_publication_is_unknown() {
        assert_eq!(says(&RULE, &nothing()), (Unknown, "nothing-recorded"));
    }

    #[test]
    fn everybody_means_joiners_too() {
        let mut firm = firm();
        firm.published().reaches_joiners = false;
        assert_eq!(says(&RULE, &firm), (Fail, "not-joiners"));
        firm.published().reaches_everyone = false;
        assert_eq!(says(&RULE, &firm), (Fail, "not-everyone"));
    }

    #[test]
    fn publishing_for_a_day_is_not_publishing() {
        let mut firm = firm();
        firm.published().withdrawn_at = Some(noon("2026-01-14"));
        assert_eq!(says(&RULE, &firm), (Fail, "taken-down"));
    }

    #[test]
    fn putting_it_back_before_the_audit_does_not_hide_the_months_without_it() {
        let mut firm = firm();
        firm.published().withdrawn_at = Some(noon("2026-01-14"));
        firm.text()
            .publications
            .push(publication("2026-06-10", TEXT));
        assert_eq!(says(&RULE, &firm), (Fail, "interrupted"));
    }

    #[test]
    fn a_day_of_maintenance_is_forgiven_and_a_second_one_is_not() {
        let mut firm = firm();
        let gap = |until| Gap {
            from: noon("2026-02-01"),
            until: Some(noon(until)),
        };
        firm.published().gaps = vec![gap("2026-02-02")];
        assert_eq!(says(&RULE, &firm), (Pass, "published"));
        firm.published().gaps = vec![gap("2026-02-03")];
        assert_eq!(says(&RULE, &firm), (Fail, "interrupted"));
    }

    #[test]
    fn a_text_that_cannot_be_read_today_fails_today() {
        let mut firm = firm();
        firm.published().gaps = vec![Gap {
            from: noon("2026-06-15"),
            until: None,
        }];
        assert_eq!(says(&RULE, &firm), (Fail, "unreachable"));
    }
}
