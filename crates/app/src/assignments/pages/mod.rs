//! Reading, acknowledging and declining; the list of people, the refusals to decide on, the
//! team, and the reminders of a publication.

mod acknowledgements;
mod declinings;
mod history;
mod people;
mod questions;
mod receipt;
mod reminders;
mod team;

use kit::web::Problem;

use crate::documents::PublicationId;
use crate::identity::Role;
use crate::shell::{Access, Routes};

pub(super) use people::{is_counted, name_shown, overseen, withholds_name};

/// Who sees the people of a publication; a line manager sees the own team.
pub(super) const OVERSEEING: Access = Access::Any(&[
    Role::SecurityManager,
    Role::TopManagement,
    Role::InternalAuditor,
    Role::ExternalAuditor,
    Role::Consultant,
    Role::LineManager,
]);

/// Who decides what follows from a refusal; a line manager says that they spoke with somebody.
const DECIDING: &[Role] = &[
    Role::SecurityManager,
    Role::TopManagement,
    Role::Consultant,
    Role::LineManager,
];

#[rustfmt::skip]
pub(super) fn routes() -> Routes {
    let mine = Access::SignedIn;
    let directing = Access::Any(Role::DIRECTING);
    let deciding = Access::Any(DECIDING);
    let managing = Access::Any(&[Role::LineManager]);
    Routes::default()
        .get("/acknowledgements/{publication}", mine, acknowledgements::show)
        .post("/acknowledgements/{publication}", mine, acknowledgements::create)
        .get("/acknowledgements/{publication}/receipt", mine, receipt::show)
        .get("/acknowledgements/{publication}/receipt/proof", mine, receipt::proof)
        .get("/acknowledgements/{publication}/questions", mine, questions::new)
        .post("/acknowledgements/{publication}/questions", mine, questions::create)
        .get("/acknowledgements/{publication}/decline", mine, questions::new_declining)
        .post("/acknowledgements/{publication}/decline", mine, questions::create_decline)
        .get("/people/{person}/acknowledgements", OVERSEEING, history::show)
        .get("/publications/{publication}/declinings", OVERSEEING, declinings::index)
        .post("/declinings/{declining}/decisions", deciding, declinings::create)
        .get("/publications/{publication}/people", OVERSEEING, people::index)
        .get("/publications/{publication}/people.csv", OVERSEEING, people::download)
        .get("/publications/{publication}/reminders", directing, reminders::show)
        .post("/publications/{publication}/reminders", directing, reminders::update)
        .get("/team", managing, team::show)
        .post("/team/nudges", managing, team::nudge)
}

/// An address of ours names a publication or nothing.
pub(super) fn publication_id(text: &str) -> Result<PublicationId, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}
