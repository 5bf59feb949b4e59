//! Readiness: what the evidence answers, through the pages and as at any day.

pub(crate) mod arrange;
mod log;
mod parameters;
mod questions;
mod words;
