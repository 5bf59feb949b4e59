//! Queries of the log's re-reading.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::OrgId;
use kit::{Day, Moment, args};

/// A leaf in its place, with what it commits to.
#[derive(Debug, FromRow)]
pub(super) struct LeafRow {
    pub(super) idx: i64,
    pub(super) leaf: Vec<u8>,
    pub(super) record: Option<Vec<u8>>,
    pub(super) salt: Option<Vec<u8>>,
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
        "SELECT l.idx, l.bytes AS leaf, r.bytes AS record, s.bytes AS salt FROM leaf l \
         LEFT JOIN record r ON r.org = l.org AND r.id = l.id \
         LEFT JOIN salt s ON s.org = l.org AND s.id = l.id \
         WHERE l.org = $1 AND l.idx >= $2 ORDER BY l.idx LIMIT $3",
        args![org, from, most],
    )
    .await
}

/// Every finding, oldest first: one or a few a day.
pub(crate) async fn checks(db: &mut Conn, org: OrgId) -> Result<Vec<CheckRow>> {
    db.all(
        "SELECT day, finding, place, records, found_at, checked_at FROM log_check \
         WHERE org = $1 ORDER BY checked_at, finding",
        args![org],
    )
    .await
}

pub(super) async fn last_check(db: &mut Conn, org: OrgId) -> Result<Option<CheckRow>> {
    db.maybe(
        "SELECT day, finding, place, records, found_at, checked_at FROM log_check \
         WHERE org = $1 ORDER BY checked_at DESC, finding LIMIT 1",
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
