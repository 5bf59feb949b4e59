//! The pages of policies, of sending them for approval, and of delegating that.

mod approval;
mod begin;
mod delegations;
mod found;
mod list;
mod record;
mod review;

use crate::identity::Role;
use crate::shell::{Access, Routes};

/// Who writes, sends and publishes.
const DIRECTING: Access = Access::Any(Role::DIRECTING);
/// Who sees versions and history.
const READING: Access = Access::Any(Role::READERS);
/// Who holds an office whose approvals can be delegated.
const LEADING: Access = Access::Any(&[Role::TopManagement]);

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/policies", Access::SignedIn, list::index)
        .post("/policies", DIRECTING, begin::create)
        .get("/policies/new", DIRECTING, begin::show)
        .post("/policies/import", DIRECTING, begin::import)
        .get("/policies/{document}", Access::SignedIn, record::show)
        .get("/policies/{document}/approval", DIRECTING, approval::show)
        .post("/policies/{document}/approval", DIRECTING, approval::send)
        .get("/policies/{document}/review", DIRECTING, review::show)
        .post("/policies/{document}/review", DIRECTING, review::keep)
        .get("/delegations", READING, delegations::index)
        .post("/delegations", LEADING, delegations::give)
        .post("/delegations/{delegation}/end", LEADING, delegations::end)
}
