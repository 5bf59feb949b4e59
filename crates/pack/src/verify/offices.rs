//! Who held which office when.
//!
//! Days carry no zone, so a day in office reaches one day further at both ends than its number in UTC says.

use std::collections::HashMap;

use record::kinds::{AppointmentConfirmed, DocumentSigned, PersonAppointed, PersonRelieved};
use record::{Day, Id, Moment, Pid};

use super::found::Found;
use super::ledger::Seen;
use crate::finding::{Code, Finding};

const DAY_MS: i64 = 86_400_000;

#[derive(Debug, Default)]
pub(super) struct Offices {
    held: HashMap<Id, Office>,
}

#[derive(Debug)]
struct Office {
    person: Id,
    capacity: String,
    from: Day,
    until: Option<Day>,
    /// Another person has confirmed it, or it is the first of the register: nobody could.
    counts: bool,
}

impl Offices {
    /// Learns an appointment, and names one that was entered late or by the person appointed.
    pub(super) fn appoint(
        &mut self,
        seen: &Seen<'_>,
        appointed: &PersonAppointed,
        found: &mut Found,
    ) {
        let about = |code| {
            Finding::new(code)
                .at(seen.index)
                .subject(&appointed.person)
                .arg("person", &appointed.person)
        };
        let recorded = day(seen.record.at, -DAY_MS);
        if appointed.from < recorded {
            let late = about(Code::AppointmentRecordedLate).arg("from", appointed.from);
            found.add(late.arg("recorded", seen.record.at));
        }
        if matches!(&seen.record.actor.pid, Pid::Person(actor) if *actor == appointed.person) {
            found.add(about(Code::AppointmentByAppointee));
        }
        self.enter(appointed);
    }

    fn enter(&mut self, appointed: &PersonAppointed) {
        let PersonAppointed {
            person,
            capacity,
            from,
            until,
            ..
        } = appointed.clone();
        let counts = self.held.is_empty();
        self.held.insert(
            appointed.appointment.clone(),
            Office {
                person,
                capacity,
                from,
                until,
                counts,
            },
        );
    }

    pub(super) fn confirm(&mut self, confirmed: &AppointmentConfirmed, by_themselves: bool) {
        if let Some(office) = self.held.get_mut(&confirmed.appointment) {
            office.counts |= confirmed.by != office.person && !by_themselves;
        }
    }

    pub(super) fn relieve(&mut self, relieved: &PersonRelieved) {
        if let Some(office) = self.held.get_mut(&relieved.appointment) {
            office.until = Some(relieved.until);
        }
    }

    /// Whether the signer held the office they signed in, by what the log knew when they signed.
    ///
    /// `holder` is the signatory, or whoever let them act in their place.
    pub(super) fn check(
        &self,
        seen: &Seen<'_>,
        signed: &DocumentSigned,
        holder: &Id,
        found: &mut Found,
    ) {
        let about = |code| {
            Finding::new(code)
                .at(seen.index)
                .subject(&signed.person)
                .arg("person", &signed.person)
                .arg("role", &signed.capacity)
        };
        let held = self.held.get(&signed.appointment).filter(|office| {
            office.person == *holder
                && office.capacity == signed.capacity
                && office.covers(seen.record.at)
        });
        match held {
            None => found.add(about(Code::RoleNotHeld)),
            Some(office) if !office.counts => found.add(about(Code::AppointmentNotConfirmed)),
            Some(_) => {}
        }
    }
}

impl Office {
    fn covers(&self, moment: Moment) -> bool {
        let (before, after) = days_around(moment);
        self.from <= after && self.until.is_none_or(|until| until >= before)
    }
}

/// The earliest and the latest day that a moment may fall on, wherever the organisation is.
pub(super) fn days_around(moment: Moment) -> (Day, Day) {
    (day(moment, -DAY_MS), day(moment, DAY_MS))
}

/// The day in UTC, `shift` milliseconds later.
fn day(moment: Moment, shift: i64) -> Day {
    let ms = i64::try_from(moment.as_millis())
        .unwrap_or(i64::MAX)
        .saturating_add(shift);
    let text = Moment::from_millis(ms).to_string();
    text[..10].parse().expect("a moment begins with its day")
}
