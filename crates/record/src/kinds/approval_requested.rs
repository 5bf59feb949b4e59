use serde::{Deserialize, Serialize};

use super::words::{Approver, Change, ResourcedDuty, Stage};
use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;

/// A text was sent for approval: whom it goes to in which order, how many of them it takes, and what
/// each duty it creates needs.
///
/// Each approver is asked by a `signature-requested` record of their own that names the round, and
/// answers it as every signatory does. Whoever asks is the actor of this record; nobody approves what
/// they asked for, and authors alone approve nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovalRequested {
    /// The round.
    pub round: Id,
    /// The document.
    pub document: Id,
    /// What the document is, for example `topic-policy`.
    pub kind: String,
    /// Its version, counted from 1.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// SHA-256 of the exact Markdown bytes.
    pub text: Digest,
    /// How much it changes, as whoever asks proposes it.
    pub change: Change,
    /// Everybody who wrote it.
    pub authors: Vec<Id>,
    /// Those asked together, one stage after the other.
    pub stages: Vec<Stage>,
    /// SHA-256 of the text of the approval matrix in force, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matrix: Option<Digest>,
    /// Every duty the text creates, in its order, with what it needs.
    pub duties: Vec<ResourcedDuty>,
}

impl Kind for ApprovalRequested {
    const TYPE: &'static str = "approval-requested";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        let approvers: usize = self.stages.iter().map(|stage| stage.approvers.len()).sum();
        let needed: u64 = self
            .stages
            .iter()
            .map(|stage| u64::from(stage.quorum))
            .sum();
        format!(
            "Text {}… of ‘{}’ version {} was sent for approval to {}, of whom {} must approve, with {}.",
            self.text.short(),
            self.title,
            self.version,
            match approvers {
                1 => "1 person".to_owned(),
                many => format!("{many} people"),
            },
            needed,
            match self.duties.len() {
                1 => "1 duty".to_owned(),
                many => format!("{many} duties"),
            },
        )
    }

    fn sample() -> Self {
        Self {
            round: sample::id("rnd"),
            document: sample::id("doc"),
            kind: "topic-policy".to_owned(),
            version: 2,
            title: "Access control".to_owned(),
            text: sample::digest("# Access control\n"),
            change: Change::Material,
            authors: vec![sample::id("per")],
            stages: vec![Stage {
                quorum: 1,
                approvers: vec![
                    Approver {
                        person: sample::other_id("per"),
                        appointment: sample::id("apt"),
                        delegation: None,
                    },
                    Approver {
                        person: sample::id("per"),
                        appointment: sample::other_id("apt"),
                        delegation: Some(sample::id("dlg")),
                    },
                ],
            }],
            matrix: Some(sample::digest("# Who approves what\n")),
            duties: vec![ResourcedDuty::sample()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_counts_people_and_duties() {
        assert!(ApprovalRequested::sample().sentence().ends_with(
            "version 2 was sent for approval to 2 people, of whom 1 must approve, with 1 duty."
        ));
    }
}
