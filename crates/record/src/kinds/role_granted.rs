use serde::{Deserialize, Serialize};

use super::words::until;
use super::{Kind, sample};
use crate::id::Id;
use crate::leaf::Class;
use crate::moment::Day;

/// A person may do in the system what a role may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleGranted {
    /// The grant.
    pub grant: Id,
    /// The person.
    pub person: Id,
    /// The role's id, for example `administrator`.
    pub role: String,
    /// The first day.
    pub from: Day,
    /// The last day, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

impl Kind for RoleGranted {
    const TYPE: &'static str = "role-granted";
    const CLASS: Class = Class::Control;

    fn sentence(&self) -> String {
        format!(
            "The role {} was granted to {} from {}{}.",
            self.role,
            self.person,
            self.from,
            until(self.until)
        )
    }

    fn sample() -> Self {
        Self {
            grant: sample::id("grt"),
            person: sample::id("per"),
            role: "auditor".to_owned(),
            from: sample::day("2026-11-22"),
            until: Some(sample::day("2026-12-05")),
        }
    }
}
