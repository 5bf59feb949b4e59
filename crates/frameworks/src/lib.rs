//! Requirements of standards and laws, and our crosswalk between them.
//!
//! An obligation (`OB-01` … `OB-40`) is one thing management owes, in our own sentence.
//! A requirement is a numbered place in somebody else's text, of which we ship the number only:
//! the texts belong to their publishers.
//! Each framework is one TOML file in `data/`; a requirement names the obligations that support it,
//! so evidence for one obligation counts wherever it is asked for.
//! The files are part of the program and read once; a reference that leads nowhere fails our tests.

#![deny(missing_docs)]

mod crosswalk;
mod framework;
mod obligation;

pub use crosswalk::{Crosswalk, crosswalk};
pub use framework::{Framework, Requirement};
pub use obligation::{Area, Obligation};
