use serde::{Deserialize, Serialize};

use super::words::About;
use super::{Kind, sample};
use crate::id::Id;
use crate::leaf::Class;

/// A question was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionAnswered {
    /// The question.
    pub question: Id,
    /// What it is about.
    pub about: About,
    /// Who answered.
    pub by: Id,
    /// The answer.
    pub text: String,
}

impl Kind for QuestionAnswered {
    const TYPE: &'static str = "question-answered";
    const CLASS: Class = Class::Governance;

    fn sentence(&self) -> String {
        format!(
            "The question {} about {} was answered by {}.",
            self.question,
            self.about.id(),
            self.by
        )
    }

    fn sample() -> Self {
        Self {
            question: sample::id("qst"),
            about: About::Request(sample::id("req")),
            by: sample::other_id("per"),
            text: "Yes, see the section on whom it binds.".to_owned(),
        }
    }
}
