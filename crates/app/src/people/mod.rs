//! People, and who among them is top management.
//!
//! A person joins, changes and leaves; each of these is a record, and nothing about the past
//! is overwritten unseen. Top management is a dated register of appointments with the basis
//! they rest on: who was on it on a day is a question to rows, never a flag.

pub mod import;
mod join;
mod register;
mod store;

use kit::id;

pub use join::{CannotJoin, NewPerson, join, leave};
pub use register::{Appointment, CannotAppoint, NewAppointment, appoint, confirm, relieve};
pub use store::{Person, Serving, person, serving, serving_on, today};

id!(
    /// An entry of the register of top management.
    pub AppointmentId, "apt"
);
id!(
    /// An import of people from a file.
    pub ImportId, "imp"
);

/// Folds a name or an address so that two ways to write it are found as one.
pub fn fold(text: &str) -> String {
    text.trim().to_lowercase()
}
