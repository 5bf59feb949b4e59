use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An audit held or announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audit {
    /// The audit's id.
    pub id: String,
    /// Who audits what, for a sentence.
    pub title: String,
    /// First day on site.
    pub on: Date,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}
