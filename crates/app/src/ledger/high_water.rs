//! The highest checkpoint that was ever signed, outside the database and outside its backups.
//!
//! A database that is restored from a backup would sign a second history from where the
//! backup ended. The file remembers what the database forgot.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use kit::db::Conn;
use kit::id::OrgId;
use tlog::{Checkpoint, Hash};

use super::store::{self, Head};

/// The folder of the files, one per log.
#[derive(Debug)]
pub struct HighWater(PathBuf);

/// The database stands behind what was signed.
#[derive(Debug, thiserror::Error)]
#[error(
    "LOG_ROLLED_BACK: the log {origin} was signed at size {signed}, but the database {stands}. \
     It was restored from a backup or exchanged. Restore the newest state of the database, or, if \
     records are lost for good, start a successor: move {file} away, keep it as evidence, and \
     note the loss in the next management review"
)]
pub struct RolledBack {
    origin: String,
    signed: u64,
    stands: String,
    file: String,
}

impl HighWater {
    pub fn in_folder(data: &Path) -> HighWater {
        HighWater(data.join("high-water"))
    }

    /// Remembers a signed checkpoint, durably.
    pub fn keep(&self, head: &Head) -> Result<()> {
        use std::io::Write;
        std::fs::create_dir_all(&self.0)?;
        let file = self.file(&head.origin);
        let fresh = file.with_extension("new");
        let mut writing = std::fs::File::create(&fresh).context("failed to keep the checkpoint")?;
        writing.write_all(head.checkpoint.as_bytes())?;
        writing.sync_all()?;
        std::fs::rename(&fresh, &file)?;
        Ok(())
    }

    /// Refuses a database that is not a continuation of what was signed.
    pub async fn check(&self, db: &mut Conn, org: OrgId) -> Result<()> {
        let head = store::head(db, org).await?;
        let file = self.file(&head.origin);
        let note = match std::fs::read_to_string(&file) {
            Ok(note) => note,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(e) => return Err(e).with_context(|| format!("failed to read {}", file.display())),
        };
        let signed = Checkpoint::open(&note, &head.origin, &[head.key.parse()?])?;
        // Read after the file: the log may have grown, and been signed, in between.
        let head = store::head(db, org).await?;
        let rolled_back = |stands: String| RolledBack {
            origin: head.origin.clone(),
            signed: signed.size(),
            stands,
            file: file.display().to_string(),
        };
        if (head.size as u64) < signed.size() {
            return Err(rolled_back(format!("only reaches size {}", head.size)).into());
        }
        if root_at(db, org, signed.size()).await? != signed.root() {
            return Err(rolled_back("holds another history up to there".to_owned()).into());
        }
        Ok(())
    }

    fn file(&self, origin: &str) -> PathBuf {
        self.0
            .join(format!("{}.checkpoint", origin.replace(['/', ':'], "_")))
    }
}

/// The root that the stored tree had at an earlier size: its edge then is a prefix of tiles now.
async fn root_at(db: &mut Conn, org: OrgId, size: u64) -> Result<Hash> {
    let edge = store::tiles(db, org, tlog::TileId::edge_of(size)).await?;
    Ok(tlog::EdgeTree::from_edge(size, edge)?.root())
}
