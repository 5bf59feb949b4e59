//! Asking, or declining with a reason: both as easy as acknowledging, both on record.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use kit::web::{Answer, Form, Problem};
use serde::Deserialize;

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
}

pub(super) async fn new(
    State(app): State<App>,
    Path(publication): Path<String>,
    s: Shell,
) -> Answer {
    page(form(&app, s, &publication, false).await?)
}

pub(super) async fn decline(
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
    let words = sent.text.clone();
    put(&app, form, sent.text, words).await
}

pub(super) async fn create_decline(
    State(app): State<App>,
    Path(publication): Path<String>,
    s: Shell,
    Form(sent): Form<QuestionForm>,
) -> Answer {
    let form = form(&app, s, &publication, true).await?;
    let words = match sent.text.trim() {
        "" => String::new(),
        reason => form
            .s
            .say("acknowledgement-decline-words")
            .with("reason", reason)
            .to_string(),
    };
    put(&app, form, sent.text, words).await
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
        declines,
        text: String::new(),
        problem: None,
    })
}

/// Puts it on record and tells whoever published the text. Those who direct read and answer it
/// on the page of the publication. Neither the question nor its answer ends the obligation.
async fn put(app: &App, mut form: QuestionPage, typed: String, words: String) -> Answer {
    let viewer = form.s.reader()?.clone();
    let id = form.publication;
    let asked = app
        .act(&viewer, move |act| {
            Box::pin(async move { documents::ask(act, Asked::Publication(id), &words).await })
        })
        .await;
    match asked {
        Ok(_) => redirect_saying(format!("/acknowledgements/{id}"), form.word("sent")),
        Err(CannotAsk::Words) => {
            form.problem = Some(form.word("missing"));
            form.text = typed;
            let mut answer = page(form)?;
            *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(answer)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
