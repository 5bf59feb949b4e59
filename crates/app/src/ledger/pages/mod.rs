//! The log on screen: where it stands, who could still rewrite it, and what was recorded.
//!
//! Administrators see that the log stands and grows; what was recorded is for readers.

mod index;
mod ladder;
mod names;
mod show;
mod sight;

use crate::identity::Role;
use crate::shell::{Access, Routes};

/// Readers, and administrators who see numbers only.
const WATCHERS: &[Role] = &[
    Role::SecurityManager,
    Role::TopManagement,
    Role::InternalAuditor,
    Role::ExternalAuditor,
    Role::Consultant,
    Role::Administrator,
];

pub(super) fn routes() -> Routes {
    let readers = Access::Any(Role::READERS);
    Routes::default()
        .get("/log", Access::Any(WATCHERS), index::show)
        .get("/log/checkpoint", Access::Any(WATCHERS), index::checkpoint)
        .get("/log/{index}", readers, show::show)
        .get("/log/{index}/record.json", readers, show::bytes)
        .get("/log/{index}/record.tlog-proof", readers, show::proof)
}
