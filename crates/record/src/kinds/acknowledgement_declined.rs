use serde::{Deserialize, Serialize};

use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;

/// A person refused to acknowledge exactly this text: dissent is evidence too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcknowledgementDeclined {
    /// The refusal itself, which a decision names.
    pub declining: Id,
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
    /// Who declined.
    pub person: Id,
    /// Why.
    pub reason: String,
}

impl Kind for AcknowledgementDeclined {
    const TYPE: &'static str = "acknowledgement-declined";
    const CLASS: Class = Class::People;

    fn sentence(&self) -> String {
        format!(
            "The acknowledgement of text {}… of ‘{}’ version {} was declined by {}.",
            self.text.short(),
            self.title,
            self.version,
            self.person
        )
    }

    fn sample() -> Self {
        Self {
            declining: sample::id("dcl"),
            publication: sample::id("pub"),
            document: sample::id("doc"),
            kind: "statement".to_owned(),
            version: 3,
            title: "Statement 2027".to_owned(),
            text: sample::digest("# Statement 2027\n"),
            person: sample::id("per"),
            reason: "Nobody has trained me on the new rule yet.".to_owned(),
        }
    }
}
