//! One page that says whether the installation is well, each line with its state.

use axum::extract::State;
use kit::web::Answer;

use super::super::store;
use crate::shell::{Shell, page};
use crate::{App, ledger};

/// Below this share of free disk somebody should look.
const TIGHT: u64 = 10;

#[derive(askama::Template)]
#[template(path = "operations/pages/overview.html")]
struct OverviewPage {
    s: Shell,
    version: &'static str,
    database: &'static str,
    mail: bool,
    files: bool,
    log_continues: bool,
    log_size: i64,
    log_last: String,
    leaves_waiting: i64,
    jobs_waiting: i64,
    jobs_failed: i64,
    disk: Option<Disk>,
}

struct Disk {
    whole: String,
    tenth: String,
    percent: u64,
    tight: bool,
}

pub(super) async fn show(State(app): State<App>, s: Shell) -> Answer {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let head = ledger::head(&mut db, org).await?;
    let (jobs_waiting, jobs_failed) = store::count_jobs(&mut db, org).await?;
    let leaves_waiting = store::count_leaves_waiting(&mut db, org).await?;
    page(OverviewPage {
        version: env!("CARGO_PKG_VERSION"),
        database: app.db.kind(),
        mail: app.mailer.is_some(),
        files: app.config.files.is_some(),
        log_continues: ledger::continues(&app).await.is_ok(),
        log_size: head.size,
        log_last: s.moment(&head.last_at),
        leaves_waiting,
        jobs_waiting,
        jobs_failed,
        disk: disk(&app.config.data),
        s,
    })
}

/// What is left where the data folder is; `None` where the system does not say.
fn disk(folder: &std::path::Path) -> Option<Disk> {
    let all = rustix::fs::statvfs(folder).ok()?;
    let percent = (all.f_bavail * 100).checked_div(all.f_blocks)?;
    let tenths = all.f_bavail.saturating_mul(all.f_frsize) / (1 << 30) * 10
        + all.f_bavail.saturating_mul(all.f_frsize) % (1 << 30) * 10 / (1 << 30);
    Some(Disk {
        whole: (tenths / 10).to_string(),
        tenth: (tenths % 10).to_string(),
        percent,
        tight: percent < TIGHT,
    })
}
