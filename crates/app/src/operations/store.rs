//! Queries of jobs, and sums for the metrics. A job's order is never read here: it may name people.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{JobId, OrgId};
use kit::{Moment, args};

/// Sums over every organisation: counts and nothing else.
#[derive(Debug, FromRow)]
pub(super) struct Figures {
    pub(super) log_entries: i64,
    pub(super) leaves_waiting: i64,
    pub(super) jobs_waiting: i64,
    pub(super) jobs_failed: i64,
}

pub(super) async fn figures(db: &mut Conn) -> Result<Figures> {
    db.one(
        "SELECT (SELECT CAST(coalesce(sum(size), 0) AS BIGINT) FROM log_state) AS log_entries, \
                (SELECT count(*) FROM leaf WHERE idx IS NULL) AS leaves_waiting, \
                (SELECT count(*) FROM job WHERE done_at IS NULL AND failed_at IS NULL) AS jobs_waiting, \
                (SELECT count(*) FROM job WHERE failed_at IS NOT NULL) AS jobs_failed",
        vec![],
    )
    .await
}

kit::words_of! {
    /// Which jobs a list shows.
    pub(super) enum JobState { Waiting = "waiting", Failed = "failed" }
}

/// How many jobs of an organisation wait, and how many were given up.
pub(super) async fn count_jobs(db: &mut Conn, org: OrgId) -> Result<(i64, i64)> {
    db.one(
        "SELECT (SELECT count(*) FROM job WHERE org = $1 AND done_at IS NULL AND failed_at IS NULL), \
                (SELECT count(*) FROM job WHERE org = $1 AND failed_at IS NOT NULL)",
        args![org],
    )
    .await
}

/// How many leaves of an organisation wait for their place.
pub(super) async fn count_leaves_waiting(db: &mut Conn, org: OrgId) -> Result<i64> {
    let (n,): (i64,) = db
        .one(
            "SELECT count(*) FROM leaf WHERE org = $1 AND idx IS NULL",
            args![org],
        )
        .await?;
    Ok(n)
}

/// A job as a list shows it.
#[derive(Debug, FromRow)]
pub(super) struct Listed {
    pub(super) id: JobId,
    pub(super) kind: String,
    pub(super) attempts: i64,
    /// When it runs again, or when it was given up.
    pub(super) at: Moment,
    pub(super) note: Option<String>,
}

/// Jobs of a state, newest first.
pub(super) async fn jobs(
    db: &mut Conn,
    org: OrgId,
    state: JobState,
    before: Option<JobId>,
    most: i64,
) -> Result<Vec<Listed>> {
    let query = match state {
        JobState::Waiting => {
            "SELECT id, kind, attempts, run_at AS at, note FROM job \
             WHERE org = $1 AND done_at IS NULL AND failed_at IS NULL AND ($2 = '' OR id < $2) \
             ORDER BY id DESC LIMIT $3"
        }
        JobState::Failed => {
            "SELECT id, kind, attempts, failed_at AS at, note FROM job \
             WHERE org = $1 AND failed_at IS NOT NULL AND ($2 = '' OR id < $2) \
             ORDER BY id DESC LIMIT $3"
        }
    };
    let before = before.map(|id| id.to_string()).unwrap_or_default();
    db.all(query, args![org, before, most]).await
}

/// Is there such a job, and was it given up?
pub(super) async fn job_failed(db: &mut Conn, org: OrgId, job: JobId) -> Result<Option<bool>> {
    let found: Option<(Option<Moment>,)> = db
        .maybe(
            "SELECT failed_at FROM job WHERE org = $1 AND id = $2",
            args![org, job],
        )
        .await?;
    Ok(found.map(|(failed_at,)| failed_at.is_some()))
}

/// Lets a job that was given up run again from its first attempt.
pub(super) async fn revive(db: &mut Conn, org: OrgId, job: JobId, now: Moment) -> Result<()> {
    db.run(
        "UPDATE job SET failed_at = NULL, leased_until = NULL, attempts = 0, run_at = $3 \
         WHERE org = $1 AND id = $2 AND failed_at IS NOT NULL",
        args![org, job, now],
    )
    .await?;
    Ok(())
}
