//! Telling people: letters that commit with the act they tell of.
//!
//! A verb says what is to be told to whom. A job puts the words together in the reader's
//! language, makes the link and keeps the letter; another hands it to the mail server.
//! Without a mail server letters stay on screen. A letter has its id before it is written,
//! so a job that runs twice writes it once, and mail programs show a second copy as one.

mod compose;
mod jobs;
mod pages;
mod store;

use anyhow::Result;
use kit::Act;
use kit::id::{MailId, PersonId};
use kit::words::Texts;
use serde::{Deserialize, Serialize};

use crate::App;
use crate::shell::Routes;

pub use jobs::{SendLetter, WriteLetter};

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

pub fn routes() -> Routes {
    pages::routes()
}

/// What is to be told to somebody.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Telling {
    pub to: PersonId,
    /// The letter's words: `letter-<word>-subject` and `letter-<word>-text`. Beside `args` they
    /// may use `name` (the first name), `organisation` and, when `leads_to` is set, `link`.
    pub word: String,
    /// Calendar days (`2026-11-22`) are written in the reader's language, whole numbers choose
    /// the plural. A `page` is a path of ours that asks its reader to sign in; it is written as
    /// a whole address, and opens nothing by itself.
    pub args: Vec<(String, String)>,
    /// The address of the one obligation that the link in the letter opens.
    pub leads_to: Option<String>,
    /// Letters of one thread are shown together by mail programs.
    pub thread: Option<String>,
    /// Who answers replies.
    pub reply_to: Option<PersonId>,
}

/// What a letter carries beside its words.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Enclosed {
    /// Several things in one letter: each is said by `letter-<word>-item`, together they are
    /// `list`.
    pub list: Vec<Item>,
    pub file: Option<TextFile>,
}

/// One of several things in a letter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Item {
    pub args: Vec<(String, String)>,
    /// Where the item's own `link` leads.
    pub leads_to: Option<String>,
}

/// A small file of text that travels with a letter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TextFile {
    pub name: String,
    pub media: String,
    pub text: String,
}

/// Tells somebody something once this unit of work is committed. The same `unique` text is
/// the same letter while it is not written yet.
pub async fn tell(act: &mut Act, telling: &Telling, unique: Option<String>) -> Result<()> {
    tell_enclosing(act, telling, Enclosed::default(), unique).await
}

/// Tells somebody something, with a list or a file.
pub async fn tell_enclosing(
    act: &mut Act,
    telling: &Telling,
    enclosed: Enclosed,
    unique: Option<String>,
) -> Result<()> {
    let order = WriteLetter {
        letter: MailId::fresh(act.now(), act.dice()),
        telling: telling.clone(),
        enclosed,
        address: None,
    };
    act.later::<App, _>(&order, unique).await
}

/// Tells somebody something at an address that is not theirs any more.
pub async fn tell_at(act: &mut Act, telling: &Telling, address: String) -> Result<()> {
    let order = WriteLetter {
        letter: MailId::fresh(act.now(), act.dice()),
        telling: telling.clone(),
        enclosed: Enclosed::default(),
        address: Some(address),
    };
    act.later::<App, _>(&order, None).await
}
