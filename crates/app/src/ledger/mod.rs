//! The organisation's log: everything that was recorded, in one order that nobody can change.

mod keys;

pub use keys::LogKeys;
