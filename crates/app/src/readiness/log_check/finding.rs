//! What a re-reading of the log may find, as a word for the database and a sentence for people.

use kit::reconcile::Difference;

/// The result of a re-reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Every record is where the signed checkpoint says, and the database repeats what they say.
    Intact,
    /// The checkpoint does not carry the signature of the log's key, or states another size.
    Checkpoint,
    /// A leaf is missing: the index at which the next one should stand.
    Missing(u64),
    /// The record at this index is not the one its leaf was made for.
    Altered(u64),
    /// The record at this index, or its salt, is gone, and the log records no erasure.
    Unopened(u64),
    /// Every leaf is there, but not the ones that were signed.
    OtherRoot,
    /// An index outside the signed log.
    Beyond(i64),
    /// A record outside the log that does not wait for its place in it.
    Unentered,
    /// Something in the database, as `table.column`, says otherwise than the record at this index;
    /// `None` for one that waits for its place.
    Differs { what: String, place: Option<u64> },
    /// A row of this table names no record of the kind it needs.
    Unrecorded { what: String },
    /// The record at this index has no row in this table.
    Unkept { what: String, place: Option<u64> },
}

/// The word of each kind, in the database and for translators, and its English.
const KINDS: [(&str, &str); 13] = [
    ("intact", "All records are where they were."),
    (
        "checkpoint",
        "The signed checkpoint does not belong to this log or states another size.",
    ),
    ("missing", "The record with index {place} is missing."),
    (
        "altered",
        "The record with index {place} is not the one that was logged.",
    ),
    (
        "unopened",
        "The record with index {place} or its salt was deleted, and no erasure is recorded.",
    ),
    (
        "other-root",
        "The records are not the ones whose root was signed.",
    ),
    (
        "beyond",
        "The database has an entry with index {place}, which the signed log does not have.",
    ),
    (
        "unentered",
        "The database has a record that was never entered in the log.",
    ),
    (
        "differs",
        "The database says otherwise than the record with index {place}: {what}.",
    ),
    (
        "differs-waiting",
        "The database says otherwise than a record that waits for its place: {what}.",
    ),
    (
        "unrecorded",
        "The database has a row that no record of the log stands behind: {what}.",
    ),
    (
        "unkept",
        "The database lacks what the record with index {place} says: {what}.",
    ),
    (
        "unkept-waiting",
        "The database lacks what a record that waits for its place says: {what}.",
    ),
];

