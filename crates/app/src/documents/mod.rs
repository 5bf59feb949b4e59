//! Governed documents: what every text that management answers for has in common.
//!
//! A draft is the only thing that is overwritten. Asking for a signature makes a version,
//! exact bytes for ever, and lays it before one person on the register of top management,
//! who signs, declines or asks. Only what is signed is published; a later publication
//! supersedes the earlier one, a withdrawal ends it. Every act names the digest of the text
//! that was on the screen: what was shown is what is signed. What is particular to a
//! statement is in `statements`; where people sign any document, in `signatures`.

mod addresses;
mod ask;
mod confirm;
mod consent;
pub mod diff;
mod draft;
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

pub use ask::{CannotAsk, answer, answered_on, ask};
pub use confirm::{CannotConfirm, Found, confirm_contents};
pub use consent::{CannotPrepare, Challenge, Consent, Site, has_passkey, prepare};
pub use draft::{CannotWrite, LARGEST, NewDocument, create, draft_again, save_draft};
pub use model::{
    Asked, Change, Confirmation, Document, DocumentKind, Draft, Level, Outcome, Previous,
    Publication, Question, Request, Signature, Version, wrote,
};
pub use publish::{CannotPublish, NewPublication, publish};
pub use request::{CannotRequest, NewRequest, request_signature};
pub use sign::{CannotDecline, CannotSign, Given, NotAnAssertion, Signing, decline, sign};
pub use store::publications::{everyone, in_force, publication, publications};
pub use store::questions::{question, questions, questions_of, unanswered};
pub use store::requests::{
    Signed, Unpublished, open_requests, request, requests, requests_open_for, signature,
    signature_of_version, signed_by, unpublished,
};
pub use store::texts::{
    confirmations, document, documents, draft, last_signed, text_of, version, versions,
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
