//! The salted commitment to a record, and the blind name of its lineage.
//!
//! ```text
//! C = SHA-256("countersign/commit/v1"  00 || salt[32] || SHA-256(canonical bytes))
//! G = SHA-256("countersign/lineage/v1" 00 || object id[16])[:16]
//! ```
//!
//! The 256-bit salt hides content that could be guessed (a date, a yes); SHA-256 binds it.
//! Deleting record and salt erases the content; the log keeps only `C`, which then says nothing.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::id::ObjectId;

/// 32 random bytes, one set per record, kept beside the record.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 32]);

impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(…)")
    }
}

/// The 32 bytes `C` that a leaf carries for a record.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Commitment(pub [u8; 32]);

impl Commitment {
    /// Commits to exactly these bytes.
    ///
    /// ```
    /// use record::{Commitment, Salt};
    /// let commitment = Commitment::to(b"{}", &Salt([7; 32]));
    /// assert_ne!(commitment, Commitment::to(b"{}", &Salt([8; 32])));
    /// ```
    pub fn to(bytes: &[u8], salt: &Salt) -> Self {
        let hash = Sha256::new_with_prefix(b"countersign/commit/v1\0").chain_update(salt.0);
        Self(hash.chain_update(Sha256::digest(bytes)).finalize().into())
    }
}

impl fmt::Debug for Commitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

/// The 16 bytes `G` that link all revisions of one object for whoever knows the object id, and for nobody else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lineage(pub [u8; 16]);

impl Lineage {
    /// The lineage of an object.
    pub fn of(obj: ObjectId) -> Self {
        let digest = Sha256::new_with_prefix(b"countersign/lineage/v1\0")
            .chain_update(obj.0)
            .finalize();
        let mut lineage = [0; 16];
        lineage.copy_from_slice(&digest[..16]);
        Self(lineage)
    }
}

impl fmt::Debug for Lineage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commitment_is_what_the_drawing_says() {
        let inner = Sha256::digest(b"{}");
        let outer = [b"countersign/commit/v1\0".as_slice(), &[7; 32], &inner].concat();
        assert_eq!(
            Commitment::to(b"{}", &Salt([7; 32])).0,
            <[u8; 32]>::from(Sha256::digest(outer))
        );
    }

    #[test]
    fn a_lineage_is_what_the_drawing_says() {
        let digest = Sha256::digest([b"countersign/lineage/v1\0".as_slice(), &[9; 16]].concat());
        assert_eq!(Lineage::of(ObjectId([9; 16])).0, digest[..16]);
    }

    #[test]
    fn a_salt_is_never_printed() {
        assert_eq!(format!("{:?}", Salt([7; 32])), "Salt(…)");
    }
}
