use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The times of the records.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trail {
    /// How many records were looked at.
    pub records: u64,
    /// Those of them that claim another time than the one at which they were recorded, were anchored,
    /// or stand where the clock moved, in order of their index.
    #[serde(default)]
    pub entries: Vec<TimeTrail>,
}

/// The three times of one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeTrail {
    /// Its place in the log.
    pub index: u64,
    /// The kind of record, such as `document-signed`.
    pub kind: String,
    /// What it is about, for a sentence.
    pub subject: String,
    /// When the server recorded it.
    pub recorded_at: Timestamp,
    /// When it is said to have happened, if not then.
    #[serde(default)]
    pub claimed_at: Option<Timestamp>,
    /// When somebody outside first witnessed it.
    #[serde(default)]
    pub anchored_at: Option<Timestamp>,
    /// The label of a late entry; its text is the reason and may be empty.
    #[serde(default)]
    pub late: Option<String>,
}

/// What the last verification of the log found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum LogStatus {
    /// Nobody has verified it yet.
    #[default]
    NotChecked,
    /// Every record is where the checkpoints say.
    Verified {
        /// How many records were verified.
        records: u64,
        /// When.
        checked_at: Timestamp,
        /// The newest checkpoint held outside with which the log was compared.
        outside: Option<OutsideCopy>,
    },
    /// Something does not fit.
    Broken {
        /// The first thing that does not fit, as a sentence.
        sentence: String,
        /// When that was found.
        found_at: Timestamp,
    },
    /// Somebody outside holds a checkpoint of a longer log: records are gone, or the log was restored from a copy.
    OlderThanOutside {
        /// How many records the log has.
        records: u64,
        /// The checkpoint that says otherwise.
        outside: OutsideCopy,
        /// When that was found.
        found_at: Timestamp,
    },
}

/// A checkpoint in somebody else's hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideCopy {
    /// Who holds it: a witness, an auditor, whoever received a pack.
    pub held_by: String,
    /// How many records it speaks for.
    pub records: u64,
    /// Since when it is held there.
    pub since: Timestamp,
}
