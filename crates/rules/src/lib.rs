//! Evidence rules: facts in, results out.
//!
//! A rule names a gap an auditor would find; its file in `catalog/` holds the test, every sentence it can say,
//! and a comment that is its page in the manual.
//! Facts (`facts/`) are gathered elsewhere and handed in, with the day as at which they are asked;
//! nothing here knows a clock, a database or chance, so anybody can recompute any past day.
//! `judge` runs the catalogue and orders what it found, worst first; `questions` reads it as an auditor asks.
//! Unknown is never a pass: where nothing is recorded, the result says so.

#![deny(missing_docs)]

mod catalog;
mod days;
mod escalation;
pub mod facts;
mod outcome;
pub mod parameters;
pub mod placeholders;
pub mod questions;
mod readiness;
mod rule;
pub mod similarity;
#[cfg(test)]
mod testing;

pub use catalog::{CATALOG, rule};
pub use outcome::{Outcome, Severity, State, Subject};
pub use readiness::{Readiness, judge};
pub use rule::{Group, Manual, Rule, Sentence};
