//! Re-reading the whole log, batch by batch: every record against its leaf and against what the
//! database repeats of it, every leaf in its place, the root of all of them against the signed
//! checkpoint.
//!
//! It is done once a day, and at once for whoever asks on the command line or issues a pack. What
//! was found is a row; the rule `log-broken` reads it. Nothing is mended here: a log that does not
//! fit is kept as it is.

mod entries;
mod finding;
mod store;

use anyhow::{Context, Result};
use jiff::tz::TimeZone;
use kit::Moment;
use kit::db::Conn;
use kit::id::OrgId;
use kit::reconcile::Difference;

use crate::App;
use crate::ledger;

pub use finding::Finding;
pub(super) use store::{CheckRow, checks};

/// What a re-reading found.
#[derive(Debug, Clone)]
pub struct Reread {
    /// How many records the signed checkpoint speaks of.
    pub records: u64,
    pub finding: Finding,
}

/// The duty: re-reads every log that was not re-read today, or had nothing in it then.
pub(super) async fn verify_log(app: App) -> Result<()> {
    let organisations = store::organisations(&mut app.read().await?).await?;
    for org in organisations {
        if is_due(&app, org).await? {
            reread(&app, org, |_, _| {}).await?;
        }
    }
    Ok(())
}

async fn is_due(app: &App, org: OrgId) -> Result<bool> {
    let mut db = app.read().await?;
    let zone = super::store::zone(&mut db, org).await?;
    let zone = TimeZone::get(&zone).context("the organisation's time zone")?;
    let last = store::last_check(&mut db, org).await?;
    let today = app.clock.now().day(&zone);
    Ok(last.is_none_or(|last| last.day != today || last.records == 0))
}

/// Re-reads a log now and keeps what was found. `progress` hears how many of how many records
/// are read. Memory does not grow with the log.
pub async fn reread(
    app: &App,
    org: OrgId,
    mut progress: impl FnMut(u64, u64) + Send,
) -> Result<Reread> {
    let mut db = app.db.snapshot().await?;
    let head = ledger::head(&mut db, org).await?;
    let finding = find(&mut db, org, &head, &mut progress).await?;
    if finding != Finding::Intact {
        tracing::error!(org.id = %org, "The log {} does not verify: {}", head.origin, finding.sentence());
    }
    let read = Reread {
        records: u64::try_from(head.size)?,
        finding,
    };
    keep(app, &mut db, org, &read).await?;
    Ok(read)
}

async fn find(
    db: &mut Conn,
    org: OrgId,
    head: &ledger::Head,
    progress: &mut (impl FnMut(u64, u64) + Send),
) -> Result<Finding> {
    let found = entries::reread(db, org, head, progress).await?;
    if found != Finding::Intact {
        return Ok(found);
    }
    let differs = rows(db, org).await?;
    Ok(differs.map_or(Finding::Intact, Finding::from))
}

/// What the rows say beside the records they rest on: asked only where the records are as logged.
async fn rows(db: &mut Conn, org: OrgId) -> Result<Option<Difference>> {
    for table in crate::reconciled() {
        if let Some(found) = table.check(db, org).await? {
            return Ok(Some(found));
        }
    }
    for together in crate::RECONCILED_TOGETHER {
        if let Some(found) = together(db, org).await? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// The same finding on another day keeps the time at which it was found first.
async fn keep(app: &App, db: &mut Conn, org: OrgId, read: &Reread) -> Result<()> {
    let now: Moment = app.clock.now();
    let zone = super::store::zone(db, org).await?;
    let zone = TimeZone::get(&zone).context("the organisation's time zone")?;
    let (word, place) = read.finding.stored();
    let last = store::last_check(db, org).await?;
    let same = last.filter(|last| last.finding == word);
    let check = CheckRow {
        day: now.day(&zone),
        finding: word,
        place,
        records: i64::try_from(read.records)?,
        found_at: same.map_or(now, |last| last.found_at),
        checked_at: now,
    };
    kit::act::plainly(&app.db, move |db| {
        Box::pin(store::keep_check(db, org, check))
    })
    .await
}
