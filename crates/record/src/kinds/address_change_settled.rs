use serde::{Deserialize, Serialize};

use super::words::Settlement;
use super::{Kind, sample};
use crate::id::Id;
use crate::leaf::Class;

/// What became of another e-mail address that was entered for a member of top management.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddressChangeSettled {
    /// Whose address it is.
    pub person: Id,
    /// Who entered the new address, where it was a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requested_by: Option<Id>,
    /// What became of it.
    pub settlement: Settlement,
    /// Who answered, where somebody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Id>,
}

impl Kind for AddressChangeSettled {
    const TYPE: &'static str = "address-change-settled";
    const CLASS: Class = Class::Control;

    fn sentence(&self) -> String {
        let person = &self.person;
        match (self.settlement, &self.by) {
            (Settlement::Confirmed, Some(by)) => {
                format!("The new e-mail address of {person} was confirmed by {by}.")
            }
            (Settlement::Refused, Some(by)) => {
                format!("The new e-mail address of {person} was refused by {by}.")
            }
            (Settlement::Confirmed, None) => {
                format!("The new e-mail address of {person} was confirmed.")
            }
            (Settlement::Refused, None) => {
                format!("The new e-mail address of {person} was refused.")
            }
            (Settlement::Unanswered, _) => {
                format!(
                    "The new e-mail address of {person} counts because nobody answered in time."
                )
            }
            (Settlement::Replaced, _) => {
                format!("The new e-mail address of {person} gave way to another one.")
            }
            (Settlement::Void, _) => {
                format!("The new e-mail address of {person} could not be used any more.")
            }
        }
    }

    fn sample() -> Self {
        Self {
            person: sample::id("per"),
            requested_by: None,
            settlement: Settlement::Confirmed,
            by: Some(sample::other_id("per")),
        }
    }
}
