//! Whole packs: genuine ones, attacked ones, damaged ones.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot arrange its case has failed"
)]

mod acme;
mod acts;
mod attacks;
mod authenticator;
mod containers;
mod every_byte;
mod forged_approvals;
mod forged_signatures;
mod genuine;
mod recipe;
