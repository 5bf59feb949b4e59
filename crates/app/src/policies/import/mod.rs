//! A policy that the firm already has comes as a file, and a file is somebody else's program.
//!
//! [`import`] turns its bytes into Markdown: a DOCX file of a word processor, or Markdown with front
//! matter. Nothing here follows an address, runs anything or touches a database. Whatever the text
//! loses on the way is named in a [`Note`], so that whoever approves it knows what to compare.
//! Why the DOCX is read by our own module stands in decision 0009.

mod clean;
mod decode;
mod docx;
mod front;
mod kind;
mod language;
mod markdown;
mod note;
mod refusal;
mod write;

#[cfg(test)]
mod acceptance;

use kit::Digest;
use kit::words::{Language, Texts};

use crate::documents::LARGEST;
use kind::Kind;
use note::Notes;

use front::FrontMatter;
#[cfg(test)]
use note::LeftOut;
use note::Note;
pub use refusal::CannotImport;

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

/// The largest file, in bytes; pictures make most of it.
const LARGEST_FILE: usize = 20 * 1024 * 1024;
const LONGEST_TITLE: usize = 200;

/// A text as it can become a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    pub title: String,
    /// Said by the front matter, otherwise guessed from the words; nothing when neither is clear.
    pub language: Option<Language>,
    /// Markdown in Unicode's composed form with `\n` at the end of each line.
    pub text: String,
    pub front: FrontMatter,
    pub notes: Vec<Note>,
    /// Of the bytes as they came.
    pub source: Digest,
}

/// What a reader of one format found.
#[derive(Debug, Default)]
struct Read {
    title: Option<String>,
    text: String,
    front: FrontMatter,
    notes: Notes,
}

/// Reads the text of a file. The name gives a title where the text has none; what the file is, its
/// bytes decide.
pub fn import(name: &str, bytes: &[u8]) -> Result<Imported, CannotImport> {
    if bytes.len() > LARGEST_FILE {
        return Err(CannotImport::FileTooLarge);
    }
    let mut read = match kind::of(bytes)? {
        Kind::Docx => docx::read(bytes)?,
        Kind::Text => markdown::read(bytes)?,
    };
    let text = clean::text(&read.text, &mut read.notes);
    if text.trim().is_empty() {
        return Err(CannotImport::NoText);
    }
    if text.len() > LARGEST {
        return Err(CannotImport::TooLong);
    }
    Ok(Imported {
        title: title(&read, &text, name),
        language: read.front.language.or_else(|| language::guess(&text)),
        text,
        front: read.front,
        notes: read.notes.into_list(),
        source: Digest::of(bytes),
    })
}

/// What the front matter says, what stands over the text, what the file is called: the first of them.
fn title(read: &Read, text: &str, name: &str) -> String {
    let headings = crate::documents::text::headings(text);
    let top = headings.into_iter().find(|heading| heading.level == 1);
    let candidates = [
        read.front.title.clone(),
        top.map(|heading| heading.text),
        read.title.clone(),
        Some(stem(name)),
    ];
    candidates
        .into_iter()
        .flatten()
        .map(|title| clean::line(&title, LONGEST_TITLE))
        .find(|title| !title.is_empty())
        .unwrap_or_else(|| "Policy".to_owned())
}

/// The name of a file without folders and without what follows its last dot.
fn stem(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.replace(['_', '-'], " ")
}
