//! People, and who among them is top management.

pub mod import;
