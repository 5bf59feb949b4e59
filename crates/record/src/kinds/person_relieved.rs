use serde::{Deserialize, Serialize};

use super::words::Basis;
use super::{Kind, sample};
use crate::id::Id;
use crate::leaf::Class;
use crate::moment::Day;

/// An appointment ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonRelieved {
    /// The appointment.
    pub appointment: Id,
    /// Who held it.
    pub person: Id,
    /// The last day in office.
    pub until: Day,
    /// Why.
    pub reason: String,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

impl Kind for PersonRelieved {
    const TYPE: &'static str = "person-relieved";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "Person {} was relieved with effect from the end of {}.",
            self.person, self.until
        )
    }

    fn sample() -> Self {
        Self {
            appointment: sample::id("apt"),
            person: sample::id("per"),
            until: sample::day("2026-12-31"),
            reason: "End of contract".to_owned(),
            basis: Some(Basis {
                note: "Minutes of the shareholders, item 2".to_owned(),
                file: None,
            }),
        }
    }
}
