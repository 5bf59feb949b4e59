//! What a passkey signs: the act, the sentence shown, the record and text it is about, and the state of the log.
//!
//! ```text
//! {"v":1, "act":"sign", "text":"<the sentence shown>", "over":"<leaf hash of the signed record>",
//!  "doc":"<SHA-256 of the document>", "role":"<capacity>", "pid":"per_…", "log":"<origin>",
//!  "after":{"size":n, "root":"<hex>", "tst":null | "<SHA-256 of the latest time stamp token>"},
//!  "nonce":"<32 bytes, hex>", "claimed_at":"<time>"}
//!
//! challenge = SHA-256("countersign/l2/v1" 00 || canonical bytes)
//! ```
//!
//! `after` bounds the signature from below: a root cannot be known before the log reached that size.
//! The server's nonce keeps the rule that challenges are unpredictable (WebAuthn Level 3 §13.4.3).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};
use sha2::{Digest as _, Sha256};

use crate::canonical::{self, NotCanonical};
use crate::digest::Digest;
use crate::id::Id;
use crate::moment::Moment;
use crate::text_form::text_form;

const VERSION: u8 = 1;

/// What the signer does with the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// Approves a text.
    Approve,
    /// Signs a text.
    Sign,
    /// Signs that somebody else signed.
    Countersign,
    /// Acknowledges a text.
    Acknowledge,
    /// Refuses.
    Reject,
    /// Adds a remark.
    Note,
}

/// The state of the log the signer built upon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    /// Leaves in the log.
    pub size: u64,
    /// The root hash over them.
    pub root: Digest,
    /// SHA-256 of the latest RFC 3161 token; null while no time stamp authority is configured.
    #[serde(deserialize_with = "present")]
    pub tst: Option<Digest>,
}

/// 32 bytes of server chance, single use; in JSON 64 hex digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Nonce(pub [u8; 32]);

impl fmt::Display for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Digest(self.0).fmt(f)
    }
}

impl fmt::Debug for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Nonce {
    type Err = NotANonce;

    fn from_str(text: &str) -> Result<Self, NotANonce> {
        text.parse::<Digest>()
            .map(|bytes| Self(bytes.0))
            .map_err(|_| NotANonce)
    }
}

/// The text is not 64 lower-case hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("A nonce is written as 64 lower-case hex digits.")]
pub struct NotANonce;

text_form!(Nonce);

/// What a passkey signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intent {
    /// Format version, 1.
    pub v: Version,
    /// What the signer does.
    pub act: Act,
    /// The sentence that was shown.
    pub text: String,
    /// The leaf hash of the record it is about; for a signature that is the `signature-requested` record.
    pub over: Digest,
    /// SHA-256 of the document.
    pub doc: Digest,
    /// In which capacity the signer acts.
    pub role: String,
    /// The signer.
    pub pid: Id,
    /// The log's origin.
    pub log: String,
    /// The state of the log.
    pub after: After,
    /// The server's chance.
    pub nonce: Nonce,
    /// When the signer is said to have acted; proves nothing by itself.
    pub claimed_at: Moment,
}

/// The only format version, the number 1 in JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Version;

impl TryFrom<u8> for Version {
    type Error = UnknownVersion;

    fn try_from(number: u8) -> Result<Self, UnknownVersion> {
        if number == VERSION {
            Ok(Self)
        } else {
            Err(UnknownVersion(number))
        }
    }
}

impl From<Version> for u8 {
    fn from(_: Version) -> Self {
        VERSION
    }
}

/// An intent of another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The intent has format version {0}; this program knows version 1.")]
pub struct UnknownVersion(u8);

/// Why bytes are not an intent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadIntent {
    /// Not canonical JSON.
    #[error(transparent)]
    NotCanonical(#[from] NotCanonical),
    /// Not the members of an intent; the reason follows.
    #[error("The text is not an intent: {0}.")]
    Members(String),
}

impl Intent {
    /// The canonical bytes; packs carry exactly these.
    ///
    /// # Errors
    /// When `text` is so long that the bytes exceed a mebibyte, or `after.size` reaches 2^53.
    pub fn to_bytes(&self) -> Result<Vec<u8>, NotCanonical> {
        canonical::to_bytes(self)
    }

    /// Reads an intent.
    ///
    /// # Errors
    /// See [`BadIntent`].
    pub fn parse(bytes: &[u8]) -> Result<Self, BadIntent> {
        let value = canonical::parse(bytes)?;
        serde_json::from_value(value).map_err(|error| BadIntent::Members(error.to_string()))
    }

    /// A plausible intent, for tests and pages.
    pub fn sample() -> Self {
        Self {
            v: Version,
            act: Act::Sign,
            text: "I sign ‘Statement 2027’ version 3.".to_owned(),
            over: Digest::of("leaf"),
            doc: Digest::of("# Statement 2027\n"),
            role: "Managing director".to_owned(),
            pid: "per_01JD3KQ8Z5T0V9M4N7P2R6S1XY"
                .parse()
                .expect("a well-formed id"),
            log: "log.example.org/acme".to_owned(),
            after: After {
                size: 1042,
                root: Digest::of("root"),
                tst: None,
            },
            nonce: Nonce([0x2a; 32]),
            claimed_at: Moment::from_millis(1_795_359_600_000),
        }
    }
}

/// The challenge a passkey signs for an intent's canonical bytes.
///
/// ```
/// let intent = record::Intent::sample();
/// let challenge = record::intent::challenge(&intent.to_bytes()?);
/// assert_eq!(challenge.len(), 32);
/// # Ok::<(), record::canonical::NotCanonical>(())
/// ```
pub fn challenge(intent: &[u8]) -> [u8; 32] {
    Sha256::new_with_prefix(b"countersign/l2/v1\0")
        .chain_update(intent)
        .finalize()
        .into()
}

/// Null is allowed, absence is not.
fn present<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Digest>, D::Error> {
    Option::deserialize(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_intent_looks_as_drawn_and_reads_back() {
        let bytes = Intent::sample().to_bytes().unwrap();
        let text = std::str::from_utf8(&bytes).unwrap();
        assert!(
            text.starts_with(r#"{"act":"sign","after":{"root":""#),
            "{text}"
        );
        assert!(
            text.contains(
                r#""size":1042,"tst":null},"claimed_at":"2026-11-22T15:00:00.000Z","doc":"#
            ),
            "{text}"
        );
        assert!(text.ends_with(r#""v":1}"#), "{text}");
        assert_eq!(Intent::parse(&bytes), Ok(Intent::sample()));
    }

    #[test]
    fn the_challenge_is_what_the_drawing_says() {
        let drawn = Sha256::digest([b"countersign/l2/v1\0".as_slice(), b"{}"].concat());
        assert_eq!(challenge(b"{}"), <[u8; 32]>::from(drawn));
    }

    #[test]
    fn what_is_not_an_intent_is_refused() {
        let bytes = Intent::sample().to_bytes().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let refused =
            |from: &str, to: &str| Intent::parse(text.replace(from, to).as_bytes()).is_err();
        assert!(refused(r#""v":1}"#, r#""v":2}"#));
        assert!(refused(r#""tst":null"#, r#""tsu":null"#));
        assert!(refused(r#","tst":null"#, ""));
        assert!(refused(r#""act":"sign""#, r#""act":"wave""#));
        assert!(!refused("no such text", ""));
    }
}
