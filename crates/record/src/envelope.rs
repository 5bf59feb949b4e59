//! The frame around every record: what it is about, who did it, when, and what came before.
//!
//! ```text
//! {"v":1, "type":"document-signed", "obj":"<32 hex>", "rev":1, "prev":null | "<leaf hash of rev-1, hex>",
//!  "org":"org_…", "actor":{"pid":"per_…" | "system", "_sd":[…]},
//!  "at":"<when it was recorded>", "claimed":null | "<when it is said to have happened>",
//!  "late":null | "<why it is entered late>", "body":{…}}
//! ```
//!
//! Shown with spaces; the bytes are [`canonical`]. All eleven members are always present.
//! Nothing is edited: a change is a new revision whose `prev` names the leaf of the one before.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::actor::Actor;
use crate::canonical::{self, NotCanonical};
use crate::commitment::{Commitment, Lineage, Salt};
use crate::digest::Digest;
use crate::id::{Id, ObjectId};
use crate::kinds::{BadBody, Body};
use crate::leaf::{Class, Leaf};
use crate::moment::Moment;

const VERSION: u8 = 1;

/// A record before it is sealed, or after it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Envelope {
    /// The thing the record is about; all its revisions share it.
    pub obj: ObjectId,
    /// 1 for the first record about `obj`, then counted up.
    pub rev: u32,
    /// The leaf hash of revision `rev - 1`.
    pub prev: Option<Digest>,
    /// The organisation whose log it enters.
    pub org: Id,
    /// Who acted.
    pub actor: Actor,
    /// When it was recorded, by the server's clock.
    pub at: Moment,
    /// When it is said to have happened, if not when it was recorded.
    pub claimed: Option<Moment>,
    /// Why it is entered late; needs `claimed`.
    pub late: Option<String>,
    /// What happened.
    pub body: Body,
}

/// A record as it is kept and logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedRecord {
    /// The canonical bytes: keep exactly these, never rebuild them.
    pub bytes: Vec<u8>,
    /// The salt of the commitment; keep it beside the bytes.
    pub salt: Salt,
    /// What the leaf commits to.
    pub commitment: Commitment,
    /// What is logged.
    pub leaf: Leaf,
    /// The leaf's place in the tree, and the `prev` of the next revision.
    pub leaf_hash: tlog::Hash,
}

/// Why members of an envelope contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Contradiction {
    /// `rev` is 0.
    #[error("Revisions are counted from 1.")]
    RevisionZero,
    /// The first revision names a previous one, or a later one does not.
    #[error("Every revision but the first names the one before, and the first names none.")]
    Prev,
    /// `late` without `claimed`.
    #[error("A late entry says when the event happened.")]
    LateWithoutClaim,
    /// `late` is empty.
    #[error("A late entry gives its reason.")]
    LateWithoutReason,
}

/// Why an envelope cannot be sealed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotSeal {
    /// Its members contradict each other.
    #[error(transparent)]
    Contradiction(#[from] Contradiction),
    /// The body is of a type this program does not know, so its class is unknown as well.
    #[error("Records of type '{0}' are unknown to this program.")]
    UnknownType(String),
    /// Something lies outside the canonical profile.
    #[error(transparent)]
    NotCanonical(#[from] NotCanonical),
}

/// Why bytes are not a record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Not canonical JSON.
    #[error(transparent)]
    NotCanonical(#[from] NotCanonical),
    /// Not the members of an envelope; the reason follows.
    #[error("The text is not a record: {0}.")]
    NotAnEnvelope(String),
    /// A version other than 1.
    #[error("The record has format version {0}; this program knows version 1.")]
    UnknownVersion(u8),
    /// Its members contradict each other.
    #[error(transparent)]
    Contradiction(#[from] Contradiction),
    /// The body does not fit its type.
    #[error(transparent)]
    BadBody(#[from] BadBody),
}

impl Unreadable {
    /// The finding's code in a verifier's report.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotCanonical(_) => "RECORD_NOT_CANONICAL",
            Self::UnknownVersion(_) => "FORMAT_UNKNOWN",
            Self::NotAnEnvelope(_) | Self::Contradiction(_) | Self::BadBody(_) => {
                "RECORD_UNREADABLE"
            }
        }
    }
}

/// Why a record and its salt do not open a leaf.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DoesNotOpen {
    /// The commitment is over other bytes or another salt.
    #[error("The record is not the one that was logged.")]
    Altered,
    /// The bytes were logged, but are no record.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The leaf claims another class than records of this type have.
    #[error("The leaf says '{leaf}', but records of this type are '{record}'.")]
    OtherClass {
        /// The class in the leaf.
        leaf: Class,
        /// The class of the record's type.
        record: Class,
    },
    /// The leaf claims another time than the record.
    #[error("The leaf and the record disagree about when it was recorded.")]
    OtherTime,
    /// The leaf belongs to another object.
    #[error("The leaf belongs to another object than the record.")]
    OtherLineage,
}

