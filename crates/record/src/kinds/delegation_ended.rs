use serde::{Deserialize, Serialize};

use super::{Kind, sample};
use crate::id::Id;
use crate::leaf::Class;

/// A delegation ended before its last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelegationEnded {
    /// The delegation.
    pub delegation: Id,
    /// Why.
    pub reason: String,
}

impl Kind for DelegationEnded {
    const TYPE: &'static str = "delegation-ended";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "The delegation {} ended before its last day.",
            self.delegation
        )
    }

    fn sample() -> Self {
        Self {
            delegation: sample::id("dlg"),
            reason: "Back earlier than planned.".to_owned(),
        }
    }
}
