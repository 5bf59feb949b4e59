//! Looking at a published policy again: whether it still holds, and why.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kit::Digest;
use kit::web::{Answer, Form, Problem, in_words};
use serde::Deserialize;

use super::found::policy;
use crate::App;
use crate::documents::{self, CannotReview, Document, DocumentId, NewReview, ReviewOutcome, text};
use crate::shell::{Shell, page, redirect, redirect_saying};

#[derive(askama::Template)]
#[template(path = "policies/pages/review.html")]
struct ReviewPage {
    s: Shell,
    id: DocumentId,
    title: String,
    language: &'static str,
    html: String,
    digest: Digest,
    outcomes: Vec<(ReviewOutcome, String)>,
    form: ReviewForm,
    refused: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct ReviewForm {
    #[serde(default)]
    shown: String,
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    trigger: String,
    #[serde(default)]
    next_review_on: String,
}

pub(super) async fn show(State(app): State<App>, Path(document): Path<String>, s: Shell) -> Answer {
    let org = s.reader()?.org;
    let document = policy(&mut app.read().await?, org, &document).await?;
    let form = ReviewForm {
        next_review_on: s.today().plus_months(12).to_string(),
        ..ReviewForm::default()
    };
    match review_page(&app, s, &document, form, None).await? {
        Some(found) => page(found),
        None => redirect(format!("/policies/{}", document.id)),
    }
}

async fn review_page(
    app: &App,
    s: Shell,
    document: &Document,
    form: ReviewForm,
    refused: Option<String>,
) -> Result<Option<ReviewPage>, Problem> {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let approved = documents::last_signed(&mut db, org, document.id, i64::MAX).await?;
    Ok(approved.map(|version| ReviewPage {
        outcomes: ReviewOutcome::ALL
            .iter()
            .map(|it| (*it, s.t(&format!("policy-review-{it}"))))
            .collect(),
        id: document.id,
        title: document.title.clone(),
        language: version.language.word(),
        html: text::to_html(&version.text),
        digest: version.digest,
        form,
        refused,
        s,
    }))
}

pub(super) async fn keep(
    State(app): State<App>,
    Path(document): Path<String>,
    s: Shell,
    Form(form): Form<ReviewForm>,
) -> Result<Response, Problem> {
    let viewer = s.reader()?.clone();
    let document = policy(&mut app.read().await?, viewer.org, &document).await?;
    let kept = match new_review(document.id, &form) {
        Ok(new) => {
            app.act(&viewer, move |act| Box::pin(documents::review(act, new)))
                .await
        }
        Err(refusal) => Err(refusal),
    };
    let Err(refusal) = kept else {
        let to = format!("/policies/{}", document.id);
        return redirect_saying(to, s.t("policy-review-kept"));
    };
    let sentence = match in_words(refusal, s.speech()) {
        Problem::Refused(sentence) => sentence,
        problem => return Err(problem),
    };
    match review_page(&app, s, &document, form, Some(sentence)).await? {
        Some(again) => Ok((StatusCode::UNPROCESSABLE_ENTITY, page(again)?).into_response()),
        None => redirect(format!("/policies/{}", document.id)),
    }
}

fn new_review(document: DocumentId, form: &ReviewForm) -> Result<NewReview, CannotReview> {
    let trigger = Some(form.trigger.clone()).filter(|it| !it.trim().is_empty());
    Ok(NewReview {
        document,
        shown: form.shown.parse().map_err(|_| CannotReview::TextChanged)?,
        outcome: form.outcome.parse().map_err(|_| CannotReview::Reason)?,
        reason: form.reason.clone(),
        trigger,
        next_review_on: form
            .next_review_on
            .parse()
            .map_err(|_| CannotReview::Next)?,
    })
}
