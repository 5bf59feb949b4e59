//! What an administrator asks of the server.

mod health;
mod jobs;
