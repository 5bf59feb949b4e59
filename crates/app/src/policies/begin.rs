//! Beginning a policy: from a starter text, from a file, or from nothing.

use kit::words::{Language, Speech};
use kit::{Act, Digest};

use super::starter::{Every, Starter};
use super::store;
use crate::documents::{self, CannotWrite, DocumentId, DocumentKind, NewDocument};

/// What a policy begins from.
#[derive(Clone, Debug)]
pub struct Source {
    pub kind: DocumentKind,
    pub title: String,
    pub language: Language,
    pub text: String,
}

/// Why no policy was begun.
pub type CannotBegin = CannotWrite;

/// Begins a policy with its first draft. The same text under the same title again is the same
/// policy, so that a file sent twice is there once.
pub async fn begin(act: &mut Act, source: Source) -> Result<DocumentId, CannotBegin> {
    let org = act.org();
    let text = documents::text::normalise(&source.text);
    let title = source.title.trim().to_owned();
    let same = (source.kind, title.as_str(), Digest::of(&text));
    if let Some(begun) = store::begun(&mut act.db, org, same).await? {
        return Ok(begun);
    }
    let new = NewDocument {
        kind: source.kind,
        title,
        language: source.language,
        text,
    };
    documents::create(act, new).await
}

/// A starter text with the duties it creates below their heading, so that whoever approves it
/// decides what they take.
pub(super) fn with_duties(starter: &Starter, speech: &Speech) -> String {
    let duties: Vec<String> = starter
        .duties
        .iter()
        .map(|duty| {
            let every = match &duty.every {
                Every::Always => speech.t("policy-starter-always"),
                Every::Months(months) => speech
                    .say("policy-starter-months")
                    .with("months", i64::from(*months))
                    .to_string(),
                Every::When(when) => when.clone(),
            };
            format!("- {}: {} ({every})", duty.who, duty.what)
        })
        .collect();
    let heading = speech.t("policy-starter-duties");
    format!(
        "{}\n\n## {heading}\n\n{}\n",
        starter.text.trim_end(),
        duties.join("\n")
    )
}
