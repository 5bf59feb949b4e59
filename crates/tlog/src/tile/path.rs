//! Tile paths, tlog-tiles "Merkle Tree": `tile/<L>/<N>[.p/<W>]`, `<N>` in groups of three digits.

use std::fmt;
use std::str::FromStr;

use super::{FULL_WIDTH, TileId};
use crate::decimal;

/// The text is not the path of a tile, or not its only spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is not a tile path such as tile/0/x001/067.p/12.")]
pub struct NotATilePath;

impl fmt::Display for TileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tile/{}/", self.level)?;
        write_groups(self.index / 1000, f)?;
        write!(f, "{:03}", self.index % 1000)?;
        if !self.is_full() {
            write!(f, ".p/{}", self.width)?;
        }
        Ok(())
    }
}

fn write_groups(groups: u64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if groups == 0 {
        return Ok(());
    }
    write_groups(groups / 1000, f)?;
    write!(f, "x{:03}/", groups % 1000)
}

impl FromStr for TileId {
    type Err = NotATilePath;

    /// Reads the path of a tile; one tile has one path, so `x000/067` and `.p/256` are refused.
    fn from_str(path: &str) -> Result<Self, NotATilePath> {
        let id = read(path).ok_or(NotATilePath)?;
        if id.to_string() != path {
            return Err(NotATilePath);
        }
        Ok(id)
    }
}

fn read(path: &str) -> Option<TileId> {
    let (level, rest) = path.strip_prefix("tile/")?.split_once('/')?;
    let (groups, width) = match rest.split_once(".p/") {
        Some((groups, width)) => (groups, decimal::parse(width)?.try_into().ok()?),
        None => (rest, FULL_WIDTH),
    };
    let level = decimal::parse(level)?.try_into().ok()?;
    TileId::new(level, read_groups(groups)?, width).ok()
}

/// Reads leniently: [`TileId::from_str`] compares with the one spelling afterwards.
fn read_groups(groups: &str) -> Option<u64> {
    groups.split('/').try_fold(0u64, |index, group| {
        let digits: u64 = group.trim_start_matches('x').parse().ok()?;
        index.checked_mul(1000)?.checked_add(digits)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_specification_s_index_is_split_into_groups_of_three() {
        let id = TileId::new(0, 1_234_067, 256).unwrap();
        assert_eq!(id.to_string(), "tile/0/x001/x234/067");
    }

    #[test]
    fn paths_read_back() {
        for path in [
            "tile/0/000",
            "tile/63/001.p/255",
            "tile/5/x123/x456/078.p/2",
            "tile/0/x018/x446/x744/x073/x709/x551/615",
        ] {
            assert_eq!(path.parse::<TileId>().unwrap().to_string(), path);
        }
    }

    #[test]
    fn another_spelling_is_refused() {
        for path in [
            "",
            "tile",
            "tile/0",
            "tile/0/",
            "tile/0/1",
            "tile/0/0001",
            "tile/00/001",
            "tile/64/001",
            "tile/-1/001",
            "tile/0/123/456/078",
            "tile/0/x123",
            "tile/0/x000/067",
            "tile/0/xx001/067",
            "tile/0/x1/067",
            "tile/0/+01",
            "tile/0/001.p/0",
            "tile/0/001.p/012",
            "tile/0/001.p/256",
            "tile/0/001.p/",
            "tile/0/001.p/1/",
            "/tile/0/001",
            "tile/0/001 ",
            "tile/entries/001",
            "tile/0/x018/x446/x744/x073/x709/x551/616",
        ] {
            assert_eq!(path.parse::<TileId>(), Err(NotATilePath), "{path:?}");
        }
    }
}
