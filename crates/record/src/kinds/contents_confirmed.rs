use serde::{Deserialize, Serialize};

use super::words::{ConfirmedItem, count};
use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;

/// A reviewer confirmed where a text has each of its required contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContentsConfirmed {
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
    /// The contents that were found.
    pub items: Vec<ConfirmedItem>,
    /// Who confirmed; not the author.
    pub by: Id,
}

impl Kind for ContentsConfirmed {
    const TYPE: &'static str = "contents-confirmed";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "{} of text {}… of ‘{}’ version {} were confirmed by {}.",
            count(self.items.len() as u64, "required content"),
            self.text.short(),
            self.title,
            self.version,
            self.by,
        )
    }

    fn sample() -> Self {
        Self {
            document: sample::id("doc"),
            kind: "statement".to_owned(),
            version: 3,
            title: "Statement 2027".to_owned(),
            text: sample::digest("# Statement 2027\n"),
            items: vec![
                ConfirmedItem {
                    item: 1,
                    heading: "Who we are".to_owned(),
                },
                ConfirmedItem {
                    item: 3,
                    heading: "Whom this binds".to_owned(),
                },
            ],
            by: sample::other_id("per"),
        }
    }
}
