use serde::{Deserialize, Serialize};

use super::words::About;
use super::{Kind, sample};
use crate::id::Id;
use crate::leaf::Class;

/// Somebody asked before signing or acknowledging: reading left a trace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionAsked {
    /// The question.
    pub question: Id,
    /// What it is about.
    pub about: About,
    /// Who asked.
    pub person: Id,
    /// The question.
    pub text: String,
}

impl Kind for QuestionAsked {
    const TYPE: &'static str = "question-asked";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "A question about {} was asked by {}.",
            self.about.id(),
            self.person
        )
    }

    fn sample() -> Self {
        Self {
            question: sample::id("qst"),
            about: About::Request(sample::id("req")),
            person: sample::id("per"),
            text: "Does this bind freelancers as well?".to_owned(),
        }
    }
}
