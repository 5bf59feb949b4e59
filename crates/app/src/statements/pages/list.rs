//! All statements, and how each stands.

use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::web::{Answer, Form, Problem, in_words};
use kit::words::Language;
use serde::Deserialize;

use super::super::sample::sample;
use super::super::standing::Standing;
use crate::App;
use crate::documents::{self, Document, DocumentKind, NewDocument, Publication};
use crate::identity::Viewer;
use crate::people;
use crate::shell::{Shell, page, redirect};

#[derive(askama::Template)]
#[template(path = "statements/pages/list.html")]
struct ListPage {
    s: Shell,
    rows: Vec<Row>,
    directs: bool,
}

struct Row {
    href: String,
    title: String,
    note: String,
    state: &'static str,
    word: String,
}

pub(super) async fn index(State(app): State<App>, s: Shell) -> Answer {
    let viewer = s.reader()?.clone();
    let mut db = app.read().await?;
    let mut rows = Vec::new();
    for document in documents::documents(&mut db, viewer.org, DocumentKind::Statement).await? {
        rows.extend(row(&mut db, &s, &viewer, document).await?);
    }
    page(ListPage {
        directs: viewer.directs(),
        rows,
        s,
    })
}

/// Everybody sees what holds; readers also see what is being prepared and what was.
async fn row(
    db: &mut Conn,
    s: &Shell,
    viewer: &Viewer,
    document: Document,
) -> Result<Option<Row>, Problem> {
    let publications = documents::publications(db, viewer.org, document.id).await?;
    let current = publications
        .iter()
        .find(|publication| publication.is_current());
    let requests = documents::requests(db, viewer.org, document.id).await?;
    let standing = Standing::of(&requests, &publications, s.today());
    if current.is_none() && !viewer.reads() {
        return Ok(None);
    }
    let href = match current {
        Some(current) if !viewer.reads() => {
            format!("/statements/{}/publications/{}", document.id, current.id)
        }
        _ => format!("/statements/{}", document.id),
    };
    let note = match (current, requests.first()) {
        (Some(current), _) => in_force_note(db, s, viewer, current).await?,
        (None, Some(request)) if request.is_open() => {
            let signatory = people::name(db, viewer.org, request.signatory).await?;
            s.say("statement-waits-for")
                .with("name", signatory)
                .with("due", s.day(&request.due_on))
                .to_string()
        }
        _ => s
            .say("statement-begun")
            .with("day", s.day(&document.created_at.day(s.zone())))
            .to_string(),
    };
    Ok(Some(Row {
        href,
        title: document.title,
        note,
        state: standing.mark(),
        word: s.t(&format!("statement-standing-{standing}")),
    }))
}

async fn in_force_note(
    db: &mut Conn,
    s: &Shell,
    viewer: &Viewer,
    current: &Publication,
) -> Result<String, Problem> {
    let signature =
        documents::signature_of_version(db, viewer.org, current.document, current.version).await?;
    let signed = signature.map_or_else(String::new, |signature| {
        s.say("statement-signed-by")
            .with("name", signature.name)
            .with("day", s.day(&signature.signed_at.day(s.zone())))
            .to_string()
    });
    let review = current.next_review_on.map_or_else(String::new, |review| {
        s.say("statement-next-review")
            .with("day", s.day(&review))
            .to_string()
    });
    Ok(format!("{signed} {review}").trim().to_owned())
}

#[derive(Debug, Deserialize)]
pub(super) struct NewForm {
    title: Option<String>,
    language: Language,
}

/// Begins a statement from the sample.
pub(super) async fn create(
    State(app): State<App>,
    s: Shell,
    Form(form): Form<NewForm>,
) -> Result<Response, Problem> {
    let viewer = s.reader()?;
    let title = form
        .title
        .filter(|title| !title.trim().is_empty())
        .unwrap_or_else(|| {
            let year = s.today().0.year().to_string();
            let speech = app.words.speak(form.language);
            speech
                .say("statement-default-title")
                .with("year", year)
                .to_string()
        });
    let new = NewDocument {
        kind: DocumentKind::Statement,
        title,
        language: form.language,
        text: sample(form.language).to_owned(),
    };
    let created = app
        .act(viewer, move |act| Box::pin(documents::create(act, new)))
        .await;
    let document = created.map_err(|refusal| in_words(refusal, s.speech()))?;
    redirect(format!("/statements/{document}/draft"))
}
