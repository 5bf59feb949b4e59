//! What arrives, what is refused, and what a hostile file can do: nothing.

mod bad;
mod chance;
mod hand_made;
mod text;
mod word;

use super::*;

/// The notes as words, for comparing.
fn noted(imported: &Imported) -> Vec<(LeftOut, usize)> {
    let notes = imported.notes.iter();
    notes.map(|note| (note.what, note.count)).collect()
}

#[test]
fn every_refusal_and_every_note_is_said_in_both_languages() {
    let words = kit::words::Words::new(&[WORDS]).unwrap();
    for language in [Language::English, Language::German] {
        let speech = words.speak(language);
        for (id, _) in WORDS
            .english
            .lines()
            .filter_map(|line| line.split_once(" = "))
        {
            assert!(speech.knows(id), "{language}: {id}");
        }
        let said = CannotImport::FrontMatter { line: 3 }.said(&speech);
        assert!(said.contains('3'), "{said}");
    }
    let english = words.speak(Language::English);
    for refusal in [
        CannotImport::Bomb,
        CannotImport::Macros,
        CannotImport::TooLong,
    ] {
        assert_eq!(refusal.said(&english), refusal.to_string());
    }
}
