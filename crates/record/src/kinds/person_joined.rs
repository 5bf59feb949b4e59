use serde::{Deserialize, Serialize};

use super::words::Source;
use super::{Kind, sample};
use crate::disclosure::Concealed;
use crate::id::Id;
use crate::leaf::Class;
use crate::moment::Day;

/// A person belongs to the organisation from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonJoined {
    /// The person.
    pub person: Id,
    /// The first day.
    pub started_on: Day,
    /// Where this comes from.
    pub source: Source,
    /// The import that brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<Id>,
    /// The organisational unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Whom the person reports to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manager: Option<Id>,
    /// The last day, where it is known already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_on: Option<Day>,
    /// Name, e-mail and title, concealed.
    #[serde(rename = "_sd")]
    pub concealed: Concealed,
}

impl Kind for PersonJoined {
    const TYPE: &'static str = "person-joined";
    const CLASS: Class = Class::People;

    fn sentence(&self) -> String {
        format!("Person {} joined on {}.", self.person, self.started_on)
    }

    fn sample() -> Self {
        Self {
            person: sample::id("per"),
            started_on: sample::day("2026-03-01"),
            source: Source::Import,
            import: Some(sample::id("imp")),
            unit: Some("Operations".to_owned()),
            manager: Some(sample::other_id("per")),
            left_on: None,
            concealed: sample::concealed(&[
                ("name", "Ada Example"),
                ("email", "ada@acme.example"),
                ("title", "Planner"),
            ]),
        }
    }
}
