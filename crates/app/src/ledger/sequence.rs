//! Giving waiting leaves their places, and recovering with the same code.

use anyhow::{Context, Result, bail, ensure};
use jiff::SignedDuration;
use kit::db::Conn;
use kit::id::OrgId;
use kit::{Act, Moment};
use record::Leaf;
use tlog::note::Signer;
use tlog::{Checkpoint, EdgeTree, TileId};

use super::store::{self, Head};
use super::{HighWater, LogKeys};
use crate::App;

/// Leaves per transaction.
const BATCH: i64 = 4096;

/// Sequences every log that has leaves waiting.
pub async fn sequence_all(app: &App) -> Result<()> {
    let waiting = store::organisations_with_waiting(&mut app.read().await?).await?;
    for org in waiting {
        sequence(app, org).await?;
    }
    Ok(())
}

/// Gives every waiting leaf of a log its place and signs the new checkpoint.
pub async fn sequence(app: &App, org: OrgId) -> Result<()> {
    loop {
        let keys = app.log_keys.clone();
        let batch = app
            .act_as_system(org, |act| Box::pin(sequence_batch(act, keys)))
            .await?;
        let Some((head, taken)) = batch else {
            return Ok(());
        };
        HighWater::in_folder(&app.config.data).keep(&head)?;
        if taken < BATCH {
            return Ok(());
        }
    }
}

/// How many leaves wait for their place, in all logs.
pub async fn waiting(app: &App) -> Result<i64> {
    store::count_waiting(&mut app.read().await?).await
}

/// When the latest record of any log was made.
pub async fn latest(app: &App) -> Result<Option<Moment>> {
    store::latest(&mut app.read().await?).await
}

/// At the start: is the database what it was when we last signed? Then finish what waits.
pub async fn open(app: &App) -> Result<()> {
    continues(app).await?;
    sequence_all(app).await
}

/// Does every log continue what was signed before?
pub async fn continues(app: &App) -> Result<()> {
    let organisations = store::organisations(&mut app.read().await?).await?;
    for organisation in organisations {
        let org = organisation.id;
        let mut db = app.read().await?;
        HighWater::in_folder(&app.config.data)
            .check(&mut db, org)
            .await?;
        let head = store::head(&mut db, org).await?;
        load_edge(&mut db, org, &head)
            .await
            .context("the stored tree is damaged")?;
    }
    Ok(())
}

async fn sequence_batch(act: &mut Act, keys: LogKeys) -> Result<Option<(Head, i64)>> {
    let org = act.org();
    act.db.lock(&format!("{org}/log")).await?;
    let leaves = store::waiting(&mut act.db, org, BATCH).await?;
    if leaves.is_empty() {
        return Ok(None);
    }
    let head = store::head(&mut act.db, org).await?;
    let mut tree = load_edge(&mut act.db, org, &head).await?;
    let leaves = parsed(leaves)?;
    let ids: Vec<&str> = leaves.iter().map(|(id, _)| id.as_str()).collect();
    let placed = store::give_places(&mut act.db, org, &ids, head.size).await?;
    ensure!(placed == ids.len() as u64, "a waiting leaf went away");
    let taken = leaves.len() as i64;
    for tile in tree.extend(leaves.iter().map(|(_, leaf)| leaf.hash())) {
        store::keep_tile(&mut act.db, org, &tile).await?;
    }
    let last_at = leaves
        .last()
        .map_or(head.last_at, |(_, leaf)| time_of(leaf).max(head.last_at));
    let signer = keys.signer(&head.origin)?;
    let head = sign(act, head, &tree, last_at, &signer).await?;
    Ok(Some((head, taken)))
}

async fn sign(
    act: &mut Act,
    head: Head,
    tree: &EdgeTree,
    last_at: Moment,
    signer: &Signer,
) -> Result<Head> {
    if signer.verifier().to_string() != head.key {
        bail!(
            "the key of this installation is not the key of the log {}",
            head.origin
        );
    }
    let org = act.org();
    let note = Checkpoint::new(&head.origin, tree.head())?
        .sign(&[signer])?
        .to_string();
    let (size, now) = (tree.size() as i64, act.now());
    if !store::move_head(&mut act.db, org, (head.size, size), last_at, &note).await? {
        bail!("the log {} moved while its lock was held", head.origin);
    }
    store::keep_checkpoint(&mut act.db, org, size, now, &note).await?;
    Ok(Head {
        size,
        last_at,
        checkpoint: note,
        ..head
    })
}

/// The edge of the stored tree, checked against the signed checkpoint.
async fn load_edge(db: &mut Conn, org: OrgId, head: &Head) -> Result<EdgeTree> {
    let verifier = head.key.parse().context("the log's key")?;
    let checkpoint = Checkpoint::open(&head.checkpoint, &head.origin, &[verifier])?;
    if checkpoint.size() != head.size as u64 {
        bail!(
            "the stored size {} is not the signed one {}",
            head.size,
            checkpoint.size()
        );
    }
    let edge: Vec<TileId> = TileId::edge_of(checkpoint.size()).collect();
    let tiles = store::tiles(db, org, edge).await?;
    Ok(EdgeTree::from_edge(checkpoint.size(), tiles)?.with_root(checkpoint.root())?)
}

/// They come in the order of their time. Within a batch times never fall; between batches they
/// may by as long as a transaction takes, which the verifier allows for.
fn parsed(leaves: Vec<(String, Vec<u8>)>) -> Result<Vec<(String, Leaf)>> {
    leaves
        .into_iter()
        .map(|(id, bytes)| Ok((id, Leaf::parse(&bytes)?)))
        .collect()
}

fn time_of(leaf: &Leaf) -> Moment {
    Moment::from_millis(0).plus(SignedDuration::from_millis(leaf.recorded_ms as i64))
}
