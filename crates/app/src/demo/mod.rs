//! A firm to look at: 48 invented people and two years of history that end now.
//!
//! The history is made by the same verbs that the pages use, with a clock that is handed in,
//! so the log is a real one; its records, pages and packs say that it is a demonstration with
//! simulated times. The sign-in links of `/demo` exist in the demonstration only.

mod cast;
mod pages;
mod statement;
mod story;

use kit::words::Texts;

use crate::shell::Routes;

pub use story::{Firm, tell};

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

pub fn routes() -> Routes {
    pages::routes()
}

/// The persons that a visitor can be, with the word in the address.
pub const PERSONAS: [(&str, &str); 8] = [
    ("ceo", cast::CEO),
    ("cfo", cast::CFO),
    ("infosec", cast::INFOSEC),
    ("hr", cast::HR),
    ("manager", cast::MANAGER),
    ("employee", cast::EMPLOYEE),
    ("auditor", cast::AUDITOR),
    ("admin", cast::ADMIN),
];
