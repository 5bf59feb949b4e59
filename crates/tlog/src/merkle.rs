//! The Merkle tree hash of RFC 6962 §2.1 (unchanged in RFC 9162 §2.1.1), with SHA-256.
//!
//! ```text
//! MTH({})      = SHA-256("")
//! MTH({d0})    = SHA-256(00 || d0)                                     leaf
//! MTH(D[0:n])  = SHA-256(01 || MTH(D[0:k]) || MTH(D[k:n]))             node, k = largest power of two < n
//! ```
//!
//! A [`Frontier`] folds leaf hashes into the root as they stream past, keeping only the roots of the complete
//! subtrees seen so far: one per bit set in the size.

use sha2::{Digest as _, Sha256};

use crate::Hash;

/// Size and root of a tree: what a checkpoint states and a proof is checked against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TreeHead {
    /// Number of leaves.
    pub size: u64,
    /// Merkle tree hash over those leaves.
    pub root: Hash,
}

/// The hash of a leaf, `SHA-256(00 || data)`.
pub fn leaf_hash(data: &[u8]) -> Hash {
    let digest = Sha256::new().chain_update([0x00]).chain_update(data);
    Hash(digest.finalize().into())
}

/// The hash of an interior node, `SHA-256(01 || left || right)`.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut input = [0x01; 65];
    input[1..33].copy_from_slice(&left.0);
    input[33..].copy_from_slice(&right.0);
    Hash(Sha256::digest(input).into())
}

/// The root of the tree without leaves, `SHA-256("")`.
///
/// ```
/// assert_eq!(tlog::empty_root().to_base64(), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
/// ```
pub fn empty_root() -> Hash {
    Hash(Sha256::digest([]).into())
}

/// The root over leaf hashes in log order, in O(log n) memory.
///
/// ```
/// use tlog::{leaf_hash, node_hash, root_of};
/// let (a, b, c) = (leaf_hash(b"a"), leaf_hash(b"b"), leaf_hash(b"c"));
/// assert_eq!(root_of([a, b, c]), node_hash(&node_hash(&a, &b), &c));
/// ```
pub fn root_of(leaves: impl IntoIterator<Item = Hash>) -> Hash {
    let mut frontier = Frontier::default();
    frontier.extend(leaves);
    frontier.root()
}

/// The right edge of a growing tree: enough to add leaves and to state the root at any size on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    /// Roots of the complete subtrees, largest first; one per bit set in `size`.
    peaks: Vec<Hash>,
}

impl Frontier {
    /// Number of leaves so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds the next leaf hash.
    pub fn push(&mut self, leaf: Hash) {
        let mut merged = leaf;
        for _ in 0..self.size.trailing_ones() {
            let left = self.peaks.pop().expect("a set bit has its peak");
            merged = node_hash(&left, &merged);
        }
        self.peaks.push(merged);
        self.size += 1;
    }

    /// The root at the present size.
    pub fn root(&self) -> Hash {
        fold_peaks(self.peaks.iter().copied()).unwrap_or_else(empty_root)
    }

    /// Size and root together.
    pub fn head(&self) -> TreeHead {
        TreeHead {
            size: self.size,
            root: self.root(),
        }
    }
}

impl Extend<Hash> for Frontier {
    fn extend<I: IntoIterator<Item = Hash>>(&mut self, leaves: I) {
        leaves.into_iter().for_each(|leaf| self.push(leaf));
    }
}

/// Joins complete subtrees, largest first, into the hash of the range they cover; `None` when there are none.
pub(crate) fn fold_peaks(peaks: impl DoubleEndedIterator<Item = Hash>) -> Option<Hash> {
    peaks.rev().reduce(|right, left| node_hash(&left, &right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_tree_has_the_hash_of_nothing() {
        assert_eq!(root_of([]), empty_root());
        assert_eq!(Frontier::default().head().size, 0);
    }

    #[test]
    fn a_frontier_states_every_root_on_the_way() {
        let leaves: Vec<Hash> = (0..70u8).map(|i| leaf_hash(&[i])).collect();
        let mut frontier = Frontier::default();
        for (i, leaf) in leaves.iter().enumerate() {
            frontier.push(*leaf);
            assert_eq!(frontier.root(), by_definition(&leaves[..=i]));
        }
    }

    fn by_definition(leaves: &[Hash]) -> Hash {
        if let [leaf] = leaves {
            return *leaf;
        }
        let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
        node_hash(&by_definition(left), &by_definition(right))
    }
}
