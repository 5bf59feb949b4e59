//! Queries of evidence: a fixed number of them, whatever the size of the organisation.

use anyhow::Result;
use futures_util::TryStreamExt;
use kit::db::{Conn, FromRow};
use kit::id::OrgId;
use kit::{Day, Moment, args};

mod published;

pub(super) use published::{
    DecliningRow, DutyRow, PublicationRow, declinings, duties, publications,
};

/// Whose evidence it is.
#[derive(Debug, FromRow)]
pub(super) struct OrganisationRow {
    pub(super) name: String,
    pub(super) time_zone: String,
    pub(super) purpose: String,
    pub(super) last_at: Moment,
}

#[derive(Debug, FromRow)]
pub(super) struct PersonRow {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) started_on: Day,
    pub(super) joined_at: Moment,
    pub(super) left_on: Option<Day>,
    pub(super) left_at: Option<Moment>,
}

#[derive(Debug, FromRow)]
pub(super) struct AppointmentRow {
    pub(super) id: String,
    pub(super) person: String,
    pub(super) body: String,
    pub(super) capacity: String,
    pub(super) from_on: Day,
    pub(super) until_on: Option<Day>,
    pub(super) basis: String,
    pub(super) basis_file: Option<String>,
    pub(super) is_first: bool,
    pub(super) recorded_at: Moment,
    pub(super) relieved_on: Option<Day>,
    pub(super) relieved_at: Option<Moment>,
}

#[derive(Debug, FromRow)]
pub(super) struct ConfirmationRow {
    pub(super) appointment: String,
    pub(super) confirmed_by: String,
    pub(super) confirmed_at: Moment,
}

#[derive(Debug, FromRow)]
pub(super) struct VersionRow {
    pub(super) document: String,
    pub(super) document_title: String,
    pub(super) number: i64,
    pub(super) language: String,
    pub(super) text: String,
    pub(super) digest: String,
    pub(super) author: String,
    pub(super) change: String,
    pub(super) effective_on: Option<Day>,
    pub(super) made_at: Moment,
}

/// A text that has no version yet: nobody was asked to sign it.
#[derive(Debug, FromRow)]
pub(super) struct DraftRow {
    pub(super) document: String,
    pub(super) title: String,
    pub(super) language: String,
    pub(super) text: String,
    pub(super) author: String,
    pub(super) saved_at: Moment,
}

#[derive(Debug, FromRow)]
pub(super) struct ContentRow {
    pub(super) document: String,
    pub(super) digest: String,
    pub(super) item: i64,
    pub(super) confirmed_by: String,
    pub(super) confirmed_at: Moment,
}

#[derive(Debug, FromRow)]
pub(super) struct SignatureRow {
    pub(super) document: String,
    pub(super) version: i64,
    pub(super) digest: String,
    pub(super) person: String,
    pub(super) appointment: String,
    pub(super) level: String,
    pub(super) changed_this_year: Option<String>,
    pub(super) signed_at: Moment,
}

#[derive(Debug, FromRow)]
pub(super) struct TrailRow {
    pub(super) idx: i64,
    pub(super) kind: String,
    pub(super) at: Moment,
    pub(super) claimed: Option<Moment>,
    pub(super) late: Option<String>,
}

#[derive(Debug, FromRow)]
pub(super) struct AttachmentRow {
    pub(super) name: String,
    pub(super) person: String,
    pub(super) basis: String,
    pub(super) recorded_at: Moment,
    pub(super) added_by: Option<String>,
    pub(super) added_at: Moment,
}

#[derive(Debug, Clone, FromRow)]
pub(super) struct ParameterRow {
    pub(super) parameter: String,
    pub(super) value: String,
    pub(super) reason: String,
    pub(super) decided_by: String,
    pub(super) changed_at: Moment,
}

pub(super) async fn organisation(db: &mut Conn, org: OrgId) -> Result<OrganisationRow> {
    db.one(
        "SELECT o.name, o.time_zone, o.purpose, l.last_at \
         FROM organisation o JOIN log_state l ON l.org = o.id WHERE o.id = $1",
        args![org],
    )
    .await
}

