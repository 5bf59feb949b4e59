//! What a style makes of a paragraph or of words.

use std::collections::HashMap;

use super::super::CannotImport;
use super::xml::{Element, Piece, Space, Xml};

/// Styles that rest on one another, more than anybody has.
const LONGEST_CHAIN: usize = 20;

#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

#[derive(Clone, Debug, Default)]
struct Style {
    name: String,
    rests_on: Option<String>,
    outline: Option<u8>,
    list: Option<String>,
    list_level: Option<u32>,
    bold: Option<bool>,
    italic: Option<bool>,
}

/// What a paragraph is by its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Heading(u8),
    /// A line of a list of contents.
    Contents,
    Words,
}

impl Styles {
    pub(super) fn read(part: &str) -> Result<Self, CannotImport> {
        let mut styles = Self::default();
        let mut xml = Xml::new(part);
        let (mut id, mut style) = (None, Style::default());
        while let Some(piece) = xml.piece()? {
            let Piece::Open(element) = piece else {
                continue;
            };
            if element.is(Space::Word, "style") {
                styles.keep(id.take(), std::mem::take(&mut style));
                id = element.value("styleId");
            } else if element.space == Space::Word {
                style.learn(&element);
            }
        }
        styles.keep(id, style);
        Ok(styles)
    }

    fn keep(&mut self, id: Option<String>, style: Style) {
        if let Some(id) = id {
            self.0.insert(id, style);
        }
    }

    pub(super) fn role(&self, id: &str) -> Role {
        let mut roles = self.chain(id).map(Style::role);
        roles
            .find(|role| *role != Role::Words)
            .unwrap_or(Role::Words)
    }

    /// The list and the level in it that a style brings along.
    pub(super) fn list(&self, id: &str) -> Option<(String, u32)> {
        let level = self.chain(id).find_map(|style| style.list_level);
        let list = self.chain(id).find_map(|style| style.list.clone())?;
        Some((list, level.unwrap_or_default()))
    }

    /// How deep a list stands by its style: `List Bullet 2` is a list of its own one level down.
    pub(super) fn depth(&self, id: &str) -> usize {
        let depth = |style: &Style| {
            let name = style.name.strip_prefix("list ")?;
            let digit = name
                .strip_prefix("bullet ")
                .or(name.strip_prefix("number "))?;
            digit.parse::<usize>().ok()?.checked_sub(1)
        };
        self.0.get(id).and_then(depth).unwrap_or_default()
    }

    /// Bold and italic of words in a style.
    pub(super) fn look(&self, id: &str) -> (bool, bool) {
        let bold = self.chain(id).find_map(|style| style.bold);
        let italic = self.chain(id).find_map(|style| style.italic);
        (bold.unwrap_or_default(), italic.unwrap_or_default())
    }

    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let first = self.0.get(id);
        let next = |style: &&Style| self.0.get(style.rests_on.as_deref()?);
        std::iter::successors(first, next).take(LONGEST_CHAIN)
    }
}

impl Style {
    fn learn(&mut self, element: &Element<'_>) {
        match element.name() {
            b"name" => self.name = element.value("val").unwrap_or_default().to_lowercase(),
            b"basedOn" => self.rests_on = element.value("val"),
            b"outlineLvl" => {
                self.outline = element.number("val").and_then(|n| u8::try_from(n).ok())
            }
            b"numId" => self.list = element.value("val"),
            b"ilvl" => self.list_level = element.number("val"),
            b"b" => self.bold = Some(element.is_on()),
            b"i" => self.italic = Some(element.is_on()),
            _ => {}
        }
    }

    /// The built-in styles have their English names in every language of Word.
    fn role(&self) -> Role {
        let heading = self
            .name
            .strip_prefix("heading ")
            .and_then(|n| n.parse().ok());
        match (self.name.as_str(), heading, self.outline) {
            ("title", ..) => Role::Title,
            ("toc heading" | "table of figures", ..) => Role::Contents,
            (name, ..) if name.starts_with("toc ") => Role::Contents,
            (_, Some(level @ 1..=9), _) => Role::Heading(level),
            (_, _, Some(level @ 0..=8)) => Role::Heading(level + 1),
            _ => Role::Words,
        }
    }
}
