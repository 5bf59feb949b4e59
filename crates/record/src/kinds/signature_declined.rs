use serde::{Deserialize, Serialize};

use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;

/// A signatory refused to sign a text: dissent is evidence too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureDeclined {
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
    /// SHA-256 of the exact Markdown bytes.
    pub text: Digest,
    /// Who declined.
    pub person: Id,
    /// Why.
    pub reason: String,
}

impl Kind for SignatureDeclined {
    const TYPE: &'static str = "signature-declined";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "Text {}… of ‘{}’ version {} was declined by {}.",
            self.text.short(),
            self.title,
            self.version,
            self.person
        )
    }

    fn sample() -> Self {
        Self {
            request: sample::id("req"),
            document: sample::id("doc"),
            kind: "statement".to_owned(),
            version: 3,
            title: "Statement 2027".to_owned(),
            text: sample::digest("# Statement 2027\n"),
            person: sample::id("per"),
            reason: "The budget named in it is not approved yet.".to_owned(),
        }
    }
}
