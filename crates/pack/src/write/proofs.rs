//! Inclusion proofs for chosen leaves, gathered while all leaves stream past (RFC 6962 §2.1.1).
//!
//! Kept are the siblings on the way from each chosen leaf to the root and the peaks of the tree, nothing else.

use std::collections::{BTreeMap, BTreeSet};

use tlog::{Hash, HashReader, MissingHash, Node, node_hash, prove_inclusion};

/// With more governance records than this, separate proofs are left out: each can be made from `entries.bin`.
const MAX_PROOFS: usize = 20_000;

pub(super) struct Proofs {
    size: u64,
    /// Complete subtrees so far, largest first: the frontier, each with its place.
    peaks: Vec<(Node, Hash)>,
    chosen: BTreeSet<u64>,
    kept: BTreeMap<(u8, u64), Hash>,
}

impl Proofs {
    pub(super) fn new(size: u64) -> Self {
        Self {
            size,
            peaks: Vec::new(),
            chosen: BTreeSet::new(),
            kept: BTreeMap::new(),
        }
    }

    /// Takes the next leaf hash; whether a proof for it will be wanted.
    pub(super) fn push(&mut self, leaf: Hash, is_chosen: bool) {
        let index = self.peaks.iter().map(|(node, _)| 1 << node.level).sum();
        if is_chosen && self.chosen.len() <= MAX_PROOFS {
            self.chosen.insert(index);
        }
        let (mut node, mut hash) = (Node { level: 0, index }, leaf);
        while let Some((left, left_hash)) = self.peaks.pop_if(|(peak, _)| peak.level == node.level)
        {
            self.keep_if_needed(left, left_hash, node);
            self.keep_if_needed(node, hash, left);
            hash = node_hash(&left_hash, &hash);
            node = Node {
                level: node.level + 1,
                index: node.index >> 1,
            };
        }
        self.peaks.push((node, hash));
    }

    /// Whether there is a proof for this leaf; asked when all leaves have passed.
    pub(super) fn is_chosen(&self, index: u64) -> bool {
        self.chosen.len() <= MAX_PROOFS && self.chosen.contains(&index)
    }

    /// Proofs for chosen leaves.
    pub(super) fn of(&self, indices: &[u64]) -> impl Iterator<Item = (u64, Vec<Hash>)> {
        indices.iter().filter_map(|&index| {
            prove_inclusion(self, index, self.size)
                .ok()
                .map(|path| (index, path))
        })
    }

    /// A node is on the path of every leaf below its sibling.
    fn keep_if_needed(&mut self, node: Node, hash: Hash, sibling: Node) {
        let below = sibling.index << sibling.level..(sibling.index + 1) << sibling.level;
        if self.chosen.range(below).next().is_some() {
            self.kept.insert((node.level, node.index), hash);
        }
    }
}

impl HashReader for Proofs {
    fn read(&self, node: Node) -> Result<Hash, MissingHash> {
        let peak = self
            .peaks
            .iter()
            .find(|(peak, _)| *peak == node)
            .map(|(_, hash)| *hash);
        peak.or_else(|| self.kept.get(&(node.level, node.index)).copied())
            .ok_or(MissingHash(node))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tlog::{TreeHead, leaf_hash, root_of, verify_inclusion};

    #[test]
    fn every_chosen_leaf_gets_its_proof_at_every_size() {
        for size in 1..70u64 {
            let leaves: Vec<Hash> = (0..size).map(|i| leaf_hash(&i.to_be_bytes())).collect();
            let mut proofs = Proofs::new(size);
            leaves
                .iter()
                .enumerate()
                .for_each(|(i, leaf)| proofs.push(*leaf, i % 3 == 0));
            let head = TreeHead {
                size,
                root: root_of(leaves.iter().copied()),
            };
            let all: Vec<u64> = (0..size).filter(|&index| proofs.is_chosen(index)).collect();
            let made: Vec<_> = proofs.of(&all).collect();
            assert_eq!(made.len() as u64, size.div_ceil(3));
            for (index, path) in made {
                verify_inclusion(&path, index, &leaves[index as usize], &head).unwrap();
            }
        }
    }
}
