//! Inclusion and consistency proofs, RFC 6962 §2.1.1 and §2.1.2.
//!
//! ```text
//! PATH(m, D[n])   = PATH(m, D[0:k]) : MTH(D[k:n])              when m < k, else
//!                   PATH(m - k, D[k:n]) : MTH(D[0:k])          inclusion of leaf m
//! PROOF(m, D[n])  = SUBPROOF(m, D[n], true)                    consistency of D[0:m] with D[0:n]
//! ```
//!
//! Prover and verifier share one plan: the stretches of leaves whose hashes make up the proof, lowest first.
//! The prover hashes each stretch; the verifier joins each hash to the left or to the right of what it has.
//! A plan depends on sizes only, so an async caller learns from it which tiles to load
//! ([`tile::for_inclusion`](crate::tile::for_inclusion), [`tile::for_consistency`](crate::tile::for_consistency)).

use std::ops::Range;

use crate::merkle::{TreeHead, empty_root, node_hash};
use crate::node::{HashReader, MissingHash, range_hash};
use crate::{Hash, Node};

/// Why a proof cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotProve {
    /// The leaf lies outside the tree.
    #[error("Leaf {index} is not in a tree of {size} leaves.")]
    NoSuchLeaf {
        /// Zero-based index asked for.
        index: u64,
        /// Size of the tree.
        size: u64,
    },
    /// The older tree is the larger one.
    #[error("A tree of {old} leaves cannot be the beginning of one of {new}.")]
    OldIsLarger {
        /// Size of the tree said to be older.
        old: u64,
        /// Size of the tree said to be newer.
        new: u64,
    },
    /// A hash of the tree was not there to be read.
    #[error(transparent)]
    Missing(#[from] MissingHash),
}

/// Why an inclusion proof does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotIncluded {
    /// The leaf lies outside the tree.
    #[error("Leaf {index} is not in a tree of {size} leaves.")]
    NoSuchLeaf {
        /// Zero-based index claimed.
        index: u64,
        /// Size of the tree.
        size: u64,
    },
    /// The proof has too few or too many hashes for this leaf and size.
    #[error("The inclusion proof has {found} hashes where {expected} belong.")]
    WrongLength {
        /// Number of hashes RFC 6962 asks for.
        expected: usize,
        /// Number of hashes given.
        found: usize,
    },
    /// The proof leads to another root.
    #[error("The inclusion proof leads to another root than the one stated.")]
    OtherRoot,
}

/// Why a consistency proof does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotConsistent {
    /// The older tree is the larger one.
    #[error("A tree of {old} leaves cannot be the beginning of one of {new}.")]
    OldIsLarger {
        /// Size of the tree said to be older.
        old: u64,
        /// Size of the tree said to be newer.
        new: u64,
    },
    /// The proof has too few or too many hashes for these sizes.
    #[error("The consistency proof has {found} hashes where {expected} belong.")]
    WrongLength {
        /// Number of hashes RFC 6962 asks for.
        expected: usize,
        /// Number of hashes given.
        found: usize,
    },
    /// The proof does not lead to the older root.
    #[error("The consistency proof does not lead to the older root.")]
    OtherOldRoot,
    /// The proof does not lead to the newer root.
    #[error("The consistency proof does not lead to the newer root.")]
    OtherNewRoot,
}

/// The audit path of leaf `index` in the tree of `size` leaves, lowest sibling first (RFC 6962 §2.1.1).
///
/// ```
/// use tlog::{EdgeTree, TileMap, TreeHead, leaf_hash, prove_inclusion, verify_inclusion};
/// let mut tree = EdgeTree::default();
/// let tiles: TileMap = tree.extend((0..300u16).map(|i| leaf_hash(&i.to_be_bytes()))).into_iter().collect();
///
/// let proof = prove_inclusion(&tiles, 7, 300)?;
/// verify_inclusion(&proof, 7, &leaf_hash(&7u16.to_be_bytes()), &tree.head()).expect("leaf 7 is in the tree");
/// # Ok::<(), tlog::proof::CannotProve>(())
/// ```
pub fn prove_inclusion(
    reader: &impl HashReader,
    index: u64,
    size: u64,
) -> Result<Vec<Hash>, CannotProve> {
    if index >= size {
        return Err(CannotProve::NoSuchLeaf { index, size });
    }
    hash_all(reader, inclusion_plan(index, size))
}

/// The proof that the first `old` of `new` leaves are the older tree (RFC 6962 §2.1.2).
///
/// Empty when the trees have the same size, and for the tree without leaves, which begins every tree.
pub fn prove_consistency(
    reader: &impl HashReader,
    old: u64,
    new: u64,
) -> Result<Vec<Hash>, CannotProve> {
    if old > new {
        return Err(CannotProve::OldIsLarger { old, new });
    }
    hash_all(reader, consistency_plan(old, new))
}

