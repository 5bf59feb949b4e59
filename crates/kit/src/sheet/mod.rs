//! A list that somebody else's program wrote: bytes to text, text to cells.
//!
//! The encoding is told or refused, the delimiter is sniffed, quotation marks are honoured, every
//! record knows its line, and nothing is read that would eat the memory. Which column means what is
//! guessed from words that the caller knows; what the cells mean is the caller's.

pub mod cells;
mod decode;
mod delimiter;
mod headings;

use std::collections::BTreeMap;

pub use csv::StringRecord;
use csv::{ReaderBuilder, StringRecordsIntoIter};

pub use decode::{CannotRead, Encoding};
pub use delimiter::Delimiter;
pub use headings::{Known, Signature, heading_word};

use decode::decode;
use delimiter::{refuse_runaway, sniff, without_separator_line};

const MOST_ROWS: usize = 200_000;
const LONGEST_HEADING: usize = 1_000;

/// A file that has been understood as a table, with its heading row set apart.
#[derive(Debug, Clone)]
pub struct Sheet {
    text: String,
    encoding: Encoding,
    delimiter: Delimiter,
    headings: Vec<String>,
    heading_line: u64,
    filled: Vec<bool>,
    rows: usize,
}

impl Sheet {
    /// Reads a file as a spreadsheet program or another system wrote it.
    pub fn open(bytes: &[u8]) -> Result<Self, CannotRead> {
        let decoded = decode(bytes)?;
        let (delimiter, text) = without_separator_line(decoded.text);
        let delimiter = delimiter.unwrap_or_else(|| sniff(&text));
        refuse_runaway(&text, delimiter)?;

        let mut records = Records::new(&text, delimiter);
        let (heading_line, first) = records.next().ok_or(CannotRead::Empty)?;
        let headings = read_headings(&first)?;
        let (filled, rows) = survey(records, headings.len())?;
        Ok(Self {
            encoding: decoded.encoding,
            delimiter,
            headings,
            heading_line,
            filled,
            rows,
            text,
        })
    }

    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    pub fn delimiter(&self) -> Delimiter {
        self.delimiter
    }

    /// The headings as they stand in the file, trimmed.
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// How many lines follow the heading row, blank ones not counted.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Names the heading row, so that a mapping can be remembered for the next file that looks the same.
    pub fn signature(&self) -> Signature {
        Signature::of(&self.headings)
    }

    /// What the headings most likely mean. Columns without a single value are left alone: they would only erase.
    pub fn guess<F: Copy + Ord>(&self, known: Known<'_, F>) -> BTreeMap<F, usize> {
        headings::guess(&self.headings, &self.filled, known)
    }

    /// For every column its first `count` values, to show beside the heading. Looks at the first lines only.
    pub fn samples(&self, count: usize) -> Vec<Vec<String>> {
        const LINES: usize = 200;

        let mut samples = vec![Vec::new(); self.headings.len()];
        for (_, record) in self.records().take(LINES) {
            for (samples, cell) in samples.iter_mut().zip(&record) {
                if samples.len() < count && !cells::is_blank(cell) {
                    samples.push(cells::excerpt(&cells::clean(cell)));
                }
            }
        }
        samples
    }

    /// The lines below the headings, blank ones left out.
    pub fn records(&self) -> impl Iterator<Item = (u64, StringRecord)> {
        let heading_line = self.heading_line;
        Records::new(&self.text, self.delimiter).skip_while(move |(line, _)| *line <= heading_line)
    }
}

/// Records with the line each begins on.
struct Records<'a> {
    text: &'a [u8],
    records: StringRecordsIntoIter<&'a [u8]>,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, delimiter: Delimiter) -> Self {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter.byte())
            .from_reader(text.as_bytes());
        Self {
            text: text.as_bytes(),
            records: reader.into_records(),
        }
    }

    /// The reader places a record before the blank lines that precede it; a person counts from the text.
    fn line_of(&self, record: &StringRecord) -> u64 {
        let position = record
            .position()
            .expect("the reader positions every record it returns");
        let start = usize::try_from(position.byte()).expect("a position in a slice fits in memory");
        let blank = self.text[start..]
            .iter()
            .take_while(|&&byte| byte == b'\n')
            .count();
        position.line() + blank as u64
    }
}

impl Iterator for Records<'_> {
    type Item = (u64, StringRecord);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let record = self
                .records
                .next()?
                .expect("text in memory with rows of any length always parses");
            if !record.iter().all(cells::is_blank) {
                return Some((self.line_of(&record), record));
            }
        }
    }
}

