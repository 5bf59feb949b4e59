//! The outbox of a demonstration: every letter, with its links.

use axum::extract::{Path, State};
use kit::db::Conn;
use kit::id::{MailId, OrgId};
use kit::web::{Answer, Problem, Query};

use super::super::compose::{Piece, paragraphs};
use super::super::store;
use super::super::{TextFile, as_it_goes};
use super::letters::From;
use super::{PAGE, next};
use crate::App;
use crate::shell::{Shell, page};

#[derive(askama::Template)]
#[template(path = "notices/pages/outbox.html")]
struct OutboxPage {
    s: Shell,
    letters: Vec<store::Listed>,
    next: Option<String>,
}

pub(super) async fn index(State(app): State<App>, Query(from): Query<From>, s: Shell) -> Answer {
    let mut db = app.read().await?;
    let org = demonstration(&app, &mut db, &s).await?;
    let mut letters = store::letters(&mut db, org, from.before, PAGE as i64 + 1).await?;
    let next = next(&mut letters, "/demo/outbox", |letter| letter.id.to_string());
    page(OutboxPage { s, letters, next })
}

#[derive(askama::Template)]
#[template(path = "notices/pages/letter.html")]
struct LetterPage {
    s: Shell,
    subject: String,
    to: String,
    reply_to: Option<String>,
    written: String,
    paragraphs: Vec<Vec<Vec<Piece>>>,
    file: Option<TextFile>,
}

pub(super) async fn show(State(app): State<App>, Path(letter): Path<String>, s: Shell) -> Answer {
    let letter: MailId = letter.parse().map_err(|_| Problem::NotFound)?;
    let mut db = app.read().await?;
    let org = demonstration(&app, &mut db, &s).await?;
    let letter = store::captured(&mut db, org, letter)
        .await?
        .ok_or(Problem::NotFound)?;
    let file = letter.attachment.as_deref().map(serde_json::from_str);
    page(LetterPage {
        subject: letter.subject,
        to: letter.address,
        reply_to: letter.reply_to,
        written: s.moment(&letter.written_at),
        paragraphs: paragraphs(&as_it_goes(&app, &letter.text)),
        file: file.transpose().map_err(anyhow::Error::from)?,
        s,
    })
}

/// Whose letters are shown; outside a demonstration there is no such page.
async fn demonstration(app: &App, db: &mut Conn, s: &Shell) -> Result<OrgId, Problem> {
    if !app.demo {
        return Err(Problem::NotFound);
    }
    match &s.viewer {
        Some(viewer) => Ok(viewer.org),
        None => store::first_organisation(db)
            .await?
            .ok_or(Problem::NotFound),
    }
}
