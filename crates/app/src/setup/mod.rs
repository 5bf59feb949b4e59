//! The first five minutes: organisation, who is top management, mail, people.
//!
//! A server without an organisation prints a link that works once, so that nobody takes over an
//! open installation. Its first step founds the organisation, enters the person who sets it up
//! and signs them in. Every further step can be left out and come back to while that session
//! lasts; later the same things are done on the pages of people, roles and top management.

mod first;
mod link;
mod pages;
mod store;

use kit::words::Texts;

use crate::identity::Role;
use crate::shell::{Access, Routes};

pub use first::{CannotSetUp, First, set_up};
pub use link::first_link;

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

pub fn routes() -> Routes {
    const STEP: Access = Access::Any(&[Role::Administrator]);
    Routes::default()
        .get("/setup/{token}", Access::Public, pages::organisation::show)
        .post("/setup/{token}", Access::Public, pages::organisation::found)
        .get("/setup/top-management", STEP, pages::top_management::show)
        .post("/setup/top-management", STEP, pages::top_management::enter)
        .get("/setup/mail", STEP, pages::mail::show)
        .post("/setup/mail", STEP, pages::mail::test)
        .get("/setup/people", STEP, pages::people::show)
        .post("/setup/people", STEP, pages::people::enter)
        .get("/setup/done", STEP, pages::done::show)
}
