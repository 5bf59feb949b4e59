//! Governed documents: what every text that management answers for has in common.
//!
//! A draft is the only thing that is overwritten. Asking for a signature makes a version,
//! exact bytes for ever, and lays it before one person on the register of top management,
//! who signs, declines or asks. Only what is signed is published; a later publication
//! supersedes the earlier one, a withdrawal ends it. Every act names the digest of the text
//! that was on the screen: what was shown is what is signed. A policy takes the approval of
//! several (`approval`), who decide what its duties take. What is particular to a
//! statement is in `statements`, to a policy in `policies`; where people sign any document, in
//! `signatures`.

mod addresses;
mod approval;
mod ask;
mod confirm;
mod consent;
pub mod diff;
mod draft;
pub mod duties;
pub mod matrix;
mod model;
mod publish;
mod request;
mod sign;
mod store;
pub mod text;
mod withdraw;

use kit::id;
use kit::reconcile::Reconciled;
use kit::words::Texts;

pub use approval::{
    Approver, CannotDelegate, CannotRequestApproval, CannotReview, Delegation, NewDelegation,
    NewReview, NewRound, Resourced, Resourcing, Review, ReviewOutcome, Round, RoundState, Stage,
    Step, Tally, delegate, end_delegation, request_approval, review, rounds_differ,
};
pub use ask::{CannotAsk, answer, answered_on, ask};
pub use confirm::{CannotConfirm, Found, confirm_contents};
pub use consent::{CannotPrepare, Challenge, Consent, Site, has_passkey, prepare};
pub use draft::{CannotWrite, LARGEST, NewDocument, create, draft_again, save_draft};
pub use model::{
    Asked, Change, Confirmation, Document, DocumentKind, Draft, Level, Outcome, Previous,
    Publication, Question, Request, Signature, Version, compared_with, wrote,
};
pub use publish::{CannotPublish, NewPublication, publish};
pub use request::{CannotRequest, NewRequest, request_signature};
pub use sign::{CannotDecline, CannotSign, Given, NotAnAssertion, Signing, decline, sign};
pub use store::approvals::{
    Approval, MatrixInForce, approval, duties_of, matrix_in_force, round, round_of_version,
};
pub use store::delegations::{delegation, delegations, delegations_on};
pub use store::publications::{everyone, in_force, publication, publications};
pub use store::questions::{question, questions, questions_of, unanswered};
pub use store::requests::{
    Signed, Unpublished, open_requests, request, requests, requests_open_for, signature,
    signature_of_version, signatures_of_version, signed_by, unpublished,
};
pub use store::reviews::reviews;
pub use store::texts::{
    confirmations, document, documents, draft, last_signed, last_version, text_of, version,
    versions,
};
pub use withdraw::{CannotWithdraw, withdraw_publication, withdraw_request};

id!(
    /// A governed document, through all its versions.
    pub DocumentId, "doc"
);
id!(
    /// One version laid before one signatory.
    pub RequestId, "req"
);
id!(
    /// A version laid before an audience.
    pub PublicationId, "pub"
);
id!(
    /// A version on its way through those who approve it.
    pub RoundId, "rnd"
);
id!(
    /// A right to approve in another's place.
    pub DelegationId, "dlg"
);
id!(
    /// A look at an approved text.
    pub ReviewId, "rev"
);
id!(
    /// A question about a request or a publication.
    pub QuestionId, "qst"
);

pub const WORDS: Texts = Texts {
    english: include_str!("words/en.ftl"),
    german: include_str!("words/de.ftl"),
};

/// What the rows of this slice repeat of their records.
pub fn reconciled() -> Vec<Reconciled> {
    store::reconciled::RECONCILED.to_vec()
}
