//! What a text lost or changed on its way in, counted.

use std::collections::BTreeMap;

use kit::words::Speech;

/// A kind of thing that the Markdown does not have as the file had it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    Pictures,
    Objects,
    Html,
    Insertions,
    Deletions,
    Comments,
    HeadersAndFooters,
    ListsOfContents,
    HiddenText,
    TextBoxes,
    Formulas,
    NestedTables,
    MergedCells,
    ParagraphsInCells,
    LetteredLists,
    DeepLists,
    LinkedFiles,
    Addresses,
    Emphasis,
    Symbols,
    Controls,
    Encoding,
    UnknownFields,
    UnclearFields,
}

/// One kind, how often, and which where that can be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub what: LeftOut,
    pub count: usize,
    pub which: String,
}

impl Note {
    /// The sentence in the reader's language.
    pub fn said(&self, speech: &Speech) -> String {
        speech
            .say(&format!("policy-import-note-{}", self.what.word()))
            .with("count", self.count)
            .with("which", self.which.as_str())
            .to_string()
    }
}

impl LeftOut {
    fn word(self) -> &'static str {
        match self {
            Self::Pictures => "pictures",
            Self::Objects => "objects",
            Self::Html => "html",
            Self::Insertions => "insertions",
            Self::Deletions => "deletions",
            Self::Comments => "comments",
            Self::HeadersAndFooters => "headers-and-footers",
            Self::ListsOfContents => "lists-of-contents",
            Self::HiddenText => "hidden-text",
            Self::TextBoxes => "text-boxes",
            Self::Formulas => "formulas",
            Self::NestedTables => "nested-tables",
            Self::MergedCells => "merged-cells",
            Self::ParagraphsInCells => "paragraphs-in-cells",
            Self::LetteredLists => "lettered-lists",
            Self::DeepLists => "deep-lists",
            Self::LinkedFiles => "linked-files",
            Self::Addresses => "addresses",
            Self::Emphasis => "emphasis",
            Self::Symbols => "symbols",
            Self::Controls => "controls",
            Self::Encoding => "encoding",
            Self::UnknownFields => "unknown-fields",
            Self::UnclearFields => "unclear-fields",
        }
    }
}

/// What was noted so far.
#[derive(Debug, Default)]
pub(super) struct Notes(BTreeMap<LeftOut, (usize, Vec<String>)>);

/// More names than anybody reads are only counted.
const MOST_NAMED: usize = 10;

impl Notes {
    pub(super) fn count(&mut self, what: LeftOut) {
        self.add(what, 1);
    }

    pub(super) fn add(&mut self, what: LeftOut, times: usize) {
        if times > 0 {
            self.0.entry(what).or_default().0 += times;
        }
    }

    pub(super) fn name(&mut self, what: LeftOut, which: &str) {
        let (count, names) = self.0.entry(what).or_default();
        *count += 1;
        if names.len() < MOST_NAMED {
            names.push(super::clean::line(which, 60));
        }
    }

    /// These and those.
    pub(super) fn with(mut self, others: Self) -> Self {
        for (what, (times, mut names)) in others.0 {
            let (count, named) = self.0.entry(what).or_default();
            *count += times;
            named.append(&mut names);
        }
        self
    }

    pub(super) fn into_list(self) -> Vec<Note> {
        let note = |(what, (count, names)): (LeftOut, (usize, Vec<String>))| Note {
            what,
            count,
            which: names.join(", "),
        };
        self.0.into_iter().map(note).collect()
    }
}
