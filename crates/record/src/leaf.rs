//! The 64 bytes that stand in the log for one record: no names, no text.
//!
//! ```text
//!  0        1       2       4                12            28         32           64
//! ┌────────┬───────┬───────┬────────────────┬─────────────┬──────────┬────────────┐
//! │ ver=1  │ class │ flags │ recorded_ms    │ lineage G   │ reserved │ commitment │
//! │ u8     │ u8    │ u16=0 │ u64 big endian │ 16 bytes    │ u32=0    │ C 32 bytes │
//! └────────┴───────┴───────┴────────────────┴─────────────┴──────────┴────────────┘
//! leaf hash = SHA-256(00 || leaf)                                  (RFC 6962 §2.1)
//! ```
//!
//! The class is readable without the record, so that a governance record left out of a pack can be named.
//! Padding and sealed leaves carry time 0 and a random lineage: they must not tell when, nor about what.

use std::fmt;

use crate::commitment::{Commitment, Lineage};

const VERSION: u8 = 1;

/// Who may see the record behind a leaf, and whether a pack may leave it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// 0: no record; cover for sealed ones.
    Padding = 0,
    /// 1: acts of management. A pack must contain every one of its period.
    Governance = 1,
    /// 2: acts of and about staff. Counted, and sampled.
    People = 2,
    /// 3: concerns and disciplinary cases.
    Sealed = 3,
    /// 4: keys, roles and settings of the system itself. A pack must contain every one of its period.
    Control = 4,
}

impl Class {
    /// Whether a leaf of this class hides its time and its lineage.
    pub fn is_blind(self) -> bool {
        matches!(self, Self::Padding | Self::Sealed)
    }
}

impl TryFrom<u8> for Class {
    type Error = BadLeaf;

    fn try_from(byte: u8) -> Result<Self, BadLeaf> {
        match byte {
            0 => Ok(Self::Padding),
            1 => Ok(Self::Governance),
            2 => Ok(Self::People),
            3 => Ok(Self::Sealed),
            4 => Ok(Self::Control),
            other => Err(BadLeaf::UnknownClass(other)),
        }
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Padding => "padding",
            Self::Governance => "governance",
            Self::People => "people",
            Self::Sealed => "sealed",
            Self::Control => "control",
        })
    }
}

/// A leaf, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// What kind of record stands behind it.
    pub class: Class,
    /// When it was recorded, milliseconds since 1970; 0 for blind classes.
    pub recorded_ms: u64,
    /// Links the revisions of one object; random for blind classes.
    pub lineage: Lineage,
    /// Binds the record.
    pub commitment: Commitment,
}

/// Why 64 bytes are not a leaf of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadLeaf {
    /// Not 64 bytes.
    #[error("A leaf is 64 bytes long.")]
    Length,
    /// A version other than 1.
    #[error("The leaf has version {0}; this program knows version 1.")]
    UnknownVersion(u8),
    /// A class other than 0 to 4.
    #[error("The leaf has class {0}, which does not exist.")]
    UnknownClass(u8),
    /// Flags or reserved bytes that are not zero.
    #[error("The leaf uses bytes that are reserved.")]
    ReservedBytes,
    /// A padding or sealed leaf that tells its time.
    #[error("A {0} leaf must not tell its time.")]
    TimeOnBlindLeaf(Class),
}

impl Leaf {
    /// Length in bytes.
    pub const SIZE: usize = 64;

    /// The bytes that are logged.
    pub fn to_bytes(&self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        bytes[0] = VERSION;
        bytes[1] = self.class as u8;
        bytes[4..12].copy_from_slice(&self.recorded_ms.to_be_bytes());
        bytes[12..28].copy_from_slice(&self.lineage.0);
        bytes[32..].copy_from_slice(&self.commitment.0);
        bytes
    }

    /// Reads a leaf; afterwards `parse(bytes)?.to_bytes() == bytes`.
    ///
    /// # Errors
    /// See [`BadLeaf`].
    pub fn parse(bytes: &[u8]) -> Result<Self, BadLeaf> {
        let bytes: &[u8; Self::SIZE] = bytes.try_into().map_err(|_| BadLeaf::Length)?;
        if bytes[0] != VERSION {
            return Err(BadLeaf::UnknownVersion(bytes[0]));
        }
        let class = Class::try_from(bytes[1])?;
        if bytes[2..4] != [0; 2] || bytes[28..32] != [0; 4] {
            return Err(BadLeaf::ReservedBytes);
        }
        let recorded_ms = u64::from_be_bytes(part(bytes, 4));
        if class.is_blind() && recorded_ms != 0 {
            return Err(BadLeaf::TimeOnBlindLeaf(class));
        }
        Ok(Self {
            class,
            recorded_ms,
            lineage: Lineage(part(bytes, 12)),
            commitment: Commitment(part(bytes, 32)),
        })
    }

    /// The hash that enters the tree (RFC 6962 §2.1).
    pub fn hash(&self) -> tlog::Hash {
        tlog::leaf_hash(&self.to_bytes())
    }
}

/// `N` bytes from `start`; callers stay within the leaf.
fn part<const N: usize>(bytes: &[u8; Leaf::SIZE], start: usize) -> [u8; N] {
    std::array::from_fn(|i| bytes[start + i])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn leaf() -> Leaf {
        Leaf {
            class: Class::Governance,
            recorded_ms: 0x0102_0304_0506_0708,
            lineage: Lineage([0x11; 16]),
            commitment: Commitment([0xcc; 32]),
        }
    }

    #[test]
    fn a_leaf_looks_as_drawn() {
        let hex = format!(
            "01010000{}{}00000000{}",
            "0102030405060708",
            "11".repeat(16),
            "cc".repeat(32)
        );
        assert_eq!(hex::encode(leaf().to_bytes()), hex);
        assert_eq!(Leaf::parse(&leaf().to_bytes()), Ok(leaf()));
    }

    #[test]
    fn the_leaf_hash_is_that_of_the_tree() {
        assert_eq!(leaf().hash(), tlog::leaf_hash(&leaf().to_bytes()));
    }

    #[test]
    fn what_is_not_a_leaf_is_refused_by_name() {
        let with = |at: usize, byte: u8| {
            let mut bytes = leaf().to_bytes();
            bytes[at] = byte;
            Leaf::parse(&bytes)
        };
        assert_eq!(Leaf::parse(&[1; 63]), Err(BadLeaf::Length));
        assert_eq!(with(0, 2), Err(BadLeaf::UnknownVersion(2)));
        assert_eq!(with(1, 5), Err(BadLeaf::UnknownClass(5)));
        assert_eq!(with(3, 1), Err(BadLeaf::ReservedBytes));
        assert_eq!(with(28, 1), Err(BadLeaf::ReservedBytes));
        assert_eq!(with(1, 3), Err(BadLeaf::TimeOnBlindLeaf(Class::Sealed)));
        assert_eq!(with(1, 0), Err(BadLeaf::TimeOnBlindLeaf(Class::Padding)));
    }

    proptest! {
        #[test]
        fn any_leaf_that_is_read_writes_back(mut bytes in prop::collection::vec(any::<u8>(), 64), class in 0u8..6) {
            (bytes[0], bytes[1], bytes[2], bytes[3]) = (1, class, 0, 0);
            bytes[28..32].fill(0);
            if let Ok(leaf) = Leaf::parse(&bytes) {
                prop_assert_eq!(leaf.to_bytes().to_vec(), bytes);
            }
        }
    }
}
