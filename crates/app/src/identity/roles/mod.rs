//! Who may do what: roles granted with a beginning and an end.
//!
//! Nobody grants themselves anything, not even an administrator, and the last administrator
//! stays. Top management and line managers are not granted: they follow from the register and
//! from the reporting lines.

mod grant;
mod pages;
mod store;

use crate::identity::Role;
use crate::shell::{Access, Routes};

pub use grant::{CannotGrant, end_grant, grant};
pub(super) use store::RECONCILED;
pub use store::holders;

pub(super) fn routes() -> Routes {
    const ADMINISTRATOR: Access = Access::Any(&[Role::Administrator]);
    Routes::default()
        .get("/roles", Access::Any(READERS), pages::holders::show)
        .get("/roles/new", ADMINISTRATOR, pages::granting::show)
        .post("/roles", ADMINISTRATOR, pages::granting::grant)
        .get("/roles/{grant}/end", ADMINISTRATOR, pages::ending::show)
        .post("/roles/{grant}/end", ADMINISTRATOR, pages::ending::end)
}

/// Who may see the list; only administrators change it.
const READERS: &[Role] = &[
    Role::Administrator,
    Role::SecurityManager,
    Role::TopManagement,
    Role::InternalAuditor,
    Role::ExternalAuditor,
];
