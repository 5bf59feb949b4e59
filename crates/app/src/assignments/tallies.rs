//! How many have done it, without counting a hundred thousand people for each page.
//!
//! What was counted once is remembered with the size of the log, and the records since say what to
//! add: every acknowledgement has one, and gets its place exactly once. After a record of anything
//! else, after very many records, or on another day everybody is counted anew. So the numbers are
//! those of the tables at any moment, and nothing is written twice.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use anyhow::Result;
use kit::Day;
use kit::db::Conn;
use kit::id::OrgId;

use super::store::counting::{self, Audience, Counts, News};
use super::store::people::Tally;
use crate::documents::PublicationId;

/// Records that are looked at instead of counting everybody.
const NEWS: i64 = 2_000;
/// Counts kept at most; beyond that all are forgotten and made anew.
const KEPT: usize = 4_096;

/// The numbers of everybody whom a publication asks.
pub async fn tally_of(
    db: &mut Conn,
    org: OrgId,
    publication: PublicationId,
    today: Day,
) -> Result<Tally> {
    let everybody = Audience {
        publication,
        unit: None,
        today,
    };
    tally(db, org, everybody).await
}

/// The numbers of an audience.
pub(super) async fn tally(db: &mut Conn, org: OrgId, of: Audience) -> Result<Tally> {
    let (counts, waiting) = counted(db, org, &of).await?;
    let refused = counting::refused(db, org, &of).await?;
    let overdue_done = counts.overdue_done + waiting.overdue_waiting;
    Ok(Tally {
        asked: counts.asked,
        done: counts.done + waiting.waiting,
        declined: refused.declined,
        late: counts.overdue - overdue_done - refused.overdue,
    })
}

/// What stands in the log, and what waits for its place.
async fn counted(db: &mut Conn, org: OrgId, of: &Audience) -> Result<(Counts, News)> {
    if let Some(kept) = kept(org, of) {
        let news = counting::news(db, org, of, (kept.size, NEWS)).await?;
        if let Some(counts) = kept.with(&news) {
            keep(org, of, counts);
            return Ok((counts, news));
        }
    }
    let counts = counting::count(db, org, of).await?;
    keep(org, of, counts);
    // All of them: whoever waits for a place was not counted.
    let news = counting::news(db, org, of, (counts.size, i64::MAX)).await?;
    Ok((counts.plus(&news), news))
}

impl Counts {
    /// With what happened since, where that can be added up.
    fn with(self, news: &News) -> Option<Counts> {
        (news.others == 0 && news.records < NEWS).then(|| self.plus(news))
    }

    fn plus(self, news: &News) -> Counts {
        Counts {
            size: news.size,
            done: self.done + news.done,
            overdue_done: self.overdue_done + news.overdue_done,
            ..self
        }
    }
}

/// The counts in memory. They can be made again at any time, and another node keeps its own.
static COUNTS: LazyLock<Mutex<HashMap<(OrgId, Audience), Counts>>> = LazyLock::new(Mutex::default);

fn kept(org: OrgId, of: &Audience) -> Option<Counts> {
    let counts = COUNTS.lock().unwrap_or_else(PoisonError::into_inner);
    counts.get(&(org, of.clone())).copied()
}

fn keep(org: OrgId, of: &Audience, counted: Counts) {
    let mut counts = COUNTS.lock().unwrap_or_else(PoisonError::into_inner);
    if counts.len() >= KEPT {
        counts.clear();
    }
    counts.insert((org, of.clone()), counted);
}
