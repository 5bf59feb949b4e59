//! Sending a text for approval: the draft becomes a version and goes to its first stage.

use anyhow::{Context, Result};
use kit::{Act, Day, Digest};
use record::kinds::words as recorded;
use record::kinds::{ApprovalRequested, SignatureRequested};

use super::super::model::{Change, Outcome, Request, Version};
use super::super::request::{self, CannotRequest, Next};
use super::super::{DocumentId, DocumentKind, RequestId, RoundId, duties, matrix, store};
use super::model::{Approver, Resourced, Round, Stage, Unroutable, route};
use crate::people;

/// What is to be approved by whom.
#[derive(Clone, Debug)]
pub struct NewRound {
    pub document: DocumentId,
    /// The digest of the draft that was shown.
    pub shown: Digest,
    /// Who is asked together, one stage after the other.
    pub stages: Vec<Stage>,
    pub effective_on: Day,
    pub next_review_on: Day,
    /// By when the approvals are needed.
    pub due_on: Day,
    /// Does it change what is asked of people, as whoever sends it sees it? The approvers decide.
    pub is_material: bool,
    /// What each duty of the text takes, in the order of the text.
    pub duties: Vec<Resourced>,
}

/// Why nothing was sent for approval.
#[derive(Debug, thiserror::Error)]
pub enum CannotRequestApproval {
    #[error("There is no such document.")]
    NotFound,
    #[error("{0}")]
    Text(CannotRequest),
    #[error("Choose who approves: at least one person at every stage.")]
    Nobody,
    #[error("A stage needs between one and all of its approvers.")]
    Quorum,
    #[error("Somebody is named twice. Each person approves once.")]
    Twice,
    #[error("You send this text; somebody else approves it.")]
    Requester,
    #[error("Only authors would have to approve. Name somebody who did not write the text.")]
    OnlyAuthors,
    #[error("Somebody you chose holds no office that lets them approve this today.")]
    NotEntitled,
    #[error("The approval matrix asks for more: {0}.")]
    Matrix(String),
    #[error(
        "Say for every duty of the text what it takes: a resource, why none, or a risk until a day within twelve months."
    )]
    Duties,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotRequestApproval {
    Text says "document-refused-text",
    Nobody says "document-refused-round-nobody",
    Quorum says "document-refused-round-quorum",
    Twice says "document-refused-round-twice",
    Requester says "document-refused-round-requester",
    OnlyAuthors says "document-refused-round-only-authors",
    NotEntitled says "document-refused-round-not-entitled",
    Matrix says "document-refused-round-matrix",
    Duties says "document-refused-round-duties";
    NotFound is NotFound,
}, |refusal| match refusal {
    CannotRequestApproval::Matrix(missing) => vec![("detail", missing.clone().into())],
    _ => Vec::new(),
});

impl From<CannotRequest> for CannotRequestApproval {
    fn from(why: CannotRequest) -> Self {
        match why {
            CannotRequest::NotFound => Self::NotFound,
            CannotRequest::Unexpected(error) => Self::Unexpected(error),
            other => Self::Text(other),
        }
    }
}

impl From<Unroutable> for CannotRequestApproval {
    fn from(why: Unroutable) -> Self {
        match why {
            Unroutable::Nobody => Self::Nobody,
            Unroutable::Quorum => Self::Quorum,
            Unroutable::Twice => Self::Twice,
            Unroutable::Requester => Self::Requester,
            Unroutable::OnlyAuthors => Self::OnlyAuthors,
        }
    }
}

/// Makes a version of the draft and asks the first stage to approve it.
pub async fn request_approval(
    act: &mut Act,
    new: NewRound,
) -> Result<RoundId, CannotRequestApproval> {
    let (org, by) = (act.org(), act.person()?);
    act.db.lock(&format!("{org}/{}", new.document)).await?;
    let today = people::today(act).await?;
    let days = (new.effective_on, new.next_review_on, new.due_on);
    request::check_days(days, today)?;
    let next = request::next_version(act, new.document, new.shown, days, new.is_material).await?;
    route(&new.stages, by, &next.version.authors)?;
    for approver in new.stages.iter().flat_map(|stage| &stage.approvers) {
        super::progress::entitlement(act, approver, next.kind, today)
            .await?
            .ok_or(CannotRequestApproval::NotEntitled)?;
    }
    let matrix = obeyed_matrix(act, next.kind, &new.stages, today).await?;
    check_duties(&new.duties, &next.version.text, today)?;

    let id = RoundId::fresh(act.now(), act.dice());
    let body = requested(id, &next, &new, matrix);
    let recorded = act.record(new.document, body).await?;
    store::texts::insert_version(act, &next.version).await?;
    store::texts::end_draft(&mut act.db, org, new.document).await?;
    let round = Round {
        id,
        document: new.document,
        version: next.version.number,
        change: next.version.change,
        matrix,
        requested_by: by,
        requested_at: act.now(),
        due_on: new.due_on,
        record: recorded.id,
        steps: Vec::new(),
    };
    store::approvals::insert_round(act, &round, &new.stages).await?;
    store::approvals::insert_duties(act, id, &new.duties).await?;
    let first = new.stages.first().context("a route has a stage")?;
    ask_stage(act, &round, &next, &first.approvers).await?;
    Ok(id)
}

