//! The published assertions of WebAuthn Level 3 §16, our verifier, and `openssl` as a second opinion.

use std::process::Command;

use record::webauthn::{Assertion, CoseKey, Enrolled, Expected, Verified};
use serde::Deserialize;

const ORIGIN: &str = "https://example.org";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Vectors {
    rp_id: String,
    origin: String,
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Vector {
    name: String,
    #[serde(with = "hex::serde")]
    challenge: Vec<u8>,
    #[serde(rename = "clientDataJSON", with = "hex::serde")]
    client_data: Vec<u8>,
    #[serde(with = "hex::serde")]
    authenticator_data: Vec<u8>,
    #[serde(with = "hex::serde")]
    signature: Vec<u8>,
    #[serde(with = "hex::serde")]
    cose_key: Vec<u8>,
    #[serde(rename = "registrationClientDataJSON", with = "hex::serde")]
    registration_client_data: Vec<u8>,
    #[serde(with = "hex::serde")]
    attestation_object: Vec<u8>,
}

impl Vector {
    fn assertion(&self) -> Assertion<'_> {
        Assertion {
            client_data_json: &self.client_data,
            authenticator_data: &self.authenticator_data,
            signature: &self.signature,
            cose_key: &self.cose_key,
        }
    }

    /// The code of the refusal, or what was verified.
    fn verify(&self, assertion: Assertion<'_>) -> Result<Verified, &'static str> {
        let origins = [ORIGIN.to_owned()];
        let expected = Expected {
            challenge: &self.challenge,
            origins: &origins,
            rp_id: "example.org",
            user_verification: false,
        };
        assertion.verify(&expected).map_err(|fault| fault.code())
    }

    fn is_genuine(&self) -> bool {
        self.verify(self.assertion()).is_ok()
    }
}

fn vectors() -> Vectors {
    serde_json::from_str(include_str!("webauthn/section-16.json")).expect("the vectors are JSON")
}

fn vector(name: &str) -> Vector {
    vectors()
        .vectors
        .into_iter()
        .find(|vector| vector.name == name)
        .expect("a published name")
}

fn es256() -> Vector {
    vector("TPM Attestation with ES256 Credential")
}

/// What a vector's name promises, where it is not a success.
fn promised(name: &str) -> Option<&'static str> {
    match name {
        _ if name.contains("Origin") => Some("CROSS_ORIGIN"),
        _ if name.contains("ES512") || name.contains("Ed448") => Some("KEY_ALGORITHM_UNSUPPORTED"),
        _ => None,
    }
}

#[test]
fn every_published_assertion_gets_the_answer_its_name_promises() {
    let vectors = vectors();
    assert_eq!(
        (vectors.vectors.len(), vectors.rp_id.as_str()),
        (15, "example.org")
    );
    assert_eq!(vectors.origin, ORIGIN);
    for vector in &vectors.vectors {
        let refused = vector.verify(vector.assertion()).err();
        assert_eq!(refused, promised(&vector.name), "{}", vector.name);
    }
}

#[test]
fn every_published_enrolment_holds_the_key_that_signs() {
    for vector in &vectors().vectors {
        match Enrolled::parse(&vector.attestation_object) {
            Ok(enrolled) => assert_eq!(enrolled.cose_key, vector.cose_key, "{}", vector.name),
            Err(_) => assert_eq!(promised(&vector.name), Some("KEY_ALGORITHM_UNSUPPORTED")),
        }
    }
}

#[test]
fn one_changed_byte_anywhere_is_refused() {
    for vector in vectors()
        .vectors
        .iter()
        .filter(|vector| vector.is_genuine())
    {
        for part in 0..4 {
            let mut parts = [
                &vector.client_data,
                &vector.authenticator_data,
                &vector.signature,
                &vector.cose_key,
            ]
            .map(Clone::clone);
            for at in 0..parts[part].len() {
                parts[part][at] ^= 1 << (at % 8);
                let [client_data_json, authenticator_data, signature, cose_key] =
                    parts.each_ref().map(Vec::as_slice);
                let changed = Assertion {
                    client_data_json,
                    authenticator_data,
                    signature,
                    cose_key,
                };
                assert!(
                    vector.verify(changed).is_err(),
                    "{}: part {part}, byte {at}",
                    vector.name
                );
                parts[part][at] ^= 1 << (at % 8);
            }
        }
    }
}

