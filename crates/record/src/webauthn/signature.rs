//! The signature itself, by the key's algorithm (WebAuthn Level 3 §6.5.5).
//!
//! ECDSA signatures are DER (`SEQUENCE { r, s }`), RSA ones as long as the modulus, Ed25519 ones 64 bytes.

use p256::ecdsa::signature::Verifier as _;
use rsa::traits::PublicKeyParts as _;
use sha2::Sha256;

use super::CoseKey;

pub(super) fn fits(key: &CoseKey, bytes: &[u8], signature: &[u8]) -> bool {
    match key {
        CoseKey::Es256(key) => p256::ecdsa::DerSignature::from_bytes(signature)
            .is_ok_and(|signature| key.verify(bytes, &signature).is_ok()),
        CoseKey::Es384(key) => p384::ecdsa::DerSignature::from_bytes(signature)
            .is_ok_and(|signature| key.verify(bytes, &signature).is_ok()),
        CoseKey::Rs256(key) => rsa_fits(key, bytes, signature),
        // Strict: the same signature for everybody, RFC 8032 §5.1.7 without its leeway.
        CoseKey::EdDsa(key) => ed25519_dalek::Signature::from_slice(signature)
            .is_ok_and(|signature| key.verify_strict(bytes, &signature).is_ok()),
    }
}

fn rsa_fits(key: &rsa::RsaPublicKey, bytes: &[u8], signature: &[u8]) -> bool {
    // RFC 8017 §8.2.2, step 1: leading zeros are not dropped, nor added.
    signature.len() == key.size()
        && rsa::pkcs1v15::Signature::try_from(signature).is_ok_and(|signature| {
            rsa::pkcs1v15::VerifyingKey::<Sha256>::new(key.clone())
                .verify(bytes, &signature)
                .is_ok()
        })
}
