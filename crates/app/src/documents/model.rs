//! What a governed document is, and what may be decided about it without asking anybody.

use kit::db::FromRow;
use kit::id::{PersonId, RecordId};
use kit::words::Language;
use kit::{Day, Digest, Moment};

use super::{DelegationId, DocumentId, PublicationId, QuestionId, RequestId, RoundId};
use crate::people::AppointmentId;

kit::words_of! {
    /// What a document is.
    pub enum DocumentKind {
        Statement = "statement",
        /// The one policy at the top.
        SecurityPolicy = "information-security-policy",
        TopicPolicy = "topic-policy",
        Guideline = "guideline",
        /// Who approves what.
        ApprovalMatrix = "approval-matrix",
    }
}

impl DocumentKind {
    /// The kinds that a round of approval makes hold, and that create duties for people.
    pub const POLICIES: &[DocumentKind] = &[
        DocumentKind::SecurityPolicy,
        DocumentKind::TopicPolicy,
        DocumentKind::Guideline,
    ];

    /// Is it approved by several, in a round? The others take the signature of one.
    pub fn takes_a_round(self) -> bool {
        DocumentKind::POLICIES.contains(&self)
    }
}

kit::words_of! {
    /// How much a version changes, in the judgement of whoever asks for the signature.
    pub enum Change { First = "first", Material = "material", Editorial = "editorial" }
}

kit::words_of! {
    /// How strongly an act is bound to the person.
    pub enum Level { L1 = "L1", L2 = "L2" }
}

impl From<Change> for record::kinds::words::Change {
    fn from(change: Change) -> Self {
        match change {
            Change::First => Self::First,
            Change::Material => Self::Material,
            Change::Editorial => Self::Editorial,
        }
    }
}

/// A document through all its versions.
#[derive(Clone, Debug, FromRow)]
pub struct Document {
    pub id: DocumentId,
    pub kind: DocumentKind,
    pub title: String,
    pub language: Language,
    pub created_by: PersonId,
    pub created_at: Moment,
}

/// The text being written.
#[derive(Clone, Debug, FromRow)]
pub struct Draft {
    pub text: String,
    /// Who saved last.
    pub author: PersonId,
    /// Everybody who ever saved it, separated by spaces.
    pub authors: String,
    pub saved_at: Moment,
}

impl Draft {
    pub fn digest(&self) -> Digest {
        Digest::of(&self.text)
    }
}

/// Exact bytes, for ever.
#[derive(Clone, Debug, FromRow)]
pub struct Version {
    pub document: DocumentId,
    pub number: i64,
    pub title: String,
    pub language: Language,
    pub text: String,
    pub digest: Digest,
    pub author: PersonId,
    /// Everybody who wrote it, separated by spaces.
    pub authors: String,
    pub change: Change,
    pub effective_on: Option<Day>,
    pub next_review_on: Option<Day>,
    pub made_at: Moment,
}

/// Did this person have a hand in the text?
pub fn wrote(authors: &str, person: PersonId) -> bool {
    let person = person.to_string();
    authors.split(' ').any(|author| author == person)
}

/// The authors after one more has saved, each once.
pub(super) fn authors_with(authors: &str, person: PersonId) -> String {
    if wrote(authors, person) {
        authors.to_owned()
    } else {
        format!("{authors} {person}").trim().to_owned()
    }
}

/// What became of a request to sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Open,
    Signed {
        at: Moment,
        level: Level,
    },
    Declined {
        at: Moment,
        reason: String,
    },
    Withdrawn {
        at: Moment,
        reason: String,
    },
    /// Enough others approved: nobody waits for it any more.
    NoLongerNeeded {
        at: Moment,
    },
}

