//! Who owes what until when.

mod acknowledging;
mod people;
mod reminders;
