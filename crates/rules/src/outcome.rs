use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Display;

use serde::Serialize;

use crate::rule::{Sentence, message_id};

/// What a rule found about one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The rule's id.
    pub rule: &'static str,
    /// Which of the rule's sentences this is; `rule-<rule>-<case>` is its name for translators.
    pub case: &'static str,
    /// What was found.
    pub state: State,
    /// How bad it is, or would be.
    pub severity: Severity,
    /// What it is about, in words.
    pub subject: String,
    /// The id of what it is about: a document, a person, a record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// The finding as an English sentence.
    pub sentence: String,
    /// The values in the sentence by name, and codes for lists of words; dates are ISO 8601.
    pub args: BTreeMap<&'static str, String>,
    /// How late it is, where lateness is what was found.
    #[serde(skip)]
    pub(crate) lateness: Option<Lateness>,
}

/// What a rule found, from the best to the worst to wake up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The rule does not ask this of the subject; the sentence says why.
    NotApplicable,
    /// It was looked at and holds.
    Pass,
    /// It holds, but not for another 30 days.
    DueSoon,
    /// Data are missing or too old to tell.
    Unknown,
    /// There is a gap.
    Fail,
}

/// The same words as in JSON.
impl std::fmt::Display for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            State::NotApplicable => "not-applicable",
            State::Pass => "pass",
            State::DueSoon => "due-soon",
            State::Unknown => "unknown",
            State::Fail => "fail",
        })
    }
}

/// A proposal of how an auditor would grade a gap; only an auditor grades.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// An observation.
    Obs,
    /// A likely minor nonconformity.
    Min,
    /// A likely major nonconformity.
    Maj,
}

/// The same words as in JSON.
impl std::fmt::Display for Severity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            Severity::Obs => "obs",
            Severity::Min => "min",
            Severity::Maj => "maj",
        })
    }
}

/// What an outcome is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Its id, if it has one.
    pub id: Option<String>,
    /// Its name, in a form that needs no translation.
    pub name: String,
}

/// The values a sentence asks for, by name.
pub(crate) type Args<'a> = &'a [(&'static str, &'a dyn Display)];

/// How far past its last day something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lateness {
    pub(crate) days: i64,
    pub(crate) interval: i64,
}

impl Subject {
    /// A subject with an id and a name.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            id: Some(id.into()),
            name: name.into(),
        }
    }
}

impl Sentence {
    /// Says this about a subject, with the values its words ask for.
    pub(crate) fn about(&self, subject: Subject, args: Args<'_>) -> Outcome {
        let args: BTreeMap<_, _> = args
            .iter()
            .map(|(name, value)| (*name, value.to_string()))
            .collect();
        Outcome {
            rule: self.rule,
            case: self.case,
            state: self.state,
            severity: self.severity,
            subject: subject.name,
            object: subject.id,
            sentence: self.fill(&args),
            args,
            lateness: None,
        }
    }

    fn fill(&self, args: &BTreeMap<&'static str, String>) -> String {
        let mut filled = String::new();
        let mut rest = self.english;
        while let Some((before, name, after)) = split_at_placeholder(rest) {
            filled.push_str(before);
            let value = args.get(name);
            debug_assert!(value.is_some(), "{} {}: {name}", self.rule, self.case);
            filled.push_str(value.map_or("?", |value| value));
            rest = after;
        }
        filled + rest
    }
}

/// Splits `Signed by {name} on …` around its first placeholder.
fn split_at_placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

impl Outcome {
    /// Whether the gap is that nothing is recorded at all.
    pub fn nothing_recorded(&self) -> bool {
        self.case == Sentence::NOTHING_RECORDED
    }

    /// The name under which translators find the sentence.
    pub fn message_id(&self) -> String {
        message_id(self.rule, self.case)
    }

    /// Worst first: by state, then by severity.
    pub(crate) fn rank(&self) -> Reverse<(State, Severity)> {
        Reverse((self.state, self.severity))
    }

    pub(crate) fn graded(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    pub(crate) fn late_by(self, lateness: Option<Lateness>) -> Self {
        Self { lateness, ..self }
    }
}
