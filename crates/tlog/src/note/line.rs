//! One signature line, signed-note "Signatures": `— <key name> base64(32-bit key ID || signature)`.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A signature line as read or made. It proves nothing until a [`Verifier`](super::Verifier) has checked it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub(super) name: String,
    pub(super) key_id: u32,
    pub(super) bytes: Vec<u8>,
}

impl Signature {
    /// Name of the key said to have signed.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Short identifier of that key; not a strong hash.
    pub fn key_id(&self) -> u32 {
        self.key_id
    }

    /// The signature itself, in the form its signature type defines.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Name and id as vkeys write them: `example.com/foo+530d903a`.
    pub fn key(&self) -> String {
        format!("{}+{:08x}", self.name, self.key_id)
    }

    pub(super) fn is_by_same_key(&self, other: &Self) -> bool {
        self.key_id == other.key_id && self.name == other.name
    }

    /// Reads a line without its newline.
    pub(super) fn read(line: &str) -> Option<Self> {
        let (name, encoded) = line.strip_prefix("— ")?.split_once(' ')?;
        let decoded = STANDARD.decode(encoded).ok()?;
        let (key_id, bytes) = decoded.split_first_chunk()?;
        if !is_key_name(name) || bytes.is_empty() {
            return None;
        }
        Some(Self {
            name: name.to_owned(),
            key_id: u32::from_be_bytes(*key_id),
            bytes: bytes.to_vec(),
        })
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [&self.key_id.to_be_bytes()[..], &self.bytes].concat();
        write!(f, "— {} {}", self.name, STANDARD.encode(bytes))
    }
}

/// Key names are not empty and hold no Unicode space and no plus; control characters no note may hold anyway.
pub(super) fn is_key_name(name: &str) -> bool {
    let forbidden = |c: char| c.is_whitespace() || c == '+' || c < ' ';
    !name.is_empty() && !name.contains(forbidden)
}
