//! The real server under load, while what it stands on is taken away.

mod away;
mod crash;
mod running;
