//! Bytes to text: what a spreadsheet program wrote, or a refusal that says what it wrote instead.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::Serialize;

/// The largest file read, in bytes.
pub(super) const LARGEST: usize = 64 * 1024 * 1024;

/// How the bytes were understood. [`Encoding::Windows1252`] is an assumption and should be shown as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    Utf8,
    Utf8WithMark,
    Utf16,
    Windows1252,
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum CannotRead {
    #[error("The file is empty.")]
    Empty,
    #[error("The file is larger than {mebibytes} MiB.")]
    TooLarge { mebibytes: usize },
    #[error("This is an Excel workbook; save it as CSV and import that.")]
    Workbook,
    #[error("This is a ZIP archive; unpack it and import the CSV file inside.")]
    Zip,
    #[error("This is a compressed file; unpack it and import the CSV file inside.")]
    Compressed,
    #[error("This is a PDF document; export it as CSV instead.")]
    Pdf,
    #[error("This is a web page, perhaps a sign-in page; download the CSV file again.")]
    WebPage,
    #[error(
        "Line {line} contains NUL bytes, so this is not a text file; export it as CSV in UTF-8."
    )]
    Nul { line: u64 },
    #[error("Line {line} is damaged: the file is UTF-8 except there; export it again.")]
    Damaged { line: u64 },
    #[error("A quotation mark opens on line {line} and never closes.")]
    UnclosedQuote { line: u64 },
    #[error("Line {line} has more than {limit} cells.")]
    TooManyColumns { line: u64, limit: usize },
    #[error("The file has more than {limit} lines; import it in parts.")]
    TooManyRows { limit: usize },
    #[error("The heading of column {column} is longer than {limit} characters.")]
    LongHeading { column: usize, limit: usize },
}

/// Text with `\n` line endings, and how its bytes were understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: Encoding,
}

pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, CannotRead> {
    if bytes.len() > LARGEST {
        return Err(CannotRead::TooLarge {
            mebibytes: LARGEST / 1024 / 1024,
        });
    }
    refuse_other_formats(bytes)?;

    let (text, encoding) = to_text(bytes)?;
    refuse_nul(&text)?;
    if text.trim().is_empty() {
        return Err(CannotRead::Empty);
    }
    Ok(Decoded {
        text: with_unix_line_endings(text),
        encoding,
    })
}

/// A name that ends in `.csv` proves nothing, so the first bytes decide.
fn refuse_other_formats(bytes: &[u8]) -> Result<(), CannotRead> {
    const OLD_EXCEL: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const GZIP: &[u8] = &[0x1f, 0x8b];

    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Err(if looks_like_a_workbook(bytes) {
            CannotRead::Workbook
        } else {
            CannotRead::Zip
        });
    }
    if bytes.starts_with(OLD_EXCEL) {
        return Err(CannotRead::Workbook);
    }
    if bytes.starts_with(GZIP) {
        return Err(CannotRead::Compressed);
    }
    if bytes.starts_with(b"%PDF") {
        return Err(CannotRead::Pdf);
    }
    if looks_like_a_web_page(bytes) {
        return Err(CannotRead::WebPage);
    }
    Ok(())
}

/// Every XLSX names one of these parts near its beginning.
fn looks_like_a_workbook(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4096)];
    [&b"[Content_Types].xml"[..], b"xl/"]
        .iter()
        .any(|part| start.windows(part.len()).any(|window| window == *part))
}

fn looks_like_a_web_page(bytes: &[u8]) -> bool {
    let start = bytes[..bytes.len().min(512)]
        .trim_ascii_start()
        .to_ascii_lowercase();
    start.starts_with(b"<!doctype html") || start.starts_with(b"<html")
}

fn to_text(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), CannotRead> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Ok((
            UTF_16LE.decode_without_bom_handling(rest).0,
            Encoding::Utf16,
        ));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Ok((
            UTF_16BE.decode_without_bom_handling(rest).0,
            Encoding::Utf16,
        ));
    }
    let (rest, encoding) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (rest, Encoding::Utf8WithMark),
        None => (bytes, Encoding::Utf8),
    };
    match std::str::from_utf8(rest) {
        Ok(text) => Ok((Cow::Borrowed(text), encoding)),
        Err(error) if encoding == Encoding::Utf8WithMark || is_mostly_utf8(rest) => {
            Err(CannotRead::Damaged {
                line: line_at(rest, error.valid_up_to()),
            })
        }
        Err(_) => Ok((
            WINDOWS_1252.decode_without_bom_handling(rest).0,
            Encoding::Windows1252,
        )),
    }
}

