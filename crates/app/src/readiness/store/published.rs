//! Queries of what was published, and who owes it.

use anyhow::Result;
use futures_util::TryStreamExt;
use kit::db::{Conn, FromRow};
use kit::id::OrgId;
use kit::{Day, Moment, args};

#[derive(Debug, FromRow)]
pub(in crate::readiness) struct PublicationRow {
    pub(in crate::readiness) id: String,
    pub(in crate::readiness) document: String,
    pub(in crate::readiness) kind: String,
    pub(in crate::readiness) title: String,
    pub(in crate::readiness) version: i64,
    pub(in crate::readiness) change: String,
    pub(in crate::readiness) audience: String,
    pub(in crate::readiness) published_at: Moment,
    pub(in crate::readiness) withdrawn_by: Option<String>,
    pub(in crate::readiness) withdrawn_at: Option<Moment>,
    pub(in crate::readiness) reason: Option<String>,
}

#[derive(Debug, FromRow)]
pub(in crate::readiness) struct DutyRow {
    pub(in crate::readiness) publication: String,
    pub(in crate::readiness) person: String,
    pub(in crate::readiness) assigned_at: Moment,
    pub(in crate::readiness) due_on: Day,
    pub(in crate::readiness) late_since: Option<Day>,
    pub(in crate::readiness) acknowledged_at: Option<Moment>,
}

/// Publications of every kind of document, oldest first. What a version changes is said of the one
/// signed before it; what a publication changes, of everything signed since the one before it.
pub(in crate::readiness) async fn publications(
    db: &mut Conn,
    org: OrgId,
) -> Result<Vec<PublicationRow>> {
    db.all(
        "SELECT p.id, p.document, d.kind, v.title, p.version, p.audience, \
         CASE WHEN EXISTS (SELECT 1 FROM approval u \
             WHERE u.org = p.org AND u.document = p.document AND u.change <> 'editorial' \
               AND u.version <= p.version AND u.version > COALESCE((SELECT MAX(b.version) \
                 FROM publication b WHERE b.org = p.org AND b.document = p.document \
                   AND b.version < p.version), 0)) \
           THEN 'material' ELSE 'editorial' END AS change, \
         p.published_at, w.withdrawn_by, w.withdrawn_at, w.reason \
         FROM publication p \
         JOIN document d ON d.org = p.org AND d.id = p.document \
         JOIN version v ON v.org = p.org AND v.document = p.document AND v.number = p.version \
         LEFT JOIN withdrawal w ON w.org = p.org AND w.publication = p.id \
         WHERE p.org = $1 ORDER BY p.published_at, p.version, p.id",
        args![org],
    )
    .await
}

/// Who owes acknowledgement of what, publication by publication.
pub(in crate::readiness) async fn duties(db: &mut Conn, org: OrgId) -> Result<Vec<DutyRow>> {
    db.stream(
        "SELECT a.publication, a.person, a.assigned_at, a.due_on, a.late_since, k.acknowledged_at \
         FROM assignment a LEFT JOIN acknowledgement k \
           ON k.org = a.org AND k.publication = a.publication AND k.person = a.person \
         WHERE a.org = $1 ORDER BY a.publication, a.person",
        args![org],
    )
    .await?
    .try_collect()
    .await
}

/// A refusal to acknowledge; from the day on which somebody was asked again it no longer stands.
#[derive(Debug, FromRow)]
pub(in crate::readiness) struct DecliningRow {
    pub(in crate::readiness) publication: String,
    pub(in crate::readiness) person: String,
    pub(in crate::readiness) declined_at: Moment,
    pub(in crate::readiness) asked_again_at: Option<Moment>,
}

/// Every refusal, the oldest first. They are few beside the duties.
pub(in crate::readiness) async fn declinings(
    db: &mut Conn,
    org: OrgId,
) -> Result<Vec<DecliningRow>> {
    db.all(
        "SELECT d.publication, d.person, d.declined_at, \
           (SELECT MIN(e.decided_at) FROM declining_decision e WHERE e.org = d.org \
             AND e.declining = d.id AND e.decision = 'asked-again') AS asked_again_at \
         FROM declining d WHERE d.org = $1 ORDER BY d.declined_at, d.id",
        args![org],
    )
    .await
}
