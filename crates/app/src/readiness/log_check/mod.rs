//! Re-reading the whole log, once a day and batch by batch: every record against its leaf, every
//! leaf in its place, the root of all of them against the signed checkpoint.
//!
//! What was found is a row; the rule `log-broken` reads it. Nothing is mended here: a log that
//! does not fit is kept as it is.

mod finding;
mod store;

use anyhow::{Context, Result};
use jiff::tz::TimeZone;
use kit::db::Conn;
use kit::id::OrgId;
use record::{Commitment, Leaf, Salt};
use tlog::{Checkpoint, Frontier};

use crate::App;
use crate::ledger::{self, Head};

pub(super) use finding::Finding;
pub(super) use store::{CheckRow, checks};

/// Records per query: a few megabytes at a time, whatever the size of the log.
const BATCH: i64 = 4096;

/// The duty: re-reads every log that was not re-read today, or whose last reading found something.
pub(super) async fn verify_log(app: App) -> Result<()> {
    let organisations = store::organisations(&mut app.read().await?).await?;
    for org in organisations {
        verify_today(&app, org).await?;
    }
    Ok(())
}

async fn verify_today(app: &App, org: OrgId) -> Result<()> {
    let mut db = app.db.snapshot().await?;
    let now = app.clock.now();
    let zone = super::store::zone(&mut db, org).await?;
    let today = now.day(&TimeZone::get(&zone).context("the organisation's time zone")?);
    let last = store::last_check(&mut db, org).await?;
    if last
        .as_ref()
        .is_some_and(|last| last.day == today && last.records > 0)
    {
        return Ok(());
    }
    let head = ledger::head(&mut db, org).await?;
    let found = reread(&mut db, org, &head).await?;
    if found != Finding::Intact {
        tracing::error!(org.id = %org, "The log {} does not verify: {}", head.origin, found.sentence());
    }
    let (word, place) = found.stored();
    let same = last.filter(|last| last.finding == word);
    let check = CheckRow {
        day: today,
        finding: word.to_owned(),
        place,
        records: head.size,
        found_at: same.map_or(now, |last| last.found_at),
        checked_at: now,
    };
    kit::act::plainly(&app.db, move |db| {
        Box::pin(store::keep_check(db, org, check))
    })
    .await
}

/// Reads every record up to the signed size.
async fn reread(db: &mut Conn, org: OrgId, head: &Head) -> Result<Finding> {
    let Ok(signed) = Checkpoint::open(&head.checkpoint, &head.origin, &[head.key.parse()?]) else {
        return Ok(Finding::Checkpoint);
    };
    if i64::try_from(signed.size()) != Ok(head.size) {
        return Ok(Finding::Checkpoint);
    }
    let mut tree = Frontier::default();
    while tree.size() < signed.size() {
        let from = tree.size() as i64;
        let most = BATCH.min(head.size - from);
        let leaves = store::leaves(db, org, from, most).await?;
        if leaves.is_empty() {
            return Ok(Finding::Missing(tree.size()));
        }
        for leaf in leaves {
            if let Err(found) = take(&mut tree, &leaf) {
                return Ok(found);
            }
        }
    }
    Ok(if tree.root() == signed.root() {
        Finding::Intact
    } else {
        Finding::OtherRoot
    })
}

/// Adds the next leaf, if it is the next one and its record the one it was made for.
fn take(tree: &mut Frontier, row: &store::LeafRow) -> Result<(), Finding> {
    let place = tree.size();
    if row.idx as u64 != place {
        return Err(Finding::Missing(place));
    }
    let leaf = Leaf::parse(&row.leaf).map_err(|_| Finding::Altered(place))?;
    if !fits(&leaf, row) {
        return Err(Finding::Altered(place));
    }
    tree.push(leaf.hash());
    Ok(())
}

/// A record whose salt was erased cannot be compared any more, and is not meant to be.
fn fits(leaf: &Leaf, row: &store::LeafRow) -> bool {
    let (Some(record), Some(salt)) = (&row.record, &row.salt) else {
        return true;
    };
    <[u8; 32]>::try_from(salt.as_slice())
        .is_ok_and(|salt| Commitment::to(record, &Salt(salt)) == leaf.commitment)
}
