//! Trees and proofs that others published: the reference tree of RFC 6962 implementations and a public log.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot be set up should stop"
)]

use tlog::{EdgeTree, Hash, TileMap, TreeHead};
use tlog::{
    leaf_hash, prove_consistency, prove_inclusion, root_of, verify_consistency, verify_inclusion,
};

/// The eight leaves of the Certificate Transparency reference tests.
const LEAVES: [&[u8]; 8] = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57",
    b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
];

const ROOTS: [&str; 8] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const A: &str = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const B: &str = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const C: &str = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const D: &str = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const E: &str = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const F: &str = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

fn reference_tiles() -> TileMap {
    let leaves = LEAVES.map(leaf_hash);
    EdgeTree::default().extend(leaves).into_iter().collect()
}

fn head(size: usize) -> TreeHead {
    TreeHead {
        size: size as u64,
        root: hex(ROOTS[size - 1]),
    }
}

fn hex(text: &str) -> Hash {
    text.parse().unwrap()
}

fn base64_lines(text: &str) -> Vec<Hash> {
    text.lines()
        .map(|line| Hash::from_base64(line).unwrap())
        .collect()
}

#[test]
fn the_reference_tree_has_its_roots() {
    for (i, root) in ROOTS.iter().enumerate() {
        assert_eq!(
            root_of(LEAVES[..=i].iter().map(|leaf| leaf_hash(leaf))),
            hex(root)
        );
    }
}

#[test]
fn the_reference_tree_has_its_inclusion_proofs() {
    let published: [(u64, usize, &[&str]); 5] = [
        (0, 1, &[]),
        (0, 8, &[A, B, C]),
        (5, 8, &[D, E, ROOTS[3]]),
        (2, 3, &[ROOTS[1]]),
        (1, 5, &[ROOTS[0], B, D]),
    ];
    for (index, size, path) in published {
        let path: Vec<Hash> = path.iter().copied().map(hex).collect();
        assert_eq!(
            prove_inclusion(&reference_tiles(), index, size as u64),
            Ok(path.clone())
        );
        let leaf = leaf_hash(LEAVES[index as usize]);
        assert_eq!(verify_inclusion(&path, index, &leaf, &head(size)), Ok(()));
    }
}

#[test]
fn the_reference_tree_has_its_consistency_proofs() {
    let published: [(usize, usize, &[&str]); 5] = [
        (1, 1, &[]),
        (1, 8, &[A, B, C]),
        (6, 8, &[F, E, ROOTS[3]]),
        (2, 5, &[B, D]),
        (8, 8, &[]),
    ];
    for (old, new, proof) in published {
        let proof: Vec<Hash> = proof.iter().copied().map(hex).collect();
        assert_eq!(
            prove_consistency(&reference_tiles(), old as u64, new as u64),
            Ok(proof.clone())
        );
        assert_eq!(verify_consistency(&proof, &head(old), &head(new)), Ok(()));
    }
}

/// The log argon2020 as it stood with 961 984 011 certificates (`get-sth`, `get-proof-by-hash`,
/// `get-sth-consistency` of RFC 6962 §4).
#[test]
fn proofs_of_a_public_log_with_a_billion_leaves_hold() {
    let newer = TreeHead {
        size: 961_984_011,
        root: Hash::from_base64("AWxD3p811N3m4WTinWRXPvBZHfT9IR9g/R4C7SKLPiU=").unwrap(),
    };
    let leaf = Hash::from_base64("nCs3mfIydh9x4CKyQ+u2xtmpxmFggA5MLymHwNQSlLg=").unwrap();
    let inclusion = base64_lines(include_str!("vectors/argon2020-inclusion.txt"));
    assert_eq!(verify_inclusion(&inclusion, 10_000, &leaf, &newer), Ok(()));

    let older = TreeHead {
        size: 3_654_490,
        root: Hash::from_base64("AuIZ5V6sDUj1vn3Y1K85oOaQ7y+FJJKtyRTl1edIKBQ=").unwrap(),
    };
    let consistency = base64_lines(include_str!("vectors/argon2020-consistency.txt"));
    assert_eq!(verify_consistency(&consistency, &older, &newer), Ok(()));
}
