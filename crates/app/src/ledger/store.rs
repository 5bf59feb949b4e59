//! Queries of the log: organisations, waiting leaves, tiles, checkpoints.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use kit::db::{Conn, FromRow, Sql};
use kit::id::{OrgId, RecordId};
use kit::reconcile::Reconciled;
use kit::{Moment, args};
use tlog::{Hash, Tile, TileId};

use super::found::NewOrganisation;

/// Where a log stands.
#[derive(Clone, Debug, FromRow)]
pub struct Head {
    pub origin: String,
    pub size: i64,
    /// The time of its latest leaf.
    pub last_at: Moment,
    /// The signed checkpoint over exactly this size.
    pub checkpoint: String,
    /// The verifier key of the log.
    pub key: String,
}

pub(super) async fn insert_organisation(
    db: &mut Conn,
    org: OrgId,
    new: &NewOrganisation,
    origin: &str,
    now: Moment,
) -> Result<()> {
    let purpose = if new.is_demonstration {
        "demonstration"
    } else {
        "live"
    };
    db.run(
        "INSERT INTO organisation (id, name, language, time_zone, purpose, origin, founded_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            org,
            &new.name,
            new.language,
            &new.time_zone,
            purpose,
            origin,
            now
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn insert_log(
    db: &mut Conn,
    org: OrgId,
    checkpoint: &str,
    key: &str,
    now: Moment,
) -> Result<()> {
    db.run(
        "INSERT INTO log_state (org, size, last_at, checkpoint, key) VALUES ($1, 0, $2, $3, $4)",
        args![org, now, checkpoint, key],
    )
    .await?;
    Ok(())
}

/// An organisation of this installation.
#[derive(Clone, Debug, FromRow)]
pub struct Organisation {
    pub id: OrgId,
    pub name: String,
}

/// Every organisation, each with its log.
pub async fn organisations(db: &mut Conn) -> Result<Vec<Organisation>> {
    db.all(
        "SELECT id, name FROM organisation ORDER BY name, id",
        vec![],
    )
    .await
}

/// How many leaves wait for their index, in all logs.
pub(super) async fn count_waiting(db: &mut Conn) -> Result<i64> {
    let (n,): (i64,) = db
        .one("SELECT count(*) FROM leaf WHERE idx IS NULL", vec![])
        .await?;
    Ok(n)
}

/// The time of the latest leaf of any log.
pub(super) async fn latest(db: &mut Conn) -> Result<Option<Moment>> {
    let (at,): (Option<Moment>,) = db.one("SELECT max(last_at) FROM log_state", vec![]).await?;
    Ok(at)
}

/// The organisations that have leaves waiting for an index.
pub(super) async fn organisations_with_waiting(db: &mut Conn) -> Result<Vec<OrgId>> {
    let orgs: Vec<(OrgId,)> = db
        .all(
            "SELECT DISTINCT org FROM leaf WHERE idx IS NULL ORDER BY org",
            vec![],
        )
        .await?;
    Ok(orgs.into_iter().map(|(org,)| org).collect())
}

/// Where the log of an organisation stands.
pub async fn head(db: &mut Conn, org: OrgId) -> Result<Head> {
    db.one(
        "SELECT o.origin, l.size, l.last_at, l.checkpoint, l.key \
         FROM log_state l JOIN organisation o ON o.id = l.org WHERE l.org = $1",
        args![org],
    )
    .await
}

/// The verifier key of the log of this name, if it is one of ours.
pub async fn key_of_log(db: &mut Conn, origin: &str) -> Result<Option<String>> {
    let found: Option<(String,)> = db
        .maybe(
            "SELECT l.key FROM log_state l JOIN organisation o ON o.id = l.org WHERE o.origin = $1",
            args![origin],
        )
        .await?;
    Ok(found.map(|(key,)| key))
}

/// Leaves without an index, oldest first; of one moment, earlier revisions before later ones, so
/// that what a record continues always stands before it.
pub(super) async fn waiting(
    db: &mut Conn,
    org: OrgId,
    most: i64,
) -> Result<Vec<(String, Vec<u8>)>> {
    db.all(
        "SELECT id, bytes FROM leaf WHERE org = $1 AND idx IS NULL ORDER BY at, rev, id LIMIT $2",
        args![org, most],
    )
    .await
}

/// Gives these leaves their places, one after the other from `first` on; how many got one.
pub(super) async fn give_places(
    db: &mut Conn,
    org: OrgId,
    leaves: &[&str],
    first: i64,
) -> Result<u64> {
    db.run(
        Sql::each(
            // With a limit the list is read once; without one SQLite reads it for every leaf of the log.
            "UPDATE leaf SET idx = $3 + given.key \
             FROM (SELECT key, value FROM json_each($2) LIMIT -1) AS given \
             WHERE leaf.org = $1 AND leaf.id = given.value",
            "UPDATE leaf SET idx = $3 + given.key - 1 \
             FROM jsonb_array_elements_text($2::jsonb) WITH ORDINALITY AS given (value, key) \
             WHERE leaf.org = $1 AND leaf.id = given.value",
        ),
        args![org, serde_json::to_string(leaves)?, first],
    )
    .await
}

/// The tiles that are asked for, as far as they exist at least as wide.
pub(super) async fn tiles(
    db: &mut Conn,
    org: OrgId,
    wanted: impl IntoIterator<Item = TileId>,
) -> Result<Vec<Tile>> {
    let mut tiles = Vec::new();
    for id in wanted {
        let stored: Option<(Vec<u8>,)> = db
            .maybe(
                "SELECT bytes FROM tile WHERE org = $1 AND level = $2 AND n = $3",
                args![org, i64::from(id.level()), id.index() as i64],
            )
            .await?;
        if let Some((bytes,)) = stored {
            let width = usize::from(id.width()) * Hash::SIZE;
            if let Some(bytes) = bytes.get(..width) {
                tiles.push(Tile::from_bytes(id, bytes)?);
            }
        }
    }
    Ok(tiles)
}

pub(super) async fn keep_tile(db: &mut Conn, org: OrgId, tile: &Tile) -> Result<()> {
    let id = tile.id();
    db.run(
        "INSERT INTO tile (org, level, n, bytes) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (org, level, n) DO UPDATE SET bytes = excluded.bytes",
        args![
            org,
            i64::from(id.level()),
            id.index() as i64,
            tile.to_bytes()
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn move_head(
    db: &mut Conn,
    org: OrgId,
    (from, to): (i64, i64),
    last_at: Moment,
    checkpoint: &str,
) -> Result<bool> {
    let moved = db
        .run(
            "UPDATE log_state SET size = $3, last_at = $4, checkpoint = $5 \
             WHERE org = $1 AND size = $2",
            args![org, from, to, last_at, checkpoint],
        )
        .await?;
    Ok(moved == 1)
}

pub(super) async fn keep_checkpoint(
    db: &mut Conn,
    org: OrgId,
    size: i64,
    at: Moment,
    note: &str,
) -> Result<()> {
    db.run(
        "INSERT INTO checkpoint (org, size, at, note) VALUES ($1, $2, $3, $4)",
        args![org, size, at, note],
    )
    .await?;
    Ok(())
}

/// Index and leaf bytes of a record, or no index while it waits.
pub(super) async fn leaf_of(
    db: &mut Conn,
    org: OrgId,
    record: RecordId,
) -> Result<Option<(Option<i64>, Vec<u8>)>> {
    db.maybe(
        "SELECT idx, bytes FROM leaf WHERE org = $1 AND id = $2",
        args![org, record],
    )
    .await
}

/// How many leaves of one log wait for their index.
pub(super) async fn count_waiting_of(db: &mut Conn, org: OrgId) -> Result<i64> {
    let (n,): (i64,) = db
        .one(
            "SELECT count(*) FROM leaf WHERE org = $1 AND idx IS NULL",
            args![org],
        )
        .await?;
    Ok(n)
}

/// Which records a list shows.
#[derive(Debug)]
pub(super) struct Window {
    pub(super) from: Moment,
    pub(super) to: Moment,
    pub(super) kind: Option<String>,
    pub(super) before: Option<RecordId>,
}

/// A record as a list shows it.
#[derive(Debug, FromRow)]
pub(super) struct Listed {
    pub(super) id: RecordId,
    pub(super) idx: Option<i64>,
    pub(super) at: Moment,
    pub(super) actor: String,
    pub(super) bytes: Vec<u8>,
}

/// Records of a window, newest first, in the order in which records get their places. Ids carry
/// their time: where a page begins is the end of its window.
pub(super) async fn records(
    db: &mut Conn,
    org: OrgId,
    window: &Window,
    most: i64,
) -> Result<Vec<Listed>> {
    let before = window.before.map_or(String::new(), |id| id.to_string());
    let shown = args![org, window.from, window.to, before, most];
    match &window.kind {
        None => {
            db.all(
                "SELECT r.id, l.idx, r.at, r.actor, r.bytes FROM record r \
                 JOIN leaf l ON l.org = r.org AND l.id = r.id \
                 WHERE r.org = $1 AND r.at >= $2 AND r.at <= $3 \
                 AND (r.at < $3 OR $4 = '' OR (r.rev, r.id) < \
                      (SELECT b.rev, b.id FROM record b WHERE b.org = $1 AND b.id = $4)) \
                 ORDER BY r.at DESC, r.rev DESC, r.id DESC LIMIT $5",
                shown,
            )
            .await
        }
        Some(kind) => {
            let mut shown = shown;
            shown.push(kind.into());
            db.all(
                "SELECT r.id, l.idx, r.at, r.actor, r.bytes FROM record r \
                 JOIN leaf l ON l.org = r.org AND l.id = r.id \
                 WHERE r.org = $1 AND r.type = $6 AND r.at >= $2 AND r.at <= $3 \
                 AND (r.at < $3 OR $4 = '' OR (r.rev, r.id) < \
                      (SELECT b.rev, b.id FROM record b WHERE b.org = $1 AND b.id = $4)) \
                 ORDER BY r.at DESC, r.rev DESC, r.id DESC LIMIT $5",
                shown,
            )
            .await
        }
    }
}

/// A record with its leaf.
#[derive(Debug, FromRow)]
pub(super) struct Kept {
    pub(super) id: RecordId,
    pub(super) r#type: String,
    pub(super) obj: String,
    pub(super) rev: i64,
    pub(super) actor: String,
    pub(super) at: Moment,
    pub(super) claimed: Option<Moment>,
    pub(super) late: Option<String>,
    pub(super) bytes: Vec<u8>,
    pub(super) leaf: Vec<u8>,
    /// `None` once it was erased.
    pub(super) salt: Option<Vec<u8>>,
}

/// The record at a place of the log.
pub(super) async fn record_at(db: &mut Conn, org: OrgId, index: i64) -> Result<Option<Kept>> {
    db.maybe(
        "SELECT r.id, r.type, r.obj, r.rev, r.actor, r.at, r.claimed, r.late, r.bytes, \
                l.bytes AS leaf, s.bytes AS salt \
         FROM leaf l JOIN record r ON r.org = l.org AND r.id = l.id \
         LEFT JOIN salt s ON s.org = l.org AND s.id = l.id \
         WHERE l.org = $1 AND l.idx = $2",
        args![org, index],
    )
    .await
}

/// Where a revision of the same thing is in the log, if there is one and it has its place.
pub(super) async fn index_of_revision(
    db: &mut Conn,
    org: OrgId,
    obj: &str,
    rev: i64,
) -> Result<Option<i64>> {
    let found: Option<(Option<i64>,)> = db
        .maybe(
            "SELECT l.idx FROM record r JOIN leaf l ON l.org = r.org AND l.id = r.id \
             WHERE r.org = $1 AND r.obj = $2 AND r.rev = $3",
            args![org, obj, rev],
        )
        .await?;
    Ok(found.and_then(|(index,)| index))
}

const NAMES: Sql = Sql::each(
    "SELECT id, name FROM person WHERE org = $1 AND id IN (SELECT value FROM json_each($2))",
    "SELECT id, name FROM person WHERE org = $1 AND id IN \
     (SELECT jsonb_array_elements_text(CAST($2 AS JSONB)))",
);

/// The names behind pseudonyms.
pub(super) async fn names(
    db: &mut Conn,
    org: OrgId,
    people: &BTreeSet<String>,
) -> Result<BTreeMap<String, String>> {
    let names: Vec<(String, String)> = db
        .all(NAMES, args![org, serde_json::to_string(people)?])
        .await?;
    Ok(names.into_iter().collect())
}

/// What the rows of this slice repeat of their records.
pub(super) const RECONCILED: &[Reconciled] = &[kit::reconciled! {
    "organisation" as "SELECT o.id AS org, o.purpose, o.origin, s.key, r.id AS record \
        FROM organisation o LEFT JOIN log_state s ON s.org = o.id \
        LEFT JOIN record r ON r.org = o.id AND r.type = 'log-started' WHERE o.id = $1"
    rests on ["log-started"] {
        "purpose" => Same "/body/purpose",
        "origin" => Same "/body/origin",
        "key" => Same "/body/key",
    }
}];
