use serde::{Deserialize, Serialize};

use super::words::Change;
use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;
use crate::moment::Day;

/// A text was laid before a signatory; what they sign refers to this record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureRequested {
    /// The request.
    pub request: Id,
    /// The document.
    pub document: Id,
    /// What the document is, for example `statement`.
    pub kind: String,
    /// Its version, counted from 1.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// The language of that text, a BCP 47 tag.
    pub language: String,
    /// SHA-256 of the exact Markdown bytes.
    pub text: Digest,
    /// How many bytes the text has.
    pub bytes: u64,
    /// How much it changes.
    pub change: Change,
    /// The version it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous_version: Option<u32>,
    /// Whose signature is asked for.
    pub from: Id,
    /// The appointment that entitles them.
    pub appointment: Id,
    /// From when the text shall be in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_on: Option<Day>,
    /// When it shall be reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_review_on: Option<Day>,
    /// The round of approval that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<Id>,
}

impl Kind for SignatureRequested {
    const TYPE: &'static str = "signature-requested";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "The signature of {} under text {}… of ‘{}’ version {} was requested.",
            self.from,
            self.text.short(),
            self.title,
            self.version,
        )
    }

    fn sample() -> Self {
        Self {
            request: sample::id("req"),
            document: sample::id("doc"),
            kind: "statement".to_owned(),
            version: 3,
            title: "Statement 2027".to_owned(),
            language: "en".to_owned(),
            text: sample::digest("# Statement 2027\n"),
            bytes: 17,
            change: Change::Material,
            previous_version: Some(2),
            from: sample::id("per"),
            appointment: sample::id("apt"),
            effective_on: Some(sample::day("2027-01-01")),
            next_review_on: Some(sample::day("2027-12-31")),
            round: None,
        }
    }
}
