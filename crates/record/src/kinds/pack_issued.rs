use serde::{Deserialize, Serialize};

use super::{Kind, sample};
use crate::digest::Digest;
use crate::leaf::Class;
use crate::moment::Moment;

/// An evidence pack left the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackIssued {
    /// SHA-256 of the pack, where it was known before this record was sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack: Option<Digest>,
    /// The moment whose state the pack shows.
    pub as_of: Moment,
    /// How many leaves its checkpoint covers.
    pub size: u64,
    /// The root hash of that checkpoint.
    pub root: Digest,
    /// What it contains, in words.
    pub scope: String,
}

impl Kind for PackIssued {
    const TYPE: &'static str = "pack-issued";
    const CLASS: Class = Class::Control;

    fn sentence(&self) -> String {
        format!(
            "An evidence pack ({}) was issued as of {} over {} log entries.",
            self.scope, self.as_of, self.size
        )
    }

    fn sample() -> Self {
        Self {
            pack: None,
            as_of: sample::moment("2026-11-22T15:00:00.000Z"),
            size: 1042,
            root: sample::digest("root"),
            scope: "ISO 27001 5.4".to_owned(),
        }
    }
}
