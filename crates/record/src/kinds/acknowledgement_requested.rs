use serde::{Deserialize, Serialize};

use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;
use crate::moment::Day;

/// People were asked to acknowledge a published text: an audience, or those who joined it since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcknowledgementRequested {
    /// The publication.
    pub publication: Id,
    /// The document.
    pub document: Id,
    /// What the document is, for example `statement`.
    pub kind: String,
    /// Its version, counted from 1.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// Why they are asked: `published`, or `joined` later.
    pub because: String,
    /// The last day for it.
    pub due_on: Day,
    /// How many people are asked.
    pub people: u64,
    /// SHA-256 of their pseudonyms, sorted, each followed by a line feed; before it, for whoever was late
    /// with an earlier version, a space and since when.
    pub list: Digest,
}

impl Kind for AcknowledgementRequested {
    const TYPE: &'static str = "acknowledgement-requested";
    const CLASS: Class = Class::People;

    fn sentence(&self) -> String {
        format!(
            "The acknowledgement of ‘{}’ version {} was requested of {}, until {}.",
            self.title,
            self.version,
            if self.people == 1 {
                "1 person".to_owned()
            } else {
                format!("{} people", self.people)
            },
            self.due_on,
        )
    }

    fn sample() -> Self {
        Self {
            publication: sample::id("pub"),
            document: sample::id("doc"),
            kind: "statement".to_owned(),
            version: 3,
            title: "Statement 2027".to_owned(),
            because: "published".to_owned(),
            due_on: sample::day("2027-01-22"),
            people: 2,
            list: sample::digest(
                "per_01JD3KQ8Z5T0V9M4N7P2R6S1XY\nper_01JD3KQ8Z5T0V9M4N7P2R6S1XZ\n",
            ),
        }
    }
}
