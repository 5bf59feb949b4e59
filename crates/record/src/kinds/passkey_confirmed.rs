use serde::{Deserialize, Serialize};

use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;

/// Somebody else confirmed that a passkey is in the hands of its person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasskeyConfirmed {
    /// The person.
    pub person: Id,
    /// SHA-256 of the credential's id.
    pub credential: Digest,
    /// Who confirmed it.
    pub by: Id,
    /// How, in words.
    pub how: String,
}

impl Kind for PasskeyConfirmed {
    const TYPE: &'static str = "passkey-confirmed";
    const CLASS: Class = Class::Control;

    fn sentence(&self) -> String {
        format!(
            "The passkey {}… of {} was confirmed by {}.",
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
            how: "Face to face, while the passkey was used.".to_owned(),
        }
    }
}
