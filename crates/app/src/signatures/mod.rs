//! Where somebody signs, declines or asks about a governed document, whatever its kind.
//!
//! A letter leads here: the whole text with what changed on top, and three answers that are
//! equal. A signature leaves a receipt that says what it proves; a question is answered beside
//! the text. Which kind a document is decides only where its own pages are
//! (`DocumentKind::address`): those, and how it is written and published, are in a slice of
//! its own, such as `statements`.

mod pages;

use kit::words::Texts;

pub use pages::routes;
pub use pages::said::{Signed, all_signed, place_of, proof_of};

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};
