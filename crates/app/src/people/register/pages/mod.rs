//! The pages of the register.

mod entry;
mod list;
mod new;

use axum::extract::DefaultBodyLimit;
use axum::routing::post;

use crate::identity::Role;
use crate::shell::{Access, Method, Routes};

/// Who may enter an appointment and note its end.
pub(super) const KEEPERS: &[Role] = &[Role::SecurityManager];

/// Who may confirm one; an internal auditor only where nobody else is in office.
pub(super) const CONFIRMERS: &[Role] = &[Role::TopManagement, Role::InternalAuditor];

/// A scan of a minute or an extract.
const LARGEST_BASIS: usize = 16 * 1024 * 1024;

pub(super) fn routes() -> Routes {
    let (readers, keepers) = (Access::Any(Role::READERS), Access::Any(KEEPERS));
    let create = post(new::create).layer(DefaultBodyLimit::max(LARGEST_BASIS + 64 * 1024));
    Routes::default()
        .get("/top-management", readers, list::list)
        .get("/top-management/new", keepers, new::new)
        .add(Method::Post, "/top-management", keepers, create)
        .get("/top-management/{appointment}", readers, entry::show)
        .get("/top-management/{appointment}/basis", readers, entry::basis)
        .post(
            "/top-management/{appointment}/confirmation",
            Access::Any(CONFIRMERS),
            entry::confirm,
        )
        .post(
            "/top-management/{appointment}/relief",
            keepers,
            entry::relieve,
        )
}
