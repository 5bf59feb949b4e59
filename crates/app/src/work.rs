//! The worker beside the server: jobs as soon as they are committed, duties in their rhythm.

use std::time::Duration;

use futures_util::future::join_all;
use kit::jobs::Duty;

use crate::App;

/// How long a worker without news waits before it looks again: for jobs that fall due, and
/// for what other nodes committed.
const LOOK: Duration = Duration::from_secs(2);

/// Works for ever; the caller stops it by dropping it.
pub async fn work(app: App) {
    tokio::join!(
        do_jobs(app.clone()),
        join_all(
            crate::duties()
                .into_iter()
                .map(|duty| repeat(app.clone(), duty))
        )
    );
}

async fn do_jobs(app: App) {
    let jobs = crate::jobs();
    loop {
        if let Err(error) = jobs.run_due(&app.db, &app.clock, &app).await {
            tracing::error!("Failed to look for jobs: {error:#}");
            tokio::time::sleep(LOOK).await;
        }
        // Whichever comes first; that nothing came is news too.
        let _ = tokio::time::timeout(LOOK, app.committed.notified()).await;
    }
}

async fn repeat(app: App, duty: Duty<App>) {
    loop {
        if let Err(error) = (duty.run)(app.clone()).await {
            tracing::error!(duty.name, "Duty failed: {error:#}");
        }
        tokio::time::sleep(duty.every).await;
    }
}
