use std::collections::BTreeSet;

use crate::facts::{Content, Facts, InForce};
use crate::outcome::{Args, Outcome};
use crate::questions::Question::Q1;
use crate::rule::rule;

rule! {
    /// # The statement is complete and in management’s own words
    ///
    /// **Looks at** which of the twelve contents somebody other than the author has found in each statement in force, and how like it is to the sample we ship.
    ///
    /// **Why** “security is important to us” commits nobody. A statement carries when management binds itself, promises resources, names consequences and protects who speaks up.
    ///
    /// **What to do** let somebody who did not write the text tick what is in it; write what is missing in words of your own.
    ///
    /// **How it is gamed** empty paragraphs are ticked, or the sample is signed as it is. The author's own ticks do not count, and a text that shares more than `similarity` percent of its runs of five words with the sample is pointed out.
    "stmt-hollow"
    group: Statement,
    questions: [Q1],
    tier: 3,
    severity: Obs,
    obligations: ["OB-01"],
    requirements: ["iso27001:5.1", "iso27002:5.4"],
    thresholds: ["similarity"],
    says: {
        COMPLETE = Pass "complete" "“{title}” version {version} has all twelve contents, confirmed by somebody other than its author, and is {percent} % like the sample.";
        MISSING = Fail "missing" "“{title}” version {version} has no confirmed word on: {missing}.";
        OWN_WORD = Fail "own-word" "Only the author has confirmed what “{title}” version {version} contains.";
        LIKE_SAMPLE = Fail "like-sample" "“{title}” version {version} is {percent} % like the sample; more than {limit} % is not a text of one's own.";
        NOT_COMPARED = Unknown "not-compared" "“{title}” version {version} has not been compared with the sample.";
        UNCONFIRMED = Unknown "unconfirmed" "Nobody has confirmed yet what “{title}” version {version} contains.";
        NOTHING_RECORDED = Unknown "nothing-recorded" "Nothing recorded yet: no statement is in force whose contents could be read.";
    }
}

fn check(facts: &Facts) -> Vec<Outcome> {
    let in_force = facts.statements_in_force();
    if in_force.is_empty() {
        return vec![NOTHING_RECORDED.about(facts.organisation.subject(), &[])];
    }
    in_force
        .into_iter()
        .map(|held| substance(facts, held))
        .collect()
}

fn substance(facts: &Facts, held: InForce<'_>) -> Outcome {
    let InForce {
        statement, version, ..
    } = held;
    let (title, number) = (&statement.title, version.number);
    let limit = facts.threshold("similarity");
    if let Some(percent) = version
        .similarity_to_sample
        .filter(|percent| u32::from(*percent) > limit)
    {
        let args: Args<'_> = &[
            ("title", title),
            ("version", &number),
            ("percent", &percent),
            ("limit", &limit),
        ];
        return LIKE_SAMPLE.about(held.subject(), args);
    }
    if version.contents.is_empty() {
        return UNCONFIRMED.about(held.subject(), &[("title", title), ("version", &number)]);
    }
    let missing = missing_contents(held);
    if missing.len() + 1 == Content::ALL.len() {
        return OWN_WORD.about(held.subject(), &[("title", title), ("version", &number)]);
    }
    if !missing.is_empty() {
        return name_missing(held, &missing);
    }
    let Some(percent) = version.similarity_to_sample else {
        return NOT_COMPARED.about(held.subject(), &[("title", title), ("version", &number)]);
    };
    COMPLETE.about(
        held.subject(),
        &[
            ("title", title),
            ("version", &number),
            ("percent", &percent),
        ],
    )
}

/// Contents nobody but the author found; the personal signature is there, or the statement would not be in force.
fn missing_contents(held: InForce<'_>) -> Vec<Content> {
    let by_others = held
        .version
        .contents
        .iter()
        .filter(|confirmed| confirmed.by != held.version.author);
    let mut found: BTreeSet<_> = by_others.map(|confirmed| confirmed.content).collect();
    found.insert(Content::PersonalSignature);
    Content::ALL
        .into_iter()
        .filter(|content| !found.contains(content))
        .collect()
}

fn name_missing(held: InForce<'_>, missing: &[Content]) -> Outcome {
    let words = missing
        .iter()
        .map(|content| content.words())
        .collect::<Vec<_>>()
        .join("; ");
    let codes = missing
        .iter()
        .map(|content| content.code())
        .collect::<Vec<_>>()
        .join(" ");
    let (title, version) = (&held.statement.title, held.version.number);
    MISSING.about(
        held.subject(),
        &[
            ("title", title),
            ("version", &version),
            ("missing", &words),
            ("missing-codes", &codes),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Content;
    use crate::outcome::State::{Fail, Pass, Unknown};
    use crate::testing::{confirmed, firm, nothing, only, says};

    #[test]
    fn a_text_of_ones_own_with_all_twelve_contents_passes() {
        assert_eq!(says(&RULE, &firm()), (Pass, "complete"));
    }

    #[test]
    fn what_is_missing_is_named_for_readers_and_for_translators() {
        let mut firm = firm();
        firm.text()
            .contents
            .retain(|it| !matches!(it.content, Content::OwnCommitment | Content::SpeakUp));
        let found = only(&RULE, &firm);
        assert!(
            found
                .sentence
                .ends_with("on: management's own commitment to obey; the right to raise concerns.")
        );
        assert_eq!(found.args["missing-codes"], "own-commitment speak-up");
    }

    #[test]
    fn the_signature_itself_is_the_twelfth_content() {
        let mut firm = firm();
        firm.text()
            .contents
            .retain(|it| it.content != Content::PersonalSignature);
        assert_eq!(says(&RULE, &firm), (Pass, "complete"));
    }

    #[test]
    fn as_long_as_nobody_has_read_for_contents_they_are_unknown() {
        let mut firm = firm();
        firm.text().contents.clear();
        assert_eq!(says(&RULE, &firm), (Unknown, "unconfirmed"));
        assert_eq!(says(&RULE, &nothing()), (Unknown, "nothing-recorded"));
    }

    #[test]
    fn a_text_that_was_not_compared_does_not_pass() {
        let mut firm = firm();
        firm.text().similarity_to_sample = None;
        assert_eq!(says(&RULE, &firm), (Unknown, "not-compared"));
    }

    #[test]
    fn the_author_ticking_empty_paragraphs_confirms_nothing() {
        let mut firm = firm();
        firm.text().contents = Content::ALL
            .map(|content| confirmed(content, "priya"))
            .to_vec();
        assert_eq!(says(&RULE, &firm), (Fail, "own-word"));
    }

    #[test]
    fn eighty_five_percent_of_the_sample_is_the_limit_and_one_more_is_a_copy() {
        let mut firm = firm();
        firm.text().similarity_to_sample = Some(85);
        assert_eq!(says(&RULE, &firm), (Pass, "complete"));
        firm.text().similarity_to_sample = Some(86);
        assert_eq!(says(&RULE, &firm), (Fail, "like-sample"));
    }
}
