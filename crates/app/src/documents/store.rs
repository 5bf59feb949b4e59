//! Queries of governed documents.

pub(super) mod ceremonies;
pub(super) mod publications;
pub(super) mod questions;
pub(super) mod reconciled;
pub(super) mod requests;
pub(super) mod texts;
