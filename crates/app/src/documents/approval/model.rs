//! Who must approve, whether enough did, and what a text costs: decided from rows alone.

use kit::db::FromRow;
use kit::id::{PersonId, RecordId};
use kit::{Day, Digest, Moment};
use record::kinds::words as recorded;

use super::super::model::{Change, Outcome, wrote};
use super::super::{DelegationId, DocumentId, RequestId, ReviewId, RoundId};
use crate::people::AppointmentId;

kit::words_of! {
    /// What a duty takes.
    pub enum Resourcing {
        /// People, money, time or tools that are there or granted.
        Resourced = "resourced",
        /// Nothing beyond what everybody has.
        NeedsNone = "needs-none",
        /// It is not resourced; management bears the risk until a day.
        RiskAccepted = "risk-accepted",
    }
}

impl From<Resourcing> for recorded::Resourcing {
    fn from(resourcing: Resourcing) -> Self {
        match resourcing {
            Resourcing::Resourced => Self::Resourced,
            Resourcing::NeedsNone => Self::NeedsNone,
            Resourcing::RiskAccepted => Self::RiskAccepted,
        }
    }
}

kit::words_of! {
    /// What came of a review.
    pub enum ReviewOutcome {
        NoChange = "no-change",
        ToBeChanged = "to-be-changed",
        ToBeRetired = "to-be-retired",
    }
}

impl From<ReviewOutcome> for recorded::ReviewOutcome {
    fn from(outcome: ReviewOutcome) -> Self {
        match outcome {
            ReviewOutcome::NoChange => Self::NoChange,
            ReviewOutcome::ToBeChanged => Self::ToBeChanged,
            ReviewOutcome::ToBeRetired => Self::ToBeRetired,
        }
    }
}

/// Those who are asked together, and how many of them it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    pub quorum: usize,
    pub approvers: Vec<Approver>,
}

/// Somebody who may approve, and by which authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Approver {
    pub person: PersonId,
    /// Their own appointment, or that of whoever lets them act.
    pub appointment: AppointmentId,
    pub delegation: Option<DelegationId>,
}

/// Why a text cannot take this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unroutable {
    Nobody,
    Quorum,
    Twice,
    Requester,
    OnlyAuthors,
}

/// May a text go this way? However its stages end, somebody has approved it who neither wrote nor
/// sent it.
pub(super) fn route(
    stages: &[Stage],
    requester: PersonId,
    authors: &str,
) -> Result<(), Unroutable> {
    let everybody: Vec<PersonId> = stages
        .iter()
        .flat_map(|stage| stage.approvers.iter().map(|approver| approver.person))
        .collect();
    if stages.is_empty() || stages.iter().any(|stage| stage.approvers.is_empty()) {
        return Err(Unroutable::Nobody);
    }
    if stages
        .iter()
        .any(|stage| stage.quorum == 0 || stage.quorum > stage.approvers.len())
    {
        return Err(Unroutable::Quorum);
    }
    if (1..everybody.len()).any(|at| everybody[..at].contains(&everybody[at])) {
        return Err(Unroutable::Twice);
    }
    if everybody.contains(&requester) {
        return Err(Unroutable::Requester);
    }
    let written_by = |stage: &Stage| {
        let wrote = |approver: &&Approver| wrote(authors, approver.person);
        stage.approvers.iter().filter(wrote).count()
    };
    if stages.iter().all(|stage| stage.quorum <= written_by(stage)) {
        return Err(Unroutable::OnlyAuthors);
    }
    Ok(())
}

/// A duty of the text, and what it takes.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Resourced {
    pub duty: String,
    pub resourcing: Resourcing,
    /// Which resource, why none is needed, or why the risk is borne.
    pub because: String,
    /// Until when the risk is borne.
    pub until_on: Option<Day>,
}

/// The longest that a risk is borne without being looked at again, in months.
const LONGEST_RISK: i64 = 12;

impl Resourced {
    /// Is everything said that this answer needs?
    pub fn is_complete(&self, today: Day) -> bool {
        let says_why = self.because.chars().filter(|it| it.is_alphabetic()).count() >= 3;
        let until = match (self.resourcing, self.until_on) {
            (Resourcing::RiskAccepted, Some(until)) => {
                today < until && until <= today.plus_months(LONGEST_RISK)
            }
            (Resourcing::RiskAccepted, None) => false,
            (_, until) => until.is_none(),
        };
        says_why && until
    }
}

