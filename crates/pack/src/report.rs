//! How a report reads: for people, and for programs. `countersign verify` and `countersign-verify` both print this.

mod json;
mod text;

pub use json::json;
pub use text::text;
