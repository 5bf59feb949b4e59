//! Tiles at hand, served as tree hashes.

use std::collections::BTreeMap;

use super::{Place, Tile, TileId, complete_root};
use crate::node::{HashReader, MissingHash};
use crate::{Hash, Node};

/// Tiles by place, the widest seen at each; reads the hash of any complete subtree they hold.
///
/// Hashes below the top of a tile are read, those between two tile levels are computed: at most 127 node hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TileMap {
    tiles: BTreeMap<(u8, u64), Vec<Hash>>,
}

impl TileMap {
    /// Adds a tile; a narrower version of a tile already there changes nothing.
    pub fn insert(&mut self, tile: Tile) {
        let place = (tile.id.level, tile.id.index);
        let known = self.tiles.entry(place).or_default();
        if known.len() < tile.hashes.len() {
            *known = tile.hashes;
        }
    }

    /// Whether the hashes of this tile are here, possibly as part of a wider version of it.
    pub fn holds(&self, id: &TileId) -> bool {
        let known = self.tiles.get(&(id.level, id.index));
        known.is_some_and(|hashes| hashes.len() >= usize::from(id.width))
    }
}

impl HashReader for TileMap {
    fn read(&self, node: Node) -> Result<Hash, MissingHash> {
        let place = Place::of(node);
        let hashes = self.tiles.get(&(place.level, place.index));
        let below = hashes.and_then(|hashes| hashes.get(place.first..place.first + place.width));
        below.map(complete_root).ok_or(MissingHash(node))
    }
}

impl Extend<Tile> for TileMap {
    fn extend<I: IntoIterator<Item = Tile>>(&mut self, tiles: I) {
        tiles.into_iter().for_each(|tile| self.insert(tile));
    }
}

impl FromIterator<Tile> for TileMap {
    fn from_iter<I: IntoIterator<Item = Tile>>(tiles: I) -> Self {
        let mut map = Self::default();
        map.extend(tiles);
        map
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{EdgeTree, leaf_hash};

    #[test]
    fn a_later_wider_tile_replaces_a_narrower_one_and_never_the_reverse() {
        let mut tree = EdgeTree::default();
        let narrow = tree.append(leaf_hash(b"a"));
        let wide = tree.append(leaf_hash(b"b"));
        let (narrow_id, wide_id) = (narrow[0].id(), wide[0].id());

        let map: TileMap = wide.into_iter().chain(narrow).collect();
        assert!(map.holds(&narrow_id) && map.holds(&wide_id));
    }

    #[test]
    fn a_hash_that_is_not_there_is_named() {
        let node = Node { level: 1, index: 0 };
        let mut tree = EdgeTree::default();
        let map: TileMap = tree.append(leaf_hash(b"a")).into_iter().collect();
        assert_eq!(map.read(node), Err(MissingHash(node)));
        assert_eq!(TileMap::default().read(node), Err(MissingHash(node)));
    }
}
