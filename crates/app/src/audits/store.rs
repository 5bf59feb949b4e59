//! Queries of packs and of what goes into them.

use anyhow::Result;
use futures_util::stream::BoxStream;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId, RecordId};
use kit::{Act, Day, Digest, Moment, args};

use super::PackId;
use crate::documents::DocumentId;

/// The organisation as a pack names it.
#[derive(Debug, FromRow)]
pub(super) struct Organisation {
    pub(super) name: String,
    pub(super) language: kit::words::Language,
    pub(super) time_zone: String,
    pub(super) purpose: String,
}

/// A signed checkpoint.
#[derive(Debug, FromRow)]
pub(super) struct Signed {
    pub(super) size: i64,
    pub(super) note: String,
}

/// A pack in the list of packs.
#[derive(Debug, FromRow)]
pub(super) struct PackRow {
    pub(super) id: PackId,
    pub(super) as_of: Day,
    pub(super) size: i64,
    pub(super) digest: Digest,
    pub(super) bytes: i64,
    pub(super) issued_at: Moment,
    pub(super) issued_by: Option<PersonId>,
    pub(super) issuer: Option<String>,
}

/// A record on its way into a pack.
#[derive(Debug, FromRow)]
pub(super) struct Opened {
    pub(super) idx: i64,
    pub(super) salt: Vec<u8>,
    pub(super) bytes: Vec<u8>,
}

/// A disclosure on its way into a pack.
#[derive(Debug, FromRow)]
pub(super) struct Opening {
    pub(super) idx: i64,
    pub(super) text: String,
}

/// A passkey signature with the key that made it.
#[derive(Debug, FromRow)]
pub(super) struct Signature {
    pub(super) idx: i64,
    pub(super) intent: Vec<u8>,
    pub(super) client_data: Vec<u8>,
    pub(super) authenticator_data: Vec<u8>,
    pub(super) assertion: Vec<u8>,
    pub(super) key: Vec<u8>,
    pub(super) attestation: Vec<u8>,
}

/// A version of a governed document that somebody was asked to sign.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Version {
    pub(super) document: DocumentId,
    pub(super) title: String,
    pub(super) number: i64,
    pub(super) language: String,
    pub(super) text: String,
    pub(super) digest: Digest,
    pub(super) made_at: Moment,
    pub(super) effective_on: Option<Day>,
    pub(super) next_review_on: Option<Day>,
}

/// A signature as a person reads it.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Signing {
    pub(super) document: DocumentId,
    pub(super) version: i64,
    pub(super) name: String,
    pub(super) capacity: String,
    pub(super) level: String,
    pub(super) words: String,
    pub(super) signed_at: Moment,
    pub(super) idx: i64,
}

/// How far an acknowledgement of a publication has come.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Coverage {
    pub(super) title: String,
    pub(super) version: i64,
    pub(super) published_at: Moment,
    pub(super) owed: i64,
    pub(super) done: i64,
}

pub(super) async fn organisation(db: &mut Conn, org: OrgId) -> Result<Organisation> {
    let sql = "SELECT name, language, time_zone, purpose FROM organisation WHERE id = $1";
    db.one(sql, args![org]).await
}

/// The last checkpoint that was signed until a moment.
pub(super) async fn checkpoint_until(
    db: &mut Conn,
    org: OrgId,
    until: Moment,
) -> Result<Option<Signed>> {
    db.maybe(
        "SELECT size, note FROM checkpoint WHERE org = $1 AND at <= $2 ORDER BY size DESC LIMIT 1",
        args![org, until],
    )
    .await
}

pub(super) async fn checkpoint_of(db: &mut Conn, org: OrgId, size: i64) -> Result<Option<Signed>> {
    let sql = "SELECT size, note FROM checkpoint WHERE org = $1 AND size = $2";
    db.maybe(sql, args![org, size]).await
}

/// The leaves of the log up to a size, in order.
pub(super) async fn leaves(
    db: &mut Conn,
    org: OrgId,
    size: i64,
) -> Result<BoxStream<'_, Result<(Vec<u8>,)>>> {
    let sql = "SELECT bytes FROM leaf WHERE org = $1 AND idx < $2 ORDER BY idx";
    db.stream(sql, args![org, size]).await
}

/// The records behind the leaves up to a size, in order.
pub(super) async fn records(
    db: &mut Conn,
    org: OrgId,
    size: i64,
) -> Result<BoxStream<'_, Result<Opened>>> {
    db.stream(
        "SELECT l.idx, s.bytes AS salt, r.bytes FROM leaf l \
         JOIN record r ON r.org = l.org AND r.id = l.id \
         JOIN salt s ON s.org = l.org AND s.id = l.id \
         WHERE l.org = $1 AND l.idx < $2 ORDER BY l.idx",
        args![org, size],
    )
    .await
}

