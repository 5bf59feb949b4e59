//! One part read from front to back: opening, text, closing, and nothing else.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use super::super::CannotImport;

/// Elements in one another; Word itself stops far below.
const DEEPEST: usize = 256;

/// Whose an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    Word,
    Math,
    /// Alternatives for older readers.
    Alternatives,
    Other,
}

pub(super) enum Piece<'a> {
    Open(Element<'a>),
    Text(Cow<'a, str>),
    Close,
}

pub(super) struct Element<'a> {
    pub(super) space: Space,
    start: BytesStart<'a>,
}

pub(super) struct Xml<'a> {
    reader: NsReader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    pub(super) fn new(part: &'a str) -> Self {
        let mut reader = NsReader::from_str(part);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// The next piece; nothing at the end.
    pub(super) fn piece(&mut self) -> Result<Option<Piece<'a>>, CannotImport> {
        loop {
            let (space, event) = self
                .reader
                .read_resolved_event()
                .map_err(|_| CannotImport::Damaged)?;
            match event {
                Event::Start(start) => {
                    let space = space_of(&space);
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(CannotImport::TooDeep);
                    }
                    return Ok(Some(Piece::Open(Element { space, start })));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Piece::Close));
                }
                Event::Text(text) => {
                    let text = text.decode().map_err(|_| CannotImport::Damaged)?;
                    return Ok(Some(Piece::Text(text)));
                }
                Event::CData(text) => {
                    let text = text.decode().map_err(|_| CannotImport::Damaged)?;
                    return Ok(Some(Piece::Text(text)));
                }
                Event::GeneralRef(name) => return letter(&name).map(Some),
                Event::DocType(_) => return Err(CannotImport::Entities),
                Event::Eof if self.depth > 0 => return Err(CannotImport::Damaged),
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// Past everything in the element that was just opened.
    pub(super) fn skip(&mut self) -> Result<(), CannotImport> {
        let mut inside = 1_usize;
        while inside > 0 {
            match self.piece()? {
                Some(Piece::Open(_)) => inside += 1,
                Some(Piece::Close) => inside -= 1,
                Some(Piece::Text(_)) => {}
                None => return Err(CannotImport::Damaged),
            }
        }
        Ok(())
    }
}

/// A letter by number, or one of the five names XML itself has; there are no others.
fn letter<'a>(name: &quick_xml::events::BytesRef<'a>) -> Result<Piece<'a>, CannotImport> {
    let numbered = name.resolve_char_ref().map_err(|_| CannotImport::Damaged)?;
    if let Some(letter) = numbered {
        return Ok(Piece::Text(letter.to_string().into()));
    }
    let name = name.decode().map_err(|_| CannotImport::Damaged)?;
    quick_xml::escape::resolve_predefined_entity(&name)
        .map(|letter| Piece::Text(letter.into()))
        .ok_or(CannotImport::Entities)
}

fn space_of(space: &ResolveResult<'_>) -> Space {
    let ResolveResult::Bound(Namespace(address)) = space else {
        return Space::Other;
    };
    match *address {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | b"http://purl.oclc.org/ooxml/wordprocessingml/main" => Space::Word,
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
        | b"http://purl.oclc.org/ooxml/officeDocument/math" => Space::Math,
        b"http://schemas.openxmlformats.org/markup-compatibility/2006" => Space::Alternatives,
        _ => Space::Other,
    }
}

impl Element<'_> {
    pub(super) fn name(&self) -> &[u8] {
        self.start.local_name().into_inner()
    }

    pub(super) fn is(&self, space: Space, name: &str) -> bool {
        self.space == space && self.name() == name.as_bytes()
    }

    /// An attribute by its name, whatever stands before its colon.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().as_ref() == name.as_bytes())?;
        found
            .normalized_value(XmlVersion::Implicit1_0)
            .ok()
            .map(Cow::into_owned)
    }

    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.value(name)?.parse().ok()
    }

    /// `<w:b/>` is on, `<w:b w:val="0"/>` is off.
    pub(super) fn is_on(&self) -> bool {
        let value = self.value("val");
        !matches!(value.as_deref(), Some("0" | "false" | "off" | "none"))
    }
}
