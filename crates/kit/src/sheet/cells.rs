//! What a single cell may hold: space around it is trimmed, the invisible is refused, spellings are folded.

use std::borrow::Cow;

/// Trims a cell and turns every run of spaces inside it into one, non-breaking and zero-width spaces included.
/// Line breaks and tabs inside stay: they are control characters, and those are refused rather than hidden.
pub fn clean(cell: &str) -> Cow<'_, str> {
    let cell = cell.trim_matches(is_space);
    if !cell.contains(is_unusual_space) && !cell.contains("  ") {
        return Cow::Borrowed(cell);
    }
    let mut cleaned = String::with_capacity(cell.len());
    for c in cell
        .chars()
        .map(|c| if is_unusual_space(c) { ' ' } else { c })
    {
        if c != ' ' || !cleaned.ends_with(' ') {
            cleaned.push(c);
        }
    }
    Cow::Owned(cleaned)
}

/// Nothing but space of any kind?
pub fn is_blank(cell: &str) -> bool {
    cell.chars().all(is_space)
}

/// Control characters, and the marks that make text run backwards so that it reads as something else.
pub fn holds_control_characters(cell: &str) -> bool {
    cell.contains(|c: char| {
        c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

/// Folds a heading or a word to what it has in common with its other spellings:
/// `E-Mail-Adresse`, `e mail adresse` and `EMailAdresse` are one, `ä` is `ae`, `#` is a number.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            'é' | 'è' | 'ê' => folded.push('e'),
            '#' => folded.push_str("number"),
            c if c.is_alphanumeric() => folded.push(c),
            _ => {}
        }
    }
    folded
}

/// The start of a value, short enough to stand in a sentence.
pub fn excerpt(value: &str) -> String {
    const LONGEST: usize = 40;
    match value.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

fn is_unusual_space(c: char) -> bool {
    is_space(c) && c != ' ' && !c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_of_every_kind_is_trimmed_and_folded() {
        assert_eq!(
            clean("\u{a0} Ada\u{a0}\u{2009}Lovelace \u{200b}\t"),
            "Ada Lovelace"
        );
        assert_eq!(clean("Ada   Lovelace"), "Ada Lovelace");
    }

    #[test]
    fn line_breaks_inside_a_cell_are_control_characters() {
        assert!(holds_control_characters(&clean("Ada\nLovelace")));
        assert!(!holds_control_characters(&clean("Ada Lovelace\n")));
    }

    #[test]
    fn text_that_runs_backwards_is_refused() {
        assert!(holds_control_characters("Ada\u{202e}ecalevoL"));
    }

    #[test]
    fn spellings_of_one_heading_fold_to_the_same() {
        assert_eq!(fold("E-Mail-Adresse"), fold("EMail Adresse"));
        assert_eq!(fold("Beschäftigungsart"), fold("BESCHAEFTIGUNGSART"));
        assert_eq!(fold("Employee #"), fold("employeeNumber"));
    }

    #[test]
    fn an_excerpt_never_cuts_a_character_in_two() {
        assert_eq!(
            excerpt(&"ü".repeat(100_000)),
            format!("{}…", "ü".repeat(40))
        );
    }
}
