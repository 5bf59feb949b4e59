use crate::facts::{Facts, Publication, Statement, Version};
use crate::outcome::Outcome;
use crate::questions::Question::{Q1, Q2};
use crate::rule::rule;

rule! {
    /// # What is published is what was approved
    ///
    /// **Looks at** the digest of every text that people are shown, hashed again when the facts were gathered, and the digest of the text that was signed.
    ///
    /// **Why** an approval is worth exactly the words it was given for. Other words under an approved name have been approved by nobody, and deceive whoever acknowledges them.
    ///
    /// **What to do** take the publication down, find out who changed the text, and have the text that is meant signed as a new version.
    ///
    /// **How it is gamed** the source file is edited outside. Only approved bytes can be published here, and they are hashed again at every export.
    "policy-changed-after-approval"
    group: Policies,
    questions: [Q1, Q2],
    tier: 1,
    severity: Maj,
    obligations: ["OB-02", "OB-35"],
    requirements: ["iso27001:7.5.3", "iso27001:5.2"],
    thresholds: [],
    says: {
        SAME = Pass "same" "“{title}” version {version} is published exactly as it was signed on {signed}.";
        DIFFERS = Fail "differs" "“{title}” version {version} is published since {published} with another text than the one that was signed.";
        UNAPPROVED = Unknown "unapproved" "“{title}” version {version} is published since {published} without a signature with which its text could be compared.";
        NOT_PUBLISHED = NotApplicable "not-published" "No document is published at present, so none can differ from what was signed.";
        NOTHING_RECORDED = Unknown "nothing-recorded" "Nothing recorded yet: there is no document that could be published.";
    }
}

fn check(facts: &Facts) -> Vec<Outcome> {
    let versions = facts
        .statements
        .iter()
        .flat_map(|statement| statement.versions.iter().map(move |it| (statement, it)));
    let published = versions.flat_map(|(statement, version)| {
        version
            .current_publications()
            .map(move |publication| compare(facts, statement, version, publication))
    });
    let found: Vec<_> = published.collect();
    if found.is_empty() {
        let sentence = if facts.statements.is_empty() {
            NOTHING_RECORDED
        } else {
            NOT_PUBLISHED
        };
        return vec![sentence.about(facts.organisation.subject(), &[])];
    }
    found
}

fn compare(
    facts: &Facts,
    statement: &Statement,
    version: &Version,
    publication: &Publication,
) -> Outcome {
    let (title, number) = (&statement.title, version.number);
    let published = facts.day_of(publication.at);
    let approved = version
        .signatures
        .iter()
        .find(|signature| signature.is_own_act() && signature.text == publication.text);
    if let (Some(signature), true) = (approved, publication.text == version.text) {
        let signed = facts.day_of(signature.at);
        return SAME.about(
            statement.subject(version),
            &[("title", title), ("version", &number), ("signed", &signed)],
        );
    }
    let nothing_to_compare = version.signatures.is_empty() && publication.text == version.text;
    let sentence = if nothing_to_compare {
        UNAPPROVED
    } else {
        DIFFERS
    };
    sentence.about(
        statement.subject(version),
        &[
            ("title", title),
            ("version", &number),
            ("published", &published),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::outcome::Severity::Maj;
    use crate::outcome::State::{Fail, NotApplicable, Pass, Unknown};
    use crate::testing::{firm, grades, noon, nothing, says};

    #[test]
    fn the_signed_text_may_be_shown() {
        assert_eq!(says(&RULE, &firm()), (Pass, "same"));
    }

    #[test]
    fn a_text_edited_after_it_was_signed_is_a_major_gap() {
        let mut firm = firm();
        firm.published().text = "edited".into();
        assert_eq!(says(&RULE, &firm), (Fail, "differs"));
        assert_eq!(grades(&RULE, &firm), Maj);
    }

    #[test]
    fn editing_the_source_and_the_publication_alike_does_not_help() {
        let mut firm = firm();
        firm.text().text = "edited".into();
        firm.published().text = "edited".into();
        assert_eq!(says(&RULE, &firm), (Fail, "differs"));
    }

    #[test]
    fn a_text_published_unsigned_can_be_compared_with_nothing() {
        let mut firm = firm();
        firm.text().signatures.clear();
        assert_eq!(says(&RULE, &firm), (Unknown, "unapproved"));
    }

    #[test]
    fn what_is_no_longer_shown_is_no_longer_compared() {
        let mut firm = firm();
        firm.published().withdrawn_at = Some(noon("2026-06-01"));
        assert_eq!(says(&RULE, &firm), (NotApplicable, "not-published"));
    }

    #[test]
    fn without_documents_nothing_is_known() {
        assert_eq!(says(&RULE, &nothing()), (Unknown, "nothing-recorded"));
    }
}