/// The matrix in force, if there is one; the stages give it what it asks for.
async fn obeyed_matrix(
    act: &mut Act,
    kind: DocumentKind,
    stages: &[Stage],
    today: Day,
) -> Result<Option<Digest>, CannotRequestApproval> {
    let org = act.org();
    let Some(in_force) = store::approvals::matrix_in_force(&mut act.db, org, today).await? else {
        return Ok(None);
    };
    let offices = people::offices(&mut act.db, org, today).await?;
    let matrix = matrix::Matrix::parse(&in_force.text);
    match matrix.missing(kind, stages, &offices) {
        None => Ok(Some(in_force.digest)),
        Some(missing) => Err(CannotRequestApproval::Matrix(missing)),
    }
}

/// Exactly the duties of the text, each with a complete answer.
fn check_duties(
    answers: &[Resourced],
    text: &str,
    today: Day,
) -> Result<(), CannotRequestApproval> {
    let answered = answers.iter().map(|answer| &answer.duty);
    let is_complete = answers.iter().all(|answer| answer.is_complete(today));
    if duties::of(text).iter().eq(answered) && is_complete {
        Ok(())
    } else {
        Err(CannotRequestApproval::Duties)
    }
}

fn requested(
    id: RoundId,
    next: &Next,
    new: &NewRound,
    matrix: Option<Digest>,
) -> ApprovalRequested {
    let version = &next.version;
    let authors = version.authors.split(' ').filter_map(|it| it.parse().ok());
    ApprovalRequested {
        round: id.into(),
        document: version.document.into(),
        kind: next.kind.word().to_owned(),
        version: version.number as u32,
        title: version.title.clone(),
        text: version.digest.into(),
        change: version.change.into(),
        authors: authors.collect(),
        stages: new.stages.iter().map(recorded_stage).collect(),
        matrix: matrix.map(Into::into),
        duties: new.duties.iter().map(recorded_duty).collect(),
    }
}

fn recorded_stage(stage: &Stage) -> recorded::Stage {
    recorded::Stage {
        quorum: stage.quorum as u32,
        approvers: stage.approvers.iter().map(recorded_approver).collect(),
    }
}

fn recorded_approver(approver: &Approver) -> recorded::Approver {
    recorded::Approver {
        person: approver.person.into(),
        appointment: approver.appointment.into(),
        delegation: approver.delegation.map(Into::into),
    }
}

pub(super) fn recorded_duty(answer: &Resourced) -> recorded::ResourcedDuty {
    recorded::ResourcedDuty {
        duty: answer.duty.clone(),
        resourcing: answer.resourcing.into(),
        because: answer.because.clone(),
        until: answer.until_on.map(Into::into),
    }
}

/// Lays the version before everybody of a stage, each with a request of their own.
pub(super) async fn ask_stage(
    act: &mut Act,
    round: &Round,
    next: &Next,
    approvers: &[Approver],
) -> Result<()> {
    for approver in approvers {
        ask(act, round, next, *approver).await?;
    }
    Ok(())
}

async fn ask(act: &mut Act, round: &Round, next: &Next, approver: Approver) -> Result<()> {
    let id = RequestId::fresh(act.now(), act.dice());
    let from = (approver.person, approver.appointment);
    let body = SignatureRequested {
        round: Some(round.id.into()),
        ..request::requested((id, next.kind), &next.version, next.previous.as_ref(), from)
    };
    let recorded = act.record(round.document, body).await?;
    let request = Request {
        id,
        document: round.document,
        kind: next.kind,
        version: round.version,
        signatory: approver.person,
        appointment: approver.appointment,
        requested_by: round.requested_by,
        requested_at: act.now(),
        due_on: round.due_on,
        effective_on: next.version.effective_on,
        record: recorded.id,
        round: Some(round.id),
        delegation: approver.delegation,
        outcome: Outcome::Open,
    };
    store::requests::insert_request(act, &request).await?;
    request::tell_signatory(act, &request, &next.version).await
}

/// How much a version changes by what its approvers say: what one of them calls material is. Where
/// nobody says anything, what was proposed holds.
pub(super) fn agreed(proposed: Change, said: impl Iterator<Item = Change>) -> Change {
    let said: Vec<Change> = said.collect();
    match proposed {
        Change::First => Change::First,
        _ if said.is_empty() => proposed,
        _ if said.contains(&Change::Material) => Change::Material,
        _ => Change::Editorial,
    }
}

/// The version of a round with what it changes, for asking its next stage.
pub(super) async fn next_of(act: &mut Act, round: &Round, version: Version) -> Result<Next> {
    let org = act.org();
    let described = store::texts::document(&mut act.db, org, round.document)
        .await?
        .context("a round has its document")?;
    let previous =
        store::texts::last_signed(&mut act.db, org, round.document, round.version).await?;
    Ok(Next {
        kind: described.kind,
        version,
        previous,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_approver_calls_material_is() {
        let of = |said: &[Change]| agreed(Change::Editorial, said.iter().copied());
        assert_eq!(of(&[]), Change::Editorial);
        assert_eq!(of(&[Change::Editorial, Change::Material]), Change::Material);
        assert_eq!(
            agreed(Change::Material, [Change::Editorial].into_iter()),
            Change::Editorial
        );
        assert_eq!(agreed(Change::First, std::iter::empty()), Change::First);
    }
}
