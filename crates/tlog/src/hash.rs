//! A SHA-256 value, as it stands in trees, checkpoints and proofs.
//!
//! Two spellings exist: 64 lower-case hex digits where people read it, and standard base64 with padding
//! (RFC 4648 §4, 44 characters) in every C2SP format. Both are read strictly: one value, one spelling.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A 32-byte SHA-256 value.
///
/// ```
/// let hash = tlog::leaf_hash(b"");
/// let hex = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
/// assert_eq!(hash.to_string(), hex);
/// assert_eq!(hex.parse::<tlog::Hash>()?, hash);
/// # Ok::<(), tlog::hash::HashError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

/// Why a text or byte string is not a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HashError {
    /// The text is not 64 lower-case hex digits.
    #[error("A hash is written as 64 lower-case hex digits.")]
    Hex,
    /// The text is not the canonical base64 of 32 bytes.
    #[error("A hash is written as the 44 base64 characters of 32 bytes.")]
    Base64,
    /// The byte string is not 32 bytes long.
    #[error("A hash is 32 bytes long.")]
    Length,
}

impl Hash {
    /// Length in bytes.
    pub const SIZE: usize = 32;

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8; Self::SIZE] {
        &self.0
    }

    /// Standard base64 with padding, 44 characters.
    pub fn to_base64(&self) -> String {
        STANDARD.encode(self.0)
    }

    /// Reads standard base64; refuses missing padding and stray bits, so that a hash has one spelling only.
    ///
    /// ```
    /// let root = tlog::Hash::from_base64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")?;
    /// assert_eq!(root.to_base64(), "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
    /// assert!(tlog::Hash::from_base64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=").is_err());
    /// # Ok::<(), tlog::hash::HashError>(())
    /// ```
    pub fn from_base64(text: &str) -> Result<Self, HashError> {
        let bytes = STANDARD.decode(text).map_err(|_| HashError::Base64)?;
        bytes.try_into().map(Self).map_err(|_| HashError::Base64)
    }
}

impl From<[u8; 32]> for Hash {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl TryFrom<&[u8]> for Hash {
    type Error = HashError;

    fn try_from(bytes: &[u8]) -> Result<Self, HashError> {
        bytes.try_into().map(Self).map_err(|_| HashError::Length)
    }
}

impl AsRef<[u8]> for Hash {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Hash {
    type Err = HashError;

    fn from_str(text: &str) -> Result<Self, HashError> {
        let digits: &[u8; 64] = text.as_bytes().try_into().map_err(|_| HashError::Hex)?;
        let mut bytes = [0; Self::SIZE];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = (hex_digit(pair[0])? << 4) | hex_digit(pair[1])?;
        }
        Ok(Self(bytes))
    }
}

fn hex_digit(digit: u8) -> Result<u8, HashError> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(HashError::Hex),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_read_back() {
        let hash = Hash(std::array::from_fn(|i| (i * 7 + 129) as u8));
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert_eq!(Hash::from_base64(&hash.to_base64()), Ok(hash));
        assert_eq!(format!("{hash:?}"), hash.to_string());
    }

    #[test]
    fn another_spelling_is_refused() {
        let hash = Hash([0xab; 32]);
        let upper = hash.to_string().to_uppercase();
        assert_eq!(upper.parse::<Hash>(), Err(HashError::Hex));
        assert_eq!("ab".parse::<Hash>(), Err(HashError::Hex));
        assert_eq!("é".repeat(32).parse::<Hash>(), Err(HashError::Hex));
        let unpadded = hash.to_base64().replace('=', "");
        assert_eq!(Hash::from_base64(&unpadded), Err(HashError::Base64));
        assert_eq!(Hash::try_from(&[0; 31][..]), Err(HashError::Length));
    }
}
