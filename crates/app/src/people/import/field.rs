//! What a column can mean.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One thing a column can say about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    ExternalId,
    GivenName,
    FamilyName,
    FullName,
    Email,
    JobTitle,
    Unit,
    ManagerId,
    ManagerEmail,
    /// A manager by whatever the file holds: a name as a rule, an address or a number at times.
    Manager,
    StartedOn,
    LeftOn,
    Status,
    Language,
    Contractor,
}

impl Field {
    /// Every field, in the order a person would expect to map them.
    pub const ALL: [Self; 15] = [
        Self::ExternalId,
        Self::GivenName,
        Self::FamilyName,
        Self::FullName,
        Self::Email,
        Self::JobTitle,
        Self::Unit,
        Self::ManagerId,
        Self::ManagerEmail,
        Self::Manager,
        Self::StartedOn,
        Self::LeftOn,
        Self::Status,
        Self::Language,
        Self::Contractor,
    ];

    /// The most characters a cell of this field may hold.
    pub(super) fn limit(self) -> usize {
        match self {
            Self::ExternalId | Self::ManagerId => 100,
            Self::Email | Self::ManagerEmail => 254,
            _ => 200,
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ExternalId => "employee number",
            Self::GivenName => "given name",
            Self::FamilyName => "family name",
            Self::FullName => "full name",
            Self::Email => "e-mail address",
            Self::JobTitle => "job title",
            Self::Unit => "unit",
            Self::ManagerId => "manager's number",
            Self::ManagerEmail => "manager's address",
            Self::Manager => "manager",
            Self::StartedOn => "first day",
            Self::LeftOn => "last day",
            Self::Status => "status",
            Self::Language => "language",
            Self::Contractor => "kind of employment",
        })
    }
}

/// What no import can do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Required {
    /// A column with e-mail addresses: people sign in with them.
    Email,
    /// A full name, or given and family name.
    Name,
}

impl fmt::Display for Required {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Email => "e-mail address",
            Self::Name => "name",
        })
    }
}
