//! The growing edge of a tiled tree.

use std::mem;

use super::{FULL_WIDTH, HEIGHT, Tile, TileId, complete_root, hashes_at};
use crate::merkle::{TreeHead, empty_root, fold_peaks};
use crate::node::complete_subtrees;
use crate::{Hash, Node};

/// A tree of which only the partial tiles are kept: it takes leaves, yields changed tiles and states its root.
///
/// ```
/// use tlog::{EdgeTree, leaf_hash};
/// let mut tree = EdgeTree::default();
/// let changed = tree.extend((0..300u16).map(|i| leaf_hash(&i.to_be_bytes())));
/// let paths: Vec<String> = changed.iter().map(|tile| tile.id().to_string()).collect();
/// assert_eq!(paths, ["tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1"]);
///
/// let stored = tree.edge();
/// let again = EdgeTree::from_edge(300, stored)?;
/// assert_eq!(again.root(), tree.root());
/// # Ok::<(), tlog::tile::NotTheEdge>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EdgeTree {
    size: u64,
    /// The hashes of the partial tile at each level; empty where the last tile is full.
    levels: Vec<Vec<Hash>>,
}

/// Why tiles are not the edge of the tree they are said to belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTheEdge {
    /// A partial tile of this tree was not given.
    #[error("{0} is missing from the edge of the tree.")]
    Missing(TileId),
    /// A tile was given that is not on the edge of this tree, or was given twice.
    #[error("{0} does not belong to the edge of the tree.")]
    Unexpected(TileId),
    /// The tiles fit the size but lead to another root than the one stated.
    #[error("The edge of the tree has root {found}, not {stated}.")]
    OtherRoot {
        /// Root that was signed or stored.
        stated: Hash,
        /// Root the tiles lead to.
        found: Hash,
    },
}

impl EdgeTree {
    /// Takes up a tree where it was left: `tiles` are exactly those of [`TileId::edge_of`], in any order.
    ///
    /// Names and widths are checked here; the hashes only [`with_root`](Self::with_root) can check.
    pub fn from_edge(size: u64, tiles: impl IntoIterator<Item = Tile>) -> Result<Self, NotTheEdge> {
        let mut given: Vec<Tile> = tiles.into_iter().collect();
        let mut levels = Vec::new();
        for expected in TileId::edge_of(size) {
            let found = given.iter().position(|tile| tile.id == expected);
            let position = found.ok_or(NotTheEdge::Missing(expected))?;
            levels.resize(usize::from(expected.level), Vec::new());
            levels.push(given.swap_remove(position).hashes);
        }
        match given.first() {
            Some(stray) => Err(NotTheEdge::Unexpected(stray.id)),
            None => Ok(Self { size, levels }),
        }
    }

    /// Refuses to go on when the tree has another root than the last one signed.
    pub fn with_root(self, stated: Hash) -> Result<Self, NotTheEdge> {
        let found = self.root();
        if found != stated {
            return Err(NotTheEdge::OtherRoot { stated, found });
        }
        Ok(self)
    }

    /// Adds one leaf hash; returns the tiles that changed, lowest level first.
    pub fn append(&mut self, leaf: Hash) -> Vec<Tile> {
        self.extend([leaf])
    }

    /// Adds leaf hashes in log order; returns every tile that grew, as it stands afterwards, in order of level
    /// and index. Tiles that filled up appear once, full.
    pub fn extend(&mut self, leaves: impl IntoIterator<Item = Hash>) -> Vec<Tile> {
        let before = self.size;
        let mut changed = Vec::new();
        for leaf in leaves {
            self.push(0, leaf, &mut changed);
            self.size += 1;
        }
        let grew =
            |tile: &Tile| hashes_at(tile.id.level, before) < hashes_at(tile.id.level, self.size);
        changed.extend(self.edge().into_iter().filter(grew));
        changed.sort_unstable_by_key(Tile::id);
        changed
    }

    /// Number of leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root over all leaves.
    pub fn root(&self) -> Hash {
        let join =
            |right: Option<Hash>, hashes: &Vec<Hash>| fold_peaks(peaks_of(hashes).chain(right));
        self.levels
            .iter()
            .fold(None, join)
            .unwrap_or_else(empty_root)
    }

    /// Size and root together.
    pub fn head(&self) -> TreeHead {
        TreeHead {
            size: self.size,
            root: self.root(),
        }
    }

