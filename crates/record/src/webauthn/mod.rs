//! Checks a passkey's signature offline, from the bytes a browser gave (WebAuthn Level 3 §7.2).
//!
//! ```text
//! clientDataJSON      {"type":"webauthn.get","challenge":"…","origin":"https://…","crossOrigin":false}
//! authenticatorData   rpIdHash[32] | flags u8 | signCount u32 BE | extensions (CBOR)
//! signature           over authenticatorData || SHA-256(clientDataJSON), by the COSE key
//! ```
//!
//! No server, no library of the log-in is trusted: an auditor repeats this with `openssl` and the key as PEM.
//! The sign count is read and not judged: most passkeys keep it at zero.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

mod authenticator_data;
mod client_data;
mod cose_key;
mod enrolled;
mod signature;

pub use authenticator_data::{AuthenticatorData, Malformed};
pub use cose_key::{Algorithm, BadKey, CoseKey};
pub use enrolled::{Enrolled, NotEnrolled};

use client_data::ClientData;

/// What the browser and the enrolment gave, as raw bytes.
#[derive(Clone, Copy, Debug)]
pub struct Assertion<'a> {
    /// `response.clientDataJSON`.
    pub client_data_json: &'a [u8],
    /// `response.authenticatorData`.
    pub authenticator_data: &'a [u8],
    /// `response.signature`.
    pub signature: &'a [u8],
    /// The credential's public key (RFC 9052 §7), as it was enrolled.
    pub cose_key: &'a [u8],
}

/// What a genuine assertion must be bound to.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// The challenge, for a signature [`crate::intent::challenge`].
    pub challenge: &'a [u8],
    /// The pinned origins, for example `https://countersign.example.org`.
    pub origins: &'a [String],
    /// The relying party's id, for example `countersign.example.org`.
    pub rp_id: &'a str,
    /// Whether PIN or biometry is required; for signatures always.
    pub user_verification: bool,
}

/// What a genuine assertion says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// UP: somebody touched the authenticator.
    pub user_present: bool,
    /// UV: the authenticator recognised its user.
    pub user_verified: bool,
    /// BE: the key may be copied to other devices; a verifier prints `SYNCED_PASSKEY`.
    pub backup_eligible: bool,
    /// BS: the key has been copied.
    pub backed_up: bool,
    /// The authenticator's counter.
    pub sign_count: u32,
    /// How the key signs.
    pub algorithm: Algorithm,
}

/// Why an assertion is not the expected signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The client data is no JSON object with type, challenge and origin, or repeats one.
    #[error("The client data cannot be read.")]
    ClientDataUnreadable,
    /// The client data is of another ceremony, for example a registration.
    #[error("This is not an assertion but another ceremony.")]
    OtherCeremony,
    /// The authenticator data is not that of an assertion.
    #[error(transparent)]
    AuthenticatorData(#[from] Malformed),
    /// The challenge belongs to another intent.
    #[error("The signature is over another intent.")]
    OtherChallenge,
    /// The page that asked for the signature is not a pinned origin.
    #[error("The signature was made on another web site.")]
    OtherOrigin,
    /// The authenticator answered to another relying party.
    #[error("The signature was made for another relying party.")]
    OtherRelyingParty,
    /// The page was embedded in one of another origin.
    #[error("The signature was made inside a frame of another web site.")]
    CrossOrigin,
    /// UP is not set.
    #[error("Nobody touched the authenticator.")]
    UserNotPresent,
    /// UV is not set, but required.
    #[error("The authenticator did not recognise its user.")]
    UserNotVerified,
    /// The public key cannot be used.
    #[error(transparent)]
    Key(#[from] BadKey),
    /// The signature does not fit key and data.
    #[error("The signature is invalid.")]
    SignatureInvalid,
}

impl Fault {
    /// The finding's code in a verifier's report.
    pub fn code(&self) -> &'static str {
        match self {
            Self::ClientDataUnreadable | Self::OtherCeremony | Self::AuthenticatorData(_) => {
                "NOT_AN_ASSERTION"
            }
            Self::OtherChallenge => "SIGNATURE_OVER_OTHER_INTENT",
            Self::OtherOrigin | Self::OtherRelyingParty => "WRONG_RELYING_PARTY",
            Self::CrossOrigin => "CROSS_ORIGIN",
            Self::UserNotPresent => "USER_NOT_PRESENT",
            Self::UserNotVerified => "USER_NOT_VERIFIED",
            Self::Key(BadKey::UnsupportedAlgorithm(_)) => "KEY_ALGORITHM_UNSUPPORTED",
            Self::Key(_) => "KEY_UNREADABLE",
            Self::SignatureInvalid => "SIGNATURE_INVALID",
        }
    }
}

impl Assertion<'_> {
    /// Checks everything that can be checked without the log.
    ///
    /// # Errors
    /// The first [`Fault`], in the order of WebAuthn Level 3 §7.2.
    pub fn verify(&self, expected: &Expected<'_>) -> Result<Verified, Fault> {
        ClientData::parse(self.client_data_json)?.check(expected)?;
        let data = AuthenticatorData::parse(self.authenticator_data)?;
        check_authenticator(&data, expected)?;
        let key = CoseKey::parse(self.cose_key)?;
        if !signature::fits(&key, &self.signed_bytes(), self.signature) {
            return Err(Fault::SignatureInvalid);
        }
        Ok(Verified {
            user_present: data.user_present(),
            user_verified: data.user_verified(),
            backup_eligible: data.backup_eligible(),
            backed_up: data.backed_up(),
            sign_count: data.sign_count,
            algorithm: key.algorithm(),
        })
    }

    /// The bytes under the signature: what `openssl dgst -verify` is given.
    pub fn signed_bytes(&self) -> Vec<u8> {
        [
            self.authenticator_data,
            &Sha256::digest(self.client_data_json),
        ]
        .concat()
    }
}

impl ClientData {
    fn check(&self, expected: &Expected<'_>) -> Result<(), Fault> {
        if self.ceremony != "webauthn.get" {
            return Err(Fault::OtherCeremony);
        }
        // Compared as text, so that no second spelling of the challenge passes.
        if self.challenge != URL_SAFE_NO_PAD.encode(expected.challenge) {
            return Err(Fault::OtherChallenge);
        }
        if !expected.origins.contains(&self.origin) {
            return Err(Fault::OtherOrigin);
        }
        if self.is_cross_origin() {
            Err(Fault::CrossOrigin)
        } else {
            Ok(())
        }
    }
}

fn check_authenticator(data: &AuthenticatorData, expected: &Expected<'_>) -> Result<(), Fault> {
    if data.rp_id_hash[..] != Sha256::digest(expected.rp_id)[..] {
        return Err(Fault::OtherRelyingParty);
    }
    if !data.user_present() {
        return Err(Fault::UserNotPresent);
    }
    if expected.user_verification && !data.user_verified() {
        return Err(Fault::UserNotVerified);
    }
    Ok(())
}
