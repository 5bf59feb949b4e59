//! The editor: text, preview and headings, all made by the server.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kit::Digest;
use kit::web::{Answer, Form, Problem, id, in_words};
use serde::Deserialize;

use super::found::{document, listed_as};
use crate::App;
use crate::documents::text::Heading;
use crate::documents::{
    self, CannotWrite, Document, DocumentId, DocumentKind, LARGEST, diff, text,
};
use crate::shell::{Shell, page, redirect, redirect_saying};

#[derive(askama::Template)]
#[template(path = "versions/draft.html")]
struct DraftPage {
    s: Shell,
    id: DocumentId,
    home: &'static str,
    /// What the list of this kind is called.
    listed_as: &'static str,
    is_statement: bool,
    title: String,
    language: &'static str,
    /// What is in the editor.
    typed: String,
    /// The digest of the saved text that the editor was opened with.
    started_from: Digest,
    preview: String,
    headings: Vec<Heading>,
    left: Vec<String>,
    minutes: String,
    refused: Option<String>,
    /// What somebody else saved in between, compared with what was typed.
    theirs: Option<String>,
}

impl DraftPage {
    fn new(s: Shell, document: &Document, typed: String, started_from: Digest) -> DraftPage {
        let minutes = text::minutes(&typed);
        DraftPage {
            id: document.id,
            home: document.kind.address(),
            listed_as: listed_as(document.kind),
            is_statement: document.kind == DocumentKind::Statement,
            title: document.title.clone(),
            language: document.language.word(),
            started_from,
            preview: text::to_html(&typed),
            headings: text::headings(&typed),
            left: rules::placeholders::left_in(&typed),
            minutes: s
                .say("statement-document-minutes")
                .with("minutes", minutes as i64)
                .to_string(),
            typed,
            refused: None,
            theirs: None,
            s,
        }
    }
}

pub(super) async fn edit(State(app): State<App>, Path(document): Path<String>, s: Shell) -> Answer {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let document = self::document(&mut db, org, id(&document)?).await?;
    let Some(draft) = documents::draft(&mut db, org, document.id).await? else {
        return redirect(document.kind.address_of(document.id));
    };
    let digest = draft.digest();
    page(DraftPage::new(s, &document, draft.text, digest))
}

#[derive(Debug, Deserialize)]
pub(super) struct DraftForm {
    text: String,
    started_from: String,
    #[serde(default)]
    then: String,
}

/// Saves and goes on where the button leads, or shows what was typed without saving it.
pub(super) async fn save(
    State(app): State<App>,
    Path(document): Path<String>,
    s: Shell,
    Form(form): Form<DraftForm>,
) -> Result<Response, Problem> {
    let viewer = s.reader()?.clone();
    let found = self::document(&mut app.read().await?, viewer.org, id(&document)?).await?;
    let started_from: Digest = id(&form.started_from)?;
    if form.then == "preview" {
        return page(DraftPage::new(
            s,
            &found,
            text::normalise(&form.text),
            started_from,
        ));
    }
    let (document, typed) = (found.id, form.text.clone());
    let saved = app
        .act(&viewer, move |act| {
            Box::pin(
                async move { documents::save_draft(act, document, &typed, started_from).await },
            )
        })
        .await;
    match saved {
        Ok(_) => {
            // Saved and on in one press: a link would lose what was typed.
            let next = match form.then.as_str() {
                "contents" => "contents",
                "request" => "request",
                "approval" => "approval",
                _ => "draft",
            };
            let to = format!("{}/{next}", found.kind.address_of(document));
            redirect_saying(to, s.t("statement-draft-saved"))
        }
        Err(refusal) => refused(&app, s, &found, form, refusal).await,
    }
}

/// The editor again with everything that was typed, and the sentence.
async fn refused(
    app: &App,
    s: Shell,
    document: &Document,
    form: DraftForm,
    refusal: CannotWrite,
) -> Result<Response, Problem> {
    let conflict = matches!(refusal, CannotWrite::ChangedMeanwhile);
    let sentence = match in_words(refusal, s.speech()) {
        Problem::Refused(sentence) => sentence,
        problem => return Err(problem),
    };
    let typed = text::normalise(&form.text);
    let mut started_from: Digest = id(&form.started_from)?;
    let mut theirs = None;
    if conflict {
        let org = s.reader()?.org;
        let saved = documents::draft(&mut app.read().await?, org, document.id)
            .await?
            .ok_or(Problem::NotFound)?;
        // Having seen the comparison, the next save is a decision and not an accident.
        started_from = saved.digest();
        let between = diff::between(&saved.text, &typed);
        theirs = Some(diff::to_html(&between, diff::Show::Changes, s.speech()));
    }
    // A text that is too long to keep is too long to show as a page too.
    let shown = if typed.len() > LARGEST {
        String::new()
    } else {
        typed.clone()
    };
    let mut again = DraftPage::new(s, document, shown, started_from);
    again.typed = typed;
    again.refused = Some(sentence);
    again.theirs = theirs;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(again)?).into_response())
}

/// A new draft from the latest text.
pub(super) async fn renew(
    State(app): State<App>,
    Path(document): Path<String>,
    s: Shell,
) -> Answer {
    let viewer = s.reader()?;
    let org = viewer.org;
    let found = self::document(&mut app.read().await?, org, id(&document)?).await?;
    let document = found.id;
    let begun = app
        .act(viewer, move |act| {
            Box::pin(async move { documents::draft_again(act, document).await })
        })
        .await;
    match begun {
        Ok(()) | Err(CannotWrite::DraftExists) => {
            redirect(format!("{}/draft", found.kind.address_of(document)))
        }
        Err(refusal) => Err(in_words(refusal, s.speech())),
    }
}