    /// The partial tiles, lowest level first: what to store so that [`from_edge`](Self::from_edge) can go on.
    pub fn edge(&self) -> Vec<Tile> {
        let tile = |id: TileId| Tile {
            id,
            hashes: self.levels[usize::from(id.level)].clone(),
        };
        TileId::edge_of(self.size).map(tile).collect()
    }

    /// Puts a hash at the end of a level and, when that fills the tile, the tile's root at the level above.
    fn push(&mut self, level: u8, hash: Hash, full: &mut Vec<Tile>) {
        if self.levels.len() == usize::from(level) {
            self.levels.push(Vec::new());
        }
        let hashes = &mut self.levels[usize::from(level)];
        hashes.push(hash);
        if hashes.len() < usize::from(FULL_WIDTH) {
            return;
        }
        let hashes = mem::take(hashes);
        let root = complete_root(&hashes);
        full.push(Tile {
            id: TileId {
                level,
                index: hashes_at(level + 1, self.size),
                width: FULL_WIDTH,
            },
            hashes,
        });
        self.push(level + 1, root, full);
    }
}

/// The roots of the complete subtrees within a partial tile, largest first.
fn peaks_of(hashes: &[Hash]) -> impl DoubleEndedIterator<Item = Hash> {
    let peak = |node: Node| {
        let first = (node.index << node.level) as usize;
        complete_root(&hashes[first..first + (1 << node.level)])
    };
    complete_subtrees(0..hashes.len() as u64)
        .into_iter()
        .map(peak)
}

const _: () = assert!(FULL_WIDTH == 1 << HEIGHT);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Frontier, leaf_hash};

    fn leaves(count: u64) -> impl Iterator<Item = Hash> {
        (0..count).map(|i| leaf_hash(&i.to_be_bytes()))
    }

    fn grown_to(size: u64) -> EdgeTree {
        let mut tree = EdgeTree::default();
        tree.extend(leaves(size));
        tree
    }

    #[test]
    fn the_root_is_that_of_the_streamed_tree_at_every_size() {
        let (mut tree, mut frontier) = (EdgeTree::default(), Frontier::default());
        assert_eq!(tree.head(), frontier.head());
        for leaf in leaves(1030) {
            tree.append(leaf);
            frontier.push(leaf);
            assert_eq!(tree.head(), frontier.head());
        }
        assert_eq!(grown_to(66_000).root(), crate::root_of(leaves(66_000)));
    }

    #[test]
    fn a_tree_goes_on_from_its_edge() {
        for size in [0, 1, 255, 256, 257, 65_535, 65_536, 65_537] {
            let mut tree = grown_to(size);
            let mut again = EdgeTree::from_edge(size, tree.edge()).unwrap();
            again = again.with_root(tree.root()).unwrap();
            assert_eq!(
                again.append(leaf_hash(b"next")),
                tree.append(leaf_hash(b"next"))
            );
            assert_eq!(again.head(), tree.head());
        }
    }

    #[test]
    fn a_tile_that_does_not_belong_is_named() {
        let edge = grown_to(300).edge();
        let missing = EdgeTree::from_edge(300, edge[1..].to_vec());
        assert_eq!(missing, Err(NotTheEdge::Missing(edge[0].id())));

        let twice = EdgeTree::from_edge(300, [edge.clone(), edge[..1].to_vec()].concat());
        assert_eq!(twice, Err(NotTheEdge::Unexpected(edge[0].id())));

        let other_size = EdgeTree::from_edge(301, edge);
        assert!(matches!(other_size, Err(NotTheEdge::Missing(_))));
    }

    #[test]
    fn a_tile_with_another_hash_is_noticed_by_its_root() {
        let tree = grown_to(300);
        let mut edge = tree.edge();
        edge[0].hashes[3].0[0] ^= 1;
        let changed = EdgeTree::from_edge(300, edge).unwrap();
        let refused = changed.with_root(tree.root());
        assert!(
            matches!(refused, Err(NotTheEdge::OtherRoot { stated, .. }) if stated == tree.root())
        );
    }

    #[test]
    fn a_batch_yields_each_grown_tile_once() {
        let mut tree = grown_to(250);
        let changed = tree.extend(leaves(10));
        let paths: Vec<String> = changed.iter().map(|tile| tile.id().to_string()).collect();
        assert_eq!(paths, ["tile/0/000", "tile/0/001.p/4", "tile/1/000.p/1"]);
        assert!(tree.extend([]).is_empty());

        let one: Vec<String> = tree
            .append(leaf_hash(b"x"))
            .iter()
            .map(|tile| tile.id().to_string())
            .collect();
        assert_eq!(one, ["tile/0/001.p/5"]);
    }
}
