//! The numbers of a publication: all of them counted, and what the log says since.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::OrgId;
use kit::{Day, args};

use super::declinings::stands;
use crate::documents::PublicationId;

/// Everybody whom a publication asks and who is still there on a day, or those of one unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::assignments) struct Audience {
    pub(in crate::assignments) publication: PublicationId,
    pub(in crate::assignments) unit: Option<String>,
    pub(in crate::assignments) today: Day,
}

/// How many are asked and how many of them have done it, as far as their acknowledgements stand in
/// the log: it had this size.
#[derive(Clone, Copy, Debug, FromRow)]
pub(in crate::assignments) struct Counts {
    pub(in crate::assignments) size: i64,
    pub(in crate::assignments) asked: i64,
    pub(in crate::assignments) done: i64,
    /// Of those asked: whose day is over.
    pub(in crate::assignments) overdue: i64,
    pub(in crate::assignments) overdue_done: i64,
}

/// What happened since the log had a size.
#[derive(Clone, Copy, Debug, FromRow)]
pub(in crate::assignments) struct News {
    pub(in crate::assignments) size: i64,
    pub(in crate::assignments) records: i64,
    /// Records of anything but an acknowledgement: somebody left, or was asked, or moved.
    pub(in crate::assignments) others: i64,
    pub(in crate::assignments) done: i64,
    pub(in crate::assignments) overdue_done: i64,
    /// Acknowledgements that wait for their place in the log.
    pub(in crate::assignments) waiting: i64,
    pub(in crate::assignments) overdue_waiting: i64,
}

/// Refusals that stand.
#[derive(Clone, Copy, Debug, FromRow)]
pub(in crate::assignments) struct Refused {
    pub(in crate::assignments) declined: i64,
    pub(in crate::assignments) overdue: i64,
}

/// Whether the day of the assignment `a` is over, or that of an earlier version was.
macro_rules! is_overdue {
    () => {
        "(a.late_since IS NOT NULL OR a.due_on < $3)"
    };
}

/// Whether the person `p` is of the audience.
macro_rules! is_theirs {
    () => {
        "($4 = '' OR p.unit = $4) AND (p.left_on IS NULL OR p.left_on >= $3)"
    };
}

/// Counts everybody: the one query here whose cost follows the size of the audience.
pub(in crate::assignments) async fn count(
    db: &mut Conn,
    org: OrgId,
    of: &Audience,
) -> Result<Counts> {
    db.one(
        concat!(
            "SELECT (SELECT size FROM log_state WHERE org = $1) AS size, \
               COUNT(*) AS asked, COUNT(k.person) AS done, \
               CAST(COALESCE(SUM(CASE WHEN ",
            is_overdue!(),
            " THEN 1 ELSE 0 END), 0) AS BIGINT) AS overdue, \
               CAST(COALESCE(SUM(CASE WHEN k.person IS NOT NULL AND ",
            is_overdue!(),
            " THEN 1 ELSE 0 END), 0) AS BIGINT) AS overdue_done \
             FROM assignment a \
             JOIN person p ON p.org = a.org AND p.id = a.person \
             LEFT JOIN acknowledgement k ON k.org = a.org AND k.publication = a.publication \
               AND k.person = a.person AND k.record NOT IN \
               (SELECT l.id FROM leaf l WHERE l.org = $1 AND l.idx IS NULL) \
             WHERE a.org = $1 AND a.publication = $2 AND ",
            is_theirs!()
        ),
        args![org, of.publication, of.today, unit(of)],
    )
    .await
}

/// What the log says since it had a size, looking at so many records at most.
pub(in crate::assignments) async fn news(
    db: &mut Conn,
    org: OrgId,
    of: &Audience,
    (since, most): (i64, i64),
) -> Result<News> {
    db.one(
        concat!(
            "WITH news AS ( \
               SELECT l.idx, l.id FROM leaf l WHERE l.org = $1 AND l.idx >= $5 \
               UNION ALL SELECT l.idx, l.id FROM leaf l WHERE l.org = $1 AND l.idx IS NULL \
               LIMIT $6), \
             told AS ( \
               SELECT n.idx, r.type, p.id AS person, ",
            is_overdue!(),
            " AS is_overdue FROM news n \
               JOIN record r ON r.org = $1 AND r.id = n.id \
               LEFT JOIN acknowledgement k ON k.org = $1 AND k.publication = $2 \
                 AND k.person = r.actor AND k.record = r.id \
               LEFT JOIN assignment a ON a.org = k.org AND a.publication = k.publication \
                 AND a.person = k.person \
               LEFT JOIN person p ON p.org = a.org AND p.id = a.person AND ",
            is_theirs!(),
            ") \
             SELECT (SELECT size FROM log_state WHERE org = $1) AS size, COUNT(*) AS records, \
               COUNT(CASE WHEN type <> 'document-acknowledged' THEN 1 END) AS others, \
               COUNT(CASE WHEN idx IS NOT NULL THEN person END) AS done, \
               COUNT(CASE WHEN idx IS NOT NULL AND is_overdue THEN person END) AS overdue_done, \
               COUNT(CASE WHEN idx IS NULL THEN person END) AS waiting, \
               COUNT(CASE WHEN idx IS NULL AND is_overdue THEN person END) AS overdue_waiting \
             FROM told"
        ),
        args![org, of.publication, of.today, unit(of), since, most],
    )
    .await
}

/// The refusals that stand; they are few.
pub(in crate::assignments) async fn refused(
    db: &mut Conn,
    org: OrgId,
    of: &Audience,
) -> Result<Refused> {
    db.one(
        concat!(
            "SELECT COUNT(*) AS declined, CAST(COALESCE(SUM(CASE WHEN ",
            is_overdue!(),
            " THEN 1 ELSE 0 END), 0) AS BIGINT) AS overdue \
             FROM declining d \
             JOIN assignment a ON a.org = d.org AND a.publication = d.publication \
               AND a.person = d.person \
             JOIN person p ON p.org = a.org AND p.id = a.person \
             WHERE d.org = $1 AND d.publication = $2 AND ",
            stands!(),
            " AND ",
            is_theirs!()
        ),
        args![org, of.publication, of.today, unit(of)],
    )
    .await
}

fn unit(of: &Audience) -> String {
    of.unit.clone().unwrap_or_default()
}
