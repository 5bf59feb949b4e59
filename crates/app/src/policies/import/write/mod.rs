//! Writing Markdown: what a reader of another format found, so that it reads the same.
//!
//! Only what would be read as markup is escaped, because people go on writing this text. Each piece
//! is parsed again at once by the library that shows it: where its words come back otherwise, it is
//! written with less, in the end without any markup.

mod escape;
mod inline;
mod list;
mod proof;
mod table;

use super::note::Notes;
use list::Lists;

pub(super) use escape::words;
pub(super) use inline::{Inline, Look, plain};

/// A piece of a text.
#[derive(Clone, Debug)]
pub(super) enum Block {
    Heading(u8, Vec<Inline>),
    Paragraph(Vec<Inline>),
    Item(Item),
    Table(Vec<Vec<Vec<Inline>>>),
}

#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) level: usize,
    /// Nothing for a bullet.
    pub(super) number: Option<u32>,
    pub(super) words: Vec<Inline>,
}

/// The text and below it its footnotes, in the order they were given.
pub(super) fn markdown(blocks: &[Block], footnotes: &[Vec<Inline>], notes: &mut Notes) -> String {
    let mut text = String::new();
    let mut lists = Lists::default();
    for block in blocks {
        let Block::Item(item) = block else {
            lists = Lists::default();
            apart(&mut text);
            push(&mut text, block, notes);
            continue;
        };
        lists.push(&mut text, item, notes);
    }
    for (at, words) in footnotes.iter().enumerate() {
        apart(&mut text);
        let words = inline::on_one_line(words, notes);
        text.push_str(&format!("[^{}]: {words}\n", at + 1));
    }
    text
}

fn push(text: &mut String, block: &Block, notes: &mut Notes) {
    match block {
        Block::Heading(level, words) => {
            let words = inline::in_a_line(words, notes);
            text.push_str(&format!("{} {words}\n", "#".repeat(usize::from(*level))));
        }
        Block::Paragraph(words) => {
            text.push_str(&inline::paragraph(words, notes));
            text.push('\n');
        }
        Block::Table(rows) => table::push(text, rows, notes),
        Block::Item(_) => {}
    }
}

/// One blank line between two blocks.
fn apart(text: &mut String) {
    if !text.is_empty() && !text.ends_with("\n\n") {
        text.push('\n');
    }
}
