//! Key and credential id from an enrolment's attestation object (WebAuthn Level 3 §6.5).
//!
//! ```text
//! attestation object         CBOR {"fmt":…, "attStmt":…, "authData":bytes}
//! attested credential data   aaguid[16] | length u16 BE | credential id | COSE key (CBOR)
//! ```
//!
//! The attestation statement is kept for whoever wants to judge the make of the authenticator; it is not judged here.

use ciborium::Value;

use super::authenticator_data::{AT, AuthenticatorData, Malformed};
use super::cose_key::{BadKey, CoseKey};

/// WebAuthn Level 3 §5.8.2: relying parties refuse longer ones.
const MAX_CREDENTIAL_ID: usize = 1023;

/// What an enrolment brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolled {
    /// Flags and counter at enrolment.
    pub data: AuthenticatorData,
    /// The authenticator's model, all zero where it does not tell.
    pub aaguid: [u8; 16],
    /// The credential's id.
    pub credential_id: Vec<u8>,
    /// The public key's exact bytes, to be kept for [`super::Assertion`].
    pub cose_key: Vec<u8>,
}

/// Why bytes are not a usable enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotEnrolled {
    /// Not one CBOR map with `authData`.
    #[error("The attestation object cannot be read.")]
    AttestationObject,
    /// The authenticator data is unreadable.
    #[error(transparent)]
    AuthenticatorData(#[from] Malformed),
    /// No credential in it, or one with an overlong id.
    #[error("The attestation object holds no credential.")]
    NoCredential,
    /// The public key cannot be used.
    #[error(transparent)]
    Key(#[from] BadKey),
}

impl Enrolled {
    /// Reads an attestation object.
    ///
    /// # Errors
    /// See [`NotEnrolled`].
    pub fn parse(attestation_object: &[u8]) -> Result<Self, NotEnrolled> {
        let bytes = authenticator_data(attestation_object)?;
        let (data, rest) = AuthenticatorData::split(&bytes)?;
        if data.flags & AT == 0 {
            return Err(NotEnrolled::NoCredential);
        }
        let (aaguid, rest) = rest
            .split_first_chunk::<16>()
            .ok_or(NotEnrolled::NoCredential)?;
        let (length, rest) = rest
            .split_first_chunk::<2>()
            .ok_or(NotEnrolled::NoCredential)?;
        let length = usize::from(u16::from_be_bytes(*length));
        if length > MAX_CREDENTIAL_ID || length > rest.len() {
            return Err(NotEnrolled::NoCredential);
        }
        let (credential_id, rest) = rest.split_at(length);
        let (cose_key, extensions) = split_key(rest)?;
        data.check_extensions(extensions)?;
        CoseKey::parse(cose_key)?;
        Ok(Self {
            data,
            aaguid: *aaguid,
            credential_id: credential_id.to_vec(),
            cose_key: cose_key.to_vec(),
        })
    }
}

fn authenticator_data(attestation_object: &[u8]) -> Result<Vec<u8>, NotEnrolled> {
    let mut unread = attestation_object;
    let Ok(Value::Map(members)) = ciborium::from_reader(&mut unread) else {
        return Err(NotEnrolled::AttestationObject);
    };
    let mut named = members
        .into_iter()
        .filter(|(name, _)| name.as_text() == Some("authData"));
    match (named.next(), named.next()) {
        (Some((_, Value::Bytes(bytes))), None) if unread.is_empty() => Ok(bytes),
        _ => Err(NotEnrolled::AttestationObject),
    }
}

/// The key is the next CBOR item; only reading it tells where it ends.
fn split_key(bytes: &[u8]) -> Result<(&[u8], &[u8]), BadKey> {
    let mut unread = bytes;
    let _: Value = ciborium::from_reader(&mut unread).map_err(|_| BadKey::NotCbor)?;
    Ok(bytes.split_at(bytes.len() - unread.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(flags: u8, rest: &[u8]) -> Vec<u8> {
        let data = [&[7; 32][..], &[flags, 0, 0, 0, 0], rest].concat();
        let mut bytes = Vec::new();
        ciborium::into_writer(
            &Value::Map(vec![("authData".into(), Value::Bytes(data))]),
            &mut bytes,
        )
        .unwrap();
        bytes
    }

    #[test]
    fn an_object_without_a_credential_is_refused() {
        assert_eq!(
            Enrolled::parse(&object(0x01, b"")),
            Err(NotEnrolled::NoCredential)
        );
        assert_eq!(
            Enrolled::parse(&object(0x41, b"")),
            Err(NotEnrolled::NoCredential)
        );
        assert_eq!(
            Enrolled::parse(&object(0x41, &[0xff; 40])),
            Err(NotEnrolled::NoCredential)
        );
        assert_eq!(
            Enrolled::parse(&object(0x41, &[0; 18])),
            Err(NotEnrolled::Key(BadKey::NotCbor))
        );
    }

    #[test]
    fn what_is_not_an_attestation_object_is_refused() {
        for bytes in [&b""[..], b"\xa0", b"\xa1\x68authData\x01", b"\x01"] {
            assert_eq!(Enrolled::parse(bytes), Err(NotEnrolled::AttestationObject));
        }
        let trailing = [object(0x41, b""), vec![0]].concat();
        assert_eq!(
            Enrolled::parse(&trailing),
            Err(NotEnrolled::AttestationObject)
        );
    }
}
