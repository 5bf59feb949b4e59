use std::collections::HashSet;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Facts;

/// Who owes acknowledgement of one published version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// The document's id.
    pub document: String,
    /// What kind of document: `statement`, `policy` …
    pub kind: String,
    /// Its title.
    pub title: String,
    /// The version that was published.
    pub version: u32,
    /// Since when it is asked for.
    pub published_at: Timestamp,
    /// Until when, if a newer version or a withdrawal ended it.
    #[serde(default)]
    pub ended_at: Option<Timestamp>,
    /// Whether it binds everybody; then whoever is neither bound nor excluded is missing from the list.
    pub binds_everyone: bool,
    /// What each bound person owes, done or not, people who have left included.
    pub duties: Vec<Duty>,
    /// Who was left out, and why.
    #[serde(default)]
    pub exclusions: Vec<Exclusion>,
}

/// One person owes one acknowledgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// Who.
    pub person: String,
    /// Last day to do it.
    pub due_on: Date,
    /// When it was done.
    #[serde(default)]
    pub acknowledged_at: Option<Timestamp>,
    /// When it was refused, while the refusal stands.
    #[serde(default)]
    pub declined_at: Option<Timestamp>,
    /// The last day of an earlier version that this person let pass, having acknowledged nothing since:
    /// a new version gives a new last day, and no clean slate.
    #[serde(default)]
    pub late_since: Option<Date>,
}

/// Somebody whom a document would bind was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exclusion {
    /// Who.
    pub person: String,
    /// Why; an empty reason is none.
    #[serde(default)]
    pub reason: Option<String>,
    /// Who decided it.
    #[serde(default)]
    pub approved_by: Option<String>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

impl Coverage {
    /// What a person owes, if bound.
    pub fn duty_of(&self, person: &str) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.person == person)
    }

    /// Why a person is left out, if so.
    pub fn exclusion_of(&self, person: &str) -> Option<&Exclusion> {
        self.exclusions
            .iter()
            .find(|exclusion| exclusion.person == person)
    }
}

impl Duty {
    /// Whether neither an acknowledgement nor a refusal is on record.
    pub fn is_open(&self) -> bool {
        self.acknowledged_at.is_none() && !self.is_declined()
    }

    /// Whether the last day has passed without an answer.
    pub fn is_late(&self, on: Date) -> bool {
        self.is_open() && self.due_on < on
    }

    /// Whether it was refused, and not done since.
    pub fn is_declined(&self) -> bool {
        self.acknowledged_at.is_none() && self.declined_at.is_some()
    }
}

impl Exclusion {
    /// Whether a reason is written down and somebody other than the person decided.
    pub fn is_justified(&self) -> bool {
        let has_reason = self
            .reason
            .as_ref()
            .is_some_and(|reason| !reason.trim().is_empty());
        has_reason
            && self
                .approved_by
                .as_ref()
                .is_some_and(|approver| *approver != self.person)
    }
}

impl Facts {
    /// Published versions whose acknowledgement is asked for on the as-at day.
    pub fn current_coverages(&self) -> impl Iterator<Item = &Coverage> {
        self.coverages
            .iter()
            .filter(|coverage| coverage.ended_at.is_none())
    }

    /// The duties of people who are there on the as-at day.
    pub fn owed<'a>(&'a self, coverage: &'a Coverage) -> impl Iterator<Item = &'a Duty> {
        // Looked up once, not person by person: there may be a hundred thousand of both.
        let absent: HashSet<&str> = self
            .people
            .iter()
            .filter(|person| !person.is_there(self.as_at()))
            .map(|person| person.id.as_str())
            .collect();
        coverage
            .duties
            .iter()
            .filter(move |duty| !absent.contains(duty.person.as_str()))
    }
}
