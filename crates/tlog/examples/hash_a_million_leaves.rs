//! Hashes a million 64-byte leaves and tiles the tree over them: run with `--release` under `time`.

use tlog::{EdgeTree, leaf_hash, root_of};

const LEAVES: u64 = 1_000_000;

fn main() {
    let tiled = std::env::args().any(|argument| argument == "--tiles");
    let leaves = (0..LEAVES).map(|i| {
        let mut leaf = [0; 64];
        leaf[..8].copy_from_slice(&i.to_be_bytes());
        leaf_hash(&leaf)
    });
    if tiled {
        let mut tree = EdgeTree::default();
        let tiles = tree.extend(leaves).len();
        println!("{} over {tiles} tiles", tree.root());
    } else {
        println!("{}", root_of(leaves));
    }
}
