use crate::facts::{Facts, InForce, Statement, Version};
use crate::outcome::{Args, Outcome, Severity, State};
use crate::questions::Question::Q1;
use crate::rule::rule;

use super::comms_from_top_missing;

rule! {
    /// # A statement is in force
    ///
    /// **Looks at** every senior management statement, its signatures, its effective date, the legal entities it speaks for and what a template left in its text.
    ///
    /// **Why** without a statement signed in its own name, top management has said nothing. ISO 27001 does not ask for a statement as such; it is the plainest evidence for 5.1 and A.5.4, and the first thing auditors ask to see.
    ///
    /// **What to do** write the statement in management's own words, fill in every placeholder, and have somebody on the register of top management sign it here.
    ///
    /// **How it is gamed** a template is uploaded as a signed file. Only a signature given here counts, or a file whose named signatory confirms it personally; a placeholder left in the text fails. The gap is graded major where nothing else shows 5.1, that is, where `comms-from-top-missing` fails too.
    "stmt-missing"
    group: Statement,
    questions: [Q1],
    tier: 1,
    severity: Min,
    obligations: ["OB-01"],
    requirements: ["iso27001:A.5.4", "iso27001:5.1(d)"],
    thresholds: [],
    says: {
        IN_FORCE = Pass "in-force" "“{title}” version {version} is in force; {signatory} signed it on {signed}.";
        NOTHING_RECORDED = Fail "nothing-recorded" "Nothing recorded yet: there is no senior management statement.";
        UNSIGNED = Fail "unsigned" "“{title}” version {version} is a draft that nobody has signed.";
        UNCONFIRMED_FILE = Fail "unconfirmed-file" "“{title}” version {version} rests on an imported file that {signatory} has not confirmed personally.";
        OTHER_TEXT = Fail "other-text" "“{title}” version {version} is signed, but the signature is on another text.";
        NOT_YET = Fail "not-yet-effective" "“{title}” version {version} is signed but takes effect only on {effective}.";
        WITHDRAWN = Fail "withdrawn" "“{title}” version {version} was withdrawn on {withdrawn} and nothing has replaced it.";
        PLACEHOLDERS = Fail "placeholders" "“{title}” version {version} was signed with placeholders left in the text: {placeholders}.";
        OUTSIDE_SCOPE = Fail "scope" "No statement in force speaks for {entities}.";
    }
}

fn check(facts: &Facts) -> Vec<Outcome> {
    let in_force = facts.statements_in_force();
    if in_force.is_empty() {
        return without_statement(facts);
    }
    let each = in_force.iter().map(|held| finished(facts, *held));
    each.chain(outside_scope(facts, &in_force)).collect()
}

fn without_statement(facts: &Facts) -> Vec<Outcome> {
    let newest = |statement| newest_of(statement).map(|version| why_not(facts, statement, version));
    let mut gaps: Vec<_> = facts.statements.iter().filter_map(newest).collect();
    if gaps.is_empty() {
        gaps.push(NOTHING_RECORDED.about(facts.organisation.subject(), &[]));
    }
    let nothing_shows_leadership = comms_from_top_missing::RULE
        .check(facts)
        .iter()
        .any(|found| found.state == State::Fail);
    if nothing_shows_leadership {
        gaps = gaps
            .into_iter()
            .map(|gap| gap.graded(Severity::Maj))
            .collect();
    }
    gaps
}

fn newest_of(statement: &Statement) -> Option<&Version> {
    statement
        .versions
        .iter()
        .max_by_key(|version| version.number)
}

fn why_not(facts: &Facts, statement: &Statement, version: &Version) -> Outcome {
    let subject = statement.subject(version);
    let (title, number) = (&statement.title, version.number);
    if let Some(withdrawal) = &version.withdrawal {
        let withdrawn = facts.day_of(withdrawal.at);
        return WITHDRAWN.about(
            subject,
            &[
                ("title", title),
                ("version", &number),
                ("withdrawn", &withdrawn),
            ],
        );
    }
    if let (Some(effective), false) = (version.effective_on, version.valid_signatures().is_empty())
    {
        return NOT_YET.about(
            subject,
            &[
                ("title", title),
                ("version", &number),
                ("effective", &effective),
            ],
        );
    }
    if version.signatures.is_empty() {
        return UNSIGNED.about(subject, &[("title", title), ("version", &number)]);
    }
    let Some(file) = version
        .signatures
        .iter()
        .find(|signature| signature.text == version.text)
    else {
        return OTHER_TEXT.about(subject, &[("title", title), ("version", &number)]);
    };
    let signatory = facts.name_of(&file.person);
    UNCONFIRMED_FILE.about(
        subject,
        &[
            ("title", title),
            ("version", &number),
            ("signatory", &signatory),
        ],
    )
}

