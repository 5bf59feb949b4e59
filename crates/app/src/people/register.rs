//! The dated register of top management.
//!
//! An appointment rests on a basis (a board minute, an extract of the company register) and
//! is confirmed by a second member of top management; being relieved is another entry.

use anyhow::Result;
use kit::id::PersonId;
use kit::{Act, Day, Digest};
use record::kinds::words::Basis;
use record::kinds::{AppointmentConfirmed, PersonAppointed, PersonRelieved};

use super::{AppointmentId, store};

/// An entry that is to be made.
#[derive(Clone, Debug)]
pub struct NewAppointment {
    pub person: PersonId,
    pub body: String,
    pub capacity: String,
    pub from: Day,
    pub until: Option<Day>,
    pub basis: String,
    pub basis_file: Option<Digest>,
    /// What the office means to laws and standards, such as `iso-top-management`.
    pub meanings: Vec<String>,
}

/// An entry of the register as it stands on a day.
#[derive(Clone, Debug)]
pub struct Appointment {
    pub id: AppointmentId,
    pub person: PersonId,
    pub capacity: String,
    pub body: String,
}

/// Why the register is not changed.
#[derive(Debug, thiserror::Error)]
pub enum CannotAppoint {
    #[error("There is no such person.")]
    NoSuchPerson,
    #[error("There is no such appointment.")]
    NoSuchAppointment,
    #[error("An appointment names the body, the capacity and what it rests on.")]
    Incomplete,
    #[error("An appointment cannot end before it begins.")]
    EndsBeforeItBegins,
    #[error("This appointment has ended already.")]
    Ended,
    #[error(
        "Somebody else has to confirm this appointment, not the person appointed and not who entered it."
    )]
    OwnAppointment,
    #[error("Only a member of top management confirms an appointment.")]
    NotTopManagement,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

/// Enters an appointment.
pub async fn appoint(act: &mut Act, new: NewAppointment) -> Result<AppointmentId, CannotAppoint> {
    if [&new.body, &new.capacity, &new.basis]
        .iter()
        .any(|text| text.trim().is_empty())
    {
        return Err(CannotAppoint::Incomplete);
    }
    if new.until.is_some_and(|until| until < new.from) {
        return Err(CannotAppoint::EndsBeforeItBegins);
    }
    let org = act.org();
    store::person(&mut act.db, org, new.person)
        .await?
        .ok_or(CannotAppoint::NoSuchPerson)?;
    let id = AppointmentId::fresh(act.now(), act.dice());
    let body = PersonAppointed {
        appointment: id.into(),
        person: new.person.into(),
        body: new.body.clone(),
        capacity: new.capacity.clone(),
        from: new.from.into(),
        until: new.until.map(Into::into),
        basis: Basis {
            note: new.basis.clone(),
            file: new.basis_file.map(Into::into),
        },
        meanings: new.meanings.clone(),
    };
    let recorded = act.record_first(id, body, &[]).await?;
    store::insert_appointment(act, id, &new, recorded.id).await?;
    Ok(id)
}

/// Confirms somebody else's appointment, as a member of top management.
pub async fn confirm(act: &mut Act, appointment: AppointmentId) -> Result<(), CannotAppoint> {
    let org = act.org();
    let by = act.person()?;
    let entry = store::appointment(&mut act.db, org, appointment)
        .await?
        .ok_or(CannotAppoint::NoSuchAppointment)?;
    if entry.person == by || entry.recorded_by == Some(by) {
        return Err(CannotAppoint::OwnAppointment);
    }
    let today = store::today(act).await?;
    if store::serving_on(&mut act.db, org, by, today)
        .await?
        .is_none()
    {
        return Err(CannotAppoint::NotTopManagement);
    }
    let body = AppointmentConfirmed {
        appointment: appointment.into(),
        person: entry.person.into(),
        by: by.into(),
    };
    let recorded = act.record(appointment, body).await?;
    store::insert_confirmation(act, appointment, by, recorded.id).await?;
    Ok(())
}

/// Ends an appointment.
pub async fn relieve(
    act: &mut Act,
    appointment: AppointmentId,
    until: Day,
    reason: String,
) -> Result<(), CannotAppoint> {
    let org = act.org();
    let entry = store::appointment(&mut act.db, org, appointment)
        .await?
        .ok_or(CannotAppoint::NoSuchAppointment)?;
    if entry.relieved_on.is_some() {
        return Err(CannotAppoint::Ended);
    }
    if until < entry.from_on {
        return Err(CannotAppoint::EndsBeforeItBegins);
    }
    let body = PersonRelieved {
        appointment: appointment.into(),
        person: entry.person.into(),
        until: until.into(),
        reason: reason.clone(),
        basis: None,
    };
    let recorded = act.record(appointment, body).await?;
    store::insert_relief(act, appointment, until, &reason, recorded.id).await?;
    Ok(())
}
