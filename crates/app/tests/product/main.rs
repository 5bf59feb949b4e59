//! The product as people and programs use it, through HTTP and on both databases.
//!
//! One program for all slices: it is linked once and starts PostgreSQL once.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot be set up should stop"
)]

mod access;
mod api;
mod assignments;
mod at_once;
mod audits;
mod bad_input;
mod documents;
mod everything;
mod home;
mod identity;
mod ledger;
mod mail;
mod notices;
mod operations;
mod people;
mod policies;
mod published;
mod readiness;
mod requests;
mod setup;
mod signatures;
mod statements;
mod units;