/// Checks that leaf `index` of the tree with this head has this leaf hash.
///
/// RFC 6962 does not bind the size into the root: size and root must come from one signed checkpoint.
pub fn verify_inclusion(
    proof: &[Hash],
    index: u64,
    leaf: &Hash,
    head: &TreeHead,
) -> Result<(), NotIncluded> {
    let size = head.size;
    if index >= size {
        return Err(NotIncluded::NoSuchLeaf { index, size });
    }
    let plan = inclusion_plan(index, size);
    let (expected, found) = (plan.len(), proof.len());
    if found != expected {
        return Err(NotIncluded::WrongLength { expected, found });
    }
    let root = plan
        .iter()
        .zip(proof)
        .fold(*leaf, |below, (stretch, sibling)| {
            if stretch.start > index {
                node_hash(&below, sibling)
            } else {
                node_hash(sibling, &below)
            }
        });
    if root != head.root {
        return Err(NotIncluded::OtherRoot);
    }
    Ok(())
}

/// Checks that the newer tree begins with the older one: nothing was changed, moved or dropped.
pub fn verify_consistency(
    proof: &[Hash],
    old: &TreeHead,
    new: &TreeHead,
) -> Result<(), NotConsistent> {
    if old.size > new.size {
        return Err(NotConsistent::OldIsLarger {
            old: old.size,
            new: new.size,
        });
    }
    let plan = consistency_plan(old.size, new.size);
    let (expected, found) = (plan.len(), proof.len());
    if found != expected {
        return Err(NotConsistent::WrongLength { expected, found });
    }
    if old.size == 0 {
        return begins_empty(old, new);
    }
    let (old_root, new_root) = both_roots(proof, &plan, old);
    if old_root != old.root {
        return Err(NotConsistent::OtherOldRoot);
    }
    if new_root != new.root {
        return Err(NotConsistent::OtherNewRoot);
    }
    Ok(())
}

fn begins_empty(old: &TreeHead, new: &TreeHead) -> Result<(), NotConsistent> {
    if old.root != empty_root() {
        return Err(NotConsistent::OtherOldRoot);
    }
    if new.size == 0 && new.root != old.root {
        return Err(NotConsistent::OtherNewRoot);
    }
    Ok(())
}

/// Climbs from the last subtree of the old tree: what lies before `old.size` belongs to both roots.
///
/// When the old tree is itself a complete subtree of the new one, the climb starts at its root and the
/// proof does not repeat it (the `b = true` case of SUBPROOF).
fn both_roots(proof: &[Hash], plan: &[Range<u64>], old: &TreeHead) -> (Hash, Hash) {
    let mut steps = plan.iter().zip(proof).peekable();
    let start = steps.next_if(|(stretch, _)| stretch.end == old.size && stretch.start > 0);
    let start = start.map_or(old.root, |(_, hash)| *hash);
    steps.fold((start, start), |(in_old, in_new), (stretch, hash)| {
        if stretch.start >= old.size {
            (in_old, node_hash(&in_new, hash))
        } else {
            (node_hash(hash, &in_old), node_hash(hash, &in_new))
        }
    })
}

fn hash_all(reader: &impl HashReader, plan: Vec<Range<u64>>) -> Result<Vec<Hash>, CannotProve> {
    let hashes = plan.into_iter().map(|stretch| range_hash(reader, stretch));
    Ok(hashes.collect::<Result<_, _>>()?)
}

/// The siblings on the way from leaf `index` to the root. Needs `index < size`.
pub(crate) fn inclusion_plan(index: u64, size: u64) -> Vec<Range<u64>> {
    let mut plan = Vec::new();
    let (mut start, mut end) = (0, size);
    while end - start > 1 {
        let middle = split(start, end);
        if index < middle {
            plan.push(middle..end);
            end = middle;
        } else {
            plan.push(start..middle);
            start = middle;
        }
    }
    plan.reverse();
    plan
}

/// The stretches of `PROOF(old, D[new])`. Needs `old <= new`.
pub(crate) fn consistency_plan(old: u64, new: u64) -> Vec<Range<u64>> {
    let mut plan = Vec::new();
    if old == 0 {
        return plan;
    }
    let (mut start, mut end) = (0, new);
    while old != end {
        let middle = split(start, end);
        if old <= middle {
            plan.push(middle..end);
            end = middle;
        } else {
            plan.push(start..middle);
            start = middle;
        }
    }
    if start > 0 {
        plan.push(start..end);
    }
    plan.reverse();
    plan
}

/// The complete subtrees a plan is hashed from.
pub(crate) fn nodes_of(plan: Vec<Range<u64>>) -> impl Iterator<Item = Node> {
    plan.into_iter().flat_map(crate::node::complete_subtrees)
}

/// Start plus the largest power of two smaller than the length, which is at least two.
fn split(start: u64, end: u64) -> u64 {
    start + (1 << (end - start - 1).ilog2())
}
