//! Who owes what by when, because of which publication; and what they did about it.
//!
//! Publishing asks everybody engaged on that day, and whoever joins later from their first
//! day. A person reads exactly the published text and acknowledges it, asks, or declines;
//! acknowledging twice gives the same receipt, and what follows from a refusal is decided by
//! somebody else. A new version asks again and never touches what was acknowledged before. Reminders follow a schedule, rest at weekends, stop when
//! the thing is done, and reach the line manager when it stays undone.

mod acknowledge;
mod api;
mod assign;
mod decide;
mod decline;
mod jobs;
mod lists;
mod model;
mod nudge;
mod pages;
mod remind;
mod sheet;
mod store;
mod switch;
mod tallies;

use kit::id;
use kit::reconcile::Reconciled;
use kit::words::Texts;
use utoipa::OpenApi;

use crate::shell::Routes;

pub use acknowledge::{Acknowledgement, CannotAcknowledge, Consent, acknowledge};
pub use assign::publish;
pub use decide::{CannotDecide, decide};
pub use decline::{CannotDecline, decline};
pub use jobs::{SendReceipt, TellAudience, duties};
pub use lists::differ as lists_differ;
pub use model::Decision;
pub use nudge::{Nudged, nudge};
pub use store::declinings::{Declined, Undecided, declined_by, undecided};
pub use store::owed::{Done, Owed, done_by, owed_by};
pub use store::people::Tally;
pub use switch::{CannotSwitch, begin_reminders, stop_reminders};
pub use tallies::tally_of;

id!(
    /// One round of asking people.
    pub(crate) AskingId, "ask"
);

id!(
    /// One person's acknowledgement of one text.
    pub AcknowledgementId, "ack"
);
id!(
    /// One person's refusal to acknowledge one text.
    pub DecliningId, "dcl"
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

/// Where the refusals of a publication are decided on.
pub fn declinings_of(publication: crate::documents::PublicationId) -> String {
    format!("/publications/{publication}/declinings")
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
        store::declinings::RECONCILED,
    ]
    .concat()
}
