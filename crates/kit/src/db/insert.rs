//! Rows on their way into the database: many of a table in one statement, several tables in one
//! message.

use super::sql::Args;

/// SQLite takes 32,766 arguments a statement, PostgreSQL 65,535.
const ARGUMENTS: usize = 30_000;
/// Rows a statement: more would not be faster.
const ROWS: usize = 500;
/// Statements of so few rows come again and again in the same shape.
const FEW: usize = 8;

/// Rows of one table.
#[derive(Debug)]
pub(super) struct Insert {
    /// `INSERT INTO table (a, b)`
    pub(super) into: &'static str,
    /// Each as wide as the others.
    pub(super) rows: Vec<Args>,
    /// What follows the rows, such as `ON CONFLICT DO NOTHING`.
    pub(super) tail: &'static str,
}

impl Insert {
    fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    fn arguments(&self) -> usize {
        self.rows.len() * self.width()
    }
}

/// Adds rows behind those of the same table that wait already.
pub(super) fn add(waiting: &mut Vec<Insert>, new: Insert) {
    let same =
        |old: &&mut Insert| (old.into, old.tail, old.width()) == (new.into, new.tail, new.width());
    match waiting.iter_mut().find(same) {
        Some(old) => old.rows.extend(new.rows),
        None => waiting.push(new),
    }
}

pub(super) fn fit_together(inserts: &[Insert]) -> bool {
    inserts.iter().map(Insert::arguments).sum::<usize>() <= ARGUMENTS
}

/// The same rows in statements that both databases take.
pub(super) fn batches(insert: Insert) -> impl Iterator<Item = Insert> {
    let most = most_rows(insert.width());
    let Insert { into, rows, tail } = insert;
    let mut rows = rows.into_iter().peekable();
    std::iter::from_fn(move || {
        rows.peek()?;
        let rows = rows.by_ref().take(most).collect();
        Some(Insert { into, rows, tail })
    })
}

fn most_rows(width: usize) -> usize {
    (ARGUMENTS / width.max(1)).clamp(1, ROWS)
}

/// Is it worth keeping these statements prepared?
pub(super) fn is_usual(inserts: &[Insert]) -> bool {
    inserts
        .iter()
        .all(|insert| insert.rows.len() <= FEW || insert.rows.len() == most_rows(insert.width()))
}

/// `INSERT …; INSERT …`: SQLite takes several statements one after the other. It looks the name
/// of an argument up among all of them, so they have none.
pub(super) fn sqlite_text(inserts: &[Insert]) -> String {
    let statements: Vec<String> = inserts
        .iter()
        .map(|insert| statement(insert, |text| text.push('?')))
        .collect();
    statements.join("; ")
}

/// `WITH w0 AS (INSERT …) INSERT …`: PostgreSQL takes several as parts of one.
pub(super) fn postgres_text(inserts: &[Insert]) -> String {
    let mut number = 0;
    let mut statements: Vec<String> = inserts
        .iter()
        .map(|insert| {
            statement(insert, |text| {
                number += 1;
                text.push('$');
                text.push_str(&number.to_string());
            })
        })
        .collect();
    let last = statements.pop().unwrap_or_default();
    let parts: Vec<String> = statements
        .iter()
        .enumerate()
        .map(|(place, statement)| format!("w{place} AS ({statement})"))
        .collect();
    if parts.is_empty() {
        last
    } else {
        format!("WITH {} {last}", parts.join(", "))
    }
}

fn statement(insert: &Insert, mut argument: impl FnMut(&mut String)) -> String {
    let mut text = String::with_capacity(insert.into.len() + insert.arguments() * 4 + 64);
    text.push_str(insert.into);
    text.push_str(" VALUES ");
    for (place, row) in insert.rows.iter().enumerate() {
        text.push_str(if place == 0 { "(" } else { ", (" });
        for column in 0..row.len() {
            if column > 0 {
                text.push_str(", ");
            }
            argument(&mut text);
        }
        text.push(')');
    }
    if !insert.tail.is_empty() {
        text.push(' ');
        text.push_str(insert.tail);
    }
    text
}

/// The arguments of these statements, in their order.
pub(super) fn arguments(inserts: Vec<Insert>) -> Args {
    inserts
        .into_iter()
        .flat_map(|insert| insert.rows)
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args;

    fn two_tables() -> Vec<Insert> {
        let mut waiting = Vec::new();
        for (into, row) in [
            ("INSERT INTO a (x, y)", args![1i64, 2i64]),
            ("INSERT INTO b (z)", args![3i64]),
            ("INSERT INTO a (x, y)", args![4i64, 5i64]),
        ] {
            let rows = vec![row];
            let tail = "";
            add(&mut waiting, Insert { into, rows, tail });
        }
        waiting
    }

    #[test]
    fn rows_of_one_table_stand_in_one_statement() {
        assert_eq!(
            sqlite_text(&two_tables()),
            "INSERT INTO a (x, y) VALUES (?, ?), (?, ?); INSERT INTO b (z) VALUES (?)"
        );
        assert_eq!(
            postgres_text(&two_tables()),
            "WITH w0 AS (INSERT INTO a (x, y) VALUES ($1, $2), ($3, $4)) \
             INSERT INTO b (z) VALUES ($5)"
        );
        assert_eq!(arguments(two_tables()), args![1i64, 2i64, 4i64, 5i64, 3i64]);
    }

    #[test]
    fn many_rows_are_split_where_a_database_would_refuse_them() {
        let many = Insert {
            into: "INSERT INTO a (x)",
            rows: vec![args![1i64]; 1_200],
            tail: "",
        };
        let sizes: Vec<usize> = batches(many).map(|batch| batch.rows.len()).collect();
        assert_eq!(sizes, [500, 500, 200]);
        assert_eq!(most_rows(100), 300);
    }
}