/// How many duties there are, and what they take: what an approver confirms in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub duties: usize,
    pub resourced: usize,
    pub need_none: usize,
    pub risks: usize,
}

impl Tally {
    pub fn of(duties: &[Resourced]) -> Tally {
        let count = |what| duties.iter().filter(|it| it.resourcing == what).count();
        Tally {
            duties: duties.len(),
            resourced: count(Resourcing::Resourced),
            need_none: count(Resourcing::NeedsNone),
            risks: count(Resourcing::RiskAccepted),
        }
    }
}

/// A text on its way through its stages.
#[derive(Clone, Debug)]
pub struct Round {
    pub id: RoundId,
    pub document: DocumentId,
    pub version: i64,
    pub change: Change,
    pub matrix: Option<Digest>,
    pub requested_by: PersonId,
    pub requested_at: Moment,
    pub due_on: Day,
    pub record: RecordId,
    pub steps: Vec<Step>,
}

/// One approver of a round, and what they answered.
#[derive(Clone, Debug)]
pub struct Step {
    pub stage: i64,
    pub quorum: i64,
    pub approver: Approver,
    pub name: String,
    /// What they were asked, once it was their stage's turn.
    pub request: Option<RequestId>,
    pub outcome: Option<Outcome>,
}

impl Step {
    fn has_approved(&self) -> bool {
        matches!(self.outcome, Some(Outcome::Signed { .. }))
    }

    fn has_declined(&self) -> bool {
        matches!(self.outcome, Some(Outcome::Declined { .. }))
    }

    fn is_withdrawn(&self) -> bool {
        matches!(self.outcome, Some(Outcome::Withdrawn { .. }))
    }
}

/// Where a round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundState {
    /// This stage is being asked.
    Open {
        stage: i64,
    },
    Approved,
    /// Too few are left who could approve.
    Refused {
        stage: i64,
    },
    /// It was taken back, as when the text is to change.
    Withdrawn,
}

impl Round {
    pub fn state(&self) -> RoundState {
        if self.steps.iter().any(Step::is_withdrawn) {
            return RoundState::Withdrawn;
        }
        let last = self.steps.iter().map(|step| step.stage).max().unwrap_or(0);
        for stage in 1..=last {
            let steps: Vec<&Step> = self.at(stage).collect();
            let quorum = steps.first().map_or(0, |step| step.quorum as usize);
            let approved = steps.iter().filter(|step| step.has_approved()).count();
            let declined = steps.iter().filter(|step| step.has_declined()).count();
            if approved >= quorum {
                continue;
            }
            return match steps.len() - declined >= quorum {
                true => RoundState::Open { stage },
                false => RoundState::Refused { stage },
            };
        }
        RoundState::Approved
    }

    pub fn at(&self, stage: i64) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(move |step| step.stage == stage)
    }

    /// The round as it will stand once this request is signed.
    pub fn with_approval(&self, request: RequestId, signed: Outcome) -> Round {
        let mut after = self.clone();
        for step in &mut after.steps {
            if step.request == Some(request) {
                step.outcome = Some(signed.clone());
            }
        }
        after
    }
}

/// Whoever approves by their office lets another do it.
#[derive(Clone, Debug, FromRow)]
pub struct Delegation {
    pub id: DelegationId,
    pub delegator: PersonId,
    pub delegator_name: String,
    pub appointment: AppointmentId,
    pub delegate: PersonId,
    pub delegate_name: String,
    /// Kinds of documents, separated by spaces.
    pub scope: String,
    pub first_day: Day,
    pub last_day: Day,
    pub reason: String,
    pub given_at: Moment,
    pub ended_at: Option<Moment>,
}

impl Delegation {
    /// Does it hold on a day, for this kind of document?
    pub fn covers(&self, kind: &str, on: Day) -> bool {
        self.ended_at.is_none()
            && (self.first_day..=self.last_day).contains(&on)
            && self.scope.split(' ').any(|scope| scope == kind)
    }
}

/// An approved text was looked at again.
#[derive(Clone, Debug, FromRow)]
pub struct Review {
    pub id: ReviewId,
    pub version: i64,
    pub outcome: ReviewOutcome,
    pub reason: String,
    pub trigger_note: Option<String>,
    pub next_review_on: Day,
    pub reviewed_by: PersonId,
    pub name: String,
    pub reviewed_at: Moment,
    pub record: RecordId,
}

#[cfg(test)]
mod tests;
