use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Zone;
use crate::outcome::Subject;

/// Whose facts these are and when they are asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// The organisation's id.
    pub id: String,
    /// The name under which it signs.
    pub name: String,
    /// The day as at which the rules judge, in the organisation's time zone.
    pub as_at: Date,
    /// When the facts were gathered.
    pub now: Timestamp,
    /// The zone in which the organisation counts its days.
    pub time_zone: Zone,
    /// Whether these facts are about a real organisation.
    pub purpose: Purpose,
    /// Legal entities in the scope of the management system; empty if there is only one.
    #[serde(default)]
    pub legal_entities: Vec<String>,
    /// Changes after which a statement from the top has to be made anew.
    #[serde(default)]
    pub strategic_changes: Vec<StrategicChange>,
}

/// What the organisation is kept for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A real organisation.
    Live,
    /// An invented one, for demonstration and trial; its facts prove nothing.
    Demo,
}

/// Scope, ownership or strategy changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StrategicChange {
    /// What changed.
    pub turn: Turn,
    /// The first day on which the change was effective.
    pub on: Date,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

/// The kinds of change that outdate a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// The scope of the management system.
    Scope,
    /// Who owns the organisation.
    Owner,
    /// Where it wants to go.
    Strategy,
}

impl Organisation {
    /// What a result about the whole organisation is about.
    pub fn subject(&self) -> Subject {
        Subject::new(&self.id, &self.name)
    }
}

impl Turn {
    /// The word used in sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::Scope => "scope",
            Self::Owner => "owner",
            Self::Strategy => "strategy",
        }
    }
}
