//! One way to write a text down: composed characters, `\n`, nothing that cannot be seen.

use unicode_normalization::UnicodeNormalization;

use super::note::{LeftOut, Notes};

/// The text in Unicode's composed form, its lines without spaces at their ends, one line end at the end.
pub(super) fn text(text: &str, notes: &mut Notes) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let unseen = text.chars().filter(|c| is_unseen(*c)).count();
    notes.add(LeftOut::Controls, unseen);
    let composed: String = text.chars().filter(|c| !is_unseen(*c)).nfc().collect();
    crate::documents::text::normalise(&composed)
}

/// One line of at most so many characters.
pub(super) fn line(text: &str, most: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line: String = words.join(" ").nfc().filter(|c| !is_unseen(*c)).collect();
    line.chars()
        .take(most)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Controls, marks of byte order, and what turns the direction of a line around: with them a text
/// could read otherwise than it is signed.
fn is_unseen(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(
            c,
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        )
        || matches!(c, '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_written_the_same() {
        let mut notes = Notes::default();
        assert_eq!(text("U\u{308}ber\r\nuns\r\r", &mut notes), "Über\nuns\n");
        assert!(notes.into_list().is_empty());
    }

    #[test]
    fn what_cannot_be_seen_is_counted_and_gone() {
        let mut notes = Notes::default();
        assert_eq!(text("pay \u{202e}001\u{202c}\0", &mut notes), "pay 001\n");
        assert_eq!(notes.into_list()[0].count, 3);
    }

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(line(" Access\n\tcontrol\u{7} ", 200), "Access control");
        assert_eq!(line(&"ä".repeat(300), 200).chars().count(), 200);
    }
}
