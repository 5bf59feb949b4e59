//! Confirming required contents: somebody who did not write a text says where it has them.

use anyhow::Result;
use kit::{Act, Digest};
use record::kinds::ContentsConfirmed;
use record::kinds::words::ConfirmedItem;

use super::{DocumentId, model, store};

/// A required content and the heading under which it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub item: u8,
    pub heading: String,
}

/// Why contents are not confirmed.
#[derive(Debug, thiserror::Error)]
pub enum CannotConfirm {
    #[error("There is no such document.")]
    NotFound,
    #[error("The text changed since it was on your screen. Read it again.")]
    TextChanged,
    #[error("You wrote this text. Somebody else has to confirm what it contains.")]
    Author,
    #[error("Tick at least one content and say under which heading you found it.")]
    NothingFound,
    #[error("The text has no such heading: {0}")]
    NoSuchHeading(String),
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotConfirm {
    TextChanged says "document-refused-text-changed-look",
    Author says "document-refused-author",
    NothingFound says "document-refused-nothing-found",
    NoSuchHeading says "document-refused-no-such-heading";
    NotFound is NotFound,
}, |refusal| match refusal {
    CannotConfirm::NoSuchHeading(heading) => vec![("detail", heading.clone().into())],
    _ => Vec::new(),
});

/// The text that is looked at: the draft, or else the latest version.
struct Text {
    number: i64,
    digest: Digest,
    text: String,
    authors: String,
}

/// Confirms that exactly the text shown has these contents. What this person confirmed of it
/// before is not confirmed twice.
pub async fn confirm_contents(
    act: &mut Act,
    document: DocumentId,
    shown: Digest,
    found: Vec<Found>,
) -> Result<(), CannotConfirm> {
    let (org, by) = (act.org(), act.person()?);
    act.db.lock(&format!("{org}/{document}")).await?;
    let described = store::texts::document(&mut act.db, org, document)
        .await?
        .ok_or(CannotConfirm::NotFound)?;
    let text = current(act, document)
        .await?
        .ok_or(CannotConfirm::NotFound)?;
    if text.digest != shown {
        return Err(CannotConfirm::TextChanged);
    }
    if model::wrote(&text.authors, by) {
        return Err(CannotConfirm::Author);
    }
    check_headings(&text.text, &found)?;
    let known = store::texts::confirmations(&mut act.db, org, document, shown).await?;
    let is_new = |found: &Found| {
        let item = i64::from(found.item);
        !known
            .iter()
            .any(|known| known.item == item && known.confirmed_by == by)
    };
    let new: Vec<Found> = found.into_iter().filter(is_new).collect();
    if new.is_empty() {
        return Ok(());
    }
    let body = ContentsConfirmed {
        document: document.into(),
        kind: described.kind.word().to_owned(),
        version: text.number as u32,
        title: described.title,
        text: shown.into(),
        items: new
            .iter()
            .map(|found| ConfirmedItem {
                item: found.item,
                heading: found.heading.clone(),
            })
            .collect(),
        by: by.into(),
    };
    let recorded = act.record(document, body).await?;
    let items: Vec<_> = new
        .into_iter()
        .map(|found| (i64::from(found.item), found.heading))
        .collect();
    store::texts::insert_confirmations(act, (document, shown), &items, by, recorded.id).await?;
    Ok(())
}

async fn current(act: &mut Act, document: DocumentId) -> Result<Option<Text>> {
    let org = act.org();
    let latest = store::texts::last_version(&mut act.db, org, document).await?;
    if let Some(draft) = store::texts::draft(&mut act.db, org, document).await? {
        return Ok(Some(Text {
            number: latest.map_or(0, |latest| latest.number) + 1,
            digest: draft.digest(),
            text: draft.text,
            authors: draft.authors,
        }));
    }
    Ok(latest.map(|latest| Text {
        number: latest.number,
        digest: latest.digest,
        text: latest.text,
        authors: latest.authors,
    }))
}

fn check_headings(text: &str, found: &[Found]) -> Result<(), CannotConfirm> {
    if found.is_empty() {
        return Err(CannotConfirm::NothingFound);
    }
    let headings = super::text::headings(text);
    let is_there = |heading: &str| headings.iter().any(|known| known.text == heading);
    match found.iter().find(|found| !is_there(&found.heading)) {
        Some(missing) => Err(CannotConfirm::NoSuchHeading(missing.heading.clone())),
        None => Ok(()),
    }
}
