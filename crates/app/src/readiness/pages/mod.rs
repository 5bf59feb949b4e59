//! The pages of readiness: one file per noun, with its template beside it.

pub(super) mod parameter;
pub(super) mod parameters;
pub(super) mod question;
pub(super) mod readiness;
pub(super) mod rule;
pub(super) mod rules;
mod said;
mod trend;

use kit::Day;
use kit::web::Problem;
use serde::Deserialize;

use crate::shell::Shell;

/// The day that a page is asked about; today where the address names none.
#[derive(Debug, Deserialize)]
pub(super) struct AsOf {
    #[serde(rename = "as-of", default)]
    as_of: String,
}

impl AsOf {
    /// A past day or today; the future is nobody's to judge.
    pub(super) fn day(&self, s: &Shell) -> Result<Day, Problem> {
        let today = s.today();
        if self.as_of.is_empty() {
            return Ok(today);
        }
        let day: Day = self
            .as_of
            .parse()
            .map_err(|_| Problem::Invalid(s.t("as-of-not-a-day")))?;
        if day > today {
            return Err(Problem::Invalid(s.t("as-of-in-the-future")));
        }
        Ok(day)
    }

    /// What links carry on, so that a reader stays on the day.
    pub(super) fn suffix(&self) -> String {
        if self.as_of.is_empty() {
            return String::new();
        }
        format!("?as-of={}", self.as_of)
    }
}

/// The mark of a state, as the style sheet knows it.
pub(super) fn mark(state: ::rules::State) -> &'static str {
    use ::rules::State;
    match state {
        State::Pass => "pass",
        State::DueSoon => "due-soon",
        State::Unknown => "unknown",
        State::Fail => "fail",
        State::NotApplicable => "not-applicable",
    }
}
