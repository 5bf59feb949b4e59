//! Ending a role, with the reason.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kit::web::{Answer, Form, Problem, in_words};
use serde::Deserialize;

use super::holders::time;
use crate::App;
use crate::identity::GrantId;
use crate::identity::roles::end_grant;
use crate::identity::roles::store::{self, Held};
use crate::shell::{Shell, page, redirect_saying};

#[derive(Debug, Default, Deserialize)]
pub(in crate::identity::roles) struct Ending {
    #[serde(default)]
    reason: String,
}

#[derive(Template)]
#[template(path = "identity/roles/pages/ending.html")]
struct EndingPage {
    held: Held,
    role: String,
    time: String,
    reason: String,
    error: Option<String>,
    s: Shell,
}

pub(in crate::identity::roles) async fn show(
    State(app): State<App>,
    s: Shell,
    Path(grant): Path<String>,
) -> Answer {
    ending_page(
        &app,
        s,
        grant.parse().map_err(|_| Problem::NotFound)?,
        (String::new(), None),
    )
    .await
}

pub(in crate::identity::roles) async fn end(
    State(app): State<App>,
    s: Shell,
    Path(grant): Path<String>,
    Form(Ending { reason }): Form<Ending>,
) -> Answer {
    let grant: GrantId = grant.parse().map_err(|_| Problem::NotFound)?;
    let (today, why) = (s.today(), reason.clone());
    let ended = app.act(s.reader()?, move |act| {
        Box::pin(end_grant(act, grant, today, why))
    });
    match ended.await {
        Ok(()) => redirect_saying("/roles", s.t("roles-ended")),
        Err(refusal) => match in_words(refusal, s.speech()) {
            Problem::Refused(error) => ending_page(&app, s, grant, (reason, Some(error))).await,
            problem => Err(problem),
        },
    }
}

async fn ending_page(
    app: &App,
    s: Shell,
    grant: GrantId,
    (reason, error): (String, Option<String>),
) -> Answer {
    let org = s.reader()?.org;
    let held = store::one_held(&mut app.read().await?, org, grant).await?;
    let held = held.ok_or(Problem::NotFound)?;
    let is_refused = error.is_some();
    let mut response = page(EndingPage {
        role: s.t(&format!("role-{}", held.role)),
        time: time(&s, &held),
        held,
        reason,
        error,
        s,
    })?;
    if is_refused {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}
