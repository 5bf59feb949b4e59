//! Trying a failed job again.

use kit::Act;
use kit::id::JobId;

use super::store;

#[derive(Debug, thiserror::Error)]
pub enum CannotRetry {
    #[error("There is no such job.")]
    NoSuchJob,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotRetry { NoSuchJob is NotFound });

/// Lets a job that was given up run once more. One that waits or is done is left as it is, so
/// that pressing twice is pressing once. Nothing is recorded: the job itself does that.
pub async fn retry(act: &mut Act, job: JobId) -> Result<(), CannotRetry> {
    let (org, now) = (act.org(), act.now());
    let failed = store::job_failed(&mut act.db, org, job).await?;
    if failed.ok_or(CannotRetry::NoSuchJob)? {
        store::revive(&mut act.db, org, job, now).await?;
    }
    Ok(())
}
