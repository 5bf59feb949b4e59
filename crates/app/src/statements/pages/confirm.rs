//! The twelve contents: where exactly this text has each, in the word of somebody who did not
//! write it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kit::db::Conn;
use kit::id::PersonId;
use kit::web::{Answer, Form, Problem, id, in_words};

use super::super::contents;
use super::found::{confirmers, document};
use crate::App;
use crate::documents::text::Heading;
use crate::documents::{self, Confirmation, Document, DocumentId, Found, text};
use crate::shell::{Shell, page, redirect_saying};

#[derive(askama::Template)]
#[template(path = "statements/pages/confirm.html")]
struct ContentsPage {
    s: Shell,
    id: DocumentId,
    title: String,
    language: &'static str,
    which: String,
    digest: String,
    html: String,
    headings: Vec<Heading>,
    rows: Vec<Row>,
    confirmed: String,
    is_author: bool,
    /// The names of those who may confirm.
    confirmers: Vec<String>,
    refused: Option<String>,
}

struct Row {
    number: u8,
    words: String,
    /// Who found it, where and when.
    by: Vec<String>,
    /// The heading chosen in this form, or where somebody found it before.
    chosen: String,
}

/// The text that is looked at.
struct Looked {
    which: String,
    text: String,
    authors: String,
}

pub(super) async fn show(State(app): State<App>, Path(document): Path<String>, s: Shell) -> Answer {
    let mut db = app.read().await?;
    page(contents_page(&mut db, s, id(&document)?, &[], None).await?)
}

async fn contents_page(
    db: &mut Conn,
    s: Shell,
    document: DocumentId,
    typed: &[(String, String)],
    refused: Option<String>,
) -> Result<ContentsPage, Problem> {
    let viewer = s.reader()?.clone();
    let document = self::document(db, viewer.org, document).await?;
    let looked = looked_at(db, &s, &document).await?;
    let digest = kit::Digest::of(&looked.text);
    let known = documents::confirmations(db, viewer.org, document.id, digest).await?;
    let rows: Vec<Row> = contents::all()
        .map(|item| row(&s, item, &known, typed, viewer.person))
        .collect();
    let confirmed = rows.iter().filter(|row| !row.by.is_empty()).count();
    Ok(ContentsPage {
        id: document.id,
        title: document.title,
        language: document.language.word(),
        which: looked.which,
        digest: digest.to_string(),
        html: text::to_html(&looked.text),
        headings: text::headings(&looked.text),
        confirmed: s
            .say("statement-contents-confirmed")
            .with("confirmed", confirmed as i64)
            .to_string(),
        rows,
        is_author: documents::wrote(&looked.authors, viewer.person),
        confirmers: confirmers(db, &s, &looked.authors).await?,
        refused,
        s,
    })
}

async fn looked_at(db: &mut Conn, s: &Shell, document: &Document) -> Result<Looked, Problem> {
    let org = s.reader()?.org;
    if let Some(draft) = documents::draft(db, org, document.id).await? {
        let which = s.t("statement-draft-title");
        return Ok(Looked {
            which,
            text: draft.text,
            authors: draft.authors,
        });
    }
    let latest = documents::versions(db, org, document.id)
        .await?
        .into_iter()
        .next();
    let latest = latest.ok_or(Problem::NotFound)?;
    let which = s
        .say("statement-version-n")
        .with("n", latest.number)
        .to_string();
    Ok(Looked {
        which,
        text: latest.text,
        authors: latest.authors,
    })
}

fn row(
    s: &Shell,
    item: contents::Item,
    known: &[Confirmation],
    typed: &[(String, String)],
    reader: PersonId,
) -> Row {
    let number = item.number;
    let of_item = |known: &&Confirmation| known.item == i64::from(number);
    let name = format!("item.{number}");
    let typed = typed
        .iter()
        .find(|(field, _)| *field == name)
        .map(|(_, value)| value.clone());
    let own = known
        .iter()
        .filter(of_item)
        .find(|known| known.confirmed_by == reader);
    Row {
        number,
        words: s.t(&item.word()),
        by: known
            .iter()
            .filter(of_item)
            .map(|known| found_by(s, known))
            .collect(),
        chosen: typed
            .or_else(|| own.map(|own| own.heading.clone()))
            .unwrap_or_default(),
    }
}

fn found_by(s: &Shell, known: &Confirmation) -> String {
    s.say("statement-contents-found-by")
        .with("name", known.name.as_str())
        .with("heading", known.heading.as_str())
        .with("moment", s.moment(&known.confirmed_at))
        .to_string()
}

pub(super) async fn confirm(
    State(app): State<App>,
    Path(document): Path<String>,
    s: Shell,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let viewer = s.reader()?.clone();
    let document: DocumentId = id(&document)?;
    let shown = fields
        .iter()
        .find(|(name, _)| name == "shown")
        .map(|(_, value)| value.as_str());
    let shown = id(shown.unwrap_or_default())?;
    let found = found_in(&fields);
    let confirmed = app
        .act(&viewer, move |act| {
            Box::pin(async move { documents::confirm_contents(act, document, shown, found).await })
        })
        .await;
    let Err(refusal) = confirmed else {
        let to = format!("/statements/{document}/contents");
        return redirect_saying(to, s.t("statement-contents-kept"));
    };
    match in_words(refusal, s.speech()) {
        Problem::Refused(sentence) => {
            let mut db = app.read().await?;
            let again = contents_page(&mut db, s, document, &fields, Some(sentence)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(again)?).into_response())
        }
        problem => Err(problem),
    }
}

/// `item.3=Heading` for each content that was found.
fn found_in(fields: &[(String, String)]) -> Vec<Found> {
    fields
        .iter()
        .filter_map(|(name, heading)| {
            let item: u8 = name.strip_prefix("item.")?.parse().ok()?;
            let is_one_of_them = contents::all().any(|known| known.number == item);
            (is_one_of_them && !heading.is_empty()).then(|| Found {
                item,
                heading: heading.clone(),
            })
        })
        .collect()
}
