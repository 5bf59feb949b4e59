//! Evidence packs: everything in scope in one file, issued here and verified anywhere.
//!
//! A pack is not stored: it follows from a size of the log and a day, and is written again,
//! byte for byte the same, whenever it is downloaded. [`write`] streams it from one state of
//! the database. That a pack was issued, with its digest, is a record of its own. `/verify`
//! checks anybody's pack without an account.

mod api;
mod contents;
mod issue;
mod pages;
mod readme;
mod store;
mod write;

use kit::words::Texts;
use utoipa::OpenApi;

use crate::shell::Routes;

pub use issue::{CannotIssue, Issued, issue};
pub use write::{Order, write};

kit::id!(
    /// An evidence pack that was issued.
    pub PackId, "pack"
);

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

/// The words that print the level of a signature.
pub(crate) fn level_word(level: &str) -> &'static str {
    if level == "L2" {
        "pdf-level-l2"
    } else {
        "pdf-level-l1"
    }
}
