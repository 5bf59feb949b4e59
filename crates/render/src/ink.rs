//! What the built-in fonts can print.
//!
//! PDF/A forbids characters without a glyph, and a reader must not be deceived by characters that reorder a line, so
//! both are printed as their code point: `[U+202E]`. The attached Markdown keeps the exact text.

use serde::Serialize;
use typst::text::FontBook;

use crate::CannotTypeset;

/// More than this and the page would be a list of code points.
const SUBSTITUTES: usize = 200;

/// Unbroken runs longer than this may break anywhere, so that they stay on the page.
const LONG_WORD: usize = 40;

/// The same in the size of the title.
const LONG_WORD_OF_TITLE: usize = 24;

/// Long enough for a SHA-256 digest in hexadecimal, which is set small and must be easy to copy.
const LONG_DIGEST: usize = 80;

/// A zero-width space.
pub(crate) const MAY_BREAK: char = '\u{200B}';

/// Text that has passed through [`Ink`]: it fits the fonts and the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Printed(String);

impl Printed {
    pub(crate) fn is_blank(&self) -> bool {
        is_blank(&self.0)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Nothing of it would be seen.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || invisible(c))
}

/// Prints text and counts what it had to substitute.
#[derive(Debug)]
pub(crate) struct Ink<'a> {
    book: &'a FontBook,
    substituted: usize,
    sample: String,
}

impl<'a> Ink<'a> {
    pub(crate) fn new(book: &'a FontBook) -> Self {
        Self {
            book,
            substituted: 0,
            sample: String::new(),
        }
    }

    /// Running text: control characters are spaces.
    pub(crate) fn text(&mut self, text: &str) -> Printed {
        self.print(text, LONG_WORD, one_line)
    }

    pub(crate) fn title(&mut self, text: &str) -> Printed {
        self.print(text, LONG_WORD_OF_TITLE, one_line)
    }

    pub(crate) fn digest(&mut self, text: &str) -> Printed {
        self.print(text, LONG_DIGEST, one_line)
    }

    /// Code: line ends and tabs stay.
    pub(crate) fn code(&mut self, text: &str) -> Printed {
        self.print(text, LONG_WORD, |c| c)
    }

    /// An address, which may break after any of its punctuation.
    pub(crate) fn address(&mut self, url: &str) -> Printed {
        let mut printed = String::with_capacity(url.len() + 16);
        for c in self.text(url).0.chars() {
            printed.push(c);
            if "/.?&=#_-".contains(c) {
                printed.push(MAY_BREAK);
            }
        }
        Printed(printed)
    }

    pub(crate) fn substituted(&self) -> usize {
        self.substituted
    }

    /// Refuses a document of which too much would be unreadable.
    pub(crate) fn check(&self) -> Result<(), CannotTypeset> {
        if self.substituted > SUBSTITUTES {
            return Err(CannotTypeset::Unprintable {
                count: self.substituted,
                sample: self.sample.clone(),
            });
        }
        Ok(())
    }

    fn print(&mut self, text: &str, longest: usize, space: fn(char) -> char) -> Printed {
        let mut printed = String::with_capacity(text.len());
        let mut run = 0;
        for c in text.chars().map(space) {
            run = if c.is_whitespace() || c == '-' || c == MAY_BREAK {
                0
            } else {
                run + 1
            };
            if run > longest && run % 8 == 0 {
                printed.push(MAY_BREAK);
            }
            self.put(c, &mut printed);
        }
        Printed(printed)
    }

    fn put(&mut self, c: char, onto: &mut String) {
        if matches!(c, '\u{FE00}'..='\u{FE0F}') {
            return;
        }
        if self.can_print(c) {
            onto.push(c);
            return;
        }
        self.substituted += 1;
        let code_point = format!("[U+{:04X}]", u32::from(c));
        if self.sample.is_empty() {
            self.sample = format!("U+{:04X}", u32::from(c));
        }
        onto.push_str(&code_point);
    }

    fn can_print(&self, c: char) -> bool {
        if matches!(c, '\n' | '\t') || invisible(c) {
            return true;
        }
        !c.is_control() && !reorders(c) && !private(c) && !nothing(c) && self.has_glyph(c)
    }

    fn has_glyph(&self, c: char) -> bool {
        (0..)
            .map_while(|index| self.book.info(index))
            .any(|font| font.coverage.contains(u32::from(c)))
    }
}

fn one_line(c: char) -> char {
    if matches!(c, '\n' | '\t' | '\r') {
        ' '
    } else {
        c
    }
}

/// Embeddings, overrides and isolates of the bidirectional algorithm (UAX #9), which can make a line read differently
/// from what was written.
fn reorders(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Zero-width characters that need no glyph: joiners, direction marks, places to break.
fn invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{AD}')
}

/// The byte order mark and its mirror, forbidden in PDF/A text even where a font has them.
fn nothing(c: char) -> bool {
    matches!(c, '\u{FEFF}' | '\u{FFFE}')
}

/// Private use has no meaning to a reader, and PDF/A-3a forbids it (ISO 19005-3 §6.2.11.7).
fn private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}