#[test]
fn a_missing_or_added_byte_is_refused() {
    let vector = es256();
    for part in 0..4 {
        for longer in [false, true] {
            let mut parts = [
                &vector.client_data,
                &vector.authenticator_data,
                &vector.signature,
                &vector.cose_key,
            ]
            .map(Clone::clone);
            if longer {
                parts[part].push(0);
            } else {
                parts[part].pop();
            }
            let [client_data_json, authenticator_data, signature, cose_key] =
                parts.each_ref().map(Vec::as_slice);
            let changed = Assertion {
                client_data_json,
                authenticator_data,
                signature,
                cose_key,
            };
            assert!(
                vector.verify(changed).is_err(),
                "part {part}, longer: {longer}"
            );
        }
    }
}

#[test]
fn a_registration_replayed_as_a_signature_is_named() {
    let vector = es256();
    let replayed = Assertion {
        client_data_json: &vector.registration_client_data,
        ..vector.assertion()
    };
    assert_eq!(vector.verify(replayed), Err("NOT_AN_ASSERTION"));
}

#[test]
fn a_signature_under_another_intent_site_or_party_is_named() {
    let vector = es256();
    let origins = [ORIGIN.to_owned()];
    let genuine = Expected {
        challenge: &vector.challenge,
        origins: &origins,
        rp_id: "example.org",
        user_verification: true,
    };
    let code = |expected: Expected<'_>| {
        vector
            .assertion()
            .verify(&expected)
            .map_err(|fault| fault.code())
    };

    assert!(code(genuine).is_ok());
    assert_eq!(
        code(Expected {
            challenge: &[0; 32],
            ..genuine
        }),
        Err("SIGNATURE_OVER_OTHER_INTENT")
    );
    assert_eq!(
        code(Expected {
            origins: &[],
            ..genuine
        }),
        Err("WRONG_RELYING_PARTY")
    );
    assert_eq!(
        code(Expected {
            rp_id: "example.com",
            ..genuine
        }),
        Err("WRONG_RELYING_PARTY")
    );
}

#[test]
fn a_tap_without_pin_is_named_where_one_is_required() {
    let vector = vector("ES256 Credential with No Attestation");
    let origins = [ORIGIN.to_owned()];
    let expected = Expected {
        challenge: &vector.challenge,
        origins: &origins,
        rp_id: "example.org",
        user_verification: true,
    };
    let fault = vector.assertion().verify(&expected).unwrap_err();
    assert_eq!(fault.code(), "USER_NOT_VERIFIED");
}

#[test]
fn the_flags_and_the_algorithm_are_told() {
    let vector = es256();
    let verified = vector.verify(vector.assertion()).unwrap();
    assert!(
        verified.user_present
            && verified.user_verified
            && verified.backup_eligible
            && !verified.backed_up
    );
    assert_eq!(
        (verified.sign_count, verified.algorithm.to_string()),
        (0, "ES256".to_owned())
    );
}

#[test]
fn openssl_agrees_about_every_genuine_assertion() {
    let folder = tempfile::tempdir().unwrap();
    for vector in vectors()
        .vectors
        .iter()
        .filter(|vector| vector.is_genuine())
    {
        let path = |name: &str| folder.path().join(name);
        let key = CoseKey::parse(&vector.cose_key).unwrap();
        std::fs::write(path("key.pem"), key.to_pem()).unwrap();
        std::fs::write(path("sig.bin"), &vector.signature).unwrap();
        std::fs::write(path("signed.bin"), vector.assertion().signed_bytes()).unwrap();
        let mut openssl = Command::new("openssl");
        openssl.current_dir(folder.path()).args([
            "pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin",
        ]);
        match key.algorithm().to_string().as_str() {
            "EdDSA" => &mut openssl,
            "ES384" => openssl.args(["-digest", "sha384"]),
            _ => openssl.args(["-digest", "sha256"]),
        };
        let answer = openssl
            .args(["-in", "signed.bin", "-sigfile", "sig.bin"])
            .output()
            .unwrap();
        assert!(
            answer.status.success(),
            "{}: {}",
            vector.name,
            String::from_utf8_lossy(&answer.stderr)
        );
    }
}
