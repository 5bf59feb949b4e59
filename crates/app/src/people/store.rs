//! Queries of people and of the register.

use anyhow::{Context, Result};
use jiff::tz::TimeZone;
use kit::db::{Conn, FromRow};
use kit::id::{OrgId, PersonId, RecordId};
use kit::words::Language;
use kit::{Act, Day, Moment, args};
use record::Disclosure;

use super::join::NewPerson;
use super::register::{Appointment, NewAppointment};
use super::{AppointmentId, fold};

/// A person as known now.
#[derive(Clone, Debug, FromRow)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    pub email: Option<String>,
    pub job_title: Option<String>,
    pub unit: Option<String>,
    pub manager: Option<PersonId>,
    pub language: Option<Language>,
    pub started_on: Day,
    pub left_on: Option<Day>,
}

/// A person of this organisation.
pub async fn person(db: &mut Conn, org: OrgId, person: PersonId) -> Result<Option<Person>> {
    db.maybe(
        "SELECT id, name, email, job_title, unit, manager, language, started_on, left_on \
         FROM person WHERE org = $1 AND id = $2",
        args![org, person],
    )
    .await
}

pub(super) async fn holder_of_address(
    db: &mut Conn,
    org: OrgId,
    email: &str,
) -> Result<Option<PersonId>> {
    let holder: Option<(PersonId,)> = db
        .maybe(
            "SELECT id FROM person WHERE org = $1 AND email_key = $2 AND left_on IS NULL",
            args![org, fold(email)],
        )
        .await?;
    Ok(holder.map(|(person,)| person))
}

/// The personal fields of a joiner, each with fresh salt.
pub(super) fn conceal(act: &Act, new: &NewPerson) -> Vec<Disclosure> {
    let fields = [
        ("name", Some(new.name.as_str())),
        ("email", new.email.as_deref()),
        ("title", new.job_title.as_deref()),
    ];
    fields
        .iter()
        .filter_map(|(name, value)| Some(act.conceal(name, (*value)?)))
        .collect()
}

pub(super) async fn insert_person(
    act: &mut Act,
    id: PersonId,
    new: &NewPerson,
    record: RecordId,
) -> Result<()> {
    let (org, now) = (act.org(), act.now());
    act.db
        .run(
            "INSERT INTO person (org, id, number, name, name_key, email, email_key, job_title, \
             unit, manager, language, started_on, joined_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            args![
                org,
                id,
                new.number.clone(),
                new.name.trim(),
                fold(&new.name),
                new.email.clone(),
                new.email.as_deref().map(fold),
                new.job_title.clone(),
                new.unit.clone(),
                new.manager,
                new.language,
                new.started_on,
                now,
                record
            ],
        )
        .await?;
    Ok(())
}

pub(super) async fn note_leaving(
    db: &mut Conn,
    org: OrgId,
    person: PersonId,
    left_on: Day,
    now: Moment,
) -> Result<()> {
    db.run(
        "UPDATE person SET left_on = $3, left_at = $4 WHERE org = $1 AND id = $2",
        args![org, person, left_on, now],
    )
    .await?;
    Ok(())
}

/// The calendar day of the act in the organisation's zone.
pub async fn today(act: &mut Act) -> Result<Day> {
    let (org, now) = (act.org(), act.now());
    let (zone,): (String,) = act
        .db
        .one(
            "SELECT time_zone FROM organisation WHERE id = $1",
            args![org],
        )
        .await?;
    Ok(now.day(&TimeZone::get(&zone).context("the organisation's time zone")?))
}

pub(super) async fn insert_appointment(
    act: &mut Act,
    id: AppointmentId,
    new: &NewAppointment,
    record: RecordId,
) -> Result<()> {
    let (org, now, by) = (act.org(), act.now(), act.actor().person);
    act.db
        .run(
            "INSERT INTO appointment (org, id, person, body, capacity, from_on, until_on, basis, \
             basis_file, meanings, recorded_by, recorded_at, record) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
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
                record
            ],
        )
        .await?;
    Ok(())
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

/// The appointment that makes this person top management on a day, the latest if several.
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

/// Everybody who is top management on a day, by name; once for each appointment.
pub async fn serving(db: &mut Conn, org: OrgId, day: Day) -> Result<Vec<Serving>> {
    db.all(
        "SELECT a.person, p.name, a.capacity FROM appointment a \
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
}

/// Somebody of a firm that never was, by name: for the sign-in links of the demonstration,
/// which must not open anything else.
pub async fn named_in_demonstration(
    db: &mut Conn,
    name: &str,
) -> Result<Option<(OrgId, PersonId)>> {
    db.maybe(
        "SELECT p.org, p.id FROM person p JOIN organisation o ON o.id = p.org \
         WHERE o.purpose = 'demonstration' AND p.name_key = $1 AND p.left_at IS NULL",
        args![fold(name)],
    )
    .await
}
