use serde::{Deserialize, Serialize};

use super::words::DecliningDecision;
use super::{Kind, sample};
use crate::id::Id;
use crate::leaf::Class;

/// Management decided what follows from somebody's refusal to acknowledge a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecliningDecided {
    /// The refusal.
    pub declining: Id,
    /// The publication whose acknowledgement was refused.
    pub publication: Id,
    /// Who had refused.
    pub person: Id,
    /// What was decided.
    pub decision: DecliningDecision,
    /// Why, or what was spoken about.
    pub words: String,
    /// Who decided; never the person who refused.
    pub by: Id,
}

impl Kind for DecliningDecided {
    const TYPE: &'static str = "declining-decided";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        let what = match self.decision {
            DecliningDecision::SpokenWith => "a talk was held",
            DecliningDecision::AskedAgain => "the person was asked again",
            DecliningDecision::AcceptedAsGap => "it was accepted as a gap",
        };
        format!(
            "After {} had declined to acknowledge {}, {what}, as {} decided.",
            self.person, self.publication, self.by
        )
    }

    fn sample() -> Self {
        Self {
            declining: sample::id("dcl"),
            publication: sample::id("pub"),
            person: sample::id("per"),
            decision: DecliningDecision::AskedAgain,
            words: "The training took place on Monday.".to_owned(),
            by: sample::other_id("per"),
        }
    }
}
