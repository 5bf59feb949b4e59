//! Queries of governed documents.

pub(super) mod publications;
pub(super) mod requests;
pub(super) mod texts;
