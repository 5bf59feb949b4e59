//! People arrive as a file from the HR system, and a file is somebody else's idea of the truth.
//!
//! [`Sheet::open`] turns bytes into cells, [`guess`] says which column means what, [`read`] turns lines into
//! people, and [`plan`] compares them with the people already here: who joins, who changes, who leaves.
//! Whatever is wrong is named by its line, and then nothing is imported: everything or nothing.
//! Nothing in this folder touches a database, a clock or the network; the caller shows the [`Plan`], has it confirmed,
//! applies it in one transaction and keeps it, because a kept plan is what an undo needs.

mod comparison;
mod dates;
mod email;
mod field;
mod habits;
mod headings;
mod managers;
mod matching;
mod person;
mod preview;
mod problem;
mod roster;
mod rows;
mod vocabulary;
mod words;

pub use kit::sheet::{CannotRead, Delimiter, Encoding, Sheet, Signature};

pub use comparison::FieldChange;
pub use dates::DateOrder;
pub use field::{Field, Required};
pub use headings::{Mapping, guess};
pub use person::{Person, PersonRef, Profile};
pub use preview::{Change, Joiner, Leaver, ManyLeavers, Plan, Unconfirmed, Why, plan};
pub use problem::{CannotImport, Named, Problem, Warning};
pub use rows::{ManagerRef, Row, Rows, read};
pub use words::Status;

#[cfg(test)]
mod acceptance;
