use serde::{Deserialize, Serialize};

use super::{Kind, sample};
use crate::leaf::Class;
use crate::moment::Moment;

/// The server's clock jumped: times around this record deserve a second look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockStepped {
    /// What the clock showed last.
    pub from: Moment,
    /// What it showed next.
    pub to: Moment,
}

impl Kind for ClockStepped {
    const TYPE: &'static str = "clock-stepped";
    const CLASS: Class = Class::Control;

    fn sentence(&self) -> String {
        format!("The clock was stepped from {} to {}.", self.from, self.to)
    }

    fn sample() -> Self {
        Self {
            from: sample::moment("2026-11-22T15:00:00.000Z"),
            to: sample::moment("2026-10-13T15:00:00.000Z"),
        }
    }
}
