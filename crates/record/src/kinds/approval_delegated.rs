use serde::{Deserialize, Serialize};

use super::{Kind, sample};
use crate::id::Id;
use crate::leaf::Class;
use crate::moment::Day;

/// Somebody who approves by their office lets somebody else approve in their place: certain kinds of
/// documents, for a time.
///
/// The actor of this record is whoever delegates; nobody delegates for another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovalDelegated {
    /// The delegation.
    pub delegation: Id,
    /// Whose authority it is.
    pub from: Id,
    /// The appointment it rests on.
    pub appointment: Id,
    /// Who may approve instead.
    pub to: Id,
    /// Which kinds of documents, for example `topic-policy`; never empty.
    pub scope: Vec<String>,
    /// The first day.
    pub first_day: Day,
    /// The last day.
    pub last_day: Day,
    /// Why.
    pub reason: String,
}

impl Kind for ApprovalDelegated {
    const TYPE: &'static str = "approval-delegated";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "Approving in the place of {} was delegated to {} from {} to {}: {}.",
            self.from,
            self.to,
            self.first_day,
            self.last_day,
            self.scope.join(", "),
        )
    }

    fn sample() -> Self {
        Self {
            delegation: sample::id("dlg"),
            from: sample::id("per"),
            appointment: sample::id("apt"),
            to: sample::other_id("per"),
            scope: vec!["topic-policy".to_owned(), "guideline".to_owned()],
            first_day: sample::day("2027-07-01"),
            last_day: sample::day("2027-07-31"),
            reason: "Parental leave.".to_owned(),
        }
    }
}
