//! C2SP tlog-tiles: the tree cut into files of up to 256 hashes that never change once full.
//!
//! ```text
//! tile/<L>/<N>[.p/<W>]    hash i of tile N at level L is MTH(D[(N*256 + i) * 256**L : (N*256 + i + 1) * 256**L])
//! content                 W hashes of 32 bytes, W = 256 when full
//! tile/0/x001/x234/067        full, level 0, index 1 234 067
//! tile/1/000.p/17             partial, 17 hashes wide
//! ```
//!
//! [`EdgeTree`] writes tiles while leaves arrive, [`TileMap`] reads hashes out of tiles, [`for_inclusion`] and
//! [`for_consistency`] say which tiles a proof will read, so that a caller can load them beforehand.

mod edge;
mod map;
mod path;

use std::collections::BTreeSet;

pub use edge::{EdgeTree, NotTheEdge};
pub use map::TileMap;
pub use path::NotATilePath;

use crate::merkle::node_hash;
use crate::proof::{CannotProve, consistency_plan, inclusion_plan, nodes_of};
use crate::{Hash, Node};

/// Hashes in a full tile.
pub const FULL_WIDTH: u16 = 256;
/// Tree levels spanned by a tile.
pub const HEIGHT: u8 = 8;
/// Highest tile level a path may name (tlog-tiles, "Merkle Tree").
pub const MAX_LEVEL: u8 = 63;

/// The name of a tile: level, index within the level, and how many hashes it holds (1 to 256).
///
/// ```
/// use tlog::TileId;
/// let id: TileId = "tile/0/x001/067.p/12".parse()?;
/// assert_eq!((id.level(), id.index(), id.width()), (0, 1067, 12));
/// assert_eq!(id.to_string(), "tile/0/x001/067.p/12");
/// # Ok::<(), tlog::tile::NotATilePath>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TileId {
    level: u8,
    index: u64,
    width: u16,
}

/// A tile and its hashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    id: TileId,
    hashes: Vec<Hash>,
}

/// Why the parts of a tile do not make a tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotATile {
    /// The level is above 63.
    #[error("Tile level {0} is above 63.")]
    Level(u8),
    /// The width is not between 1 and 256.
    #[error("A tile is 1 to 256 hashes wide, not {0}.")]
    Width(u16),
    /// The content is not exactly as many hashes as the name says.
    #[error("{id} holds {} bytes, found {bytes}.", usize::from(.id.width) * Hash::SIZE)]
    Content {
        /// Name of the tile.
        id: TileId,
        /// Length of the content.
        bytes: usize,
    },
}

impl TileId {
    /// Names a tile.
    pub fn new(level: u8, index: u64, width: u16) -> Result<Self, NotATile> {
        if level > MAX_LEVEL {
            return Err(NotATile::Level(level));
        }
        if width == 0 || width > FULL_WIDTH {
            return Err(NotATile::Width(width));
        }
        Ok(Self {
            level,
            index,
            width,
        })
    }

    /// The tile at this place in the tree of `size` leaves: full, partial, or absent.
    pub fn in_tree(level: u8, index: u64, size: u64) -> Option<Self> {
        let before = index.checked_mul(u64::from(FULL_WIDTH))?;
        let remaining = hashes_at(level, size).checked_sub(before)?;
        let width = remaining.min(u64::from(FULL_WIDTH)) as u16;
        Self::new(level, index, width).ok()
    }

    /// The partial tiles of a tree, lowest level first: all that [`EdgeTree`] needs to go on.
    ///
    /// ```
    /// let paths: Vec<String> = tlog::TileId::edge_of(70_000).map(|id| id.to_string()).collect();
    /// assert_eq!(paths, ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"]);
    /// ```
    pub fn edge_of(size: u64) -> impl Iterator<Item = Self> {
        let partial = move |level| {
            let hashes = hashes_at(level, size);
            let width = (hashes % u64::from(FULL_WIDTH)) as u16;
            Self::new(level, hashes / u64::from(FULL_WIDTH), width).ok()
        };
        (0..u64::BITS as u8 / HEIGHT).filter_map(partial)
    }

    /// Level of the tile; its hashes are roots of subtrees of `256**level` leaves.
    pub fn level(&self) -> u8 {
        self.level
    }

    /// Zero-based index within the level.
    pub fn index(&self) -> u64 {
        self.index
    }

    /// Number of hashes, 1 to 256.
    pub fn width(&self) -> u16 {
        self.width
    }

    /// Whether the tile holds 256 hashes and will never change.
    pub fn is_full(&self) -> bool {
        self.width == FULL_WIDTH
    }
}

impl Tile {
    /// A tile from its hashes.
    pub fn new(id: TileId, hashes: Vec<Hash>) -> Result<Self, NotATile> {
        if hashes.len() != usize::from(id.width) {
            let bytes = hashes.len() * Hash::SIZE;
            return Err(NotATile::Content { id, bytes });
        }
        Ok(Self { id, hashes })
    }

