//! Policies: direction that is approved, resourced and accepted.
//!
//! A policy begins from a starter text, from a file the firm has, or from nothing. It is approved
//! by the people whom the approval matrix names, who decide at the same time what its duties
//! take; then it is published to those it binds, reviewed within a year, and one day replaced or
//! retired. Drafts, versions, rounds of approval and publications are those of every governed
//! document (`documents`); here is what is particular to policies, and their pages.

mod api;
mod begin;
mod import;
mod pages;
mod standing;
mod starter;
mod store;

use kit::words::Texts;
use utoipa::OpenApi;

use crate::shell::Routes;

pub use begin::{CannotBegin, Source, begin};
pub use import::{CannotImport, Imported, WORDS as IMPORT_WORDS, import};
pub use starter::{Starter, Topic, starter, starters};

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

pub fn routes() -> Routes {
    pages::routes().and(api::routes())
}

/// The description of the addresses for programs.
pub fn openapi() -> utoipa::openapi::OpenApi {
    api::Described::openapi()
}
