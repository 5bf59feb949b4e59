//! The directory, its imports and the register of top management.

mod address;
mod api;
mod directory;
mod import;
mod register;
