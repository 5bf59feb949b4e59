//! What the writing starts from: our sample, with blanks that have to be filled in.
//!
//! A text with blanks left cannot be sent for signature, and a rule compares what was signed
//! with this sample: nobody can sign it as it is.

use kit::words::Language;

/// The sample in a language.
pub fn sample(language: Language) -> &'static str {
    match language {
        Language::German => include_str!("sample/de.md"),
        Language::English | Language::Pseudo => include_str!("sample/en.md"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_cannot_be_signed_as_it_is() {
        for language in [Language::English, Language::German] {
            assert!(
                rules::placeholders::left_in(sample(language)).len() >= 5,
                "{language}"
            );
        }
    }

    #[test]
    fn the_sample_has_a_heading_for_each_content_but_the_signature() {
        for language in [Language::English, Language::German] {
            let headings = crate::documents::text::headings(sample(language));
            assert_eq!(
                headings.iter().filter(|heading| heading.level == 2).count(),
                11
            );
        }
    }
}
