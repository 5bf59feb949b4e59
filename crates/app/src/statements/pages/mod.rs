//! The pages of statements.

mod compare;
mod confirm;
mod draft;
mod found;
mod list;
mod publication;
mod record;
mod request;
mod version;

use crate::identity::Role;
use crate::shell::{Access, Routes};

/// Who writes, sends and publishes.
const DIRECTING: Access = Access::Any(Role::DIRECTING);
/// Who sees versions and history.
const READING: Access = Access::Any(Role::READERS);
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
        .get("/statements/{document}/draft", DIRECTING, draft::edit)
        .post("/statements/{document}/draft", DIRECTING, draft::save)
        .post("/statements/{document}/renewal", DIRECTING, draft::renew)
        .get("/statements/{document}/contents", REVIEWING, confirm::show)
        .post(
            "/statements/{document}/contents",
            REVIEWING,
            confirm::confirm,
        )
        .get("/statements/{document}/compare", READING, compare::show)
        .get("/statements/{document}/request", DIRECTING, request::show)
        .post("/statements/{document}/request", DIRECTING, request::send)
        .get(
            "/statements/{document}/versions/{number}",
            READING,
            version::show,
        )
        .get(
            "/statements/{document}/versions/{number}/text",
            READING,
            version::text,
        )
        .get(
            "/statements/{document}/versions/{number}/proof",
            READING,
            version::proof,
        )
        .post(
            "/statements/{document}/versions/{number}/publication",
            DIRECTING,
            version::publish,
        )
        .get(
            "/statements/{document}/publications/{publication}",
            Access::SignedIn,
            publication::show,
        )
        .post(
            "/statements/{document}/publications/{publication}/withdrawal",
            DIRECTING,
            publication::withdraw,
        )
}
