//! The walk through the words of a part.
//!
//! A frame is pushed for each element that opens and popped when it closes, so nothing here calls
//! itself, however deep a file is.

use std::collections::BTreeMap;

use super::super::CannotImport;
use super::super::note::{LeftOut, Notes};
use super::super::write::{Block, Inline};
use super::field::{self, Fields};
use super::numbering::Numbering;
use super::paragraph::Paragraph;
use super::relations::Relations;
use super::styles::Styles;
use super::tables::{Table, in_one_line};
use super::xml::{Element, Piece, Space, Xml};

mod blocks;
mod words;

/// Cells of all tables; more are no text.
const MOST_CELLS: usize = 50_000;

/// What the element is that closes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frame {
    Plain,
    Paragraph,
    ParagraphProperties,
    /// Of the sign that ends a paragraph.
    MarkProperties,
    Run,
    RunProperties,
    Text,
    Instruction,
    Link,
    Picture,
    Table,
    Row,
    RowProperties,
    Cell,
    Footnote,
    /// Past it without a look.
    Skip,
}

#[derive(Debug, Default)]
struct Picture {
    words: String,
    is_object: bool,
    has_text: bool,
}

pub(super) struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    relations: &'a Relations,
    notes: &'a mut Notes,
    frames: Vec<Frame>,
    /// Where blocks go: the text, a cell, a footnote; the innermost last.
    places: Vec<Vec<Block>>,
    tables: Vec<Table>,
    paragraphs: Vec<Paragraph>,
    pictures: Vec<Picture>,
    links: Vec<Option<String>>,
    fields: Fields,
    carried: Vec<Inline>,
    order: Vec<String>,
    footnotes: BTreeMap<String, Vec<Inline>>,
    footnote: String,
    letters: usize,
    cells: usize,
}

impl<'a> Body<'a> {
    pub(super) fn new(
        styles: &'a Styles,
        numbering: Numbering,
        relations: &'a Relations,
        notes: &'a mut Notes,
    ) -> Self {
        Self {
            styles,
            numbering,
            relations,
            notes,
            frames: Vec::new(),
            places: vec![Vec::new()],
            tables: Vec::new(),
            paragraphs: Vec::new(),
            pictures: Vec::new(),
            links: Vec::new(),
            fields: Fields::default(),
            carried: Vec::new(),
            order: Vec::new(),
            footnotes: BTreeMap::new(),
            footnote: String::new(),
            letters: 0,
            cells: 0,
        }
    }

    pub(super) fn walk(&mut self, part: &str) -> Result<(), CannotImport> {
        let mut xml = Xml::new(part);
        while let Some(piece) = xml.piece()? {
            match piece {
                Piece::Open(element) => match self.open(&element) {
                    Frame::Skip => xml.skip()?,
                    frame => self.frames.push(frame),
                },
                Piece::Text(text) => self.text(&text),
                Piece::Close => {
                    if let Some(frame) = self.frames.pop() {
                        self.close(frame);
                    }
                }
            }
            if self.letters > crate::documents::LARGEST || self.cells > MOST_CELLS {
                return Err(CannotImport::TooLong);
            }
        }
        Ok(())
    }

    /// The blocks of the text; with a title above them, headings stand one level lower.
    pub(super) fn take_blocks(&mut self) -> Vec<Block> {
        let mut blocks = self.end_place();
        let has_title = blocks
            .iter()
            .any(|block| matches!(block, Block::Heading(0, _)));
        for block in &mut blocks {
            if let Block::Heading(level, _) = block {
                *level = (*level + u8::from(has_title)).clamp(1, 6);
            }
        }
        blocks
    }

    /// Which footnotes the text names, in order.
    pub(super) fn take_footnotes(&mut self) -> Vec<String> {
        std::mem::take(&mut self.order)
    }

    /// The words of the footnotes of this part.
    pub(super) fn take_notes(&mut self) -> BTreeMap<String, Vec<Inline>> {
        std::mem::take(&mut self.footnotes)
    }

    fn open(&mut self, element: &Element<'_>) -> Frame {
        match (element.space, element.name()) {
            (Space::Word, name) if name.ends_with(b"Change") => Frame::Skip,
            (Space::Word, _) => self.open_word(element),
            (Space::Math, b"oMath") => {
                self.notes.count(LeftOut::Formulas);
                Frame::Plain
            }
            (Space::Math, b"t") => Frame::Text,
            (Space::Alternatives, b"Fallback") => Frame::Skip,
            (Space::Other, b"docPr" | b"shape") => {
                self.describe_picture(element);
                Frame::Plain
            }
            _ => Frame::Plain,
        }
    }

