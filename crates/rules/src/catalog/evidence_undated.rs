use crate::facts::{Attachment, Facts, Grade};
use crate::outcome::{Args, Outcome, Subject};
use crate::rule::rule;

rule! {
    /// # Evidence says where it comes from
    ///
    /// **Looks at** every attached file: the system it came from, when it was taken, who took it, and for lists which people or things they cover or the query behind them.
    ///
    /// **Why** an undated screenshot shows that somebody once saw a screen. Auditors reject lists they cannot tie to a source.
    ///
    /// **What to do** say where the file comes from when you attach it; better, let the source system deliver it.
    ///
    /// **How it is gamed** the provenance is typed in afterwards. Typed provenance is graded below a feed, a picture lowest of all, and the grade stands beside every item.
    "evidence-undated"
    group: Integrity,
    questions: [],
    tier: 3,
    severity: Obs,
    obligations: ["OB-35"],
    requirements: ["iso27001:7.5.2"],
    thresholds: [],
    says: {
        DATED = Pass "dated" "“{name}”, attached to “{subject}”, was taken from {source} on {captured} by {capturer}: evidence of grade {grade}.";
        UNDATED = Fail "undated" "“{name}”, attached to “{subject}”, does not say its {missing}.";
        NOTHING_RECORDED = Unknown "nothing-recorded" "Nothing recorded yet: no file is attached as evidence.";
    }
}

fn check(facts: &Facts) -> Vec<Outcome> {
    if facts.attachments.is_empty() {
        return vec![NOTHING_RECORDED.about(facts.organisation.subject(), &[])];
    }
    facts
        .attachments
        .iter()
        .map(|attachment| provenance(facts, attachment))
        .collect()
}

fn provenance(facts: &Facts, file: &Attachment) -> Outcome {
    let subject = Subject::new(&file.id, &file.name);
    let missing = file.missing();
    let captured = file
        .captured_at
        .map(|at| facts.day_of(at))
        .unwrap_or(facts.day_of(file.recorded_at));
    if !missing.is_empty() {
        let words = missing.join(", ");
        let codes = missing
            .iter()
            .map(|part| part.replace(' ', "-"))
            .collect::<Vec<_>>()
            .join(" ");
        let args: Args<'_> = &[
            ("name", &file.name),
            ("subject", &file.subject),
            ("missing", &words),
            ("missing-codes", &codes),
        ];
        return UNDATED.about(subject, args);
    }
    let capturer = facts.name_of(file.captured_by.as_deref().unwrap_or_default());
    DATED.about(
        subject,
        &[
            ("name", &file.name),
            ("subject", &file.subject),
            ("source", &file.source_system.as_deref().unwrap_or_default()),
            ("captured", &captured),
            ("capturer", &capturer),
            ("grade", &letter(file.grade())),
        ],
    )
}

fn letter(grade: Grade) -> char {
    match grade {
        Grade::B => 'B',
        Grade::C => 'C',
        Grade::D => 'D',
        Grade::E => 'E',
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::AttachmentKind::{Extract, Picture};
    use crate::facts::Grade::{B, C, D, E};
    use crate::outcome::State::{Fail, Pass, Unknown};
    use crate::testing::{firm, nothing, only, says};

    #[test]
    fn a_document_with_source_time_and_capturer_passes() {
        assert_eq!(says(&RULE, &firm()), (Pass, "dated"));
        assert_eq!(firm().attachments[0].grade(), C);
    }

    #[test]
    fn every_missing_part_is_named() {
        let mut firm = firm();
        firm.attachments[0].source_system = Some(" ".into());
        firm.attachments[0].captured_at = None;
        assert!(
            only(&RULE, &firm)
                .sentence
                .ends_with("does not say its source system, capture time.")
        );
        assert_eq!(firm.attachments[0].grade(), E);
    }

    #[test]
    fn a_list_needs_its_population_and_a_document_does_not() {
        let mut firm = firm();
        firm.attachments[0].kind = Extract;
        assert_eq!(says(&RULE, &firm), (Fail, "undated"));
        firm.attachments[0].population = Some("all active accounts, 48 rows".into());
        assert_eq!(says(&RULE, &firm), (Pass, "dated"));
    }

    #[test]
    fn without_files_nothing_is_known() {
        assert_eq!(says(&RULE, &nothing()), (Unknown, "nothing-recorded"));
    }

    #[test]
    fn typed_provenance_and_pictures_are_graded_below_a_feed() {
        let mut file = firm().attachments.remove(0);
        file.kind = Extract;
        file.population = Some("all active accounts, 48 rows".into());
        assert_eq!(file.grade(), D);
        file.from_feed = true;
        assert_eq!(file.grade(), B);
        file.kind = Picture;
        assert_eq!(file.grade(), D);
    }
}
