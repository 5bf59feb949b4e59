//! Asking for a signature: the draft becomes a version and is laid before one person.

use anyhow::Result;
use kit::id::PersonId;
use kit::{Act, Day, Digest};
use record::kinds::SignatureRequested;

use super::model::{Change, Outcome, Request, Version};
use super::{DocumentId, DocumentKind, RequestId, store};
use crate::notices::{Telling, tell};
use crate::people;

/// What is to be asked of whom.
#[derive(Clone, Debug)]
pub struct NewRequest {
    pub document: DocumentId,
    /// The digest of the draft that was shown.
    pub shown: Digest,
    pub signatory: PersonId,
    pub effective_on: Day,
    pub next_review_on: Day,
    /// By when the signature is needed.
    pub due_on: Day,
    /// Does it change what is asked of people? Not asked of a first version, which changes nothing.
    pub is_material: bool,
}

/// Why a signature is not asked for.
#[derive(Debug, thiserror::Error)]
pub enum CannotRequest {
    #[error("There is no such document.")]
    NotFound,
    #[error("There is no draft to send.")]
    NothingToSend,
    #[error("The text changed since it was on your screen. Read it again, then send it.")]
    TextChanged,
    #[error("Something is still to be filled in: {}.", .0.join(", "))]
    Placeholders(Vec<String>),
    #[error("The text is the same as in the last signed version. Change it, or leave it in force.")]
    NothingChanged,
    #[error("This person is not on the register of top management today.")]
    NotServing,
    #[error("An earlier version still waits for its signature. Withdraw that request first.")]
    StillOpen,
    #[error(
        "The next review lies after the day the text takes effect, and not more than ten years."
    )]
    Review,
    #[error("The day by which you need the signature has passed.")]
    Due,
    #[error("A document of this kind is approved by several. Send it for approval.")]
    TakesARound,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotRequest {
    NothingToSend says "document-refused-nothing-to-send",
    TextChanged says "document-refused-text-changed",
    Placeholders says "document-refused-placeholders",
    NothingChanged says "document-refused-nothing-changed",
    NotServing says "document-refused-not-serving",
    StillOpen says "document-refused-still-open",
    Review says "document-refused-review",
    Due says "document-refused-due",
    TakesARound says "document-refused-takes-a-round";
    NotFound is NotFound,
}, |refusal| match refusal {
    CannotRequest::Placeholders(left) => vec![("detail", left.join(", ").into())],
    _ => Vec::new(),
});

/// Makes a version of the draft and asks a member of top management to sign it.
pub async fn request_signature(act: &mut Act, new: NewRequest) -> Result<RequestId, CannotRequest> {
    let org = act.org();
    act.db.lock(&format!("{org}/{}", new.document)).await?;
    let today = people::today(act).await?;
    let days = (new.effective_on, new.next_review_on, new.due_on);
    check_days(days, today)?;
    let appointment = people::serving_on(&mut act.db, org, new.signatory, today)
        .await?
        .ok_or(CannotRequest::NotServing)?;
    let next = next_version(act, new.document, new.shown, days, new.is_material).await?;
    if next.kind.takes_a_round() {
        return Err(CannotRequest::TakesARound);
    }
    let Next {
        kind,
        version,
        previous,
    } = next;
    let id = RequestId::fresh(act.now(), act.dice());
    let from = (new.signatory, appointment.id);
    let body = requested((id, kind), &version, previous.as_ref(), from);
    let recorded = act.record(new.document, body).await?;

    let request = Request {
        id,
        document: new.document,
        kind,
        version: version.number,
        signatory: new.signatory,
        appointment: appointment.id,
        requested_by: act.person()?,
        requested_at: act.now(),
        due_on: new.due_on,
        effective_on: version.effective_on,
        record: recorded.id,
        round: None,
        delegation: None,
        outcome: Outcome::Open,
    };
    store::texts::insert_version(act, &version).await?;
    store::texts::end_draft(&mut act.db, org, new.document).await?;
    store::requests::insert_request(act, &request).await?;
    tell_signatory(act, &request, &version).await?;
    Ok(id)
}

/// The days on which a version takes effect, is reviewed next, and is needed by.
type Days = (Day, Day, Day);

