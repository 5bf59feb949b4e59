use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Facts;

/// One line of the dated register of top management.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// The appointment's id.
    pub id: String,
    /// Who was appointed.
    pub person: String,
    /// To which body, such as “Management board”.
    pub body: String,
    /// In which capacity, such as “Managing director”.
    pub capacity: String,
    /// First day.
    pub from: Date,
    /// Last day, inclusive; `None` while it is open.
    #[serde(default)]
    pub until: Option<Date>,
    /// Legal entities the person may speak for; empty means all of them.
    #[serde(default)]
    pub legal_entities: Vec<String>,
    /// What the appointment rests on; without one the register is only a claim.
    #[serde(default)]
    pub basis: Option<Basis>,
    /// The first line ever written into the register: nobody could confirm it then.
    #[serde(default)]
    pub first: bool,
    /// When the line was written into the register.
    pub recorded_at: Timestamp,
    /// Who of top management confirmed it.
    #[serde(default)]
    pub confirmation: Option<Confirmation>,
}

/// What an appointment rests on: a board minute, an extract of the company register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// What it is, with its date, in the words of who recorded it.
    pub note: String,
    /// SHA-256 of the attached document, in hex.
    #[serde(default)]
    pub file: Option<String>,
}

/// Somebody else of top management stood up for the appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// Who confirmed.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

impl Appointment {
    /// Whether the appointment covers a day.
    pub fn covers(&self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|last| on <= last)
    }

    /// Whether a document or a note says what the appointment rests on.
    pub fn has_basis(&self) -> bool {
        self.basis
            .as_ref()
            .is_some_and(|basis| basis.file.is_some() || !basis.note.trim().is_empty())
    }

    /// Whether the person may speak for each of these legal entities.
    pub fn speaks_for(&self, entities: &[String]) -> bool {
        self.legal_entities.is_empty()
            || entities
                .iter()
                .all(|entity| self.legal_entities.contains(entity))
    }
}

impl Facts {
    /// Appointments of a person that cover a day.
    pub fn appointments_of<'a>(
        &'a self,
        person: &'a str,
        on: Date,
    ) -> impl Iterator<Item = &'a Appointment> {
        self.appointments
            .iter()
            .filter(move |appointment| appointment.person == person && appointment.covers(on))
    }

    /// Whether a person was on the register of top management on a day.
    pub fn is_top_manager(&self, person: &str, on: Date) -> bool {
        self.appointments_of(person, on).next().is_some()
    }

    /// Everybody on the register on a day, each once, in the order of the register.
    pub fn top_managers(&self, on: Date) -> Vec<&str> {
        let mut people = Vec::new();
        for appointment in self
            .appointments
            .iter()
            .filter(|appointment| appointment.covers(on))
        {
            if !people.contains(&&*appointment.person) {
                people.push(&*appointment.person);
            }
        }
        people
    }

    /// Whether somebody else, who was on the register then, has confirmed an appointment. Where
    /// nobody else was on it, anybody but the person themselves could.
    pub fn is_confirmed(&self, appointment: &Appointment) -> bool {
        appointment
            .confirmation
            .as_ref()
            .is_some_and(|confirmation| {
                let day = self.day_of(confirmation.at);
                let is_alone = || {
                    let mut others = self.top_managers(day).into_iter();
                    others.all(|person| person == appointment.person)
                };
                confirmation.by != appointment.person
                    && (self.is_top_manager(&confirmation.by, day) || is_alone())
            })
    }

    /// Whether an appointment counted already: from its confirmation on, the first one at once.
    pub fn counted(&self, appointment: &Appointment, at: Timestamp) -> bool {
        let confirmation = appointment.confirmation.as_ref();
        appointment.first || confirmation.is_some_and(|confirmation| confirmation.at <= at)
    }
}
