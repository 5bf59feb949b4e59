//! Work behind the scenes, of two kinds.
//!
//! A *job* carries ids, was enqueued by the transaction that causes it, runs at least once
//! and says at each step whether to retry or to fail. A *duty* takes no input, compares what
//! should be with what is, and may run twice or late without harm.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use jiff::SignedDuration;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::act::describe;
use crate::args;
use crate::db::{Conn, Db, FromRow, Sql};
use crate::id::{JobId, OrgId};
use crate::time::{Clock, Moment};

/// How long a claimed job belongs to its worker before another may take it.
const LEASE: SignedDuration = SignedDuration::from_secs(120);
/// After so many attempts a job that asks for another is given up.
const ATTEMPTS: i64 = 12;

/// Why a job did not get done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Something passing: try again later.
    #[error("{0:#}")]
    Retry(anyhow::Error),
    /// It can never succeed; the sentence is for the person who looks at the list of jobs.
    #[error("{0}")]
    Fail(String),
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Failure {
        Failure::Retry(error)
    }
}

/// An order, kept as a row until it is done. `App` is what it works on.
pub trait Job<App>: Serialize + DeserializeOwned + Send + 'static {
    const KIND: &'static str;
    fn run(self, org: OrgId, app: App) -> impl Future<Output = Result<(), Failure>> + Send;
}

type Runner<App> =
    Arc<dyn Fn(OrgId, App, &str) -> BoxFuture<'static, Result<(), Failure>> + Send + Sync>;

/// The kinds of jobs that a worker knows.
pub struct Jobs<App>(Vec<(&'static str, Runner<App>)>);

impl<App> std::fmt::Debug for Jobs<App> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list()
            .entries(self.0.iter().map(|(kind, _)| kind))
            .finish()
    }
}

impl<App> Default for Jobs<App> {
    fn default() -> Jobs<App> {
        Jobs(Vec::new())
    }
}

impl<App: Clone + Send + 'static> Jobs<App> {
    /// Adds a kind.
    pub fn with<J: Job<App>>(mut self) -> Jobs<App> {
        let run: Runner<App> = Arc::new(|org, app, body| match serde_json::from_str::<J>(body) {
            Ok(job) => Box::pin(job.run(org, app)),
            Err(e) => {
                let sentence = format!("the order cannot be read: {e}");
                Box::pin(async { Err(Failure::Fail(sentence)) })
            }
        });
        self.0.push((J::KIND, run));
        self
    }

    /// Runs one due job, if there is one.
    pub async fn run_one(&self, db: &Db, clock: &Clock, app: &App) -> Result<bool> {
        let Some(job) = claim(db, clock.now()).await? else {
            return Ok(false);
        };
        let outcome = match self.0.iter().find(|(kind, _)| *kind == job.kind) {
            Some((_, run)) => {
                let done = AssertUnwindSafe(run(job.org, app.clone(), &job.body));
                done.catch_unwind()
                    .await
                    .unwrap_or_else(|panic| Err(Failure::Retry(describe(&*panic))))
            }
            None => Err(Failure::Fail(format!("nobody here can do {:?}", job.kind))),
        };
        settle(db, clock.now(), &job, outcome).await?;
        Ok(true)
    }

    /// Runs every job that is due, until none is left.
    pub async fn run_due(&self, db: &Db, clock: &Clock, app: &App) -> Result<()> {
        while self.run_one(db, clock, app).await? {}
        Ok(())
    }
}

/// Enqueues inside the transaction that causes the work. The same `unique` text while a job
/// of it is waiting is the same job.
pub(crate) fn enqueue(
    conn: &mut Conn,
    (id, org): (JobId, OrgId),
    (kind, body, unique): (&str, String, Option<String>),
    run_at: Moment,
) {
    conn.insert_soon(
        "INSERT INTO job (id, org, kind, body, unique_key, run_at, attempts)",
        vec![args![id, org, kind, body, unique, run_at, 0i64]],
        "ON CONFLICT DO NOTHING",
    );
}

#[derive(Debug, FromRow)]
struct Claimed {
    id: JobId,
    org: OrgId,
    kind: String,
    body: String,
    attempts: i64,
}

const CLAIM: Sql = Sql::each(
    "UPDATE job SET leased_until = $2, attempts = attempts + 1 WHERE id = \
     (SELECT id FROM job WHERE done_at IS NULL AND failed_at IS NULL AND run_at <= $1 \
      AND (leased_until IS NULL OR leased_until < $1) ORDER BY run_at, id LIMIT 1) \
     RETURNING id, org, kind, body, attempts",
    "UPDATE job SET leased_until = $2, attempts = attempts + 1 WHERE id = \
     (SELECT id FROM job WHERE done_at IS NULL AND failed_at IS NULL AND run_at <= $1 \
      AND (leased_until IS NULL OR leased_until < $1) ORDER BY run_at, id LIMIT 1 \
      FOR UPDATE SKIP LOCKED) \
     RETURNING id, org, kind, body, attempts",
);

async fn claim(db: &Db, now: Moment) -> Result<Option<Claimed>> {
    if !is_due(db, now).await? {
        return Ok(None);
    }
    crate::act::plainly(db, move |conn| {
        Box::pin(conn.maybe::<Claimed>(CLAIM, args![now, now.plus(LEASE)]))
    })
    .await
}

/// A look before the claim, so that an idle worker never writes.
async fn is_due(db: &Db, now: Moment) -> Result<bool> {
    let due: Option<(i64,)> = db
        .read()
        .await?
        .maybe(
            "SELECT run_at FROM job WHERE done_at IS NULL AND failed_at IS NULL AND run_at <= $1 \
             AND (leased_until IS NULL OR leased_until < $1) LIMIT 1",
            args![now],
        )
        .await?;
    Ok(due.is_some())
}

async fn settle(db: &Db, now: Moment, job: &Claimed, outcome: Result<(), Failure>) -> Result<()> {
    let (sql, args) = match outcome {
        Ok(()) => (
            // What is done is known to have been done; what it said is nobody's any more.
            "UPDATE job SET done_at = $2, unique_key = NULL, body = '' WHERE id = $1",
            args![job.id, now],
        ),
        Err(Failure::Retry(error)) if job.attempts < ATTEMPTS => {
            tracing::warn!(job.id = %job.id, job.kind, "Job will be tried again: {error:#}");
            (
                "UPDATE job SET leased_until = NULL, run_at = $2, note = $3 WHERE id = $1",
                args![job.id, now.plus(pause(job.attempts)), format!("{error:#}")],
            )
        }
        Err(failure) => {
            tracing::error!(job.id = %job.id, job.kind, "Job failed: {failure}");
            (
                "UPDATE job SET failed_at = $2, note = $3, unique_key = NULL WHERE id = $1",
                args![job.id, now, failure.to_string()],
            )
        }
    };
    crate::act::plainly(db, move |conn| Box::pin(conn.run(sql, args.clone()))).await?;
    Ok(())
}

/// 10 s, 20 s, 40 s … up to an hour.
fn pause(attempts: i64) -> SignedDuration {
    SignedDuration::from_secs((10 << attempts.clamp(1, 9).saturating_sub(1)).min(3600))
}

/// Work that is done again and again.
pub struct Duty<App> {
    pub name: &'static str,
    pub every: Duration,
    pub run: fn(App) -> BoxFuture<'static, Result<()>>,
}

impl<App> std::fmt::Debug for Duty<App> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Duty({})", self.name)
    }
}