pub(super) fn check_days(
    (effective_on, next_review_on, due_on): Days,
    today: Day,
) -> Result<(), CannotRequest> {
    let latest = effective_on.plus_months(120);
    if next_review_on <= effective_on || next_review_on > latest {
        return Err(CannotRequest::Review);
    }
    if due_on < today {
        return Err(CannotRequest::Due);
    }
    Ok(())
}

/// What a draft becomes, and the version in force that it changes.
pub(super) struct Next {
    pub(super) kind: DocumentKind,
    pub(super) version: Version,
    pub(super) previous: Option<Version>,
}

/// The draft as the next version, if it is ready to be laid before anybody.
pub(super) async fn next_version(
    act: &mut Act,
    document: DocumentId,
    shown: Digest,
    (effective_on, next_review_on, _): Days,
    is_material: bool,
) -> Result<Next, CannotRequest> {
    let org = act.org();
    let described = store::texts::document(&mut act.db, org, document)
        .await?
        .ok_or(CannotRequest::NotFound)?;
    let draft = store::texts::draft(&mut act.db, org, document)
        .await?
        .ok_or(CannotRequest::NothingToSend)?;
    let digest = draft.digest();
    if shown != digest {
        return Err(CannotRequest::TextChanged);
    }
    let left = rules::placeholders::left_in(&draft.text);
    if !left.is_empty() {
        return Err(CannotRequest::Placeholders(left));
    }
    let open = store::requests::requests(&mut act.db, org, document).await?;
    if open.iter().any(Request::is_open) {
        return Err(CannotRequest::StillOpen);
    }
    let previous = store::texts::last_signed(&mut act.db, org, document, i64::MAX).await?;
    if previous
        .as_ref()
        .is_some_and(|previous| previous.digest == digest)
    {
        return Err(CannotRequest::NothingChanged);
    }
    let last = store::texts::last_version(&mut act.db, org, document).await?;
    let version = Version {
        document,
        number: last.map_or(0, |last| last.number) + 1,
        title: described.title,
        language: described.language,
        text: draft.text,
        digest,
        author: draft.author,
        authors: draft.authors,
        change: change(previous.is_some(), is_material),
        effective_on: Some(effective_on),
        next_review_on: Some(next_review_on),
        made_at: act.now(),
    };
    Ok(Next {
        kind: described.kind,
        version,
        previous,
    })
}

fn change(changes_another: bool, is_material: bool) -> Change {
    match (changes_another, is_material) {
        (false, _) => Change::First,
        (true, true) => Change::Material,
        (true, false) => Change::Editorial,
    }
}

pub(super) fn requested(
    (id, kind): (RequestId, DocumentKind),
    version: &Version,
    previous: Option<&Version>,
    (from, appointment): (PersonId, people::AppointmentId),
) -> SignatureRequested {
    SignatureRequested {
        request: id.into(),
        document: version.document.into(),
        kind: kind.word().to_owned(),
        version: version.number as u32,
        title: version.title.clone(),
        language: version.language.word().to_owned(),
        text: version.digest.into(),
        bytes: version.text.len() as u64,
        change: version.change.into(),
        previous_version: previous.map(|previous| previous.number as u32),
        from: from.into(),
        appointment: appointment.into(),
        effective_on: version.effective_on.map(Into::into),
        next_review_on: version.next_review_on.map(Into::into),
        round: None,
    }
}

/// The letter that asks. An approver is asked in words of their own.
pub(super) async fn tell_signatory(
    act: &mut Act,
    request: &Request,
    version: &Version,
) -> Result<()> {
    let org = act.org();
    let by = people::person(&mut act.db, org, request.requested_by).await?;
    let telling = Telling {
        to: request.signatory,
        word: match (request.round, request.requested_by == request.signatory) {
            (Some(_), _) => "approval-request",
            (None, true) => "sign-request-own",
            (None, false) => "sign-request",
        }
        .to_owned(),
        args: vec![
            ("title".to_owned(), version.title.clone()),
            ("by".to_owned(), by.map_or_else(String::new, |by| by.name)),
            (
                "minutes".to_owned(),
                super::text::minutes(&version.text).to_string(),
            ),
            ("due".to_owned(), request.due_on.to_string()),
        ],
        leads_to: Some(request.id.address()),
        thread: Some(request.id.to_string()),
        reply_to: Some(request.requested_by),
    };
    tell(act, &telling, None).await
}
