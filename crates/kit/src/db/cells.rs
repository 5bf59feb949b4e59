//! A row of texts, whatever its table.

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row};

/// Every column of a row as text, in the order of the query, which casts them.
#[derive(Clone, Debug)]
pub struct Cells(Vec<Option<String>>);

impl Cells {
    pub fn texts(&self) -> &[Option<String>] {
        &self.0
    }
}

impl FromRow<'_, SqliteRow> for Cells {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Cells> {
        (0..row.len())
            .map(|at| row.try_get(at))
            .collect::<sqlx::Result<_>>()
            .map(Cells)
    }
}

impl FromRow<'_, PgRow> for Cells {
    fn from_row(row: &PgRow) -> sqlx::Result<Cells> {
        (0..row.len())
            .map(|at| row.try_get(at))
            .collect::<sqlx::Result<_>>()
            .map(Cells)
    }
}
