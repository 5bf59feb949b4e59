//! The closed vocabularies and small groups that several kinds share.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::id::Id;

/// What makes a signature or acknowledgement more than a claim. Tagged by `level`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "level", deny_unknown_fields)]
pub enum Proof {
    /// A click in a signed-in session: what the server claims.
    L1 {
        /// SHA-256 of the session's id.
        session: Digest,
    },
    /// A passkey with user verification signed an [`Intent`](crate::Intent).
    L2 {
        /// SHA-256 of the intent's canonical bytes.
        intent: Digest,
        /// SHA-256 of the credential's id.
        credential: Digest,
    },
}

impl Proof {
    /// The level that was reached.
    pub fn level(&self) -> Level {
        match self {
            Self::L1 { .. } => Level::L1,
            Self::L2 { .. } => Level::L2,
        }
    }
}

/// How strong a signature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// A click in a signed-in session.
    L1,
    /// A passkey's signature.
    L2,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::L1 => "L1",
            Self::L2 => "L2",
        })
    }
}

/// How much a new version changes, in the judgement of whoever requests the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// The first version.
    First,
    /// Duties change: it has to be acknowledged again.
    Material,
    /// Wording only.
    Editorial,
}

/// What follows from somebody's refusal to acknowledge a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecliningDecision {
    /// Somebody spoke with the person; the refusal stands.
    SpokenWith,
    /// The person is asked again, and owes the acknowledgement as before.
    AskedAgain,
    /// The refusal stands, and management answers for the gap.
    AcceptedAsGap,
}

/// Where a fact about a person comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// Somebody typed it.
    ByHand,
    /// A file was imported; the `people-imported` record names it.
    Import,
    /// A directory reported it.
    Directory,
}

/// What became of a new e-mail address of top management.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Settlement {
    /// The person or another member of top management confirmed it: it counts.
    Confirmed,
    /// Nobody answered while it waited: it counts.
    Unanswered,
    /// It does not count.
    Refused,
    /// Another address was entered before anybody answered.
    Replaced,
    /// The person has left, or somebody else has the address by now.
    Void,
}

impl Settlement {
    /// The word that stands in records.
    pub fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Unanswered => "unanswered",
            Self::Refused => "refused",
            Self::Replaced => "replaced",
            Self::Void => "void",
        }
    }
}

/// Why somebody left, as coarse as the deadlines need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReasonClass {
    /// The person's own decision.
    Voluntary,
    /// The organisation's decision: access ends at once.
    Involuntary,
    /// A fixed term ended.
    EndOfTerm,
    /// Anything else, or not told.
    Other,
}

/// Where a threshold comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// A law demands it.
    Law,
    /// A standard demands it.
    Standard,
    /// The organisation demands it of itself.
    OwnPolicy,
    /// Nobody demands it; experience recommends it.
    GoodPractice,
}

/// What a log is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Evidence.
    Live,
    /// Invented people and acts: never evidence.
    Demonstration,
}

/// How a passkey came to its person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EnrolledVia {
    /// When the organisation was set up.
    Setup,
    /// By the link of an invitation.
    Invitation,
    /// In a session opened with an earlier passkey.
    ExistingPasskey,
    /// In a session opened without a passkey.
    Session,
    /// After a loss, by the link of a recovery.
    Recovery,
}

/// What a question is about; one of the two, as the only member of an object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// A request to sign.
    Request(Id),
    /// A published document.
    Publication(Id),
}

impl About {
    /// The id of what the question is about.
    pub fn id(&self) -> &Id {
        match self {
            Self::Request(id) | Self::Publication(id) => id,
        }
    }
}

/// A setting's new value; secrets and long values as their digest only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SettingValue {
    /// A harmless value, as it is.
    Plain(String),
    /// SHA-256 of the value.
    Sha256(Digest),
}

/// What an appointment or its end rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// In words, for example the minute of the meeting or the entry in the company register.
    pub note: String,
    /// SHA-256 of the document that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Digest>,
}

/// A required content of a document, and where the text has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmedItem {
    /// Number in the list of required contents, from 1; a statement has 12.
    pub item: u8,
    /// The heading under which the text has it.
    pub heading: String,
}

/// Those who are asked together to approve a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// How many of them must approve before the next stage is asked.
    pub quorum: u32,
    /// Who is asked.
    pub approvers: Vec<Approver>,
}

/// Somebody who is asked to approve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approver {
    /// Who.
    pub person: Id,
    /// The appointment that entitles them; that of whoever delegated, where they act for another.
    pub appointment: Id,
    /// The delegation they act by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<Id>,
}

/// A duty that a text creates, and what it takes to fulfil it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResourcedDuty {
    /// The duty, as the text says it.
    pub duty: String,
    /// What it takes.
    pub resourcing: Resourcing,
    /// Which resource, why none is needed, or why the risk is borne.
    pub because: String,
    /// Until when the risk is borne.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<crate::Day>,
}

impl ResourcedDuty {
    pub(super) fn sample() -> Self {
        Self {
            duty: "Review the rights of every administrator each quarter.".to_owned(),
            resourcing: Resourcing::RiskAccepted,
            because: "The review tool is bought next year.".to_owned(),
            until: Some(super::sample::day("2027-06-30")),
        }
    }
}

/// What a duty takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Resourcing {
    /// People, money, time or tools that are there or granted.
    Resourced,
    /// Nothing beyond what everybody has.
    NeedsNone,
    /// It is not resourced; management bears the risk until a day.
    RiskAccepted,
}

/// What came of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewOutcome {
    /// The text still holds.
    NoChange,
    /// A new version is needed.
    ToBeChanged,
    /// It is not needed any more.
    ToBeRetired,
}

/// ` until 2027-01-31`, or nothing where no end is known.
pub(super) fn until(day: Option<crate::Day>) -> String {
    day.map(|day| format!(" until {day}")).unwrap_or_default()
}

/// `1 row`, `2 rows`.
pub(super) fn count(number: u64, noun: &str) -> String {
    if number == 1 {
        format!("1 {noun}")
    } else {
        format!("{number} {noun}s")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_proof_has_the_fields_of_its_level_only() {
        let digest = Digest::of("x").to_string();
        let read = |value| serde_json::from_value::<Proof>(value).map(|proof| proof.level());
        assert_eq!(
            read(json!({"level": "L1", "session": digest})).unwrap(),
            Level::L1
        );
        assert_eq!(
            read(json!({"level": "L2", "intent": digest, "credential": digest})).unwrap(),
            Level::L2
        );
        assert!(read(json!({"level": "L2", "session": digest})).is_err());
        assert!(read(json!({"level": "L1", "session": digest, "intent": digest})).is_err());
        assert!(read(json!({"level": "L3"})).is_err());
    }

    #[test]
    fn a_count_agrees_with_its_noun() {
        assert_eq!(
            (count(1, "row"), count(2, "row")),
            ("1 row".into(), "2 rows".into())
        );
    }
}
