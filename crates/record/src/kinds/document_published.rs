use serde::{Deserialize, Serialize};

use super::words::count;
use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;

/// A signed text was laid before an audience.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentPublished {
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
    /// SHA-256 of the exact Markdown bytes.
    pub text: Digest,
    /// The language of that text, a BCP 47 tag.
    pub language: String,
    /// Whom it is for: the canonical description of the saved query.
    pub audience: String,
    /// How many people that was at that moment.
    pub people: u64,
    /// Within how many days they shall acknowledge it.
    pub due_days: u32,
}

impl Kind for DocumentPublished {
    const TYPE: &'static str = "document-published";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "Text {}… of ‘{}’ version {} was published to an audience of {}, to be acknowledged within {}.",
            self.text.short(),
            self.title,
            self.version,
            self.people,
            count(u64::from(self.due_days), "day"),
        )
    }

    fn sample() -> Self {
        Self {
            publication: sample::id("pub"),
            document: sample::id("doc"),
            kind: "statement".to_owned(),
            version: 3,
            title: "Statement 2027".to_owned(),
            text: sample::digest("# Statement 2027\n"),
            language: "en".to_owned(),
            audience: "everyone".to_owned(),
            people: 214,
            due_days: 14,
        }
    }
}
