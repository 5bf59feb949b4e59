//! Signing, declining and asking through HTTP, on both databases.

mod signing;
mod signing_with_a_passkey;
