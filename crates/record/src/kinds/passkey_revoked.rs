use serde::{Deserialize, Serialize};

use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;
use crate::moment::Moment;

/// A passkey signs no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasskeyRevoked {
    /// The person.
    pub person: Id,
    /// SHA-256 of the credential's id.
    pub credential: Digest,
    /// Who revoked it.
    pub by: Id,
    /// Why.
    pub reason: String,
    /// Since when it may have been in other hands: signatures after this are doubtful.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compromised_since: Option<Moment>,
}

impl Kind for PasskeyRevoked {
    const TYPE: &'static str = "passkey-revoked";
    const CLASS: Class = Class::Control;

    fn sentence(&self) -> String {
        format!(
            "The passkey {}… of {} was revoked by {}.",
            self.credential.short(),
            self.person,
            self.by
        )
    }

    fn sample() -> Self {
        Self {
            person: sample::id("per"),
            credential: sample::digest("credential"),
            by: sample::other_id("per"),
            reason: "The phone was stolen.".to_owned(),
            compromised_since: Some(sample::moment("2026-11-20T18:30:00.000Z")),
        }
    }
}
