//! Who owes what by when, because of which publication; and what they did about it.
//!
//! Publishing asks everybody engaged on that day, and whoever joins later from their first
//! day. A person reads exactly the published text and acknowledges it, asks, or declines;
//! acknowledging twice gives the same receipt. A new version asks again and never touches
//! what was acknowledged before. Reminders follow a schedule, rest at weekends, stop when
//! the thing is done, and reach the line manager when it stays undone.

mod acknowledge;
mod api;
mod assign;
mod jobs;
mod lists;
mod model;
mod nudge;
mod pages;
mod remind;
mod sheet;
mod store;
mod switch;

use kit::id;
use kit::reconcile::Reconciled;
use kit::words::Texts;
use utoipa::OpenApi;

use crate::shell::Routes;

pub use acknowledge::{Acknowledgement, CannotAcknowledge, Consent, acknowledge};
pub use assign::assign_audience;
pub use jobs::{SendReceipt, TellAudience, duties};
pub use lists::differ as lists_differ;
pub use nudge::{Nudged, nudge};
pub use store::owed::{Done, Owed, done_by, owed_by};
pub use store::people::{Tally, tally_of};
pub use switch::{CannotSwitch, begin_reminders, stop_reminders};

id!(
    /// One round of asking people.
    pub(crate) AskingId, "ask"
);

id!(
    /// One person's acknowledgement of one text.
    pub AcknowledgementId, "ack"
);

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

pub fn routes() -> Routes {
    pages::routes().and(api::routes())
}

/// The description of the addresses for programs.
pub fn openapi() -> utoipa::openapi::OpenApi {
    api::Described::openapi()
}

/// Where somebody reads and acknowledges a publication: the address that letters lead to.
pub fn address_of(publication: crate::documents::PublicationId) -> String {
    format!("/acknowledgements/{publication}")
}

/// What the rows of this slice repeat of their records.
pub fn reconciled() -> Vec<Reconciled> {
    [
        store::assigning::RECONCILED,
        store::acknowledging::RECONCILED,
    ]
    .concat()
}
