//! A paragraph while it is read.

use super::super::write::{Inline, Look};

#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) style: Option<String>,
    pub(super) list: Option<String>,
    pub(super) level: Option<u32>,
    pub(super) outline: Option<u32>,
    /// Its end was deleted: the next paragraph goes on in it.
    pub(super) is_open_ended: bool,
    pub(super) words: Vec<Inline>,
    pub(super) run: Run,
}

/// How the words look that are being read.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    pub(super) look: Look,
    pub(super) is_hidden: bool,
}

impl Paragraph {
    pub(super) fn push(&mut self, text: &str, link: Option<&str>) {
        let look = Look {
            link: link.map(str::to_owned),
            ..self.run.look.clone()
        };
        match self.words.last_mut() {
            Some(Inline::Words(last, same)) if *same == look => last.push_str(text),
            _ => self.words.push(Inline::Words(text.to_owned(), look)),
        }
    }
}
