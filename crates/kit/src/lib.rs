//! The technical house that every slice stands on: one way to open a database,
//! to do a unit of work, to say words, to keep files, to read lists, to run jobs, to answer HTTP.
//!
//! There is no word of the domain here. The seams worth knowing:
//! [`db`] is the only place that names a database driver; [`act`] is the only place
//! that opens a writing transaction; [`time`] and [`dice`] are the only places that
//! ask the machine what time it is and for chance, so that everything else can be
//! told instead.

pub mod act;
pub mod config;
pub mod db;
pub mod dice;
pub mod digest;
pub mod files;
pub mod id;
pub mod jobs;
pub mod mail;
pub mod reconcile;
pub mod sheet;
pub mod time;
pub mod web;
pub mod words;

pub use act::{Act, Actor};
pub use db::Db;
pub use digest::Digest;
pub use time::{Clock, Day, Moment};

/// For the macros: slices need not depend on it themselves.
#[doc(hidden)]
pub use record;
#[doc(hidden)]
pub use serde;
