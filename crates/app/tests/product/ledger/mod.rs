//! The log, in the database and on screen.

mod pages;
mod sequencing;
