//! Queries of reviews.

use anyhow::Result;
use kit::db::Conn;
use kit::id::{OrgId, RecordId};
use kit::{Act, args};

use super::super::approval::{NewReview, Review};
use super::super::{DocumentId, ReviewId};

/// Every review of a document, the latest first.
pub async fn reviews(db: &mut Conn, org: OrgId, document: DocumentId) -> Result<Vec<Review>> {
    db.all(
        "SELECT r.id, r.version, r.outcome, r.reason, r.trigger_note, r.next_review_on, \
                r.reviewed_by, p.name, r.reviewed_at, r.record \
         FROM review r JOIN person p ON p.org = r.org AND p.id = r.reviewed_by \
         WHERE r.org = $1 AND r.document = $2 ORDER BY r.reviewed_at DESC, r.id DESC",
        args![org, document],
    )
    .await
}

pub(in crate::documents) async fn insert(
    act: &mut Act,
    id: ReviewId,
    (new, version): (&NewReview, i64),
    (reason, trigger): (&str, Option<&str>),
    record: RecordId,
) -> Result<()> {
    let (org, now, by) = (act.org(), act.now(), act.person()?);
    act.db
        .run(
            "INSERT INTO review (org, id, document, version, outcome, reason, trigger_note, \
             next_review_on, reviewed_by, reviewed_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            args![
                org,
                id,
                new.document,
                version,
                new.outcome,
                reason,
                trigger.map(str::to_owned),
                new.next_review_on,
                by,
                now,
                record
            ],
        )
        .await?;
    Ok(())
}