/// The size of the log at the end of a past day; none before its first checkpoint.
pub(super) async fn size_at(db: &mut Conn, org: OrgId, end: Moment) -> Result<i64> {
    let size: Option<(i64,)> = db
        .maybe(
            "SELECT size FROM checkpoint WHERE org = $1 AND at <= $2 ORDER BY at DESC, size DESC LIMIT 1",
            args![org, end],
        )
        .await?;
    Ok(size.map_or(0, |(size,)| size))
}

/// Everybody, in the order of their ids, those who left included.
pub(super) async fn people(db: &mut Conn, org: OrgId) -> Result<Vec<PersonRow>> {
    db.stream(
        "SELECT id, name, started_on, joined_at, left_on, left_at FROM person \
         WHERE org = $1 ORDER BY id",
        args![org],
    )
    .await?
    .try_collect()
    .await
}

pub(super) async fn appointments(db: &mut Conn, org: OrgId) -> Result<Vec<AppointmentRow>> {
    db.all(
        "SELECT a.id, a.person, a.body, a.capacity, a.from_on, a.until_on, a.basis, a.basis_file, \
         a.is_first, a.recorded_at, r.until_on AS relieved_on, r.relieved_at \
         FROM appointment a LEFT JOIN relief r ON r.org = a.org AND r.appointment = a.id \
         WHERE a.org = $1 ORDER BY a.from_on, a.id",
        args![org],
    )
    .await
}

/// Confirmations by anybody but the person appointed, oldest first.
pub(super) async fn confirmations(db: &mut Conn, org: OrgId) -> Result<Vec<ConfirmationRow>> {
    db.all(
        "SELECT c.appointment, c.confirmed_by, c.confirmed_at FROM appointment_confirmation c \
         JOIN appointment a ON a.org = c.org AND a.id = c.appointment \
         WHERE c.org = $1 AND c.confirmed_by <> a.person ORDER BY c.confirmed_at, c.confirmed_by",
        args![org],
    )
    .await
}

/// Every version of every statement with its text.
pub(super) async fn statement_versions(db: &mut Conn, org: OrgId) -> Result<Vec<VersionRow>> {
    db.all(
        "SELECT v.document, d.title AS document_title, v.number, v.language, v.text, v.digest, \
         v.author, v.change, v.effective_on, v.made_at \
         FROM version v JOIN document d ON d.org = v.org AND d.id = v.document \
         WHERE v.org = $1 AND d.kind = 'statement' ORDER BY d.created_at, d.id, v.number",
        args![org],
    )
    .await
}

/// Statements of which there is nothing but a draft.
pub(super) async fn statement_drafts(db: &mut Conn, org: OrgId) -> Result<Vec<DraftRow>> {
    db.all(
        "SELECT f.document, d.title, d.language, f.text, f.author, f.saved_at \
         FROM draft f JOIN document d ON d.org = f.org AND d.id = f.document \
         WHERE f.org = $1 AND d.kind = 'statement' AND NOT EXISTS \
           (SELECT 1 FROM version v WHERE v.org = f.org AND v.document = f.document) \
         ORDER BY d.created_at, d.id",
        args![org],
    )
    .await
}

pub(super) async fn contents(db: &mut Conn, org: OrgId) -> Result<Vec<ContentRow>> {
    db.all(
        "SELECT document, digest, item, confirmed_by, confirmed_at FROM contents_confirmation \
         WHERE org = $1 ORDER BY confirmed_at, item",
        args![org],
    )
    .await
}

pub(super) async fn statement_signatures(db: &mut Conn, org: OrgId) -> Result<Vec<SignatureRow>> {
    db.all(
        "SELECT s.document, s.version, s.digest, s.person, s.appointment, s.level, \
         s.changed_this_year, s.signed_at \
         FROM signature s JOIN document d ON d.org = s.org AND d.id = s.document \
         WHERE s.org = $1 AND d.kind = 'statement' ORDER BY s.signed_at, s.request",
        args![org],
    )
    .await
}

/// Records that claim another time than their own.
pub(super) async fn trail(db: &mut Conn, org: OrgId) -> Result<Vec<TrailRow>> {
    db.all(
        "SELECT l.idx, r.type AS kind, r.at, r.claimed, r.late \
         FROM record r JOIN leaf l ON l.org = r.org AND l.id = r.id \
         WHERE r.org = $1 AND (r.claimed IS NOT NULL OR r.late IS NOT NULL) \
           AND l.idx IS NOT NULL ORDER BY l.idx",
        args![org],
    )
    .await
}

