//! The jobs that wait or were given up, and the button that tries one again.

use axum::extract::{Path, State};
use kit::id::JobId;
use kit::web::{Answer, Problem, Query};
use serde::Deserialize;

use super::super::store::{self, JobState, Listed};
use crate::App;
use crate::shell::{Shell, page, redirect_saying};

const PAGE: usize = 50;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    state: Option<JobState>,
    before: Option<JobId>,
}

#[derive(askama::Template)]
#[template(path = "operations/pages/jobs.html")]
struct JobsPage {
    s: Shell,
    state: JobState,
    failed: bool,
    jobs: Vec<Listed>,
    next: Option<String>,
}

impl JobsPage {
    /// The words of this list.
    fn said(&self, part: &str) -> String {
        self.s.t(&format!("operations-jobs-{}-{part}", self.state))
    }

    /// What a job does; one of a later version keeps the name it has for programs.
    fn kind(&self, job: &Listed) -> String {
        let word = format!("operations-job-{}", job.kind);
        match self.s.speech().knows(&word) {
            true => self.s.t(&word),
            false => job.kind.clone(),
        }
    }
}

pub(super) async fn index(State(app): State<App>, Query(asked): Query<Asked>, s: Shell) -> Answer {
    let org = s.reader()?.org;
    let state = asked.state.unwrap_or(JobState::Failed);
    let mut db = app.read().await?;
    let mut jobs = store::jobs(&mut db, org, state, asked.before, PAGE as i64 + 1).await?;
    let more = jobs.len() > PAGE;
    jobs.truncate(PAGE);
    let next = jobs
        .last()
        .filter(|_| more)
        .map(|last| format!("/operations/jobs?state={state}&before={}", last.id));
    page(JobsPage {
        state,
        failed: state == JobState::Failed,
        jobs,
        next,
        s,
    })
}

pub(super) async fn retry(State(app): State<App>, Path(job): Path<String>, s: Shell) -> Answer {
    let job: JobId = job.parse().map_err(|_| Problem::NotFound)?;
    app.act(s.reader()?, move |act| {
        Box::pin(super::super::retry(act, job))
    })
    .await?;
    redirect_saying("/operations/jobs", s.t("operations-job-tried-again"))
}
