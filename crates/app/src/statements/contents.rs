//! The twelve contents that a statement has to have (the list is that of the rules).

use rules::facts::Content;

/// One of the twelve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    pub number: u8,
    code: &'static str,
}

impl Item {
    /// The Fluent id of its words.
    pub(super) fn word(self) -> String {
        format!("statement-content-{}", self.code)
    }
}

/// All twelve, from 1.
pub fn all() -> impl Iterator<Item = Item> {
    (1..).zip(Content::ALL).map(|(number, content)| Item {
        number,
        code: content.code(),
    })
}
