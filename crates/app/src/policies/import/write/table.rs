//! Tables as GitHub's Markdown has them: a head, and cells of one line.

use super::super::note::Notes;
use super::{Inline, inline};

pub(super) fn push(text: &mut String, rows: &[Vec<Vec<Inline>>], notes: &mut Notes) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    for (at, row) in rows.iter().enumerate() {
        for column in 0..columns {
            let words = row.get(column).map_or(&[][..], Vec::as_slice);
            text.push_str("| ");
            text.push_str(&inline::in_a_line(words, notes));
            text.push(' ');
        }
        text.push_str("|\n");
        if at == 0 {
            text.push_str(&"| --- ".repeat(columns));
            text.push_str("|\n");
        }
    }
}
