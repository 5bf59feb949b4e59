//! Canonical JSON: JCS (RFC 8785) in a restricted profile, so that one value has one spelling everywhere.
//!
//! ```text
//! {"actor":{"_sd":[],"pid":"system"},"at":"2026-11-22T15:00:00.000Z",...}
//! ```
//!
//! | what | rule |
//! |---|---|
//! | numbers | integers with \|n\| < 2^53 only; no fraction, exponent or `-0` (JavaScript, Python and Go agree on these) |
//! | keys | ASCII, each once per object, sorted by UTF-16 units, which for ASCII is by byte |
//! | text | UTF-8 without byte order mark, no lone surrogates, shortest escapes |
//! | size | at most 1 MiB, at most 32 levels deep |
//!
//! Bytes are kept and hashed as they are. [`parse`] refuses bytes that are not the canonical form of what they say.

use serde::Serialize;
use serde_json::Value;

mod reader;

/// The largest record, in bytes.
pub const MAX_BYTES: usize = 1 << 20;
/// The deepest nesting of arrays and objects.
pub const MAX_DEPTH: usize = 32;
/// Integers must be smaller than this in magnitude: above it JavaScript rounds.
pub const INTEGER_LIMIT: u64 = 1 << 53;

/// Why bytes or a value have no place in a record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCanonical {
    /// More than [`MAX_BYTES`].
    #[error("The text is larger than 1 MiB.")]
    TooLarge,
    /// Invalid UTF-8 (RFC 8259 §8.1).
    #[error("The text is not valid UTF-8.")]
    NotUtf8,
    /// Not a JSON text (RFC 8259 §2), which includes lone surrogates and trailing text; the parser's reason follows.
    #[error("The text is not JSON: {0}.")]
    NotJson(String),
    /// Deeper than [`MAX_DEPTH`].
    #[error("The text is nested more than 32 levels deep.")]
    TooDeep,
    /// A number with fraction or exponent, `-0`, or one beyond 64 bits.
    #[error("The text has a number that is not a plain integer.")]
    NotAnInteger,
    /// An integer of 2^53 or more in magnitude.
    #[error("The text has an integer of 2^53 or more.")]
    IntegerTooLarge,
    /// An object names the same member twice.
    #[error("The member '{0}' is named twice in one object.")]
    DuplicateKey(String),
    /// A member's name is not ASCII.
    #[error("The member name '{0}' is not ASCII.")]
    KeyNotAscii(String),
    /// Valid, but spelt otherwise than RFC 8785 spells it.
    #[error("The text is not in canonical form (RFC 8785).")]
    OtherSpelling,
}

/// The canonical bytes of a value.
///
/// ```
/// let bytes = record::canonical::to_bytes(&serde_json::json!({"b": 1, "a": "é"}))?;
/// assert_eq!(bytes, "{\"a\":\"é\",\"b\":1}".as_bytes());
/// # Ok::<(), record::canonical::NotCanonical>(())
/// ```
///
/// # Errors
/// When the value holds something outside the profile, or its bytes exceed [`MAX_BYTES`].
pub fn to_bytes<T: Serialize>(value: &T) -> Result<Vec<u8>, NotCanonical> {
    let bytes = serde_json_canonicalizer::to_vec(value).map_err(not_json)?;
    // Reading back checks the profile on what is really written, whatever `Serialize` did.
    read(&bytes)?;
    Ok(bytes)
}

/// Reads canonical bytes; afterwards `to_bytes(&parse(bytes)?)? == bytes`.
///
/// # Errors
/// The first fault found, see [`NotCanonical`].
pub fn parse(bytes: &[u8]) -> Result<Value, NotCanonical> {
    let value = read(bytes)?;
    // Within the profile and with keys in order, serde_json spells as RFC 8785 does, in a third of the time:
    // a verifier reads a million records.
    let canonical = serde_json::to_vec(&value).map_err(not_json)?;
    if canonical == bytes {
        Ok(value)
    } else {
        Err(NotCanonical::OtherSpelling)
    }
}

fn read(bytes: &[u8]) -> Result<Value, NotCanonical> {
    if bytes.len() > MAX_BYTES {
        return Err(NotCanonical::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| NotCanonical::NotUtf8)?;
    reader::read(text)
}

fn not_json(error: serde_json::Error) -> NotCanonical {
    NotCanonical::NotJson(error.to_string())
}

#[cfg(test)]
mod tests;
