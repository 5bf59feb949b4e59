//! Signing in, and who may do what.

mod passkeys;
mod roles;
mod sign_in;
