//! Lists of people arrive: kept, understood, shown, applied, and taken back if need be.
//!
//! Between the steps nothing is in memory: the bytes are in the file store under their digest,
//! the meaning of the columns is remembered by their headings, and the plan is made again from
//! both whenever somebody looks. What is applied is exactly what was confirmed, or nothing.

mod apply;
mod draft;
mod pages;
mod roster;
mod say;
mod store;
mod undo;

use kit::words::Texts;

use crate::shell::Routes;

pub use apply::{CannotApply, Done, Options, import_people};
pub use draft::{Preview, preview_people};
pub(super) use store::RECONCILED;
pub use undo::{CannotUndo, Undone, undo};

pub(super) const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

pub(super) fn routes() -> Routes {
    pages::routes()
}