fn read_headings(record: &StringRecord) -> Result<Vec<String>, CannotRead> {
    if let Some(column) = record
        .iter()
        .position(|heading| heading.len() > LONGEST_HEADING)
    {
        return Err(CannotRead::LongHeading {
            column: column + 1,
            limit: LONGEST_HEADING,
        });
    }
    Ok(record
        .iter()
        .map(|heading| cells::clean(heading).into_owned())
        .collect())
}

/// Which columns hold anything, and how many lines there are.
fn survey(records: Records<'_>, columns: usize) -> Result<(Vec<bool>, usize), CannotRead> {
    let mut filled = vec![false; columns];
    let mut rows = 0;
    for (_, record) in records {
        rows += 1;
        if rows > MOST_ROWS {
            return Err(CannotRead::TooManyRows { limit: MOST_ROWS });
        }
        for (filled, cell) in filled.iter_mut().zip(&record) {
            *filled |= !cells::is_blank(cell);
        }
    }
    Ok((filled, rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delimiter(text: &str) -> Delimiter {
        Sheet::open(text.as_bytes()).unwrap().delimiter()
    }

    fn lines(text: &str) -> Vec<u64> {
        Sheet::open(text.as_bytes())
            .unwrap()
            .records()
            .map(|(line, _)| line)
            .collect()
    }

    #[test]
    fn comma_semicolon_and_tab_are_told_apart() {
        assert_eq!(delimiter("Name,Email\nAda,a@b.de\n"), Delimiter::Comma);
        assert_eq!(delimiter("Name;Email\nAda;a@b.de\n"), Delimiter::Semicolon);
        assert_eq!(delimiter("Name\tEmail\nAda\ta@b.de\n"), Delimiter::Tab);
    }

    #[test]
    fn commas_inside_quotation_marks_do_not_count() {
        assert_eq!(
            delimiter("\"Last, First, Middle\";Email\n\"Lovelace, Ada, K\";a@b.de\n"),
            Delimiter::Semicolon
        );
    }

    #[test]
    fn commas_inside_plain_cells_lose_against_the_steadier_delimiter() {
        assert_eq!(
            delimiter("Name;Titel, lang;Ort\nAda;Chefin, Technik, IT;Köln\nBo;Koch;Bonn\n"),
            Delimiter::Semicolon
        );
    }

    #[test]
    fn a_separator_line_decides_and_keeps_the_line_numbers() {
        let sheet = Sheet::open(b"sep=;\nName;Email\nAda;a@b.de\n").unwrap();

        assert_eq!(sheet.headings(), ["Name", "Email"]);
        assert_eq!(sheet.records().next().unwrap().0, 3);
    }

    #[test]
    fn blank_lines_and_lines_of_bare_delimiters_are_skipped_but_counted() {
        assert_eq!(
            lines("\n\nName,Email\n\nAda,a@b.de\n,\n\n\nBo,b@b.de\n\n"),
            [5, 9]
        );
    }

    #[test]
    fn a_line_number_is_where_a_quoted_record_begins() {
        assert_eq!(lines("Name,Note\n\"Ada\",\"one\ntwo\"\nBo,x\n"), [2, 4]);
    }

    #[test]
    fn a_quotation_mark_that_never_closes_is_refused_with_its_line() {
        let error = Sheet::open(b"Name,Email\n\"A \"\"big\"\" one\",x\n\"Ada,a@b.de\nBo,b@b.de\n")
            .unwrap_err();
        assert_eq!(error, CannotRead::UnclosedQuote { line: 3 });
    }

    #[test]
    fn a_quotation_mark_inside_a_cell_is_only_a_character() {
        assert_eq!(lines("Name,Note\nAda,5\" screen\nBo,x\n"), [2, 3]);
    }

    #[test]
    fn a_heading_row_out_of_all_proportion_is_refused() {
        let wide = ",".repeat(2_000);
        assert_eq!(
            Sheet::open(format!("a{wide}").as_bytes()).unwrap_err(),
            CannotRead::TooManyColumns {
                line: 1,
                limit: 500
            }
        );
        let long = "a".repeat(100_000);
        assert_eq!(
            Sheet::open(long.as_bytes()).unwrap_err(),
            CannotRead::LongHeading {
                column: 1,
                limit: 1_000
            }
        );
    }

    #[test]
    fn more_lines_than_are_ever_read_are_refused() {
        let text = format!("Name\n{}", "a\n".repeat(MOST_ROWS + 1));
        assert_eq!(
            Sheet::open(text.as_bytes()).unwrap_err(),
            CannotRead::TooManyRows { limit: MOST_ROWS }
        );
    }

    #[test]
    fn samples_show_the_first_values_of_every_column() {
        let sheet = Sheet::open(b"Name,Email\nAda,\nBo,b@b.de\nCy,c@b.de\n").unwrap();
        assert_eq!(sheet.samples(1), [["Ada"], ["b@b.de"]]);
    }
}
