//! What a re-reading of the log may find, as a word for the database and a sentence for people.

/// The result of a re-reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Finding {
    /// Every record is where the signed checkpoint says.
    Intact,
    /// The checkpoint does not carry the signature of the log's key, or states another size.
    Checkpoint,
    /// A leaf is missing: the index at which the next one should stand.
    Missing(u64),
    /// The record at this index is not the one its leaf was made for.
    Altered(u64),
    /// Every leaf is there, but not the ones that were signed.
    OtherRoot,
}

impl Finding {
    /// The word in the database, and the index where there is one.
    pub(super) fn stored(self) -> (&'static str, Option<i64>) {
        match self {
            Finding::Intact => ("intact", None),
            Finding::Checkpoint => ("checkpoint", None),
            Finding::Missing(place) => ("missing", Some(place as i64)),
            Finding::Altered(place) => ("altered", Some(place as i64)),
            Finding::OtherRoot => ("other-root", None),
        }
    }

    /// Reads the word; one that nobody knows is no reassurance.
    pub(crate) fn read(word: &str, place: Option<i64>) -> Finding {
        let place = u64::try_from(place.unwrap_or_default()).unwrap_or_default();
        match word {
            "intact" => Finding::Intact,
            "missing" => Finding::Missing(place),
            "altered" => Finding::Altered(place),
            "other-root" => Finding::OtherRoot,
            _ => Finding::Checkpoint,
        }
    }

    /// What does not fit, in English.
    pub(crate) fn sentence(self) -> String {
        let (before, after) = self.parts();
        match self {
            Finding::Missing(place) | Finding::Altered(place) => format!("{before}{place}{after}"),
            _ => before.to_owned(),
        }
    }

    /// The finding that says this sentence, for whoever has to say it in another language.
    pub(crate) fn that_says(sentence: &str) -> Option<Finding> {
        let kinds = [
            Finding::Intact,
            Finding::Checkpoint,
            Finding::OtherRoot,
            Finding::Missing(0),
            Finding::Altered(0),
        ];
        kinds.into_iter().find_map(|kind| {
            let (before, after) = kind.parts();
            let rest = sentence.strip_prefix(before)?.strip_suffix(after)?;
            match kind {
                Finding::Missing(_) => rest.parse().ok().map(Finding::Missing),
                Finding::Altered(_) => rest.parse().ok().map(Finding::Altered),
                _ => rest.is_empty().then_some(kind),
            }
        })
    }

    /// The words around the index.
    fn parts(self) -> (&'static str, &'static str) {
        match self {
            Finding::Intact => ("All records are where they were.", ""),
            Finding::Checkpoint => (
                "The signed checkpoint does not belong to this log or states another size.",
                "",
            ),
            Finding::Missing(_) => ("The record with index ", " is missing."),
            Finding::Altered(_) => ("The record with index ", " is not the one that was logged."),
            Finding::OtherRoot => ("The records are not the ones whose root was signed.", ""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Finding;

    const ALL: [Finding; 5] = [
        Finding::Intact,
        Finding::Checkpoint,
        Finding::Missing(7),
        Finding::Altered(12),
        Finding::OtherRoot,
    ];

    #[test]
    fn a_finding_is_read_back_from_the_database() {
        for finding in ALL {
            let (word, place) = finding.stored();
            assert_eq!(Finding::read(word, place), finding);
        }
        assert_ne!(Finding::read("anything", None), Finding::Intact);
    }

    #[test]
    fn a_finding_is_recognised_by_its_sentence() {
        for finding in ALL {
            assert_eq!(Finding::that_says(&finding.sentence()), Some(finding));
        }
        assert_eq!(Finding::that_says("Record 3 is gone."), None);
    }
}
