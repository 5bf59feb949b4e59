//! What a file is, by its bytes: a name proves nothing.

use super::CannotImport;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Docx,
    Text,
}

const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

pub(super) fn of(bytes: &[u8]) -> Result<Kind, CannotImport> {
    if bytes.trim_ascii().is_empty() {
        return Err(CannotImport::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Kind::Docx);
    }
    if bytes.starts_with(b"PK\x05\x06") {
        return Err(CannotImport::Archive);
    }
    if bytes.starts_with(COMPOUND) {
        return Err(in_compound(bytes));
    }
    let start = beginning(bytes);
    match () {
        () if start.starts_with(b"%pdf") => Err(CannotImport::Pdf),
        () if start.starts_with(b"{\\rtf") => Err(CannotImport::Rtf),
        () if is_page(&start) => Err(CannotImport::WebPage),
        () => Ok(Kind::Text),
    }
}

/// A file in a file system of its own, as Word wrote until 2007, and as it wraps what has a password.
fn in_compound(bytes: &[u8]) -> CannotImport {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    match () {
        () if has("EncryptedPackage") => CannotImport::Password,
        () if has("WordDocument") => CannotImport::OldWord,
        () => CannotImport::NotText,
    }
}

fn beginning(bytes: &[u8]) -> Vec<u8> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = &bytes[..bytes.len().min(512)];
    start.trim_ascii_start().to_ascii_lowercase()
}

fn is_page(start: &[u8]) -> bool {
    [&b"<!doctype html"[..], b"<html", b"<?xml"]
        .iter()
        .any(|mark| start.starts_with(mark))
}