impl Finding {
    /// The word of its kind.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Finding::Intact => "intact",
            Finding::Checkpoint => "checkpoint",
            Finding::Missing(_) => "missing",
            Finding::Altered(_) => "altered",
            Finding::Unopened(_) => "unopened",
            Finding::OtherRoot => "other-root",
            Finding::Beyond(_) => "beyond",
            Finding::Unentered => "unentered",
            Finding::Differs { place: Some(_), .. } => "differs",
            Finding::Differs { place: None, .. } => "differs-waiting",
            Finding::Unrecorded { .. } => "unrecorded",
            Finding::Unkept { place: Some(_), .. } => "unkept",
            Finding::Unkept { place: None, .. } => "unkept-waiting",
        }
    }

    /// The index it is about, and the table or column.
    fn details(&self) -> (Option<i64>, Option<&str>) {
        let index = |place: u64| i64::try_from(place).ok();
        match self {
            Finding::Intact | Finding::Checkpoint | Finding::OtherRoot | Finding::Unentered => {
                (None, None)
            }
            Finding::Missing(place) | Finding::Altered(place) | Finding::Unopened(place) => {
                (index(*place), None)
            }
            Finding::Beyond(place) => (Some(*place), None),
            Finding::Unrecorded { what } => (None, Some(what)),
            Finding::Differs { what, place } | Finding::Unkept { what, place } => {
                (place.and_then(index), Some(what))
            }
        }
    }

    fn of(kind: &str, place: Option<i64>, what: &str) -> Option<Finding> {
        let index = u64::try_from(place.unwrap_or_default()).unwrap_or_default();
        let what = what.to_owned();
        Some(match kind {
            "intact" => Finding::Intact,
            "checkpoint" => Finding::Checkpoint,
            "missing" => Finding::Missing(index),
            "altered" => Finding::Altered(index),
            "unopened" => Finding::Unopened(index),
            "other-root" => Finding::OtherRoot,
            "beyond" => Finding::Beyond(place.unwrap_or_default()),
            "unentered" => Finding::Unentered,
            "differs" => Finding::Differs {
                what,
                place: Some(index),
            },
            "differs-waiting" => Finding::Differs { what, place: None },
            "unrecorded" => Finding::Unrecorded { what },
            "unkept" => Finding::Unkept {
                what,
                place: Some(index),
            },
            "unkept-waiting" => Finding::Unkept { what, place: None },
            _ => return None,
        })
    }

    /// The words in the database, and the index where there is one.
    pub(super) fn stored(&self) -> (String, Option<i64>) {
        let (place, what) = self.details();
        let word = match what {
            Some(what) => format!("{} {what}", self.kind()),
            None => self.kind().to_owned(),
        };
        (word, place)
    }

    /// Reads the words; what nobody knows is no reassurance.
    pub(in crate::readiness) fn read(words: &str, place: Option<i64>) -> Finding {
        let (kind, what) = words.split_once(' ').unwrap_or((words, ""));
        Finding::of(kind, place, what).unwrap_or(Finding::Checkpoint)
    }

    /// What does not fit, in English.
    pub fn sentence(&self) -> String {
        let english = KINDS.iter().find(|(kind, _)| *kind == self.kind());
        let (_, english) = english.expect("every kind has its sentence");
        let (place, what) = self.details();
        let place = place.map(|place| place.to_string()).unwrap_or_default();
        english
            .replace("{place}", &place)
            .replace("{what}", what.unwrap_or_default())
    }

    /// The key for translators, and the values of the sentence.
    pub(in crate::readiness) fn spoken(&self) -> (String, [(&'static str, String); 2]) {
        let (place, what) = self.details();
        let place = place.map(|place| place.to_string()).unwrap_or_default();
        let what = what.unwrap_or_default().to_owned();
        (
            format!("log-finding-{}", self.kind()),
            [("place", place), ("what", what)],
        )
    }

    /// The finding that says this sentence, for whoever has to say it in another language.
    pub(in crate::readiness) fn that_says(sentence: &str) -> Option<Finding> {
        KINDS.into_iter().find_map(|(kind, english)| {
            let (place, what) = values(english, sentence)?;
            let place = if place.is_empty() {
                None
            } else {
                Some(place.parse().ok()?)
            };
            Finding::of(kind, place, what)
        })
    }
}

impl From<Difference> for Finding {
    fn from(difference: Difference) -> Finding {
        match difference {
            Difference::Differs { what, index } => Finding::Differs { what, place: index },
            Difference::Unrecorded { table } => Finding::Unrecorded { what: table },
            Difference::Unkept { table, index } => Finding::Unkept {
                what: table,
                place: index,
            },
        }
    }
}

/// The index and the thing that a sentence puts into these words; an index comes before a thing.
fn values<'a>(english: &str, sentence: &'a str) -> Option<(&'a str, &'a str)> {
    let (rest, place, mut words) = match english.split_once("{place}") {
        None => (sentence, "", english),
        Some((before, after)) => {
            let rest = sentence.strip_prefix(before)?;
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != '-')?;
            (&rest[end..], &rest[..end], after)
        }
    };
    let mut what = "";
    let mut said = rest;
    if let Some((before, after)) = words.split_once("{what}") {
        what = said.strip_prefix(before)?.strip_suffix(after)?;
        (said, words) = ("", "");
    }
    (said == words).then_some((place, what))
}

#[cfg(test)]
mod tests {
    use super::{Finding, KINDS};

    fn all() -> Vec<Finding> {
        let what = || "acknowledgement.person".to_owned();
        vec![
            Finding::Intact,
            Finding::Checkpoint,
            Finding::Missing(7),
            Finding::Altered(12),
            Finding::Unopened(3),
            Finding::OtherRoot,
            Finding::Beyond(-1),
            Finding::Unentered,
            Finding::Differs {
                what: what(),
                place: Some(9),
            },
            Finding::Differs {
                what: what(),
                place: None,
            },
            Finding::Unrecorded { what: what() },
            Finding::Unkept {
                what: what(),
                place: Some(0),
            },
            Finding::Unkept {
                what: what(),
                place: None,
            },
        ]
    }

    #[test]
    fn every_kind_has_its_sentence() {
        let kinds: Vec<_> = all().iter().map(Finding::kind).collect();
        assert_eq!(kinds, KINDS.map(|(kind, _)| kind));
    }

    #[test]
    fn a_finding_is_read_back_from_the_database() {
        for finding in all() {
            let (words, place) = finding.stored();
            assert_eq!(Finding::read(&words, place), finding);
        }
        assert_ne!(Finding::read("anything", None), Finding::Intact);
    }

    #[test]
    fn a_finding_is_recognised_by_its_sentence() {
        for finding in all() {
            assert_eq!(Finding::that_says(&finding.sentence()), Some(finding));
        }
        assert_eq!(Finding::that_says("Record 3 is gone."), None);
    }
}
