//! Refusals to acknowledge, and what was decided on them.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId, RecordId};
use kit::{Act, Day, Moment, args};

use super::super::DecliningId;
use super::super::model::Decision;
use crate::documents::PublicationId;

/// Whether the refusal `d` stands: not taken back by acknowledging, and nobody asked again.
macro_rules! stands {
    () => {
        "NOT EXISTS (SELECT 1 FROM declining_decision e WHERE e.org = d.org \
           AND e.declining = d.id AND e.decision = 'asked-again') \
         AND NOT EXISTS (SELECT 1 FROM acknowledgement y WHERE y.org = d.org \
           AND y.publication = d.publication AND y.person = d.person)"
    };
}

/// Whether whoever owes the assignment `a` refuses it.
macro_rules! is_declined {
    () => {
        concat!(
            "EXISTS (SELECT 1 FROM declining d WHERE d.org = a.org \
               AND d.publication = a.publication AND d.person = a.person AND ",
            $crate::assignments::store::declinings::stands!(),
            ")"
        )
    };
}

pub(in crate::assignments) use {is_declined, stands};

/// Somebody's refusal to acknowledge a publication.
#[derive(Clone, Debug, FromRow)]
pub(in crate::assignments) struct Declining {
    pub(in crate::assignments) id: DecliningId,
    pub(in crate::assignments) publication: PublicationId,
    pub(in crate::assignments) person: PersonId,
    pub(in crate::assignments) reason: String,
    pub(in crate::assignments) declined_at: Moment,
    pub(in crate::assignments) record: RecordId,
    /// Neither acknowledged since, nor asked again.
    pub(in crate::assignments) stands: bool,
}

/// The columns of a refusal, and which rows.
macro_rules! declinings_where {
    ($where:literal) => {
        concat!(
            "SELECT d.id, d.publication, d.person, d.reason, d.declined_at, d.record, (",
            stands!(),
            ") AS stands FROM declining d ",
            $where
        )
    };
}

pub(in crate::assignments) async fn declining(
    db: &mut Conn,
    org: OrgId,
    id: DecliningId,
) -> Result<Option<Declining>> {
    db.maybe(
        declinings_where!("WHERE d.org = $1 AND d.id = $2"),
        args![org, id],
    )
    .await
}

/// The refusal of this person that stands, if there is one.
pub(in crate::assignments) async fn standing(
    db: &mut Conn,
    org: OrgId,
    publication: PublicationId,
    person: PersonId,
) -> Result<Option<Declining>> {
    let latest = latest(db, org, publication, person).await?;
    Ok(latest.filter(|latest| latest.stands))
}

/// What this person refused last, whatever became of it.
pub(in crate::assignments) async fn latest(
    db: &mut Conn,
    org: OrgId,
    publication: PublicationId,
    person: PersonId,
) -> Result<Option<Declining>> {
    db.maybe(
        declinings_where!(
            "WHERE d.org = $1 AND d.publication = $2 AND d.person = $3 \
             ORDER BY d.declined_at DESC, d.id DESC LIMIT 1"
        ),
        args![org, publication, person],
    )
    .await
}

pub(in crate::assignments) async fn insert(
    act: &mut Act,
    id: DecliningId,
    (publication, person): (PublicationId, PersonId),
    reason: &str,
    record: RecordId,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO declining (org, id, publication, person, reason, declined_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            args![org, id, publication, person, reason, now, record],
        )
        .await?;
    Ok(())
}

/// A refusal as those who decide see it.
#[derive(Clone, Debug, FromRow)]
pub(in crate::assignments) struct Listed {
    pub(in crate::assignments) id: DecliningId,
    pub(in crate::assignments) person: PersonId,
    pub(in crate::assignments) name: String,
    pub(in crate::assignments) unit: Option<String>,
    /// On the register of top management today.
    pub(in crate::assignments) leads: bool,
    pub(in crate::assignments) reason: String,
    pub(in crate::assignments) declined_at: Moment,
    /// Its number in the log, once it has one.
    pub(in crate::assignments) place: Option<i64>,
    pub(in crate::assignments) stands: bool,
}

