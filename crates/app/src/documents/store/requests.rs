//! Queries of requests, signatures and refusals.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId, RecordId};
use kit::{Act, Day, Moment, args};

use super::super::model::{DocumentKind, Level, Outcome, Request, Signature};
use super::super::{DelegationId, DocumentId, RequestId, RoundId};
use crate::people::AppointmentId;

/// The columns of a request with what became of it, and which rows.
macro_rules! requests_where {
    ($where:literal) => {
        concat!(
            "SELECT r.id, r.document, d.kind, r.version, r.signatory, r.appointment, r.requested_by, \
                    r.requested_at, r.due_on, r.record, r.round, r.delegation, v.effective_on, \
                    s.signed_at, s.level, f.outcome, f.reason, f.refused_at, h.approved_at \
             FROM signature_request r \
             JOIN document d ON d.org = r.org AND d.id = r.document \
             JOIN version v ON v.org = r.org AND v.document = r.document AND v.number = r.version \
             LEFT JOIN signature s ON s.org = r.org AND s.request = r.id \
             LEFT JOIN refusal f ON f.org = r.org AND f.request = r.id \
             LEFT JOIN approval h ON h.org = r.org AND h.document = r.document \
               AND h.version = r.version ",
            $where
        )
    };
}

/// The columns of a signature with who gave it, and which rows.
macro_rules! signatures_where {
    ($where:literal) => {
        concat!(
            "SELECT s.request, s.document, s.version, s.digest, s.person, p.name, s.appointment, \
                    a.capacity, s.level, s.method, s.words, s.language, s.changed_this_year, \
                    s.passkey, s.change, s.delegation, h.change AS approves, s.signed_at, s.record \
             FROM signature s \
             JOIN person p ON p.org = s.org AND p.id = s.person \
             JOIN appointment a ON a.org = s.org AND a.id = s.appointment \
             LEFT JOIN approval h ON h.org = s.org AND h.record = s.record \
               AND h.round IS NOT NULL ",
            $where
        )
    };
}

#[derive(Debug, FromRow)]
struct Row {
    id: RequestId,
    document: DocumentId,
    kind: DocumentKind,
    version: i64,
    signatory: PersonId,
    appointment: AppointmentId,
    requested_by: PersonId,
    requested_at: Moment,
    due_on: Day,
    record: RecordId,
    round: Option<RoundId>,
    delegation: Option<DelegationId>,
    effective_on: Option<Day>,
    approved_at: Option<Moment>,
    signed_at: Option<Moment>,
    level: Option<Level>,
    outcome: Option<String>,
    reason: Option<String>,
    refused_at: Option<Moment>,
}

impl From<Row> for Request {
    fn from(row: Row) -> Request {
        let outcome = match (row.signed_at, row.level, row.refused_at) {
            (Some(at), Some(level), _) => Outcome::Signed { at, level },
            (_, _, Some(at)) if row.outcome.as_deref() == Some("declined") => Outcome::Declined {
                at,
                reason: row.reason.unwrap_or_default(),
            },
            (_, _, Some(at)) => Outcome::Withdrawn {
                at,
                reason: row.reason.unwrap_or_default(),
            },
            _ => match row.approved_at {
                Some(at) => Outcome::NoLongerNeeded { at },
                None => Outcome::Open,
            },
        };
        Request {
            id: row.id,
            document: row.document,
            kind: row.kind,
            version: row.version,
            signatory: row.signatory,
            appointment: row.appointment,
            requested_by: row.requested_by,
            requested_at: row.requested_at,
            due_on: row.due_on,
            effective_on: row.effective_on,
            record: row.record,
            round: row.round,
            delegation: row.delegation,
            outcome,
        }
    }
}

pub async fn request(db: &mut Conn, org: OrgId, id: RequestId) -> Result<Option<Request>> {
    let row: Option<Row> = db
        .maybe(
            requests_where!("WHERE r.org = $1 AND r.id = $2"),
            args![org, id],
        )
        .await?;
    Ok(row.map(Request::from))
}

