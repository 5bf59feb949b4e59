//! What this crate writes, another implementation in Rust (`tlog_tiles`, `signed_note`) reads, and the reverse.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot be set up should stop"
)]

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;
use signed_note::{Note, Signer as _, StandardSigner, StandardVerifier, VerifierList};
use tlog::note::SignedNote;
use tlog::{Checkpoint, EdgeTree, Hash, Signer, TileMap, TreeHead};
use tlog::{leaf_hash, prove_consistency, prove_inclusion};
use tlog_tiles::{HashReader as _, TileHashReader, TileReader};

const SIZES: [u64; 8] = [1, 2, 255, 256, 257, 1000, 65_536, 70_000];

/// Our tiles by path, as a mirror would hold them.
struct Mirror {
    tiles: BTreeMap<String, Vec<u8>>,
    head: TreeHead,
}

impl Mirror {
    fn of(size: u64) -> (Self, TileMap) {
        let mut tree = EdgeTree::default();
        let tiles = tree.extend((0..size).map(|i| leaf_hash(&i.to_be_bytes())));
        let content = tiles
            .iter()
            .map(|tile| (tile.id().to_string(), tile.to_bytes()));
        let mirror = Self {
            tiles: content.collect(),
            head: tree.head(),
        };
        (mirror, tiles.into_iter().collect())
    }

    /// Their reader, which checks every tile against the root before it uses a hash.
    fn reader(&self) -> TileHashReader<'_> {
        TileHashReader::new(self.head.size, theirs(self.head.root), self)
    }
}

impl TileReader for Mirror {
    fn height(&self) -> u8 {
        8
    }

    fn read_tiles(&self, tiles: &[tlog_tiles::Tile]) -> Result<Vec<Vec<u8>>, tlog_tiles::Error> {
        Ok(tiles
            .iter()
            .map(|tile| self.tiles[&path(tile)].clone())
            .collect())
    }

    fn save_tiles(&self, _: &[tlog_tiles::Tile], _: &[Vec<u8>]) {}
}

/// Their path names the height of the tile, which C2SP tlog-tiles has fixed at 8.
fn path(tile: &tlog_tiles::Tile) -> String {
    tile.path().replacen("tile/8/", "tile/", 1)
}

fn theirs(hash: Hash) -> tlog_tiles::Hash {
    tlog_tiles::Hash(hash.0)
}

fn ours(hashes: &[tlog_tiles::Hash]) -> Vec<Hash> {
    hashes.iter().map(|hash| Hash(hash.0)).collect()
}

#[test]
fn another_implementation_accepts_our_tiles_and_makes_the_same_inclusion_proofs() {
    for size in SIZES {
        let (mirror, tiles) = Mirror::of(size);
        for index in [0, 1, size / 3, size / 2, size - 1]
            .into_iter()
            .filter(|index| *index < size)
        {
            let proof = tlog_tiles::prove_record(size, index, &mirror.reader()).unwrap();
            assert_eq!(
                prove_inclusion(&tiles, index, size),
                Ok(ours(&proof)),
                "{index} of {size}"
            );
            let leaf = theirs(leaf_hash(&index.to_be_bytes()));
            tlog_tiles::check_record(&proof, size, theirs(mirror.head.root), index, leaf).unwrap();
        }
    }
}

#[test]
fn another_implementation_makes_the_same_consistency_proofs() {
    for new in SIZES {
        let (mirror, tiles) = Mirror::of(new);
        for old in SIZES
            .into_iter()
            .chain([3, 700, 65_537])
            .filter(|old| *old <= new)
        {
            let proof = tlog_tiles::prove_tree(new, old, &mirror.reader()).unwrap();
            assert_eq!(
                prove_consistency(&tiles, old, new),
                Ok(ours(&proof)),
                "{old} in {new}"
            );
        }
    }
}

#[test]
fn another_implementation_reads_every_leaf_out_of_our_tiles() {
    let (mirror, _) = Mirror::of(1000);
    let indexes: Vec<u64> = (0..1000)
        .map(|n| tlog_tiles::stored_hash_index(0, n))
        .collect();
    let leaves = mirror.reader().read_hashes(&indexes).unwrap();
    assert_eq!(
        ours(&leaves),
        (0..1000u64)
            .map(|i| leaf_hash(&i.to_be_bytes()))
            .collect::<Vec<_>>()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_same_tiles_change_when_a_tree_grows(old in 0..2000u64, more in 0..2000u64) {
        let mut tree = EdgeTree::default();
        tree.extend((0..old).map(|i| leaf_hash(&i.to_be_bytes())));
        let changed = tree.extend((old..old + more).map(|i| leaf_hash(&i.to_be_bytes())));
        let changed: Vec<String> = changed.iter().map(|tile| tile.id().to_string()).collect();
        let published = tlog_tiles::Tile::new_tiles(8, old, old + more);
        prop_assert_eq!(changed, published.iter().map(path).collect::<Vec<_>>());
    }

    #[test]
    fn a_note_signed_by_one_opens_with_the_other(text in "[^\\x00-\\x1f]{0,80}", seed: [u8; 32]) {
        let (text, signer) = (format!("{text}\n"), Signer::from_seed("example.com/log", seed).unwrap());
        let their_signer = standard_signer(&signer, seed);
        let note = SignedNote::sign(&text, &[&signer]).unwrap().to_string();

        let mut their_note = Note::new(text.as_bytes(), &[]).unwrap();
        their_note.add_sigs(&[&their_signer]).unwrap();
        prop_assert_eq!(note.as_bytes(), &their_note.to_bytes()[..]);

        let vkey = signer.verifier().to_string();
        let known = VerifierList::new(vec![Box::new(StandardVerifier::new(&vkey).unwrap())]);
        prop_assert!(Note::from_bytes(note.as_bytes()).unwrap().verify(&known).is_ok());
        let opened = SignedNote::parse(their_note.to_bytes()).unwrap().open(&[vkey.parse().unwrap()]);
        prop_assert_eq!(opened.unwrap().text, text);
    }
}

/// Their signer of the same name and seed.
fn standard_signer(signer: &Signer, seed: [u8; 32]) -> StandardSigner {
    let (name, id) = (signer.verifier().name(), signer.verifier().key_id());
    let typed = STANDARD.encode([&[1][..], &seed].concat());
    let standard = StandardSigner::new(&format!("PRIVATE+KEY+{name}+{id:08x}+{typed}")).unwrap();
    assert_eq!((standard.name(), standard.key_id()), (name, id));
    standard
}

#[test]
fn a_checkpoint_reads_the_same_in_both() {
    let head = TreeHead {
        size: 20_852_163,
        root: leaf_hash(b"any"),
    };
    let text = Checkpoint::new("example.com/behind-the-sofa", head)
        .unwrap()
        .to_string();
    let read = tlog_tiles::Checkpoint::from_bytes(text.as_bytes()).unwrap();
    assert_eq!(
        (read.origin(), read.size()),
        ("example.com/behind-the-sofa", head.size)
    );
    assert_eq!(
        (read.hash().0, read.to_bytes()),
        (head.root.0, text.into_bytes())
    );
}
