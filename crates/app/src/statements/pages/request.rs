//! Sending a text for signature: to whom, from when, and what it changes.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kit::web::{Answer, Form, Problem, id, in_words};
use kit::{Day, Digest};
use serde::Deserialize;

use super::found::document;
use crate::App;
use crate::documents::{self, CannotRequest, DocumentId, NewRequest, diff};
use crate::identity::Viewer;
use crate::people::{self, Serving};
use crate::shell::{Shell, page, redirect, redirect_saying};

#[derive(askama::Template)]
#[template(path = "statements/pages/request.html")]
struct RequestPage {
    s: Shell,
    id: DocumentId,
    title: String,
    digest: Digest,
    signatories: Vec<Serving>,
    form: Typed,
    /// What changed since the last signed version, if there is one.
    changes: Option<String>,
    left: Vec<String>,
    refused: Option<String>,
}

/// What was typed, or what is proposed.
struct Typed {
    signatory: String,
    effective_on: String,
    next_review_on: String,
    due_on: String,
    is_editorial: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct RequestForm {
    shown: String,
    #[serde(default)]
    signatory: String,
    #[serde(default)]
    effective_on: String,
    #[serde(default)]
    next_review_on: String,
    #[serde(default)]
    due_on: String,
    #[serde(default)]
    change: String,
}

pub(super) async fn show(State(app): State<App>, Path(document): Path<String>, s: Shell) -> Answer {
    let today = s.today();
    let proposed = Typed {
        signatory: String::new(),
        effective_on: today.to_string(),
        next_review_on: today.plus_months(12).to_string(),
        due_on: today.plus_days(7).to_string(),
        is_editorial: false,
    };
    let document: DocumentId = id(&document)?;
    match request_page(&app, s, document, proposed, None).await? {
        Some(found) => page(found),
        None => redirect(format!("/statements/{document}")),
    }
}

async fn request_page(
    app: &App,
    s: Shell,
    document: DocumentId,
    form: Typed,
    refused: Option<String>,
) -> Result<Option<RequestPage>, Problem> {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let document = self::document(&mut db, org, document).await?;
    let Some(draft) = documents::draft(&mut db, org, document.id).await? else {
        return Ok(None);
    };
    let previous = documents::last_signed(&mut db, org, document.id, i64::MAX).await?;
    let changes = previous.map(|previous| {
        let between = diff::between(&previous.text, &draft.text);
        diff::to_html(&between, diff::Show::Changes, s.speech())
    });
    Ok(Some(RequestPage {
        id: document.id,
        title: document.title,
        digest: draft.digest(),
        signatories: people::serving(&mut db, org, s.today()).await?,
        left: rules::placeholders::left_in(&draft.text),
        changes,
        form,
        refused,
        s,
    }))
}

pub(super) async fn send(
    State(app): State<App>,
    Path(document): Path<String>,
    s: Shell,
    Form(form): Form<RequestForm>,
) -> Result<Response, Problem> {
    let viewer = s.reader()?.clone();
    let document: DocumentId = id(&document)?;
    let sent = match new_request(document, &form) {
        Ok(new) => {
            app.act(&viewer, move |act| {
                Box::pin(async move { documents::request_signature(act, new).await })
            })
            .await
        }
        Err(refusal) => Err(refusal),
    };
    let Err(refusal) = sent else {
        if let Some(own) = own_request(&app, &viewer, document).await? {
            return redirect_saying(own, s.t("statement-request-sent-own"));
        }
        return redirect_saying(
            format!("/statements/{document}"),
            s.t("statement-request-sent"),
        );
    };
    let sentence = match in_words(refusal, s.speech()) {
        Problem::Refused(sentence) => sentence,
        problem => return Err(problem),
    };
    let typed = Typed {
        signatory: form.signatory,
        effective_on: form.effective_on,
        next_review_on: form.next_review_on,
        due_on: form.due_on,
        is_editorial: form.change == "editorial",
    };
    match request_page(&app, s, document, typed, Some(sentence)).await? {
        Some(again) => Ok((StatusCode::UNPROCESSABLE_ENTITY, page(again)?).into_response()),
        None => redirect(format!("/statements/{document}")),
    }
}

/// The page on which whoever sent the text signs it, if they asked themselves.
async fn own_request(
    app: &App,
    viewer: &Viewer,
    document: DocumentId,
) -> Result<Option<String>, Problem> {
    let mut db = app.read().await?;
    let open = documents::requests_open_for(&mut db, viewer.org, viewer.person).await?;
    let own = open.iter().find(|request| request.document == document);
    Ok(own.map(|own| own.id.address()))
}

fn new_request(document: DocumentId, form: &RequestForm) -> Result<NewRequest, CannotRequest> {
    let day = |text: &str, refusal| text.parse::<Day>().map_err(|_| refusal);
    Ok(NewRequest {
        document,
        shown: form.shown.parse().map_err(|_| CannotRequest::TextChanged)?,
        signatory: form
            .signatory
            .parse()
            .map_err(|_| CannotRequest::NotServing)?,
        effective_on: day(&form.effective_on, CannotRequest::Review)?,
        next_review_on: day(&form.next_review_on, CannotRequest::Review)?,
        due_on: day(&form.due_on, CannotRequest::Due)?,
        is_material: form.change != "editorial",
    })
}
