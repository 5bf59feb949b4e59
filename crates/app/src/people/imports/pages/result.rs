use axum::extract::{Path, State};
use kit::id::PersonId;
use kit::web::{Answer, Form, Problem, in_words};
use serde::Deserialize;

use super::super::super::{ImportId, pages::again, store as people};
use super::super::store::{self, Import};
use super::super::undo::{self, CannotUndo};
use crate::App;
use crate::shell::{Shell, page, redirect_saying};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    reason: String,
    /// Whoever has changed since stays as they are.
    leave: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "people/imports/pages/result.html")]
struct ResultPage {
    s: Shell,
    import: Import,
    by: Option<String>,
    wanted: Wanted,
    mistake: Option<String>,
    /// Undoing was refused because of people who have changed since.
    may_leave: bool,
}

pub(super) async fn show(State(app): State<App>, s: Shell, Path(id): Path<String>) -> Answer {
    show_with(&app, s, &id, (Wanted::default(), None, false)).await
}

async fn show_with(
    app: &App,
    s: Shell,
    id: &str,
    (wanted, mistake, may_leave): (Wanted, Option<String>, bool),
) -> Answer {
    let id: ImportId = id.parse().map_err(|_| Problem::NotFound)?;
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let import = store::import(&mut db, org, id)
        .await?
        .ok_or(Problem::NotFound)?;
    let by: Option<PersonId> = import.imported_by;
    let names = people::names(&mut db, org, by).await?;
    page(ResultPage {
        by: by.and_then(|by| names.get(&by).cloned()),
        import,
        wanted,
        mistake,
        may_leave,
        s,
    })
}

pub(super) async fn undo(
    State(app): State<App>,
    s: Shell,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Answer {
    let import: ImportId = id.parse().map_err(|_| Problem::NotFound)?;
    let (reason, leave) = (wanted.reason.clone(), wanted.leave.is_some());
    let undone = app.act(s.reader()?, move |act| {
        Box::pin(undo::undo(act, import, reason, leave))
    });
    match undone.await {
        Ok(undone) => redirect_saying(
            format!("/people/imports/{import}"),
            s.say("import-undone").with("count", undone.reverted),
        ),
        Err(cannot) => {
            let may_leave = matches!(cannot, CannotUndo::ChangedSince(_));
            match in_words(cannot, s.speech()) {
                Problem::Refused(mistake) => {
                    again(show_with(&app, s, &id, (wanted, Some(mistake), may_leave)).await)
                }
                problem => Err(problem),
            }
        }
    }
}
