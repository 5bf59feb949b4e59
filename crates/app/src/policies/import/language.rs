//! In which of the two languages of the product a text is written.

use kit::words::Language;

/// Words that are frequent in one of the languages and are none in the other.
const ENGLISH: [&str; 16] = [
    "the", "and", "of", "to", "is", "must", "for", "are", "with", "this", "be", "not", "we", "or",
    "by", "that",
];
const GERMAN: [&str; 16] = [
    "der", "und", "die", "das", "ist", "nicht", "für", "mit", "von", "zu", "den", "werden", "wir",
    "oder", "bei", "auch",
];

/// How many frequent words are needed before a guess is more than chance.
const ENOUGH: usize = 3;

/// The language with at least three times as many of its frequent words; nothing where that is unclear.
pub(super) fn guess(text: &str) -> Option<Language> {
    let (mut english, mut german) = (0_usize, 0_usize);
    for word in text.split(|c: char| !c.is_alphabetic()) {
        let word = word.to_lowercase();
        english += usize::from(ENGLISH.contains(&word.as_str()));
        german += usize::from(GERMAN.contains(&word.as_str()));
    }
    match () {
        () if english >= ENOUGH && english >= german * 3 => Some(Language::English),
        () if german >= ENOUGH && german >= english * 3 => Some(Language::German),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_languages_are_told_apart_and_others_are_not_guessed() {
        let guess = |text| super::guess(text);
        assert_eq!(
            guess("The doors must be locked, and the keys are kept."),
            Some(Language::English)
        );
        assert_eq!(
            guess("Die Türen werden verschlossen, und der Schlüssel ist im Schrank."),
            Some(Language::German)
        );
        assert_eq!(guess("Les portes doivent être fermées à clé."), None);
        assert_eq!(guess("Access control"), None);
    }
}
