//! The recipe in every pack: how to check it with tools that any computer has. A test runs exactly what it prints.

/// `HOW-TO-VERIFY.txt`.
pub(super) const TEXT: &str = include_str!("HOW-TO-VERIFY.txt");
