//! The pages of roles.

pub(super) mod ending;
pub(super) mod granting;
pub(super) mod holders;
