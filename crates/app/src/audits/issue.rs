//! Issuing a pack: fixing what is in it, and recording that it was issued.

use std::io::{self, Seek, Write};

use anyhow::{Context, Result};
use axum::body::Bytes;
use futures_util::stream::BoxStream;
use jiff::tz::TimeZone;
use kit::id::OrgId;
use kit::{Act, Actor, Day, Digest};
use record::kinds::PackIssued;
use sha2::{Digest as _, Sha256};

use super::PackId;
use super::store::{self, PackRow};
use super::write::{Order, write};
use crate::App;

/// A pack that was issued.
#[derive(Clone, Debug)]
pub struct Issued {
    pub id: PackId,
    pub order: Order,
    /// Of the whole file.
    pub digest: Digest,
    pub bytes: u64,
}

/// Why no pack is issued.
#[derive(Debug, thiserror::Error)]
pub enum CannotIssue {
    #[error("A pack looks back: its day cannot lie in the future.")]
    Future,
    #[error("Nothing had been recorded by that day.")]
    NothingYet,
    #[error(transparent)]
    Unexpected(#[from] anyhow::Error),
}

kit::refusals!(CannotIssue {
    Future says "packs-refused-future",
    NothingYet says "packs-refused-nothing",
});

/// Issues a pack of everything recorded until the end of a day, or until now. Its bytes are kept:
/// what is downloaded years later is what the record names. The log is read again first: what a
/// pack says of the rules is signed, and must not rest on what was found some night before.
pub async fn issue(app: &App, actor: Actor, as_of: Option<Day>) -> Result<Issued, CannotIssue> {
    let order = order(app, &actor, as_of).await?;
    crate::readiness::reread(app, actor.org, |_, _| {}).await?;
    let (digest, bytes) = put(app, &order).await?;
    let id = PackId::fresh(app.clock.now(), &app.dice);
    let issued = Issued {
        id,
        order,
        digest,
        bytes,
    };
    let kept = issued.clone();
    app.act_as(actor, move |act| Box::pin(keep(act, kept)))
        .await?;
    Ok(issued)
}

async fn order(app: &App, actor: &Actor, as_of: Option<Day>) -> Result<Order, CannotIssue> {
    crate::ledger::sequence(app, actor.org).await?;
    let mut db = app.read().await?;
    let now = app.clock.now();
    let organisation = store::organisation(&mut db, actor.org).await?;
    let zone = TimeZone::get(&organisation.time_zone).map_err(anyhow::Error::from)?;
    let today = now.day(&zone);
    let as_of = as_of.unwrap_or(today);
    if as_of > today {
        return Err(CannotIssue::Future);
    }
    let until = as_of.end(&zone).min(now);
    let signed = store::checkpoint_until(&mut db, actor.org, until).await?;
    let size = signed.ok_or(CannotIssue::NothingYet)?.size;
    Ok(Order {
        org: actor.org,
        as_of,
        size,
        issued_at: now,
        issued_by: actor.person,
    })
}

/// Writes the pack into the store of files; gives its digest and its length in bytes.
async fn put(app: &App, order: &Order) -> Result<(Digest, u64)> {
    let file = tempfile::tempfile_in(&app.config.data).context("failed to make a file")?;
    let out = Measured {
        out: io::BufWriter::new(file),
        digest: Sha256::new(),
        bytes: 0,
    };
    let (measured, _) = write(app, order, out).await?;
    let digest = Digest(measured.digest.finalize().into());
    let mut file = measured
        .out
        .into_inner()
        .context("failed to write a pack")?;
    file.rewind()?;
    app.files.put_file(file, digest).await?;
    Ok((digest, measured.bytes))
}

/// The bytes of a pack that was issued, one after another.
pub async fn read(app: &App, pack: Digest) -> Result<BoxStream<'static, Result<Bytes>>> {
    let found = app.files.stream(pack).await?;
    found.context("a pack that was issued is not in the store of files")
}

async fn keep(act: &mut Act, issued: Issued) -> Result<(), CannotIssue> {
    let org: OrgId = act.org();
    let order = &issued.order;
    let signed = store::checkpoint_of(&mut act.db, org, order.size).await?;
    let head = crate::ledger::head(&mut act.db, org).await?;
    let note = signed.context("the checkpoint of the pack")?.note;
    let verifier = head.key.parse().map_err(anyhow::Error::from)?;
    let checkpoint =
        tlog::Checkpoint::open(&note, &head.origin, &[verifier]).map_err(anyhow::Error::from)?;
    let body = PackIssued {
        pack: Some(issued.digest.into()),
        as_of: order.issued_at.into(),
        size: order.size as u64,
        root: record::Digest(checkpoint.root().0),
        scope: format!("everything recorded until the end of {}", order.as_of),
    };
    let recorded = act.record_first(issued.id, body, &[]).await?;
    let row = PackRow {
        id: issued.id,
        as_of: order.as_of,
        size: order.size,
        digest: issued.digest,
        bytes: issued.bytes as i64,
        issued_at: order.issued_at,
        issued_by: order.issued_by,
        issuer: None,
    };
    store::insert_pack(act, &row, recorded.id).await?;
    Ok(())
}

/// Digests and counts what goes through it.
struct Measured<W> {
    out: W,
    digest: Sha256,
    bytes: u64,
}

impl<W: Write> Write for Measured<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.digest.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
