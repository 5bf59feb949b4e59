//! The archive, judged by its list before anything of it is unpacked.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::super::CannotImport;
use super::xml::{Piece, Space, Xml};

/// A document of a hundred pages with a picture on each has a few hundred parts.
const MOST_PARTS: usize = 2_000;
/// All parts unpacked, pictures included; of the pictures none ever is.
const LARGEST_WHOLE: u64 = 512 * 1024 * 1024;
/// One part that is read: a text of 256 KiB is a tenth of this as Word writes it.
const LARGEST_PART: u64 = 32 * 1024 * 1024;
/// XML of tables packs well, forty to one; what packs better than this was made to.
const HIGHEST_RATIO: u64 = 250;
/// Small parts may pack as well as they like.
const SMALL: u64 = 1024 * 1024;

#[derive(Debug)]
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, CannotImport> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| CannotImport::Damaged)?;
        let mut package = Self { zip };
        package.judge()?;
        Ok(package)
    }

    fn judge(&mut self) -> Result<(), CannotImport> {
        if self.zip.len() > MOST_PARTS {
            return Err(CannotImport::Bomb);
        }
        let (mut whole, mut is_sealed) = (0_u64, false);
        for at in 0..self.zip.len() {
            let part = self
                .zip
                .by_index_raw(at)
                .map_err(|_| CannotImport::Damaged)?;
            whole = whole.saturating_add(part.size());
            is_sealed |= part.encrypted();
        }
        match () {
            () if whole > LARGEST_WHOLE => Err(CannotImport::Bomb),
            () if is_sealed => Err(CannotImport::Password),
            () => Ok(()),
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// A part as text. What it unpacks to is limited by what is counted, not by what the list claims.
    pub(super) fn part(&mut self, name: &str) -> Result<String, CannotImport> {
        let at = self.zip.index_for_name(name).ok_or(CannotImport::Damaged)?;
        let part = self.zip.by_index(at).map_err(|_| CannotImport::Damaged)?;
        let (packed, unpacked) = (part.compressed_size().max(1), part.size());
        if unpacked > LARGEST_PART || (unpacked > SMALL && unpacked / packed > HIGHEST_RATIO) {
            return Err(CannotImport::Bomb);
        }
        let mut bytes = Vec::new();
        part.take(LARGEST_PART + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| CannotImport::Damaged)?;
        if bytes.len() as u64 > LARGEST_PART {
            return Err(CannotImport::Bomb);
        }
        text(bytes)
    }

    /// The part with the words, by the types the package states; every other package is named.
    pub(super) fn main_part(&mut self) -> Result<String, CannotImport> {
        if !self.has("[Content_Types].xml") {
            let is_open_document = self.has("content.xml") && self.has("mimetype");
            return Err(if is_open_document {
                CannotImport::OpenDocument
            } else {
                CannotImport::Archive
            });
        }
        let types = self.part("[Content_Types].xml")?;
        let mut main = None;
        let mut has_macros = self.zip.file_names_raw().any(is_macros);
        let mut is_other = false;
        let mut xml = Xml::new(&types);
        while let Some(piece) = xml.piece()? {
            let Piece::Open(element) = piece else {
                continue;
            };
            let kind = element.value("ContentType").unwrap_or_default();
            has_macros |= kind.contains("macroEnabled") || kind.contains("vbaProject");
            is_other |= kind.contains("spreadsheetml.sheet.main")
                || kind.contains("presentationml.presentation.main");
            let is_main = kind.ends_with("wordprocessingml.document.main+xml")
                || kind.ends_with("wordprocessingml.template.main+xml");
            if is_main && element.is(Space::Other, "Override") {
                main = element.value("PartName");
            }
        }
        match main {
            _ if has_macros => Err(CannotImport::Macros),
            Some(part) => Ok(part.trim_start_matches('/').to_owned()),
            None if is_other => Err(CannotImport::OtherOffice),
            None => Err(CannotImport::Archive),
        }
    }
}

fn is_macros(name: &[u8]) -> bool {
    name.to_ascii_lowercase().ends_with(b"vbaproject.bin")
}

fn text(bytes: Vec<u8>) -> Result<String, CannotImport> {
    let decoded = match bytes.get(..2) {
        Some([0xff, 0xfe]) => encoding_rs::UTF_16LE.decode(&bytes).0.into_owned(),
        Some([0xfe, 0xff]) => encoding_rs::UTF_16BE.decode(&bytes).0.into_owned(),
        _ => String::from_utf8(bytes).map_err(|_| CannotImport::Damaged)?,
    };
    Ok(decoded.trim_start_matches('\u{feff}').to_owned())
}
