//! What reminders a publication had, and the switch that stops them.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use kit::web::{Answer, Form, Problem, in_words};
use serde::Deserialize;

use super::super::store::reminders::{self, RoundDone, Switch};
use super::super::switch::{begin_reminders, stop_reminders};
use super::publication_id;
use crate::App;
use crate::documents::{self, Publication, PublicationId};
use crate::shell::{Shell, page, redirect_saying};

#[derive(askama::Template)]
#[template(path = "assignments/pages/reminders.html")]
struct RemindersPage {
    s: Shell,
    publication: Publication,
    rounds: Vec<RoundDone>,
    switch: Option<Switch>,
    stopped: bool,
    problem: Option<String>,
}

impl RemindersPage {
    fn said(&self) -> &'static str {
        match self.stopped {
            true => "reminders-stopped-by",
            false => "reminders-begun-by",
        }
    }
}

pub(super) async fn show(
    State(app): State<App>,
    Path(publication): Path<String>,
    s: Shell,
) -> Answer {
    shown(&app, s, publication_id(&publication)?, None).await
}

async fn shown(app: &App, s: Shell, id: PublicationId, problem: Option<String>) -> Answer {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let publication = documents::publication(&mut db, org, id)
        .await?
        .ok_or(Problem::NotFound)?;
    let rounds = reminders::rounds(&mut db, org, id).await?;
    let switch = reminders::switch(&mut db, org, id).await?;
    page(RemindersPage {
        stopped: switch.as_ref().is_some_and(|switch| switch.stops),
        s,
        publication,
        rounds,
        switch,
        problem,
    })
}

#[derive(Debug, Deserialize)]
pub(super) struct SwitchForm {
    stop: bool,
    reason: String,
}

pub(super) async fn update(
    State(app): State<App>,
    Path(publication): Path<String>,
    s: Shell,
    Form(form): Form<SwitchForm>,
) -> Answer {
    let id = publication_id(&publication)?;
    let viewer = s.reader()?.clone();
    let said = match form.stop {
        true => s.t("reminders-stopped"),
        false => s.t("reminders-begun"),
    };
    let switched = app
        .act(&viewer, move |act| {
            Box::pin(async move {
                match form.stop {
                    true => stop_reminders(act, id, &form.reason).await,
                    false => begin_reminders(act, id, &form.reason).await,
                }
            })
        })
        .await;
    match switched {
        Ok(()) => redirect_saying(format!("/publications/{id}/reminders"), said),
        Err(refusal) => match in_words(refusal, s.speech()) {
            Problem::Refused(sentence) => {
                let mut answer = shown(&app, s, id, Some(sentence)).await?;
                *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
                Ok(answer)
            }
            problem => Err(problem),
        },
    }
}
