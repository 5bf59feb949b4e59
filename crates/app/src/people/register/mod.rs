//! The dated register of top management.
//!
//! "Top management" is not a switch on a person: it is an office, in a body, in a capacity,
//! from a day until a day, resting on a basis (a board minute, an extract of the company
//! register) and meaning something to particular laws. An entry counts once a second member has
//! confirmed it; only the first of all counts at once, because nobody could. Being relieved is
//! another entry; nothing is overwritten.

mod api;
mod meaning;
mod pages;
mod store;
mod verbs;

use kit::words::Texts;

use crate::shell::Routes;

pub use meaning::Meaning;
pub(super) use store::RECONCILED;
pub use store::{Office, Serving, Unconfirmed, entered, offices, serving, serving_on, unconfirmed};
pub use verbs::{Appointment, CannotAppoint, NewAppointment, appoint, confirm, relieve};

pub(in crate::people) use api::Described;
pub(in crate::people) use store::not_ended;

pub(super) const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

pub(super) fn routes() -> Routes {
    pages::routes().and(api::routes())
}