/// Tells a damaged UTF-8 file from a Windows-1252 one, which would otherwise turn every `ü` of the former into `Ã¼`.
/// German or French text in Windows-1252 hardly ever forms a valid multi-byte sequence by accident.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    valid > invalid
}

fn refuse_nul(text: &str) -> Result<(), CannotRead> {
    match text.find('\0') {
        Some(at) => Err(CannotRead::Nul {
            line: line_at(text.as_bytes(), at),
        }),
        None => Ok(()),
    }
}

/// One kind of line ending, so that line numbers count the same everywhere (old Mac exports end lines with `\r` alone).
fn with_unix_line_endings(text: Cow<'_, str>) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.into_owned()
    }
}

/// The line of the byte at `offset`, counted from one.
pub(super) fn line_at(bytes: &[u8], offset: usize) -> u64 {
    1 + bytes[..offset]
        .iter()
        .filter(|&&byte| byte == b'\n')
        .count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, Encoding) {
        let decoded = decode(bytes).unwrap();
        (decoded.text, decoded.encoding)
    }

    #[test]
    fn utf_8_is_read_with_and_without_its_mark() {
        assert_eq!(text("Jürgen".as_bytes()), ("Jürgen".into(), Encoding::Utf8));
        assert_eq!(
            text("\u{feff}Jürgen".as_bytes()),
            ("Jürgen".into(), Encoding::Utf8WithMark)
        );
    }

    #[test]
    fn utf_16_is_read_when_it_has_a_mark() {
        let little: Vec<u8> = "\u{feff}Jürgen"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let big: Vec<u8> = "\u{feff}Jürgen"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();

        assert_eq!(text(&little), ("Jürgen".into(), Encoding::Utf16));
        assert_eq!(text(&big), ("Jürgen".into(), Encoding::Utf16));
    }

    #[test]
    fn what_is_not_utf_8_is_assumed_to_be_windows_1252() {
        assert_eq!(
            text(b"J\xfcrgen \x80"),
            ("Jürgen €".into(), Encoding::Windows1252)
        );
    }

    #[test]
    fn a_damaged_utf_8_file_is_not_mistaken_for_windows_1252() {
        let damaged = [&b"Name\nJ\xc3\xbcrgen\nZo\xc3\xab\nAnn\xff\n"[..]].concat();
        assert_eq!(decode(&damaged), Err(CannotRead::Damaged { line: 4 }));
    }

    #[test]
    fn a_zip_archive_and_a_workbook_in_disguise_are_named() {
        assert_eq!(decode(b"PK\x03\x04....list.csv"), Err(CannotRead::Zip));
        assert_eq!(
            decode(b"PK\x03\x04....[Content_Types].xml"),
            Err(CannotRead::Workbook)
        );
        assert_eq!(
            decode(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."),
            Err(CannotRead::Workbook)
        );
    }

    #[test]
    fn other_formats_are_named() {
        assert_eq!(decode(b"%PDF-1.7"), Err(CannotRead::Pdf));
        assert_eq!(decode(b"\x1f\x8b\x08"), Err(CannotRead::Compressed));
        assert_eq!(
            decode(b"\n<!DOCTYPE HTML><title>Sign in"),
            Err(CannotRead::WebPage)
        );
    }

    #[test]
    fn nul_bytes_are_refused_with_their_line() {
        assert_eq!(decode(b"Name\nA\0da"), Err(CannotRead::Nul { line: 2 }));
    }

    #[test]
    fn an_empty_file_is_refused() {
        assert_eq!(decode(b""), Err(CannotRead::Empty));
        assert_eq!(decode(b"\xef\xbb\xbf \r\n"), Err(CannotRead::Empty));
    }

    #[test]
    fn a_file_of_more_than_64_mebibytes_is_refused() {
        assert_eq!(
            decode(&vec![b'a'; LARGEST + 1]),
            Err(CannotRead::TooLarge { mebibytes: 64 })
        );
    }

    #[test]
    fn every_line_ending_becomes_the_same() {
        assert_eq!(text(b"a\r\nb\rc\nd").0, "a\nb\nc\nd");
    }
}
