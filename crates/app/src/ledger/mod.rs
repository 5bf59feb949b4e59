//! The organisation's log: everything that was recorded, in one order that nobody can change.
//!
//! Verbs append records; their leaves wait without an index. [`sequence`] gives indices under
//! the lock of the log's one row, grows the tree, signs the checkpoint and stores all of it
//! in one transaction: whichever node holds the row sequences, and a crash leaves only
//! leaves that wait. The last signed checkpoint is also kept in a file outside the
//! database; [`open`] refuses a database that stands behind it.

mod found;
mod high_water;
mod keys;
mod pages;
mod proof;
mod sequence;
mod speech;
mod store;

use std::time::Duration;

use kit::jobs::Duty;
use kit::reconcile::Reconciled;
use kit::words::Texts;

use crate::App;
use crate::shell::Routes;

pub use found::{Founding, NewOrganisation, begin, found, prepare};
pub use high_water::{HighWater, RolledBack};
pub use keys::LogKeys;
pub use proof::{Place, place, travelling_proof};
pub use sequence::{continues, latest, open, sequence, sequence_all, waiting};
pub use speech::said;
pub use store::{Head, Organisation, head, key_of_log, organisations};

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

pub fn routes() -> Routes {
    pages::routes()
}

pub fn duties() -> Vec<Duty<App>> {
    vec![Duty {
        name: "sequence",
        every: Duration::from_millis(500),
        run: |app| Box::pin(async move { sequence_all(&app).await }),
    }]
}

/// What the rows of this slice repeat of their records.
pub fn reconciled() -> Vec<Reconciled> {
    store::RECONCILED.to_vec()
}