/// The names of people who stand on the register of top management, and of those who confirmed
/// somebody's passkey: the others stay masked.
pub(super) async fn disclosed_names(db: &mut Conn, org: OrgId, size: i64) -> Result<Vec<Opening>> {
    db.all(
        "SELECT l.idx, d.text FROM disclosure d \
         JOIN leaf l ON l.org = d.org AND l.id = d.record \
         JOIN person p ON p.org = d.org AND p.record = d.record \
         WHERE d.org = $1 AND d.name = 'name' AND l.idx < $2 \
           AND (EXISTS (SELECT 1 FROM appointment a WHERE a.org = p.org AND a.person = p.id) \
             OR EXISTS (SELECT 1 FROM passkey_confirmation c \
               WHERE c.org = p.org AND c.confirmed_by = p.id)) \
         ORDER BY l.idx",
        args![org, size],
    )
    .await
}

pub(super) async fn signatures(db: &mut Conn, org: OrgId, size: i64) -> Result<Vec<Signature>> {
    db.all(
        "SELECT l.idx, s.intent, s.client_data, s.authenticator_data, s.assertion, \
                k.key, k.attestation \
         FROM signature s \
         JOIN leaf l ON l.org = s.org AND l.id = s.record \
         JOIN passkey k ON k.org = s.org AND k.id = s.passkey \
         WHERE s.org = $1 AND l.idx < $2 AND s.level = 'L2' ORDER BY l.idx",
        args![org, size],
    )
    .await
}

/// Every version whose signature was asked for until a size of the log.
pub(super) async fn versions(db: &mut Conn, org: OrgId, size: i64) -> Result<Vec<Version>> {
    db.all(
        "SELECT DISTINCT v.document, v.title, v.number, v.language, v.text, v.digest, v.made_at, \
                v.effective_on, v.next_review_on \
         FROM version v \
         JOIN signature_request q ON q.org = v.org AND q.document = v.document AND q.version = v.number \
         JOIN leaf l ON l.org = q.org AND l.id = q.record \
         WHERE v.org = $1 AND l.idx < $2 ORDER BY v.made_at, v.number",
        args![org, size],
    )
    .await
}

pub(super) async fn signings(db: &mut Conn, org: OrgId, size: i64) -> Result<Vec<Signing>> {
    db.all(
        "SELECT s.document, s.version, p.name, a.capacity, s.level, s.words, s.signed_at, l.idx \
         FROM signature s \
         JOIN leaf l ON l.org = s.org AND l.id = s.record \
         JOIN person p ON p.org = s.org AND p.id = s.person \
         JOIN appointment a ON a.org = s.org AND a.id = s.appointment \
         WHERE s.org = $1 AND l.idx < $2 ORDER BY l.idx",
        args![org, size],
    )
    .await
}

pub(super) async fn coverage(db: &mut Conn, org: OrgId, until: Moment) -> Result<Vec<Coverage>> {
    db.all(
        "SELECT v.title, v.number AS version, p.published_at, \
                (SELECT count(*) FROM assignment a WHERE a.org = p.org AND a.publication = p.id \
                 AND a.assigned_at <= $2) AS owed, \
                (SELECT count(*) FROM acknowledgement k WHERE k.org = p.org AND k.publication = p.id \
                 AND k.acknowledged_at <= $2) AS done \
         FROM publication p \
         JOIN version v ON v.org = p.org AND v.document = p.document AND v.number = p.version \
         WHERE p.org = $1 AND p.published_at <= $2 ORDER BY p.published_at",
        args![org, until],
    )
    .await
}

/// Files that evidence rests on, such as the basis of an appointment.
pub(super) async fn basis_files(db: &mut Conn, org: OrgId) -> Result<Vec<(Digest, String)>> {
    db.all(
        "SELECT DISTINCT f.digest, f.name FROM appointment a \
         JOIN file f ON f.org = a.org AND f.digest = a.basis_file WHERE a.org = $1",
        args![org],
    )
    .await
}

pub(super) async fn insert_pack(act: &mut Act, row: &PackRow, record: RecordId) -> Result<()> {
    let org = act.org();
    act.db
        .run(
            "INSERT INTO pack (org, id, as_of, size, digest, bytes, issued_by, issued_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            args![
                org,
                row.id,
                row.as_of,
                row.size,
                row.digest,
                row.bytes,
                row.issued_by,
                row.issued_at,
                record
            ],
        )
        .await?;
    Ok(())
}

const PACK: &str = "SELECT k.id, k.as_of, k.size, k.digest, k.bytes, k.issued_at, k.issued_by, \
    p.name AS issuer FROM pack k LEFT JOIN person p ON p.org = k.org AND p.id = k.issued_by \
    WHERE k.org = $1 AND k.id = $2";

pub(super) async fn pack(db: &mut Conn, org: OrgId, id: PackId) -> Result<Option<PackRow>> {
    db.maybe(PACK, args![org, id]).await
}

/// The latest packs, newest first.
pub(super) async fn packs(db: &mut Conn, org: OrgId) -> Result<Vec<PackRow>> {
    db.all(
        "SELECT k.id, k.as_of, k.size, k.digest, k.bytes, k.issued_at, k.issued_by, \
         p.name AS issuer FROM pack k LEFT JOIN person p ON p.org = k.org AND p.id = k.issued_by \
         WHERE k.org = $1 ORDER BY k.issued_at DESC, k.id DESC LIMIT 50",
        args![org],
    )
    .await
}
