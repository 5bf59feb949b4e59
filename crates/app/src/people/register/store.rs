//! Queries of the register.

use anyhow::Result;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId, RecordId};
use kit::reconcile::Reconciled;
use kit::{Act, Day, Digest, Moment, args};

use super::super::AppointmentId;
use super::verbs::{Appointment, NewAppointment};

pub(super) async fn insert_appointment(
    act: &mut Act,
    id: AppointmentId,
    new: &NewAppointment,
    (record, is_first): (RecordId, bool),
) -> Result<()> {
    let (org, now, by) = (act.org(), act.now(), act.actor().person);
    act.db
        .run(
            "INSERT INTO appointment (org, id, person, body, capacity, from_on, until_on, basis, \
             basis_file, meanings, recorded_by, recorded_at, record, is_first) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            args![
                org,
                id,
                new.person,
                &new.body,
                &new.capacity,
                new.from,
                new.until,
                &new.basis,
                new.basis_file,
                new.meanings.join(" "),
                by,
                now,
                record,
                is_first
            ],
        )
        .await?;
    Ok(())
}

/// Is the register empty, as it is once in its life?
pub(super) async fn is_empty(db: &mut Conn, org: OrgId) -> Result<bool> {
    let any: Option<(AppointmentId,)> = db
        .maybe(
            "SELECT id FROM appointment WHERE org = $1 LIMIT 1",
            args![org],
        )
        .await?;
    Ok(any.is_none())
}

/// What the verbs of the register need to know of an entry.
#[derive(Debug, FromRow)]
pub(super) struct Entry {
    pub(super) person: PersonId,
    pub(super) from_on: Day,
    pub(super) recorded_by: Option<PersonId>,
    pub(super) relieved_on: Option<Day>,
}

pub(super) async fn appointment(
    db: &mut Conn,
    org: OrgId,
    id: AppointmentId,
) -> Result<Option<Entry>> {
    db.maybe(
        "SELECT a.person, a.from_on, a.recorded_by, r.until_on AS relieved_on \
         FROM appointment a \
         LEFT JOIN relief r ON r.org = a.org AND r.appointment = a.id \
         WHERE a.org = $1 AND a.id = $2",
        args![org, id],
    )
    .await
}

pub(super) async fn insert_confirmation(
    act: &mut Act,
    appointment: AppointmentId,
    by: PersonId,
    record: RecordId,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO appointment_confirmation (org, appointment, confirmed_by, confirmed_at, record) \
             VALUES ($1, $2, $3, $4, $5)",
            args![org, appointment, by, now, record],
        )
        .await?;
    Ok(())
}

pub(super) async fn insert_relief(
    act: &mut Act,
    appointment: AppointmentId,
    until: Day,
    reason: &str,
    record: RecordId,
) -> Result<()> {
    let (org, now, by) = (act.org(), act.now(), act.actor().person);
    act.db
        .run(
            "INSERT INTO relief (org, appointment, until_on, reason, relieved_by, relieved_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            args![org, appointment, until, reason, by, now, record],
        )
        .await?;
    Ok(())
}

/// The appointment that makes this person top management on a day, the latest if several. One that
/// nobody else has confirmed makes nobody anything, but for the very first.
pub async fn serving_on(
    db: &mut Conn,
    org: OrgId,
    person: PersonId,
    day: Day,
) -> Result<Option<Appointment>> {
    let row: Option<(AppointmentId, PersonId, String, String)> = db
        .maybe(
            "SELECT a.id, a.person, a.capacity, a.body FROM appointment a \
             LEFT JOIN relief r ON r.org = a.org AND r.appointment = a.id \
             WHERE a.org = $1 AND a.person = $2 AND a.from_on <= $3 \
               AND (a.until_on IS NULL OR a.until_on >= $3) \
               AND (r.until_on IS NULL OR r.until_on >= $3) \
               AND (a.is_first OR EXISTS (SELECT 1 FROM appointment_confirmation c \
                 WHERE c.org = a.org AND c.appointment = a.id)) \
             ORDER BY a.from_on DESC, a.id DESC LIMIT 1",
            args![org, person, day],
        )
        .await?;
    Ok(row.map(|(id, person, capacity, body)| Appointment {
        id,
        person,
        capacity,
        body,
    }))
}

