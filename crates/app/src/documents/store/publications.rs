//! Queries of publications and withdrawals.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId, RecordId};
use kit::words::Language;
use kit::{Act, Day, Digest, Moment, args};

use super::super::model::{Change, DocumentKind, Previous, Publication};
use super::super::{DocumentId, PublicationId};

/// The columns of a publication, what it took the place of and what ended it, and which rows.
macro_rules! publications_where {
    ($where:literal) => {
        concat!(
            "SELECT p.id, p.document, d.kind, p.version, v.title, v.language, v.digest, \
                    COALESCE(h.change, v.change) AS change, \
                    COALESCE((SELECT r.next_review_on FROM review r WHERE r.org = p.org \
                       AND r.document = p.document AND r.version = p.version \
                       ORDER BY r.reviewed_at DESC LIMIT 1), v.next_review_on) AS next_review_on, \
                    p.due_days, p.published_by, p.published_at, p.record, \
                    w.withdrawn_at, w.reason AS withdrawn_because, \
                    b.id AS previous_id, b.version AS previous_version, \
                    (SELECT MIN(l.published_at) FROM publication l WHERE l.org = p.org \
                     AND l.document = p.document AND l.version > p.version) AS superseded_at \
             FROM publication p \
             JOIN document d ON d.org = p.org AND d.id = p.document \
             JOIN version v ON v.org = p.org AND v.document = p.document AND v.number = p.version \
             LEFT JOIN approval h ON h.org = p.org AND h.document = p.document \
               AND h.version = p.version \
             LEFT JOIN withdrawal w ON w.org = p.org AND w.publication = p.id \
             LEFT JOIN publication b ON b.org = p.org AND b.document = p.document AND b.version = \
               (SELECT MAX(m.version) FROM publication m WHERE m.org = p.org \
                AND m.document = p.document AND m.version < p.version) ",
            $where
        )
    };
}

#[derive(Debug, FromRow)]
struct Row {
    id: PublicationId,
    document: DocumentId,
    kind: DocumentKind,
    version: i64,
    title: String,
    language: Language,
    digest: Digest,
    change: Change,
    next_review_on: Option<Day>,
    due_days: i64,
    published_by: PersonId,
    published_at: Moment,
    record: RecordId,
    withdrawn_at: Option<Moment>,
    withdrawn_because: Option<String>,
    previous_id: Option<PublicationId>,
    previous_version: Option<i64>,
    superseded_at: Option<Moment>,
}

impl From<Row> for Publication {
    fn from(row: Row) -> Publication {
        let previous = row.previous_id.zip(row.previous_version);
        Publication {
            id: row.id,
            document: row.document,
            kind: row.kind,
            version: row.version,
            title: row.title,
            language: row.language,
            digest: row.digest,
            change: row.change,
            next_review_on: row.next_review_on,
            due_days: row.due_days,
            published_by: row.published_by,
            published_at: row.published_at,
            record: row.record,
            withdrawn_at: row.withdrawn_at,
            withdrawn_because: row.withdrawn_because,
            superseded_at: row.superseded_at,
            previous: previous.map(|(id, version)| Previous { id, version }),
        }
    }
}

pub async fn publication(
    db: &mut Conn,
    org: OrgId,
    id: PublicationId,
) -> Result<Option<Publication>> {
    let row: Option<Row> = db
        .maybe(
            publications_where!("WHERE p.org = $1 AND p.id = $2"),
            args![org, id],
        )
        .await?;
    Ok(row.map(Publication::from))
}

/// Every publication of a document, the newest first.
pub async fn publications(
    db: &mut Conn,
    org: OrgId,
    document: DocumentId,
) -> Result<Vec<Publication>> {
    let rows: Vec<Row> = db
        .all(
            publications_where!("WHERE p.org = $1 AND p.document = $2 ORDER BY p.version DESC"),
            args![org, document],
        )
        .await?;
    Ok(rows.into_iter().map(Publication::from).collect())
}

/// The publications of a kind that hold now, one a document, the newest first.
pub async fn in_force(db: &mut Conn, org: OrgId, kind: DocumentKind) -> Result<Vec<Publication>> {
    let rows: Vec<Row> = db
        .all(
            publications_where!(
                "WHERE p.org = $1 AND d.kind = $2 AND w.publication IS NULL AND NOT EXISTS \
                   (SELECT 1 FROM publication l WHERE l.org = p.org AND l.document = p.document \
                    AND l.version > p.version) \
                 ORDER BY p.published_at DESC, p.id DESC"
            ),
            args![org, kind],
        )
        .await?;
    Ok(rows.into_iter().map(Publication::from).collect())
}

/// The number of people engaged on a day: the audience "everyone".
pub async fn everyone(db: &mut Conn, org: OrgId, on: Day) -> Result<i64> {
    let (people,): (i64,) = db
        .one(
            "SELECT COUNT(*) FROM person WHERE org = $1 AND started_on <= $2 \
             AND (left_on IS NULL OR left_on >= $2)",
            args![org, on],
        )
        .await?;
    Ok(people)
}

pub(in crate::documents) async fn insert_publication(
    act: &mut Act,
    id: PublicationId,
    (document, version): (DocumentId, i64),
    due_days: i64,
    (by, record): (PersonId, RecordId),
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO publication (org, id, document, version, audience, due_days, \
             published_by, published_at, record) \
             VALUES ($1, $2, $3, $4, 'everyone', $5, $6, $7, $8)",
            args![org, id, document, version, due_days, by, now, record],
        )
        .await?;
    Ok(())
}

pub(in crate::documents) async fn insert_withdrawal(
    act: &mut Act,
    publication: PublicationId,
    reason: &str,
    (by, record): (PersonId, RecordId),
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO withdrawal (org, publication, reason, withdrawn_by, withdrawn_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6)",
            args![org, publication, reason, by, now, record],
        )
        .await?;
    Ok(())
}
