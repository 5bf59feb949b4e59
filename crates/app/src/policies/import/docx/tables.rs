//! Tables while they are read. A cell of Markdown is one line, so what stands in it becomes one.

use super::super::note::{LeftOut, Notes};
use super::super::write::{Block, Inline, Look, plain};

/// Columns that a merged cell may claim.
const MOST_COLUMNS: u32 = 64;

#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<Vec<Block>>>,
    row: Row,
}

#[derive(Debug, Default)]
struct Row {
    cells: Vec<Vec<Block>>,
    span: u32,
    is_deleted: bool,
}

impl Table {
    pub(super) fn begin_row(&mut self) {
        self.row = Row::default();
    }

    pub(super) fn delete_row(&mut self) {
        self.row.is_deleted = true;
    }

    pub(super) fn begin_cell(&mut self) {
        self.row.span = 1;
    }

    pub(super) fn span(&mut self, columns: u32) {
        self.row.span = columns.clamp(1, MOST_COLUMNS);
    }

    /// The cell and the empty ones beside it that it covers; how many.
    pub(super) fn end_cell(&mut self, blocks: Vec<Block>) -> usize {
        self.row.cells.push(blocks);
        let covered = self.row.span.saturating_sub(1) as usize;
        self.row
            .cells
            .extend(std::iter::repeat_n(Vec::new(), covered));
        covered + 1
    }

    pub(super) fn end_row(&mut self, notes: &mut Notes) {
        let row = std::mem::take(&mut self.row);
        if row.is_deleted {
            notes.count(LeftOut::Deletions);
        } else if !row.cells.is_empty() {
            self.rows.push(row.cells);
        }
    }

    /// The blocks a table becomes. A table of one cell is a frame around text; a table in a cell
    /// becomes a line for each of its rows.
    pub(super) fn into_blocks(mut self, is_nested: bool, notes: &mut Notes) -> Vec<Block> {
        if let [row] = self.rows.as_mut_slice()
            && let [cell] = row.as_mut_slice()
        {
            return std::mem::take(cell);
        }
        let rows: Vec<Vec<Vec<Inline>>> = self
            .rows
            .into_iter()
            .map(|row| {
                row.into_iter()
                    .map(|cell| in_one_line(cell, notes))
                    .collect()
            })
            .collect();
        let is_empty = rows.iter().flatten().all(Vec::is_empty);
        match (is_empty, is_nested) {
            (true, _) => Vec::new(),
            (false, false) => vec![Block::Table(rows)],
            (false, true) => {
                notes.count(LeftOut::NestedTables);
                let lines = rows.into_iter().map(|row| joined(row, "; "));
                lines.map(Block::Paragraph).collect()
            }
        }
    }
}

/// The words of several blocks, one after the other.
pub(super) fn in_one_line(blocks: Vec<Block>, notes: &mut Notes) -> Vec<Inline> {
    if blocks.len() > 1 {
        notes.count(LeftOut::ParagraphsInCells);
    }
    let words = blocks.into_iter().flat_map(|block| match block {
        Block::Heading(_, words) | Block::Paragraph(words) => vec![words],
        Block::Item(item) => vec![item.words],
        Block::Table(rows) => rows.into_iter().flatten().collect(),
    });
    joined(words.collect(), "; ")
}

/// One line of several, with a mark between two of them unless the first ends with one.
fn joined(lines: Vec<Vec<Inline>>, mark: &str) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::new();
    for line in lines.into_iter().filter(|line| !line.is_empty()) {
        if !joined.is_empty() {
            let ends = plain(&joined)
                .trim_end()
                .ends_with(['.', ':', ';', ',', '!', '?']);
            let mark = if ends { " " } else { mark };
            joined.push(Inline::Words(mark.to_owned(), Look::default()));
        }
        joined.extend(line);
    }
    joined
}
