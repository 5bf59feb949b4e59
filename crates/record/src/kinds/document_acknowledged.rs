use serde::{Deserialize, Serialize};

use super::words::Proof;
use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;

/// A person acknowledged exactly this text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentAcknowledged {
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
    /// Who acknowledged.
    pub person: Id,
    /// The words of consent, exactly as they were shown.
    pub words: String,
    /// How the person had signed in, for example `passkey`.
    pub method: String,
    /// What makes it more than a claim.
    pub proof: Proof,
}

impl Kind for DocumentAcknowledged {
    const TYPE: &'static str = "document-acknowledged";
    const CLASS: Class = Class::People;

    fn sentence(&self) -> String {
        format!(
            "Text {}… of ‘{}’ version {} was acknowledged by {} at level {}.",
            self.text.short(),
            self.title,
            self.version,
            self.person,
            self.proof.level(),
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
            person: sample::id("per"),
            words: "I have read this statement and will follow it.".to_owned(),
            method: "email-link".to_owned(),
            proof: Proof::L1 {
                session: sample::digest("session"),
            },
        }
    }
}