/// One version laid before one signatory.
#[derive(Clone, Debug)]
pub struct Request {
    pub id: RequestId,
    pub document: DocumentId,
    pub kind: DocumentKind,
    pub version: i64,
    pub signatory: PersonId,
    pub appointment: AppointmentId,
    pub requested_by: PersonId,
    pub requested_at: Moment,
    pub due_on: Day,
    /// From when the text holds once it is signed.
    pub effective_on: Option<Day>,
    pub record: RecordId,
    /// The round of approval that it belongs to.
    pub round: Option<RoundId>,
    /// The delegation by which the signatory acts in another's place.
    pub delegation: Option<DelegationId>,
    pub outcome: Outcome,
}

/// Why a signatory cannot act on a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsignable {
    Another,
    Ended,
    TextChanged,
}

impl Request {
    pub fn is_open(&self) -> bool {
        self.outcome == Outcome::Open
    }

    /// Is this version in force on a day: signed, and its day has come? Without a day of its own
    /// it holds from the signature on. Withdrawing it is a matter of its publication.
    pub fn is_in_force(&self, on: Day) -> bool {
        self.is_signed() && self.effective_on.is_none_or(|from| from <= on)
    }

    pub fn is_signed(&self) -> bool {
        matches!(self.outcome, Outcome::Signed { .. })
    }

    /// Only the person asked acts, only while the request is open, and only on the text that
    /// they were shown.
    pub fn may_act(
        &self,
        person: PersonId,
        shown: Digest,
        asked: Digest,
    ) -> Result<(), Unsignable> {
        if person != self.signatory {
            return Err(Unsignable::Another);
        }
        if !self.is_open() {
            return Err(Unsignable::Ended);
        }
        if shown != asked {
            return Err(Unsignable::TextChanged);
        }
        Ok(())
    }
}

/// The version whose text a version changes: the last one signed before it. What was declined in
/// between is no step on the way; measured against it, a change of wording would look like more.
pub fn compared_with(requests: &[Request], number: i64) -> Option<i64> {
    let before = requests.iter().filter(|request| request.version < number);
    let signed = before
        .filter(|request| request.is_signed())
        .map(|request| request.version)
        .max();
    signed.or(Some(number - 1).filter(|before| *before > 0))
}

/// A signature under a version, with everything that was kept of it.
#[derive(Clone, Debug, FromRow)]
pub struct Signature {
    pub request: RequestId,
    pub document: DocumentId,
    pub version: i64,
    pub digest: Digest,
    pub person: PersonId,
    pub name: String,
    pub appointment: AppointmentId,
    pub capacity: String,
    pub level: Level,
    /// How the signatory had come in.
    pub method: String,
    /// The words of consent, exactly as shown.
    pub words: String,
    pub language: Language,
    pub changed_this_year: Option<String>,
    pub passkey: Option<String>,
    /// How much the version changes, in the judgement of this approver.
    pub change: Option<Change>,
    /// It was the last that its round needed: how much the version changes by what all say.
    pub approves: Option<Change>,
    pub delegation: Option<DelegationId>,
    pub signed_at: Moment,
    pub record: RecordId,
}

/// A signed version laid before an audience. Its text is that of its version (`text_of`): lists of
/// publications do without.
#[derive(Clone, Debug)]
pub struct Publication {
    pub id: PublicationId,
    pub document: DocumentId,
    pub kind: DocumentKind,
    pub version: i64,
    pub title: String,
    pub language: Language,
    pub digest: Digest,
    pub change: Change,
    /// By the last review of this version, or else by the version itself.
    pub next_review_on: Option<Day>,
    pub due_days: i64,
    pub published_by: PersonId,
    pub published_at: Moment,
    pub record: RecordId,
    pub withdrawn_at: Option<Moment>,
    pub withdrawn_because: Option<String>,
    /// When a later version of the same document took its place.
    pub superseded_at: Option<Moment>,
    /// The publication of the same document before this one.
    pub previous: Option<Previous>,
}

