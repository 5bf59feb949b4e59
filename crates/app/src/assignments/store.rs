//! Queries of assignments, by what they are for.

pub(super) mod acknowledging;
pub(super) mod assigning;
pub(super) mod counting;
pub(super) mod declinings;
pub(super) mod history;
pub(super) mod owed;
pub(super) mod people;
pub(super) mod reminders;
pub(super) mod team;
