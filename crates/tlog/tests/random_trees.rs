//! Every proof of every tree verifies, and nothing that differs from it in one bit does.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot be set up should stop"
)]

use proptest::prelude::*;
use tlog::proof::{CannotProve, NotConsistent, NotIncluded};
use tlog::{EdgeTree, Hash, TileMap, TreeHead};
use tlog::{empty_root, leaf_hash, root_of, tile};
use tlog::{prove_consistency, prove_inclusion, verify_consistency, verify_inclusion};

/// A tree with all its tiles, and its leaves.
struct Tree {
    tiles: Vec<tlog::Tile>,
    leaves: Vec<Hash>,
}

impl Tree {
    fn of(size: u64) -> Self {
        let leaves: Vec<Hash> = (0..size).map(|i| leaf_hash(&i.to_be_bytes())).collect();
        let tiles = EdgeTree::default().extend(leaves.iter().copied());
        Self { tiles, leaves }
    }

    fn head(&self, size: u64) -> TreeHead {
        let root = root_of(self.leaves[..size as usize].iter().copied());
        TreeHead { size, root }
    }

    /// Only the tiles an async caller would have loaded.
    fn only(&self, wanted: std::collections::BTreeSet<tlog::TileId>) -> TileMap {
        let loaded: TileMap = self
            .tiles
            .iter()
            .filter(|tile| wanted.contains(&tile.id()))
            .cloned()
            .collect();
        assert!(
            wanted.iter().all(|id| loaded.holds(id)),
            "a tile was asked for that the tree does not have"
        );
        loaded
    }

    fn inclusion(&self, index: u64) -> Vec<Hash> {
        let size = self.leaves.len() as u64;
        let tiles = self.only(tile::for_inclusion(index, size).unwrap());
        prove_inclusion(&tiles, index, size).unwrap()
    }

    fn consistency(&self, old: u64) -> Vec<Hash> {
        let size = self.leaves.len() as u64;
        let tiles = self.only(tile::for_consistency(old, size).unwrap());
        prove_consistency(&tiles, old, size).unwrap()
    }
}

fn size_and_part() -> impl Strategy<Value = (u64, u64)> {
    let sizes = prop_oneof![1..40u64, 250..260u64, 1..3000u64, 65_530..65_545u64];
    sizes.prop_flat_map(|size| (Just(size), 0..size))
}

fn flipped(hash: Hash, bit: usize) -> Hash {
    let mut bytes = hash.0;
    bytes[bit / 8] ^= 1 << (bit % 8);
    Hash(bytes)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_inclusion_proof_holds_and_no_changed_one_does((size, index) in size_and_part(), bit in 0..256usize) {
        let tree = Tree::of(size);
        let (head, leaf) = (tree.head(size), tree.leaves[index as usize]);
        let proof = tree.inclusion(index);
        prop_assert_eq!(verify_inclusion(&proof, index, &leaf, &head), Ok(()));

        for at in 0..proof.len() {
            let mut changed = proof.clone();
            changed[at] = flipped(changed[at], bit);
            prop_assert_eq!(verify_inclusion(&changed, index, &leaf, &head), Err(NotIncluded::OtherRoot));
        }
        let other_head = TreeHead { root: flipped(head.root, bit), ..head };
        prop_assert!(verify_inclusion(&proof, index, &leaf, &other_head).is_err());
        prop_assert!(verify_inclusion(&proof, index, &flipped(leaf, bit), &head).is_err());
        for index_bit in 0..u64::BITS {
            prop_assert!(verify_inclusion(&proof, index ^ (1 << index_bit), &leaf, &head).is_err());
        }
        let longer = [&proof[..], &[leaf]].concat();
        prop_assert!(verify_inclusion(&longer, index, &leaf, &head).is_err());
    }

    #[test]
    fn every_consistency_proof_holds_and_no_changed_one_does((size, before) in size_and_part(), bit in 0..256usize) {
        let tree = Tree::of(size);
        let (new, old) = (tree.head(size), tree.head(before + 1));
        let proof = tree.consistency(old.size);
        prop_assert_eq!(verify_consistency(&proof, &old, &new), Ok(()));

        for at in 0..proof.len() {
            let mut changed = proof.clone();
            changed[at] = flipped(changed[at], bit);
            prop_assert!(verify_consistency(&changed, &old, &new).is_err());
        }
        let other_old = TreeHead { root: flipped(old.root, bit), ..old };
        let other_new = TreeHead { root: flipped(new.root, bit), ..new };
        prop_assert!(verify_consistency(&proof, &other_old, &new).is_err());
        prop_assert!(verify_consistency(&proof, &old, &other_new).is_err());
        let longer = [&proof[..], &[new.root]].concat();
        prop_assert!(verify_consistency(&longer, &old, &new).is_err());
    }
}

