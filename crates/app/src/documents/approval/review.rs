//! Looking at an approved text again: whether it still holds, and why.

use anyhow::Result;
use kit::{Act, Day, Digest};
use record::kinds::DocumentReviewed;

use super::super::{DocumentId, ReviewId, store};
use super::model::ReviewOutcome;
use crate::people;

const LONGEST: usize = 4_000;

/// A review that is to be kept.
#[derive(Clone, Debug)]
pub struct NewReview {
    pub document: DocumentId,
    /// The digest of the text that was on the screen.
    pub shown: Digest,
    pub outcome: ReviewOutcome,
    pub reason: String,
    /// What made it due, other than the calendar.
    pub trigger: Option<String>,
    pub next_review_on: Day,
}

/// Why no review was kept.
#[derive(Debug, thiserror::Error)]
pub enum CannotReview {
    #[error("There is no such document.")]
    NotFound,
    #[error("Nothing of this document is approved yet that could be reviewed.")]
    NothingApproved,
    #[error("The text changed since it was on your screen. Read it again.")]
    TextChanged,
    #[error("Say in a sentence why; “reviewed” alone says nothing.")]
    Reason,
    #[error("The next review comes within twelve months.")]
    Next,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotReview {
    NothingApproved says "document-refused-review-nothing",
    TextChanged says "document-refused-text-changed-look",
    Reason says "document-refused-review-reason",
    Next says "document-refused-review-next";
    NotFound is NotFound,
});

/// Keeps what a reviewer found in the approved text.
pub async fn review(act: &mut Act, new: NewReview) -> Result<ReviewId, CannotReview> {
    let org = act.org();
    act.db.lock(&format!("{org}/{}", new.document)).await?;
    let today = people::today(act).await?;
    let document = store::texts::document(&mut act.db, org, new.document)
        .await?
        .ok_or(CannotReview::NotFound)?;
    let version = store::texts::last_signed(&mut act.db, org, new.document, i64::MAX)
        .await?
        .ok_or(CannotReview::NothingApproved)?;
    if version.digest != new.shown {
        return Err(CannotReview::TextChanged);
    }
    let reason = new.reason.trim();
    if reason.split_whitespace().count() < 3 || reason.chars().count() > LONGEST {
        return Err(CannotReview::Reason);
    }
    if new.next_review_on <= today || new.next_review_on > today.plus_months(12) {
        return Err(CannotReview::Next);
    }
    let trigger = new.trigger.as_deref().map(str::trim);
    let trigger = trigger.filter(|it| !it.is_empty());
    if trigger.is_some_and(|it| it.chars().count() > LONGEST) {
        return Err(CannotReview::Reason);
    }
    let id = ReviewId::fresh(act.now(), act.dice());
    let body = DocumentReviewed {
        review: id.into(),
        document: document.id.into(),
        kind: document.kind.word().to_owned(),
        version: version.number as u32,
        title: version.title.clone(),
        text: version.digest.into(),
        outcome: new.outcome.into(),
        reason: reason.to_owned(),
        trigger: trigger.map(str::to_owned),
        next_review_on: new.next_review_on.into(),
    };
    let recorded = act.record(new.document, body).await?;
    store::reviews::insert(
        act,
        id,
        (&new, version.number),
        (reason, trigger),
        recorded.id,
    )
    .await?;
    Ok(id)
}
