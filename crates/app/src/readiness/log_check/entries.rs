//! The log itself: leaves in their places, records that open them, the root that was signed.

use anyhow::Result;
use kit::db::Conn;
use kit::id::OrgId;
use record::envelope::DoesNotOpen;
use record::{Envelope, Leaf, Salt};
use tlog::{Checkpoint, Frontier};

use super::finding::Finding;
use super::store::{self, LeafRow};
use crate::ledger::Head;

/// Records per query: a few megabytes at a time, whatever the size of the log.
const BATCH: i64 = 4096;

/// Reads every record up to the signed size, and what waits for its place after it.
pub(super) async fn reread(
    db: &mut Conn,
    org: OrgId,
    head: &Head,
    progress: &mut (impl FnMut(u64, u64) + Send),
) -> Result<Finding> {
    let Ok(signed) = Checkpoint::open(&head.checkpoint, &head.origin, &[head.key.parse()?]) else {
        return Ok(Finding::Checkpoint);
    };
    if i64::try_from(signed.size()) != Ok(head.size) {
        return Ok(Finding::Checkpoint);
    }
    let mut tree = Frontier::default();
    while tree.size() < signed.size() {
        let from = tree.size() as i64;
        let leaves = store::leaves(db, org, from, BATCH.min(head.size - from)).await?;
        if leaves.is_empty() {
            return Ok(Finding::Missing(tree.size()));
        }
        // Hashing and parsing thousands of records must not hold up who waits for a page.
        match tokio::task::spawn_blocking(move || grow(tree, &leaves)).await? {
            Ok(grown) => tree = grown,
            Err(found) => return Ok(found),
        }
        progress(tree.size(), signed.size());
    }
    if tree.root() != signed.root() {
        return Ok(Finding::OtherRoot);
    }
    beside(db, org, head).await
}

/// What stands in the database and in no place of the signed log: nothing but records of the last
/// moments, which wait for theirs.
async fn beside(db: &mut Conn, org: OrgId, head: &Head) -> Result<Finding> {
    if let Some(place) = store::beyond(db, org, head.size).await? {
        return Ok(Finding::Beyond(place));
    }
    if store::without_leaf(db, org).await? {
        return Ok(Finding::Unentered);
    }
    let mut after = String::new();
    loop {
        let waiting = store::waiting(db, org, &after, BATCH).await?;
        let Some(last) = waiting.last() else {
            return Ok(Finding::Intact);
        };
        after.clone_from(&last.id);
        if waiting.iter().any(|row| open(row).is_err()) {
            return Ok(Finding::Unentered);
        }
    }
}

/// Adds the next leaves, each if it is the next one and its record the one it was made for.
fn grow(mut tree: Frontier, rows: &[LeafRow]) -> Result<Frontier, Finding> {
    for row in rows {
        let place = tree.size();
        if row.idx.and_then(|idx| u64::try_from(idx).ok()) != Some(place) {
            return Err(Finding::Missing(place));
        }
        let leaf = open(row).map_err(|fault| fault.at(place))?;
        tree.push(leaf.hash());
    }
    Ok(tree)
}

/// Why a leaf is not opened by its row.
enum Fault {
    Altered,
    Unopened,
    Column(&'static str),
}

impl Fault {
    fn at(self, place: u64) -> Finding {
        match self {
            Fault::Altered => Finding::Altered(place),
            Fault::Unopened => Finding::Unopened(place),
            Fault::Column(column) => Finding::Differs {
                what: format!("record.{column}"),
                place: Some(place),
            },
        }
    }
}

impl From<DoesNotOpen> for Fault {
    fn from(_: DoesNotOpen) -> Fault {
        Fault::Altered
    }
}

/// A record or a salt that is gone leaves nothing to compare. No kind of record erases one yet, so
/// none may be gone: whoever deletes it hides what the record said.
fn open(row: &LeafRow) -> Result<Leaf, Fault> {
    let leaf = Leaf::parse(&row.leaf).map_err(|_| Fault::Altered)?;
    let (Some(bytes), Some(salt)) = (&row.record, &row.salt) else {
        return Err(Fault::Unopened);
    };
    let salt = salt.as_slice().try_into().map_err(|_| Fault::Altered)?;
    let said = Envelope::open(bytes, &Salt(salt), &leaf)?;
    match row.repeats(&said, &leaf) {
        Some(column) => Err(Fault::Column(column)),
        None => Ok(leaf),
    }
}

impl LeafRow {
    /// The column beside the record's bytes that says otherwise than they do.
    fn repeats(&self, said: &Envelope, leaf: &Leaf) -> Option<&'static str> {
        let millis = |at: record::Moment| i64::try_from(at.as_millis()).unwrap_or(i64::MAX);
        let at = |at: Option<kit::Moment>| at.map(kit::Moment::as_millis);
        let columns = [
            ("org", said.org.to_string() == self.org),
            ("type", self.kind.as_deref() == Some(said.body.type_id())),
            ("obj", self.obj == Some(said.obj.to_string())),
            ("rev", self.rev == Some(i64::from(said.rev))),
            ("actor", self.actor == Some(said.actor.pid.to_string())),
            ("at", at(self.at) == Some(millis(said.at))),
            ("claimed", at(self.claimed) == said.claimed.map(millis)),
            ("late", self.late == said.late),
            ("hash", self.hash.as_deref() == Some(&leaf.hash().0[..])),
        ];
        let wrong = columns.into_iter().find(|(_, agrees)| !agrees);
        wrong.map(|(column, _)| column)
    }
}