fn finished(facts: &Facts, held: InForce<'_>) -> Outcome {
    let InForce {
        statement,
        version,
        signed: signature,
    } = held;
    if !version.placeholders.is_empty() {
        let placeholders = version.placeholders.join(", ");
        let args: Args<'_> = &[
            ("title", &statement.title),
            ("version", &version.number),
            ("placeholders", &placeholders),
        ];
        return PLACEHOLDERS.about(held.subject(), args);
    }
    let (signatory, signed) = (facts.name_of(&signature.person), facts.day_of(signature.at));
    IN_FORCE.about(
        held.subject(),
        &[
            ("title", &statement.title),
            ("version", &version.number),
            ("signatory", &signatory),
            ("signed", &signed),
        ],
    )
}

fn outside_scope(facts: &Facts, in_force: &[InForce<'_>]) -> Option<Outcome> {
    let covered = |entity: &&String| in_force.iter().any(|held| held.version.speaks_for(entity));
    let outside: Vec<_> = facts
        .organisation
        .legal_entities
        .iter()
        .filter(|entity| !covered(entity))
        .cloned()
        .collect();
    let entities = outside.join(", ");
    (!outside.is_empty())
        .then(|| OUTSIDE_SCOPE.about(facts.organisation.subject(), &[("entities", &entities)]))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::{ImportedFile, Withdrawal};
    use crate::outcome::Severity::{Maj, Min};
    use crate::outcome::State::{Fail, Pass};
    use crate::testing::{cases, day, firm, grades, noon, nothing, only, says};

    #[test]
    fn a_signed_statement_in_force_passes_and_says_who_signed_it_when() {
        let found = only(&RULE, &firm());
        assert_eq!(
            found.sentence,
            "“Security statement” version 1 is in force; Dana signed it on 2026-01-12."
        );
    }

    #[test]
    fn without_any_statement_the_rule_fails() {
        assert_eq!(says(&RULE, &nothing()), (Fail, "nothing-recorded"));
    }

    #[test]
    fn a_draft_is_no_statement() {
        let mut firm = firm();
        firm.text().signatures.clear();
        assert_eq!(says(&RULE, &firm), (Fail, "unsigned"));
    }

    #[test]
    fn a_statement_counts_from_its_effective_day_on() {
        let mut firm = firm();
        firm.text().effective_on = Some(day(2026, 6, 16));
        assert_eq!(says(&RULE, &firm), (Fail, "not-yet-effective"));
        assert_eq!(says(&RULE, &firm.asked(2026, 6, 16)), (Pass, "in-force"));
    }

    #[test]
    fn a_withdrawn_version_does_not_bring_its_predecessor_back() {
        let mut firm = firm();
        let mut second = firm.text().clone();
        second.number = 2;
        second.withdrawal = Some(Withdrawal {
            by: "dana".into(),
            at: noon("2026-06-01"),
            reason: "wrong".into(),
        });
        firm.statements[0].versions.push(second);
        assert_eq!(says(&RULE, &firm), (Fail, "withdrawn"));
    }

    #[test]
    fn a_signature_on_another_text_does_not_count() {
        let mut firm = firm();
        firm.signed().text = "0000".into();
        assert_eq!(says(&RULE, &firm), (Fail, "other-text"));
    }

    #[test]
    fn a_template_uploaded_as_signed_counts_only_when_its_signatory_confirms_it() {
        let mut firm = firm();
        firm.signed().imported = Some(ImportedFile {
            sha256: "aa".into(),
            confirmed_at: None,
        });
        assert_eq!(says(&RULE, &firm), (Fail, "unconfirmed-file"));
        firm.signed().imported = Some(ImportedFile {
            sha256: "aa".into(),
            confirmed_at: Some(noon("2026-01-13")),
        });
        assert_eq!(says(&RULE, &firm), (Pass, "in-force"));
    }

    #[test]
    fn a_placeholder_left_in_a_signed_text_fails() {
        let mut firm = firm();
        firm.text().placeholders = vec!["[Company]".into(), "Lorem".into()];
        assert!(
            only(&RULE, &firm)
                .sentence
                .ends_with("left in the text: [Company], Lorem.")
        );
    }

    #[test]
    fn a_legal_entity_for_which_nobody_speaks_is_named() {
        let mut firm = firm();
        firm.organisation.legal_entities = vec!["Fernhill Ltd".into(), "Fernhill GmbH".into()];
        firm.text().legal_entities = vec!["Fernhill Ltd".into()];
        assert_eq!(cases(&RULE, &firm), ["scope", "in-force"]);
    }

    #[test]
    fn the_gap_is_major_when_no_communication_shows_leadership_either() {
        let mut firm = firm();
        firm.text().signatures.clear();
        assert_eq!(grades(&RULE, &firm), Min);
        firm.communications = Some(Vec::new());
        assert_eq!(grades(&RULE, &firm), Maj);
        firm.communications = None;
        assert_eq!(grades(&RULE, &firm), Min);
    }
}
