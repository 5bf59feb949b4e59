//! The worker beside the server: jobs as soon as they are committed, duties in their rhythm.
//!
//! Each runs in a task of its own. What panics is logged and starts again after a pause: a slip in
//! one duty must not stop the others, least of all the one that brings records into the log.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use anyhow::Result;
use futures_util::FutureExt;
use kit::jobs::Duty;
use tokio::task::JoinSet;

use crate::App;

/// How long a worker without news waits before it looks again: for jobs that fall due, and
/// for what other nodes committed.
const LOOK: Duration = Duration::from_secs(2);

/// How long what failed rests at least.
const REST: Duration = Duration::from_secs(5);

/// Works for ever; the caller stops it by dropping it.
pub async fn work(app: App) {
    let mut tasks = JoinSet::new();
    tasks.spawn(do_jobs(app.clone()));
    for duty in crate::duties() {
        tasks.spawn(repeat(app.clone(), duty, REST));
    }
    while tasks.join_next().await.is_some() {}
}

async fn do_jobs(app: App) {
    let jobs = crate::jobs();
    loop {
        let done = jobs.run_due(&app.db, &app.clock, &app);
        if !attempt("jobs", done).await {
            tokio::time::sleep(REST).await;
        }
        // Whichever comes first; that nothing came is news too.
        let _ = tokio::time::timeout(LOOK, app.committed.notified()).await;
    }
}

async fn repeat<A: Clone>(app: A, duty: Duty<A>, rest: Duration) {
    loop {
        let done = async { (duty.run)(app.clone()).await };
        let pause = match attempt(duty.name, done).await {
            true => duty.every,
            false => duty.every.max(rest),
        };
        tokio::time::sleep(pause).await;
    }
}

/// Does something once; `false` when it did not go well, which the log then says.
async fn attempt(name: &'static str, work: impl Future<Output = Result<()>>) -> bool {
    let failure = match AssertUnwindSafe(work).catch_unwind().await {
        Ok(Ok(())) => return true,
        Ok(Err(error)) => error,
        Err(panic) => kit::act::describe(&*panic),
    };
    tracing::error!(
        duty.name = name,
        "Duty failed and starts again: {failure:#}"
    );
    false
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Duration;

    use kit::jobs::Duty;

    use super::repeat;

    /// Panics before it begins, then on its way, and works from then on.
    fn slips(
        times: Arc<AtomicU32>,
    ) -> futures_util::future::BoxFuture<'static, anyhow::Result<()>> {
        let before = times.fetch_add(1, Ordering::SeqCst);
        assert!(before > 0, "before it begins");
        Box::pin(async move {
            assert!(before > 1, "on its way");
            Ok(())
        })
    }

    #[tokio::test]
    async fn a_duty_that_panics_starts_again() {
        let times = Arc::new(AtomicU32::new(0));
        let duty = Duty {
            name: "slips",
            every: Duration::from_millis(1),
            run: slips,
        };
        let working = tokio::spawn(repeat(times.clone(), duty, Duration::from_millis(2)));
        while times.load(Ordering::SeqCst) < 5 {
            tokio::task::yield_now().await;
        }
        assert!(!working.is_finished());
        working.abort();
    }
}
