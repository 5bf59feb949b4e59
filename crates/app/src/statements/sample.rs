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
    fn the_sample_cannot_be_signed_while_any_of_its_blanks_is_left() {
        for language in [Language::English, Language::German] {
            let blanks = sample(language).split('[').skip(1);
            let blanks: Vec<_> = blanks.filter_map(|rest| rest.split_once(']')).collect();
            assert_eq!(blanks.len(), 10, "{language}");
            for (blank, _) in blanks {
                let left = rules::placeholders::left_in(&format!("We promise. [{blank}]"));
                assert_eq!(left, [format!("[{blank}]")], "{language}");
            }
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
