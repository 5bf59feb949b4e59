//! Reconciling state with records: what a table repeats of a record is what that record says.
//!
//! Whoever holds the database can write a row without doing anything. A slice therefore names, for
//! each of its tables whose rows rest on a record, which columns repeat what of it
//! ([`reconciled!`](crate::reconciled)); [`Reconciled::check`] goes through every row and through
//! every record of those kinds, and names the first that has no counterpart. Memory does not grow
//! with either.

mod repeated;
mod store;

use anyhow::{Context, Result};
use futures_util::TryStreamExt;
use futures_util::future::BoxFuture;
use serde_json::Value;

use crate::args;
use crate::db::{Cells, Conn, Sql};
use crate::id::OrgId;

pub use repeated::As;

/// A table whose rows rest on records.
#[derive(Clone, Copy, Debug)]
pub struct Reconciled {
    pub table: &'static str,
    /// The kinds of records that a row may rest on; each of them has a row here.
    pub kinds: &'static [&'static str],
    /// Which records of these kinds have a row here, where another table keeps the others.
    pub keeps: fn(&Value) -> bool,
    /// The columns that are compared: its name, how it repeats, and where the record says it.
    pub columns: &'static [(&'static str, As, &'static str)],
    #[doc(hidden)]
    pub rows: Sql,
    #[doc(hidden)]
    pub unkept: Sql,
}

/// A comparison of several rows with several records: the first difference.
pub type Together = for<'a> fn(&'a mut Conn, OrgId) -> BoxFuture<'a, Result<Option<Difference>>>;

/// The first thing on which rows and records do not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A column, as `table.column`, says otherwise than the record at this index. `None` for one
    /// that waits for its place.
    Differs { what: String, index: Option<u64> },
    /// A row of this table names no record, or one of another kind.
    Unrecorded { table: String },
    /// A record has no row in this table.
    Unkept { table: String, index: Option<u64> },
}

impl Reconciled {
    /// Compares every row with its record, and finds the records without a row.
    pub async fn check(&self, db: &mut Conn, org: OrgId) -> Result<Option<Difference>> {
        match self.rows(db, org).await? {
            None => self.records(db, org).await,
            found => Ok(found),
        }
    }

    async fn rows(&self, db: &mut Conn, org: OrgId) -> Result<Option<Difference>> {
        let mut rows = db.stream::<Cells>(self.rows, args![org]).await?;
        while let Some(row) = rows.try_next().await? {
            if let Some(found) = self.compare(&row)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn compare(&self, row: &Cells) -> Result<Option<Difference>> {
        let [index, kind, record, columns @ ..] = row.texts() else {
            anyhow::bail!("a row is read with its record");
        };
        let (Some(kind), Some(record)) = (kind, record) else {
            return Ok(Some(self.unrecorded()));
        };
        let said: Value = serde_json::from_str(record).context("a record is JSON")?;
        if !self.kinds.contains(&kind.as_str()) || !(self.keeps)(&said) {
            return Ok(Some(self.unrecorded()));
        }
        let differs = self
            .columns
            .iter()
            .zip(columns)
            .find(|((_, how, pointer), text)| !how.repeats(text.as_deref(), said.pointer(pointer)));
        Ok(differs.map(|((column, ..), _)| Difference::Differs {
            what: format!("{}.{column}", self.table),
            index: place(index.as_deref()),
        }))
    }

    fn unrecorded(&self) -> Difference {
        Difference::Unrecorded {
            table: self.table.to_owned(),
        }
    }

    async fn records(&self, db: &mut Conn, org: OrgId) -> Result<Option<Difference>> {
        for kind in self.kinds {
            let mut records = db.stream::<Cells>(self.unkept, args![org, *kind]).await?;
            while let Some(row) = records.try_next().await? {
                let [index, Some(record)] = row.texts() else {
                    anyhow::bail!("a record is read with its index");
                };
                let said: Value = serde_json::from_str(record).context("a record is JSON")?;
                if (self.keeps)(&said) {
                    return Ok(Some(Difference::Unkept {
                        table: self.table.to_owned(),
                        index: place(index.as_deref()),
                    }));
                }
            }
        }
        Ok(None)
    }
}

/// An index as the queries give it.
pub fn place(text: Option<&str>) -> Option<u64> {
    text?.parse().ok()
}
