//! Paragraphs, lists and tables.

use super::super::super::note::LeftOut;
use super::super::super::write::{Block, Inline, Item, Look, plain};
use super::super::numbering::{LEVELS, Mark};
use super::super::paragraph::{Paragraph, Run};
use super::super::styles::Role;
use super::super::tables::Table;
use super::super::xml::Element;
use super::{Body, Frame};

impl Body<'_> {
    pub(super) fn begin_paragraph(&mut self) -> Frame {
        if let Some(picture) = self.pictures.last_mut() {
            picture.has_text = true;
        }
        self.paragraphs.push(Paragraph::default());
        Frame::Paragraph
    }

    pub(super) fn begin_run(&mut self) -> Frame {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.run = Run::default();
        }
        Frame::Run
    }

    pub(super) fn learn_of_paragraph(&mut self, frame: Frame, element: &Element<'_>) -> Frame {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return Frame::Plain;
        };
        match (frame, element.name()) {
            (Frame::MarkProperties, b"del" | b"moveFrom") => paragraph.is_open_ended = true,
            (Frame::MarkProperties, _) => {}
            (_, b"pStyle") => paragraph.style = element.value("val"),
            (_, b"outlineLvl") => paragraph.outline = element.number("val"),
            (_, b"numId") => paragraph.list = element.value("val"),
            (_, b"ilvl") => paragraph.level = element.number("val"),
            (_, b"numPr") => return frame,
            _ => {}
        }
        Frame::Plain
    }

    pub(super) fn learn_of_run(&mut self, element: &Element<'_>) {
        let styles = self.styles;
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        let run = &mut paragraph.run;
        match element.name() {
            b"rStyle" => {
                let style = element.value("val").unwrap_or_default();
                (run.look.bold, run.look.italic) = styles.look(&style);
            }
            b"b" => run.look.bold = element.is_on(),
            b"i" => run.look.italic = element.is_on(),
            b"strike" | b"dstrike" => run.look.struck = element.is_on(),
            b"vanish" => run.is_hidden = element.is_on(),
            _ => {}
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else {
            return;
        };
        let mut words = std::mem::take(&mut self.carried);
        words.extend(paragraph.words.iter().cloned());
        if paragraph.is_open_ended {
            self.carried = words;
            return;
        }
        let role = self.role(&paragraph);
        let mark = self.mark(&paragraph, role);
        if plain(&words).trim().is_empty() {
            return;
        }
        match role {
            Role::Contents => self.notes.count(LeftOut::ListsOfContents),
            Role::Title => self.push(Block::Heading(0, unmarked(&words))),
            Role::Heading(level) => {
                let words = behind(mark, unmarked(&words));
                self.push(Block::Heading(level, words));
            }
            Role::Words => self.push_words(mark, &paragraph, words),
        }
    }

    fn push_words(&mut self, mark: Mark, paragraph: &Paragraph, words: Vec<Inline>) {
        let number = match mark {
            Mark::Bullet => None,
            Mark::Count { number, is_plain } => {
                self.notes
                    .add(LeftOut::LetteredLists, usize::from(!is_plain));
                Some(number)
            }
            mark => return self.push(Block::Paragraph(behind(mark, words))),
        };
        let (_, level) = self.list(paragraph).unwrap_or_default();
        let style = paragraph.style.as_deref().unwrap_or_default();
        let level = level.max(self.styles.depth(style));
        self.push(Block::Item(Item {
            level,
            number,
            words,
        }));
    }

    fn push(&mut self, block: Block) {
        if let Some(place) = self.places.last_mut() {
            place.push(block);
        }
    }

    /// The blocks of a place that ends, with what its last paragraph left over.
    pub(super) fn end_place(&mut self) -> Vec<Block> {
        let mut blocks = self.places.pop().unwrap_or_default();
        let carried = std::mem::take(&mut self.carried);
        if !plain(&carried).trim().is_empty() {
            blocks.push(Block::Paragraph(carried));
        }
        blocks
    }

    /// A heading within a table is no heading of the text.
    fn role(&self, paragraph: &Paragraph) -> Role {
        let style = paragraph.style.as_deref().unwrap_or_default();
        let role = match paragraph.outline.map(u8::try_from) {
            Some(Ok(level @ 0..=8)) => Role::Heading(level + 1),
            _ => self.styles.role(style),
        };
        match role {
            Role::Heading(_) | Role::Title if self.places.len() > 1 => Role::Words,
            role => role,
        }
    }

    fn mark(&mut self, paragraph: &Paragraph, role: Role) -> Mark {
        let Some((list, level)) = self.list(paragraph) else {
            return Mark::None;
        };
        if paragraph
            .level
            .is_some_and(|level| level as usize >= LEVELS)
        {
            self.notes.count(LeftOut::DeepLists);
        }
        self.numbering.count(&list, level, role != Role::Words)
    }

    /// The list a paragraph stands in, by itself or by its style; list 0 is none.
    fn list(&self, paragraph: &Paragraph) -> Option<(String, usize)> {
        let style = paragraph.style.as_deref().unwrap_or_default();
        let by_style = self.styles.list(style);
        let (list, level) = match &paragraph.list {
            Some(list) => (list.clone(), paragraph.level.unwrap_or_default()),
            None => {
                let (list, level) = by_style?;
                (list, paragraph.level.unwrap_or(level))
            }
        };
        (list != "0").then_some((list, (level as usize).min(LEVELS - 1)))
    }

    pub(super) fn begin_table(&mut self) -> Frame {
        self.tables.push(Table::default());
        Frame::Table
    }

    pub(super) fn begin_cell(&mut self) -> Frame {
        if let Some(table) = self.tables.last_mut() {
            table.begin_cell();
        }
        self.places.push(Vec::new());
        Frame::Cell
    }

    pub(super) fn within_table(&mut self, act: impl FnOnce(&mut Table), frame: Frame) -> Frame {
        if let Some(table) = self.tables.last_mut() {
            act(table);
        }
        frame
    }

    pub(super) fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else {
            return;
        };
        let is_nested = !self.tables.is_empty();
        for block in table.into_blocks(is_nested, self.notes) {
            self.push(block);
        }
    }
}

/// A heading is not bold: it is a heading.
fn unmarked(words: &[Inline]) -> Vec<Inline> {
    let words = words.iter().map(|word| match word {
        Inline::Words(text, look) => {
            let link = look.link.clone();
            Inline::Words(
                text.clone(),
                Look {
                    link,
                    ..Look::default()
                },
            )
        }
        other => other.clone(),
    });
    words.collect()
}

/// Words behind their number.
fn behind(mark: Mark, words: Vec<Inline>) -> Vec<Inline> {
    match mark {
        Mark::Words(number) if !number.is_empty() => {
            let number = Inline::Words(format!("{number} "), Look::default());
            std::iter::once(number).chain(words).collect()
        }
        _ => words,
    }
}
