use serde::{Deserialize, Serialize};

use super::words::count;
use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;

/// A list of people was imported; each change is a record of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeopleImported {
    /// The import.
    pub import: Id,
    /// The system the list comes from, in words.
    pub source: String,
    /// SHA-256 of the imported file.
    pub file: Digest,
    /// Rows read from it, without the header.
    pub rows: u64,
    /// People who were new.
    pub joiners: u64,
    /// People whose facts changed.
    pub changes: u64,
    /// People who were gone.
    pub leavers: u64,
    /// SHA-256 of the canonical mapping from columns to fields.
    pub mapping: Digest,
}

impl Kind for PeopleImported {
    const TYPE: &'static str = "people-imported";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "{} from {} were imported, with {}, {} and {}.",
            count(self.rows, "row"),
            self.source,
            count(self.joiners, "joiner"),
            count(self.changes, "change"),
            count(self.leavers, "leaver"),
        )
    }

    fn sample() -> Self {
        Self {
            import: sample::id("imp"),
            source: "the payroll system".to_owned(),
            file: sample::digest("name,email\n"),
            rows: 214,
            joiners: 3,
            changes: 5,
            leavers: 1,
            mapping: sample::digest("{}"),
        }
    }
}
