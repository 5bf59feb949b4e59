//! A person as an import sees one.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Somebody already known, current or gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The product's own id (`per_…`).
    pub id: String,
    /// Gone already: the last day is over, or was ended.
    pub left: bool,
    pub profile: Profile,
}

/// Everything an import can say about a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The number the HR system knows the person by.
    pub external_id: Option<String>,
    pub name: String,
    /// In lower case; empty for somebody without one.
    pub email: String,
    pub job_title: Option<String>,
    pub unit: Option<String>,
    pub manager: Option<PersonRef>,
    /// The first day.
    pub started_on: Option<Date>,
    /// The last day, which belongs to the person still.
    pub left_on: Option<Date>,
    /// An ISO 639 code, such as `de`.
    pub language: Option<String>,
    pub contractor: bool,
}

/// A person who is here already, or one who only arrives with this file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PersonRef {
    Known(String),
    /// The joiner on this line of the file.
    Line(u64),
}

impl Person {
    /// Whether nothing but the name says who this is.
    pub(super) fn has_name_only(&self) -> bool {
        self.profile.email.is_empty() && self.profile.external_id.is_none()
    }

    /// Whether the person is gone: the last day is over, or was ended.
    pub(super) fn is_gone(&self, today: Date) -> bool {
        self.left || self.profile.left_on.is_some_and(|on| on < today)
    }
}
