//! Asking people, and who was not told yet.

use anyhow::{Context, Result};
use jiff::tz::TimeZone;
use kit::db::Conn;
use kit::id::{OrgId, PersonId};
use kit::{Act, Day, args};

use super::super::model::{Because, ReminderKind};
use crate::documents::{DocumentId, Publication, PublicationId};

/// What an audience is asked.
#[derive(Debug)]
pub(in crate::assignments) struct Asking {
    pub(in crate::assignments) publication: PublicationId,
    pub(in crate::assignments) document: DocumentId,
    pub(in crate::assignments) version: i64,
    /// Whoever acknowledged this version or a later one need not do it again.
    pub(in crate::assignments) since_version: i64,
    pub(in crate::assignments) because: Because,
    pub(in crate::assignments) today: Day,
    /// The publication before, and the day on which it ended.
    pub(in crate::assignments) previous: Option<(PublicationId, Day)>,
    pub(in crate::assignments) due_on: Day,
}

/// Asks everybody engaged today who is not asked yet, but for those who acknowledged the same
/// substance already. Whoever let the last day of the publication before pass, or was late even
/// then, and did not acknowledge it, stays late.
pub(in crate::assignments) async fn ask_everybody(act: &mut Act, asking: &Asking) -> Result<u64> {
    let (org, now) = (act.org(), act.now());
    let (previous, ended_on) = match asking.previous {
        Some((previous, ended_on)) => (previous.to_string(), ended_on),
        None => (String::new(), asking.today),
    };
    let asked = act
        .db
        .run(
            "INSERT INTO assignment (org, publication, person, because, assigned_at, due_on, \
               late_since) \
             SELECT p.org, $2, p.id, $3, $4, $5, \
               (SELECT COALESCE(o.late_since, CASE WHEN o.due_on < $11 THEN o.due_on END) \
                FROM assignment o WHERE o.org = p.org AND o.publication = $10 AND o.person = p.id \
                  AND NOT EXISTS (SELECT 1 FROM acknowledgement g WHERE g.org = o.org \
                    AND g.publication = o.publication AND g.person = o.person)) \
             FROM person p \
             WHERE p.org = $1 AND p.started_on <= $6 AND (p.left_on IS NULL OR p.left_on >= $6) \
               AND NOT EXISTS (SELECT 1 FROM acknowledgement k \
                 JOIN publication e ON e.org = k.org AND e.id = k.publication \
                 WHERE k.org = p.org AND k.person = p.id AND e.document = $7 \
                   AND e.version >= $8 AND e.version < $9) \
             ON CONFLICT DO NOTHING",
            args![
                org,
                asking.publication,
                asking.because,
                now,
                asking.due_on,
                asking.today,
                asking.document,
                asking.since_version,
                asking.version,
                previous,
                ended_on
            ],
        )
        .await?;
    // Whoever reads the text first should not wait for a plan that expects nobody.
    act.db.look_again("assignment").await?;
    Ok(asked)
}

/// Is anybody engaged who would have to be asked and is not?
pub(in crate::assignments) async fn is_anybody_missing(
    db: &mut Conn,
    org: OrgId,
    asking: &Asking,
) -> Result<bool> {
    let found: Option<(PersonId,)> = db
        .maybe(
            "SELECT p.id FROM person p \
             LEFT JOIN assignment a ON a.org = p.org AND a.publication = $2 AND a.person = p.id \
             WHERE p.org = $1 AND a.person IS NULL \
               AND p.started_on <= $3 AND (p.left_on IS NULL OR p.left_on >= $3) \
               AND NOT EXISTS (SELECT 1 FROM acknowledgement k \
                 JOIN publication e ON e.org = k.org AND e.id = k.publication \
                 WHERE k.org = p.org AND k.person = p.id AND e.document = $4 \
                   AND e.version >= $5 AND e.version < $6) LIMIT 1",
            args![
                org,
                asking.publication,
                asking.today,
                asking.document,
                asking.since_version,
                asking.version
            ],
        )
        .await?;
    Ok(found.is_some())
}

/// The signed version that changed the substance of this text last. Every version says what it
/// changes in the one signed before it, so that what nobody signed changed nothing.
pub(in crate::assignments) async fn last_change_of_substance(
    db: &mut Conn,
    org: OrgId,
    publication: &Publication,
) -> Result<i64> {
    let found: Option<(i64,)> = db
        .maybe(
            "SELECT v.number FROM version v \
             WHERE v.org = $1 AND v.document = $2 AND v.number < $3 AND v.change <> 'editorial' \
               AND EXISTS (SELECT 1 FROM signature s WHERE s.org = v.org \
                 AND s.document = v.document AND s.version = v.number) \
             ORDER BY v.number DESC LIMIT 1",
            args![org, publication.document, publication.version],
        )
        .await?;
    Ok(found.map_or(publication.version, |(number,)| number))
}

pub(in crate::assignments) async fn zone(db: &mut Conn, org: OrgId) -> Result<TimeZone> {
    let (zone,): (String,) = db
        .one(
            "SELECT time_zone FROM organisation WHERE id = $1",
            args![org],
        )
        .await?;
    TimeZone::get(&zone).context("the organisation's time zone")
}

/// Who owes this publication and was not told yet.
pub(in crate::assignments) async fn untold(
    db: &mut Conn,
    org: OrgId,
    publication: PublicationId,
    after: Option<PersonId>,
    most: i64,
) -> Result<Vec<(PersonId, Day)>> {
    let after = after.map(|person| person.to_string()).unwrap_or_default();
    db.all(
        "SELECT a.person, a.due_on FROM assignment a \
         LEFT JOIN reminder r ON r.org = a.org AND r.publication = a.publication \
           AND r.person = a.person AND r.kind = $5 \
         LEFT JOIN acknowledgement k ON k.org = a.org AND k.publication = a.publication \
           AND k.person = a.person \
         WHERE a.org = $1 AND a.publication = $2 AND a.person > $3 \
           AND r.person IS NULL AND k.person IS NULL ORDER BY a.person LIMIT $4",
        args![org, publication, after, most, ReminderKind::Told],
    )
    .await
}
