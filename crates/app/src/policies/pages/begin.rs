//! Beginning a policy: a starter text, a file, or an empty page.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kit::web::{Answer, Form, Problem, Query, Upload, in_words};
use kit::words::Language;
use serde::Deserialize;

use super::super::begin::{Source, begin, with_duties};
use super::super::import::import as read;
use super::super::starter::{Topic, starter, starters};
use crate::App;
use crate::documents::{DocumentId, DocumentKind, matrix};
use crate::shell::{Shell, page, redirect};

#[derive(askama::Template)]
#[template(path = "policies/pages/begin.html")]
struct BeginPage {
    s: Shell,
    /// Each of our texts by its topic, with its title in the reader's language.
    starters: Vec<(Topic, String)>,
    kinds: Vec<(DocumentKind, String)>,
    chosen: DocumentKind,
    refused: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Chosen {
    kind: Option<DocumentKind>,
}

pub(super) async fn show(Query(chosen): Query<Chosen>, s: Shell) -> Answer {
    let kind = chosen.kind.unwrap_or(DocumentKind::TopicPolicy);
    page(begin_page(s, kind, None))
}

fn begin_page(s: Shell, chosen: DocumentKind, refused: Option<String>) -> BeginPage {
    let kinds = DocumentKind::ALL
        .iter()
        .filter(|kind| **kind != DocumentKind::Statement)
        .map(|kind| (*kind, s.t(&format!("policy-kind-{kind}"))));
    BeginPage {
        kinds: kinds.collect(),
        starters: starters()
            .into_iter()
            .map(|topic| (topic, starter(topic, s.language()).title))
            .collect(),
        chosen,
        refused,
        s,
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct NewForm {
    #[serde(default)]
    title: String,
    language: Language,
    /// A starter text by its name; none for an empty page.
    #[serde(default)]
    starter: String,
    kind: Option<DocumentKind>,
}

/// Begins a policy from a starter text or from a heading.
pub(super) async fn create(
    State(app): State<App>,
    s: Shell,
    Form(form): Form<NewForm>,
) -> Result<Response, Problem> {
    let kind = form.kind.unwrap_or(DocumentKind::TopicPolicy);
    if kind == DocumentKind::Statement {
        return Err(Problem::NotFound);
    }
    let source = match form.starter.parse::<Topic>() {
        Ok(topic) => from_starter(&app, topic, form.language),
        Err(_) => blank(&app, kind, form),
    };
    match begun(&app, &s, source).await {
        Ok(document) => redirect(format!("/policies/{document}/draft")),
        Err(Problem::Refused(sentence)) => again(s, kind, sentence),
        Err(problem) => Err(problem),
    }
}

fn from_starter(app: &App, topic: Topic, language: Language) -> Source {
    let starter = starter(topic, language);
    Source {
        kind: match topic {
            Topic::InformationSecurity => DocumentKind::SecurityPolicy,
            _ => DocumentKind::TopicPolicy,
        },
        text: with_duties(&starter, &app.words.speak(language)),
        title: starter.title,
        language,
    }
}

/// An empty page has its title and the heading of its duties, so that nobody forgets them.
fn blank(app: &App, kind: DocumentKind, form: NewForm) -> Source {
    let speech = app.words.speak(form.language);
    let text = match kind {
        DocumentKind::ApprovalMatrix => matrix::sample(&speech),
        _ => speech
            .say("policy-blank")
            .with("title", form.title.as_str())
            .to_string(),
    };
    let title = match (kind, form.title.trim()) {
        (DocumentKind::ApprovalMatrix, "") => speech.t("policy-kind-approval-matrix"),
        (_, title) => title.to_owned(),
    };
    Source {
        kind,
        title,
        language: form.language,
        text,
    }
}

async fn begun(app: &App, s: &Shell, source: Source) -> Result<DocumentId, Problem> {
    let viewer = s.reader()?;
    app.act(viewer, move |act| Box::pin(begin(act, source)))
        .await
        .map_err(|refusal| in_words(refusal, s.speech()))
}

fn again(s: Shell, kind: DocumentKind, sentence: String) -> Result<Response, Problem> {
    let page = page(begin_page(s, kind, Some(sentence)))?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

#[derive(askama::Template)]
#[template(path = "policies/pages/imported.html")]
struct ImportedPage {
    s: Shell,
    id: DocumentId,
    title: String,
    notes: Vec<String>,
    minutes: usize,
    duties: usize,
}

/// Begins a policy from a Markdown or DOCX file, and says what was left out of it.
pub(super) async fn import(
    State(app): State<App>,
    s: Shell,
    upload: Upload,
) -> Result<Response, Problem> {
    let kind: DocumentKind = upload
        .text("kind")
        .parse()
        .ok()
        .filter(|kind| *kind != DocumentKind::Statement)
        .unwrap_or(DocumentKind::TopicPolicy);
    let Some(file) = &upload.file else {
        let sentence = s.t("policy-import-no-file");
        return again(s, kind, sentence);
    };
    let imported = match read(&file.name, &file.bytes) {
        Ok(imported) => imported,
        Err(refusal) => {
            let sentence = refusal.said(s.speech());
            return again(s, kind, sentence);
        }
    };
    let typed = upload.text("title");
    let title = if typed.is_empty() {
        &imported.title
    } else {
        typed
    };
    let source = Source {
        kind,
        title: title.to_owned(),
        language: upload
            .text("language")
            .parse()
            .unwrap_or(imported.language.unwrap_or(s.language())),
        text: imported.text.clone(),
    };
    let document = match begun(&app, &s, source).await {
        Ok(document) => document,
        Err(Problem::Refused(sentence)) => return again(s, kind, sentence),
        Err(problem) => return Err(problem),
    };
    let notes = imported.notes.iter().map(|note| note.said(s.speech()));
    page(ImportedPage {
        id: document,
        title: title.to_owned(),
        notes: notes.collect(),
        minutes: crate::documents::text::minutes(&imported.text),
        duties: crate::documents::duties::of(&imported.text).len(),
        s,
    })
}
