//! Where a hash stands in the tree, and how the hash of any stretch of leaves is put together.
//!
//! ```text
//! level 2            (2,0)
//! level 1      (1,0)       (1,1)       (1,2)
//! level 0   (0,0) (0,1) (0,2) (0,3) (0,4) (0,5) (0,6)      a tree of seven leaves: peaks (2,0) (1,2) (0,6)
//! ```
//!
//! Only complete subtrees have a [`Node`]: their hashes never change while the tree grows (RFC 6962 §2.1).

use std::ops::Range;

use crate::Hash;
use crate::merkle::fold_peaks;

/// The root of the complete subtree over leaves `index << level .. (index + 1) << level`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node {
    /// Height above the leaves, 0 to 63.
    pub level: u8,
    /// Position within the level, from the left.
    pub index: u64,
}

/// A hash that was needed and not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The hash at level {}, index {} of the tree is missing.", .0.level, .0.index)]
pub struct MissingHash(pub Node);

/// Stored tree hashes, for instance a [`TileMap`](crate::TileMap).
///
/// What it returns is not checked here: a wrong hash makes a proof that does not verify.
pub trait HashReader {
    /// The hash of a complete subtree.
    fn read(&self, node: Node) -> Result<Hash, MissingHash>;
}

impl<R: HashReader + ?Sized> HashReader for &R {
    fn read(&self, node: Node) -> Result<Hash, MissingHash> {
        (**self).read(node)
    }
}

/// The complete subtrees, largest first, that make up a stretch of leaves.
///
/// The start must be a multiple of the largest power of two within the length,
/// as it is for every `D[a:b]` in RFC 6962 §2.1.
pub(crate) fn complete_subtrees(leaves: Range<u64>) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut start = leaves.start;
    while start < leaves.end {
        let level = (leaves.end - start).ilog2();
        nodes.push(Node {
            level: level as u8,
            index: start >> level,
        });
        start += 1 << level;
    }
    nodes
}

/// `MTH(D[a:b])` for a stretch that is not empty.
pub(crate) fn range_hash(
    reader: &impl HashReader,
    leaves: Range<u64>,
) -> Result<Hash, MissingHash> {
    let nodes = complete_subtrees(leaves);
    let hashes: Vec<Hash> = nodes
        .into_iter()
        .map(|node| reader.read(node))
        .collect::<Result<_, _>>()?;
    Ok(fold_peaks(hashes.into_iter()).expect("the stretch holds a leaf"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_leaves_are_four_and_two_and_one() {
        let nodes = complete_subtrees(0..7)
            .into_iter()
            .map(|node| (node.level, node.index));
        assert_eq!(nodes.collect::<Vec<_>>(), [(2, 0), (1, 2), (0, 6)]);
    }

    #[test]
    fn the_largest_tree_does_not_overflow() {
        assert_eq!(complete_subtrees(0..u64::MAX).len(), 64);
    }
}
