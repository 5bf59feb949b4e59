//! One of the auditor's questions with the results that answer it, the worst gap first.

use ::rules::questions::{Question, answers};
use axum::extract::{Path, State as On};
use kit::Day;
use kit::web::{Answer as Reply, Problem, Query};

use super::AsOf;
use super::readiness::{Line, line, may_mend};
use super::said::Said;
use crate::App;
use crate::readiness::{judged, places};
use crate::shell::{Shell, page};

#[derive(askama::Template)]
#[template(path = "readiness/pages/question.html")]
struct QuestionPage {
    s: Shell,
    as_at: Day,
    suffix: String,
    question: Line,
    results: Vec<Said>,
    worst: Option<String>,
    /// Where the first evidence would be recorded.
    first_step: Option<String>,
    may_mend: bool,
    evidence: &'static [(&'static str, &'static str)],
}

pub(in crate::readiness) async fn show(
    On(app): On<App>,
    s: Shell,
    Path(number): Path<String>,
    Query(as_of): Query<AsOf>,
) -> Reply {
    let org = s.reader()?.org;
    let question = find(&number).ok_or(Problem::NotFound)?;
    let as_at = as_of.day(&s)?;
    let judged = judged::judged(&app, org, as_at).await?;
    let answers = answers(&judged.readiness);
    let answer = answers
        .iter()
        .find(|answer| answer.question == question)
        .ok_or(Problem::NotFound)?;
    let results: Vec<Said> = answer
        .results
        .iter()
        .map(|outcome| Said::of(&s, outcome))
        .collect();
    let worst = results
        .iter()
        .find(|said| said.mark == "fail")
        .map(|said| said.place.clone());
    let first_step = answer
        .because
        .filter(|outcome| outcome.nothing_recorded() && may_mend(&s))
        .map(places::mended_at);
    page(QuestionPage {
        as_at,
        suffix: as_of.suffix(),
        question: line(&s, answer),
        worst: worst.filter(|_| first_step.is_none()),
        first_step,
        results,
        may_mend: may_mend(&s),
        evidence: places::evidence_for(question),
        s,
    })
}

fn find(number: &str) -> Option<Question> {
    let number: u8 = number.parse().ok()?;
    Question::ALL
        .into_iter()
        .find(|question| question.number() == number)
}
