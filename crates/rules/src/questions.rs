//! The twelve questions an auditor asks, and whether the evidence answers them.
//!
//! Readiness is “n of 12 questions answered by evidence that is current”, never a percentage.
//! A question is answered when its leading rule passes, no other rule of the question has a gap above an observation,
//! and nothing that its rules look at is unknown: unknown is never a pass;
//! where the leading evidence is missing altogether, nothing is recorded yet.
//! A major gap in the integrity of the records puts every answer in doubt.

use jiff::civil::Date;
use serde::Serialize;

use crate::outcome::{Outcome, Severity, State};
use crate::readiness::Readiness;

/// One of the auditor's questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[expect(missing_docs, reason = "`words` says what each asks")]
pub enum Question {
    Q1,
    Q2,
    Q3,
    Q4,
    Q5,
    Q6,
    Q7,
    Q8,
    Q9,
    Q10,
    Q11,
    Q12,
}

/// How far the evidence answers a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Current evidence answers it.
    Answered,
    /// There is evidence, and it has gaps.
    NotAnswered,
    /// There is no evidence that could answer it.
    NothingRecorded,
}

/// A question with what the evidence says to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer<'a> {
    /// The question.
    pub question: Question,
    /// How far it is answered.
    pub standing: Standing,
    /// The day as at which it was asked.
    pub as_at: Date,
    /// The reason in one English sentence.
    pub sentence: String,
    /// The result the sentence comes from, where it comes from one.
    pub because: Option<&'a Outcome>,
    /// What the rules of this question found, worst first.
    pub results: Vec<&'a Outcome>,
}

/// Puts the twelve questions to the results, in their order.
pub fn answers(readiness: &Readiness) -> Vec<Answer<'_>> {
    Question::ALL
        .into_iter()
        .map(|question| answer(readiness, question))
        .collect()
}

fn answer(readiness: &Readiness, question: Question) -> Answer<'_> {
    let results: Vec<_> = readiness
        .results
        .iter()
        .filter(|outcome| question.is_asked_by(outcome.rule))
        .collect();
    let gap = results.iter().copied().find(|outcome| is_gap(outcome));
    let lead = results
        .iter()
        .copied()
        .find(|outcome| outcome.rule == question.leading_rule());
    let (standing, because) = match (gap, lead.filter(|lead| !lead.nothing_recorded())) {
        (Some(gap), _) => (Standing::NotAnswered, Some(gap)),
        (None, None) => (Standing::NothingRecorded, None),
        (None, Some(lead)) => stand(readiness, lead, &results),
    };
    let sentence = because.map_or_else(
        || NOTHING_RECORDED.to_owned(),
        |outcome| outcome.sentence.clone(),
    );
    Answer {
        question,
        standing,
        as_at: readiness.as_at,
        sentence,
        because,
        results,
    }
}

const NOTHING_RECORDED: &str = "Nothing recorded yet.";

/// Whether something is recorded and falls short; an observation alone leaves a question answered.
fn is_gap(outcome: &Outcome) -> bool {
    outcome.state == State::Fail && outcome.severity > Severity::Obs && !outcome.nothing_recorded()
}

/// Where there is evidence and no gap in it: unknowns and doubts still stand in the way.
fn stand<'a>(
    readiness: &'a Readiness,
    lead: &'a Outcome,
    results: &[&'a Outcome],
) -> (Standing, Option<&'a Outcome>) {
    // What is owed and not yet late is no gap, and no evidence either: something has to pass.
    let holds = matches!(lead.state, State::Pass | State::DueSoon)
        && results.iter().any(|it| it.state == State::Pass);
    let unknown = results
        .iter()
        .copied()
        .find(|it| it.state == State::Unknown);
    match readiness.doubt().or(unknown) {
        Some(in_the_way) => (Standing::NotAnswered, Some(in_the_way)),
        None if holds => (Standing::Answered, Some(lead)),
        None => (Standing::NotAnswered, Some(lead)),
    }
}

impl Question {
    /// All twelve, in their order.
    pub const ALL: [Self; 12] = [
        Self::Q1,
        Self::Q2,
        Self::Q3,
        Self::Q4,
        Self::Q5,
        Self::Q6,
        Self::Q7,
        Self::Q8,
        Self::Q9,
        Self::Q10,
        Self::Q11,
        Self::Q12,
    ];

