//! DOCX: a ZIP archive of XML parts, of which the words are in a few.
//!
//! [`package`] judges the archive before anything is unpacked, [`xml`] reads a part and refuses what
//! no word processor writes. [`styles`] and [`numbering`] say what a paragraph is, [`body`] walks
//! through the words. Changes that were tracked count as accepted.

mod body;
mod field;
mod numbering;
mod package;
mod paragraph;
mod relations;
mod styles;
mod tables;
mod xml;

use std::collections::BTreeMap;

use super::note::{LeftOut, Notes};
use super::write::{Inline, markdown};
use super::{CannotImport, Read};
use body::Body;
use numbering::Numbering;
use package::Package;
use relations::Relations;
use styles::Styles;

pub(super) fn read(bytes: &[u8]) -> Result<Read, CannotImport> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let relations = Relations::of(&mut package, &main)?;
    let mut notes = Notes::default();
    notes.add(LeftOut::LinkedFiles, relations.linked_files());

    let styles = match relations.part("styles") {
        Some(part) => Styles::read(&package.part(&part)?)?,
        None => Styles::default(),
    };
    let numbering = match relations.part("numbering") {
        Some(part) => Numbering::read(&package.part(&part)?)?,
        None => Numbering::default(),
    };
    let mut body = Body::new(&styles, numbering, &relations, &mut notes);
    body.walk(&package.part(&main)?)?;
    let blocks = body.take_blocks();
    let order = body.take_footnotes();
    let footnotes = footnotes(&mut package, &main, &relations, &styles, &order, &mut notes)?;

    let text = markdown(&blocks, &footnotes, &mut notes);
    let title = title(&mut package)?;
    Ok(Read {
        title,
        text,
        front: super::FrontMatter::default(),
        notes,
    })
}

/// The words of the footnotes and endnotes, in the order in which the text names them.
fn footnotes(
    package: &mut Package<'_>,
    main: &str,
    relations: &Relations,
    styles: &Styles,
    order: &[String],
    notes: &mut Notes,
) -> Result<Vec<Vec<Inline>>, CannotImport> {
    let mut found: BTreeMap<String, Vec<Inline>> = BTreeMap::new();
    for kind in ["footnotes", "endnotes"] {
        let Some(part) = relations.part(kind).filter(|_| !order.is_empty()) else {
            continue;
        };
        debug_assert_ne!(part, main);
        let own = Relations::of(package, &part)?;
        let mut body = Body::new(styles, Numbering::default(), &own, notes);
        body.walk(&package.part(&part)?)?;
        found.extend(body.take_notes());
    }
    Ok(order
        .iter()
        .map(|id| found.remove(id).unwrap_or_default())
        .collect())
}

/// What the file says of itself, where the text has no title.
fn title(package: &mut Package<'_>) -> Result<Option<String>, CannotImport> {
    if !package.has("docProps/core.xml") {
        return Ok(None);
    }
    let part = package.part("docProps/core.xml")?;
    let mut xml = xml::Xml::new(&part);
    let (mut is_title, mut title) = (false, String::new());
    while let Some(piece) = xml.piece()? {
        match piece {
            xml::Piece::Open(element) => is_title = element.is(xml::Space::Other, "title"),
            xml::Piece::Text(text) if is_title => title.push_str(&text),
            xml::Piece::Text(_) => {}
            xml::Piece::Close => is_title = false,
        }
    }
    Ok(Some(title))
}
