//! Words, and what stands among them: signs, footnotes, links, pictures.

use super::super::super::clean;
use super::super::super::note::LeftOut;
use super::super::super::write::Inline;
use super::super::xml::{Element, Space};
use super::{Body, Frame, Picture};

impl Body<'_> {
    pub(super) fn text(&mut self, text: &str) {
        match self.frames.last() {
            Some(Frame::Text) => self.words(text),
            Some(Frame::Instruction) => self.fields.instruct(text),
            _ => {}
        }
    }

    pub(super) fn words(&mut self, text: &str) {
        let link = match self.links.last() {
            Some(link) => link.as_deref(),
            None => self.fields.link(),
        };
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        if paragraph.run.is_hidden {
            self.notes.count(LeftOut::HiddenText);
            return;
        }
        self.letters += text.len();
        paragraph.push(text, link.filter(|link| leads_outside(link)));
    }

    pub(super) fn sign(&mut self, sign: &str) -> Frame {
        self.words(sign);
        Frame::Plain
    }

    /// A letter of a font of signs: those that texts need, the others are noted.
    pub(super) fn symbol(&mut self, element: &Element<'_>) -> Frame {
        let code = element.value("char").unwrap_or_default().to_uppercase();
        match code.as_str() {
            "F0FC" => self.sign("✓"),
            "F0FE" => self.sign("☑"),
            "F0A8" | "F06F" => self.sign("☐"),
            "F0E0" | "F0AE" => self.sign("→"),
            "F0B7" | "F0A7" => self.sign("•"),
            _ => self.noted(LeftOut::Symbols, Frame::Plain),
        }
    }

    pub(super) fn line_break(&mut self, element: &Element<'_>) -> Frame {
        let is_of_page = matches!(element.value("type").as_deref(), Some("page" | "column"));
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|_| !is_of_page) {
            paragraph.words.push(Inline::Break);
        }
        Frame::Plain
    }

    pub(super) fn refer(&mut self, kind: &str, element: &Element<'_>) -> Frame {
        let id = format!("{kind}{}", element.value("id").unwrap_or_default());
        let at = self.order.iter().position(|known| *known == id);
        let at = at.unwrap_or_else(|| {
            self.order.push(id);
            self.order.len() - 1
        });
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.words.push(Inline::Footnote(at + 1));
        }
        Frame::Plain
    }

    pub(super) fn begin_footnote(&mut self, element: &Element<'_>) -> Frame {
        // The lines that separate footnotes from the text are stored as footnotes.
        if element.value("type").is_some_and(|kind| kind != "normal") {
            return Frame::Skip;
        }
        let kind = if element.is(Space::Word, "footnote") {
            "f"
        } else {
            "e"
        };
        self.footnote = format!("{kind}{}", element.value("id").unwrap_or_default());
        self.places.push(Vec::new());
        Frame::Footnote
    }

    pub(super) fn begin_link(&mut self, element: &Element<'_>) -> Frame {
        let id = element.value("id").unwrap_or_default();
        let address = self.relations.address(&id).map(str::to_owned);
        self.push_link(address)
    }

    pub(super) fn push_link(&mut self, address: Option<String>) -> Frame {
        if let Some(address) = address.as_deref().filter(|address| !leads_outside(address)) {
            self.notes.name(LeftOut::Addresses, address);
        }
        self.links.push(address);
        Frame::Link
    }

    pub(super) fn begin_picture(&mut self, is_object: bool) -> Frame {
        self.pictures.push(Picture {
            is_object,
            ..Picture::default()
        });
        Frame::Picture
    }

    pub(super) fn describe_picture(&mut self, element: &Element<'_>) {
        let words = ["descr", "alt", "title"]
            .iter()
            .find_map(|name| element.value(name));
        if let (Some(picture), Some(words)) = (self.pictures.last_mut(), words) {
            picture.words = clean::line(&words, 500);
        }
    }

    pub(super) fn end_picture(&mut self) {
        let Some(picture) = self.pictures.pop() else {
            return;
        };
        match (picture.has_text, picture.is_object) {
            (true, _) => self.notes.count(LeftOut::TextBoxes),
            (_, true) => self.notes.count(LeftOut::Objects),
            _ => {
                self.notes.name(LeftOut::Pictures, &picture.words);
                self.words(&picture.words);
            }
        }
    }
}

/// The only addresses that a page shows as links.
fn leads_outside(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|start| address.starts_with(start))
}
