//! Asking people, and who was not told yet.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use futures_util::stream::BoxStream;
use jiff::tz::TimeZone;
use kit::db::{Args, Conn, FromRow};
use kit::id::{OrgId, PersonId, RecordId};
use kit::reconcile::Reconciled;
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

// `NOT >` and not `<=`, or SQLite would look by the first day: it matches everybody, one by one.
macro_rules! missing {
    ($rest:literal) => {
        concat!(
            "SELECT p.id FROM person p \
             WHERE p.org = $1 AND p.id NOT IN (SELECT a.person FROM assignment a \
                 WHERE a.org = $1 AND a.publication = $2) \
               AND NOT p.started_on > $3 AND (p.left_on IS NULL OR p.left_on >= $3) \
               AND NOT EXISTS (SELECT 1 FROM acknowledgement k \
                 JOIN publication e ON e.org = k.org AND e.id = k.publication \
                 WHERE k.org = p.org AND k.person = p.id AND e.document = $4 \
                   AND e.version >= $5 AND e.version < $6) ",
            $rest
        )
    };
}

fn of(org: OrgId, asking: &Asking) -> Args {
    args![
        org,
        asking.publication,
        asking.today,
        asking.document,
        asking.since_version,
        asking.version
    ]
}

/// Everybody engaged today who is not asked yet, but for those who acknowledged the same substance
/// already; in the order of their ids.
pub(in crate::assignments) async fn missing(
    db: &mut Conn,
    org: OrgId,
    asking: &Asking,
) -> Result<Vec<PersonId>> {
    let found: Vec<(PersonId,)> = db.all(missing!(""), of(org, asking)).await?;
    let mut people: Vec<PersonId> = found.into_iter().map(|(person,)| person).collect();
    people.sort_unstable();
    Ok(people)
}

/// Who let the last day of the publication before pass without acknowledging it, or was late even
/// then, and since when.
pub(in crate::assignments) async fn late(
    db: &mut Conn,
    org: OrgId,
    asking: &Asking,
) -> Result<BTreeMap<PersonId, Day>> {
    let Some((previous, ended_on)) = asking.previous else {
        return Ok(BTreeMap::new());
    };
    let late: Vec<(PersonId, Day)> = db
        .all(
            "SELECT a.person, COALESCE(a.late_since, a.due_on) FROM assignment a \
             LEFT JOIN acknowledgement k ON k.org = a.org AND k.publication = a.publication \
               AND k.person = a.person \
             WHERE a.org = $1 AND a.publication = $2 AND k.person IS NULL \
               AND (a.late_since IS NOT NULL OR a.due_on < $3)",
            args![org, previous, ended_on],
        )
        .await?;
    Ok(late.into_iter().collect())
}

/// Asks these people, by this record.
pub(in crate::assignments) async fn insert(
    act: &mut Act,
    asking: &Asking,
    people: &[PersonId],
    late: &BTreeMap<PersonId, Day>,
    record: RecordId,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    let rows = people
        .iter()
        .map(|person| {
            args![
                org,
                asking.publication,
                *person,
                asking.because,
                now,
                asking.due_on,
                record,
                late.get(person).copied()
            ]
        })
        .collect();
    act.db
        .insert_many(
            "INSERT INTO assignment (org, publication, person, because, assigned_at, due_on, \
               record, late_since)",
            rows,
            "",
        )
        .await?;
    // Whoever reads the text first should not wait for a plan that expects nobody.
    act.db.look_again("assignment").await
}

/// Is anybody engaged who would have to be asked and is not?
pub(in crate::assignments) async fn is_anybody_missing(
    db: &mut Conn,
    org: OrgId,
    asking: &Asking,
) -> Result<bool> {
    let found: Option<(PersonId,)> = db.maybe(missing!("LIMIT 1"), of(org, asking)).await?;
    Ok(found.is_some())
}

/// The approved version that changed the substance of this text last. Every version says what it
/// changes in the one approved before it, so that what nobody approved changed nothing.
pub(in crate::assignments) async fn last_change_of_substance(
    db: &mut Conn,
    org: OrgId,
    publication: &Publication,
) -> Result<i64> {
    let found: Option<(i64,)> = db
        .maybe(
            "SELECT h.version FROM approval h \
             WHERE h.org = $1 AND h.document = $2 AND h.version < $3 AND h.change <> 'editorial' \
             ORDER BY h.version DESC LIMIT 1",
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

/// What the rows about who is asked repeat of their records; how many and who is for
/// `assignments::lists`.
pub(in crate::assignments) const RECONCILED: &[Reconciled] = &[kit::reconciled! {
    "assignment" rests on ["acknowledgement-requested"] {
        "publication" => Same "/body/publication",
        "because" => Same "/body/because",
        "assigned_at" => Moment "/at",
        "due_on" => Same "/body/due_on",
    }
}];

/// Everybody who is asked, record by record.
pub(in crate::assignments) async fn asked(
    db: &mut Conn,
    org: OrgId,
) -> Result<BoxStream<'_, Result<(String, PersonId, Option<Day>)>>> {
    db.stream(
        "SELECT record, person, late_since FROM assignment WHERE org = $1 ORDER BY record, person",
        args![org],
    )
    .await
}

/// A record of asking people.
#[derive(Debug, FromRow)]
pub(in crate::assignments) struct AskedBy {
    pub(in crate::assignments) id: String,
    pub(in crate::assignments) idx: Option<i64>,
    pub(in crate::assignments) bytes: Vec<u8>,
}

/// The records of asking people.
pub(in crate::assignments) async fn askings(
    db: &mut Conn,
    org: OrgId,
) -> Result<BoxStream<'_, Result<AskedBy>>> {
    db.stream(
        "SELECT r.id, l.idx, r.bytes FROM record r JOIN leaf l ON l.org = r.org AND l.id = r.id \
         WHERE r.org = $1 AND r.type = 'acknowledgement-requested'",
        args![org],
    )
    .await
}
