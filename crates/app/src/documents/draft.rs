//! Writing: a document begins, its draft is saved, and one day begun again from what was signed.

use anyhow::Result;
use kit::words::Language;
use kit::{Act, Digest};

use super::{DocumentId, DocumentKind, model, store};

/// The longest text, in bytes.
pub const LARGEST: usize = 256 * 1024;
const LONGEST_TITLE: usize = 200;

/// A document that is to begin.
#[derive(Clone, Debug)]
pub struct NewDocument {
    pub kind: DocumentKind,
    pub title: String,
    pub language: Language,
    /// What the writing starts from.
    pub text: String,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum CannotWrite {
    #[error("There is no such document.")]
    NotFound,
    #[error("A document needs a title of at most 200 characters.")]
    Title,
    #[error("A text is written in English or in German.")]
    Language,
    #[error("A text has at most 256 KiB.")]
    TooLong,
    #[error("A text cannot be empty.")]
    Empty,
    #[error("Somebody else saved this text while you were writing. Compare, then save again.")]
    ChangedMeanwhile,
    #[error("There is a draft already.")]
    DraftExists,
    #[error("Nothing has been written yet that a new draft could start from.")]
    NothingWritten,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotWrite {
    Title says "document-refused-title",
    Language says "document-refused-language",
    TooLong says "document-refused-too-long",
    Empty says "document-refused-empty",
    ChangedMeanwhile says "document-refused-changed-meanwhile",
    DraftExists says "document-refused-draft-exists",
    NothingWritten says "document-refused-nothing-written";
    NotFound is NotFound,
});

/// Begins a document with its first draft.
pub async fn create(act: &mut Act, new: NewDocument) -> Result<DocumentId, CannotWrite> {
    let title = new.title.trim();
    if title.is_empty()
        || title.chars().count() > LONGEST_TITLE
        || title.chars().any(char::is_control)
    {
        return Err(CannotWrite::Title);
    }
    let new = NewDocument {
        title: title.to_owned(),
        ..new
    };
    // The pseudo language is made by program and nobody reads it.
    if new.language == Language::Pseudo {
        return Err(CannotWrite::Language);
    }
    let text = checked(&new.text)?;
    let by = act.person()?;
    let document = DocumentId::fresh(act.now(), act.dice());
    store::texts::insert_document(act, document, &new, by).await?;
    store::texts::keep_draft(act, document, (&text, by, &by.to_string())).await?;
    Ok(document)
}

/// Saves the draft. `started_from` is the digest of the text that the editor was opened with;
/// somebody else's words are never overwritten unseen.
pub async fn save_draft(
    act: &mut Act,
    document: DocumentId,
    text: &str,
    started_from: Digest,
) -> Result<Digest, CannotWrite> {
    let text = checked(text)?;
    let org = act.org();
    act.db.lock(&format!("{org}/{document}")).await?;
    let draft = store::texts::draft(&mut act.db, org, document)
        .await?
        .ok_or(CannotWrite::NotFound)?;
    let digest = Digest::of(&text);
    if digest == draft.digest() {
        return Ok(digest);
    }
    if started_from != draft.digest() {
        return Err(CannotWrite::ChangedMeanwhile);
    }
    let by = act.person()?;
    let authors = model::authors_with(&draft.authors, by);
    store::texts::keep_draft(act, document, (&text, by, &authors)).await?;
    Ok(digest)
}

/// Begins a new draft from the latest text: for the yearly renewal, and after a refusal.
pub async fn draft_again(act: &mut Act, document: DocumentId) -> Result<(), CannotWrite> {
    let org = act.org();
    act.db.lock(&format!("{org}/{document}")).await?;
    store::texts::document(&mut act.db, org, document)
        .await?
        .ok_or(CannotWrite::NotFound)?;
    if store::texts::draft(&mut act.db, org, document)
        .await?
        .is_some()
    {
        return Err(CannotWrite::DraftExists);
    }
    let latest = store::texts::last_version(&mut act.db, org, document)
        .await?
        .ok_or(CannotWrite::NothingWritten)?;
    let by = act.person()?;
    store::texts::keep_draft(act, document, (&latest.text, by, &latest.authors)).await?;
    Ok(())
}

fn checked(typed: &str) -> Result<String, CannotWrite> {
    let text = super::text::normalise(typed);
    if text.len() > LARGEST {
        return Err(CannotWrite::TooLong);
    }
    if text.trim().is_empty() {
        return Err(CannotWrite::Empty);
    }
    Ok(text)
}
