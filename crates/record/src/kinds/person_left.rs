use serde::{Deserialize, Serialize};

use super::words::{ReasonClass, Source};
use super::{Kind, sample};
use crate::id::Id;
use crate::leaf::Class;
use crate::moment::Day;

/// A person no longer belongs to the organisation after a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonLeft {
    /// The person.
    pub person: Id,
    /// The last day.
    pub left_on: Day,
    /// When the end was first known, which later changes of the last day do not move.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announced_on: Option<Day>,
    /// Why, as coarse as the deadlines need it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_class: Option<ReasonClass>,
    /// Where this comes from.
    pub source: Source,
    /// The import that brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<Id>,
}

impl Kind for PersonLeft {
    const TYPE: &'static str = "person-left";
    const CLASS: Class = Class::People;

    fn sentence(&self) -> String {
        format!("Person {} left on {}.", self.person, self.left_on)
    }

    fn sample() -> Self {
        Self {
            person: sample::id("per"),
            left_on: sample::day("2026-09-30"),
            announced_on: Some(sample::day("2026-08-03")),
            reason_class: Some(ReasonClass::Voluntary),
            source: Source::ByHand,
            import: None,
        }
    }
}