    /// A tile from its content as served or stored.
    pub fn from_bytes(id: TileId, bytes: &[u8]) -> Result<Self, NotATile> {
        let (hashes, rest) = bytes.as_chunks::<{ Hash::SIZE }>();
        if !rest.is_empty() || hashes.len() != usize::from(id.width) {
            return Err(NotATile::Content {
                id,
                bytes: bytes.len(),
            });
        }
        let hashes = hashes.iter().copied().map(Hash).collect();
        Ok(Self { id, hashes })
    }

    /// The content as served and stored: the hashes, one after another.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.hashes.iter().flat_map(|hash| hash.0).collect()
    }

    /// The name of the tile.
    pub fn id(&self) -> TileId {
        self.id
    }

    /// The hashes, from the left.
    pub fn hashes(&self) -> &[Hash] {
        &self.hashes
    }
}

/// The tiles [`prove_inclusion`](crate::prove_inclusion) reads for leaf `index` of `size`.
///
/// ```
/// let tiles = tlog::tile::for_inclusion(0, 257)?;
/// let paths: Vec<String> = tiles.iter().map(|id| id.to_string()).collect();
/// assert_eq!(paths, ["tile/0/000", "tile/0/001.p/1"]);
/// # Ok::<(), tlog::proof::CannotProve>(())
/// ```
pub fn for_inclusion(index: u64, size: u64) -> Result<BTreeSet<TileId>, CannotProve> {
    if index >= size {
        return Err(CannotProve::NoSuchLeaf { index, size });
    }
    Ok(holding(nodes_of(inclusion_plan(index, size)), size))
}

/// The tiles [`prove_consistency`](crate::prove_consistency) reads for the trees of `old` and `new` leaves.
pub fn for_consistency(old: u64, new: u64) -> Result<BTreeSet<TileId>, CannotProve> {
    if old > new {
        return Err(CannotProve::OldIsLarger { old, new });
    }
    Ok(holding(nodes_of(consistency_plan(old, new)), new))
}

fn holding(nodes: impl Iterator<Item = Node>, size: u64) -> BTreeSet<TileId> {
    let tile = |node| {
        let place = Place::of(node);
        TileId::in_tree(place.level, place.index, size)
    };
    nodes.filter_map(tile).collect()
}

/// How many subtrees of `256**level` leaves are complete in a tree of `size`.
fn hashes_at(level: u8, size: u64) -> u64 {
    size.checked_shr(u32::from(level) * u32::from(HEIGHT))
        .unwrap_or(0)
}

/// Which tile a node's hash is in, and which of the tile's hashes lie below the node.
struct Place {
    level: u8,
    index: u64,
    first: usize,
    width: usize,
}

impl Place {
    fn of(node: Node) -> Self {
        let above = node.level % HEIGHT;
        let per_tile = HEIGHT - above;
        let within = node.index & ((1 << per_tile) - 1);
        Self {
            level: node.level / HEIGHT,
            index: node.index >> per_tile,
            first: (within as usize) << above,
            width: 1 << above,
        }
    }
}

/// The root over a power-of-two number of hashes.
fn complete_root(hashes: &[Hash]) -> Hash {
    if let [hash] = hashes {
        return *hash;
    }
    let (left, right) = hashes.split_at(hashes.len() / 2);
    node_hash(&complete_root(left), &complete_root(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_specification_s_tree_of_70_000_has_its_tiles() {
        let width = |level, index| TileId::in_tree(level, index, 70_000).map(|id| id.width());
        assert_eq!(width(0, 272), Some(256));
        assert_eq!(width(0, 273), Some(112));
        assert_eq!(width(0, 274), None);
        assert_eq!((width(1, 0), width(1, 1)), (Some(256), Some(17)));
        assert_eq!((width(2, 0), width(3, 0)), (Some(1), None));
    }

    #[test]
    fn a_tree_of_256_has_an_edge_one_level_up_only() {
        let edge: Vec<TileId> = TileId::edge_of(256).collect();
        assert_eq!(edge, [TileId::new(1, 0, 1).unwrap()]);
        assert_eq!(TileId::edge_of(0).count(), 0);
        assert_eq!(TileId::edge_of(u64::MAX).count(), 8);
    }

    #[test]
    fn places_far_outside_any_tree_are_absent() {
        assert_eq!(TileId::in_tree(63, 0, u64::MAX), None);
        assert_eq!(TileId::in_tree(0, u64::MAX, u64::MAX), None);
    }

    #[test]
    fn content_must_be_as_wide_as_the_name_says() {
        let id = TileId::new(0, 0, 2).unwrap();
        assert!(Tile::from_bytes(id, &[0; 64]).is_ok());
        for bytes in [0, 32, 63, 65, 96] {
            let refused = Tile::from_bytes(id, &vec![0; bytes]);
            assert_eq!(refused, Err(NotATile::Content { id, bytes }));
        }
        assert_eq!(TileId::new(64, 0, 1), Err(NotATile::Level(64)));
        assert_eq!(TileId::new(0, 0, 257), Err(NotATile::Width(257)));
        assert_eq!(TileId::new(0, 0, 0), Err(NotATile::Width(0)));
    }
}
