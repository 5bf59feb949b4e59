//! Public keys as authenticators give them (RFC 9052 §7, RFC 9053 §7, RFC 8230 §4).
//!
//! ```text
//! ES256  {1:2, 3:-7,   -1:1, -2:x[32], -3:y[32]}        ES384  {1:2, 3:-35, -1:2, -2:x[48], -3:y[48]}
//! EdDSA  {1:1, 3:-8,   -1:6, -2:x[32]}                  RS256  {1:3, 3:-257, -1:n, -2:e}
//! ```
//!
//! Exactly these members, in shortest encoding (CTAP 2.1 §8): a second spelling would be a second digest of one key.

use std::collections::BTreeMap;
use std::fmt;

use ciborium::Value;
use p256::pkcs8::EncodePublicKey as _;
use p256::pkcs8::LineEnding;
use rsa::traits::PublicKeyParts as _;
use rsa::{BoxedUint, RsaPublicKey};

const KTY: i64 = 1;
const ALG: i64 = 3;
const CRV: i64 = -1;
const X: i64 = -2;
const Y: i64 = -3;
const RSA_N: i64 = -1;
const RSA_E: i64 = -2;

/// Below this RSA is within reach (NIST SP 800-131A §3).
const MIN_RSA_BITS: u32 = 2048;

/// How a key signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// ECDSA on P-384 with SHA-384.
    Es384,
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// EdDSA on Ed25519.
    EdDsa,
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
            Self::Rs256 => "RS256",
            Self::EdDsa => "EdDSA",
        })
    }
}

/// A public key that can be checked with.
#[derive(Clone, Debug)]
pub enum CoseKey {
    /// A point on P-256.
    Es256(p256::ecdsa::VerifyingKey),
    /// A point on P-384.
    Es384(p384::ecdsa::VerifyingKey),
    /// Modulus and exponent.
    Rs256(RsaPublicKey),
    /// A point on Edwards25519.
    EdDsa(ed25519_dalek::VerifyingKey),
}

/// Why bytes are not a usable public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadKey {
    /// Not one CBOR map from integers.
    #[error("The public key is not a COSE key.")]
    NotCbor,
    /// Valid, but not in the shortest encoding.
    #[error("The public key is not in its shortest encoding.")]
    OtherSpelling,
    /// Members are missing, doubled, of the wrong type, or not the algorithm's own.
    #[error("The public key does not have the members of its algorithm.")]
    Members,
    /// The point is not on its curve, or the modulus or exponent cannot be a key's.
    #[error("The public key's numbers cannot be a key.")]
    Numbers,
    /// An algorithm that this program does not check, by its COSE number.
    #[error("Signatures of algorithm {} are not supported.", algorithm_name(*.0))]
    UnsupportedAlgorithm(i64),
}

/// The names of the IANA COSE registry that WebAuthn authenticators may use.
fn algorithm_name(number: i64) -> String {
    let name = match number {
        -8 => "EdDSA on another curve than Ed25519",
        -9 => "ESP256",
        -19 => "Ed25519 (fully specified)",
        -36 => "ES512",
        -37 => "PS256",
        -38 => "PS384",
        -39 => "PS512",
        -47 => "ES256K",
        -48 => "ML-DSA-44",
        -49 => "ML-DSA-65",
        -50 => "ML-DSA-87",
        -51 => "ESP384",
        -52 => "ESP512",
        -53 => "Ed448",
        -258 => "RS384",
        -259 => "RS512",
        -65535 => "RS1",
        other => return format!("{other} (COSE)"),
    };
    name.to_owned()
}

impl CoseKey {
    /// Reads a key.
    ///
    /// # Errors
    /// See [`BadKey`].
    pub fn parse(bytes: &[u8]) -> Result<Self, BadKey> {
        let members = Members::parse(bytes)?;
        match members.integer(ALG)? {
            -7 => members.es256(),
            -35 => members.es384(),
            -257 => members.rs256(),
            -8 => members.eddsa(),
            other => Err(BadKey::UnsupportedAlgorithm(other)),
        }
    }

