//! A file on its way: opened, understood, and what it would do.

use anyhow::{Context, Result};
use kit::Digest;
use kit::db::Conn;
use kit::id::OrgId;
use sha2::{Digest as _, Sha256};

use super::super::import::{self, CannotImport, Mapping, Plan, Rows, Sheet};
use super::super::store as people;
use super::apply::CannotApply;
use super::{roster, store};
use crate::App;

/// A file whose columns are understood.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) sheet: Sheet,
    pub(super) mapping: Mapping,
}

/// What an import would do, as data.
#[derive(Debug)]
pub struct Preview {
    /// How the bytes and the columns were understood: shown, because they are assumptions.
    pub sheet: Sheet,
    pub mapping: Mapping,
    pub plan: Plan,
    /// Names exactly this plan; applying with it refuses every other.
    pub digest: Digest,
}

/// Opens a file; the mapping is the one given, else the one remembered for these headings, else a guess.
pub(super) async fn open(
    db: &mut Conn,
    org: OrgId,
    bytes: Vec<u8>,
    mapping: Option<Mapping>,
) -> Result<Draft, CannotApply> {
    // Sniffing and cutting a file of many megabytes would hold up everybody else on this thread.
    let opened = tokio::task::spawn_blocking(move || Sheet::open(&bytes)).await;
    let sheet = opened
        .context("failed to read a list of people")?
        .map_err(CannotApply::Unreadable)?;
    let mapping = match mapping {
        Some(mapping) => mapping,
        None => store::remembered(db, org, sheet.signature().as_str())
            .await?
            .unwrap_or_else(|| import::guess(&sheet)),
    };
    Ok(Draft { sheet, mapping })
}

impl Draft {
    /// The people of the file, or everything that is wrong with it.
    pub(super) fn rows(&self) -> Result<Rows, CannotImport> {
        let mut rows = import::read(&self.sheet, &self.mapping)?;
        roster::forget_unspoken(&mut rows);
        Ok(rows)
    }
}

/// Shows what an import of this file would do; nothing is done.
pub async fn preview_people(
    app: &App,
    org: OrgId,
    bytes: Vec<u8>,
    mapping: Option<Mapping>,
    complete_list: bool,
) -> Result<Preview, CannotApply> {
    let mut db = app.read().await?;
    let draft = open(&mut db, org, bytes, mapping).await?;
    let today = people::today_of(&mut db, org, app.clock.now()).await?;
    let rows = draft.rows().map_err(CannotApply::Wrong)?;
    let everybody = people::everybody(&mut db, org).await?;
    let plan = import::plan(&roster::known(&everybody), &rows, today.0, complete_list);
    let plan = plan.map_err(CannotApply::Wrong)?;
    Ok(Preview {
        digest: digest(&plan)?,
        sheet: draft.sheet,
        mapping: draft.mapping,
        plan,
    })
}

/// The digest of everything that a plan would do.
pub(super) fn digest(plan: &Plan) -> Result<Digest> {
    let mut hash = Hashing(Sha256::new());
    serde_json::to_writer(&mut hash, plan)?;
    Ok(Digest(hash.0.finalize().into()))
}

/// Hashes what is written, so that a large plan is never one text in memory.
struct Hashing(Sha256);

impl std::io::Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
