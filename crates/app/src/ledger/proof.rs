//! Proving to anybody that a record is in the log.

use anyhow::Result;
use kit::db::Conn;
use kit::id::{OrgId, RecordId};
use tlog::note::SignedNote;
use tlog::{TileMap, TlogProof, prove_inclusion};

use super::store;

/// Where a record is in its log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is recorded and waits for its index, a second or so.
    Waiting,
    /// It has its index for ever.
    At(u64),
}

/// The place of a record; `None` when there is no such record.
pub async fn place(db: &mut Conn, org: OrgId, record: RecordId) -> Result<Option<Place>> {
    let leaf = store::leaf_of(db, org, record).await?;
    Ok(leaf.map(|(index, _)| index.map_or(Place::Waiting, |index| Place::At(index as u64))))
}

/// A file that lets one record travel alone (c2sp.org/tlog-proof); `None` while it waits.
pub async fn travelling_proof(
    db: &mut Conn,
    org: OrgId,
    record: RecordId,
) -> Result<Option<String>> {
    let Some(Place::At(index)) = place(db, org, record).await? else {
        return Ok(None);
    };
    let head = store::head(db, org).await?;
    let size = head.size as u64;
    let needed = tlog::tile::for_inclusion(index, size)?;
    let tiles: TileMap = store::tiles(db, org, needed).await?.into_iter().collect();
    let path = prove_inclusion(&tiles, index, size)?;
    let checkpoint = SignedNote::parse(&head.checkpoint)?;
    Ok(Some(
        TlogProof {
            index,
            path,
            checkpoint,
            extra: None,
        }
        .to_string(),
    ))
}
