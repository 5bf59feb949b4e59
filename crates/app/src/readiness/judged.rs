//! What the rules say, kept until the evidence changes.
//!
//! A result is remembered per organisation and day together with a stamp of the evidence it rests
//! on; one small query tells whether it still holds, so a page costs the same for ten people and
//! for a hundred thousand.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use anyhow::{Context, Result};
use jiff::tz::TimeZone;
use kit::Day;
use kit::db::Conn;
use kit::id::OrgId;
use rules::Readiness;
use rules::facts::Facts;
use rules::questions::{Standing, answers};

use super::evidence::Evidence;
use super::parity::{self, Parity};
use super::store::{self, Stamp};
use crate::App;

/// Results kept at most; beyond that all are forgotten and worked out anew.
const KEPT: usize = 512;

/// What the rules say as at a day.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) readiness: Readiness,
    pub(super) parity: Vec<Parity>,
}

/// How many questions were answered at the end of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) day: Day,
    pub(super) answered: usize,
}

/// The facts as at a day, for whoever wants to judge them elsewhere: a pack, an auditor.
pub async fn facts(db: &mut Conn, org: OrgId, as_at: Day) -> Result<Facts> {
    Ok(Evidence::gather(db, org, &[as_at]).await?.as_at(as_at))
}

/// Today, as the organisation counts its days.
pub(super) async fn today(app: &App, org: OrgId) -> Result<Day> {
    let zone = store::zone(&mut app.read().await?, org).await?;
    let zone = TimeZone::get(&zone).context("the organisation's time zone")?;
    Ok(app.clock.now().day(&zone))
}

/// What every rule says as at a day.
pub(super) async fn judged(app: &App, org: OrgId, as_at: Day) -> Result<Arc<Judged>> {
    let stamp = store::stamp(&mut app.read().await?, org).await?;
    if let Some(kept) = Kept::find(org, as_at, &stamp) {
        return Ok(kept);
    }
    let mut db = app.db.snapshot().await?;
    let evidence = Evidence::gather(&mut db, org, &[as_at]).await?;
    let judged = tokio::task::spawn_blocking(move || Arc::new(judge_all(&evidence, as_at))).await?;
    Kept::keep(org, as_at, stamp, judged.clone());
    Ok(judged)
}

fn judge_all(evidence: &Evidence, as_at: Day) -> Judged {
    let facts = evidence.as_at(as_at);
    Judged {
        readiness: rules::judge(&facts),
        parity: parity::of(&facts),
    }
}

/// How many questions were answered at the end of each of the last months, and on the day itself.
///
/// What was known at the end of a past day never changes, so those points are worked out once.
pub(super) async fn trend(app: &App, org: OrgId, as_at: Day) -> Result<Vec<Point>> {
    let past = month_ends(as_at);
    let missing: Vec<Day> = past
        .iter()
        .copied()
        .filter(|day| Kept::point(org, *day).is_none())
        .collect();
    if !missing.is_empty() {
        let mut db = app.db.snapshot().await?;
        let evidence = Evidence::gather(&mut db, org, &missing).await?;
        tokio::task::spawn_blocking(move || count_answers(org, &evidence, &missing)).await?;
    }
    let mut points: Vec<Point> = past
        .into_iter()
        .filter_map(|day| {
            Some(Point {
                day,
                answered: Kept::point(org, day)?,
            })
        })
        .collect();
    points.push(Point {
        day: as_at,
        answered: answered(&judged(app, org, as_at).await?.readiness),
    });
    Ok(points)
}

fn count_answers(org: OrgId, evidence: &Evidence, days: &[Day]) {
    for day in days {
        let readiness = rules::judge(&evidence.as_at(*day));
        Kept::keep_point(org, *day, answered(&readiness));
    }
}

/// Questions that current evidence answers.
pub(super) fn answered(readiness: &Readiness) -> usize {
    answers(readiness)
        .iter()
        .filter(|answer| answer.standing == Standing::Answered)
        .count()
}

/// The last days of the eleven months before.
fn month_ends(as_at: Day) -> Vec<Day> {
    let first = Day(as_at.0.first_of_month());
    (0..11)
        .rev()
        .map(|back| first.plus_months(-back).plus_days(-1))
        .collect()
}

/// The results in memory. They can be worked out again at any time, and another node keeps its own.
struct Kept;

type Results = BTreeMap<(OrgId, Day), (Stamp, Arc<Judged>)>;

static RESULTS: LazyLock<Mutex<Results>> = LazyLock::new(Mutex::default);
static POINTS: LazyLock<Mutex<BTreeMap<(OrgId, Day), usize>>> = LazyLock::new(Mutex::default);

impl Kept {
    fn point(org: OrgId, day: Day) -> Option<usize> {
        let points = POINTS.lock().unwrap_or_else(PoisonError::into_inner);
        points.get(&(org, day)).copied()
    }

    fn keep_point(org: OrgId, day: Day, answered: usize) {
        let mut points = POINTS.lock().unwrap_or_else(PoisonError::into_inner);
        points.insert((org, day), answered);
    }

    fn find(org: OrgId, day: Day, stamp: &Stamp) -> Option<Arc<Judged>> {
        let results = RESULTS.lock().unwrap_or_else(PoisonError::into_inner);
        let (kept, judged) = results.get(&(org, day))?;
        (kept == stamp).then(|| judged.clone())
    }

    fn keep(org: OrgId, day: Day, stamp: Stamp, judged: Arc<Judged>) {
        let mut results = RESULTS.lock().unwrap_or_else(PoisonError::into_inner);
        if results.len() >= KEPT {
            results.clear();
        }
        results.insert((org, day), (stamp, judged));
    }
}

#[cfg(test)]
mod tests {
    use super::month_ends;

    #[test]
    fn the_trend_looks_back_over_eleven_month_ends() {
        let days = month_ends("2026-03-10".parse().unwrap());
        assert_eq!(days.len(), 11);
        assert_eq!(days[0].to_string(), "2025-04-30");
        assert_eq!(days[10].to_string(), "2026-02-28");
    }
}
