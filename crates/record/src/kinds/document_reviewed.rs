use serde::{Deserialize, Serialize};

use super::words::ReviewOutcome;
use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;
use crate::moment::Day;

/// Somebody looked at an approved text again, and says whether it still holds and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentReviewed {
    /// The review.
    pub review: Id,
    /// The document.
    pub document: Id,
    /// What the document is, for example `topic-policy`.
    pub kind: String,
    /// The version that was looked at.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// SHA-256 of the exact Markdown bytes.
    pub text: Digest,
    /// What came of it.
    pub outcome: ReviewOutcome,
    /// Why, in the reviewer's own words.
    pub reason: String,
    /// What made it due, other than the calendar: an incident, a finding, a law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<String>,
    /// When it shall be looked at again.
    pub next_review_on: Day,
}

impl Kind for DocumentReviewed {
    const TYPE: &'static str = "document-reviewed";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        let outcome = match self.outcome {
            ReviewOutcome::NoChange => "needs no change",
            ReviewOutcome::ToBeChanged => "is to be changed",
            ReviewOutcome::ToBeRetired => "is to be retired",
        };
        format!(
            "The review of ‘{}’ version {} found that it {outcome}, and the next is due by {}.",
            self.title, self.version, self.next_review_on,
        )
    }

    fn sample() -> Self {
        Self {
            review: sample::id("rev"),
            document: sample::id("doc"),
            kind: "topic-policy".to_owned(),
            version: 2,
            title: "Access control".to_owned(),
            text: sample::digest("# Access control\n"),
            outcome: ReviewOutcome::NoChange,
            reason: "The new directory changes nothing in what we ask of people.".to_owned(),
            trigger: None,
            next_review_on: sample::day("2028-01-31"),
        }
    }
}