/// Every refusal of a publication, or of the team of one manager: top management first, then
/// those that stand, the oldest first.
pub(in crate::assignments) async fn listed(
    db: &mut Conn,
    org: OrgId,
    publication: PublicationId,
    manager: Option<PersonId>,
    today: Day,
) -> Result<Vec<Listed>> {
    let manager = manager.map(|manager| manager.to_string());
    let mut listed: Vec<Listed> = db
        .all(
            concat!(
                "SELECT d.id, d.person, p.name, p.unit, d.reason, d.declined_at, l.idx AS place, \
                   EXISTS (SELECT 1 FROM appointment b \
                     LEFT JOIN relief r ON r.org = b.org AND r.appointment = b.id \
                     WHERE b.org = d.org AND b.person = d.person AND b.from_on <= $4 \
                       AND (b.until_on IS NULL OR b.until_on >= $4) \
                       AND (r.until_on IS NULL OR r.until_on >= $4)) AS leads, (",
                stands!(),
                ") AS stands FROM declining d \
                 JOIN person p ON p.org = d.org AND p.id = d.person \
                 JOIN leaf l ON l.org = d.org AND l.id = d.record \
                 WHERE d.org = $1 AND d.publication = $2 AND ($3 = '' OR p.manager = $3) \
                 ORDER BY d.declined_at, d.id"
            ),
            args![org, publication, manager.unwrap_or_default(), today],
        )
        .await?;
    listed.sort_by_key(|one| (!one.leads, !one.stands));
    Ok(listed)
}

/// What somebody decided on a refusal.
#[derive(Clone, Debug, FromRow)]
pub(in crate::assignments) struct Decided {
    pub(in crate::assignments) declining: DecliningId,
    pub(in crate::assignments) decision: Decision,
    pub(in crate::assignments) words: String,
    pub(in crate::assignments) name: String,
    pub(in crate::assignments) decided_at: Moment,
}

/// What was decided on the refusals of a publication, the oldest first.
pub(in crate::assignments) async fn decisions(
    db: &mut Conn,
    org: OrgId,
    publication: PublicationId,
) -> Result<Vec<Decided>> {
    db.all(
        "SELECT e.declining, e.decision, e.words, p.name, e.decided_at FROM declining_decision e \
         JOIN declining d ON d.org = e.org AND d.id = e.declining \
         JOIN person p ON p.org = e.org AND p.id = e.decided_by \
         WHERE e.org = $1 AND d.publication = $2 ORDER BY e.decided_at, e.record",
        args![org, publication],
    )
    .await
}

pub(in crate::assignments) async fn insert_decision(
    act: &mut Act,
    declining: DecliningId,
    (decision, words): (Decision, &str),
    record: RecordId,
) -> Result<()> {
    let (org, now, by) = (act.org(), act.now(), act.person()?);
    act.db
        .run(
            "INSERT INTO declining_decision (org, declining, decision, words, decided_by, \
             decided_at, record) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            args![org, declining, decision, words, by, now, record],
        )
        .await?;
    Ok(())
}

/// A publication that holds, with refusals on which nothing was decided yet.
#[derive(Clone, Debug, FromRow)]
pub struct Undecided {
    pub publication: PublicationId,
    pub title: String,
    pub count: i64,
    pub since: Moment,
}

/// Refusals that stand and on which nobody but the person has said anything, text by text.
/// Whoever asks does not decide on their own.
pub async fn undecided(db: &mut Conn, org: OrgId, reader: PersonId) -> Result<Vec<Undecided>> {
    db.all(
        concat!(
            "SELECT d.publication, v.title, COUNT(*) AS count, MIN(d.declined_at) AS since \
             FROM declining d \
             JOIN publication p ON p.org = d.org AND p.id = d.publication \
             JOIN version v ON v.org = p.org AND v.document = p.document AND v.number = p.version \
             LEFT JOIN withdrawal w ON w.org = p.org AND w.publication = p.id \
             WHERE d.org = $1 AND d.person <> $2 AND w.publication IS NULL \
               AND NOT EXISTS (SELECT 1 FROM publication l WHERE l.org = p.org \
                 AND l.document = p.document AND l.version > p.version) \
               AND NOT EXISTS (SELECT 1 FROM declining_decision x WHERE x.org = d.org \
                 AND x.declining = d.id) AND ",
            stands!(),
            " GROUP BY d.publication, v.title ORDER BY since, d.publication"
        ),
        args![org, reader],
    )
    .await
}

/// Something that somebody refuses to acknowledge.
#[derive(Clone, Debug, FromRow)]
pub struct Declined {
    pub publication: PublicationId,
    pub title: String,
    pub version: i64,
    pub declined_at: Moment,
}

/// The refusals of a person that stand, the newest first.
pub async fn declined_by(
    db: &mut Conn,
    org: OrgId,
    person: PersonId,
    most: i64,
) -> Result<Vec<Declined>> {
    db.all(
        concat!(
            "SELECT d.publication, v.title, v.number AS version, d.declined_at FROM declining d \
             JOIN publication p ON p.org = d.org AND p.id = d.publication \
             JOIN version v ON v.org = p.org AND v.document = p.document AND v.number = p.version \
             WHERE d.org = $1 AND d.person = $2 AND ",
            stands!(),
            " ORDER BY d.declined_at DESC, d.id DESC LIMIT $3"
        ),
        args![org, person, most],
    )
    .await
}
