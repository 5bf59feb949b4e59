//! My page: what needs you now, at most three things; what comes later; what is done.
//!
//! Nothing is decided here. Signatures come first, because others wait for them, then what
//! only this reader's part can do (`directing`), then what is due to be acknowledged; each says
//! why, who asks, by when and how long it takes, as far as there is such a thing.

mod directing;
mod page;

use kit::words::Texts;

use crate::shell::{Access, Routes};

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

/// Public, because the handler sends whoever is not signed in to the way in.
pub fn routes() -> Routes {
    Routes::default().get("/", Access::Public, page::show)
}
