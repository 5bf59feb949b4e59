//! Appointing, confirming, relieving: the register only grows.

use kit::db::Conn;
use kit::id::{OrgId, PersonId};
use kit::{Act, Day, Digest};
use record::kinds::words::Basis;
use record::kinds::{AppointmentConfirmed, PersonAppointed, PersonRelieved};

use super::super::AppointmentId;
use super::store;
use crate::identity::{self, Role};
use crate::notices::{self, Telling};
use crate::people;

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
    #[error("Body, capacity and basis have at most 500 characters each.")]
    TooLong,
    #[error("Somebody who is relieved is relieved for a reason of at most 500 characters.")]
    NoReason,
    #[error("You have confirmed this appointment already.")]
    Confirmed,
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

kit::refusals!(CannotAppoint {
    NoSuchPerson says "register-cannot-person",
    Incomplete says "register-cannot-incomplete",
    TooLong says "register-cannot-long",
    NoReason says "register-cannot-reason",
    Confirmed says "register-cannot-confirmed",
    EndsBeforeItBegins says "register-cannot-end",
    Ended says "register-cannot-ended",
    OwnAppointment says "register-cannot-own",
    NotTopManagement says "register-cannot-not-top";
    NoSuchAppointment is NotFound,
});

/// Enters an appointment. It counts once another member of top management has confirmed it; the
/// first of the register counts at once.
pub async fn appoint(act: &mut Act, new: NewAppointment) -> Result<AppointmentId, CannotAppoint> {
    if [&new.body, &new.capacity, &new.basis]
        .iter()
        .any(|text| text.trim().is_empty())
    {
        return Err(CannotAppoint::Incomplete);
    }
    let fits = |text: &str| text.chars().count() <= 500 && !text.contains('\0');
    if ![&new.body, &new.capacity, &new.basis]
        .iter()
        .all(|text| fits(text))
    {
        return Err(CannotAppoint::TooLong);
    }
    if new.until.is_some_and(|until| until < new.from) {
        return Err(CannotAppoint::EndsBeforeItBegins);
    }
    let org = act.org();
    people::person(&mut act.db, org, new.person)
        .await?
        .ok_or(CannotAppoint::NoSuchPerson)?;
    act.db.lock(&format!("{org}/register")).await?;
    let is_first = store::is_empty(&mut act.db, org).await?;
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
    store::insert_appointment(act, id, &new, (recorded.id, is_first)).await?;
    if !is_first {
        ask_to_confirm(act, id, &new).await?;
    }
    Ok(id)
}

/// Tells those who can confirm an appointment that it waits for one of them.
async fn ask_to_confirm(
    act: &mut Act,
    id: AppointmentId,
    new: &NewAppointment,
) -> Result<(), CannotAppoint> {
    let (org, by) = (act.org(), act.actor().person);
    let names = people::names(&mut act.db, org, [new.person]).await?;
    let whose = names.get(&new.person).cloned().unwrap_or_default();
    let today = people::today(act).await?;
    for member in who_confirms(&mut act.db, org, today, (new.person, by)).await? {
        let letter = Telling {
            to: member,
            word: "appointment-waits".to_owned(),
            args: vec![
                ("whose".to_owned(), whose.clone()),
                ("capacity".to_owned(), new.capacity.clone()),
                ("page".to_owned(), format!("/top-management/{id}")),
            ],
            leads_to: None,
            thread: None,
            reply_to: None,
        };
        notices::tell(act, &letter, None).await?;
    }
    Ok(())
}

/// Whoever can confirm an entry: top management in office, but for the person appointed and
/// whoever entered it; where that is nobody, the internal auditors.
pub(super) async fn who_confirms(
    db: &mut Conn,
    org: OrgId,
    today: Day,
    (appointed, entered_by): (PersonId, Option<PersonId>),
) -> anyhow::Result<Vec<PersonId>> {
    let is_apart = |person: &PersonId| *person != appointed && Some(*person) != entered_by;
    let serving = store::serving(db, org, today).await?;
    let mut members: Vec<PersonId> = serving
        .into_iter()
        .map(|member| member.person)
        .filter(is_apart)
        .collect();
    if members.is_empty() {
        let auditors = identity::holders(db, org, &[Role::InternalAuditor], today).await?;
        members = auditors.into_iter().filter(is_apart).collect();
    }
    members.sort_unstable();
    members.dedup();
    Ok(members)
}

/// Confirms somebody else's appointment, as a member of top management: it counts from now on.
/// Where nobody else is in office, an internal auditor does.
pub async fn confirm(act: &mut Act, appointment: AppointmentId) -> Result<(), CannotAppoint> {
    let org = act.org();
    let by = act.person()?;
    act.db.lock(&format!("{org}/{appointment}")).await?;
    let entry = store::appointment(&mut act.db, org, appointment)
        .await?
        .ok_or(CannotAppoint::NoSuchAppointment)?;
    if entry.person == by || entry.recorded_by == Some(by) {
        return Err(CannotAppoint::OwnAppointment);
    }
    if store::has_confirmed(&mut act.db, org, appointment, by).await? {
        return Err(CannotAppoint::Confirmed);
    }
    let today = people::today(act).await?;
    let about = (entry.person, entry.recorded_by);
    let others = who_confirms(&mut act.db, org, today, about).await?;
    if !others.contains(&by) {
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
    let reason = reason.trim().to_owned();
    if reason.is_empty() || reason.chars().count() > 500 {
        return Err(CannotAppoint::NoReason);
    }
    act.db.lock(&format!("{org}/{appointment}")).await?;
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
