use serde::{Deserialize, Serialize};

use super::{Kind, sample};
use crate::id::Id;
use crate::leaf::Class;

/// A second person confirmed that an appointment and its basis are real.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppointmentConfirmed {
    /// The appointment.
    pub appointment: Id,
    /// Who is appointed.
    pub person: Id,
    /// Who confirmed it.
    pub by: Id,
}

impl Kind for AppointmentConfirmed {
    const TYPE: &'static str = "appointment-confirmed";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "The appointment of {} was confirmed by {}.",
            self.person, self.by
        )
    }

    fn sample() -> Self {
        Self {
            appointment: sample::id("apt"),
            person: sample::id("per"),
            by: sample::other_id("per"),
        }
    }
}
