//! Evidence packs: everything in scope in one file, issued here and verified anywhere.
//!
//! [`write()`] streams a pack from one state of the database, the same bytes for the same state.
//! Issuing keeps them in the store of files under their digest, and a record of its own names
//! that digest: what is downloaded later is what was issued. `/verify` checks anybody's pack
//! without an account.

mod api;
mod contents;
mod issue;
mod pages;
mod readme;
mod store;
mod write;

use kit::reconcile::Reconciled;
use kit::words::Texts;
use utoipa::OpenApi;

use crate::shell::Routes;

pub use issue::{CannotIssue, Issued, issue, read};
pub use write::{Order, write};

kit::id!(
    /// An evidence pack that was issued.
    pub PackId, "pack"
);

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

/// What the verifier finds; the English is its own.
pub const FINDING_WORDS: Texts = Texts {
    english: "",
    german: include_str!("words/findings.de.ftl"),
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

/// What the rows of this slice repeat of their records.
pub fn reconciled() -> Vec<Reconciled> {
    store::RECONCILED.to_vec()
}
