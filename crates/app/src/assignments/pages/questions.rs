//! Asking, or declining with a reason: both as easy as acknowledging, both on record.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use kit::Digest;
use kit::web::{Answer, Form, Problem, in_words};
use serde::Deserialize;

use super::super::address_of;
use super::super::decline::{CannotDecline, decline};
use super::super::store::acknowledging;
use super::publication_id;
use crate::App;
use crate::documents::{self, Asked, CannotAsk, PublicationId};
use crate::shell::{Shell, page, redirect_saying};

#[derive(askama::Template)]
#[template(path = "assignments/pages/questions.html")]
struct QuestionPage {
    s: Shell,
    publication: PublicationId,
    title: String,
    /// The text that is declined.
    shown: Digest,
    declines: bool,
    text: String,
    problem: Option<String>,
}

impl QuestionPage {
    fn word(&self, part: &str) -> String {
        let what = if self.declines { "decline" } else { "question" };
        self.s.t(&format!("acknowledgement-{what}-{part}"))
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct QuestionForm {
    text: String,
    #[serde(default)]
    shown: String,
}

pub(super) async fn new(
    State(app): State<App>,
    Path(publication): Path<String>,
    s: Shell,
) -> Answer {
    page(form(&app, s, &publication, false).await?)
}

pub(super) async fn new_declining(
    State(app): State<App>,
    Path(publication): Path<String>,
    s: Shell,
) -> Answer {
    page(form(&app, s, &publication, true).await?)
}

pub(super) async fn create(
    State(app): State<App>,
    Path(publication): Path<String>,
    s: Shell,
    Form(sent): Form<QuestionForm>,
) -> Answer {
    let form = form(&app, s, &publication, false).await?;
    let viewer = form.s.reader()?.clone();
    let (id, words) = (form.publication, sent.text.clone());
    // Neither the question nor its answer ends the obligation.
    let asked = app
        .act(&viewer, move |act| {
            Box::pin(async move { documents::ask(act, Asked::Publication(id), &words).await })
        })
        .await;
    match asked {
        Ok(_) => redirect_saying(address_of(id), form.word("sent")),
        Err(CannotAsk::Words) => {
            let sentence = form.s.t("acknowledgement-question-missing");
            again(form, sent.text, sentence)
        }
        Err(refusal) => Err(in_words(refusal, form.s.speech())),
    }
}

pub(super) async fn create_decline(
    State(app): State<App>,
    Path(publication): Path<String>,
    s: Shell,
    Form(sent): Form<QuestionForm>,
) -> Answer {
    let form = form(&app, s, &publication, true).await?;
    let viewer = form.s.reader()?.clone();
    let (id, reason) = (form.publication, sent.text.clone());
    // What is no digest is certainly not the digest of this text.
    let shown = sent.shown.parse().unwrap_or(Digest([0; 32]));
    let declined = app
        .act(&viewer, move |act| {
            Box::pin(async move { decline(act, id, shown, &reason).await })
        })
        .await;
    match declined.map_err(|refusal: CannotDecline| in_words(refusal, form.s.speech())) {
        Ok(_) => redirect_saying(address_of(id), form.word("sent")),
        Err(Problem::Refused(sentence)) => again(form, sent.text, sentence),
        Err(problem) => Err(problem),
    }
}

/// The form with what was typed, and the sentence.
fn again(mut form: QuestionPage, typed: String, sentence: String) -> Answer {
    form.problem = Some(sentence);
    form.text = typed;
    let mut answer = page(form)?;
    *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(answer)
}

async fn form(
    app: &App,
    s: Shell,
    publication: &str,
    declines: bool,
) -> Result<QuestionPage, Problem> {
    let id = publication_id(publication)?;
    let (org, reader) = (s.reader()?.org, s.reader()?.person);
    let mut db = app.read().await?;
    if !acknowledging::is_asked(&mut db, org, id, reader).await? {
        return Err(Problem::NotFound);
    }
    let publication = documents::publication(&mut db, org, id)
        .await?
        .ok_or(Problem::NotFound)?;
    Ok(QuestionPage {
        s,
        publication: id,
        title: publication.title,
        shown: publication.digest,
        declines,
        text: String::new(),
        problem: None,
    })
}