    fn open_word(&mut self, element: &Element<'_>) -> Frame {
        let top = self.frames.last().copied().unwrap_or(Frame::Plain);
        match (top, element.name()) {
            (Frame::ParagraphProperties, b"rPr") => Frame::MarkProperties,
            (Frame::ParagraphProperties | Frame::MarkProperties, _) => {
                self.learn_of_paragraph(top, element)
            }
            (Frame::RunProperties, _) => {
                self.learn_of_run(element);
                Frame::Plain
            }
            (Frame::RowProperties, b"del") => self.within_table(Table::delete_row, Frame::Plain),
            (Frame::Run, b"rPr") => Frame::RunProperties,
            (Frame::Run, b"tab" | b"ptab") => self.sign(" "),
            _ => self.open_in_line(element),
        }
    }

    fn open_block(&mut self, element: &Element<'_>) -> Frame {
        match element.name() {
            b"p" => self.begin_paragraph(),
            b"pPr" => Frame::ParagraphProperties,
            b"r" => self.begin_run(),
            b"hyperlink" => self.begin_link(element),
            b"fldSimple" => {
                let instruction = element.value("instr").unwrap_or_default();
                self.push_link(field::address(&instruction))
            }
            b"ins" | b"moveTo" => self.noted(LeftOut::Insertions, Frame::Plain),
            b"del" | b"moveFrom" => self.noted(LeftOut::Deletions, Frame::Skip),
            b"altChunk" | b"subDoc" => self.noted(LeftOut::LinkedFiles, Frame::Skip),
            b"headerReference" | b"footerReference" => {
                self.noted(LeftOut::HeadersAndFooters, Frame::Plain)
            }
            b"sdtPr" | b"rt" | b"rubyPr" => Frame::Skip,
            b"tbl" => self.begin_table(),
            b"tr" => self.within_table(Table::begin_row, Frame::Row),
            b"trPr" => Frame::RowProperties,
            b"tc" => self.begin_cell(),
            b"gridSpan" => {
                let columns = element.number("val").unwrap_or(1);
                self.notes
                    .add(LeftOut::MergedCells, usize::from(columns > 1));
                self.within_table(|table| table.span(columns), Frame::Plain)
            }
            b"vMerge" if element.value("val").is_none_or(|value| value == "continue") => {
                self.noted(LeftOut::MergedCells, Frame::Plain)
            }
            b"footnote" | b"endnote" => self.begin_footnote(element),
            _ => Frame::Plain,
        }
    }

    fn open_in_line(&mut self, element: &Element<'_>) -> Frame {
        match element.name() {
            b"t" => Frame::Text,
            b"delText" | b"delInstrText" => Frame::Skip,
            b"instrText" => Frame::Instruction,
            b"fldChar" => {
                self.fields
                    .mark(&element.value("fldCharType").unwrap_or_default());
                Frame::Plain
            }
            b"noBreakHyphen" => self.sign("\u{2011}"),
            b"sym" => self.symbol(element),
            b"br" | b"cr" => self.line_break(element),
            b"footnoteReference" => self.refer("f", element),
            b"endnoteReference" => self.refer("e", element),
            b"commentReference" => self.noted(LeftOut::Comments, Frame::Plain),
            b"drawing" | b"pict" => self.begin_picture(false),
            b"object" => self.begin_picture(true),
            _ => self.open_block(element),
        }
    }

    fn close(&mut self, frame: Frame) {
        match frame {
            Frame::Paragraph => self.end_paragraph(),
            Frame::Link => {
                self.links.pop();
            }
            Frame::Picture => self.end_picture(),
            Frame::Table => self.end_table(),
            Frame::Row => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row(self.notes);
                }
            }
            Frame::Cell => {
                let blocks = self.end_place();
                self.cells += self
                    .tables
                    .last_mut()
                    .map_or(0, |table| table.end_cell(blocks));
            }
            Frame::Footnote => {
                let blocks = self.end_place();
                let words = in_one_line(blocks, self.notes);
                self.footnotes
                    .insert(std::mem::take(&mut self.footnote), words);
            }
            _ => {}
        }
    }

    /// Counts what is not as it was, and goes on.
    fn noted(&mut self, what: LeftOut, frame: Frame) -> Frame {
        self.notes.count(what);
        frame
    }
}
