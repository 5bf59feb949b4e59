//! Approval by several: a version goes through stages, and holds once each has its quorum.
//!
//! Whoever sends a text says whom it goes to, in which order, how many of them it takes, and what
//! each duty in it needs: resources that are there, none because of something, or a risk that is
//! borne until a day. An approver is asked like every signatory, signs over the same question,
//! and says how much the text changes. Nobody approves what they sent; authors alone approve
//! nothing, which the database holds to as well. One refusal too many ends the round.

mod delegate;
mod model;
mod progress;
mod request;
mod review;
mod rounds;

pub use delegate::{CannotDelegate, NewDelegation, delegate, end_delegation};
pub use model::{
    Approver, Delegation, Resourced, Resourcing, Review, ReviewOutcome, Round, RoundState, Stage,
    Step, Tally,
};
pub use request::{CannotRequestApproval, NewRound, request_approval};
pub use review::{CannotReview, NewReview, review};
pub use rounds::differ as rounds_differ;

pub(super) use progress::{approves, entitled, proceed};