/// Everybody whose office has not ended by a day, confirmed or not, begun or to come.
pub(in crate::people) async fn not_ended(
    db: &mut Conn,
    org: OrgId,
    day: Day,
) -> Result<Vec<PersonId>> {
    let people: Vec<(PersonId,)> = db
        .all(
            "SELECT DISTINCT a.person FROM appointment a \
             LEFT JOIN relief r ON r.org = a.org AND r.appointment = a.id \
             WHERE a.org = $1 AND (a.until_on IS NULL OR a.until_on >= $2) \
               AND (r.until_on IS NULL OR r.until_on >= $2)",
            args![org, day],
        )
        .await?;
    Ok(people.into_iter().map(|(person,)| person).collect())
}

/// An entry of the register with everything that was ever said about it.
#[derive(Clone, Debug, FromRow)]
pub(in crate::people) struct Listed {
    pub(in crate::people) id: AppointmentId,
    pub(in crate::people) person: PersonId,
    pub(in crate::people) name: String,
    pub(in crate::people) body: String,
    pub(in crate::people) capacity: String,
    pub(in crate::people) from_on: Day,
    pub(in crate::people) until_on: Option<Day>,
    pub(in crate::people) basis: String,
    pub(in crate::people) basis_file: Option<Digest>,
    /// Words separated by spaces.
    pub(in crate::people) meanings: String,
    pub(in crate::people) is_first: bool,
    pub(in crate::people) recorded_by: Option<PersonId>,
    pub(in crate::people) recorded_at: Moment,
    pub(in crate::people) relieved_on: Option<Day>,
    pub(in crate::people) relieved_because: Option<String>,
    pub(in crate::people) relieved_by: Option<PersonId>,
    pub(in crate::people) left_on: Option<Day>,
}

macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.person, p.name, a.body, a.capacity, a.from_on, a.until_on, a.basis, \
             a.basis_file, a.meanings, a.is_first, a.recorded_by, a.recorded_at, r.until_on AS relieved_on, \
             r.reason AS relieved_because, r.relieved_by, p.left_on FROM appointment a \
             JOIN person p ON p.org = a.org AND p.id = a.person \
             LEFT JOIN relief r ON r.org = a.org AND r.appointment = a.id WHERE a.org = $1 ",
            $rest
        )
    };
}

/// Every entry, the latest first. A register has dozens of entries, not thousands.
pub(in crate::people) async fn entries(db: &mut Conn, org: OrgId) -> Result<Vec<Listed>> {
    db.all(listed!("ORDER BY a.from_on DESC, a.id DESC"), args![org])
        .await
}

pub(super) async fn entry(db: &mut Conn, org: OrgId, id: AppointmentId) -> Result<Option<Listed>> {
    db.maybe(listed!("AND a.id = $2"), args![org, id]).await
}

/// Who confirmed which entry, and when.
pub(super) async fn confirmations(
    db: &mut Conn,
    org: OrgId,
) -> Result<Vec<(AppointmentId, PersonId, String, Moment)>> {
    db.all(
        "SELECT c.appointment, c.confirmed_by, p.name, c.confirmed_at \
         FROM appointment_confirmation c JOIN person p ON p.org = c.org AND p.id = c.confirmed_by \
         WHERE c.org = $1 ORDER BY c.confirmed_at",
        args![org],
    )
    .await
}

pub(super) async fn has_confirmed(
    db: &mut Conn,
    org: OrgId,
    appointment: AppointmentId,
    by: PersonId,
) -> Result<bool> {
    let confirmed: Option<(Moment,)> = db
        .maybe(
            "SELECT confirmed_at FROM appointment_confirmation \
             WHERE org = $1 AND appointment = $2 AND confirmed_by = $3",
            args![org, appointment, by],
        )
        .await?;
    Ok(confirmed.is_some())
}

/// An office that somebody holds: what lets them approve.
#[derive(Clone, Debug, FromRow)]
pub struct Office {
    pub appointment: AppointmentId,
    pub person: PersonId,
    pub name: String,
    pub body: String,
    pub capacity: String,
}

/// Every office that is held on a day and counts, by the name of its holder.
pub async fn offices(db: &mut Conn, org: OrgId, day: Day) -> Result<Vec<Office>> {
    db.all(
        "SELECT a.id AS appointment, a.person, p.name, a.body, a.capacity FROM appointment a \
         JOIN person p ON p.org = a.org AND p.id = a.person \
         LEFT JOIN relief r ON r.org = a.org AND r.appointment = a.id \
         WHERE a.org = $1 AND a.from_on <= $2 AND p.left_at IS NULL \
           AND (a.until_on IS NULL OR a.until_on >= $2) \
           AND (r.until_on IS NULL OR r.until_on >= $2) \
           AND (a.is_first OR EXISTS (SELECT 1 FROM appointment_confirmation c \
             WHERE c.org = a.org AND c.appointment = a.id)) \
         ORDER BY p.name_key, a.from_on DESC, a.id",
        args![org, day],
    )
    .await
}

