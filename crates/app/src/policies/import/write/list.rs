//! Lists: which item stands in which, and when a new list begins.

use super::super::note::Notes;
use super::{Item, apart, inline};

/// The lists that are open at an item, from the outside in.
#[derive(Debug, Default)]
pub(super) struct Lists(Vec<Open>);

#[derive(Debug)]
struct Open {
    level: usize,
    indent: usize,
    /// How far the words of its last item stand from the edge.
    content: usize,
    number: Option<u32>,
    /// Two lists that follow each other are told apart by their marks.
    is_other: bool,
}

impl Lists {
    pub(super) fn push(&mut self, text: &mut String, item: &Item, notes: &mut Notes) {
        let words = inline::paragraph(&item.words, notes);
        let is_new = self.place(item);
        let Some(open) = self.0.last() else { return };
        // Within an item, only a list that begins with one can follow its words without a blank line.
        let begins_late = item.number.is_some_and(|number| number != 1);
        if is_new && (open.indent == 0 || begins_late) {
            apart(text);
        }
        let inside = " ".repeat(open.content);
        text.push_str(&" ".repeat(open.indent));
        text.push_str(&mark(item.number, open.is_other));
        text.push_str(&words.replace('\n', &format!("\n{inside}")));
        text.push('\n');
    }

    /// Closes what ends here, and goes on or begins; whether it begins.
    fn place(&mut self, item: &Item) -> bool {
        while self.0.len() > 1 && self.0.last().is_some_and(|open| open.level > item.level) {
            self.0.pop();
        }
        match self.0.last_mut() {
            Some(open) if open.level >= item.level => open.go_on(item),
            _ => {
                let indent = self.0.last().map_or(0, |open| open.content);
                self.0.push(Open::begin(item, indent));
                true
            }
        }
    }
}

impl Open {
    fn begin(item: &Item, indent: usize) -> Self {
        Self {
            level: item.level,
            indent,
            content: indent + mark(item.number, false).len(),
            number: item.number,
            is_other: false,
        }
    }

    /// Whether the item begins another list in the same place.
    fn go_on(&mut self, item: &Item) -> bool {
        let (follows, is_same_kind) = match (self.number, item.number) {
            (None, None) => (true, true),
            (Some(last), Some(next)) => (last.checked_add(1) == Some(next), true),
            _ => (false, false),
        };
        self.is_other = is_same_kind && self.is_other == follows;
        self.number = item.number;
        self.content = self.indent + mark(item.number, self.is_other).len();
        !follows
    }
}

fn mark(number: Option<u32>, is_other: bool) -> String {
    match (number, is_other) {
        (None, false) => "- ".to_owned(),
        (None, true) => "* ".to_owned(),
        (Some(number), false) => format!("{number}. "),
        (Some(number), true) => format!("{number}) "),
    }
}