    /// How the key signs.
    pub fn algorithm(&self) -> Algorithm {
        match self {
            Self::Es256(_) => Algorithm::Es256,
            Self::Es384(_) => Algorithm::Es384,
            Self::Rs256(_) => Algorithm::Rs256,
            Self::EdDsa(_) => Algorithm::EdDsa,
        }
    }

    /// The key as SubjectPublicKeyInfo in PEM (RFC 5280 §4.1.2.7, RFC 7468 §13), as `openssl` reads it.
    pub fn to_pem(&self) -> String {
        let pem = match self {
            Self::Es256(key) => key.to_public_key_pem(LineEnding::LF),
            Self::Es384(key) => key.to_public_key_pem(LineEnding::LF),
            Self::Rs256(key) => key.to_public_key_pem(LineEnding::LF),
            Self::EdDsa(key) => key.to_public_key_pem(LineEnding::LF),
        };
        pem.expect("parsed keys are far below the length limit of DER, the encoder's only error")
    }
}

struct Members(BTreeMap<i64, Value>);

impl Members {
    fn parse(bytes: &[u8]) -> Result<Self, BadKey> {
        let value: Value = ciborium::from_reader(bytes).map_err(|_| BadKey::NotCbor)?;
        let mut again = Vec::with_capacity(bytes.len());
        ciborium::into_writer(&value, &mut again).map_err(|_| BadKey::NotCbor)?;
        if again != bytes {
            return Err(BadKey::OtherSpelling);
        }
        let Value::Map(pairs) = value else {
            return Err(BadKey::NotCbor);
        };
        let mut members = BTreeMap::new();
        for (label, value) in pairs {
            let label = integer(&label).ok_or(BadKey::NotCbor)?;
            if members.insert(label, value).is_some() {
                return Err(BadKey::Members);
            }
        }
        Ok(Self(members))
    }

    fn es256(&self) -> Result<CoseKey, BadKey> {
        self.expect(2, &[CRV, X, Y])?;
        let point = self.point::<32>(1)?;
        p256::ecdsa::VerifyingKey::from_sec1_bytes(&point)
            .map(CoseKey::Es256)
            .map_err(|_| BadKey::Numbers)
    }

    fn es384(&self) -> Result<CoseKey, BadKey> {
        self.expect(2, &[CRV, X, Y])?;
        let point = self.point::<48>(2)?;
        p384::ecdsa::VerifyingKey::from_sec1_bytes(&point)
            .map(CoseKey::Es384)
            .map_err(|_| BadKey::Numbers)
    }

    fn eddsa(&self) -> Result<CoseKey, BadKey> {
        self.expect(1, &[CRV, X])?;
        if self.integer(CRV)? != 6 {
            return Err(BadKey::UnsupportedAlgorithm(-8));
        }
        let key = ed25519_dalek::VerifyingKey::from_bytes(self.exactly(X)?)
            .map_err(|_| BadKey::Numbers)?;
        // Keys of small order accept signatures that nobody made.
        if key.is_weak() {
            Err(BadKey::Numbers)
        } else {
            Ok(CoseKey::EdDsa(key))
        }
    }

    fn rs256(&self) -> Result<CoseKey, BadKey> {
        self.expect(3, &[RSA_N, RSA_E])?;
        let number = |label| self.bytes(label).map(BoxedUint::from_be_slice_vartime);
        let key = RsaPublicKey::new(number(RSA_N)?, number(RSA_E)?).map_err(|_| BadKey::Numbers)?;
        if key.n().bits() < MIN_RSA_BITS {
            Err(BadKey::Numbers)
        } else {
            Ok(CoseKey::Rs256(key))
        }
    }

    /// Whether the key has this type and, besides type and algorithm, exactly these members.
    fn expect(&self, kty: i64, labels: &[i64]) -> Result<(), BadKey> {
        let complete = self.0.len() == labels.len() + 2
            && labels.iter().all(|label| self.0.contains_key(label));
        if complete && self.integer(KTY)? == kty {
            Ok(())
        } else {
            Err(BadKey::Members)
        }
    }

