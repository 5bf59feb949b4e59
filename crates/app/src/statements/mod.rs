//! The statement of top management: what is particular to it, and its pages.
//!
//! The security manager writes it from a sample, somebody who did not write it says where it
//! has its twelve contents, a member of top management signs or declines on a phone, and
//! everybody gets it to acknowledge. Once a year, or when the signatory leaves, it is made
//! anew. Drafts, versions, signatures and publications are those of every governed document
//! (`documents`), and so is where people sign (`signatures`).

mod api;
mod contents;
mod jobs;
mod pages;
mod sample;
mod standing;
mod store;

use std::time::Duration;

use kit::jobs::Duty;
use kit::words::Texts;
use utoipa::OpenApi;

use crate::App;
use crate::shell::Routes;

pub use contents::{Item, all as contents};
pub use pages::found::confirmers;
pub use sample::sample;

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

pub fn routes() -> Routes {
    pages::routes().and(api::routes())
}

/// The description of the addresses for programs.
pub fn openapi() -> utoipa::openapi::OpenApi {
    api::Described::openapi()
}

pub fn duties() -> Vec<Duty<App>> {
    vec![Duty {
        name: "remind-of-statements",
        every: Duration::from_secs(3600),
        run: |app| Box::pin(jobs::remind(app)),
    }]
}