#[test]
fn every_proof_of_every_small_tree_holds() {
    for size in 1..=70 {
        let tree = Tree::of(size);
        let head = tree.head(size);
        for part in 0..size {
            let inclusion = tree.inclusion(part);
            assert_eq!(
                verify_inclusion(&inclusion, part, &tree.leaves[part as usize], &head),
                Ok(())
            );
            let consistency = tree.consistency(part + 1);
            assert_eq!(
                verify_consistency(&consistency, &tree.head(part + 1), &head),
                Ok(())
            );
        }
    }
}

#[test]
fn the_tree_without_leaves_begins_every_tree_and_only_it() {
    let tree = Tree::of(5);
    let (empty, full) = (tree.head(0), tree.head(5));
    assert_eq!(tree.consistency(0), []);
    assert_eq!(verify_consistency(&[], &empty, &full), Ok(()));
    assert_eq!(verify_consistency(&[], &empty, &empty), Ok(()));

    let forged = TreeHead {
        size: 0,
        root: full.root,
    };
    assert_eq!(
        verify_consistency(&[], &forged, &full),
        Err(NotConsistent::OtherOldRoot)
    );
    assert_eq!(
        verify_consistency(&[], &empty, &forged),
        Err(NotConsistent::OtherNewRoot)
    );
    assert_eq!(empty.root, empty_root());
}

#[test]
fn a_tree_does_not_begin_with_a_larger_one_or_another_of_its_size() {
    let tree = Tree::of(5);
    let (four, five) = (tree.head(4), tree.head(5));
    let shrunk = verify_consistency(&[], &five, &four);
    assert_eq!(shrunk, Err(NotConsistent::OldIsLarger { old: 5, new: 4 }));

    let rewritten = TreeHead {
        size: 5,
        root: four.root,
    };
    assert_eq!(
        verify_consistency(&[], &five, &rewritten),
        Err(NotConsistent::OtherNewRoot)
    );
}

#[test]
fn what_cannot_be_proven_is_named() {
    let tiles = TileMap::default();
    let no_such_leaf = CannotProve::NoSuchLeaf { index: 5, size: 5 };
    assert_eq!(prove_inclusion(&tiles, 5, 5), Err(no_such_leaf));
    assert_eq!(tile::for_inclusion(5, 5), Err(no_such_leaf));
    let old_is_larger = CannotProve::OldIsLarger { old: 6, new: 5 };
    assert_eq!(prove_consistency(&tiles, 6, 5), Err(old_is_larger));
    assert_eq!(tile::for_consistency(6, 5), Err(old_is_larger));
    assert!(matches!(
        prove_inclusion(&tiles, 0, 5),
        Err(CannotProve::Missing(_))
    ));
}

#[test]
fn sizes_at_the_end_of_the_number_range_are_refused_without_overflow() {
    let head = TreeHead {
        size: u64::MAX,
        root: empty_root(),
    };
    let path = [empty_root(); 64];
    let last = u64::MAX - 1;
    assert!(verify_inclusion(&path, last, &empty_root(), &head).is_err());
    assert!(verify_inclusion(&path, 0, &empty_root(), &head).is_err());
    let old = TreeHead {
        size: last,
        root: empty_root(),
    };
    assert!(verify_consistency(&path, &old, &head).is_err());
    assert!(!tile::for_consistency(last, u64::MAX).unwrap().is_empty());
}
