use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A communication about security to the people of the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Communication {
    /// The communication's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When it reached people.
    pub at: Timestamp,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who wrote it.
    pub author: String,
    /// By which channel, such as “all-hands meeting”.
    pub channel: String,
    /// To whom, such as “everybody”.
    pub audience: String,
    /// Whether slides, text, recording or note are kept.
    pub material_kept: bool,
    /// Who stands behind it, each with a sign-in of their own; the author's name alone is no endorsement.
    #[serde(default)]
    pub endorsements: Vec<Endorsement>,
}

/// Somebody stands behind a communication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endorsement {
    /// Who.
    pub by: String,
    /// When.
    pub at: Timestamp,
}
