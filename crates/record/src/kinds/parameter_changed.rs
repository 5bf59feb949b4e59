use serde::{Deserialize, Serialize};

use super::words::Origin;
use super::{Kind, sample};
use crate::id::Id;
use crate::leaf::Class;

/// A threshold that rules measure against has a new value: loosening one is a decision of management.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParameterChanged {
    /// The parameter's id, for example `stmt.max_age`.
    pub parameter: String,
    /// Its value before; absent when it had none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Its new value.
    pub to: String,
    /// Where the threshold comes from.
    pub origin: Origin,
    /// Whether the new value demands less than the old one.
    pub loosens: bool,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub decided_by: Id,
    /// The request under which the decision was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Id>,
}

impl Kind for ParameterChanged {
    const TYPE: &'static str = "parameter-changed";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        let verb = if self.loosens { "loosened" } else { "changed" };
        let from = self
            .from
            .as_ref()
            .map(|from| format!(" from {from}"))
            .unwrap_or_default();
        format!(
            "The parameter {} was {verb}{from} to {} by decision of {}.",
            self.parameter, self.to, self.decided_by
        )
    }

    fn sample() -> Self {
        Self {
            parameter: "stmt.resign".to_owned(),
            from: Some("60 days".to_owned()),
            to: "90 days".to_owned(),
            origin: Origin::GoodPractice,
            loosens: true,
            reason: "The board meets quarterly.".to_owned(),
            decided_by: sample::id("per"),
            request: Some(sample::id("req")),
        }
    }
}
