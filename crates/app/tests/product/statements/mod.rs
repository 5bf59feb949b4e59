//! Statements through HTTP, as the people of a firm use them, on both databases.

mod publishing;
mod reminding;
mod signing;
mod signing_with_a_passkey;
pub(crate) mod steps;
mod writing;