/// Every request about a document, the newest first.
pub async fn requests(db: &mut Conn, org: OrgId, document: DocumentId) -> Result<Vec<Request>> {
    let rows: Vec<Row> = db
        .all(
            requests_where!("WHERE r.org = $1 AND r.document = $2 ORDER BY r.version DESC"),
            args![org, document],
        )
        .await?;
    Ok(rows.into_iter().map(Request::from).collect())
}

/// The requests that wait, the oldest first.
pub async fn open_requests(db: &mut Conn, org: OrgId) -> Result<Vec<Request>> {
    let rows: Vec<Row> = db
        .all(
            requests_where!(
                "WHERE r.org = $1 AND s.request IS NULL AND f.request IS NULL \
               AND h.version IS NULL \
             ORDER BY r.requested_at, r.id"
            ),
            args![org],
        )
        .await?;
    Ok(rows.into_iter().map(Request::from).collect())
}

/// What waits for one person's signature, the oldest first.
pub async fn requests_open_for(
    db: &mut Conn,
    org: OrgId,
    signatory: PersonId,
) -> Result<Vec<Request>> {
    let rows: Vec<Row> = db
        .all(
            requests_where!(
                "WHERE r.org = $1 AND r.signatory = $2 AND s.request IS NULL AND f.request IS NULL \
               AND h.version IS NULL \
             ORDER BY r.requested_at, r.id"
            ),
            args![org, signatory],
        )
        .await?;
    Ok(rows.into_iter().map(Request::from).collect())
}

/// The requests of a round, in the order in which they were asked.
pub(in crate::documents) async fn requests_of_round(
    db: &mut Conn,
    org: OrgId,
    round: RoundId,
) -> Result<Vec<Request>> {
    let rows: Vec<Row> = db
        .all(
            requests_where!("WHERE r.org = $1 AND r.round = $2 ORDER BY r.requested_at, r.id"),
            args![org, round],
        )
        .await?;
    Ok(rows.into_iter().map(Request::from).collect())
}

pub(in crate::documents) async fn insert_request(act: &mut Act, request: &Request) -> Result<()> {
    let org = act.org();
    act.db
        .run(
            "INSERT INTO signature_request (org, id, document, version, signatory, appointment, \
             requested_by, requested_at, due_on, record, round, delegation) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            args![
                org,
                request.id,
                request.document,
                request.version,
                request.signatory,
                request.appointment,
                request.requested_by,
                request.requested_at,
                request.due_on,
                request.record,
                request.round,
                request.delegation
            ],
        )
        .await?;
    Ok(())
}

pub async fn signature(db: &mut Conn, org: OrgId, request: RequestId) -> Result<Option<Signature>> {
    db.maybe(
        signatures_where!("WHERE s.org = $1 AND s.request = $2"),
        args![org, request],
    )
    .await
}

/// Something that was signed, as its signatory remembers it.
#[derive(Clone, Debug, FromRow)]
pub struct Signed {
    pub request: RequestId,
    pub title: String,
    pub version: i64,
    pub signed_at: Moment,
}

/// What a person signed lately, the newest first.
pub async fn signed_by(
    db: &mut Conn,
    org: OrgId,
    person: PersonId,
    most: i64,
) -> Result<Vec<Signed>> {
    db.all(
        "SELECT s.request, v.title, s.version, s.signed_at FROM signature s \
         JOIN version v ON v.org = s.org AND v.document = s.document AND v.number = s.version \
         WHERE s.org = $1 AND s.person = $2 ORDER BY s.signed_at DESC, s.request DESC LIMIT $3",
        args![org, person, most],
    )
    .await
}

/// A signed version that was not published, though nothing later was.
#[derive(Clone, Debug, FromRow)]
pub struct Unpublished {
    pub document: DocumentId,
    pub kind: DocumentKind,
    pub version: i64,
    pub title: String,
    /// Who signed it.
    pub signatory: String,
    pub signed_at: Moment,
}

