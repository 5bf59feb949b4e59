use serde::{Deserialize, Serialize};

use super::words::{Change, Proof};
use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;

/// A signatory signed exactly this text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentSigned {
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
    /// The language of that text, a BCP 47 tag.
    pub language: String,
    /// Who signed.
    pub person: Id,
    /// The appointment that entitles them.
    pub appointment: Id,
    /// In which capacity, as it was at that moment.
    pub capacity: String,
    /// The words of consent, exactly as they were shown.
    pub words: String,
    /// How the person had signed in, for example `passkey`.
    pub method: String,
    /// What makes it more than a claim.
    pub proof: Proof,
    /// The signatory's own answer to "what changed this year?".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_this_year: Option<String>,
    /// How much the version changes, in the judgement of this approver.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// It was the last approval that the round needed; how much the version changes in the judgement
    /// of all who approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approves: Option<Change>,
    /// The delegation by which they act in another's place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<Id>,
}

impl Kind for DocumentSigned {
    const TYPE: &'static str = "document-signed";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "Text {}… of ‘{}’ version {} was signed by {}, {}, at level {}.",
            self.text.short(),
            self.title,
            self.version,
            self.person,
            self.capacity,
            self.proof.level(),
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
            language: "en".to_owned(),
            person: sample::id("per"),
            appointment: sample::id("apt"),
            capacity: "Managing director".to_owned(),
            words: "I have read this statement and sign it.".to_owned(),
            method: "passkey".to_owned(),
            proof: Proof::L2 {
                intent: sample::digest("intent"),
                credential: sample::digest("credential"),
            },
            changed_this_year: Some("We opened a second site.".to_owned()),
            change: None,
            approves: None,
            delegation: None,
        }
    }
}
