//! Queries of governed documents.

pub(super) mod approvals;
pub(super) mod ceremonies;
pub(super) mod delegations;
pub(super) mod publications;
pub(super) mod questions;
pub(super) mod reconciled;
pub(super) mod requests;
pub(super) mod reviews;
pub(super) mod texts;
