//! Any two texts of a document side by side.

use axum::extract::{Path, State};
use kit::db::Conn;
use kit::web::{Answer, Problem, Query, id};
use serde::Deserialize;

use super::found::{document, listed_as, version};
use crate::App;
use crate::documents::{self, Document, diff};
use crate::shell::{Shell, page};

#[derive(Debug, Deserialize)]
pub(super) struct Pair {
    from: Option<String>,
    to: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "versions/compare.html")]
struct ComparePage {
    s: Shell,
    id: String,
    home: &'static str,
    /// What the list of this kind is called.
    listed_as: &'static str,
    title: String,
    language: &'static str,
    /// Value and words of everything that can be chosen.
    choices: Vec<(String, String)>,
    from: String,
    to: String,
    from_words: String,
    to_words: String,
    changes: String,
    is_same: bool,
    html: String,
}

pub(super) async fn show(
    State(app): State<App>,
    Path(document): Path<String>,
    Query(pair): Query<Pair>,
    s: Shell,
) -> Answer {
    let viewer = s.reader()?.clone();
    let mut db = app.read().await?;
    let document = self::document(&mut db, viewer.org, id(&document)?).await?;
    let choices = choices(&mut db, &s, &document, viewer.directs()).await?;
    let nth = |at: usize| {
        choices
            .get(at)
            .map(|(value, _)| value.clone())
            .unwrap_or_default()
    };
    let to = pair.to.unwrap_or_else(|| nth(0));
    let from = pair
        .from
        .unwrap_or_else(|| nth(choices.len().min(2).saturating_sub(1)));
    let words = |chosen: &str| {
        let known = choices.iter().find(|(value, _)| value == chosen);
        known
            .map(|(_, words)| words.clone())
            .ok_or(Problem::NotFound)
    };
    let (from_words, to_words) = (words(&from)?, words(&to)?);
    let old = text_of(&mut db, &document, viewer.org, &from).await?;
    let new = text_of(&mut db, &document, viewer.org, &to).await?;
    let between = diff::between(&old, &new);
    page(ComparePage {
        id: document.id.to_string(),
        home: document.kind.address(),
        listed_as: listed_as(document.kind),
        title: document.title,
        language: document.language.word(),
        changes: s
            .say("statement-compare-changes")
            .with("changes", between.changes() as i64)
            .to_string(),
        is_same: between.is_empty(),
        html: diff::to_html(&between, diff::Show::Everything, s.speech()),
        choices,
        from,
        to,
        from_words,
        to_words,
        s,
    })
}

/// The draft is only for those who write.
async fn choices(
    db: &mut Conn,
    s: &Shell,
    document: &Document,
    with_draft: bool,
) -> Result<Vec<(String, String)>, Problem> {
    let org = s.reader()?.org;
    let mut choices = Vec::new();
    if with_draft && documents::draft(db, org, document.id).await?.is_some() {
        choices.push(("draft".to_owned(), s.t("statement-draft-title")));
    }
    for version in documents::versions(db, org, document.id).await? {
        let words = s
            .say("statement-version-n")
            .with("n", version.number)
            .to_string();
        choices.push((version.number.to_string(), words));
    }
    if choices.is_empty() {
        return Err(Problem::NotFound);
    }
    Ok(choices)
}

async fn text_of(
    db: &mut Conn,
    document: &Document,
    org: kit::id::OrgId,
    chosen: &str,
) -> Result<String, Problem> {
    if chosen == "draft" {
        let draft = documents::draft(db, org, document.id).await?;
        return Ok(draft.ok_or(Problem::NotFound)?.text);
    }
    Ok(version(db, org, document.id, id(chosen)?).await?.text)
}
