//! How a policy stands, from the rows about it.

use kit::Day;

use crate::documents::{Publication, Round, RoundState};

kit::words_of! {
    /// How a policy stands.
    pub(super) enum Standing {
        Draft = "draft",
        /// It is before those who approve it.
        Waiting = "waiting",
        Refused = "refused",
        /// Approved, and nobody can read it yet.
        Approved = "approved",
        InForce = "in-force",
        /// In force, and not looked at again in time.
        ReviewOverdue = "review-overdue",
        Retired = "retired",
    }
}

impl Standing {
    /// What holds comes first; then the latest round tells.
    pub(super) fn of(round: Option<&Round>, publications: &[Publication], today: Day) -> Standing {
        let current = publications.iter().find(|it| it.is_current());
        let state = round.map(Round::state);
        let is_newer = round.is_some_and(|round| {
            publications
                .iter()
                .all(|publication| publication.version < round.version)
        });
        match (current, state) {
            (Some(current), _) if current.next_review_on.is_some_and(|day| day < today) => {
                Standing::ReviewOverdue
            }
            (Some(_), _) => Standing::InForce,
            (None, Some(RoundState::Open { .. })) => Standing::Waiting,
            (None, Some(RoundState::Refused { .. })) => Standing::Refused,
            (None, Some(RoundState::Approved)) if is_newer => Standing::Approved,
            (None, Some(RoundState::Approved)) => Standing::Retired,
            (None, Some(RoundState::Withdrawn) | None) => Standing::Draft,
        }
    }

    /// The mark on the page.
    pub(super) fn mark(self) -> &'static str {
        match self {
            Standing::InForce => "pass",
            Standing::Waiting | Standing::Approved => "doing",
            Standing::Refused | Standing::ReviewOverdue => "fail",
            Standing::Draft | Standing::Retired => "to-do",
        }
    }
}
