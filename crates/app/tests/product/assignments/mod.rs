//! Who owes what until when.

mod acknowledging;
mod declining;
mod people;
mod reminders;
