use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Somebody changed what the rules ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleChange {
    /// What changed.
    #[serde(flatten)]
    pub changed: Changed,
    /// When.
    pub at: Timestamp,
    /// Who changed it.
    pub by: String,
    /// Why, in the words of who changed it.
    #[serde(default)]
    pub reason: Option<String>,
    /// Who decided it; a decision counts only if that person is on the register of top management.
    #[serde(default)]
    pub decision: Option<Decision>,
}

/// The ways in which what the rules ask for can change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "changed", rename_all = "kebab-case")]
pub enum Changed {
    /// A threshold has another value.
    Threshold {
        /// The threshold's key, such as `stmt.max_age`.
        key: String,
        /// The value before, in the threshold's unit.
        from: u32,
        /// The value from then on.
        to: u32,
    },
    /// A rule is no longer asked.
    RuleDisabled {
        /// The rule's id.
        rule: String,
    },
    /// A rule is asked again.
    RuleEnabled {
        /// The rule's id.
        rule: String,
    },
    /// The rules look at fewer people or things than before.
    PopulationCut {
        /// What was cut, for a sentence: “Audience of …”, “Scope”.
        what: String,
        /// How many it were before.
        from: u32,
        /// How many it were afterwards.
        to: u32,
    },
}

/// Somebody decided a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Who.
    pub by: String,
    /// When.
    pub at: Timestamp,
}
