use serde::{Deserialize, Serialize};

use super::words::{Basis, until};
use super::{Kind, sample};
use crate::id::Id;
use crate::leaf::Class;
use crate::moment::Day;

/// A person holds an office of management: an entry in the register of top management.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonAppointed {
    /// The appointment.
    pub appointment: Id,
    /// The person.
    pub person: Id,
    /// The body, for example `Management board`.
    pub body: String,
    /// In which capacity, for example `Managing director`.
    pub capacity: String,
    /// The first day in office.
    pub from: Day,
    /// The last day, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// What it rests on.
    pub basis: Basis,
    /// What the office means to the frameworks, by id, for example `iso-top-management`.
    pub meanings: Vec<String>,
}

impl Kind for PersonAppointed {
    const TYPE: &'static str = "person-appointed";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "Person {} was appointed {} of ‘{}’ from {}{}.",
            self.person,
            self.capacity,
            self.body,
            self.from,
            until(self.until),
        )
    }

    fn sample() -> Self {
        Self {
            appointment: sample::id("apt"),
            person: sample::id("per"),
            body: "Management board".to_owned(),
            capacity: "Managing director".to_owned(),
            from: sample::day("2026-01-01"),
            until: None,
            basis: Basis {
                note: "Minutes of the shareholders, item 4".to_owned(),
                file: Some(sample::digest("minutes")),
            },
            meanings: vec![
                "iso-top-management".to_owned(),
                "highest-ranking-executive".to_owned(),
            ],
        }
    }
}