impl DoesNotOpen {
    /// The finding's code in a verifier's report.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Altered => "RECORD_ALTERED",
            Self::Unreadable(fault) => fault.code(),
            Self::OtherClass { .. } => "CLASS_MISMATCH",
            Self::OtherTime => "TIME_MISMATCH",
            Self::OtherLineage => "LINEAGE_MISMATCH",
        }
    }
}

impl Envelope {
    /// Writes the canonical bytes and commits to them. `salt` must be fresh chance, used for this record only.
    ///
    /// # Errors
    /// See [`CannotSeal`].
    pub fn seal(&self, salt: Salt) -> Result<SealedRecord, CannotSeal> {
        self.check()?;
        let class = self
            .body
            .class()
            .ok_or_else(|| CannotSeal::UnknownType(self.body.type_id().to_owned()))?;
        let bytes = canonical::to_bytes(&Written::from(self))?;
        let commitment = Commitment::to(&bytes, &salt);
        let leaf = Leaf {
            class,
            recorded_ms: self.at.as_millis(),
            lineage: Lineage::of(self.obj),
            commitment,
        };
        Ok(SealedRecord {
            bytes,
            salt,
            commitment,
            leaf,
            leaf_hash: leaf.hash(),
        })
    }

    /// Reads a record; `Body::Unknown` keeps types of later versions.
    ///
    /// # Errors
    /// See [`Unreadable`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        let value = canonical::parse(bytes)?;
        let read: Read = serde_json::from_value(value)
            .map_err(|error| Unreadable::NotAnEnvelope(error.to_string()))?;
        if read.v != VERSION {
            return Err(Unreadable::UnknownVersion(read.v));
        }
        let envelope = read.into_envelope()?;
        envelope.check()?;
        Ok(envelope)
    }

    /// Reads the record that a leaf was made for, and checks that leaf, salt and record agree in everything.
    ///
    /// # Errors
    /// See [`DoesNotOpen`].
    pub fn open(bytes: &[u8], salt: &Salt, leaf: &Leaf) -> Result<Self, DoesNotOpen> {
        if Commitment::to(bytes, salt) != leaf.commitment {
            return Err(DoesNotOpen::Altered);
        }
        let envelope = Self::parse(bytes)?;
        if let Some(record) = envelope.body.class().filter(|class| *class != leaf.class) {
            return Err(DoesNotOpen::OtherClass {
                leaf: leaf.class,
                record,
            });
        }
        if !leaf.class.is_blind() {
            envelope.check_time_and_lineage(leaf)?;
        }
        Ok(envelope)
    }

    fn check_time_and_lineage(&self, leaf: &Leaf) -> Result<(), DoesNotOpen> {
        if self.at.as_millis() != leaf.recorded_ms {
            return Err(DoesNotOpen::OtherTime);
        }
        if Lineage::of(self.obj) != leaf.lineage {
            return Err(DoesNotOpen::OtherLineage);
        }
        Ok(())
    }

    fn check(&self) -> Result<(), Contradiction> {
        if self.rev == 0 {
            return Err(Contradiction::RevisionZero);
        }
        if (self.rev == 1) != self.prev.is_none() {
            return Err(Contradiction::Prev);
        }
        match &self.late {
            Some(_) if self.claimed.is_none() => Err(Contradiction::LateWithoutClaim),
            Some(reason) if reason.trim().is_empty() => Err(Contradiction::LateWithoutReason),
            _ => Ok(()),
        }
    }
}

#[derive(Serialize)]
struct Written<'a> {
    v: u8,
    r#type: &'a str,
    obj: ObjectId,
    rev: u32,
    prev: Option<Digest>,
    org: &'a Id,
    actor: &'a Actor,
    at: Moment,
    claimed: Option<Moment>,
    late: Option<&'a str>,
    body: &'a Body,
}

impl<'a> From<&'a Envelope> for Written<'a> {
    fn from(envelope: &'a Envelope) -> Self {
        Self {
            v: VERSION,
            r#type: envelope.body.type_id(),
            obj: envelope.obj,
            rev: envelope.rev,
            prev: envelope.prev,
            org: &envelope.org,
            actor: &envelope.actor,
            at: envelope.at,
            claimed: envelope.claimed,
            late: envelope.late.as_deref(),
            body: &envelope.body,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    v: u8,
    r#type: String,
    obj: ObjectId,
    rev: u32,
    #[serde(deserialize_with = "present")]
    prev: Option<Digest>,
    org: Id,
    actor: Actor,
    at: Moment,
    #[serde(deserialize_with = "present")]
    claimed: Option<Moment>,
    #[serde(deserialize_with = "present")]
    late: Option<String>,
    body: Value,
}

/// Null is allowed, absence is not: serde would take both for `None`.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(from)
}

impl Read {
    fn into_envelope(self) -> Result<Envelope, BadBody> {
        Ok(Envelope {
            body: Body::parse(&self.r#type, self.body)?,
            obj: self.obj,
            rev: self.rev,
            prev: self.prev,
            org: self.org,
            actor: self.actor,
            at: self.at,
            claimed: self.claimed,
            late: self.late,
        })
    }
}

#[cfg(test)]
mod tests;
