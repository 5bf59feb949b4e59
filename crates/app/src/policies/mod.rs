//! Policies: what management binds everybody to, itself included.
//!
//! A policy begins with one of our texts ([`starter`]) or with the firm's own ([`import`]).
//! Both are only a beginning: nothing binds anybody before a person with authority approves it.

mod import;
mod starter;

pub use import::{
    CannotImport, FrontMatter, Imported, LeftOut, Note, WORDS as IMPORT_WORDS, import,
};
pub use starter::{Duty, Element, Every, Need, Starter, Topic, starter, starters};
