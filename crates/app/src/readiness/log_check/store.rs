//! Queries of the log's re-reading.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::OrgId;
use kit::{Day, Moment, args};

/// A leaf in its place, with what it commits to and what the table repeats of that.
#[derive(Debug, FromRow)]
pub(super) struct LeafRow {
    pub(super) org: String,
    pub(super) id: String,
    pub(super) idx: Option<i64>,
    pub(super) leaf: Vec<u8>,
    pub(super) record: Option<Vec<u8>>,
    pub(super) salt: Option<Vec<u8>>,
    pub(super) kind: Option<String>,
    pub(super) obj: Option<String>,
    pub(super) rev: Option<i64>,
    pub(super) actor: Option<String>,
    pub(super) at: Option<Moment>,
    pub(super) claimed: Option<Moment>,
    pub(super) late: Option<String>,
    pub(super) hash: Option<Vec<u8>>,
}

macro_rules! leaves_where {
    ($rest:literal) => {
        concat!(
            "SELECT l.org, l.id, l.idx, l.bytes AS leaf, r.bytes AS record, s.bytes AS salt, \
             r.type AS kind, r.obj, r.rev, r.actor, r.at, r.claimed, r.late, r.hash FROM leaf l \
             LEFT JOIN record r ON r.org = l.org AND r.id = l.id \
             LEFT JOIN salt s ON s.org = l.org AND s.id = l.id ",
            $rest
        )
    };
}

/// What a re-reading found on a day.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct CheckRow {
    pub(crate) day: Day,
    pub(crate) finding: String,
    pub(crate) place: Option<i64>,
    pub(crate) records: i64,
    pub(crate) found_at: Moment,
    pub(crate) checked_at: Moment,
}

pub(super) async fn organisations(db: &mut Conn) -> Result<Vec<OrgId>> {
    let orgs: Vec<(OrgId,)> = db
        .all("SELECT org FROM log_state ORDER BY org", vec![])
        .await?;
    Ok(orgs.into_iter().map(|(org,)| org).collect())
}

/// The next leaves in the order of the log.
pub(super) async fn leaves(
    db: &mut Conn,
    org: OrgId,
    from: i64,
    most: i64,
) -> Result<Vec<LeafRow>> {
    db.all(
        leaves_where!("WHERE l.org = $1 AND l.idx >= $2 ORDER BY l.idx LIMIT $3"),
        args![org, from, most],
    )
    .await
}

/// Leaves that wait for their place, in the order of their ids.
pub(super) async fn waiting(
    db: &mut Conn,
    org: OrgId,
    after: &str,
    most: i64,
) -> Result<Vec<LeafRow>> {
    db.all(
        leaves_where!("WHERE l.org = $1 AND l.idx IS NULL AND l.id > $2 ORDER BY l.id LIMIT $3"),
        args![org, after, most],
    )
    .await
}

/// An index that the signed log does not have.
pub(super) async fn beyond(db: &mut Conn, org: OrgId, size: i64) -> Result<Option<i64>> {
    let found: Option<(i64,)> = db
        .maybe(
            "SELECT idx FROM leaf WHERE org = $1 AND (idx >= $2 OR idx < 0) ORDER BY idx LIMIT 1",
            args![org, size],
        )
        .await?;
    Ok(found.map(|(idx,)| idx))
}

/// Is there a record that was never given a leaf? The tables refuse it; whoever holds them need not.
pub(super) async fn without_leaf(db: &mut Conn, org: OrgId) -> Result<bool> {
    let found: Option<(String,)> = db
        .maybe(
            "SELECT r.id FROM record r LEFT JOIN leaf l ON l.org = r.org AND l.id = r.id \
             WHERE r.org = $1 AND l.id IS NULL LIMIT 1",
            args![org],
        )
        .await?;
    Ok(found.is_some())
}

/// Every finding, oldest first: one or a few a day. Of one moment the last is the worst.
pub(crate) async fn checks(db: &mut Conn, org: OrgId) -> Result<Vec<CheckRow>> {
    db.all(
        "SELECT day, finding, place, records, found_at, checked_at FROM log_check \
         WHERE org = $1 ORDER BY checked_at, CASE WHEN finding = 'intact' THEN 0 ELSE 1 END, finding",
        args![org],
    )
    .await
}

pub(super) async fn last_check(db: &mut Conn, org: OrgId) -> Result<Option<CheckRow>> {
    db.maybe(
        "SELECT day, finding, place, records, found_at, checked_at FROM log_check \
         WHERE org = $1 ORDER BY checked_at DESC, \
         CASE WHEN finding = 'intact' THEN 1 ELSE 0 END, finding LIMIT 1",
        args![org],
    )
    .await
}

pub(super) async fn keep_check(db: &mut Conn, org: OrgId, check: CheckRow) -> Result<()> {
    db.run(
        "INSERT INTO log_check (org, day, finding, place, records, found_at, checked_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (org, day, finding) DO UPDATE SET \
         place = excluded.place, records = excluded.records, checked_at = excluded.checked_at",
        args![
            org,
            check.day,
            check.finding,
            check.place,
            check.records,
            check.found_at,
            check.checked_at
        ],
    )
    .await?;
    Ok(())
}