impl Publication {
    /// Is this what people read now: neither withdrawn nor replaced by a later publication? Whether
    /// a text is in force is another question, which signature and effective day answer.
    pub fn is_current(&self) -> bool {
        self.withdrawn_at.is_none() && self.superseded_at.is_none()
    }
}

/// What a publication took the place of.
#[derive(Clone, Copy, Debug)]
pub struct Previous {
    pub id: PublicationId,
    pub version: i64,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Request(RequestId),
    Publication(PublicationId),
}

impl std::fmt::Display for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Asked::Request(id) => id.fmt(f),
            Asked::Publication(id) => id.fmt(f),
        }
    }
}

impl std::str::FromStr for Asked {
    type Err = kit::id::NotAnId;
    fn from_str(text: &str) -> Result<Asked, kit::id::NotAnId> {
        text.parse()
            .map(Asked::Request)
            .or_else(|_| text.parse().map(Asked::Publication))
    }
}

impl From<Asked> for record::kinds::words::About {
    fn from(asked: Asked) -> Self {
        match asked {
            Asked::Request(id) => Self::Request(id.into()),
            Asked::Publication(id) => Self::Publication(id.into()),
        }
    }
}

/// A question and, once there is one, its answer.
#[derive(Clone, Debug, FromRow)]
pub struct Question {
    pub id: QuestionId,
    pub about: String,
    pub asked_by: PersonId,
    pub asked_by_name: String,
    pub text: String,
    pub asked_at: Moment,
    pub answer: Option<String>,
    pub answered_by_name: Option<String>,
    pub answered_at: Option<Moment>,
}

/// One of the required contents, found in exactly one text by somebody who did not write it.
#[derive(Clone, Debug, FromRow)]
pub struct Confirmation {
    pub item: i64,
    pub heading: String,
    pub confirmed_by: PersonId,
    pub name: String,
    pub confirmed_at: Moment,
    pub record: RecordId,
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::dice::Dice;

    fn request(outcome: Outcome) -> (Request, PersonId) {
        let dice = Dice::seeded(1);
        let now = Moment::from_millis(1);
        let signatory = PersonId::fresh(now, &dice);
        let request = Request {
            id: RequestId::fresh(now, &dice),
            document: DocumentId::fresh(now, &dice),
            kind: DocumentKind::Statement,
            version: 1,
            signatory,
            appointment: AppointmentId::fresh(now, &dice),
            requested_by: PersonId::fresh(now, &dice),
            requested_at: now,
            due_on: "2026-03-17".parse().unwrap(),
            effective_on: None,
            record: RecordId::fresh(now, &dice),
            round: None,
            delegation: None,
            outcome,
        };
        (request, signatory)
    }

    #[test]
    fn only_the_person_asked_signs_the_text_that_was_shown() {
        let (request, signatory) = request(Outcome::Open);
        let (text, other) = (Digest::of("text"), Digest::of("another text"));
        assert_eq!(request.may_act(signatory, text, text), Ok(()));
        assert_eq!(
            request.may_act(request.requested_by, text, text),
            Err(Unsignable::Another)
        );
        assert_eq!(
            request.may_act(signatory, other, text),
            Err(Unsignable::TextChanged)
        );
    }

    #[test]
    fn a_request_that_ended_is_not_signed() {
        let reason = "wrong text".to_owned();
        let at = Moment::from_millis(2);
        let (request, signatory) = request(Outcome::Withdrawn { at, reason });
        let text = Digest::of("text");
        assert_eq!(
            request.may_act(signatory, text, text),
            Err(Unsignable::Ended)
        );
    }

    #[test]
    fn everybody_who_saved_is_an_author_once() {
        let (request, signatory) = request(Outcome::Open);
        let authors = authors_with("", signatory);
        let authors = authors_with(&authors, request.requested_by);
        assert_eq!(authors_with(&authors, signatory), authors);
        assert!(wrote(&authors, signatory) && wrote(&authors, request.requested_by));
    }
}
