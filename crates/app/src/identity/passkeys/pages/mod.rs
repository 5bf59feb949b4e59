//! Enrolling a passkey, and the passkeys of everybody.

mod enrolment;
mod everybody;
mod one;

use super::confirm::CONFIRMERS;
use crate::identity::Role;
use crate::shell::{Access, Routes};

/// Who may look at the passkeys of others.
const READERS: &[Role] = &[
    Role::SecurityManager,
    Role::TopManagement,
    Role::Administrator,
    Role::InternalAuditor,
    Role::ExternalAuditor,
];

pub(super) fn routes() -> Routes {
    Routes::default()
        .post("/passkeys/options", Access::SignedIn, enrolment::options)
        .post("/passkeys", Access::SignedIn, enrolment::finish)
        .get("/passkeys/everybody", Access::Any(READERS), everybody::show)
        .get("/passkeys/{id}", Access::SignedIn, one::show)
        .post("/passkeys/{id}/name", Access::SignedIn, one::rename)
        .post(
            "/passkeys/{id}/confirm",
            Access::Any(CONFIRMERS),
            one::confirm,
        )
        .post("/passkeys/{id}/revoke", Access::SignedIn, one::revoke)
}
