//! What stands between the cells, and the quotation marks that keep it from doing so.

use serde::Serialize;

use super::decode::{CannotRead, line_at};

/// The most cells in a line.
const MOST_COLUMNS: usize = 500;

/// What stands between two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delimiter {
    Comma,
    Semicolon,
    Tab,
}

impl Delimiter {
    const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// Excel writes, and only Excel understands, a first line such as `sep=;`. It is blanked, so that lines keep their number.
pub(super) fn without_separator_line(mut text: String) -> (Option<Delimiter>, String) {
    let first = text.lines().next().unwrap_or_default();
    let named = Delimiter::ALL.into_iter().find(|delimiter| {
        first
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("sep="))
            && first.as_bytes()[4..] == [delimiter.byte()]
    });
    if named.is_some() {
        text.replace_range(..first.len(), "");
    }
    (named, text)
}

/// The delimiter that cuts the first lines into equally many cells; of several, the one that makes the most.
pub(super) fn sniff(text: &str) -> Delimiter {
    let counts = count_delimiters(text.as_bytes());
    let score = |delimiter: Delimiter| {
        let of = |line: &[usize; 3]| line[delimiter as usize];
        let heading = counts.first().map_or(0, of);
        let alike = counts
            .iter()
            .filter(|line| heading > 0 && of(line) == heading)
            .count();
        (alike, heading)
    };
    // `max_by_key` keeps the last of equals, so the comma wins a draw by standing last.
    Delimiter::ALL
        .into_iter()
        .rev()
        .max_by_key(|delimiter| score(*delimiter))
        .unwrap_or(Delimiter::Comma)
}

/// How often each candidate stands outside quotation marks, for each of the first lines.
fn count_delimiters(text: &[u8]) -> Vec<[usize; 3]> {
    const LINES: usize = 20;
    const BYTES: usize = 64 * 1024;

    let mut counts = vec![[0; 3]];
    let mut place = Place::Start;
    for &byte in text.trim_ascii_start().iter().take(BYTES) {
        let candidate = Delimiter::ALL
            .into_iter()
            .position(|delimiter| delimiter.byte() == byte);
        place = place.after(byte, candidate.is_some() || byte == b'\n');
        match (place, candidate) {
            (Place::Start, Some(candidate)) => counts[0][candidate] += 1,
            (Place::Start, None) if counts.len() == LINES => break,
            (Place::Start, None) => counts.insert(0, [0; 3]),
            _ => {}
        }
    }
    counts.reverse();
    counts
}

/// Refuses what would eat memory or lines: a lost quotation mark silently swallows every line after it into one cell,
/// and a line of nothing but delimiters becomes millions of cells.
pub(super) fn refuse_runaway(text: &str, delimiter: Delimiter) -> Result<(), CannotRead> {
    let (mut place, mut opened, mut columns) = (Place::Start, 0, 1);
    for (at, byte) in text.bytes().enumerate() {
        let next = place.after(byte, byte == delimiter.byte() || byte == b'\n');
        match (place, next) {
            (Place::Start, Place::Quoted) => opened = at,
            (_, Place::Start) if byte == b'\n' => columns = 1,
            (_, Place::Start) => columns += 1,
            _ => {}
        }
        if columns > MOST_COLUMNS {
            let line = line_at(text.as_bytes(), at);
            return Err(CannotRead::TooManyColumns {
                line,
                limit: MOST_COLUMNS,
            });
        }
        place = next;
    }
    match place {
        Place::Quoted => Err(CannotRead::UnclosedQuote {
            line: line_at(text.as_bytes(), opened),
        }),
        _ => Ok(()),
    }
}

/// Where a byte stands, as far as quotation marks are concerned (RFC 4180 §2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    Plain,
    Quoted,
    /// After a closing quotation mark, or between the two of a doubled one.
    Closed,
}

impl Place {
    fn after(self, byte: u8, ends_cell: bool) -> Self {
        match (self, byte) {
            (Self::Start | Self::Closed, b'"') => Self::Quoted,
            (Self::Quoted, b'"') => Self::Closed,
            (Self::Quoted, _) => Self::Quoted,
            _ if ends_cell => Self::Start,
            _ => Self::Plain,
        }
    }
}
