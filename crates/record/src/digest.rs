//! A SHA-256 value as records write it: 64 lower-case hex digits.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

use crate::text_form::text_form;

/// A SHA-256 digest (FIPS 180-4), 32 bytes; in JSON 64 lower-case hex digits.
///
/// ```
/// let digest = record::Digest::of(b"");
/// assert_eq!(digest.short(), "e3b0c44298");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

/// The text is not 64 lower-case hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("A digest is written as 64 lower-case hex digits.")]
pub struct NotADigest;

impl Digest {
    /// The digest of exactly these bytes.
    pub fn of(bytes: impl AsRef<[u8]>) -> Self {
        Self(Sha256::digest(bytes.as_ref()).into())
    }

    /// The first ten hex digits, for people to compare.
    pub fn short(&self) -> String {
        hex::encode(&self.0[..5])
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Digest {
    type Err = NotADigest;

    fn from_str(text: &str) -> Result<Self, NotADigest> {
        text.parse::<tlog::Hash>()
            .map(Self::from)
            .map_err(|_| NotADigest)
    }
}

impl From<tlog::Hash> for Digest {
    fn from(hash: tlog::Hash) -> Self {
        Self(hash.0)
    }
}

impl From<Digest> for tlog::Hash {
    fn from(digest: Digest) -> Self {
        Self(digest.0)
    }
}

text_form!(Digest);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_has_one_spelling() {
        let digest = Digest::of("a text");
        assert_eq!(digest.to_string().parse(), Ok(digest));
        assert_eq!(
            digest.to_string().to_uppercase().parse::<Digest>(),
            Err(NotADigest)
        );
        assert_eq!(digest.short().parse::<Digest>(), Err(NotADigest));
    }
}
