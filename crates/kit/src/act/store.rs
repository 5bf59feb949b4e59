use std::collections::HashMap;

use anyhow::{Context, Result};
use record::ObjectId;

use crate::args;
use crate::db::{Args, Conn, FromRow, Sql};
use crate::id::OrgId;

#[derive(Debug, FromRow)]
pub(super) struct Revision {
    pub(super) rev: i64,
    hash: Vec<u8>,
}

impl Revision {
    pub(super) fn digest(&self) -> Result<record::Digest> {
        let bytes = self
            .hash
            .as_slice()
            .try_into()
            .context("a leaf hash has 32 bytes")?;
        Ok(record::Digest(bytes))
    }
}

pub(super) async fn last_revision(
    conn: &mut Conn,
    org: OrgId,
    obj: ObjectId,
) -> Result<Option<Revision>> {
    conn.maybe(
        "SELECT rev, hash FROM record WHERE org = $1 AND obj = $2 ORDER BY rev DESC LIMIT 1",
        args![org, obj.to_string()],
    )
    .await
}

/// The last revision of each of many objects.
pub(super) async fn last_revisions(
    conn: &mut Conn,
    org: OrgId,
    objs: impl Iterator<Item = ObjectId>,
) -> Result<HashMap<String, Revision>> {
    let objs: Vec<String> = objs.map(|obj| obj.to_string()).collect();
    let mut found = HashMap::with_capacity(objs.len());
    for some in objs.chunks(5_000) {
        let revisions: Vec<(String, i64, Vec<u8>)> = conn
            .all(
                Sql::each(
                    "SELECT r.obj, r.rev, r.hash FROM record r WHERE r.org = $1 \
                     AND r.obj IN (SELECT value FROM json_each($2)) AND r.rev = \
                     (SELECT MAX(m.rev) FROM record m WHERE m.org = r.org AND m.obj = r.obj)",
                    "SELECT r.obj, r.rev, r.hash FROM record r WHERE r.org = $1 \
                     AND r.obj IN (SELECT jsonb_array_elements_text($2::jsonb)) AND r.rev = \
                     (SELECT MAX(m.rev) FROM record m WHERE m.org = r.org AND m.obj = r.obj)",
                ),
                args![org, serde_json::to_string(some)?],
            )
            .await?;
        for (obj, rev, hash) in revisions {
            found.insert(obj, Revision { rev, hash });
        }
    }
    Ok(found)
}

/// Rows of records on their way into the database.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) leaves: Vec<Args>,
    pub(super) records: Vec<Args>,
    pub(super) salts: Vec<Args>,
    pub(super) disclosures: Vec<Args>,
}

const LEAF: &str = "INSERT INTO leaf (org, id, bytes, at, rev)";
const RECORD: &str =
    "INSERT INTO record (org, id, type, class, obj, rev, actor, at, claimed, late, hash, bytes)";
const SALT: &str = "INSERT INTO salt (org, id, bytes)";
const DISCLOSURE: &str = "INSERT INTO disclosure (org, record, name, text)";

impl Rows {
    /// Inserts many.
    pub(super) async fn insert(self, conn: &mut Conn) -> Result<()> {
        for (into, rows) in self.of_tables() {
            conn.insert_many(into, rows, "").await?;
        }
        Ok(())
    }

    /// Inserts a few with whatever else the unit of work writes.
    pub(super) fn insert_soon(self, conn: &mut Conn) {
        for (into, rows) in self.of_tables() {
            conn.insert_soon(into, rows, "");
        }
    }

    /// In the order in which they refer to each other.
    fn of_tables(self) -> [(&'static str, Vec<Args>); 4] {
        [
            (LEAF, self.leaves),
            (RECORD, self.records),
            (SALT, self.salts),
            (DISCLOSURE, self.disclosures),
        ]
    }
}
