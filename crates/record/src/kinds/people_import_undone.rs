use serde::{Deserialize, Serialize};

use super::words::count;
use super::{Kind, sample};
use crate::id::Id;
use crate::leaf::Class;

/// An import was taken back; each reverted change is a record of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeopleImportUndone {
    /// The import.
    pub import: Id,
    /// How many of its changes were reverted.
    pub reverted: u64,
    /// Why.
    pub reason: String,
}

impl Kind for PeopleImportUndone {
    const TYPE: &'static str = "people-import-undone";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "The import {} was undone, which reverted {}.",
            self.import,
            count(self.reverted, "change")
        )
    }

    fn sample() -> Self {
        Self {
            import: sample::id("imp"),
            reverted: 9,
            reason: "The file was last month's.".to_owned(),
        }
    }
}
