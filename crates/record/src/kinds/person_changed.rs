use serde::{Deserialize, Serialize};

use super::words::Source;
use super::{Kind, sample};
use crate::disclosure::Concealed;
use crate::id::Id;
use crate::leaf::Class;
use crate::moment::Day;

/// Facts about a person changed: which ones is told, their values are concealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonChanged {
    /// The person.
    pub person: Id,
    /// From which day on.
    pub effective_on: Day,
    /// The names of the facts that changed.
    pub changed: Vec<String>,
    /// Where this comes from.
    pub source: Source,
    /// The import that brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<Id>,
    /// The new organisational unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Whom the person now reports to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manager: Option<Id>,
    /// The first day as it is now known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_on: Option<Day>,
    /// The last day as it is now known; absent where none is planned any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_on: Option<Day>,
    /// New name, e-mail and title, concealed.
    #[serde(rename = "_sd")]
    pub concealed: Concealed,
}

impl Kind for PersonChanged {
    const TYPE: &'static str = "person-changed";
    const CLASS: Class = Class::People;

    fn sentence(&self) -> String {
        format!(
            "Facts about {} changed with effect from {}: {}.",
            self.person,
            self.effective_on,
            self.changed.join(", ")
        )
    }

    fn sample() -> Self {
        Self {
            person: sample::id("per"),
            effective_on: sample::day("2026-07-01"),
            changed: vec!["title".to_owned(), "unit".to_owned()],
            source: Source::ByHand,
            import: None,
            unit: Some("Finance".to_owned()),
            manager: None,
            started_on: None,
            left_on: None,
            concealed: sample::concealed(&[("title", "Head of finance")]),
        }
    }
}
