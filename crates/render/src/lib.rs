//! From a governed document to a PDF that may be kept for decades.
//!
//! [`typeset`] takes the exact Markdown of a document with everything that is printed around it and returns a PDF/A-3a
//! and PDF/UA-1 file with the record and the Markdown attached.
//! The same input gives the same bytes: the [`world`] typst sees has no clock, no network and no files but the input.
//! No text ever becomes typst source. Markdown becomes a tree of data ([`markdown`]), every word passes through
//! [`ink`], and one template (`document.typ`) reads the result as JSON.
//! Typst cannot be cancelled and takes what memory it likes, so a server calls [`render_in_child`], not [`typeset`].

mod child;
mod ink;
mod input;
mod markdown;
mod page;
mod pdf;
mod refusal;
mod world;

pub use child::{render_in_child, typeset_stdin};
pub use input::{Attachment, Labels, Meta, Relation, Signature, Typeset};
pub use refusal::CannotTypeset;

/// The most stack that documents at the limit of nesting take in a debug build, with room to spare.
const STACK: usize = 32 << 20;

/// Typesets the document as a PDF.
///
/// Cannot be stopped once begun; a panic inside the typesetter comes back as a refusal.
///
/// # Errors
/// Every [`CannotTypeset`] except those about the child process.
pub fn typeset(input: &Typeset) -> Result<Vec<u8>, CannotTypeset> {
    input.check()?;
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .name("typeset".into())
            .stack_size(STACK)
            .spawn_scoped(scope, || pdf::export(input))
            .map_err(|error| CannotTypeset::Layout(error.to_string()))?
            .join()
            .unwrap_or_else(|_| Err(CannotTypeset::Layout("the typesetter panicked".into())))
    })
}