    /// 1 to 12.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// What the auditor asks.
    pub fn words(self) -> &'static str {
        match self {
            Self::Q1 => "Show me top management's own signed, dated statement.",
            Self::Q2 => "Who approved each policy, which version, and when?",
            Self::Q3 => {
                "Who approved the training plan, and was it reviewed against today's threats?"
            }
            Self::Q4 => "Show me a request for security resources that management decided.",
            Self::Q5 => "Show me minutes in which the security topics were really discussed.",
            Self::Q6 => "Do the managers themselves follow the rules?",
            Self::Q7 => "Were people told before they got access?",
            Self::Q8 => {
                "What will the managing director answer when I ask about risk, budget and policy?"
            }
            Self::Q9 => {
                "Do contracts, offboarding and the disciplinary process exist, and do they run every time?"
            }
            Self::Q10 => "How does somebody raise a concern, and is it safe?",
            Self::Q11 => "What happened when a senior person did not comply?",
            Self::Q12 => {
                "Are the expectations of each role written down, and signed by the person?"
            }
        }
    }

    /// The rule without which the question cannot be answered.
    /// It may not be in the catalogue yet; then nothing is recorded that could answer.
    pub fn leading_rule(self) -> &'static str {
        match self {
            Self::Q1 => "stmt-missing",
            Self::Q2 => "policy-unapproved",
            Self::Q3 => "training-plan-unapproved",
            Self::Q4 => "resource-plan-undecided",
            Self::Q5 => "mr-no-substance",
            Self::Q6 => "exec-ack-missing",
            Self::Q7 => "access-before-briefing",
            Self::Q8 => "duty-card-unread",
            Self::Q9 => "terms-clause-missing",
            Self::Q10 => "channel-missing",
            Self::Q11 => "concern-unanswered",
            Self::Q12 => "role-guideline-missing",
        }
    }

    fn is_asked_by(self, rule: &str) -> bool {
        crate::rule(rule).is_some_and(|rule| rule.questions.contains(&self))
    }
}

#[cfg(test)]
mod tests {
    use super::{Question, Standing, answers};
    use crate::facts::{Facts, LogStatus};
    use crate::judge;
    use crate::testing::{duty, firm, noon, nothing};

    fn standing(facts: &Facts, question: Question) -> (Standing, String) {
        let readiness = judge(facts);
        let answer = answers(&readiness)
            .into_iter()
            .find(|answer| answer.question == question)
            .expect("twelve");
        (answer.standing, answer.sentence)
    }

    #[test]
    fn a_signed_and_published_statement_answers_the_first_question() {
        let (answered, sentence) = standing(&firm(), Question::Q1);
        assert_eq!(answered, Standing::Answered);
        assert!(sentence.starts_with("“Security statement” version 1 is in force"));
    }

    #[test]
    fn where_nothing_is_recorded_no_question_is_answered_and_none_is_answered_badly() {
        let readiness = judge(&nothing());
        assert!(
            answers(&readiness)
                .iter()
                .all(|answer| answer.standing == Standing::NothingRecorded)
        );
    }

    #[test]
    fn a_question_about_evidence_we_do_not_keep_yet_is_never_answered() {
        for question in [Question::Q2, Question::Q7, Question::Q10] {
            assert_eq!(
                standing(&firm(), question).0,
                Standing::NothingRecorded,
                "{question:?}"
            );
        }
    }

    #[test]
    fn a_gap_is_the_reason_why_a_question_is_not_answered() {
        let mut firm = firm();
        firm.text().signatures.clear();
        let (standing, sentence) = standing(&firm, Question::Q1);
        assert_eq!(standing, Standing::NotAnswered);
        assert_eq!(
            sentence,
            "“Security statement” version 1 is a draft that nobody has signed."
        );
    }

    #[test]
    fn an_observation_leaves_a_question_answered() {
        let mut firm = firm();
        firm.text().publications.clear();
        assert_eq!(standing(&firm, Question::Q1).0, Standing::Answered);
    }

    #[test]
    fn contents_that_nobody_has_confirmed_leave_the_first_question_open() {
        let mut firm = firm();
        firm.text().contents.clear();
        let (standing, sentence) = standing(&firm, Question::Q1);
        assert_eq!(standing, Standing::NotAnswered);
        assert!(
            sentence.starts_with("Nobody has confirmed yet"),
            "{sentence}"
        );
    }

    #[test]
    fn one_late_director_leaves_the_sixth_question_open() {
        assert_eq!(standing(&firm(), Question::Q6).0, Standing::Answered);
        let mut firm = firm();
        firm.coverages[0].duties[1] = duty("omar", None);
        assert_eq!(standing(&firm, Question::Q6).0, Standing::NotAnswered);
    }

    #[test]
    fn a_question_that_management_only_owes_an_answer_to_is_not_answered() {
        let mut firm = firm().asked(2026, 2, 1);
        for duty in &mut firm.coverages[0].duties {
            duty.acknowledged_at = None;
        }
        let (standing, sentence) = standing(&firm, Question::Q6);
        assert_eq!(standing, Standing::NotAnswered);
        assert!(sentence.contains("is to acknowledge"), "{sentence}");
    }

    #[test]
    fn a_broken_log_puts_every_answer_in_doubt() {
        let mut firm = firm();
        firm.log = LogStatus::Broken {
            sentence: "Record 3 is gone.".into(),
            found_at: noon("2026-06-14"),
        };
        let (standing, sentence) = standing(&firm, Question::Q1);
        assert_eq!(standing, Standing::NotAnswered);
        assert!(sentence.contains("Record 3 is gone."));
    }

    #[test]
    fn the_questions_are_numbered_from_one_to_twelve() {
        let numbers: Vec<_> = Question::ALL
            .iter()
            .map(|question| question.number())
            .collect();
        assert_eq!(numbers, (1..=12).collect::<Vec<u8>>());
    }
}
