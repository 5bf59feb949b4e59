//! People, and who among them is top management.
//!
//! A person joins, changes and leaves; each of these is a record, and nothing about the past
//! is overwritten unseen. A changed `address` is told to the old one, and that of top management
//! waits to be confirmed. Lists arrive as files (`import` plans, `imports` applies and undoes).
//! Top management is a dated `register` of appointments with the basis they rest on: who was
//! on it on a day is a question to rows, never a flag.

mod address;
mod api;
mod change;
mod directory;
mod facts;
mod files;
pub mod import;
mod imports;
mod join;
mod leave;
mod pages;
mod place;
mod register;
mod roster;
mod sight;
mod store;
mod timeline;

use std::time::Duration;

use kit::id;
use kit::jobs::Duty;
use kit::reconcile::Reconciled;
use kit::words::Texts;
use utoipa::OpenApi;

use crate::App;
use crate::shell::Routes;

pub use address::CannotSettle;
pub use change::{CannotChange, Changed, change};
pub use facts::{Difference, Fact, Person, WrongFact};
pub use imports::{
    CannotApply, CannotUndo, Done, Options, Preview, Undone, import_people, preview_people,
    undo as undo_import,
};
pub use join::{CannotJoin, NewPerson, join};
pub use leave::{CannotLeave, Leaving, leave};
pub use register::{
    Appointment, CannotAppoint, Meaning, NewAppointment, Office, Serving, Unconfirmed, appoint,
    confirm, entered, offices, relieve, serving, serving_on, unconfirmed,
};
pub use roster::differs as roster_differs;
pub use sight::{pseudonym, withholds_names};
pub use store::{headcount, holder_of_address, name, named_in_demonstration, names, person, today};

use pages::{again, named};

id!(
    /// An entry of the register of top management.
    pub AppointmentId, "apt"
);
id!(
    /// An import of people from a file.
    pub ImportId, "imp"
);

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

pub const IMPORT_WORDS: Texts = imports::WORDS;

pub const REGISTER_WORDS: Texts = register::WORDS;

pub fn routes() -> Routes {
    pages::routes()
        .and(imports::routes())
        .and(register::routes())
        .and(address::routes())
        .and(api::routes())
}

/// The description of the addresses for programs.
pub fn openapi() -> utoipa::openapi::OpenApi {
    api::Described::openapi().merge_from(register::Described::openapi())
}

pub fn duties() -> Vec<Duty<App>> {
    vec![
        Duty {
            name: "see-off",
            every: Duration::from_secs(600),
            run: |app| Box::pin(async move { leave::see_off(&app).await }),
        },
        Duty {
            name: "end-waiting-addresses",
            every: Duration::from_secs(600),
            run: |app| Box::pin(async move { address::end_waiting(&app).await }),
        },
    ]
}

/// Folds a name or an address so that two ways to write it are found as one.
pub fn fold(text: &str) -> String {
    text.trim().to_lowercase()
}

/// What the rows about people repeat of their records.
pub fn reconciled() -> Vec<Reconciled> {
    [
        store::RECONCILED,
        imports::RECONCILED,
        register::RECONCILED,
        address::RECONCILED,
    ]
    .concat()
}