    /// The uncompressed point (SEC 1 §2.3.3) on the curve of this number.
    fn point<const N: usize>(&self, curve: i64) -> Result<Vec<u8>, BadKey> {
        if self.integer(CRV)? != curve {
            return Err(BadKey::Members);
        }
        Ok([&[4][..], self.exactly::<N>(X)?, self.exactly::<N>(Y)?].concat())
    }

    fn integer(&self, label: i64) -> Result<i64, BadKey> {
        self.0.get(&label).and_then(integer).ok_or(BadKey::Members)
    }

    fn bytes(&self, label: i64) -> Result<&[u8], BadKey> {
        self.0
            .get(&label)
            .and_then(Value::as_bytes)
            .map(Vec::as_slice)
            .ok_or(BadKey::Members)
    }

    fn exactly<const N: usize>(&self, label: i64) -> Result<&[u8; N], BadKey> {
        self.bytes(label)?.try_into().map_err(|_| BadKey::Members)
    }
}

fn integer(value: &Value) -> Option<i64> {
    value.as_integer().and_then(|number| number.try_into().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINT_X: &str = "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";
    const POINT_Y: &str = "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";

    fn fault(hex: &str) -> BadKey {
        CoseKey::parse(&hex::decode(hex).unwrap()).unwrap_err()
    }

    #[test]
    fn the_generator_of_p256_is_a_key() {
        let key = format!("a5010203262001215820{POINT_X}225820{POINT_Y}");
        let key = CoseKey::parse(&hex::decode(key).unwrap()).unwrap();
        assert_eq!(key.algorithm().to_string(), "ES256");
        assert!(
            key.to_pem()
                .starts_with("-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQ")
        );
    }

    #[test]
    fn a_point_off_the_curve_is_refused() {
        assert_eq!(
            fault(&format!("a5010203262001215820{POINT_X}225820{POINT_X}")),
            BadKey::Numbers
        );
    }

    #[test]
    fn another_spelling_is_refused() {
        let trailing = format!("a5010203262001215820{POINT_X}225820{POINT_Y}00");
        assert_eq!(fault(&trailing), BadKey::OtherSpelling);
        let long = format!("a501180203262001215820{POINT_X}225820{POINT_Y}");
        assert_eq!(fault(&long), BadKey::OtherSpelling);
    }

    #[test]
    fn members_missing_doubled_or_foreign_are_refused() {
        assert_eq!(
            fault(&format!("a4010203262001215820{POINT_X}")),
            BadKey::Members
        );
        assert_eq!(
            fault(&format!("a5010203262001215820{POINT_X}215820{POINT_Y}")),
            BadKey::Members
        );
        assert_eq!(
            fault(&format!("a6010203262001215820{POINT_X}225820{POINT_Y}0480")),
            BadKey::Members
        );
        assert_eq!(
            fault(&format!("a5010303262001215820{POINT_X}225820{POINT_Y}")),
            BadKey::Members
        );
        assert_eq!(
            fault(&format!("a5010203262002215820{POINT_X}225820{POINT_Y}")),
            BadKey::Members
        );
        assert_eq!(fault("a0"), BadKey::Members);
    }

    #[test]
    fn what_is_not_a_cbor_map_is_refused() {
        assert_eq!(fault(""), BadKey::NotCbor);
        assert_eq!(fault("a1"), BadKey::NotCbor);
        assert_eq!(fault("01"), BadKey::NotCbor);
        assert_eq!(fault("a1616101"), BadKey::NotCbor);
    }

    #[test]
    fn a_short_rsa_key_is_refused() {
        let modulus = format!("c1{}01", "00".repeat(126));
        assert_eq!(
            fault(&format!("a4010303390100205880{modulus}2143010001")),
            BadKey::Numbers
        );
    }

    #[test]
    fn a_key_of_small_order_is_refused() {
        assert_eq!(
            fault(&format!("a4010103272006215820{}{}", "01", "00".repeat(31))),
            BadKey::Numbers
        );
    }

    #[test]
    fn an_unsupported_algorithm_is_refused_by_name() {
        let ps256 = fault("a20103033824");
        assert_eq!(ps256, BadKey::UnsupportedAlgorithm(-37));
        assert_eq!(
            ps256.to_string(),
            "Signatures of algorithm PS256 are not supported."
        );
    }
}
