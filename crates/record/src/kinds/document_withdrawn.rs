use serde::{Deserialize, Serialize};

use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;

/// A text is no longer in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentWithdrawn {
    /// The publication that ends with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publication: Option<Id>,
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
    /// Why.
    pub reason: String,
}

impl Kind for DocumentWithdrawn {
    const TYPE: &'static str = "document-withdrawn";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "Text {}… of ‘{}’ version {} was withdrawn.",
            self.text.short(),
            self.title,
            self.version
        )
    }

    fn sample() -> Self {
        Self {
            publication: Some(sample::id("pub")),
            document: sample::id("doc"),
            kind: "statement".to_owned(),
            version: 3,
            title: "Statement 2027".to_owned(),
            text: sample::digest("# Statement 2027\n"),
            reason: "Replaced after the merger.".to_owned(),
        }
    }
}