/// Everybody who is top management on a day, by name; once for each appointment.
pub async fn serving(db: &mut Conn, org: OrgId, day: Day) -> Result<Vec<Serving>> {
    let entered = entered(db, org, day).await?;
    Ok(entered.into_iter().filter(|entry| entry.counts).collect())
}

/// The same with those whose appointment nobody else has confirmed yet.
pub async fn entered(db: &mut Conn, org: OrgId, day: Day) -> Result<Vec<Serving>> {
    db.all(
        "SELECT a.person, p.name, a.capacity, \
                (a.is_first OR EXISTS (SELECT 1 FROM appointment_confirmation c \
                   WHERE c.org = a.org AND c.appointment = a.id)) AS counts \
         FROM appointment a \
         JOIN person p ON p.org = a.org AND p.id = a.person \
         LEFT JOIN relief r ON r.org = a.org AND r.appointment = a.id \
         WHERE a.org = $1 AND a.from_on <= $2 AND p.left_at IS NULL \
           AND (a.until_on IS NULL OR a.until_on >= $2) \
           AND (r.until_on IS NULL OR r.until_on >= $2) \
         ORDER BY p.name_key, a.from_on DESC, a.id",
        args![org, day],
    )
    .await
}

/// A member of top management on a day.
#[derive(Clone, Debug, FromRow)]
pub struct Serving {
    pub person: PersonId,
    pub name: String,
    pub capacity: String,
    /// Somebody else has confirmed the appointment, or it is the first of the register.
    pub counts: bool,
}

/// An appointment that nobody else has confirmed yet.
#[derive(Clone, Debug, FromRow)]
pub struct Unconfirmed {
    pub appointment: AppointmentId,
    pub name: String,
}

/// What this reader, as a member of top management, could confirm: neither their own appointment
/// nor one that they entered.
pub async fn unconfirmed(
    db: &mut Conn,
    org: OrgId,
    reader: PersonId,
    today: Day,
) -> Result<Vec<Unconfirmed>> {
    db.all(
        "SELECT a.id AS appointment, p.name FROM appointment a \
         JOIN person p ON p.org = a.org AND p.id = a.person \
         LEFT JOIN relief r ON r.org = a.org AND r.appointment = a.id \
         WHERE a.org = $1 AND a.person <> $2 AND (a.recorded_by IS NULL OR a.recorded_by <> $2) \
           AND (a.until_on IS NULL OR a.until_on >= $3) \
           AND (r.until_on IS NULL OR r.until_on >= $3) AND p.left_at IS NULL \
           AND NOT EXISTS (SELECT 1 FROM appointment_confirmation c WHERE c.org = a.org \
             AND c.appointment = a.id AND c.confirmed_by <> a.person) \
         ORDER BY a.recorded_at, a.id",
        args![org, reader, today],
    )
    .await
}

/// What the rows of this slice repeat of their records.
pub(in crate::people) const RECONCILED: &[Reconciled] = &[
    kit::reconciled! {
        "appointment" rests on ["person-appointed"] {
            "id" => Same "/body/appointment",
            "person" => Same "/body/person",
            "body" => Same "/body/body",
            "capacity" => Same "/body/capacity",
            "from_on" => Same "/body/from",
            "until_on" => Same "/body/until",
            "basis" => Same "/body/basis/note",
            "basis_file" => Same "/body/basis/file",
            "meanings" => Words "/body/meanings",
            "recorded_by" => Actor "/actor/pid",
            "recorded_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "appointment_confirmation" rests on ["appointment-confirmed"] {
            "appointment" => Same "/body/appointment",
            "confirmed_by" => Same "/body/by",
            "confirmed_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "relief" rests on ["person-relieved"] {
            "appointment" => Same "/body/appointment",
            "until_on" => Same "/body/until",
            "reason" => Same "/body/reason",
            "relieved_by" => Actor "/actor/pid",
            "relieved_at" => Moment "/at",
        }
    },
];
