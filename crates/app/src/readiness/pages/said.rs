//! A result as a line on a page.

use ::rules::{Outcome, Severity, State};

use super::mark;
use crate::readiness::{places, speech};
use crate::shell::Shell;

/// A result, ready to be shown.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) rule: &'static str,
    pub(super) title: String,
    pub(super) sentence: String,
    pub(super) mark: &'static str,
    pub(super) word: String,
    /// What an auditor might call the gap; empty where there is none.
    pub(super) severity: String,
    pub(super) place: String,
}

impl Said {
    pub(super) fn of(s: &Shell, outcome: &Outcome) -> Said {
        let speech = s.speech();
        Said {
            rule: outcome.rule,
            title: speech::title(speech, outcome.rule),
            sentence: speech::sentence(speech, outcome),
            mark: mark(outcome.state),
            word: speech::state(speech, outcome.state),
            severity: severity(s, outcome),
            place: places::mended_at(outcome),
        }
    }
}

fn severity(s: &Shell, outcome: &Outcome) -> String {
    if outcome.state != State::Fail {
        return String::new();
    }
    severity_word(s, outcome.severity)
}

/// A proposal only: an auditor grades.
pub(super) fn severity_word(s: &Shell, severity: Severity) -> String {
    s.t(match severity {
        Severity::Obs => "severity-obs",
        Severity::Min => "severity-min",
        Severity::Maj => "severity-maj",
    })
}
