//! Who held which office when.
//!
//! Days carry no zone, so a day in office reaches one day further at both ends than its number in UTC says.

use std::collections::HashMap;

use record::kinds::{DocumentSigned, PersonAppointed, PersonRelieved};
use record::{Day, Id, Moment};

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
}

impl Offices {
    pub(super) fn appoint(&mut self, appointed: &PersonAppointed) {
        let PersonAppointed {
            person,
            capacity,
            from,
            until,
            ..
        } = appointed.clone();
        self.held.insert(
            appointed.appointment.clone(),
            Office {
                person,
                capacity,
                from,
                until,
            },
        );
    }

    pub(super) fn relieve(&mut self, relieved: &PersonRelieved) {
        if let Some(office) = self.held.get_mut(&relieved.appointment) {
            office.until = Some(relieved.until);
        }
    }

    /// Whether the signer held the office they signed in, by what the log knew when they signed.
    pub(super) fn check(&self, seen: &Seen<'_>, signed: &DocumentSigned, found: &mut Found) {
        let held = self.held.get(&signed.appointment).is_some_and(|office| {
            office.person == signed.person
                && office.capacity == signed.capacity
                && office.covers(seen.record.at)
        });
        if !held {
            let without = Finding::new(Code::RoleNotHeld)
                .at(seen.index)
                .subject(&signed.person);
            found.add(
                without
                    .arg("person", &signed.person)
                    .arg("role", &signed.capacity),
            );
        }
    }
}

impl Office {
    fn covers(&self, moment: Moment) -> bool {
        self.from <= day(moment, DAY_MS)
            && self.until.is_none_or(|until| until >= day(moment, -DAY_MS))
    }
}

/// The day in UTC, `shift` milliseconds later.
fn day(moment: Moment, shift: i64) -> Day {
    let ms = i64::try_from(moment.as_millis())
        .unwrap_or(i64::MAX)
        .saturating_add(shift);
    let text = Moment::from_millis(ms).to_string();
    text[..10].parse().expect("a moment begins with its day")
}
