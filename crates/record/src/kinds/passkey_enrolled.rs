use serde::{Deserialize, Serialize};

use super::words::EnrolledVia;
use super::{Kind, sample};
use crate::digest::Digest;
use crate::id::Id;
use crate::leaf::Class;

/// A key that can sign for a person entered the system: from here on the key is known, not yet whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasskeyEnrolled {
    /// The person.
    pub person: Id,
    /// SHA-256 of the credential's id.
    pub credential: Digest,
    /// SHA-256 of the COSE key's bytes.
    pub key: Digest,
    /// The key's algorithm, for example `ES256`.
    pub algorithm: String,
    /// SHA-256 of the attestation object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attestation: Option<Digest>,
    /// The authenticator may copy the key to other devices (flag BE).
    pub backup_eligible: bool,
    /// It had done so (flag BS).
    pub backed_up: bool,
    /// How the passkey came to its person.
    pub enrolled_via: EnrolledVia,
}

impl Kind for PasskeyEnrolled {
    const TYPE: &'static str = "passkey-enrolled";
    const CLASS: Class = Class::Control;

    fn sentence(&self) -> String {
        let synced = if self.backup_eligible {
            "synced"
        } else {
            "device-bound"
        };
        format!(
            "A {synced} passkey {}… was enrolled for {}.",
            self.credential.short(),
            self.person
        )
    }

    fn sample() -> Self {
        Self {
            person: sample::id("per"),
            credential: sample::digest("credential"),
            key: sample::digest("key"),
            algorithm: "ES256".to_owned(),
            attestation: Some(sample::digest("attestation")),
            backup_eligible: false,
            backed_up: false,
            enrolled_via: EnrolledVia::Invitation,
        }
    }
}
