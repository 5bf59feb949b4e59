//! Statements through HTTP, as the people of a firm use them, on both databases.

mod publishing;
mod reminding;
pub(crate) mod steps;
mod writing;