/// Files on which entries of the register rest.
pub(super) async fn attachments(db: &mut Conn, org: OrgId) -> Result<Vec<AttachmentRow>> {
    db.all(
        "SELECT f.name, a.person, a.basis, a.recorded_at, f.added_by, f.added_at \
         FROM appointment a JOIN file f ON f.org = a.org AND f.digest = a.basis_file \
         WHERE a.org = $1 ORDER BY a.recorded_at, a.id",
        args![org],
    )
    .await
}

/// Every change of a threshold, oldest first.
pub(super) async fn parameter_changes(db: &mut Conn, org: OrgId) -> Result<Vec<ParameterRow>> {
    db.all(
        "SELECT parameter, value, reason, decided_by, changed_at FROM parameter_change \
         WHERE org = $1 ORDER BY changed_at, parameter",
        args![org],
    )
    .await
}

/// The last known value of one threshold.
pub(super) async fn last_value(
    db: &mut Conn,
    org: OrgId,
    parameter: &str,
) -> Result<Option<String>> {
    let last: Option<(String,)> = db
        .maybe(
            "SELECT value FROM parameter_change WHERE org = $1 AND parameter = $2 \
             ORDER BY changed_at DESC LIMIT 1",
            args![org, parameter],
        )
        .await?;
    Ok(last.map(|(value,)| value))
}

pub(super) async fn insert_parameter_change(
    act: &mut kit::Act,
    parameter: &str,
    value: u32,
    reason: &str,
    record: kit::id::RecordId,
) -> Result<()> {
    let (org, now, by) = (act.org(), act.now(), act.person()?);
    act.db
        .run(
            "INSERT INTO parameter_change (org, parameter, value, reason, decided_by, changed_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            args![org, parameter, value.to_string(), reason, by, now, record],
        )
        .await?;
    Ok(())
}

/// Something that differs whenever the evidence may differ: how many records there are, in the
/// log or on their way, and the few tables that change without a record.
pub(super) async fn stamp(db: &mut Conn, org: OrgId) -> Result<Stamp> {
    db.one(
        "SELECT l.size + (SELECT count(*) FROM leaf WHERE org = $1 AND idx IS NULL) AS records, \
         (SELECT max(assigned_at) FROM assignment WHERE org = $1) AS assigned_at, \
         (SELECT count(*) FROM assignment WHERE org = $1 AND assigned_at = \
           (SELECT max(assigned_at) FROM assignment WHERE org = $1)) AS assigned_last, \
         (SELECT max(checked_at) FROM log_check WHERE org = $1) AS checked_at, \
         (SELECT max(saved_at) FROM draft WHERE org = $1) AS saved_at \
         FROM log_state l WHERE l.org = $1",
        args![org],
    )
    .await
}

/// See [`stamp`].
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(super) struct Stamp {
    records: i64,
    assigned_at: Option<i64>,
    assigned_last: i64,
    checked_at: Option<i64>,
    saved_at: Option<i64>,
}

/// The organisation's zone, by its name.
pub(super) async fn zone(db: &mut Conn, org: OrgId) -> Result<String> {
    let (zone,): (String,) = db
        .one(
            "SELECT time_zone FROM organisation WHERE id = $1",
            args![org],
        )
        .await?;
    Ok(zone)
}

/// A change of a threshold, with the name of who decided it.
#[derive(Debug, FromRow)]
pub(super) struct NamedChange {
    pub(super) value: String,
    pub(super) reason: String,
    pub(super) name: String,
    pub(super) changed_at: Moment,
}

/// The changes of one threshold, latest first.
pub(super) async fn named_changes(
    db: &mut Conn,
    org: OrgId,
    parameter: &str,
) -> Result<Vec<NamedChange>> {
    db.all(
        "SELECT c.value, c.reason, COALESCE(p.name, c.decided_by) AS name, c.changed_at \
         FROM parameter_change c LEFT JOIN person p ON p.org = c.org AND p.id = c.decided_by \
         WHERE c.org = $1 AND c.parameter = $2 ORDER BY c.changed_at DESC",
        args![org, parameter],
    )
    .await
}
