//! The pages of statements.

mod confirm;
pub(super) mod found;
mod list;
mod record;
mod request;

use crate::identity::Role;
use crate::shell::{Access, Routes};

/// Who writes, sends and publishes.
const DIRECTING: Access = Access::Any(Role::DIRECTING);
/// Who may say what a text contains: readers who act for the organisation.
const REVIEWING: Access = Access::Any(&[
    Role::SecurityManager,
    Role::TopManagement,
    Role::InternalAuditor,
    Role::Consultant,
]);

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/statements", Access::SignedIn, list::index)
        .post("/statements", DIRECTING, list::create)
        .get("/statements/{document}", Access::SignedIn, record::show)
        .get("/statements/{document}/contents", REVIEWING, confirm::show)
        .post(
            "/statements/{document}/contents",
            REVIEWING,
            confirm::confirm,
        )
        .get("/statements/{document}/request", DIRECTING, request::show)
        .post("/statements/{document}/request", DIRECTING, request::send)
}
