use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use kit::Moment;
use kit::id::PersonId;
use kit::web::{Answer, Form, Problem, in_words};
use serde::Deserialize;

use super::super::meaning::Standing;
use super::super::store::{self, Listed};
use super::super::verbs;
use super::{KEEPERS, list};
use crate::App;
use crate::people::{self, AppointmentId};
use crate::shell::{Shell, page, redirect_saying};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Relief {
    until: String,
    reason: String,
}

#[derive(askama::Template)]
#[template(path = "people/register/pages/entry.html")]
struct EntryPage {
    s: Shell,
    entry: Listed,
    meanings: Vec<String>,
    recorded_by: Option<String>,
    relieved_by: Option<String>,
    confirmations: Vec<(String, Moment)>,
    /// It does not count before somebody confirms it.
    waits: bool,
    in_office: bool,
    confirms: bool,
    relieves: bool,
    relief: Relief,
    mistake: Option<String>,
}

pub(super) async fn show(State(app): State<App>, s: Shell, Path(id): Path<String>) -> Answer {
    let relief = Relief {
        until: s.today().to_string(),
        reason: String::new(),
    };
    show_with(&app, s, &id, (relief, None)).await
}

async fn show_with(
    app: &App,
    s: Shell,
    id: &str,
    (relief, mistake): (Relief, Option<String>),
) -> Answer {
    let viewer = s.reader()?.clone();
    let mut db = app.read().await?;
    let entry = entry(&mut db, &viewer, id).await?;
    let about = [entry.recorded_by, entry.relieved_by];
    let names = people::names(&mut db, viewer.org, about.into_iter().flatten()).await?;
    let name = |person: Option<PersonId>| person.and_then(|person| names.get(&person).cloned());
    let confirmations = store::confirmations(&mut db, viewer.org).await?;
    let of_entry = || confirmations.iter().filter(|(of, ..)| *of == entry.id);
    let about = (entry.person, entry.recorded_by);
    let others = verbs::who_confirms(&mut db, viewer.org, s.today(), about).await?;
    page(EntryPage {
        meanings: list::said(&s, &entry),
        recorded_by: name(entry.recorded_by),
        relieved_by: name(entry.relieved_by),
        waits: !entry.is_first && of_entry().next().is_none(),
        in_office: entry.standing(s.today()) == Standing::InOffice,
        confirms: others.contains(&viewer.person)
            && !of_entry().any(|(_, by, ..)| *by == viewer.person),
        relieves: KEEPERS.iter().any(|role| viewer.is(*role)) && entry.relieved_on.is_none(),
        confirmations: of_entry()
            .map(|(_, _, name, at)| (name.clone(), *at))
            .collect(),
        relief,
        mistake,
        entry,
        s,
    })
}

async fn entry(
    db: &mut kit::db::Conn,
    viewer: &crate::identity::Viewer,
    id: &str,
) -> Result<Listed, Problem> {
    let id: AppointmentId = id.parse().map_err(|_| Problem::NotFound)?;
    store::entry(db, viewer.org, id)
        .await?
        .ok_or(Problem::NotFound)
}

pub(super) async fn confirm(State(app): State<App>, s: Shell, Path(id): Path<String>) -> Answer {
    let viewer = s.reader()?.clone();
    let entry = entry(&mut app.read().await?, &viewer, &id).await?;
    let done = app.act(&viewer, move |act| Box::pin(verbs::confirm(act, entry.id)));
    match done.await {
        Ok(()) => redirect_saying(
            format!("/top-management/{}", entry.id),
            s.t("register-confirmed"),
        ),
        Err(cannot) => Err(in_words(cannot, s.speech())),
    }
}

pub(super) async fn relieve(
    State(app): State<App>,
    s: Shell,
    Path(id): Path<String>,
    Form(relief): Form<Relief>,
) -> Answer {
    let viewer = s.reader()?.clone();
    let entry = entry(&mut app.read().await?, &viewer, &id).await?;
    let Ok(until) = relief.until.trim().parse() else {
        let mistake = s.t("people-not-a-day");
        return people::again(show_with(&app, s, &id, (relief, Some(mistake))).await);
    };
    let reason = relief.reason.clone();
    let done = app.act(&viewer, move |act| {
        Box::pin(verbs::relieve(act, entry.id, until, reason))
    });
    match done.await {
        Ok(()) => redirect_saying(
            format!("/top-management/{}", entry.id),
            s.t("register-relieved"),
        ),
        Err(cannot) => match in_words(cannot, s.speech()) {
            Problem::Refused(mistake) => {
                people::again(show_with(&app, s, &id, (relief, Some(mistake))).await)
            }
            problem => Err(problem),
        },
    }
}

/// The document that an appointment rests on.
pub(super) async fn basis(State(app): State<App>, s: Shell, Path(id): Path<String>) -> Answer {
    let viewer = s.reader()?.clone();
    let mut db = app.read().await?;
    let entry = entry(&mut db, &viewer, &id).await?;
    let digest = entry.basis_file.ok_or(Problem::NotFound)?;
    let name = people::files::name(&mut db, viewer.org, digest).await?;
    let name = name.ok_or(Problem::NotFound)?;
    let bytes = app.files.get(digest).await?.ok_or(Problem::NotFound)?;
    // Never shown in place: what somebody uploaded must not run as ours.
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            people::files::attachment(&name),
        ),
    ];
    Ok((headers, bytes).into_response())
}