/// What was signed and waits to be published, the longest waiting first.
pub async fn unpublished(db: &mut Conn, org: OrgId) -> Result<Vec<Unpublished>> {
    db.all(
        "SELECT s.document, d.kind, s.version, v.title, q.name AS signatory, s.signed_at \
         FROM approval h \
         JOIN signature s ON s.org = h.org AND s.record = h.record \
         JOIN document d ON d.org = s.org AND d.id = s.document \
         JOIN version v ON v.org = s.org AND v.document = s.document AND v.number = s.version \
         JOIN person q ON q.org = s.org AND q.id = s.person \
         WHERE h.org = $1 AND d.kind <> 'approval-matrix' \
           AND NOT EXISTS (SELECT 1 FROM publication p WHERE p.org = s.org \
             AND p.document = s.document AND p.version >= s.version) \
           AND NOT EXISTS (SELECT 1 FROM approval l WHERE l.org = s.org \
             AND l.document = s.document AND l.version > s.version) \
         ORDER BY s.signed_at, s.request",
        args![org],
    )
    .await
}

/// Every signature under a version, in the order in which they were given.
pub async fn signatures_of_version(
    db: &mut Conn,
    org: OrgId,
    document: DocumentId,
    version: i64,
) -> Result<Vec<Signature>> {
    db.all(
        signatures_where!(
            "WHERE s.org = $1 AND s.document = $2 AND s.version = $3 ORDER BY s.signed_at, s.request"
        ),
        args![org, document, version],
    )
    .await
}

/// The signature under a version, if it has one.
pub async fn signature_of_version(
    db: &mut Conn,
    org: OrgId,
    document: DocumentId,
    version: i64,
) -> Result<Option<Signature>> {
    db.maybe(
        signatures_where!(
            "WHERE s.org = $1 AND s.document = $2 AND s.version = $3 \
         ORDER BY s.signed_at LIMIT 1"
        ),
        args![org, document, version],
    )
    .await
}

/// What a verifier needs of a passkey's signature.
#[derive(Clone, Debug)]
pub(in crate::documents) struct Parts {
    pub(in crate::documents) intent: Vec<u8>,
    pub(in crate::documents) client_data: Vec<u8>,
    pub(in crate::documents) authenticator_data: Vec<u8>,
    pub(in crate::documents) assertion: Vec<u8>,
}

pub(in crate::documents) async fn insert_signature(
    act: &mut Act,
    signature: &Signature,
    parts: Option<Parts>,
) -> Result<()> {
    let org = act.org();
    let (intent, client_data, authenticator_data, assertion) = match parts {
        Some(parts) => (
            Some(parts.intent),
            Some(parts.client_data),
            Some(parts.authenticator_data),
            Some(parts.assertion),
        ),
        None => (None, None, None, None),
    };
    act.db
        .run(
            "INSERT INTO signature (org, request, document, version, digest, person, appointment, \
             level, method, words, language, changed_this_year, intent, client_data, \
             authenticator_data, assertion, passkey, signed_at, record, change, delegation) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
             $18, $19, $20, $21)",
            args![
                org,
                signature.request,
                signature.document,
                signature.version,
                signature.digest,
                signature.person,
                signature.appointment,
                signature.level,
                &signature.method,
                &signature.words,
                signature.language,
                signature.changed_this_year.clone(),
                intent,
                client_data,
                authenticator_data,
                assertion,
                signature.passkey.clone(),
                signature.signed_at,
                signature.record,
                signature.change,
                signature.delegation
            ],
        )
        .await?;
    Ok(())
}

/// Ends a request without a signature.
pub(in crate::documents) async fn insert_refusal(
    act: &mut Act,
    request: RequestId,
    (outcome, reason): (&str, &str),
    by: PersonId,
    record: RecordId,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO refusal (org, request, person, outcome, reason, refused_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            args![org, request, by, outcome, reason, now, record],
        )
        .await?;
    Ok(())
}
