//! The pages of what is one's own.

pub(super) mod preferences;
pub(super) mod tokens;
