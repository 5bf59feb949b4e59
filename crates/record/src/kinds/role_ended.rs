use serde::{Deserialize, Serialize};

use super::{Kind, sample};
use crate::id::Id;
use crate::leaf::Class;
use crate::moment::Day;

/// A person may no longer do what a role may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleEnded {
    /// The grant.
    pub grant: Id,
    /// The person.
    pub person: Id,
    /// The role's id.
    pub role: String,
    /// The last day.
    pub until: Day,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Kind for RoleEnded {
    const TYPE: &'static str = "role-ended";
    const CLASS: Class = Class::Control;

    fn sentence(&self) -> String {
        format!(
            "The role {} of {} ended on {}.",
            self.role, self.person, self.until
        )
    }

    fn sample() -> Self {
        Self {
            grant: sample::id("grt"),
            person: sample::id("per"),
            role: "auditor".to_owned(),
            until: sample::day("2026-11-30"),
            reason: Some("The audit is over.".to_owned()),
        }
    }
}
