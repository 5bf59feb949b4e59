//! The sample text that we ship, against which a statement's own words are held.

use kit::words::Language;

/// The sample in a language; `None` where we ship none, and nothing is compared.
pub(super) fn text(language: &str) -> Option<&'static str> {
    let language: Language = language.parse().ok()?;
    Some(crate::statements::sample(language))
}
